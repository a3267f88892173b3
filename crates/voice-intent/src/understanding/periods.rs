//! Which days a question is about.

use chrono::{Datelike, Days, Months, NaiveDate};
use execora_text::tokens::Kind;

use super::lexicon::{self, Word};
use super::moments::{is_ordinal_ending, whole, written_date};
use super::period::Period;
use super::utterance::Utterance;

impl Utterance {
    /// Reads a period and takes its words; `ahead` when the question is about what is to come.
    pub(super) fn take_period(&mut self, ahead: bool) -> Option<Period> {
        let numbered = !self.nums.is_empty() || self.toks.iter().any(|tok| tok.kind == Kind::Date);
        let dated = || {
            self.range(ahead)
                .or_else(|| self.one_day(ahead))
                .or_else(|| self.counted_days(ahead))
        };
        let (start, end, period) = numbered
            .then(dated)
            .flatten()
            .or_else(|| (0..self.len()).find_map(|at| self.period_at(at, ahead)))?;
        self.take(start, end, "period");
        Some(period)
    }

    /// "5 november ke bill", "12 tarikh ki sale": one day, in the past unless asked about what is to come.
    fn one_day(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        let days = self.said_days();
        let [said] = days.as_slice() else { return None };
        let dated = said.month.is_some() || said.date.is_some();
        let tarikh = (said.start..said.end).any(|at| self.is(at, &[Word::Tarikh]));
        if !dated && !tarikh {
            return None;
        }
        let fits = |date: &NaiveDate| if ahead { *date >= today } else { *date <= today };
        let date = match (said.date, said.month, said.day) {
            (Some(date), _, _) => Some(date),
            (None, Some(month), Some(day)) => [0, -1, 1]
                .iter()
                .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
                .find(fits),
            (None, None, Some(day)) => {
                let first = today.with_day(1)?;
                let month = |count: u32| {
                    let months = Months::new(count);
                    let month = if ahead {
                        first.checked_add_months(months)
                    } else {
                        first.checked_sub_months(months)
                    };
                    month?.with_day(day)
                };
                (0..13).filter_map(month).find(fits)
            }
            _ => None,
        }?;
        Some((said.start, said.end, Period::Days(date, date)))
    }

    /// "pichle 7 din", "last 15 days": so many days, today the last of them.
    fn counted_days(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        (0..self.len()).find_map(|at| {
            let num = self.num_at(at)?;
            let last = at > 0 && self.is(at - 1, &[Word::Last]) && self.is(num.end, &[Word::Day]);
            let count = whole(num.milli).filter(|count| last && !ahead && (2..=366).contains(count))?;
            let from = today.checked_sub_days(Days::new(u64::from(count) - 1))?;
            Some((at - 1, num.end + 1, Period::Days(from, today)))
        })
    }

    fn period_at(&self, at: usize, ahead: bool) -> Option<(usize, usize, Period)> {
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
            word => {
                let month = lexicon::month(word)?;
                if self.num_before(at).is_some() {
                    return None;
                }
                let year = if month > today.month() && !ahead {
                    today.year() - 1
                } else {
                    today.year()
                };
                let first = NaiveDate::from_ymd_opt(year, month, 1)?;
                Some((at, at + 1, Period::Days(first, month_end(first)?)))
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

    /// "1 october se 31 october tak", "from 1st to 10th october".
    fn range(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        let days = self.said_days();
        let [first, .., last] = days.as_slice() else {
            return None;
        };
        let month = last.month.or(first.month);
        if !self.is(first.end, &[Word::Se, Word::To, Word::Tak]) || month.is_none() && last.date.is_none() {
            return None;
        }
        let today = self.now.date_naive();
        let date = |said: &SaidDay| {
            said.date.or_else(|| {
                let month = said.month.or(month)?;
                let year = if month > today.month() && !ahead {
                    today.year() - 1
                } else {
                    today.year()
                };
                NaiveDate::from_ymd_opt(year, month, said.day?)
            })
        };
        let (from, to) = (date(first)?, date(last)?);
        (from <= to).then_some((first.start, last.end, Period::Days(from, to)))
    }

    /// Every day of a month that is said, with its month where that stands beside it.
    fn said_days(&self) -> Vec<SaidDay> {
        let today = self.now.date_naive();
        let mut days = Vec::new();
        for start in 0..self.len() {
            if self.toks[start].kind == Kind::Date {
                let date = written_date(&self.toks[start].word, today);
                days.push(SaidDay {
                    start,
                    end: start + 1,
                    day: None,
                    month: None,
                    date,
                });
            } else if let Some(num) = self.num_at(start) {
                let Some(day) = whole(num.milli).filter(|day| (1..=31).contains(day)) else {
                    continue;
                };
                let mut end = num.end;
                if is_ordinal_ending(self.word(end)) {
                    end += 1;
                }
                while self.is(end, &[Word::Tarikh, Word::Of]) {
                    end += 1;
                }
                let month = self.tag(end).and_then(lexicon::month);
                end += usize::from(month.is_some());
                days.push(SaidDay {
                    start,
                    end,
                    day: Some(day),
                    month,
                    date: None,
                });
            }
        }
        days
    }
}

/// A day as said: a date, or a day with perhaps a month.
struct SaidDay {
    start: usize,
    end: usize,
    day: Option<u32>,
    month: Option<u32>,
    date: Option<NaiveDate>,
}

fn month_end(first: NaiveDate) -> Option<NaiveDate> {
    first
        .checked_add_months(Months::new(1))?
        .checked_sub_days(Days::new(1))
}
