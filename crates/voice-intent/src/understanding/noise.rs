//! Noise of speech and of recognisers, taken out before anything is read: hesitations inside a number or a measure,
//! words said twice, and words of the shop that came out almost right.

use execora_text::tokens::Kind;

use super::lexicon::{self, Word};
use super::utterance::{Tok, Utterance};

/// Takes the noise out.
pub(super) fn clean(toks: &mut Vec<Tok>) {
    for tok in toks.iter_mut() {
        let plain = tok.kind == Kind::Word && tok.tag.is_none() && tok.atom.is_none() && tok.known.is_none();
        if plain && !tok.devanagari {
            tok.tag = lexicon::misheard(&tok.word);
        }
    }
    let mut at = 1;
    while at < toks.len() {
        if is_stutter(toks, at) || is_hesitation(toks, at) || is_sound_within_a_name(toks, at) {
            // A pause before the word that goes is a pause before the one that follows.
            let broken = toks.remove(at).broken;
            if let Some(next) = toks.get_mut(at) {
                next.broken |= broken;
            }
        } else {
            at += 1;
        }
    }
}

fn numeric(tok: &Tok) -> bool {
    tok.kind == Kind::Figure || tok.atom.is_some() && tok.tag.is_none()
}

/// What may follow a number that counts something.
fn measures(tok: &Tok) -> bool {
    matches!(
        tok.tag,
        Some(
            Word::Unit(_)
                | Word::Rupee
                | Word::Paise
                | Word::Percent
                | Word::Oclock
                | Word::Am
                | Word::Pm
                | Word::Tarikh
                | Word::Minute
                | Word::Hour
                | Word::Day
                | Word::Week
                | Word::Month
                | Word::Year
                | Word::MonthName(_)
        )
    )
}

/// "har har din", "ghante ghante baad", "7 7 baje": said twice. Questions and digits of a number are repeated on purpose.
fn is_stutter(toks: &[Tok], at: usize) -> bool {
    let (Some(one), Some(two)) = (toks.get(at - 1), toks.get(at)) else {
        return false;
    };
    if one.word != two.word || two.broken || one.kind != two.kind {
        return false;
    }
    // "do do aath" are digits, although "do" also gives.
    if numeric(two) || two.word == "do" && two.atom.is_some() {
        let counts = toks.get(at + 1).is_some_and(measures);
        // "saadhe saadhe 7", "half half an hour": a fraction is said once.
        let fraction = [
            "saadhe", "sadhe", "sava", "paune", "dedh", "dhai", "half", "aadha", "aadhe",
        ];
        return counts || fraction.contains(&two.word.as_str());
    }
    // Letters that are spelt out are no words.
    two.kind == Kind::Word
        && two.word.chars().count() > 1
        && !matches!(
            two.tag,
            Some(Word::Question | Word::Who | Word::HowMuch | Word::Once | Word::Double | Word::Triple)
        )
}

/// "barah umm hazaar", "5 arre baje", "ghante umm baad": a filler inside what belongs together.
fn is_hesitation(toks: &[Tok], at: usize) -> bool {
    let (Some(before), Some(here), Some(after)) = (toks.get(at - 1), toks.get(at), toks.get(at + 1)) else {
        return false;
    };
    let light =
        matches!(here.tag, Some(Word::Filler | Word::Yes)) || matches!(here.word.as_str(), "woh" | "wo");
    // What corrects ("500 matlab 400") or sets a condition ("500 to …") is no mere sound.
    let means = matches!(here.word.as_str(), "matlab" | "actually");
    // "panch so" is five hundred.
    if !light || here.word == "so" || here.broken || after.broken && !numeric(before) {
        return false;
    }
    let inside = numeric(before) && (measures(after) || numeric(after) && !means);
    let leads = numeric(after) && matches!(before.tag, Some(Word::At | Word::In | Word::Every));
    let trails = measures(before) && matches!(after.tag, Some(Word::After | Word::Mein));
    let every = before.tag == Some(Word::Every) && (measures(after) || numeric(after));
    inside || leads || trails || every
}

/// "Neha umm Sharma", "toor arre dal": a sound that means nothing, between words that only name.
fn is_sound_within_a_name(toks: &[Tok], at: usize) -> bool {
    const SOUNDS: [&str; 15] = [
        "um", "umm", "ummm", "uhm", "uh", "uhh", "hm", "hmm", "er", "err", "ah", "arre", "arrey", "arey",
        "are",
    ];
    let names = |tok: &Tok| tok.kind == Kind::Word && tok.tag.is_none() && tok.atom.is_none();
    let (Some(before), Some(here), Some(after)) = (toks.get(at - 1), toks.get(at), toks.get(at + 1)) else {
        return false;
    };
    here.tag == Some(Word::Filler)
        && SOUNDS.contains(&here.word.as_str())
        && names(before)
        && names(after)
        && !here.broken
        && !after.broken
}

impl Utterance {
    /// "teen sau matlab pintalis": a correction to 45, or a pause within 345? Nobody but the speaker can say.
    pub(super) fn may_be_one_number(&self, before: usize, at: usize, after: usize) -> bool {
        if !matches!(self.word(at), "matlab" | "actually") || before != at || after != at + 1 {
            return false;
        }
        let whole = self.without(at);
        self.nums.iter().any(|num| {
            num.end == before
                && whole
                    .nums
                    .iter()
                    .any(|one| one.start == num.start && one.end > before)
        })
    }

    fn without(&self, at: usize) -> Self {
        let mut other = self.clone();
        other.cut(at, at + 1);
        other
    }
}

#[cfg(test)]
mod tests {
    use crate::understanding::{CONFIDENCE_THRESHOLD, Intent, Reading, read};

    fn said(text: &str) -> Reading {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
        read(text, now)
    }

    #[test]
    fn a_pause_inside_a_number_does_not_cut_it() {
        for (text, paise) in [
            ("Amit ne do woh lakh tees hazaar diye", 23_000_000),
            ("Amit ne barah umm hazaar diye", 1_200_000),
            ("Bansi ne panch arre sau rupaye diye", 50_000),
        ] {
            assert_eq!(
                said(text).slots.amount.map(|amount| amount.paise()),
                Some(paise),
                "{text}"
            );
        }
    }

    #[test]
    fn what_may_be_a_pause_or_a_correction_is_asked() {
        for text in [
            "Amit ne barah hazaar teen sau matlab pintalis diye",
            "Amit ne ek crore matlab pachas lakh diye",
        ] {
            let reading = said(text);
            assert!(
                reading.intent == Intent::Unknown || reading.confidence < CONFIDENCE_THRESHOLD,
                "{text}: {reading:?}"
            );
        }
        let corrected = said("Amit ne 500 matlab 400 diye");
        assert_eq!(corrected.slots.amount.map(|amount| amount.paise()), Some(40_000));
    }

    #[test]
    fn a_time_said_twice_is_no_amount() {
        for text in [
            "Imran ko 11 11 baje yaad dilana",
            "Rahul ko dedh ghante ghante baad yaad dilana",
            "Imran ko 5 arre baje yaad dilana",
            "remind Anjali tonight at 9 9",
        ] {
            let reading = said(text);
            assert!(
                reading.slots.amount.is_none() || reading.confidence < CONFIDENCE_THRESHOLD,
                "{text}: {reading:?}"
            );
        }
    }

    #[test]
    fn words_of_the_shop_that_came_out_almost_right_are_heard() {
        for (text, intent) in [
            ("uska bill conform kardo", Intent::ConfirmInvoice),
            ("Rahul ka bill kensal karo", Intent::CancelInvoice),
            ("Suresh ka remindar hata do", Intent::CancelReminder),
            ("delete costumer Anjali", Intent::DeleteCustomer),
            ("g s t hata do", Intent::ToggleGst),
        ] {
            assert_eq!(said(text).intent, intent, "{text}");
        }
        for (text, name) in [
            ("Karan ne 500 diye", "Karan"),
            ("Rasheed ko 500 udhaar likh do", "Rasheed"),
            ("Bharat ke khate mein 400 likh do", "Bharat"),
        ] {
            assert_eq!(said(text).slots.customer.as_deref(), Some(name), "{text}");
        }
    }
}
