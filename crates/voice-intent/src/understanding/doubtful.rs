//! Words with two meanings, settled by their neighbours before anything is read.

use execora_text::number_words::Atom;
use execora_text::tokens::Kind;

use super::lexicon::Word;
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
                "order" | "orders" | "parcel" | "parcels" | "ordar" | "aurdar" | "parsal"
                    if self.is_a_bill(at) =>
                {
                    self.retag(at, Some(Word::Bill));
                }
                "k" if next_to_number(self, at) => self.settle_k(at),
                // "राहुल एट जीमेल डॉट कॉम"; "एट अंडे" are eight.
                _ if self.tag(at) == Some(Word::AtSign) => {
                    let address = (at + 1..self.len()).any(|at| self.is(at, &[Word::Dot]))
                        || self.word(at + 1) == "the"
                        || self.toks.get(at + 1).is_some_and(|tok| tok.raw == "द");
                    if !address {
                        self.retag(at, None);
                    }
                }
                "do" if self.toks[at].kind == Kind::Word => self.settle_do(at),
                "banana"
                    if next == Some(Word::Be)
                        || matches!(
                            before,
                            Some(Word::Bill | Word::Customer | Word::Reminder | Word::Khata)
                        ) =>
                {
                    self.retag(at, Some(Word::Make));
                }
                "daal" if !self.toks[at].devanagari => {
                    let puts = matches!(next, Some(Word::Give | Word::Take))
                        || self.word(at + 1) == "do"
                        || at + 1 == self.len() && matches!(before, Some(Word::And | Word::More))
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

    /// "order cancel kar do", "Rahul ka order dikhao", "parcel bana do": a bill, unless it is an errand or goods are ordered.
    fn is_a_bill(&self, at: usize) -> bool {
        const DEEDS: [Word; 6] = [
            Word::Cancel,
            Word::Confirm,
            Word::Make,
            Word::Show,
            Word::Tell,
            Word::Remove,
        ];
        let next = at + 1;
        let errand = self.has_any(&[
            Word::Reminder,
            Word::Remind,
            Word::Yaad,
            Word::Ne,
            Word::Stock,
            Word::Note,
        ]) || at > 0 && self.names_goods(at - 1) && self.is(next, &[Word::Do, Word::Give]);
        let owned = at == 0
            || matches!(
                self.tag(at - 1),
                Some(
                    Word::Ka
                        | Word::Apostrophe
                        | Word::Mine
                        | Word::This
                        | Word::That
                        | Word::Article
                        | Word::New
                        | Word::Last
                        | Word::Liye
                        | Word::PronounKa
                        | Word::Cancel
                        | Word::Confirm
                        | Word::Show
                        | Word::Make
                        | Word::Filler
                        | Word::Yes
                        | Word::Okay
                        | Word::All
                )
            )
            || self.names_goods(at - 1) && self.is(next, &DEEDS);
        let done = (0..self.len()).any(|other| self.is(other, &DEEDS));
        !errand && owned && done
    }

    /// "2 k diye" are thousands, "45 k bhav se" is "ke"; with goods behind it nobody can say: "2 k chawal".
    fn settle_k(&mut self, at: usize) {
        let glued = self.toks[at].glued;
        let next = at + 1;
        if !glued && (self.is(next, &AFTER_KE) || matches!(self.tag(next), Some(Word::Unit(_)))) {
            return;
        }
        let owner = self.is(next + 1, &[Word::Ka])
            && self.is(
                next + 2,
                &[Word::Khata, Word::Name, Word::Hisaab, Word::Credit, Word::Due],
            );
        let person = owner || self.is(next + 1, &[Word::Ko, Word::Ne, Word::Se, Word::Honorific]);
        let goods = self.names_goods(next) && !person
            || self.is(next, &[Word::Goods])
            || matches!(self.tag(next), Some(Word::Unit(_)))
            || !glued && self.num_like(next).is_some();
        self.doubted |= goods && !self.toks[next].broken;
        self.retag(at, None);
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
    pub(super) fn names_goods(&self, at: usize) -> bool {
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
}

/// Behind "ke", which is written "k" too.
const AFTER_KE: [Word; 8] = [
    Word::Liye,
    Word::Rate,
    Word::Hisaab,
    Word::After,
    Word::Before,
    Word::Instead,
    Word::Place,
    Word::With,
];

/// Does a number stand right before the word at `at`?
fn next_to_number(u: &Utterance, at: usize) -> bool {
    u.tag(at) == Some(Word::Ka)
        && at > 0
        && u.num_like(at - 1).is_some()
        && (u.tag(at - 1).is_none() || u.toks[at - 1].kind == Kind::Figure)
        && !u.toks[at].broken
}

/// "1/2" before a unit is a part of it and no date.
fn written_part(word: &str) -> Option<&'static str> {
    match word {
        "1/2" => Some("0.5"),
        "1/4" => Some("0.25"),
        "3/4" => Some("0.75"),
        _ => None,
    }
}
