//! Spans of days with a beginning and an end: "1 se 10 october tak", "between 3rd and 9th", "june se ab tak".

use chrono::{Days, NaiveDate};

use super::lexicon::Word;
use super::moments::whole;
use super::period::Period;
use super::said_day::{MonthOf, SaidDay, month_end};
use super::utterance::Utterance;

/// One end of a span: a day, a whole month, or today.
#[derive(Clone, Copy)]
enum Edge {
    Day(SaidDay),
    /// A day without anything that says so: its neighbour has the month.
    Number(i32),
    Month(MonthOf),
    On(NaiveDate),
}

impl Utterance {
    /// A span that is said with both of its ends, or with its beginning only.
    pub(super) fn range(&self, ahead: bool) -> Option<(usize, usize, Period)> {
        (0..self.len()).find_map(|at| {
            self.part_of_month(at, ahead)
                .or_else(|| self.two_edges(at, ahead))
                .or_else(|| self.since(at, ahead))
        })
    }

    /// "from 1st to 10th october", "september aur october".
    fn two_edges(&self, at: usize, ahead: bool) -> Option<(usize, usize, Period)> {
        let (first_end, first) = self.edge(at)?;
        let mut next = first_end;
        while self.is(next, &[Word::Ka, Word::Tarikh]) {
            next += 1;
        }
        let between = (0..at).any(|at| self.word(at) == "between" || self.word(at) == "beech");
        let both_months = matches!(first, Edge::Month(MonthOf::Named(..)));
        let joined = self.is(next, &[Word::Se, Word::To, Word::Tak])
            || matches!(self.word(next), "till" | "until" | "upto" | "through" | "lekar")
            || self.is(next, &[Word::And]) && (between || both_months);
        if !joined {
            return None;
        }
        next += 1;
        while self.is(next, &[Word::Article, Word::Take, Word::Tak])
            || matches!(self.word(next), "lekar" | "leke")
        {
            next += 1;
        }
        let (end, last) = self.edge(next)?;
        if self.is(next - 1, &[Word::And]) && !between && !matches!(last, Edge::Month(MonthOf::Named(..))) {
            return None;
        }
        let (from, to) = self.both(first, last, ahead)?;
        let mut end = end;
        while self.is(end, &[Word::Ka]) && self.word(end + 1) == "beech" || self.is(end, &[Word::Tak]) {
            end += if self.is(end, &[Word::Tak]) { 1 } else { 2 };
        }
        (from <= to).then_some((at, end, Period::Days(from, to)))
    }

    /// "june se ab tak", "since 1st november", "somvaar se", "aaj subah se ab tak".
    fn since(&self, at: usize, ahead: bool) -> Option<(usize, usize, Period)> {
        if ahead {
            return None;
        }
        let (end, first) = self
            .edge(at)
            .filter(|(_, edge)| !matches!(edge, Edge::Number(_)))?;
        let told = at > 0 && (self.word(at - 1) == "since" || self.is(at - 1, &[Word::From]));
        let mut next = end;
        while self.is(next, &[Word::Ka, Word::Tarikh]) {
            next += 1;
        }
        let starts = self.is(next, &[Word::Se]) || matches!(self.word(next), "onwards" | "onward");
        if !told && !starts {
            return None;
        }
        let mut to = if starts { next + 1 } else { end };
        let now = |at: usize| self.is(at, &[Word::Now, Word::Today]);
        if now(to) && self.is(to + 1, &[Word::Tak])
            || self.word(to) == "till" && now(to + 1)
            || self.word(to) == "onwards"
        {
            to += 2;
        }
        let today = self.now.date_naive();
        let (from, _) = self.both(first, Edge::On(today), ahead)?;
        let start = at - usize::from(told);
        (from < today).then_some((start, to.min(self.len()), Period::Days(from, today)))
    }

    /// "the first ten days of July", "october ka pehla hafta".
    fn part_of_month(&self, at: usize, ahead: bool) -> Option<(usize, usize, Period)> {
        let today = self.now.date_naive();
        let days = |at: usize| {
            let last = self.is(at, &[Word::Last]);
            if !last && !self.is(at, &[Word::Ordinal(1)]) {
                return None;
            }
            let (count, unit) = match self.num_at(at + 1) {
                Some(num) => (whole(num.milli)?, num.end),
                None => (1, at + 1),
            };
            let count = match self.tag(unit)? {
                Word::Day => count,
                Word::Week => count.checked_mul(7)?,
                _ => return None,
            };
            (1..=28).contains(&count).then_some((unit + 1, last, count))
        };
        let (end, month, last, count) = if let Some((end, last, count)) = days(at) {
            let mut next = end;
            while self.is(next, &[Word::Of, Word::In, Word::Article]) {
                next += 1;
            }
            let (month_to, month) = self.month_at(next).filter(|_| next > end)?;
            (month_to, month, last, count)
        } else {
            let (month_to, month) = self.month_at(at)?;
            let next = month_to + usize::from(self.is(month_to, &[Word::Ka, Word::Apostrophe]));
            let (end, last, count) = days(next)?;
            (end, month, last, count)
        };
        let first = month.first_behind(today, ahead)?;
        let other = Days::new(u64::from(count) - 1);
        let (from, to) = if last {
            let to = month_end(first)?;
            (to.checked_sub_days(other)?, to)
        } else {
            (first, first.checked_add_days(other)?)
        };
        Some((at, end, Period::Days(from, to)))
    }

    fn edge(&self, at: usize) -> Option<(usize, Edge)> {
        let today = self.now.date_naive();
        if !self.free(at) {
            return None;
        }
        if let Some(said) = self.month_day_at(at) {
            return Some((said.end, Edge::Day(said)));
        }
        if let Some((end, month)) = self.month_at(at) {
            return Some((end, Edge::Month(month)));
        }
        if let Some((end, day, _)) = self.bare_day(at) {
            return Some((end, Edge::Number(day)));
        }
        match self.tag(at)? {
            Word::Today | Word::Now => Some((at + 1, Edge::On(today))),
            Word::Yesterday => Some((at + 1, Edge::On(today.pred_opt()?))),
            Word::Weekday(_) => {
                let (_, end, period) = self.period_at(at, false)?;
                let Period::Days(day, _) = period else { return None };
                Some((end, Edge::On(day)))
            }
            _ => None,
        }
    }

    fn both(&self, first: Edge, last: Edge, ahead: bool) -> Option<(NaiveDate, NaiveDate)> {
        let today = self.now.date_naive();
        let month_of = |edge: Edge| match edge {
            Edge::Day(said) => said.month,
            Edge::Month(month) => Some(month),
            _ => None,
        };
        let shared = month_of(last).or(month_of(first));
        let dated = |said: SaidDay| {
            if said.date.is_some() {
                return said.date;
            }
            match said.month.or(shared) {
                Some(month) => said.in_month(month.first_behind(today, ahead)?),
                None => None,
            }
        };
        let number = |day: i32| SaidDay::alone(0, 0, day);
        // "3rd to 9th", without a month: this one once it has begun, and the one before otherwise.
        let unnamed = |from: SaidDay, to: SaidDay| {
            let (this, before) = (MonthOf::This.first(today)?, MonthOf::Last.first(today)?);
            let month = if ahead || from.in_month(this)? <= today {
                this
            } else {
                before
            };
            Some((from.in_month(month)?, to.in_month(month)?))
        };
        let said = |edge: Edge| match edge {
            Edge::Day(said) => Some(said),
            Edge::Number(day) => Some(number(day)),
            _ => None,
        };
        if let (Some(from), Some(to)) = (said(first), said(last))
            && shared.is_none()
            && from.date.is_none()
            && to.date.is_none()
        {
            return (from.marked || to.marked).then(|| unnamed(from, to)).flatten();
        }
        let from = match first {
            Edge::On(date) => date,
            Edge::Month(month) => month.first_behind(today, ahead)?,
            Edge::Day(day) => dated(day).or_else(|| day.behind(today))?,
            Edge::Number(day) => dated(number(day))?,
        };
        let to = match last {
            Edge::On(date) => date,
            Edge::Month(month) => month_end(month.first_behind(today, ahead)?)?,
            Edge::Day(day) => dated(day)?,
            Edge::Number(day) => dated(number(day))?,
        };
        Some((from, to))
    }
}
