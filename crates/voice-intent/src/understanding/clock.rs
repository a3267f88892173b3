//! Times of day: "saadhe 7 baje", "subah", "half past four".

use super::lexicon::Word;
use super::moments::whole;
use super::utterance::Utterance;

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Noon,
    Evening,
    Night,
}

/// A time of day as said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clock {
    /// Hour and minute as said, before am or pm is known.
    pub(super) said: Option<(u32, u32)>,
    pub(super) part: Option<Part>,
    /// am or pm was said: the hour is fixed.
    pub(super) half: Option<bool>,
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
                Some(Word::Night | Word::Tonight) => {
                    if at > 0 && matches!(self.word(at - 1), "aadhi" | "adhi" | "mid") {
                        clock.said = Some((12, 0));
                        self.take(at - 1, at, "when");
                    }
                    Part::Night
                }
                None if self.word(at) == "midnight" => {
                    clock.said = Some((12, 0));
                    Part::Night
                }
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
            if let Some((hour, minute)) = self.written_clock(at) {
                if hour < 24 && minute < 60 {
                    clock.said = Some((hour, minute));
                    let start = at - usize::from(at > 0 && self.is(at - 1, &[Word::At]));
                    self.take_after_clock(start, at + 1, clock);
                }
                return;
            }
            if matches!(self.tag(at), Some(Word::Oclock | Word::Am | Word::Pm))
                && self.take_number_clock(at, clock)
            {
                return;
            }
            if self.take_past_clock(at, clock) {
                return;
            }
        }
        if !self.take_at_clock(clock) {
            self.take_hour_of_part(clock);
        }
    }

    /// "at 9", "at 3 in the afternoon", "at six thirty": an hour after "at".
    fn take_at_clock(&mut self, clock: &mut Clock) -> bool {
        for at in 0..self.len() {
            let dated = || {
                clock.part.is_some()
                    || self.has_any(&[Word::Today, Word::Tomorrow])
                    || self
                        .toks
                        .iter()
                        .any(|tok| matches!(tok.tag, Some(Word::Weekday(_))))
            };
            let by = self.is(at, &[Word::By]) && dated();
            if !self.is(at, &[Word::At]) && !by {
                continue;
            }
            let Some(num) = self.num_at(at + 1) else { continue };
            if let Some(minutes) = self.num_at(num.end)
                && let Some((_, hour, minute)) = self.hour_and_minutes(minutes.end)
                && !self.is(minutes.end, &NO_HOUR)
            {
                clock.said = Some((hour, minute));
                self.take(at, minutes.end, "when");
                return true;
            }
            // "at 1830"
            if (1_000_000..2_400_000).contains(&num.milli)
                && !self.is(num.end, &NO_HOUR)
                && let Some(time) = whole(num.milli).filter(|time| time % 100 < 60)
            {
                clock.said = Some((time / 100, time % 100));
                self.take(at, num.end, "when");
                return true;
            }
            if num.milli % 500 == 0
                && (1_000..=24_000).contains(&num.milli)
                && !self.is(num.end, &NO_HOUR)
                && let Some(hour) = whole(num.milli - num.milli % 1_000)
            {
                clock.said = Some((hour, if num.milli % 1_000 == 500 { 30 } else { 0 }));
                self.take(at, num.end, "when");
                return true;
            }
        }
        false
    }

    /// "shaam ko 6", "subah ke saadhe 8", "8 in the evening": an hour beside a part of the day, without a clock word.
    fn take_hour_of_part(&mut self, clock: &mut Clock) {
        if clock.said.is_some() {
            return;
        }
        for at in 0..self.len() {
            if !self.is(at, &PARTS) {
                continue;
            }
            let mut next = at + 1;
            while self.is(next, &[Word::Ko, Word::Ka]) {
                next += 1;
            }
            let mut before = at;
            while before > 0 && self.is(before - 1, &[Word::Article, Word::In, Word::This]) {
                before -= 1;
            }
            let after = self
                .num_at(next)
                .filter(|num| self.free(num.start) && !self.is(num.end, &NO_HOUR));
            let ahead = self
                .num_before(before)
                .filter(|num| before < at && self.free(num.start));
            let Some(num) = after.or(ahead) else { continue };
            let minute = match num.milli % 1_000 {
                0 => 0,
                250 => 15,
                500 => 30,
                750 => 45,
                _ => continue,
            };
            let hour = u32::try_from(num.milli / 1_000).ok();
            if let Some(hour) = hour.filter(|hour| (1..=12).contains(hour)) {
                clock.said = Some((hour, minute));
                self.take(num.start, num.end, "when");
                return;
            }
        }
    }
}

/// Parts of the day beside which an hour can stand.
pub(super) const PARTS: [Word; 5] = [
    Word::Morning,
    Word::Afternoon,
    Word::Evening,
    Word::Night,
    Word::Tonight,
];

/// Before these a number is no hour.
const NO_HOUR: [Word; 12] = [
    Word::Rupee,
    Word::Paise,
    Word::Ka,
    Word::Liye,
    Word::Tarikh,
    Word::Minute,
    Word::Hour,
    Word::Day,
    Word::Week,
    Word::Month,
    Word::Percent,
    Word::Each,
];
