//! Times of day: "saadhe 7 baje", "subah", "half past four".

use execora_text::numbers::read_number;
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::moments::whole;
use super::utterance::Utterance;

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Noon,
    Evening,
    Night,
}

/// A time of day as said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clock {
    /// Hour and minute as said, before am or pm is known.
    said: Option<(u32, u32)>,
    part: Option<Part>,
    /// am or pm was said: the hour is fixed.
    half: Option<bool>,
}

impl Clock {
    pub(super) fn is_said(self) -> bool {
        self.said.is_some() || self.part.is_some()
    }

    /// The time of day, without looking at now.
    pub(super) fn settled(self) -> Option<(u32, u32)> {
        let Some((hour, minute)) = self.said else {
            return self.part.map(|part| match part {
                Part::Morning => (9, 0),
                Part::Noon => (13, 0),
                Part::Evening => (18, 0),
                Part::Night => (20, 0),
            });
        };
        let hour = match (self.half, self.part) {
            _ if hour > 12 || hour == 0 => hour,
            (Some(true), _) => hour % 12 + 12,
            (Some(false), _) | (None, Some(Part::Morning)) => hour % 12,
            (None, Some(Part::Noon)) if hour == 12 || hour == 11 => hour,
            (None, Some(Part::Noon | Part::Evening)) => hour % 12 + 12,
            (None, Some(Part::Night)) if hour == 12 => 24,
            (None, Some(Part::Night)) if hour < 5 => hour,
            (None, Some(Part::Night)) => hour + 12,
            (None, None) if (1..=6).contains(&hour) => hour + 12,
            (None, None) => hour,
        };
        Some((hour, minute))
    }

    pub(super) fn is_vague(self) -> bool {
        self.half.is_none() && self.part.is_none() && self.said.is_some_and(|(hour, _)| hour <= 12)
    }
}

impl Utterance {
    /// Reads a time of day anywhere in the utterance and takes its words.
    pub(super) fn take_clock(&mut self) -> Clock {
        let mut clock = Clock::default();
        for at in 0..self.len() {
            if !self.free(at) {
                continue;
            }
            let part = match self.tag(at) {
                Some(Word::Morning) => Part::Morning,
                Some(Word::Afternoon) => Part::Noon,
                Some(Word::Evening) => Part::Evening,
                Some(Word::Night | Word::Tonight) => Part::Night,
                Some(Word::Noon) => {
                    clock.said = clock.said.or(Some((12, 0)));
                    Part::Noon
                }
                _ => continue,
            };
            clock.part = Some(part);
            self.take(at, at + 1, "when");
            break;
        }
        self.take_said_clock(&mut clock);
        clock
    }

    fn take_said_clock(&mut self, clock: &mut Clock) {
        for at in 0..self.len() {
            if !self.free(at) {
                continue;
            }
            if self.toks[at].kind == Kind::Clock {
                let Some((hour, minute)) = self.toks[at].word.split_once(':') else {
                    continue;
                };
                let (Ok(hour), Ok(minute)) = (hour.parse(), minute.parse()) else {
                    continue;
                };
                if hour < 24 && minute < 60 {
                    clock.said = Some((hour, minute));
                    self.take_after_clock(at, at + 1, clock);
                }
                return;
            }
            if matches!(self.tag(at), Some(Word::Oclock | Word::Am | Word::Pm))
                && self.take_number_clock(at, clock)
            {
                return;
            }
            let part = match (self.word(at.wrapping_sub(1)), self.word(at)) {
                ("half", "past") => Some((0, 30)),
                ("quarter", "past") => Some((0, 15)),
                ("quarter", "to") => Some((1, 45)),
                _ => None,
            };
            if let Some((before, minute)) = part
                && let Some(num) = self.num_at(at + 1)
                && let Some(hour) = whole(num.milli).filter(|hour| (1..=24).contains(hour))
            {
                let hour = if hour == before { 12 } else { hour - before };
                clock.said = Some((hour, minute));
                self.take(at - 1, num.end, "when");
                return;
            }
        }
        self.take_at_clock(clock);
    }

    /// "saadhe 7 baje": the number before the clock word.
    fn take_number_clock(&mut self, at: usize, clock: &mut Clock) -> bool {
        let Some(num) = self.num_before(at) else {
            return false;
        };
        let mut milli = num.milli;
        let mut start = num.start;
        if milli > 24_000 {
            // "saat sau saat baje": the last word alone is the hour.
            let Some(hour) = self.last_word_number(at) else {
                return false;
            };
            milli = hour;
            start = at - 1;
            self.split_number(num.start, at - 1);
        }
        let (Some(hour), minute) = (u32::try_from(milli / 1_000).ok(), milli % 1_000) else {
            return false;
        };
        let minute = match minute {
            0 => 0,
            250 => 15,
            500 => 30,
            750 => 45,
            _ => return false,
        };
        if hour > 24 || milli == 0 {
            return false;
        }
        clock.said = Some((hour, minute));
        self.take_after_clock(start, at, clock);
        true
    }

    fn last_word_number(&self, end: usize) -> Option<i64> {
        let tok = self.toks.get(end.checked_sub(1)?)?;
        let text = if tok.devanagari {
            tok.raw.as_str()
        } else {
            tok.word.as_str()
        };
        read_number(&[text])
            .map(|number| number.milli)
            .filter(|milli| *milli <= 12_000)
    }

    /// Cuts the number that starts at `start` so that it ends at `end`.
    fn split_number(&mut self, start: usize, end: usize) {
        let words: Vec<&str> = self
            .toks
            .get(start..end)
            .unwrap_or(&[])
            .iter()
            .map(|tok| {
                if tok.devanagari {
                    tok.raw.as_str()
                } else {
                    tok.word.as_str()
                }
            })
            .collect();
        let read = read_number(&words);
        if let (Some(num), Some(read)) = (self.nums.iter_mut().find(|num| num.start == start), read) {
            num.end = start + read.words;
            num.milli = read.milli;
        }
    }

    /// Takes the clock's words, and am, pm, minutes and "baje" after it.
    fn take_after_clock(&mut self, start: usize, mut end: usize, clock: &mut Clock) {
        loop {
            match self.tag(end) {
                Some(Word::Am) => clock.half = Some(false),
                Some(Word::Pm) => clock.half = Some(true),
                Some(Word::Oclock) => {}
                _ => break,
            }
            end += 1;
        }
        let mut more = end;
        while self.is(more, &[Word::Ka, Word::And, Word::Do]) {
            more += 1;
        }
        if let Some(num) = self.num_at(more)
            && self.tag(num.end) == Some(Word::Minute)
            && let (Some(minute), Some((hour, 0))) = (whole(num.milli), clock.said)
            && minute < 60
            && !self.is(num.end + 1, &[Word::After])
        {
            clock.said = Some((hour, minute));
            end = num.end + 1;
        }
        self.take(start, end, "when");
    }

    /// "at 9", "at 3 in the afternoon": an hour after "at".
    fn take_at_clock(&mut self, clock: &mut Clock) {
        for at in 0..self.len() {
            if !self.is(at, &[Word::At]) {
                continue;
            }
            if let Some(num) = self.num_at(at + 1)
                && num.milli % 500 == 0
                && (1_000..=24_000).contains(&num.milli)
                && self.tag(num.end) != Some(Word::Rupee)
                && let Some(hour) = whole(num.milli - num.milli % 1_000)
            {
                clock.said = Some((hour, if num.milli % 1_000 == 500 { 30 } else { 0 }));
                self.take(at, num.end, "when");
                return;
            }
        }
    }
}
