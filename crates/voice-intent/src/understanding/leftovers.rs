//! What is left over when every slot is filled. Beside money, a word of the lexicon that no slot took may change what was
//! meant ("500 ka double", "500 likho rehne do"); only words that are known to change nothing are let pass.

use super::intent::Intent;
use super::lexicon::{Group, Word};
use super::slots::Slots;
use super::utterance::Utterance;

/// Words that stand around money and change nothing about it.
const HARMLESS: [Word; 86] = [
    Word::Ka,
    Word::Ko,
    Word::Ne,
    Word::Se,
    Word::Mein,
    Word::Pe,
    Word::Wala,
    Word::And,
    Word::Apostrophe,
    Word::For,
    Word::To,
    Word::From,
    Word::Of,
    Word::On,
    Word::With,
    Word::In,
    Word::At,
    Word::Through,
    Word::By,
    Word::As,
    Word::Liye,
    Word::Each,
    Word::Per,
    Word::PronounKa,
    Word::PronounNe,
    Word::PronounSe,
    Word::He,
    Word::Her,
    Word::I,
    Word::Mine,
    Word::ToMe,
    Word::This,
    Word::That,
    Word::It,
    Word::Filler,
    Word::Ordinary,
    Word::Article,
    Word::Be,
    Word::Honorific,
    Word::Mister,
    Word::Yes,
    Word::Okay,
    Word::All,
    Word::Total,
    Word::New,
    Word::Old,
    Word::Last,
    Word::Now,
    Word::Do,
    Word::Give,
    Word::Given,
    Word::Take,
    Word::Taken,
    Word::Make,
    Word::Show,
    Word::Send,
    Word::Add,
    Word::Write,
    Word::Change,
    Word::Keep,
    Word::Put,
    Word::Deposit,
    Word::Paid,
    Word::Got,
    Word::Move,
    Word::Set,
    Word::Save,
    Word::Done,
    Word::Went,
    Word::Increase,
    Word::Open,
    Word::Khata,
    Word::Hisaab,
    Word::Credit,
    Word::Due,
    Word::Balance,
    Word::Payment,
    Word::Money,
    Word::Paise,
    Word::Advance,
    Word::Name,
    Word::Stock,
    Word::Goods,
    Word::Rate,
    Word::Customer,
    Word::Entry,
];

/// The same, of time, of how money came, and of where it is kept.
const AROUND: [Word; 28] = [
    Word::Week,
    Word::Year,
    Word::Owe,
    Word::Month,
    Word::Opening,
    Word::Shop,
    Word::Rupee,
    Word::Cash,
    Word::Upi,
    Word::Card,
    Word::Bank,
    Word::Cheque,
    Word::Online,
    Word::Today,
    Word::Yesterday,
    Word::Kal,
    Word::Parson,
    Word::Morning,
    Word::Noon,
    Word::Afternoon,
    Word::Evening,
    Word::Night,
    Word::Ordinal(1),
    Word::List,
    Word::Record,
    Word::Return,
    Word::Number,
    Word::Before,
];

impl Utterance {
    /// Is a word left over that may change what is to be booked?
    pub(super) fn leaves_a_doubt(&self, intent: Intent, slots: &Slots) -> bool {
        let books = matches!(
            intent,
            Intent::AddPayment | Intent::AddCredit | Intent::AddStock | Intent::SetPrice
        ) || intent == Intent::CreateCustomer && slots.amount.is_some();
        books
            && (0..self.len()).any(|at| {
                let harmless = self.tag(at).is_none()
                    || self.is(at, &HARMLESS)
                    || self.is(at, &AROUND)
                    || self.is(at, &[Word::PronounKo]) && intent == Intent::AddCredit
                    || self.is(at, &[Word::More]) && intent != Intent::AddPayment
                    || self.is(at, &[Word::Draft]) && intent == Intent::AddCredit
                    || self.is(at, &[Word::Phone]) && intent == Intent::CreateCustomer
                    // "udhaar 450 kam kar do, paise de gaya"
                    || self.is(at, &[Word::Reduce]) && intent == Intent::AddPayment && self.has(Word::Credit)
                    // "udhaar ke paise wapas kar diye", "hisaab clear kar diya"
                    || (self.is(at, &[Word::Undo]) && !self.has(Word::Got) || self.word(at) == "clear")
                        && intent == Intent::AddPayment
                    || matches!(self.tag(at), Some(Word::Unit(_) | Word::Weekday(_)));
                self.free(at) && !self.in_number(at) && (!harmless || self.in_group(at, Group::Unsettling))
            })
    }
}
