//! "do": two, or the end of an order.

use execora_text::number_words::Atom;

use super::lexicon::Word;
use super::utterance::Utterance;

impl Utterance {
    /// "do" is two before a unit, a scale or goods, and "give" after a verb.
    pub(super) fn settle_do(&mut self, at: usize) {
        let number_follows = self.num_like(at + 1).is_some();
        let number_before = at > 0 && self.num_like(at - 1).is_some();
        // "bana do number 98…": a telephone follows, and nothing is counted.
        let telephone = self.is(at + 1, &[Word::Number])
            && (self.num_like(at + 2).is_some() || self.is(at + 2, &[Word::Double, Word::Triple]));
        let counted =
            matches!(self.tag(at + 1), Some(Word::Unit(_))) || self.is(at + 1, &COUNTED) && !telephone;
        let scaled = matches!(self.num_like(at + 1), Some(Atom::Hundred | Atom::Scale(_)))
            // "yaad dila do k …"
            && self.word(at + 1) != "k";
        // "banao do pankhe": an order that is complete asks for two.
        let order = at > 0
            && (self.word(at - 1).ends_with('o')
                || self.toks[at - 1].raw.ends_with('ओ')
                || matches!(
                    self.word(at - 1),
                    "banana" | "karna" | "likhna" | "dena" | "daalna" | "jodna"
                ));
        let verb_before = at > 0 && self.is(at - 1, &STEMS) && !(order && self.names_goods(at + 1));
        let ends = at + 1 >= self.len() || self.toks[at + 1].broken;
        // "number do select karo"
        if at > 0 && self.is(at - 1, &[Word::Number, Word::Option]) && self.is(at + 1, &[Word::Select]) {
            self.retag(at, None);
            return;
        }
        // "set kar do ₹640 ka": the money that follows has its own number.
        let sum = self.is(at + 1, &[Word::Rupee]) && self.num_like(at + 2).is_some();
        let counted = counted && !sum;
        let asked = at > 0 && self.is(at - 1, &ASKED_FOR);
        let said_on =
            self.tag(at + 1).is_some() && !self.is(at + 1, &AFTER_TWO) && !number_follows && !counted;
        let gives = if scaled || counted {
            false
        } else {
            verb_before
                || (ends || said_on) && !number_before
                || asked && (number_follows || self.is(at + 1, &[Word::And, Word::Filler, Word::Yes]))
        };
        let english = !self.toks[at].devanagari
            && (self.is(at + 1, &[Word::I, Word::He])
                || matches!(self.word(at + 1), "we" | "not" | "it" | "that" | "this" | "you"));
        let verb = if english {
            Some(Word::Be)
        } else {
            gives.then_some(Word::Give)
        };
        self.retag(at, verb);
    }
}

/// Before these "do" counts.
const COUNTED: [Word; 11] = [
    Word::Once,
    Word::Hour,
    Word::Minute,
    Word::Day,
    Word::Week,
    Word::Month,
    Word::Number,
    Word::Wala,
    Word::Oclock,
    Word::Tarikh,
    Word::Rupee,
];

/// After a verb's stem "do" gives: "bana do".
const STEMS: [Word; 27] = [
    Word::Do,
    Word::Make,
    Word::Send,
    Word::Remove,
    Word::Put,
    Word::Write,
    Word::Show,
    Word::Tell,
    Word::Give,
    Word::Add,
    Word::Change,
    Word::Keep,
    Word::Cut,
    Word::Yaad,
    Word::Leave,
    Word::Cancel,
    Word::Deposit,
    Word::Set,
    Word::Move,
    Word::Undo,
    Word::Confirm,
    Word::Sell,
    Word::Open,
    Word::Save,
    Word::Paid,
    Word::WhatsApp,
    Word::Stop,
];

/// What is asked for with "do": "bill do".
const ASKED_FOR: [Word; 7] = [
    Word::Bill,
    Word::Discount,
    Word::Details,
    Word::Hisaab,
    Word::Statement,
    Word::Off,
    Word::List,
];

/// What may follow a "do" that is two, although it is no goods.
const AFTER_TWO: [Word; 10] = [
    Word::Do,
    Word::Add,
    Word::Put,
    Word::And,
    Word::Filler,
    Word::Article,
    Word::Draft,
    Word::Bill,
    Word::Ka,
    Word::Percent,
];
