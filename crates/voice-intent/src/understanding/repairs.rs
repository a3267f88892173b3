//! Corrections in one breath, and what must not be booked: vague amounts, negations, conditions.

use super::lexicon::Word;
use super::utterance::Utterance;

impl Utterance {
    /// Carries out corrections: "500 nahi 400" leaves 400, "Ram ne nahi Shyam ne" leaves Shyam.
    pub(super) fn repair(&mut self) {
        for _ in 0..4 {
            let Some((from, to)) = self.correction() else {
                return;
            };
            self.cut(from, to);
        }
    }

    fn correction(&self) -> Option<(usize, usize)> {
        (1..self.len()).find_map(|at| {
            let corrects = self.is(at, &[Word::No, Word::Wrong, Word::Instead])
                || self.word(at) == "matlab"
                || self.word(at) == "actually"
                || self.word(at) == "mean"
                || self.is(at, &[Word::Place]) && matches!(self.word(at), "jagah" | "jagha");
            if !corrects {
                return None;
            }
            let mut next = at + 1;
            while self.is(
                next,
                &[Word::Filler, Word::No, Word::Wrong, Word::Be, Word::I, Word::Wait],
            ) && self.num_at(next).is_none()
                || self.word(next) == "mean"
            {
                next += 1;
            }
            self.number_correction(at, next)
                .or_else(|| self.name_correction(at, next))
                .or_else(|| self.day_correction(at, next))
        })
    }

    /// A number before the correcting word and a number after it.
    fn number_correction(&self, at: usize, next: usize) -> Option<(usize, usize)> {
        let after = self.num_at(next)?;
        let before = self.nums.iter().rev().find(|num| num.end <= at)?;
        let between_is_light = (before.end..at).all(|mid| {
            matches!(
                self.tag(mid),
                Some(
                    Word::Unit(_)
                        | Word::Rupee
                        | Word::Given
                        | Word::Done
                        | Word::Be
                        | Word::Filler
                        | Word::I
                        | Word::Ka
                        | Word::Write
                        | Word::Do
                        | Word::Give
                        | Word::Percent
                        | Word::Oclock
                ) | None
            )
        });
        let same_kind = self.tag(after.end) == self.tag(before.end)
            || !matches!(
                self.tag(before.end),
                Some(Word::Unit(_) | Word::Rupee | Word::Oclock | Word::Percent)
            )
            || !matches!(
                self.tag(after.end),
                Some(Word::Unit(_) | Word::Rupee | Word::Oclock | Word::Percent)
            );
        let fits = between_is_light && at - before.end <= 3 && same_kind;
        // "500, not 600": the first one stands.
        if fits && self.word(at) == "not" && next == at + 1 {
            return Some((at, after.end));
        }
        (fits && !self.may_be_one_number(before.end, at, next)).then_some((before.start, next))
    }

    /// "Ram ne nahi Shyam ne", "Rahul ko nahi Amit ko", "Rahul nahi Amit ka".
    fn name_correction(&self, at: usize, next: usize) -> Option<(usize, usize)> {
        if !self.is(at, &[Word::No, Word::Wrong, Word::Instead]) || !self.nameable(next) {
            return None;
        }
        let particle = (next + 1..(next + 4).min(self.len()))
            .find(|end| self.is(*end, &[Word::Ne, Word::Ko, Word::Ka, Word::Se]))?;
        let mut from = at;
        if self.tag_before(from) == self.tag(particle) {
            from -= 1;
        } else if !self.nameable(from.checked_sub(1)?) {
            return None;
        }
        let end = from;
        while from > 0 && (self.nameable(from - 1) || self.tag(from - 1) == Some(Word::Honorific)) {
            from -= 1;
        }
        (from < end).then_some((from, next))
    }

    /// "kal nahi parson".
    fn day_correction(&self, at: usize, next: usize) -> Option<(usize, usize)> {
        let is_day = |at: usize| {
            matches!(
                self.tag(at),
                Some(Word::Today | Word::Tomorrow | Word::Kal | Word::Parson | Word::Weekday(_))
            )
        };
        let is_part = |at: usize| {
            matches!(
                self.tag(at),
                Some(Word::Morning | Word::Afternoon | Word::Evening | Word::Night)
            )
        };
        // "kal ki jagah parson", "subah ki jagah shaam"
        let day = at - 1 - usize::from(at > 1 && self.is(at - 1, &[Word::Ka, Word::Ko]));
        let same = is_day(day) && is_day(next) || is_part(day) && is_part(next);
        same.then_some((day, next))
    }

    /// Were amounts said as a range or a guess? Then nothing may be booked.
    pub(super) fn is_vague(&self) -> bool {
        self.has_any(&[Word::Roughly, Word::Maybe])
            || self
                .free_nums()
                .iter()
                .any(|num| num.vague || self.makes_a_range(num.start, num.end))
            || self.is_broken_off()
            || self.word_pair("about")
            || self.has_word(&["aas", "andaaz", "range"])
    }

    /// Is the number at `start..end` followed by another that makes a range of the two?
    fn makes_a_range(&self, start: usize, end: usize) -> bool {
        let next = if self.is(end, &[Word::Or, Word::Se, Word::To]) {
            end + 1
        } else {
            end
        };
        let Some(second) = self.num_at(next).filter(|num| self.free(num.start)) else {
            return false;
        };
        if next == end
            && let Some(first) = self.num_at(start)
            && self.priced(first).is_some_and(|priced| priced.end > second.start)
        {
            return false;
        }
        !self.toks[next].broken
    }

    /// A number on either side of "matlab" that may be one number or a correction.
    fn is_broken_off(&self) -> bool {
        (1..self.len()).any(|at| self.may_be_one_number(at, at, at + 1))
    }

    /// "paid about 500": a guess; "remind about 500" is none.
    fn word_pair(&self, word: &str) -> bool {
        self.has_any(&[Word::Paid, Word::Given, Word::Got, Word::Taken])
            && (0..self.len()).any(|at| self.word(at) == word && self.num_at(at + 1).is_some())
    }

    /// Was the deed denied, doubted, only planned, or asked about?
    pub(super) fn is_denied(&self) -> bool {
        self.has_any(&[Word::No, Word::Dont, Word::If, Word::Future, Word::Maybe])
            || self.has_word(&["will", "nothing", "should"])
    }

    /// Is it a question?
    pub(super) fn is_question(&self) -> bool {
        const ASKING: [&str; 7] = ["did", "has", "have", "does", "is", "was", "will"];
        self.has_any(&[Word::Question, Word::HowMuch, Word::Who])
            || self.has_any(&[Word::Paid, Word::Given, Word::Got, Word::Owe])
                && ASKING.contains(&self.word(0))
    }
}
