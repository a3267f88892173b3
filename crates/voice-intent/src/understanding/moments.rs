//! When: moments in the future, relative to now and in the shop's offset.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use super::clock::Clock;
use super::lexicon::Word;
use super::said_day::SaidDay;
use super::utterance::Utterance;

impl Utterance {
    /// Reads a moment in the future and takes its words.
    pub(super) fn take_when(&mut self) -> Option<DateTime<FixedOffset>> {
        if let Some(moment) = self.take_after_span() {
            return Some(moment);
        }
        let date = self.take_date();
        let clock = self.take_clock();
        self.moment(date, clock)
    }

    /// "reminder ki tarikh badal ke 25 kar do": the day alone, some words after what it is.
    pub(super) fn take_new_day(&mut self) -> Option<DateTime<FixedOffset>> {
        let tarikh = self.find(&[Word::Tarikh])?;
        let num = *self.free_nums().iter().find(|num| num.start > tarikh)?;
        let day = i32::try_from(whole(num.milli).filter(|day| (1..=31).contains(day))?).ok()?;
        let said = SaidDay::alone(num.start, num.end, day);
        let date = said.ahead(self.now.date_naive())?;
        self.take(said.start, said.end, "when");
        let clock = self.take_clock();
        self.moment(Some(date), clock)
    }

    fn moment(&self, date: Option<NaiveDate>, clock: Clock) -> Option<DateTime<FixedOffset>> {
        let today = self.now.date_naive();
        if let Some(date) = date {
            let (hour, minute) = clock.settled().unwrap_or((10, 0));
            // "aaj 8 baje" said at noon is the evening; "tonight at 8" said at nine is over, and is asked about.
            let evening = clock.is_vague() && (7..=11).contains(&hour);
            return [hour, if evening { hour + 12 } else { hour }]
                .into_iter()
                .filter_map(|hour| self.at(date, hour, minute))
                .find(|moment| *moment > self.now);
        }
        let (hour, minute) = clock.settled()?;
        let moment = self.at(today, hour, minute)?;
        if moment > self.now {
            return Some(moment);
        }
        if clock.is_vague() && (7..=11).contains(&hour) {
            let later = self.at(today, hour + 12, minute)?;
            if later > self.now {
                return Some(later);
            }
        }
        self.at(today.checked_add_days(Days::new(1))?, hour, minute)
    }

    fn at(&self, date: NaiveDate, hour: u32, minute: u32) -> Option<DateTime<FixedOffset>> {
        let date = if hour >= 24 {
            date.checked_add_days(Days::new(1))?
        } else {
            date
        };
        let time = NaiveTime::from_hms_opt(hour % 24, minute, 0)?;
        date.and_time(time)
            .and_local_timezone(*self.now.offset())
            .single()
    }

    /// "10 minute baad", "in an hour and a half", "ek ghanta bees minute baad": exactly now and so much.
    fn take_after_span(&mut self) -> Option<DateTime<FixedOffset>> {
        let at = self.find_unused(&[Word::Minute, Word::Hour])?;
        if self.has(Word::Every) {
            return None;
        }
        let half_an = at > 1 && self.is(at - 1, &[Word::Article]) && self.word(at - 2) == "half";
        let (start, milli) = match self.num_before(at) {
            _ if half_an => (at - 2, 500),
            Some(num) => (num.start, num.milli),
            None if at > 0 && self.is(at - 1, &[Word::Article]) => (at - 1, 1_000),
            None => (at, 1_000),
        };
        let mut seconds = milli.checked_mul(self.seconds(at))?;
        let mut end = at + 1;
        if self.tag(end) == Some(Word::And) && self.word(end + 1) == "a" && self.word(end + 2) == "half" {
            seconds = seconds.checked_add(500 * self.seconds(at))?;
            end += 3;
        } else if self.is(at, &[Word::Hour])
            && let Some(num) = self.num_at(end + usize::from(self.is(end, &[Word::And])))
            && self.is(num.end, &[Word::Minute])
        {
            seconds = seconds.checked_add(num.milli.checked_mul(60)?)?;
            end = num.end + 1;
        }
        // "0 hours ke baad" is not ahead.
        if seconds <= 0 {
            return None;
        }
        let after = self.after_span(end);
        let before = self.before_span(start);
        // "in about an hour"
        let marked = (0..start).any(|at| self.is(at, &[Word::In, Word::After]));
        if after.is_none() && before.is_none() && !marked {
            return None;
        }
        self.take(before.unwrap_or(start), after.unwrap_or(end), "when");
        self.now
            .checked_add_signed(TimeDelta::try_seconds(seconds / 1_000)?)
    }

    fn seconds(&self, unit: usize) -> i64 {
        if self.is(unit, &[Word::Hour]) { 3_600 } else { 60 }
    }
}

/// A whole number out of thousandths.
pub(super) fn whole(milli: i64) -> Option<u32> {
    (milli % 1_000 == 0)
        .then(|| u32::try_from(milli / 1_000).ok())
        .flatten()
}
