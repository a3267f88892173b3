//! Days that are counted: "the second friday", "mahine ke doosre shukravaar", "a week from friday", "two days after tomorrow".

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::dates::next_weekday;
use super::lexicon::Word;
use super::moments::whole;
use super::said_day::{MonthOf, is_ordinal_ending, month_end};
use super::utterance::Utterance;

/// No month has more of one weekday.
const NTH_MAX: i32 = 5;
/// So many days or weeks behind a day are still said so.
const BEHIND_MAX: u32 = 60;

/// A date as said: the words it covers, and the day, when there is such a day.
type Found = (usize, usize, Option<NaiveDate>);

/// Which of its kind in the month, where it ends, and which day of the week.
struct Nth {
    nth: i32,
    weekday: u8,
    end: usize,
}

impl Utterance {
    /// "second friday", "2nd saturday", "doosre shanivaar", "last friday": read where it begins.
    fn nth_weekday(&self, at: usize) -> Option<Nth> {
        let (next, nth) = match self.tag(at) {
            Some(Word::Ordinal(nth)) => (at + 1, i32::from(nth)),
            Some(Word::Last) => (at + 1, -1),
            _ => {
                let num = self.num_at(at)?;
                let ranked = is_ordinal_ending(self.word(num.end)) && self.toks[num.end].glued;
                let nth = i32::try_from(whole(num.milli)?).ok()?;
                (num.end + 1, ranked.then_some(nth)?)
            }
        };
        let Some(Word::Weekday(weekday)) = self.tag(next) else {
            return None;
        };
        let fits = (-1..=NTH_MAX).contains(&nth) && nth != 0;
        fits.then_some(Nth {
            nth,
            weekday,
            end: next + 1,
        })
    }

    /// "every 2nd saturday of the month": which day of every month it is, and where the words end.
    pub(super) fn nth_of_every_month(&self, at: usize) -> Option<(String, usize)> {
        let nth = self.nth_weekday(at)?;
        let mut end = nth.end;
        while self.is(end, &[Word::Of, Word::In, Word::Article, Word::Every, Word::Each]) {
            end += 1;
        }
        let of_month = end > nth.end && self.is(end, &[Word::Month]);
        // "every 2nd saturday": in figures so a day of the month is written, and no "every other".
        let written = self.num_at(at).is_some();
        let end = if of_month { end + 1 } else { nth.end };
        (of_month || written).then(|| {
            (
                format!("BYDAY={}{}", nth.nth, super::lexicon::weekday(nth.weekday)),
                end,
            )
        })
    }

    /// "the second friday", "the third monday of next month", "agle mahine ke pehle somvaar".
    pub(super) fn nth_weekday_ahead(&self, at: usize, today: NaiveDate) -> Option<Found> {
        let owner = self
            .month_at(at)
            .map(|(end, month)| (end, Some(month)))
            .or_else(|| self.is(at, &[Word::Month]).then_some((at + 1, None)));
        if let Some((owned, month)) = owner {
            let mut next = owned;
            while self.is(next, &[Word::Ka, Word::Apostrophe, Word::Article, Word::Mein]) {
                next += 1;
            }
            let nth = self.nth_weekday(next).filter(|_| next > owned)?;
            return Some((at, nth.end, nth.ahead(month, today)));
        }
        let nth = self.nth_weekday(at)?;
        let mut next = nth.end;
        while self.is(next, &[Word::Of, Word::In, Word::Article]) {
            next += 1;
        }
        let (end, month) = self
            .month_at(next)
            .map(|(end, month)| (end, Some(month)))
            .or_else(|| self.is(next, &[Word::Month]).then_some((next + 1, None)))
            .filter(|_| next > nth.end)
            .unwrap_or((nth.end, None));
        // "last friday" without a month may be the one that is over.
        if nth.nth < 0 && end == nth.end {
            return None;
        }
        Some((at, end, nth.ahead(month, today)))
    }

    /// "a week from friday", "two days after tomorrow", "somvaar ke do din baad", "monday after next".
    pub(super) fn counted_from_a_day(&self, at: usize, today: NaiveDate) -> Option<Found> {
        if let Some(Word::Weekday(day)) = self.tag(at)
            && self.is(at + 1, &[Word::After])
            && self.is(at + 2, &[Word::Next])
        {
            return Some((at, at + 3, behind(next_weekday(today, day), 7)));
        }
        let day_at = |at: usize| match self.tag(at)? {
            Word::Today => Some(today),
            Word::Tomorrow | Word::Kal => today.succ_opt(),
            Word::Parson => today.checked_add_days(Days::new(2)),
            Word::Weekday(day) => next_weekday(today, day),
            _ => None,
        };
        // A count of days or weeks from `at` on: where it ends and how many days it has.
        let span = |at: usize| {
            let (unit, count) = match self.num_at(at) {
                Some(num) => (num.end, whole(num.milli)?),
                None if self.is(at, &[Word::Article]) => (at + 1, 1),
                None => return None,
            };
            let days = match self.tag(unit)? {
                Word::Day | Word::Daily => count,
                Word::Week => count.checked_mul(7)?,
                _ => return None,
            };
            (days <= BEHIND_MAX).then_some((unit + 1, days))
        };
        if let Some((end, days)) = span(at)
            && self.is(end, &[Word::From, Word::After])
            && let Some(day) = day_at(end + 1).filter(|day| *day > today)
        {
            return Some((at, end + 2, behind(Some(day), days)));
        }
        let day = day_at(at).filter(|day| *day > today)?;
        let (end, days) = span(at + 2).filter(|_| self.is(at + 1, &[Word::Ka, Word::Se]))?;
        self.is(end, &[Word::After])
            .then(|| (at, end + 1, behind(Some(day), days)))
    }

    /// "saturday and sunday": two days that are named with nothing else between them.
    pub(super) fn joins_weekdays(&self, at: usize) -> bool {
        let is_day = |at: usize| matches!(self.tag(at), Some(Word::Weekday(_)));
        let joined = at + 1 + usize::from(self.is(at + 1, &[Word::Ko]));
        is_day(at) && (is_day(at + 1) || self.is(joined, &[Word::And]) && is_day(joined + 1))
    }
}

impl Nth {
    /// The next such day: of the month that was named, of this one, or of the next when it is over.
    fn ahead(&self, month: Option<MonthOf>, today: NaiveDate) -> Option<NaiveDate> {
        let first = month.unwrap_or(MonthOf::This).first(today)?;
        let later: &[u32] = match month {
            None | Some(MonthOf::This) => &[0, 1, 2, 3],
            Some(MonthOf::Named(_, None)) => &[0, 12],
            Some(_) => &[0],
        };
        later
            .iter()
            .filter_map(|months| self.of_month(first.checked_add_months(Months::new(*months))?))
            .find(|day| *day > today)
    }

    fn of_month(&self, first: NaiveDate) -> Option<NaiveDate> {
        let weekday = Weekday::try_from(self.weekday).ok()?;
        if self.nth < 0 {
            let last = month_end(first)?;
            let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
            return last.checked_sub_days(Days::new(u64::from(back)));
        }
        let nth = u8::try_from(self.nth).ok()?;
        NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, nth)
    }
}

fn behind(day: Option<NaiveDate>, days: u32) -> Option<NaiveDate> {
    day?.checked_add_days(Days::new(u64::from(days)))
}
