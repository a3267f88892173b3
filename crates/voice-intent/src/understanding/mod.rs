//! Understanding: one utterance in, one intent with its slots out, by a grammar without a network.

mod account_words;
mod addresses;
mod amount;
mod asides;
mod breath;
mod clock;
mod compounds;
mod contacts;
mod counts;
mod customers;
mod dates;
mod doubtful;
mod doubtful_verbs;
mod figures;
mod goods;
mod hours;
mod idioms;
mod intent;
mod landmarks;
mod language;
mod leftovers;
mod lexicon;
mod likenesses;
mod lines;
mod measures;
mod mixed_measures;
mod moments;
mod month_days;
mod noise;
mod notes;
mod nth_days;
mod old_measures;
mod orders;
mod pairs;
mod people;
mod period;
mod periods;
mod prices;
mod products;
mod promises;
mod ranges;
mod reading;
mod recurrences;
mod references;
mod repairs;
mod rule_days;
mod rules;
mod said;
mod said_day;
mod short_days;
mod singular;
mod slots;
mod small_words;
mod spans;
mod spoken_words;
mod tagged;
mod tok;
mod told;
mod two_or_give;
mod utterance;
mod vague;
mod vocabulary;

pub use amount::{Amount, Discount, Measure};
pub(crate) use asides::closes_alone;
pub use intent::{Intent, NotAnIntent};
pub(crate) use lexicon::Word;
pub use lines::{LINE_BYTES_MAX, ParsedLine, parse_line, parse_line_with};
pub use period::Period;
pub use reading::{Also, CONFIDENCE_THRESHOLD, Explained, Language, NearNames, Reading};
pub use references::Refers;
pub use said::NotSaid;
pub(crate) use said::check as check_said;
pub use slots::{Channel, Item, PaymentMode, Slots, Unit};
pub(crate) use tagged::{Tagged, tagged};
pub use vocabulary::{Known, Named, NamedThing, VOCABULARY_NAMES_MAX, Vocabulary, VocabularyNames};

use chrono::{DateTime, FixedOffset};

use utterance::{BYTES_MAX, Utterance};

/// How to read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Say which rule read which words.
    pub explain: bool,
    /// The names that the shop knows; the grammar works without them too.
    pub vocabulary: Option<&'a Vocabulary>,
}

/// Reads one command; `now` and its offset say what "kal" and "shaam" mean.
#[must_use]
pub fn read(text: &str, now: DateTime<FixedOffset>) -> Reading {
    read_with(text, now, &Options::default())
}

/// Reads one command under `options`.
#[must_use]
pub fn read_with(text: &str, now: DateTime<FixedOffset>, options: &Options<'_>) -> Reading {
    if text.len() > BYTES_MAX || text.chars().any(is_unspoken) {
        return unspeakable(text, options);
    }
    let Some(mut utterance) = Utterance::of(text, now, options.vocabulary) else {
        return Reading {
            language: Utterance::language_around_junk(text, now).unwrap_or_default(),
            ..unspeakable(text, options)
        };
    };
    let language = utterance.language();
    utterance.repair();
    utterance.drop_put_off_opening();
    utterance.drop_promise();
    utterance.drop_participle();
    let (mut found, mut also) = breath::read(&mut utterance);
    for slots in std::iter::once(&mut found.slots).chain(also.iter_mut().map(|also| &mut also.slots)) {
        if slots.customer.is_none() {
            slots.refers = utterance.refers;
        }
    }
    let explain = if options.explain {
        std::mem::take(&mut utterance.explain)
    } else {
        Vec::new()
    };
    // A recogniser writes "Suresh paid 500?" when it was asked.
    let kindly = matches!(utterance.word(0), "can" | "could" | "would" | "will" | "please");
    if text.trim_end().ends_with(['?', '？']) && found.intent.books() && !kindly {
        found.confidence = found.confidence.min(rules::ASKED);
    }
    let vague = found.confidence < CONFIDENCE_THRESHOLD && {
        utterance.reset();
        !utterance.nums.is_empty() && utterance.is_vague()
    };
    Reading {
        near: near_names(text, found.intent, options),
        vague,
        intent: found.intent,
        confidence: found.confidence,
        slots: found.slots,
        language,
        also,
        explain,
    }
}

/// Where nothing was read, the names of the shop that are nearest to the words.
fn near_names(text: &str, intent: Intent, options: &Options<'_>) -> NearNames {
    let Some(vocabulary) = options.vocabulary.filter(|_| intent == Intent::Unknown) else {
        return NearNames::default();
    };
    let nearest = |known: Known| vocabulary.near(text, known, 1).into_iter().next();
    NearNames {
        customer: nearest(Known::Customer),
        product: nearest(Known::Product),
    }
}

/// What is no spoken command at all.
fn unspeakable(text: &str, options: &Options<'_>) -> Reading {
    let explain = options.explain.then(|| Explained {
        rule: rules::NOTHING_FITS,
        words: [0, text.split_whitespace().count()],
        slot: None,
    });
    Reading {
        explain: explain.into_iter().collect(),
        ..Reading::default()
    }
}

/// Control characters and direction marks: nobody says them.
fn is_unspoken(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
