//! How often: every so many minutes, days, weeks, months, as an RFC 5545 rule.

use super::lexicon::{self, Word};
use super::moments::whole;
use super::utterance::Utterance;

impl Utterance {
    /// Reads a recurrence and takes its words; there is none when nothing says "every".
    pub(super) fn take_recurrence(&mut self) -> Option<String> {
        let (mut rule, start, end) = self.frequency()?;
        self.take(start, end, "recurrence");
        if rule.starts_with("FREQ=WEEKLY") && !rule.contains("BYDAY") {
            self.add_weekdays(&mut rule);
        }
        if rule.starts_with("FREQ=MONTHLY")
            && let Some((from, to, day)) = self.month_day()
        {
            rule.push_str(&format!(";BYMONTHDAY={day}"));
            self.take(from, to, "recurrence");
        }
        let clock = self.take_clock();
        if let Some((hour, minute)) = clock.is_said().then(|| clock.settled()).flatten() {
            rule.push_str(&format!(";BYHOUR={};BYMINUTE={minute}", hour % 24));
        }
        Some(rule)
    }

    fn frequency(&self) -> Option<(String, usize, usize)> {
        for at in 0..self.len() {
            let plain = match self.tag(at) {
                Some(Word::Daily) => "FREQ=DAILY",
                Some(Word::Weekly) => "FREQ=WEEKLY",
                Some(Word::Monthly) => "FREQ=MONTHLY",
                Some(Word::Yearly) => "FREQ=YEARLY",
                Some(Word::Every) => {
                    if let Some(found) = self.every(at) {
                        return Some(found);
                    }
                    continue;
                }
                Some(Word::Once) | None if self.once_in(at).is_some() => return self.once_in(at),
                _ => continue,
            };
            return Some((plain.to_owned(), at, at + 1));
        }
        None
    }

    /// "once a week", "mahine mein ek baar".
    fn once_in(&self, at: usize) -> Option<(String, usize, usize)> {
        let span = |at: usize| match self.tag(at) {
            Some(Word::Day) => Some("FREQ=DAILY"),
            Some(Word::Week) => Some("FREQ=WEEKLY"),
            Some(Word::Month) => Some("FREQ=MONTHLY"),
            Some(Word::Year) => Some("FREQ=YEARLY"),
            _ => None,
        };
        if self.word(at) == "once" {
            let after = if self.is(at + 1, &[Word::Every, Word::In, Word::Article]) {
                at + 2
            } else {
                at + 1
            };
            let after = if self.is(after, &[Word::Article]) {
                after + 1
            } else {
                after
            };
            return span(after).map(|rule| (rule.to_owned(), at, after + 1));
        }
        let one = matches!(self.word(at), "baar") || self.toks.get(at).is_some_and(|tok| tok.raw == "बार");
        if !one || at < 3 || self.num_before(at).is_none_or(|num| num.milli != 1_000) {
            return None;
        }
        let mein = self.num_before(at)?.start.checked_sub(1)?;
        let spanned = mein.checked_sub(1).filter(|_| self.is(mein, &[Word::Mein]))?;
        span(spanned).map(|rule| (rule.to_owned(), spanned, at + 1))
    }

    /// What "every" is followed by.
    fn every(&self, at: usize) -> Option<(String, usize, usize)> {
        let mut next = at + 1;
        let mut interval = None;
        if self.tag(next) == Some(Word::Alternate)
            || matches!(self.tag(next), Some(Word::Ordinal(2)))
            || self.word(next) == "other"
        {
            interval = Some(2);
            next += 1;
        } else if let Some(num) = self.num_at(next) {
            interval = Some(whole(num.milli).filter(|count| (1..=1_000).contains(count))?);
            next = num.end;
        }
        let frequency = match self.tag(next)? {
            Word::Minute => "MINUTELY",
            Word::Hour => "HOURLY",
            Word::Day => "DAILY",
            Word::Morning | Word::Evening | Word::Night | Word::Afternoon => {
                return Some(("FREQ=DAILY".to_owned(), at, next));
            }
            Word::Week => "WEEKLY",
            Word::Month => "MONTHLY",
            Word::Year => "YEARLY",
            Word::Weekday(_) => return self.every_weekday(at, next),
            _ => return None,
        };
        let mut rule = format!("FREQ={frequency}");
        if let Some(interval) = interval.filter(|count| *count > 1) {
            rule.push_str(&format!(";INTERVAL={interval}"));
        }
        Some((rule, at, next + 1))
    }

    fn every_weekday(&self, at: usize, first: usize) -> Option<(String, usize, usize)> {
        let mut days = Vec::new();
        let mut next = first;
        while let Some(Word::Weekday(day)) = self.tag(next) {
            days.push(lexicon::weekday(day));
            next += 1;
            if self.is(next, &[Word::And, Word::Every])
                && matches!(self.tag(next + 1), Some(Word::Weekday(_)))
            {
                next += 1;
            }
        }
        Some((format!("FREQ=WEEKLY;BYDAY={}", days.join(",")), at, next))
    }

    fn add_weekdays(&mut self, rule: &mut String) {
        if let Some(at) =
            (0..self.len()).find(|at| self.free(*at) && matches!(self.tag(*at), Some(Word::Weekday(_))))
            && let Some(Word::Weekday(day)) = self.tag(at)
        {
            rule.push_str(&format!(";BYDAY={}", lexicon::weekday(day)));
            self.take(at, at + 1, "recurrence");
        }
    }
}
