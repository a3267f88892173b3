//! What is said of how goods are to be: "lassi kam cheeni wali", "dosa bina pyaaz", "pizza with extra cheese". It is a note
//! of its line, and never goods of its own.

use super::lexicon::{Word, is_ware};
use super::spoken_words;
use super::utterance::{Utterance, unit};

/// Nobody says more about one thing; longer notes are none.
const WORDS_MAX: usize = 2;

impl Utterance {
    /// Makes one token of every such note, so that no rule reads goods or a denial in it.
    pub(super) fn settle_notes(&mut self) {
        let mut at = 0;
        while at < self.len() {
            if let Some(end) = self.note_at(at) {
                self.doubted |= self.leaves_out_goods_of_their_own(at, end);
                let said = at + usize::from(self.word(at) == "with");
                let words: Vec<String> = self.toks[said..end].iter().map(|tok| tok.word.clone()).collect();
                spoken_words::join(&mut self.toks, at, end);
                if let Some(tok) = self.toks.get_mut(at) {
                    tok.is_name();
                    tok.respell(&words.join(" "));
                    tok.devanagari = false;
                }
                self.retag(at, Some(Word::Note));
            }
            at += 1;
        }
    }

    /// Where a note that begins at `at` ends.
    fn note_at(&self, at: usize) -> Option<usize> {
        let with = usize::from(self.word(at) == "with");
        let opens = at + with;
        let degree = matches!(
            self.word(opens),
            "kam"
                | "zyada"
                | "jyada"
                | "thoda"
                | "thodi"
                | "thode"
                | "extra"
                | "less"
                | "bina"
                | "bagair"
                | "without"
        ) || matches!(
            self.toks.get(opens)?.raw.as_str(),
            "कम" | "ज्यादा"
                | "ज़्यादा"
                | "थोड़ा"
                | "थोड़ी"
                | "बिना"
                | "बगैर"
                | "एक्स्ट्रा"
        ) || self.word(opens) == "no" && self.names_ware(opens + 1);
        // "kheer zyada meethi", "cheeni kam wali"
        let turned = !degree
            && self.is_quality(at)
            && matches!(self.word(at + 1), "kam" | "zyada" | "jyada")
            && self.is(at + 2, &[Word::Wala]);
        if !degree && !turned {
            return None;
        }
        let mut end = if turned { at + 2 } else { opens + 1 };
        // "thoda kam meetha", "thodi zyada mirch"
        while degree && matches!(self.word(end), "kam" | "zyada" | "jyada") {
            end += 1;
        }
        if degree {
            let first = end;
            while end < first + WORDS_MAX && self.is_quality(end) && (end == first || !self.toks[end].broken)
            {
                end += 1;
            }
            if end == first {
                return None;
            }
            // "thoda meetha kam": less or more of what was named.
            let turned = matches!(self.word(end), "kam" | "zyada" | "jyada")
                && !self.is(end + 1, &[Word::Do, Word::Give, Word::Put]);
            end += usize::from(turned);
        }
        let wala = self.is(end, &[Word::Wala]);
        let behind = self.follows_goods(at);
        let next = end + usize::from(wala);
        // "bina pyaaz ka dosa", "kam cheeni wali lassi"
        let owns = self.is(end, &[Word::Ka]) && self.is_quality(end + 1) && !self.is(end + 1, &[Word::Bill]);
        let ahead = (wala || owns) && self.is_quality(next + usize::from(owns)) && self.counted_before(at);
        // "milk 2 kam karo", "bread zyada daal do": of the count, and not of the goods.
        let counts = self.num_like(end).is_some() && unit(self.tag(end + 1)).is_some();
        if counts || !(behind || ahead) {
            return None;
        }
        Some(if ahead && owns { end + 1 } else { next })
    }

    /// "2 bread without milk": of goods that are no part of others nobody can say whether a note was meant, or no milk.
    fn leaves_out_goods_of_their_own(&self, at: usize, end: usize) -> bool {
        const PARTS: [&str; 44] = [
            "onion",
            "onions",
            "pyaaz",
            "pyaz",
            "pyaj",
            "lehsun",
            "lahsun",
            "garlic",
            "mirch",
            "mirchi",
            "chilli",
            "chili",
            "sugar",
            "cheeni",
            "chini",
            "shakkar",
            "namak",
            "salt",
            "butter",
            "makkhan",
            "cheese",
            "paneer",
            "ghee",
            "oil",
            "tel",
            "ice",
            "baraf",
            "malai",
            "cream",
            "masala",
            "tamatar",
            "tomato",
            "dhaniya",
            "coriander",
            "lemon",
            "nimbu",
            "sauce",
            "mayo",
            "egg",
            "spice",
            "adrak",
            "ginger",
            "gud",
            "pudina",
        ];
        let leaves_out = matches!(self.word(at), "bina" | "bagair" | "without" | "no")
            || matches!(self.toks[at].raw.as_str(), "बिना" | "बगैर");
        leaves_out && !(at..end).any(|at| PARTS.contains(&self.word(at)))
    }

    /// A word of goods, or of how they are: no verb, no number, and nothing of the shop.
    fn is_quality(&self, at: usize) -> bool {
        self.names_goods(at)
            && self
                .toks
                .get(at)
                .is_some_and(|tok| !tok.devanagari || tok.tag.is_none())
    }

    fn names_ware(&self, at: usize) -> bool {
        self.names_goods(at) && is_ware(self.word(at))
    }

    /// Do goods stand right before `at`: counted ones, or such as a shop sells?
    fn follows_goods(&self, at: usize) -> bool {
        let Some(last) = at.checked_sub(1).filter(|last| self.names_goods(*last)) else {
            return false;
        };
        let first = (0..=last)
            .rev()
            .take_while(|at| self.names_goods(*at))
            .last()
            .unwrap_or(last);
        is_ware(self.word(last)) || self.counted_before(first)
    }

    /// A number, with its unit, right before `at`.
    fn counted_before(&self, at: usize) -> bool {
        let measured = at > 0 && matches!(self.tag(at - 1), Some(Word::Unit(_)));
        let count = at - usize::from(measured);
        count > 0 && self.num_like(count - 1).is_some()
    }

    /// The note at `at`.
    pub(super) fn note_text(&self, at: usize) -> Option<String> {
        self.is(at, &[Word::Note]).then(|| self.word(at).to_owned())
    }
}
