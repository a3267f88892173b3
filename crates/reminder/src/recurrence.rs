//! Recurrence rules of RFC 5545, in the shop's local time.

use crate::ReminderRefused;
use chrono::{DateTime, Timelike, Utc};
use execora_kernel::ShopZone;
use rrule::{Frequency, RRule, Tz, Unvalidated};
use serde::{Deserialize, Serialize};

/// The longest rule text that is read.
const LENGTH_MAX: usize = 200;

/// An RRULE value such as `FREQ=WEEKLY;BYDAY=MO`, known to be understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recurrence(String);

impl Recurrence {
    /// Reads a rule (with or without `RRULE:`).
    ///
    /// # Errors
    /// When it is no rule, or repeats more often than every five minutes.
    pub fn parse(text: &str) -> Result<Self, ReminderRefused> {
        let text = text.trim().to_ascii_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        if text.len() > LENGTH_MAX {
            return Err(ReminderRefused::BadRecurrence);
        }
        let rule: RRule<Unvalidated> = text.parse().map_err(|_| ReminderRefused::BadRecurrence)?;
        let every = rule.get_interval();
        match rule.get_freq() {
            Frequency::Secondly => return Err(ReminderRefused::TooOften),
            Frequency::Minutely if every < 5 => return Err(ReminderRefused::TooOften),
            _ => {}
        }
        Ok(Self(text.to_owned()))
    }

    /// The rule's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first time strictly after `after`; a rule without a time of day happens at 10:00 of the shop's day,
    /// as a date alone does when spoken. `None` when it never happens again.
    #[must_use]
    pub fn next_after(&self, after: DateTime<Utc>, zone: ShopZone) -> Option<DateTime<Utc>> {
        let tz = Tz::Tz(zone.tz());
        let rule: RRule<Unvalidated> = self.0.parse().ok()?;
        let local = after.with_timezone(&tz);
        let start = match rule.get_freq() {
            Frequency::Minutely | Frequency::Hourly | Frequency::Secondly => {
                local.with_second(0)?.with_nanosecond(0)?
            }
            _ => local
                .with_hour(10)?
                .with_minute(0)?
                .with_second(0)?
                .with_nanosecond(0)?,
        };
        let set = rule.build(start).ok()?;
        set.after(local)
            .all(2)
            .dates
            .into_iter()
            .map(|d| d.with_timezone(&Utc))
            .find(|d| *d > after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(rule: &str, after: &str) -> Option<String> {
        let after: DateTime<Utc> = after.parse().ok()?;
        let next = Recurrence::parse(rule).ok()?.next_after(after, ShopZone::INDIA)?;
        Some(ShopZone::INDIA.local(next).to_rfc3339())
    }

    #[test]
    fn rules_happen_in_the_shops_own_time() {
        for (rule, expected) in [
            ("FREQ=DAILY;BYHOUR=15;BYMINUTE=0", "2026-11-22T15:00:00+05:30"),
            ("FREQ=WEEKLY;BYDAY=MO", "2026-11-23T10:00:00+05:30"),
            ("FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01T10:00:00+05:30"),
            ("FREQ=MINUTELY;INTERVAL=5", "2026-11-22T10:05:00+05:30"),
        ] {
            assert_eq!(
                next(rule, "2026-11-22T04:30:00Z").as_deref(),
                Some(expected),
                "{rule}"
            );
        }
    }

    #[test]
    fn rules_that_are_none_or_too_often_are_refused() {
        assert_eq!(Recurrence::parse("FREQ=SECONDLY"), Err(ReminderRefused::TooOften));
        assert_eq!(
            Recurrence::parse("FREQ=MINUTELY;INTERVAL=1"),
            Err(ReminderRefused::TooOften)
        );
        assert_eq!(
            Recurrence::parse("every monday"),
            Err(ReminderRefused::BadRecurrence)
        );
        assert_eq!(
            Recurrence::parse(&"X".repeat(300)),
            Err(ReminderRefused::BadRecurrence)
        );
    }
}
