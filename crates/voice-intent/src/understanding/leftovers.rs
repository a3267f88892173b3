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
                let left = self.free(at) && !self.in_number(at);
                left && (!self.is_harmless(at, intent) || self.in_group(at, Group::Unsettling))
            })
    }

    /// Does the word at `at` change nothing about what `intent` books?
    fn is_harmless(&self, at: usize, intent: Intent) -> bool {
        let Some(tag) = self.tag(at) else { return true };
        if HARMLESS.contains(&tag) || AROUND.contains(&tag) {
            return true;
        }
        match (tag, intent) {
            (Word::Unit(_) | Word::Weekday(_), _) => true,
            // "usko 500 udhaar do", "unko stock mein chadha do"
            (Word::PronounKo, intent) => intent != Intent::AddPayment,
            // "Meena owes 200 more", "20 aur stock mein daalo"
            (Word::More, intent) => intent != Intent::AddPayment,
            // "90 rupees pending for Jacinta", "on credit again"
            (Word::Draft | Word::Again, Intent::AddCredit) | (Word::Phone, Intent::CreateCustomer) => true,
            // "udhaar 450 kam kar do, paise de gaya"; "daam kam karke 58 kar do"
            (Word::Reduce, Intent::AddPayment) => self.has(Word::Credit),
            (Word::Reduce, Intent::SetPrice) => true,
            // "udhaar ke paise wapas kar diye", "hisaab clear kar diya", "handed over a cheque"
            (Word::Undo, Intent::AddPayment) => !self.has(Word::Got),
            (_, Intent::AddPayment) => {
                self.word(at) == "clear"
                    || matches!(self.word(at), "over" | "off") && self.is(at.wrapping_sub(1), &[Word::Given])
            }
            _ => false,
        }
    }
}
