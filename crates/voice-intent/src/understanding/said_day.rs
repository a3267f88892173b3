//! A day of a month as it was said, and which day it is, ahead or behind.

use chrono::{Datelike, Days, Months, NaiveDate};

/// Which month a day is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthOf {
    This,
    Next,
    Last,
    Named(u32, Option<i32>),
}

/// The day that is the month's last; the one before it is -2.
pub(super) const LAST_DAY: i32 = -1;
/// So far back from its end days of a month are counted.
pub(super) const BACK_MAX: i32 = 5;

/// A day of a month as said.
#[derive(Debug, Clone, Copy)]
pub(super) struct SaidDay {
    pub(super) start: usize,
    pub(super) end: usize,
    /// 1 to 31, or from [`LAST_DAY`] back.
    pub(super) day: i32,
    pub(super) month: Option<MonthOf>,
    /// "tarikh", "5th": it can be nothing else than a day of a month.
    pub(super) marked: bool,
    /// A date written in figures.
    pub(super) date: Option<NaiveDate>,
}

impl MonthOf {
    /// The first of the month that is meant; a named one is of this year unless another was said.
    pub(super) fn first(self, today: NaiveDate) -> Option<NaiveDate> {
        let first = today.with_day(1)?;
        match self {
            Self::This => Some(first),
            Self::Next => first.checked_add_months(Months::new(1)),
            Self::Last => first.checked_sub_months(Months::new(1)),
            Self::Named(month, year) => NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), month, 1),
        }
    }
}

impl MonthOf {
    /// The first of the month that a question is about: the latest of that name, unless it is about what is to come.
    pub(super) fn first_behind(self, today: NaiveDate, ahead: bool) -> Option<NaiveDate> {
        let first = self.first(today)?;
        let unsaid = matches!(self, Self::Named(_, None)) && !ahead && first > today;
        if unsaid {
            first.checked_sub_months(Months::new(12))
        } else {
            Some(first)
        }
    }
}

impl SaidDay {
    /// A day of which nothing else is known.
    pub(super) fn alone(start: usize, end: usize, day: i32) -> Self {
        Self {
            start,
            end,
            day,
            month: None,
            marked: false,
            date: None,
        }
    }

    /// The latest such day up to `today`.
    pub(super) fn behind(&self, today: NaiveDate) -> Option<NaiveDate> {
        let until = |date: &NaiveDate| *date <= today;
        if let Some(date) = self.date {
            return Some(date);
        }
        let earlier =
            |first: NaiveDate, months| self.in_month(first.checked_sub_months(Months::new(months))?);
        match self.month {
            Some(month @ MonthOf::Named(_, None)) => {
                let first = month.first(today)?;
                [0, 12]
                    .into_iter()
                    .filter_map(|months| earlier(first, months))
                    .find(until)
            }
            Some(month) => self.in_month(month.first(today)?),
            None => {
                let first = today.with_day(1)?;
                (0..13).filter_map(|months| earlier(first, months)).find(until)
            }
        }
    }

    /// The day in the month that starts on `first`.
    pub(super) fn in_month(&self, first: NaiveDate) -> Option<NaiveDate> {
        if self.day <= LAST_DAY {
            let back = u64::try_from(LAST_DAY - self.day).ok()?;
            return month_end(first)?.checked_sub_days(Days::new(back));
        }
        first.with_day(u32::try_from(self.day).ok()?)
    }

    /// The next such day after `today`.
    pub(super) fn ahead(&self, today: NaiveDate) -> Option<NaiveDate> {
        if self.date.is_some() {
            return self.date;
        }
        let later = |date: &NaiveDate| *date > today;
        match self.month {
            Some(MonthOf::Named(_, None)) => {
                let first = self.month?.first(today)?;
                [0, 12]
                    .into_iter()
                    .filter_map(|months| self.in_month(first.checked_add_months(Months::new(months))?))
                    .find(later)
            }
            Some(month) => self.in_month(month.first(today)?),
            None => {
                let first = today.with_day(1)?;
                (0..13)
                    .filter_map(|months| self.in_month(first.checked_add_months(Months::new(months))?))
                    .find(later)
            }
        }
    }
}

pub(super) fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

pub(super) fn month_end(first: NaiveDate) -> Option<NaiveDate> {
    first.checked_add_months(Months::new(1))?.pred_opt()
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
