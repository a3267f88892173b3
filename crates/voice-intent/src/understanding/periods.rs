//! Which days a question is about.

use chrono::{Datelike, Days, Months, NaiveDate};
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::moments::whole;
use super::period::Period;
use super::said_day::{MonthOf, month_end};
use super::utterance::Utterance;

impl Utterance {
    /// Reads a period and takes its words; `ahead` when the question is about what is to come.
    pub(super) fn take_period(&mut self, ahead: bool) -> Option<Period> {
        let numbered = !self.nums.is_empty() || self.toks.iter().any(|tok| tok.kind == Kind::Date);
        let dated = || self.one_day(ahead).or_else(|| self.counted_days(ahead));
        let (start, end, period) = self
            .range(ahead)
            .or_else(|| numbered.then(dated).flatten())
            .or_else(|| (0..self.len()).find_map(|at| self.period_at(at, ahead)))?;
        self.take(start, end, "period");
        Some(period)
    }

    /// "5 november ke bill", "12 tarikh ki sale": one day, in the past unless asked about what is to come.
    fn one_day(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        let said = (0..self.len()).find_map(|at| self.month_day_at(at))?;
        let date = if ahead {
            said.ahead(today)?
        } else {
            said.behind(today)?
        };
        Some((said.start, said.end, Period::Days(date, date)))
    }

    /// "pichle 7 din", "last two weeks", "pichle do mahine": so much time, today the last day of it.
    fn counted_days(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        (0..self.len()).find_map(|at| {
            let num = self.num_at(at)?;
            let count = whole(num.milli).filter(|count| !ahead && (1..=366).contains(count))?;
            let days = |count: u32| today.checked_sub_days(Days::new(u64::from(count)));
            // "teen din pehle ki sale", "3 days ago"
            let ago = self.is(num.end, &[Word::Day])
                && (matches!(self.word(num.end + 1), "ago" | "pehle" | "pahle"));
            if ago {
                let date = days(count)?;
                return Some((at, num.end + 2, Period::Days(date, date)));
            }
            if at == 0 || !self.is(at - 1, &[Word::Last]) || count < 2 {
                return None;
            }
            let from = match self.tag(num.end)? {
                Word::Day => days(count - 1)?,
                Word::Week => days(count * 7 - 1)?,
                Word::Month => today.checked_sub_months(Months::new(count))?,
                _ => return None,
            };
            Some((at - 1, num.end + 1, Period::Days(from, today)))
        })
    }

    pub(super) fn period_at(&self, at: usize, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        let day = |date: Option<NaiveDate>| date.map(|date| (at, at + 1, Period::Days(date, date)));
        match self.tag(at)? {
            Word::Today => Some((at, at + 1, Period::Today)),
            Word::Yesterday => Some((at, at + 1, Period::Yesterday)),
            Word::Kal if !ahead => Some((at, at + 1, Period::Yesterday)),
            Word::Kal | Word::Tomorrow => day(today.checked_add_days(Days::new(1))),
            Word::Parson if ahead => day(today.checked_add_days(Days::new(2))),
            Word::Parson => day(today.checked_sub_days(Days::new(2))),
            Word::Weekday(named) => {
                let ahead_by = (7 + u64::from(named) - u64::from(today.weekday().num_days_from_monday())) % 7;
                let ahead_by = if ahead_by == 0 { 7 } else { ahead_by };
                let date = if ahead {
                    today.checked_add_days(Days::new(ahead_by))
                } else {
                    today.checked_sub_days(Days::new(if ahead_by == 7 { 7 } else { 7 - ahead_by }))
                }?;
                let start = if at > 0 && self.is(at - 1, &[Word::Last, Word::Next, Word::This]) {
                    at - 1
                } else {
                    at
                };
                Some((start, at + 1, Period::Days(date, date)))
            }
            Word::Week | Word::Month | Word::Year => self.named_span(at, today),
            _ => {
                let (end, month) = self.month_at(at)?;
                if !matches!(month, MonthOf::Named(..)) || self.num_before(at).is_some() {
                    return None;
                }
                let first = month.first_behind(today, ahead)?;
                Some((at, end, Period::Days(first, month_end(first)?)))
            }
        }
    }

    fn named_span(&self, at: usize, today: NaiveDate) -> Option<(usize, usize, Period)> {
        let span = self.tag(at)?;
        let before = self.tag_before(at);
        let period = match (span, before) {
            (Word::Week, Some(Word::Last)) => Period::LastWeek,
            (Word::Month, Some(Word::Last)) => Period::LastMonth,
            (Word::Year, Some(Word::Last)) => {
                let year = today.year() - 1;
                Period::Days(
                    NaiveDate::from_ymd_opt(year, 1, 1)?,
                    NaiveDate::from_ymd_opt(year, 12, 31)?,
                )
            }
            (Word::Week, Some(Word::Next)) => {
                let monday =
                    today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))?;
                let next = monday.checked_add_days(Days::new(7))?;
                Period::Days(next, next.checked_add_days(Days::new(6))?)
            }
            (Word::Month, Some(Word::Next)) => {
                let first = today.with_day(1)?.checked_add_months(Months::new(1))?;
                Period::Days(first, month_end(first)?)
            }
            (_, Some(Word::Every)) => return None,
            (Word::Week, _) => Period::ThisWeek,
            (Word::Month, _) => Period::ThisMonth,
            _ => Period::ThisYear,
        };
        let start = if matches!(before, Some(Word::Last | Word::Next | Word::This)) {
            at - 1
        } else {
            at
        };
        Some((start, at + 1, period))
    }
}
