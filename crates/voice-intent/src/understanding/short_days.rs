//! Short names of weekdays, which may be names of people too: "mangal ki shaam", "budh ko", "jumme ke din".

use super::lexicon::Word;
use super::utterance::Utterance;

/// Days that nobody is called.
const DAYS: [(&str, u8); 8] = [
    ("budh", 2),
    ("jumerat", 3),
    ("jumeraat", 3),
    ("brihaspat", 3),
    ("juma", 4),
    ("jumme", 4),
    ("jume", 4),
    ("sanichar", 5),
];

/// Days that people are called too.
const DAYS_OR_NAMES: [(&str, u8); 6] = [
    ("som", 0),
    ("mangal", 1),
    ("guru", 3),
    ("shukra", 4),
    ("shukr", 4),
    ("shani", 5),
];

impl Utterance {
    /// Tags the short names of days where they can be nothing else.
    pub(super) fn settle_short_days(&mut self) {
        for at in 0..self.len() {
            if self.tag(at).is_some() || self.toks[at].known.is_some() {
                continue;
            }
            let named = |days: &[(&str, u8)]| {
                let found = days.iter().find(|(word, _)| *word == self.word(at));
                found.map(|(_, day)| *day)
            };
            let day = named(&DAYS).or_else(|| named(&DAYS_OR_NAMES).filter(|_| self.stands_as_day(at)));
            if let Some(day) = day {
                self.retag(at, Some(Word::Weekday(day)));
            }
        }
    }

    /// Does what stands around the word say that it is a day?
    fn stands_as_day(&self, at: usize) -> bool {
        let particle = self.is(at + 1, &[Word::Ka, Word::Ko]);
        let next = at + 1 + usize::from(particle);
        let part = [Word::Morning, Word::Afternoon, Word::Evening, Word::Night];
        let led = at > 0 && self.is(at - 1, &[Word::Next, Word::This, Word::Every, Word::Each]);
        let somebody_else = (0..self.len()).any(|other| {
            other != at + 1 && self.is(other, &[Word::Ko]) && other > 0 && self.names_somebody(other - 1)
        });
        led || self.is(next, &part)
            || self.is(at + 1, &[Word::Tak])
            || self.is(next, &[Word::Day]) && self.num_like(at + 1).is_none()
            || self.is(at + 1, &[Word::Ko]) && somebody_else
    }
}
