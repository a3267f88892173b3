//! Words with two meanings, settled by their neighbours before anything is read.

use execora_text::number_words::Atom;
use execora_text::tokens::Kind;

use super::lexicon::{Measured, Word};
use super::utterance::Utterance;

impl Utterance {
    /// Words with two meanings are settled by their neighbours, before anything else is read.
    pub(super) fn settle_doubtful_words(&mut self) {
        for at in 0..self.len() {
            self.settle_likeness(at);
            let next = self.tag(at + 1);
            let before = self.tag_before(at);
            let word = self.toks[at].word.clone();
            if let Some(decimal) = written_part(&word)
                && matches!(next, Some(Word::Unit(_)))
            {
                let part = &mut self.toks[at];
                part.kind = Kind::Figure;
                part.respell(decimal);
            }
            if self.toks[at].known.is_some() && word != "banana" {
                continue;
            }
            match word.as_str() {
                // "a couple of soaps"
                "couple" if self.is(at + 1, &[Word::Of]) || self.is(at.wrapping_sub(1), &[Word::Article]) => {
                    let two = &mut self.toks[at];
                    (two.tag, two.atom) = (None, Some(Atom::English(2)));
                    two.respell("two");
                }
                "do" if self.toks[at].kind == Kind::Word => self.settle_do(at),
                "banana" if next == Some(Word::Be) || before == Some(Word::Bill) => {
                    self.retag(at, Some(Word::Make));
                }
                "daal" if !self.toks[at].devanagari => {
                    let puts = matches!(next, Some(Word::Give | Word::Take))
                        || self.word(at + 1) == "do"
                        || before == Some(Word::Mein) && self.num_like(at + 1).is_none();
                    self.retag(at, puts.then_some(Word::Put));
                }
                "g" | "l" if at > 0 && before.is_none() && self.num_like(at - 1).is_none() => {
                    self.retag(at, None);
                }
                // "Sattar bhai ke khate mein": a number that is somebody.
                _ if matches!(self.toks[at].atom, Some(Atom::Hindi(3..)))
                    && self.tag(at).is_none()
                    && next == Some(Word::Honorific)
                    && (at == 0 || self.num_like(at - 1).is_none())
                    && !self.toks[at + 1].broken =>
                {
                    self.toks[at].kind = Kind::Code;
                }
                "liye" if before != Some(Word::Ka) => self.retag(at, Some(Word::Taken)),
                // "a dozen eggs" is one dozen; "45 a kilo" is a price.
                "a" | "an"
                    if matches!(next, Some(Word::Unit(_)))
                        && before != Some(Word::Rupee)
                        && (at == 0 || self.num_like(at - 1).is_none()) =>
                {
                    let one = &mut self.toks[at];
                    (one.tag, one.atom) = (None, Some(Atom::English(1)));
                    one.respell("one");
                }
                // "paav kilo" is a quarter of one; "do paav" counts quarters.
                "paav" | "pav" | "paw"
                    if (at == 0 || self.num_like(at - 1).is_none())
                        && (matches!(next, Some(Word::Unit(_)))
                            || self.word(at + 1) == "bhar"
                            || word == "paav" && self.names_goods(at + 1)) =>
                {
                    let part = &mut self.toks[at];
                    (part.tag, part.atom) = (None, Some(Atom::Part(250)));
                    part.respell("quarter");
                    part.devanagari = false;
                }
                "half" if self.is_unit_and_a(at) => self.toks[at - 3..=at].rotate_left(1),
                _ => self.settle_small_word(at, &word, before, next),
            }
        }
    }

    /// The short words whose neighbours say what they are.
    fn settle_small_word(&mut self, at: usize, word: &str, before: Option<Word>, next: Option<Word>) {
        match word {
            // "na karo" forbids; "kar do na" asks kindly.
            "na" | "naa"
                if self.is_deed(at + 1)
                    && !before.is_some_and(|before| SOFTENED.contains(&before))
                    && !self.toks.get(at + 1).is_some_and(|tok| tok.broken) =>
            {
                self.retag(at, Some(Word::Dont));
            }
            // "5 kilo aata" is flour; "wo roz aata hai" comes.
            "aata" if before == Some(Word::No) => self.retag(at, Some(Word::Ordinary)),
            "aata" if self.tag(at).is_some() => {
                let counted =
                    at > 0 && self.num_like(at - 1).is_some() || matches!(before, Some(Word::Unit(_)));
                if at == 0 || counted || next != Some(Word::Be) {
                    self.retag(at, None);
                }
            }
            // "ek saree"; "saree bill" are all of them.
            "saree" | "sarees"
                if !matches!(
                    next,
                    Some(Word::Bill | Word::Reminder | Word::Customer | Word::Draft)
                ) =>
            {
                self.retag(at, None);
            }
            // "paav bhar jeera" is a quarter of a kilo, "ek paav bhar" as much.
            "bhar" if self.word(at.wrapping_sub(1)) == "quarter" => {
                self.retag(at, Some(Word::Unit(Measured::Kg)));
            }
            "bhar" if matches!(before, Some(Word::Unit(_))) => self.retag(at, Some(Word::Filler)),
            // "12 register" are books.
            "register" | "registers"
                if at > 0 && self.num_like(at - 1).is_some() || self.num_like(at + 1).is_some() =>
            {
                self.retag(at, None);
            }
            // "on this one"
            "one"
                if at > 0
                    && matches!(self.word(at - 1), "this" | "that")
                    && !self.names_goods(at + 1)
                    && !matches!(next, Some(Word::Unit(_))) =>
            {
                self.toks[at].atom = None;
                self.retag(at, Some(Word::One));
            }
            // "ek payment reminder": an article, no amount.
            "ek" | "one" | "ik" if matches!(next, Some(Word::Reminder | Word::Payment | Word::Entry)) => {
                self.toks[at].atom = None;
                self.retag(at, Some(Word::Article));
            }
            "fresh" if next == Some(Word::Bill) => self.retag(at, Some(Word::New)),
            // "bill done kar do"
            "done" if matches!(next, Some(Word::Do)) && self.has(Word::Bill) => {
                self.retag(at, Some(Word::Confirm));
            }
            // "remind Shantamma to bring the money, no?"
            "no" if at + 1 == self.len() && self.has(Word::Remind) => {
                self.retag(at, Some(Word::Filler));
            }
            // "bill no 34"
            "no" if matches!(
                before,
                Some(Word::Bill | Word::Otp | Word::Phone | Word::Cheque | Word::Khata)
            ) && self.num_like(at + 1).is_some() =>
            {
                self.retag(at, Some(Word::Number));
            }
            // "khate m 300 likhdo"
            "m" if matches!(
                before,
                Some(Word::Khata | Word::Bill | Word::Stock | Word::Hisaab)
            ) =>
            {
                self.retag(at, Some(Word::Mein));
            }
            "bus" | "bas" if matches!(self.word(at + 1), "stand" | "adda" | "depot") => {
                self.retag(at, None);
            }
            "or" => self.retag(at, Some(Word::Or)),
            "me" if matches!(
                before,
                Some(
                    Word::Given | Word::Remind | Word::Show | Word::Tell | Word::Owe | Word::To | Word::Paid
                )
            ) =>
            {
                self.retag(at, Some(Word::ToMe));
            }
            "he" if at > 0
                && !matches!(next, Some(Word::Paid | Word::Given | Word::Taken | Word::Owe))
                && self.word(at + 1) != "will" =>
            {
                self.retag(at, Some(Word::Be));
            }
            "to" if self.toks[at].broken || at <= 1 && before == Some(Word::Yes) => {
                self.retag(at, Some(Word::Filler));
            }
            _ => self.settle_word_of_account(at, word, before, next),
        }
    }

    /// Is there an order at `at`? A "do" at the very end is one too.
    fn is_deed(&self, at: usize) -> bool {
        self.is(at, &DEEDS) || matches!(self.word(at), "do" | "de") && at + 1 == self.len()
    }

    /// "one kilo and a half": the half belongs before the unit.
    fn is_unit_and_a(&self, half: usize) -> bool {
        half >= 4
            && matches!(self.tag(half - 3), Some(Word::Unit(_)))
            && self.is(half - 2, &[Word::And])
            && matches!(self.word(half - 1), "a" | "an")
            && self.num_like(half - 4).is_some()
    }

    /// Is there a word at `at` that means nothing else than a thing?
    fn names_goods(&self, at: usize) -> bool {
        let tok = self.toks.get(at);
        tok.is_some_and(|tok| tok.kind == Kind::Word && tok.tag.is_none() && tok.atom.is_none())
    }

    /// Is there a number word at `at`, and does it stand for itself?
    pub(super) fn num_like(&self, at: usize) -> Option<Atom> {
        let tok = self.toks.get(at)?;
        if tok.kind == Kind::Figure {
            return Some(Atom::Hindi(1));
        }
        tok.atom
    }

    /// "do" is two before a unit, a scale or goods, and "give" after a verb.
    fn settle_do(&mut self, at: usize) {
        let number_follows = self.num_like(at + 1).is_some();
        let number_before = at > 0 && self.num_like(at - 1).is_some();
        // "bana do number 98…": a telephone follows, and nothing is counted.
        let telephone = self.is(at + 1, &[Word::Number])
            && (self.num_like(at + 2).is_some() || self.is(at + 2, &[Word::Double, Word::Triple]));
        let counted =
            matches!(self.tag(at + 1), Some(Word::Unit(_))) || self.is(at + 1, &COUNTED) && !telephone;
        let scaled = matches!(self.num_like(at + 1), Some(Atom::Hundred | Atom::Scale(_)));
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

/// What "na" forbids when it stands right before it.
const DEEDS: [Word; 23] = [
    Word::Do,
    Word::Done,
    Word::Give,
    Word::Given,
    Word::Make,
    Word::Send,
    Word::Write,
    Word::Add,
    Word::Put,
    Word::Remove,
    Word::Cut,
    Word::Cancel,
    Word::Confirm,
    Word::Change,
    Word::Set,
    Word::Keep,
    Word::Save,
    Word::Deposit,
    Word::Move,
    Word::Start,
    Word::Stop,
    Word::Yaad,
    Word::Increase,
];

/// After an order, or a word that only leads in, "na" softens or fills a pause.
const SOFTENED: [Word; 14] = [
    Word::Do,
    Word::Done,
    Word::Give,
    Word::Given,
    Word::Make,
    Word::Write,
    Word::Put,
    Word::Show,
    Word::Tell,
    Word::Send,
    Word::Cut,
    Word::Yes,
    Word::Okay,
    Word::Filler,
];

/// "1/2" before a unit is a part of it and no date.
fn written_part(word: &str) -> Option<&'static str> {
    match word {
        "1/2" => Some("0.5"),
        "1/4" => Some("0.25"),
        "3/4" => Some("0.75"),
        _ => None,
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
