//! What tells two people of one name apart: "mandir wale Ramesh", "Mohan near the water tank", "the church side Varghese".

use super::lexicon::{Word, is_business};
use super::people::Person;
use super::utterance::Utterance;

/// A landmark has at most so many words.
const WORDS_MAX: usize = 3;

/// Before these a place has a word of its own: "bus stand", "petrol pump".
const SECOND_WORDS: [&str; 18] = [
    "stand", "tank", "pump", "station", "office", "gate", "road", "nagar", "colony", "market", "park",
    "hall", "mill", "crossing", "bridge", "adda", "chowk", "vihar",
];

/// These end the name of a firm and are no place where somebody is.
const FIRMS: [&str; 8] = [
    "kirana",
    "store",
    "stores",
    "traders",
    "trading",
    "enterprises",
    "brothers",
    "agency",
];

impl Utterance {
    /// "mandir wale Ramesh", "school ke peeche wali Sunita": the landmark stands before the name at `name`.
    pub(super) fn landmark_before(&self, name: usize) -> (usize, Option<String>) {
        if !(self.tag_before(name) == Some(Word::Wala) && self.free(name - 1)) {
            return (name, None);
        }
        let last = self.before_place(name - 1);
        let mut from = last;
        while from > 0
            && last - from < WORDS_MAX
            && self.free(from - 1)
            && (from == last || !self.toks[from].broken)
            && (self.nameable(from - 1)
                || self.in_number(from - 1) && self.is(from.wrapping_sub(2), &[Word::Number])
                || self.is(from - 1, &[Word::Number, Word::Bank, Word::Shop, Word::Stock]))
        {
            from -= 1;
        }
        if from == last {
            return (name, None);
        }
        (from, Some(self.place_named(from, last)))
    }

    /// Where "ke paas" before `end` begins, or `end` itself.
    fn before_place(&self, end: usize) -> usize {
        let mut last = end;
        if self.word(last.wrapping_sub(1)) == "side" && last > 1 {
            last -= 1;
        }
        if self.tag_before(last) == Some(Word::Place) {
            last -= 1;
        }
        if last < end && self.tag_before(last) == Some(Word::Ka) {
            last -= 1;
        }
        last
    }

    /// "Ramesh mandir wale", "Irfan station ke paas wale": the landmark stands after the name, and `wala` after it.
    pub(super) fn person_with_trailing_landmark(&self, wala: usize, end: usize) -> Option<Person> {
        let last = self.before_place(wala);
        let mut from = last;
        while from > 0 && last - from < WORDS_MAX && (self.nameable(from - 1) || self.titled(from, last)) {
            from -= 1;
        }
        let mut place = last.checked_sub(1).filter(|place| *place >= from)?;
        if place > from + 1 && SECOND_WORDS.contains(&self.word(place)) {
            place -= 1;
        }
        // "Gupta Kirana wale"; "Manoj dairy wala" is told by where he is.
        let business = last == wala && place > from && FIRMS.contains(&self.word(place));
        if place == from || business {
            return (last == wala && self.namey(from)).then(|| Person {
                start: from,
                end,
                name: self.name_of(from, wala),
                landmark: None,
            });
        }
        let name = self.name_of(from, place);
        (!name.is_empty()).then(|| Person {
            start: from,
            end,
            name,
            landmark: Some(self.place_named(place, last)),
        })
    }

    /// Is the word before `from` a title within a name?
    fn titled(&self, from: usize, last: usize) -> bool {
        from < last && from > 1 && self.is(from - 1, &[Word::Honorific]) && self.nameable(from - 2)
    }

    /// "near the water tank" after a name: the place, and where it ends.
    pub(super) fn landmark_after(&self, at: usize) -> Option<(String, usize)> {
        let mut from = at;
        match (self.word(at), self.word(at + 1)) {
            ("next" | "close", "to") | ("in", "front") => from += 2,
            ("near" | "behind" | "opposite" | "beside" | "outside", _) => from += 1,
            _ => return None,
        }
        while self.is(from, &[Word::Article, Word::Of, Word::To]) {
            from += 1;
        }
        let mut end = from;
        while end - from < WORDS_MAX
            && (self.nameable(end) || self.is(end, &[Word::Bank, Word::Shop]))
            && !self.toks[end].broken
            && !(end > from && self.is_ware_at(end))
        {
            end += 1;
        }
        (end > from).then(|| (self.place_named(from, end), end))
    }

    /// "church side Varghese", "bus stand Ravi": the place before a name, and where the name begins.
    pub(super) fn side_of(&self, from: usize, to: usize) -> Option<(String, usize)> {
        let side = (from + 1..to.saturating_sub(1)).find(|at| self.word(*at) == "side");
        if let Some(side) = side {
            return Some((self.place_named(from, side), side + 1));
        }
        // "bus stand Ravi": a place of two words, and no name of a business.
        let placed = to > from + 2
            && SECOND_WORDS.contains(&self.word(from + 1))
            && !(from + 2..to).any(|at| is_business(self.word(at)));
        placed.then(|| (self.place_named(from, from + 2), from + 2))
    }

    fn place_named(&self, from: usize, to: usize) -> String {
        let words: Vec<&str> = (from..to).map(|at| self.word(at)).collect();
        words.join(" ")
    }
}
