//! Corrections in one breath, and what must not be booked: vague amounts, negations, conditions.

use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::utterance::{Num, Tok, Utterance};

impl Utterance {
    /// Carries out corrections: "500 nahi 400" leaves 400, "Ram ne nahi Shyam ne" leaves Shyam.
    pub(super) fn repair(&mut self) {
        self.recount();
        self.recount_at_the_end();
        self.recount_of_the_only_goods();
        for _ in 0..4 {
            let Some((from, to)) = self.correction() else {
                return;
            };
            self.cut(from, to);
        }
    }

    /// "four loaves of bread sorry five loaves": the same goods counted again; the second count stands.
    fn recount(&mut self) {
        let corrects = |at: usize| {
            matches!(
                self.word(at),
                "sorry" | "mean" | "actually" | "nahi" | "no" | "matlab" | "wait" | "hang" | "hold"
            ) || self.word(at) == "on" && matches!(self.word(at.wrapping_sub(1)), "hang" | "hold")
        };
        let found = self.nums.iter().find_map(|again| {
            let noun = self.toks.get(again.end).filter(|tok| tok.kind == Kind::Word)?;
            let first = self.nums.iter().find(|num| {
                num.end < again.start && self.toks.get(num.end).is_some_and(|tok| tok.word == noun.word)
            })?;
            let mut from = again.start;
            while from > first.end && (corrects(from - 1) || self.is(from - 1, &[Word::I, Word::Filler])) {
                from -= 1;
            }
            let close =
                (first.end + 1..from).all(|at| self.nameable(at) || self.is(at, &[Word::Of, Word::Article]));
            let named = self
                .toks
                .get(again.end + 1)
                .is_none_or(|tok| tok.broken || !self.nameable(again.end + 1));
            (from < again.start && from > first.end + 1 && close && named).then_some((*first, from, *again))
        });
        if let Some((first, from, again)) = found {
            self.count_anew(first, from, again, again.end + 1);
        }
    }

    /// "Rahul ne 300 diye, nahi 200", "Anjali ko 200 udhaar, sorry 250": another sum at the very end, and the verb before it.
    fn recount_at_the_end(&mut self) {
        let Some(again) = self.nums.last().copied() else {
            return;
        };
        let currency = usize::from(self.is(again.end, &[Word::Rupee]));
        let marker = again.start.checked_sub(1).filter(|at| {
            matches!(self.word(*at), "sorry" | "actually") || self.is(*at, &[Word::No, Word::Wrong])
        });
        let (Some(marker), true) = (marker, again.end + currency == self.len()) else {
            return;
        };
        let first = self.nums.iter().copied().find(|num| num.end < marker);
        let only = self.nums.len() == 2;
        let verbs = [
            Word::Given,
            Word::Done,
            Word::Write,
            Word::Credit,
            Word::Do,
            Word::Give,
            Word::Paid,
            Word::Got,
            Word::Rupee,
            Word::Put,
            Word::Filler,
        ];
        if let Some(first) = first.filter(|first| only && (first.end..marker).all(|at| self.is(at, &verbs))) {
            self.count_anew(first, marker, again, again.end);
        }
    }

    /// "do milk … nahi nahi, ek hi karo": so many of the only goods, and no verb is said twice.
    fn recount_of_the_only_goods(&mut self) {
        let [first, again] = self.nums.as_slice() else {
            return;
        };
        let (first, again) = (*first, *again);
        let goods = first.end + usize::from(matches!(self.tag(first.end), Some(Word::Unit(_))));
        let mut no = again.start;
        while no > goods && self.is(no - 1, &[Word::No, Word::Wrong, Word::Filler, Word::Wait]) {
            no -= 1;
        }
        let denied = (no..again.start).any(|at| self.is(at, &[Word::No, Word::Wrong]));
        let named = self.names_somebody(goods) && !self.is(first.end, &[Word::Rupee]);
        let mut end = again.end;
        while self.is(end, &[Word::Filler]) {
            end += 1;
        }
        let verbs = [Word::Do, Word::Give, Word::Make, Word::Keep, Word::Put, Word::Be];
        let ends = (end..self.len()).all(|at| self.is(at, &verbs) || self.is(at, &[Word::Filler]));
        if !denied || !named || !ends || first.end > no {
            return;
        }
        // Where the first order has its verb, the second one goes.
        let has_verb = (goods..no).any(|at| self.is(at, &verbs));
        let to = if has_verb { self.len() } else { end };
        self.count_anew(first, no, again, to);
    }

    /// The number `again` in the place of `first`; what was said from `from` up to `to` goes.
    fn count_anew(&mut self, first: Num, from: usize, again: Num, to: usize) {
        let count: Vec<Tok> = self.toks[again.start..again.end].to_vec();
        self.toks.drain(from..to);
        self.toks.splice(first.start..first.end, count);
        self.find_numbers();
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
