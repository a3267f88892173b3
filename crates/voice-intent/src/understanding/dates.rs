//! Dates ahead: named days, weekdays, days of a month, and so many days from now.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::lexicon::Word;
use super::moments::whole;
use super::utterance::Utterance;

/// A date as said: the words it covers, and the day, when there is such a day.
type Found = (usize, usize, Option<NaiveDate>);

impl Utterance {
    /// Reads a date in the future and takes its words.
    pub(super) fn take_date(&mut self) -> Option<NaiveDate> {
        let today = self.now.date_naive();
        for at in 0..self.len() {
            if !self.free(at) {
                continue;
            }
            let counted = self
                .nth_weekday_ahead(at, today)
                .or_else(|| self.counted_from_a_day(at, today));
            if let Some((start, end, Some(date))) = counted {
                self.take(start, end, "when");
                return Some(date);
            }
            let days = |count| today.checked_add_days(Days::new(count));
            let found = match self.tag(at) {
                Some(Word::Today) if self.is(at + 1, &[Word::Se]) && self.num_at(at + 2).is_some() => {
                    continue;
                }
                Some(Word::Today) => Some((at, at + 1, Some(today))),
                Some(Word::Tonight) => Some((at, at, Some(today))),
                Some(Word::Tomorrow | Word::Kal) => Some((at, at + 1, days(1))),
                Some(Word::Parson) => Some((at, at + 1, days(2))),
                Some(Word::Weekday(day)) => {
                    let named = at > 0 && self.is(at - 1, &[Word::Next, Word::This]);
                    Some((at - usize::from(named), at + 1, next_weekday(today, day)))
                }
                _ => None,
            };
            let found = found
                .or_else(|| self.dated_ahead(at, today))
                .or_else(|| self.next_span(at, today))
                .or_else(|| self.counted_span(at, today));
            if let Some((start, end, Some(date))) = found {
                self.take(start, end, "when");
                return Some(date);
            }
        }
        None
    }

    fn dated_ahead(&self, at: usize, today: NaiveDate) -> Option<Found> {
        let said = self.month_day_at(at)?;
        // "5 din baad" and "5 baje" are no days of a month.
        Some((said.start, said.end, said.ahead(today)))
    }

    /// "agle hafte", "next month", "next day".
    fn next_span(&self, at: usize, today: NaiveDate) -> Option<Found> {
        if !self.is(at, &[Word::Next]) {
            return None;
        }
        // "agle hafte somvaar ko", "next week on Monday"
        if self.is(at + 1, &[Word::Week]) {
            let mut day = at + 2;
            while self.is(day, &[Word::Ka, Word::Ko, Word::Mein, Word::On, Word::Filler]) {
                day += 1;
            }
            if let Some(Word::Weekday(named)) = self.tag(day) {
                let monday = next_weekday(today, 0);
                let date = monday.and_then(|date| date.checked_add_days(Days::new(u64::from(named))));
                return Some((at, day + 1, date));
            }
        }
        let date = match self.tag(at + 1)? {
            Word::Week => today.checked_add_days(Days::new(7)),
            Word::Month => today.checked_add_months(Months::new(1)),
            Word::Day => today.checked_add_days(Days::new(1)),
            Word::Year => today.checked_add_months(Months::new(12)),
            _ => return None,
        };
        Some((at, at + 2, date))
    }

    /// "3 din baad", "in 5 days", "two weeks later", "ek hafta aage": read where its unit stands.
    fn counted_span(&self, at: usize, today: NaiveDate) -> Option<Found> {
        let fortnight = self.word(at) == "fortnight";
        let unit = if fortnight { Word::Week } else { self.tag(at)? };
        if !matches!(
            unit,
            Word::Day | Word::Daily | Word::Week | Word::Month | Word::Year
        ) {
            return None;
        }
        // "a couple of days"
        let of = usize::from(at > 0 && self.is(at - 1, &[Word::Of]));
        let num = self.num_before(at - of);
        if unit == Word::Daily && num.is_none() {
            return None;
        }
        let article = num.is_none() && at > 0 && self.is(at - 1, &[Word::Article]);
        let mut start = num.map_or(at - usize::from(article), |num| num.start);
        let after = self.after_span(at + 1);
        let before = self.before_span(start);
        let other = at > 0 && self.is(at - 1, &[Word::This, Word::Last, Word::Every, Word::Each]);
        // "in the month of October", "October ke mahine mein": which day of it is asked.
        let of_named = unit == Word::Month
            && (self.is(at + 1, &[Word::Of]) && matches!(self.tag(at + 2), Some(Word::MonthName(_)))
                || at > 1
                    && self.is(at - 1, &[Word::Ka])
                    && matches!(self.tag(at - 2), Some(Word::MonthName(_))));
        if of_named {
            return None;
        }
        let alone = num.is_none() && !article;
        // "reminder aage sarka do 3 din"
        let moved = num.is_some() && self.has(Word::Move) && self.has(Word::Reminder);
        if other || after.is_none() && (before.is_none() || alone) && !moved {
            return None;
        }
        if after.is_none() {
            start = before.unwrap_or(start);
        }
        // "aaj se 5 din baad"
        if start > 1 && self.is(start - 1, &[Word::Se]) && self.is(start - 2, &[Word::Today, Word::Now]) {
            start -= 2;
        }
        let milli = num.map_or(1_000, |num| num.milli);
        let date = span_ahead(unit, if fortnight { milli * 2 } else { milli }, today);
        Some((start, after.unwrap_or(at + 1), date))
    }

    /// Where what says "from now" after a span ends: "baad", "ke baad", "later", "from now", "aage", "badha do".
    pub(super) fn after_span(&self, at: usize) -> Option<usize> {
        let mut next = at;
        if matches!(self.word(next), "bhar") {
            next += 1;
        }
        while self.is(next, &[Word::Ka]) {
            next += 1;
        }
        // "do din ke liye taal do"
        if self.has(Word::Move) && self.is(next, &[Word::Liye]) {
            return Some(next + 1);
        }
        if self.is(next, &[Word::From]) && self.is(next + 1, &[Word::Now, Word::Today]) {
            return Some(next + 2);
        }
        let marked = self.is(next, &[Word::After, Word::Mein])
            || matches!(self.word(next), "later" | "hence" | "andar" | "afterwards");
        // What moves it is the order, and stays for the rule to see.
        if self.is(next, &[Word::Move]) {
            return Some(next);
        }
        marked.then_some(next + 1)
    }

    /// Where what says "from now" before a span begins: "in", "after", "within", and "by" when something is moved.
    pub(super) fn before_span(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while at > 0
            && (self.is(at - 1, &[Word::Article, Word::Next]) || matches!(self.word(at - 1), "another"))
        {
            at -= 1;
        }
        let marked = at > 0
            && (self.is(at - 1, &[Word::In, Word::After])
                || self.word(at - 1) == "within"
                || self.is(at - 1, &[Word::By]) && self.has(Word::Move));
        marked.then(|| at - 1)
    }
}

fn span_ahead(unit: Word, milli: i64, today: NaiveDate) -> Option<NaiveDate> {
    let count = u64::try_from(milli / 1_000)
        .ok()
        .filter(|count| *count <= 3_660)?;
    let half = milli % 1_000 == 500;
    if milli % 1_000 != 0 && !half {
        return None;
    }
    let months = |count: u64| today.checked_add_months(Months::new(u32::try_from(count).ok()?));
    match unit {
        Word::Week => today.checked_add_days(Days::new(count * 7 + if half { 3 } else { 0 })),
        Word::Month => months(count)?.checked_add_days(Days::new(if half { 15 } else { 0 })),
        Word::Year => months(count * 12 + if half { 6 } else { 0 }),
        _ => whole(milli).and_then(|_| today.checked_add_days(Days::new(count))),
    }
}

pub(super) fn next_weekday(today: NaiveDate, day: u8) -> Option<NaiveDate> {
    let day = Weekday::try_from(day).ok()?;
    let ahead = (7 + day.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(u64::from(if ahead == 0 { 7 } else { ahead })))
}
