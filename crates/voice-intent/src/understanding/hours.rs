//! Hours and minutes as they are said: "saadhe 7 baje", "half past four", "six thirty pm", "9.30".

use execora_text::numbers::read_number;
use execora_text::tokens::Kind;

use super::clock::{Clock, PARTS};
use super::lexicon::Word;
use super::moments::whole;
use super::utterance::Utterance;

impl Utterance {
    /// "half past four", "quarter to six", "ten past five": read where "past" or "to" stands.
    pub(super) fn take_past_clock(&mut self, at: usize, clock: &mut Clock) -> bool {
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
    pub(super) fn written_clock(&self, at: usize) -> Option<(u32, u32)> {
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
    pub(super) fn hour_and_minutes(&self, end: usize) -> Option<(usize, u32, u32)> {
        let minutes = self.num_before(end)?;
        let hour = self.num_before(minutes.start)?;
        let minute = whole(minutes.milli).filter(|minute| (5..60).contains(minute) && minute % 5 == 0)?;
        let hours = whole(hour.milli).filter(|hour| (1..=12).contains(hour))?;
        Some((hour.start, hours, minute))
    }

    /// "saadhe 7 baje": the number before the clock word.
    pub(super) fn take_number_clock(&mut self, at: usize, clock: &mut Clock) -> bool {
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

    pub(super) fn last_word_number(&self, end: usize) -> Option<i64> {
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
    pub(super) fn split_number(&mut self, start: usize, end: usize) {
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
    pub(super) fn take_after_clock(&mut self, start: usize, mut end: usize, clock: &mut Clock) {
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
}
