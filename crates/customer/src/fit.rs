//! How the words of one form of a name answer to the words that were said.

use crate::index::{Form, Index};
use crate::near::{CERTAIN, INITIAL, PET_FORM, SAME};
use crate::score::Reason;
use crate::spoken::{NameWord, WORDS_MAX};
use crate::vocabulary::Alike;

const EXTRA_WORD: u16 = 30;
const OTHER_ORDER: u16 = 50;

/// How the words of a form answer to those that were said.
pub(crate) struct Fit {
    matched: usize,
    least: u8,
    first: bool,
    other_order: bool,
}

impl Default for Fit {
    fn default() -> Self {
        Self {
            matched: 0,
            least: SAME,
            first: false,
            other_order: false,
        }
    }
}

impl Fit {
    /// What that is worth, or `None` when not one word answers.
    pub(crate) fn points(&self, said: usize, there: usize) -> Option<(u16, Reason)> {
        if self.matched == 0 {
            return None;
        }
        let least = u16::from(self.least);
        let reason = match self.least {
            SAME if self.matched == said => Reason::Exact,
            PET_FORM => Reason::Nickname,
            _ => Reason::Spelling,
        };
        if self.matched < said {
            let share = match (self.matched * 2 > said, self.first) {
                (true, _) => 70,
                (false, true) => 55,
                (false, false) => 40,
            };
            return Some((least * share, reason));
        }
        let order = if self.other_order { OTHER_ORDER } else { 0 };
        let points = match there.saturating_sub(said) {
            0 => least * 100,
            more => part_of_name(least) - if more > 1 { EXTRA_WORD } else { 0 },
        };
        Some((points - order, reason))
    }
}

/// A part of a longer name comes after the whole of a name in whatever spelling, and still fits when its words do.
fn part_of_name(least: u16) -> u16 {
    match least.checked_sub(u16::from(CERTAIN)) {
        Some(above) => 9_090 + above * 20,
        None => least * 98,
    }
}

/// Gives each word that was said the likest word of the form that is still free.
pub(crate) fn fit(index: &Index, form: &Form, words: &[NameWord], alike: &[Vec<Alike>]) -> Fit {
    let mut fit = Fit::default();
    let mut used = [false; WORDS_MAX];
    let mut last = None;
    for (at, alike) in alike.iter().enumerate() {
        let mut best: Option<(u8, usize)> = None;
        for (place, word) in form.words.iter().enumerate().take(WORDS_MAX) {
            if used[place] {
                continue;
            }
            let found = alike
                .binary_search_by_key(word, |alike| alike.0)
                .ok()
                .map(|found| alike[found].1);
            let found = found.or_else(|| initial(index, &words[at], *word));
            if let Some(found) = found
                && best.is_none_or(|(most, _)| found > most)
            {
                best = Some((found, place));
            }
        }
        let Some((found, place)) = best else { continue };
        used[place] = true;
        fit.matched += 1;
        fit.first |= at == 0;
        fit.other_order |= last.is_some_and(|last| place < last);
        fit.least = fit.least.min(found);
        last = Some(place);
    }
    fit
}

/// "S Kumar" may be Suresh Kumar.
fn initial(index: &Index, said: &NameWord, word: usize) -> Option<u8> {
    let is_letter = said.plain.len() == 1 && said.plain.bytes().all(|b| b.is_ascii_lowercase());
    let begins = || {
        index
            .vocabulary
            .entry(word)
            .is_some_and(|entry| entry.word.starts_with(&said.plain))
    };
    (is_letter && begins()).then_some(INITIAL)
}

/// How alike a word of the vocabulary is to the one that was heard.
pub(crate) fn likeness(alike: &[Alike], word: usize) -> Option<u8> {
    alike
        .binary_search_by_key(&word, |alike| alike.0)
        .ok()
        .map(|at| alike[at].1)
}
