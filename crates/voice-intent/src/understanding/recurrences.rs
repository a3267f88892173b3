//! How often: every so many minutes, days, weeks, months, as an RFC 5545 rule.

use super::lexicon::Word;
use super::moments::whole;
use super::utterance::Utterance;

/// A rule so far, and the words it covers.
pub(super) type Frequency = (String, usize, usize);

const EVERY: [Word; 2] = [Word::Every, Word::Each];
const PARTS: [Word; 4] = [Word::Morning, Word::Evening, Word::Night, Word::Afternoon];

impl Utterance {
    /// Reads a recurrence and takes its words; there is none when nothing says "every".
    pub(super) fn take_recurrence(&mut self) -> Option<String> {
        let (mut rule, start, end) = self.frequency()?;
        let end = self.once_more(end);
        self.take(start, end, "recurrence");
        if rule.starts_with("FREQ=WEEKLY") && !rule.contains("BYDAY") {
            self.add_weekdays(&mut rule);
        }
        if rule.starts_with("FREQ=MONTHLY") && !rule.contains("BY") {
            self.add_month_days(&mut rule);
        }
        if rule == "FREQ=YEARLY" {
            self.add_day_of_year(&mut rule);
        }
        if rule == "FREQ=DAILY"
            && let Some((days, from, to)) = (0..self.len()).find_map(|at| self.weekday_range(at))
        {
            rule = format!("FREQ=WEEKLY;BYDAY={}", days.join(","));
            self.take(from, to, "recurrence");
        }
        let clock = self.take_clock();
        if let Some((hour, minute)) = clock.is_said().then(|| clock.settled()).flatten() {
            rule.push_str(&format!(";BYHOUR={};BYMINUTE={minute}", hour % 24));
        }
        Some(rule)
    }

    fn frequency(&self) -> Option<Frequency> {
        (0..self.len()).find_map(|at| {
            let plain = match self.tag(at) {
                // "teen roz baad"
                Some(Word::Daily) if self.word(at) != "daily" && self.num_before(at).is_some() => {
                    return None;
                }
                Some(Word::Daily) => "FREQ=DAILY",
                Some(Word::Weekly) => "FREQ=WEEKLY",
                Some(Word::Monthly) => "FREQ=MONTHLY",
                Some(Word::Yearly) => "FREQ=YEARLY",
                Some(Word::Every | Word::Each) => return self.every(at),
                Some(Word::Alternate) => return self.alternate(at),
                // "on mondays", "monday to friday"
                Some(Word::Weekday(_))
                    if self.word(at).ends_with("days")
                        || self.weekday_range(at).is_some()
                        || self.joins_weekdays(at) =>
                {
                    return self.every_weekday(at, at);
                }
                Some(Word::Day | Word::Week | Word::Month) => return self.left_out(at),
                Some(Word::Once) | None => match self.word(at) {
                    "hourly" => "FREQ=HOURLY",
                    "nightly" => "FREQ=DAILY",
                    "fortnightly" => "FREQ=WEEKLY;INTERVAL=2",
                    "quarterly" => "FREQ=MONTHLY;INTERVAL=3",
                    _ => return self.once_in(at),
                },
                _ => return None,
            };
            Some((plain.to_owned(), at, at + 1))
        })
    }

    /// "alternate days"
    fn alternate(&self, at: usize) -> Option<Frequency> {
        let frequency = self.span_frequency(at + 1)?;
        Some((format!("{frequency};INTERVAL=2"), at, at + 2))
    }

    /// "ek din chhod ke", "do din chhod kar": so many are left out, and the next one is meant.
    fn left_out(&self, at: usize) -> Option<Frequency> {
        let left = matches!(
            self.word(at + 1),
            "chhod" | "chod" | "chhor" | "chhodke" | "chodke" | "chhodkar" | "chodkar"
        );
        if !left {
            return None;
        }
        let num = self.num_before(at);
        let count = num
            .map_or(Some(1), |num| whole(num.milli))
            .filter(|count| (1..=30).contains(count))?;
        let mut end = at + 2;
        while self.is(end, &[Word::Ka, Word::Do]) {
            end += 1;
        }
        // "… chhod ke ek din"
        if let Some(one) = self.num_at(end).filter(|num| num.milli == 1_000)
            && self.tag(one.end) == self.tag(at)
        {
            end = one.end + 1;
        } else if self.tag(end) == self.tag(at) {
            end += 1;
        }
        let frequency = self.span_frequency(at)?;
        let start = num.map_or(at, |num| num.start);
        Some((format!("{frequency};INTERVAL={}", count + 1), start, end))
    }

    fn span_frequency(&self, at: usize) -> Option<&'static str> {
        match self.tag(at)? {
            Word::Day | Word::Daily => Some("FREQ=DAILY"),
            Word::Week => Some("FREQ=WEEKLY"),
            Word::Month => Some("FREQ=MONTHLY"),
            Word::Year => Some("FREQ=YEARLY"),
            _ => None,
        }
    }

    /// "once a week", "mahine mein ek baar".
    fn once_in(&self, at: usize) -> Option<Frequency> {
        if self.word(at) == "once" {
            let mut after = at + 1;
            while self.is(after, &[Word::Every, Word::Each, Word::In, Word::Article]) {
                after += 1;
            }
            // "once in 15 days"
            let counted = self.num_at(after);
            let count = counted
                .map_or(Some(1), |num| whole(num.milli))
                .filter(|count| *count > 0)?;
            let unit = counted.map_or(after, |num| num.end);
            let rule = self.span_frequency(unit)?;
            let rule = if count > 1 {
                format!("{rule};INTERVAL={count}")
            } else {
                rule.to_owned()
            };
            return Some((rule, at, unit + 1));
        }
        if !self.is_once(at) || at < 3 || self.num_before(at).is_none_or(|num| num.milli != 1_000) {
            return None;
        }
        let mein = self.num_before(at)?.start.checked_sub(1)?;
        let spanned = mein.checked_sub(1).filter(|_| self.is(mein, &[Word::Mein]))?;
        let rule = self.span_frequency(spanned)?;
        let counted = self.num_before(spanned).is_some() || spanned > 0 && self.is(spanned - 1, &EVERY);
        (!counted).then(|| (rule.to_owned(), spanned, at + 1))
    }

    fn is_once(&self, at: usize) -> bool {
        self.is(at, &[Word::Once]) || matches!(self.word(at), "baar" | "bar" | "dafa")
    }

    /// "har 15 din mein ek baar": the words after the span that say nothing more.
    fn once_more(&self, end: usize) -> usize {
        let mut next = end;
        if self.is(next, &[Word::Mein, Word::Pe, Word::Ka]) {
            next += 1;
        }
        match self.num_at(next) {
            Some(num) if num.milli == 1_000 && self.is_once(num.end) => num.end + 1,
            _ => end,
        }
    }

    /// What "every" is followed by.
    fn every(&self, at: usize) -> Option<Frequency> {
        let mut next = at + 1;
        if self.word(next) == "single" {
            next += 1;
        }
        if self.word(next) == "quarter" && !self.is(next + 1, &[Word::Hour]) {
            return Some(("FREQ=MONTHLY;INTERVAL=3".to_owned(), at, next + 1));
        }
        if let Some((day, end)) = self.nth_of_every_month(next) {
            return Some((format!("FREQ=MONTHLY;{day}"), at, end));
        }
        let mut milli = 1_000;
        if let Some((from, to, days)) = self.listed_days(next)
            && (self.is(to - 1, &[Word::Tarikh])
                || self.num_at(from).is_some() && self.word(to - 1).len() == 2)
        {
            return Some((format!("FREQ=MONTHLY;BYMONTHDAY={days}"), at, to));
        }
        if self.is(next, &[Word::Alternate]) || self.word(next) == "other" {
            milli = 2_000;
            next += 1;
        } else if let Some(Word::Ordinal(nth)) = self.tag(next) {
            milli = i64::from(nth) * 1_000;
            next += 1;
        } else if let Some(num) = self.num_at(next) {
            milli = num.milli;
            next = num.end;
            while self.is(next, &[Word::Article]) {
                next += 1;
            }
        }
        if self.is(next, &[Word::Hour]) && milli % 1_000 != 0 {
            let minutes = whole(milli.checked_mul(60)?)?;
            return Some((format!("FREQ=MINUTELY;INTERVAL={minutes}"), at, next + 1));
        }
        let count = whole(milli).filter(|count| (1..=1_000).contains(count))?;
        if matches!(self.word(next), "weekday" | "weekdays") {
            return Some(("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR".to_owned(), at, next + 1));
        }
        let frequency = match self.tag(next)? {
            Word::Minute => "FREQ=MINUTELY",
            Word::Hour => "FREQ=HOURLY",
            Word::Weekday(_) => {
                let (weekly, start, end) = self.every_weekday(at, next)?;
                // "every other friday"
                let rule = match weekly.split_once(';') {
                    Some((weekly, days)) if count > 1 => format!("{weekly};INTERVAL={count};{days}"),
                    _ => weekly,
                };
                return Some((rule, start, end));
            }
            word if PARTS.contains(&word) => return Some(("FREQ=DAILY".to_owned(), at, next)),
            _ => self.span_frequency(next)?,
        };
        let rule = if count > 1 {
            format!("{frequency};INTERVAL={count}")
        } else {
            frequency.to_owned()
        };
        Some((rule, at, next + 1))
    }
}
