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

    /// "half past four", "quarter to six", "ten past five": read where "past" or "to" stands.
    fn take_past_clock(&mut self, at: usize, clock: &mut Clock) -> bool {
        let to = self.is(at, &[Word::To]);
        if at == 0 || !to && !self.is(at, &[Word::Past]) {
            return false;
        }
        let hour = self.num_at(at + 1).filter(|num| self.free(num.start));
        let Some((hour, end)) = hour.and_then(|num| Some((whole(num.milli)?, num.end))) else {
            return false;
        };
        let (minute, start) = match self.word(at - 1) {
            "half" if !to => (30, at - 1),
            "quarter" => (15, at - 1),
            _ => {
                let minutes = at - usize::from(self.is(at - 1, &[Word::Minute]));
                let Some(num) = self.num_before(minutes) else {
                    return false;
                };
                // "five to seven" may be a span: "at" before it, or "pm" after it, makes it a time.
                let told = num.start > 0 && self.is(num.start - 1, &[Word::At])
                    || self.is(end, &[Word::Am, Word::Pm])
                    || minutes < at;
                match whole(num.milli).filter(|minute| told && (1..60).contains(minute)) {
                    Some(minute) => (minute, num.start),
                    None => return false,
                }
            }
        };
        if !(1..=24).contains(&hour) {
            return false;
        }
        clock.said = Some(match (to, hour) {
            (false, _) => (hour, minute),
            (true, 1) => (12, 60 - minute),
            (true, _) => (hour - 1, 60 - minute),
        });
        self.take_after_clock(start, end, clock);
        true
    }

    /// "7:30"; "9.30" where a time of day stands beside it.
    fn written_clock(&self, at: usize) -> Option<(u32, u32)> {
        let tok = self.toks.get(at)?;
        let beside = || {
            self.is(at + 1, &[Word::Am, Word::Pm, Word::Oclock])
                || at > 0 && self.is(at - 1, &[Word::At])
                || at > 0 && self.is(at - 1, &PARTS)
                || self.is(at + 1, &PARTS)
                || self.is(at + 1, &[Word::In]) && self.is(at + 3, &PARTS)
        };
        let (hour, minute) = match tok.kind {
            Kind::Clock => tok.word.split_once(':')?,
            Kind::Figure if beside() && !self.is(at + 1, &[Word::Rupee]) => tok.word.split_once('.')?,
            _ => return None,
        };
        if minute.len() != 2 {
            return None;
        }
        Some((hour.parse().ok()?, minute.parse().ok()?))
    }

    /// "six thirty", "7 45": an hour and minutes said as two numbers that end before `end`.
    fn hour_and_minutes(&self, end: usize) -> Option<(usize, u32, u32)> {
        let minutes = self.num_before(end)?;
        let hour = self.num_before(minutes.start)?;
        let minute = whole(minutes.milli).filter(|minute| (5..60).contains(minute) && minute % 5 == 0)?;
        let hours = whole(hour.milli).filter(|hour| (1..=12).contains(hour))?;
        Some((hour.start, hours, minute))
    }

    /// "saadhe 7 baje": the number before the clock word.
    fn take_number_clock(&mut self, at: usize, clock: &mut Clock) -> bool {
        let Some(num) = self.num_before(at) else {
            return false;
        };
        if let Some((start, hour, minute)) = self.hour_and_minutes(at) {
            clock.said = Some((hour, minute));
            self.take_after_clock(start, at, clock);
            return true;
        }
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
const PARTS: [Word; 5] = [
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
