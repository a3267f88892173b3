//! Days of a month and the month they are of: "third of next month", "isi mahine ki 20", "25 december 2027", "month end".

use execora_text::tokens::Kind;

use super::lexicon::{self, Word};
use super::moments::whole;
use super::said_day::{BACK_MAX, LAST_DAY, MonthOf, SaidDay, is_ordinal_ending, written_date};
use super::utterance::Utterance;

/// What may stand between a month and the day of it.
const BETWEEN: [Word; 5] = [Word::Ka, Word::Of, Word::Article, Word::On, Word::Mein];

impl Utterance {
    /// A day of a month that starts at `at`, with the month where one stands on either side of it.
    pub(super) fn month_day_at(&self, at: usize) -> Option<SaidDay> {
        if !self.free(at) {
            return None;
        }
        if self.toks[at].kind == Kind::Date {
            let date = written_date(&self.toks[at].word, self.now.date_naive());
            return Some(SaidDay {
                date,
                ..SaidDay::alone(at, at + 1, 0)
            });
        }
        self.month_end_at(at)
            .or_else(|| self.day_then_month(at))
            .or_else(|| self.month_then_day(at))
    }

    fn day_then_month(&self, at: usize) -> Option<SaidDay> {
        let (end, day, mut marked) = self.bare_day(at)?;
        let tarikh = at > 0 && self.is(at - 1, &[Word::Tarikh]) && self.num_before(at - 1).is_none();
        // "Dev ko 25 ko yaad dilana"
        let dative = self.is(end, &[Word::Ko]) && self.has_any(&[Word::Yaad, Word::Reminder]);
        marked |= tarikh || dative;
        let start = if tarikh { at - 1 } else { at };
        let mut next = end;
        while self.is(next, &[Word::Ka, Word::Of, Word::Article]) {
            next += 1;
        }
        let linked = self.is(end, &[Word::Of]);
        let said = |end, month| SaidDay {
            month,
            marked,
            ..SaidDay::alone(start, end, day)
        };
        if let Some((month_end, month)) = self.month_at(next)
            && (marked || linked || matches!(month, MonthOf::Named(..)) && next == end)
        {
            let mut end = month_end;
            // "5 agle mahine ki tarikh"
            while self.is(end, &[Word::Ka]) && self.is(end + 1, &[Word::Tarikh]) {
                end += 2;
            }
            return Some(said(end, Some(month)));
        }
        marked.then(|| said(end, None))
    }

    fn month_then_day(&self, at: usize) -> Option<SaidDay> {
        let every = at > 0 && self.is(at - 1, &[Word::Every, Word::Each]);
        let (month_end, month) = match self.month_at(at) {
            Some((end, month)) => (end, Some(month)),
            // "mahine ki 5 tarikh"
            None if self.is(at, &[Word::Month]) && !every && self.is(at + 1, &[Word::Ka]) => (at + 1, None),
            None => return None,
        };
        let mut next = month_end;
        while self.is(next, &BETWEEN) {
            next += 1;
        }
        let (end, day, marked) = self.bare_day(next)?;
        let owned = self.is(month_end, &[Word::Ka]);
        let named = matches!(month, Some(MonthOf::Named(..)));
        let counts = self.is(end, &[Word::Rupee, Word::Paise, Word::Percent, Word::Ka])
            || self.is(end, &OF_CLOCK)
            || matches!(self.tag(end), Some(Word::Unit(_)));
        if !marked && (counts || !named && !owned && !self.is(end, &[Word::Ko])) {
            return None;
        }
        Some(SaidDay {
            month,
            marked,
            ..SaidDay::alone(at, end, day)
        })
    }

    /// "month end", "mahine ke aakhir mein", "end of next month".
    fn month_end_at(&self, at: usize) -> Option<SaidDay> {
        let said = |start: usize, end: usize, month| SaidDay {
            month,
            marked: true,
            ..SaidDay::alone(start, end, LAST_DAY)
        };
        let bare = |at: usize| self.is(at, &[Word::Month]).then_some((at + 1, None));
        let month = |at: usize| self.month_at(at).map(|(end, month)| (end, Some(month)));
        if self.is(at, &[Word::Last]) && self.is(at + 1, &[Word::Of]) {
            let next = at + 2 + usize::from(self.is(at + 2, &[Word::Article]));
            let (end, month) = month(next).or_else(|| bare(next))?;
            return Some(said(at, end, month));
        }
        if at > 0 && self.is(at - 1, &[Word::Every, Word::Each]) {
            return None;
        }
        let (mut end, month) = month(at).or_else(|| bare(at))?;
        while self.is(end, &[Word::Ka]) {
            end += 1;
        }
        // "is mahine ke aakhri teen bill": the last of something else.
        let noun = matches!(self.word(end), "end" | "aakhir" | "akhir" | "last");
        let after = self.is(end + 1, &[Word::Mein, Word::Ko, Word::Tak, Word::Pe]);
        let over = self.is(end, &[Word::Last]) && self.num_at(end + 1).is_none() && (noun || after);
        let over = over && !self.is(end + 1, &[Word::Tarikh, Word::Day, Word::Week, Word::Bill]);
        over.then(|| {
            let mein = usize::from(self.is(end + 1, &[Word::Mein]));
            said(at, end + 1 + mein, month)
        })
    }

    /// "5", "5th", "twenty first", "pehli tarikh", "aakhri tarikh": where it ends, the day, and whether it must be one.
    pub(super) fn bare_day(&self, at: usize) -> Option<(usize, i32, bool)> {
        let (mut end, day, mut marked) = if let Some(num) = self.num_at(at) {
            let day = whole(num.milli).filter(|day| (1..=31).contains(day))?;
            let day = i32::try_from(day).ok()?;
            match self.tag(num.end) {
                Some(Word::Ordinal(unit)) if (day == 20 || day == 30) && !self.toks[num.end].broken => {
                    (num.end + 1, day + i32::from(unit), true)
                }
                _ if is_ordinal_ending(self.word(num.end)) && self.toks[num.end].glued => {
                    (num.end + 1, day, true)
                }
                _ => (num.end, day, false),
            }
        } else {
            match self.tag(at)? {
                Word::Last if self.is(at + 1, &[Word::Tarikh]) || self.is(at + 1, &[Word::Day]) => {
                    (at + 2, LAST_DAY, self.is(at + 1, &[Word::Tarikh]))
                }
                // "second last day", "doosri aakhri tarikh"
                Word::Ordinal(back @ 1..=5)
                    if self.is(at + 1, &[Word::Last]) && self.is(at + 2, &[Word::Day, Word::Tarikh]) =>
                {
                    (at + 3, -i32::from(back), true)
                }
                Word::Ordinal(day) => {
                    let the =
                        at > 1 && self.is(at - 1, &[Word::Article]) && self.is(at - 2, &[Word::On, Word::By]);
                    (at + 1, i32::from(day), the)
                }
                _ => return None,
            }
        };
        if self.is(end, &[Word::Tarikh]) {
            end += 1;
            marked = true;
        }
        ((-BACK_MAX..=LAST_DAY).contains(&day) || (1..=31).contains(&day)).then_some((end, day, marked))
    }
    /// "next month", "is mahine", "december", "march 2027": where it ends and which month it is.
    pub(super) fn month_at(&self, at: usize) -> Option<(usize, MonthOf)> {
        if let Some(month) = self.tag(at).and_then(lexicon::month) {
            let year = self
                .num_at(at + 1)
                .filter(|num| !self.is(num.end, &[Word::Rupee]));
            let year = year.and_then(|num| {
                let year = i32::try_from(whole(num.milli)?).ok()?;
                (2_000..2_100).contains(&year).then_some((num.end, year))
            });
            return Some(match year {
                Some((end, year)) => (end, MonthOf::Named(month, Some(year))),
                None => (at + 1, MonthOf::Named(month, None)),
            });
        }
        let month = match self.tag(at)? {
            Word::Next => MonthOf::Next,
            Word::This => MonthOf::This,
            Word::Last => MonthOf::Last,
            _ => return None,
        };
        self.is(at + 1, &[Word::Month]).then_some((at + 2, month))
    }
}

/// After these a number is no day.
const OF_CLOCK: [Word; 9] = [
    Word::Oclock,
    Word::Am,
    Word::Pm,
    Word::Minute,
    Word::Hour,
    Word::Day,
    Word::Week,
    Word::Month,
    Word::Year,
];
