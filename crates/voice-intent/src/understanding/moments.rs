//! When: moments in the future, relative to now and in the shop's offset.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta, Weekday};
use execora_text::tokens::Kind;

use super::clock::Clock;
use super::lexicon::{self, Word};
use super::utterance::Utterance;

impl Utterance {
    /// Reads a moment in the future and takes its words.
    pub(super) fn take_when(&mut self) -> Option<DateTime<FixedOffset>> {
        if let Some(moment) = self.take_after_span() {
            return Some(moment);
        }
        let date = self.take_date();
        let clock = self.take_clock();
        self.moment(date, clock)
    }

    fn moment(&self, date: Option<NaiveDate>, clock: Clock) -> Option<DateTime<FixedOffset>> {
        let today = self.now.date_naive();
        if let Some(date) = date {
            let (hour, minute) = clock.settled().unwrap_or((10, 0));
            // "aaj 8 baje" said at noon is the evening; "tonight at 8" said at nine is over, and is asked about.
            let evening = clock.is_vague() && (7..=11).contains(&hour);
            return [hour, if evening { hour + 12 } else { hour }]
                .into_iter()
                .filter_map(|hour| self.at(date, hour, minute))
                .find(|moment| *moment > self.now);
        }
        let (hour, minute) = clock.settled()?;
        let moment = self.at(today, hour, minute)?;
        if moment > self.now {
            return Some(moment);
        }
        if clock.is_vague() && (7..=11).contains(&hour) {
            let later = self.at(today, hour + 12, minute)?;
            if later > self.now {
                return Some(later);
            }
        }
        self.at(today.checked_add_days(Days::new(1))?, hour, minute)
    }

    fn at(&self, date: NaiveDate, hour: u32, minute: u32) -> Option<DateTime<FixedOffset>> {
        let date = if hour >= 24 {
            date.checked_add_days(Days::new(1))?
        } else {
            date
        };
        let time = NaiveTime::from_hms_opt(hour % 24, minute, 0)?;
        date.and_time(time)
            .and_local_timezone(*self.now.offset())
            .single()
    }

    /// "10 minute baad", "in an hour and a half": exactly now and so much.
    fn take_after_span(&mut self) -> Option<DateTime<FixedOffset>> {
        let at = self.find_unused(&[Word::Minute, Word::Hour])?;
        let marked = self.is(at + 1, &[Word::After, Word::Mein])
            || (0..at).any(|b| self.is(b, &[Word::In, Word::After]));
        if !marked || self.has(Word::Every) {
            return None;
        }
        let (start, mut milli) = match self.num_before(at) {
            Some(num) => (num.start, num.milli),
            None if self.is(at.wrapping_sub(1), &[Word::Article]) => {
                let half = self.word(at.wrapping_sub(2)) == "half";
                (if half { at - 2 } else { at - 1 }, if half { 500 } else { 1_000 })
            }
            None => (at, 1_000),
        };
        let start = if self.tag_before(at) == Some(Word::Article) && self.word(at.wrapping_sub(2)) == "half" {
            milli = 500;
            at - 2
        } else {
            start
        };
        let mut end = at + 1;
        if self.tag(end) == Some(Word::And) && self.word(end + 1) == "a" && self.word(end + 2) == "half" {
            milli += 500;
            end += 3;
        }
        if self.is(end, &[Word::After, Word::Mein]) {
            end += 1;
        }
        let unit_seconds = if self.tag(at) == Some(Word::Hour) {
            3_600
        } else {
            60
        };
        let seconds = milli.checked_mul(unit_seconds)? / 1_000;
        self.take(start, end, "when");
        self.now.checked_add_signed(TimeDelta::try_seconds(seconds)?)
    }

    /// Reads a date in the future and takes its words.
    pub(super) fn take_date(&mut self) -> Option<NaiveDate> {
        let today = self.now.date_naive();
        for at in 0..self.len() {
            if !self.free(at) {
                continue;
            }
            let found = match self.tag(at) {
                Some(Word::Today) => Some((at, at + 1, Some(today))),
                Some(Word::Tonight) => Some((at, at, Some(today))),
                Some(Word::Tomorrow | Word::Kal) => Some((at, at + 1, today.checked_add_days(Days::new(1)))),
                Some(Word::Parson) => Some((at, at + 1, today.checked_add_days(Days::new(2)))),
                Some(Word::Weekday(day)) => {
                    let start = if self.tag_before(at) == Some(Word::Next) {
                        at - 1
                    } else {
                        at
                    };
                    Some((start, at + 1, next_weekday(today, day)))
                }
                Some(Word::Next) => self.next_span(at, today),
                Some(Word::Day | Word::Week | Word::Month) => self.counted_span(at, today),
                Some(Word::Tarikh) => self.day_of_month(at, today),
                _ => self.dated(at, today),
            };
            if let Some((start, end, Some(date))) = found {
                self.take(start, end, "when");
                return Some(date);
            }
        }
        None
    }

    fn next_span(&self, at: usize, today: NaiveDate) -> Option<(usize, usize, Option<NaiveDate>)> {
        match self.tag(at + 1)? {
            Word::Week => Some((at, at + 2, today.checked_add_days(Days::new(7)))),
            Word::Month => {
                let next = today.checked_add_months(Months::new(1))?;
                let mut day = at + 2;
                while self.is(day, &[Word::Ka]) {
                    day += 1;
                }
                match self.num_at(day) {
                    Some(num) if self.tag(num.end) == Some(Word::Tarikh) => {
                        let date = whole(num.milli).and_then(|day| next.with_day(day));
                        Some((at, num.end + 1, date))
                    }
                    _ => Some((at, at + 2, Some(next))),
                }
            }
            Word::Day => Some((at, at + 2, today.checked_add_days(Days::new(1)))),
            _ => None,
        }
    }

    /// "3 din baad", "in 5 days", "do hafte baad".
    fn counted_span(&self, at: usize, today: NaiveDate) -> Option<(usize, usize, Option<NaiveDate>)> {
        let from_now = self.is(at + 1, &[Word::From]) && self.is(at + 2, &[Word::Now]);
        let Some(num) = self.num_before(at) else {
            let one = self.is(at + 1, &[Word::After])
                && !self.is(at.wrapping_sub(1), &[Word::This, Word::Last])
                || from_now && self.is(at.wrapping_sub(1), &[Word::Article]);
            let date = match self.tag(at)? {
                Word::Day => today.checked_add_days(Days::new(1)),
                Word::Week => today.checked_add_days(Days::new(7)),
                _ => today.checked_add_months(Months::new(1)),
            };
            return one.then_some((at, if from_now { at + 3 } else { at + 2 }, date));
        };
        let after = self.is(at + 1, &[Word::After, Word::Mein]) || from_now;
        let before = num.start > 0 && self.is(num.start - 1, &[Word::In, Word::After]);
        if !after && !before || num.milli % 500 != 0 {
            return None;
        }
        let count = u64::try_from(num.milli / 1_000)
            .ok()
            .filter(|count| *count <= 3_660)?;
        let date = match self.tag(at)? {
            Word::Day => today.checked_add_days(Days::new(count)),
            Word::Week => today.checked_add_days(Days::new(
                count * 7 + if num.milli % 1_000 == 500 { 3 } else { 0 },
            )),
            _ => today.checked_add_months(Months::new(u32::try_from(count).ok()?)),
        };
        Some((num.start, if after { at + 2 } else { at + 1 }, date))
    }

    /// "5 tarikh": the next such day of a month.
    fn day_of_month(&self, at: usize, today: NaiveDate) -> Option<(usize, usize, Option<NaiveDate>)> {
        let (start, day) = match self.num_before(at) {
            Some(num) => (num.start, whole(num.milli)?),
            None => match self.tag_before(at)? {
                Word::Ordinal(day) => (at - 1, u32::try_from(day).ok()?),
                _ => return None,
            },
        };
        Some((start, at + 1, next_day_of_month(today, day)))
    }

    /// "25 december", "5th January", "14/12/2026", "the 10th".
    fn dated(&self, at: usize, today: NaiveDate) -> Option<(usize, usize, Option<NaiveDate>)> {
        if self.toks[at].kind == Kind::Date {
            return Some((at, at + 1, written_date(&self.toks[at].word, today)));
        }
        let num = self.num_at(at)?;
        let day = whole(num.milli).filter(|day| (1..=31).contains(day))?;
        let mut end = num.end;
        let ordinal = is_ordinal_ending(self.word(end)) && self.toks[end].glued;
        if ordinal {
            end += 1;
        }
        let mut month_at = end;
        if self.is(month_at, &[Word::Of]) {
            month_at += 1;
        }
        if let Some(month) = self.tag(month_at).and_then(lexicon::month) {
            let this_year = NaiveDate::from_ymd_opt(today.year(), month, day);
            let date = match this_year {
                Some(date) if date > today => Some(date),
                _ => NaiveDate::from_ymd_opt(today.year() + 1, month, day),
            };
            return Some((at, month_at + 1, date));
        }
        ordinal.then(|| (at, end, next_day_of_month(today, day)))
    }

    /// Where a day of the month is said: its number, and the words around it.
    pub(super) fn month_day(&self) -> Option<(usize, usize, u32)> {
        for num in self.free_nums() {
            let Some(day) = whole(num.milli).filter(|day| (1..=31).contains(day)) else {
                continue;
            };
            if self.tag(num.end) == Some(Word::Tarikh) {
                return Some((num.start, num.end + 1, day));
            }
            if is_ordinal_ending(self.word(num.end)) && self.toks[num.end].glued {
                return Some((num.start, num.end + 1, day));
            }
        }
        None
    }
}

pub(super) fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

/// A whole number out of thousandths.
pub(super) fn whole(milli: i64) -> Option<u32> {
    (milli % 1_000 == 0)
        .then(|| u32::try_from(milli / 1_000).ok())
        .flatten()
}

fn next_weekday(today: NaiveDate, day: u8) -> Option<NaiveDate> {
    let day = Weekday::try_from(day).ok()?;
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
}

fn next_day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..13)
        .filter_map(|months| first.checked_add_months(Months::new(months))?.with_day(day))
        .find(|date| *date > today)
}

/// Day, month and perhaps year.
pub(super) fn written_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<u32> = text
        .split(['/', '-'])
        .filter_map(|part| part.parse().ok())
        .collect();
    match parts.as_slice() {
        [day, month, year] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        [day, month] => NaiveDate::from_ymd_opt(today.year(), *month, *day)
            .filter(|date| *date > today)
            .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, *month, *day)),
        _ => None,
    }
}
