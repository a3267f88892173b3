//! One search: candidates from the index, each scored by its words, the best few kept.

use crate::fit::{fit, likeness};
use crate::index::{Form, Index, Slot, whole_key, written};
use crate::near::CERTAIN;
use crate::phone_index::plain_digits;
use crate::score::{FITS, Match, NEAR, Reason, Score};
use crate::spoken::{NameWord, Spoken};
use crate::vocabulary::{Alike, Reach};

/// How many forms of one common word are scored: that many namesakes are asked about anyway.
const SCORED_MAX: usize = 400;
/// How many forms are looked at for another word, a place or a phone beside the rarest word.
const LOOKED_AT_MAX: usize = 20_000;
/// The same when nobody fits, and the near are looked for.
const NEAR_LOOKED_AT_MAX: usize = 2_000;
/// How many names that begin so are shown of one word.
const BEGINNING_MAX: usize = 5;
/// How many customers at one landmark are shown.
const AT_LANDMARK_MAX: usize = 200;
const LANDMARK_LOOKED_AT_MAX: usize = 2_000;

const CUT_ANEW: u16 = 9_650;
const SAME_WHOLE: u16 = 9_700;
const CONTRADICTED: u16 = 8_500;
const RELATIVE: u16 = 7_500;
const SUFFIX_OF_PHONE: u16 = 8_900;
const PART_OF_PHONE: u16 = 8_000;
const LANDMARK_ALONE: u16 = 6_000;
const BEGINNING: u16 = 4_500;

/// The state of one search.
pub(crate) struct Search<'a> {
    index: &'a Index,
    said: &'a Spoken,
    digits: Option<String>,
    top: usize,
    best: Vec<Match>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(index: &'a Index, said: &'a Spoken, top: usize) -> Self {
        let digits = said.digits.as_deref().map(plain_digits);
        Self {
            index,
            said,
            digits,
            top,
            best: Vec::with_capacity(top + 1),
        }
    }

    pub(crate) fn run(mut self) -> Vec<Match> {
        if self.said.name.is_empty() {
            self.by_phone();
            return self.best;
        }
        self.by_whole();
        self.by_words(&self.said.name);
        for other in self.cut_anew() {
            self.by_words(&other);
        }
        if !self.has_fitting() {
            self.by_beginning();
            self.by_landmark();
        }
        self.best
    }

    fn has_fitting(&self) -> bool {
        self.best.first().is_some_and(|best| best.score >= FITS)
    }

    fn by_phone(&mut self) {
        let Some(digits) = self.digits.clone() else { return };
        for id in self.index.phones.candidates(&digits) {
            let Some(slot) = self.index.slot(*id) else {
                continue;
            };
            let Some(phone) = slot.phone.as_deref() else {
                continue;
            };
            let points = match phone {
                phone if phone == digits => 10_000,
                phone if phone.ends_with(&digits) => SUFFIX_OF_PHONE,
                phone if phone.contains(&digits) => PART_OF_PHONE,
                _ => continue,
            };
            self.keep(slot, points, Reason::Phone);
        }
    }

    /// Names that are the same as a whole, in the same or other words: "Har preet", "Ramchandra".
    fn by_whole(&mut self) {
        for said in [&self.said.all, &self.said.name] {
            let whole = written(said);
            for id in self.index.called(&whole_key(said)) {
                let Some(form) = self.index.form(*id) else {
                    continue;
                };
                let (points, reason) = if form.written == whole {
                    (10_000, Reason::Exact)
                } else if form.words.len() == self.said.name.len() {
                    (SAME_WHOLE, Reason::Spelling)
                } else {
                    (CUT_ANEW, Reason::Spelling)
                };
                // What was said in full, marks and relatives too, stands so in the book: nothing left to doubt.
                let in_full = said.len() == self.said.all.len();
                self.judge(form, points, reason, in_full);
            }
        }
    }

    /// What was said with two neighbouring words as one, where the book has such a word.
    fn cut_anew(&self) -> Vec<Vec<NameWord>> {
        let mut cuts = Vec::new();
        let words = &self.said.name;
        for at in 0..words.len().saturating_sub(1) {
            let joined = NameWord::new(format!("{}{}", words[at].plain, words[at + 1].plain));
            if self.index.vocabulary.has_key(&joined.key) {
                let mut cut = words.clone();
                cut.splice(at..at + 2, [joined]);
                cuts.push(cut);
            }
        }
        cuts
    }

    fn by_words(&mut self, words: &[NameWord]) {
        let mut alike: Vec<Vec<Alike>> = words
            .iter()
            .map(|word| self.index.vocabulary.alike(word, Reach::SameConsonants))
            .collect();
        // Whoever fits has a likeness of every word, so the forms of the rarest one are enough to look at.
        self.by_rarest(words, &alike, CERTAIN);
        if self.has_fitting() {
            return;
        }
        for (alike, word) in alike.iter_mut().zip(words) {
            *alike = self.index.vocabulary.alike(word, Reach::OneConsonant);
        }
        self.by_rarest(words, &alike, 0);
        if words.len() > 1 && self.best.first().is_none_or(|best| best.score < NEAR) {
            self.by_any(words, &alike);
        }
    }

    /// Scores the forms that have a likeness of at least `floor` of every word.
    fn by_rarest(&mut self, words: &[NameWord], alike: &[Vec<Alike>], floor: u8) {
        let whole_words = (0..words.len()).filter(|at| words[*at].plain.len() > 1 || words.len() == 1);
        let Some(rarest) = whole_words.min_by_key(|at| self.index.vocabulary.count_forms(&alike[*at], floor))
        else {
            return;
        };
        let is_marked = !self.said.marks.is_empty() || self.digits.is_some();
        let max = match (words.len(), floor) {
            (1, _) if !is_marked => SCORED_MAX,
            (_, CERTAIN) => LOOKED_AT_MAX,
            _ => NEAR_LOOKED_AT_MAX,
        };
        let index = self.index;
        for id in index.vocabulary.forms(&alike[rarest], floor).take(max) {
            let Some(form) = index.form(id) else { continue };
            let has = |at: usize| {
                let strong = |word: &usize| likeness(&alike[at], *word).is_some_and(|found| found >= floor);
                at == rarest || words[at].plain.len() == 1 || form.words.iter().any(strong)
            };
            if form.words.len() >= words.len() && (0..words.len()).all(has) {
                self.score(form, words, alike);
            }
        }
    }

    /// Scores forms that have at least one of the words, the rarest first.
    fn by_any(&mut self, words: &[NameWord], alike: &[Vec<Alike>]) {
        let index = self.index;
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.sort_by_key(|at| self.index.vocabulary.count_forms(&alike[*at], CERTAIN));
        for at in order {
            for id in index.vocabulary.forms(&alike[at], CERTAIN).take(SCORED_MAX) {
                if let Some(form) = index.form(id) {
                    self.score(form, words, alike);
                }
            }
        }
    }

    fn score(&mut self, form: &Form, words: &[NameWord], alike: &[Vec<Alike>]) {
        let fit = fit(self.index, form, words, alike);
        let Some((points, reason)) = fit.points(words.len(), form.words.len()) else {
            return;
        };
        self.judge(form, points, reason, false);
    }

    /// Weighs what else was said: a place, a trade, digits of a phone, somebody's relative.
    fn judge(&mut self, form: &Form, points: u16, reason: Reason, in_full: bool) {
        let Some(slot) = self.index.slot(form.slot) else {
            return;
        };
        let mut points = points;
        let mut reason = if form.is_other_name {
            Reason::Nickname
        } else {
            reason
        };
        if self.said.is_relative && !in_full {
            points = points.min(RELATIVE);
        }
        if let Some(digits) = &self.digits {
            if slot
                .phone
                .as_ref()
                .is_some_and(|phone| phone.contains(digits.as_str()))
            {
                reason = Reason::Phone;
            } else {
                points = points.min(CONTRADICTED);
            }
        }
        if !self.said.marks.is_empty() {
            if self.is_marked(slot) {
                reason = if reason == Reason::Phone {
                    reason
                } else {
                    Reason::Landmark
                };
            } else if self.said.marks_are_place && !slot.landmark.is_empty() && !in_full {
                points = points.min(CONTRADICTED);
            }
        }
        self.keep(slot, points, reason);
    }

    /// Whether each mark stands in the landmark or in some name of the customer.
    fn is_marked(&self, slot: &Slot) -> bool {
        let is_word =
            |word: &usize, mark: &str| self.index.vocabulary.entry(*word).is_some_and(|e| e.key == mark);
        let is_named = |mark: &str| {
            let forms = slot.forms.iter().filter_map(|form| self.index.form(*form));
            forms.flat_map(|form| &form.words).any(|word| is_word(word, mark))
        };
        self.said
            .marks
            .iter()
            .all(|mark| slot.landmark.contains(mark) || is_named(mark))
    }

    /// Whoever is called so once the name is said to its end.
    fn by_beginning(&mut self) {
        let Some(word) = self.said.name.last().filter(|word| word.plain.len() >= 2) else {
            return;
        };
        for entry in self.index.vocabulary.prefixed(&word.plain) {
            for id in entry.forms.iter().take(BEGINNING_MAX) {
                if let Some(form) = self.index.form(*id) {
                    self.judge(form, BEGINNING, Reason::Spelling, false);
                }
            }
        }
    }

    fn by_landmark(&mut self) {
        let keys = || self.said.all.iter().map(|word| word.key.as_str());
        let Some(first) = keys().next() else { return };
        let all_there = |slot: &&Slot| keys().all(|key| slot.landmark.iter().any(|part| part == key));
        let ids = self.index.at_landmark(first).iter().take(LANDMARK_LOOKED_AT_MAX);
        let slots = ids.filter_map(|id| self.index.slot(*id));
        for slot in slots.filter(all_there).take(AT_LANDMARK_MAX) {
            self.keep(slot, LANDMARK_ALONE, Reason::Landmark);
        }
    }

    /// Keeps the best few, each customer once and in its best light.
    fn keep(&mut self, slot: &Slot, points: u16, reason: Reason) {
        let found = Match {
            customer: slot.customer,
            score: Score::from_basis_points(points),
            reason,
        };
        if self.best.len() >= self.top && self.best.last().is_some_and(|worst| !found.is_before(worst)) {
            return;
        }
        if let Some(at) = self
            .best
            .iter()
            .position(|other| other.customer == found.customer)
        {
            if !found.is_before(&self.best[at]) {
                return;
            }
            self.best.remove(at);
        }
        let at = self.best.partition_point(|other| other.is_before(&found));
        self.best.insert(at, found);
        self.best.truncate(self.top);
    }
}
