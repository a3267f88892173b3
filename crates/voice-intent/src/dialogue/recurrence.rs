//! How often a reminder comes, in words.

use crate::understanding::Language;
use crate::wording::{Key, say};

const WEEKDAYS: [(&str, Key); 7] = [
    ("MO", Key::WeekdayMonday),
    ("TU", Key::WeekdayTuesday),
    ("WE", Key::WeekdayWednesday),
    ("TH", Key::WeekdayThursday),
    ("FR", Key::WeekdayFriday),
    ("SA", Key::WeekdaySaturday),
    ("SU", Key::WeekdaySunday),
];

/// An RRULE value (RFC 5545) as the commands write it, in words; the time of day stands with the next date.
pub(super) fn words(language: Language, rule: &str) -> String {
    let part = |name: &str| {
        rule.split(';')
            .filter_map(|part| part.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    };
    let count: u32 = part("INTERVAL").and_then(|n| n.parse().ok()).unwrap_or(1);
    if count == 1
        && let Some(days) = part("BYDAY")
    {
        let named = days.split(',').filter_map(|day| {
            let (_, key) = WEEKDAYS.iter().find(|(code, _)| *code == day)?;
            Some(say(language, *key, &[]))
        });
        let days = named.collect::<Vec<_>>().join(", ");
        return say(language, Key::EveryWeekday, &[("days", &days)]);
    }
    if count == 1
        && let Some(day) = part("BYMONTHDAY")
    {
        return say(language, Key::EveryMonthDay, &[("day", &day)]);
    }
    let key = match part("FREQ") {
        Some("MINUTELY") => Key::EveryMinutes,
        Some("HOURLY") => Key::EveryHours,
        Some("WEEKLY") => Key::EveryWeeks,
        Some("MONTHLY") => Key::EveryMonths,
        Some("YEARLY") => Key::EveryYears,
        _ => Key::EveryDays,
    };
    say(language, key, &[("count", &count)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_said_as_people_say_it() {
        for (rule, english, hinglish) in [
            ("FREQ=DAILY", "every day", "roz"),
            ("FREQ=DAILY;BYHOUR=9;BYMINUTE=0", "every day", "roz"),
            ("FREQ=MINUTELY;INTERVAL=5", "every 5 minutes", "har 5 minute"),
            ("FREQ=WEEKLY;BYDAY=MO", "every Monday", "har somvaar"),
            ("FREQ=WEEKLY", "every week", "har hafte"),
            (
                "FREQ=MONTHLY;BYMONTHDAY=1",
                "every month on day 1",
                "har mahine ki 1 tareekh ko",
            ),
            ("FREQ=MONTHLY;INTERVAL=6", "every 6 months", "har 6 mahine"),
        ] {
            assert_eq!(words(Language::English, rule), english);
            assert_eq!(words(Language::Hinglish, rule), hinglish);
        }
    }
}
