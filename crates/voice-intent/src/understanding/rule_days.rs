//! The days that a recurrence falls on: weekdays, days of the month, a day of the year.

use super::lexicon::{self, Word};
use super::recurrences::Frequency;
use super::said_day::{LAST_DAY, MonthOf};
use super::utterance::Utterance;

impl Utterance {
    pub(super) fn every_weekday(&self, at: usize, first: usize) -> Option<Frequency> {
        if let Some((days, _, end)) = self.weekday_range(first) {
            return Some((format!("FREQ=WEEKLY;BYDAY={}", days.join(",")), at, end));
        }
        let mut days = Vec::new();
        let mut next = first;
        while let Some(Word::Weekday(day)) = self.tag(next) {
            days.push(lexicon::weekday(day));
            next += 1;
            let mut joined = next;
            while self.is(joined, &[Word::And, Word::Every, Word::Each, Word::Ko]) {
                joined += 1;
            }
            if joined > next && matches!(self.tag(joined), Some(Word::Weekday(_))) {
                next = joined;
            }
        }
        Some((format!("FREQ=WEEKLY;BYDAY={}", days.join(",")), at, next))
    }

    /// "somvaar se shukravaar", "monday to saturday".
    pub(super) fn weekday_range(&self, at: usize) -> Option<(Vec<&'static str>, usize, usize)> {
        let Some(Word::Weekday(first)) = self.tag(at) else {
            return None;
        };
        let Some(Word::Weekday(last)) = self.tag(at + 2) else {
            return None;
        };
        if !self.is(at + 1, &[Word::Se, Word::To, Word::Tak]) || first >= last {
            return None;
        }
        let end = at + 3 + usize::from(self.is(at + 3, &[Word::Tak]));
        Some(((first..=last).map(lexicon::weekday).collect(), at, end))
    }

    pub(super) fn add_weekdays(&mut self, rule: &mut String) {
        let Some(at) =
            (0..self.len()).find(|at| self.free(*at) && matches!(self.tag(*at), Some(Word::Weekday(_))))
        else {
            return;
        };
        if let Some((weekly, from, to)) = self.every_weekday(at, at)
            && let Some((_, days)) = weekly.split_once(";BYDAY=")
        {
            rule.push_str(";BYDAY=");
            rule.push_str(days);
            self.take(from, to, "recurrence");
        }
    }

    /// "7 aur 22 tareekh", "5th and 20th", "aakhri tarikh": from where to where, and the days.
    pub(super) fn listed_days(&self, at: usize) -> Option<(usize, usize, String)> {
        let mut days: Vec<i32> = Vec::new();
        let (mut end, mut next) = (at, at);
        let mut marked = false;
        while let Some((to, day, is_day)) = self.bare_day(next).filter(|_| self.free(next)) {
            days.push(day);
            marked |= is_day || day <= LAST_DAY;
            end = to;
            next = to;
            while self.is(next, &[Word::And, Word::Article, Word::Ko]) {
                next += 1;
            }
            if next == to {
                break;
            }
        }
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        marked.then(|| (at, end, days.join(",")))
    }

    pub(super) fn add_month_days(&mut self, rule: &mut String) {
        // "har mahine ke pehle somvaar ko"
        let nth = (0..self.len()).find_map(|at| {
            let nth = match self.tag(at)? {
                Word::Ordinal(nth) => nth,
                Word::Last => -1,
                _ => return None,
            };
            // "pehle aur teesre shanivaar"
            let other = match self.tag(at + 2) {
                Some(Word::Ordinal(other)) if self.is(at + 1, &[Word::And]) => Some(other),
                _ => None,
            };
            let named = if other.is_some() { at + 3 } else { at + 1 };
            let Some(Word::Weekday(day)) = self.tag(named) else {
                return None;
            };
            let day = lexicon::weekday(day);
            let other = other.map(|other| format!(",{other}{day}")).unwrap_or_default();
            Some((at, named + 1, format!(";BYDAY={nth}{day}{other}")))
        });
        if let Some((at, end, by_day)) = nth {
            rule.push_str(&by_day);
            return self.take(at, end, "recurrence");
        }
        let of_month = |at: usize| {
            let (end, day, _) = self.bare_day(at).filter(|_| self.free(at))?;
            // "har mahine ki 5 ko"
            let owned = at > 1 && self.is(at - 1, &[Word::Ka]) && self.is(at - 2, &[Word::Month]);
            (owned && self.is(end, &[Word::Ko])).then(|| (at, end, day.to_string()))
        };
        let ends = || {
            (0..self.len())
                .find(|at| self.free(*at) && self.is(*at, &[Word::Last]))
                .map(|at| {
                    (
                        at,
                        at + 1 + usize::from(self.is(at + 1, &[Word::Day])),
                        LAST_DAY.to_string(),
                    )
                })
        };
        let found = (0..self.len())
            .find_map(|at| self.listed_days(at).or_else(|| of_month(at)))
            .or_else(ends);
        if let Some((from, to, days)) = found {
            rule.push_str(";BYMONTHDAY=");
            rule.push_str(&days);
            self.take(from, to, "recurrence");
        }
    }

    /// "har saal 5 march ko"
    pub(super) fn add_day_of_year(&mut self, rule: &mut String) {
        let said = (0..self.len()).find_map(|at| self.month_day_at(at));
        if let Some(said) = said
            && let Some(MonthOf::Named(month, _)) = said.month
        {
            rule.push_str(&format!(";BYMONTH={month};BYMONTHDAY={}", said.day));
            return self.take(said.start, said.end, "recurrence");
        }
        // "har saal March mein": in that month, on the day that it begins to be sent.
        let month = (0..self.len()).find_map(|at| Some((at, self.tag(at).and_then(lexicon::month)?)));
        if let Some((at, month)) = month {
            rule.push_str(&format!(";BYMONTH={month}"));
            self.take(at, at + 1, "recurrence");
        }
    }
}
