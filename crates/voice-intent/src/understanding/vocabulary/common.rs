//! Names of people and goods that are words of the lexicon too, for shops whose own names are not known.

use crate::understanding::lexicon::{CommonName, Word, common_name};
use crate::understanding::utterance::{Tok, Utterance};

use super::place::Place;

/// Makes a name of each common one that stands where a person does and can be nothing else there.
pub(crate) fn settle(toks: &mut [Tok]) {
    for at in 0..toks.len() {
        if (is_name(toks, at) || is_goods(toks, at))
            && let Some(tok) = toks.get_mut(at)
        {
            tok.is_name();
        }
    }
}

impl Utterance {
    /// Was this word of the lexicon taken for a name: "Diya" is nobody's past deed?
    pub(crate) fn is_name_like_a_word(&self, at: usize) -> bool {
        self.names_somebody(at)
            && self
                .toks
                .get(at)
                .is_some_and(|tok| common_name(tok.groups).is_some())
            || self.toks.get(at).is_some_and(|tok| tok.known.is_some())
    }
}

fn is_name(toks: &[Tok], at: usize) -> bool {
    let Some(tok) = toks.get(at).filter(|tok| tok.tag.is_some() || tok.atom.is_some()) else {
        return false;
    };
    let Some(name) = common_name(tok.groups) else {
        return false;
    };
    let place = Place::new(toks, at, at + 1);
    let next = toks.get(at + 1).and_then(|tok| tok.tag);
    let agent = match next {
        Some(Word::Ne | Word::Apostrophe | Word::Paid) => true,
        // "Das ji"; "sham ji" is nobody's greeting either, but "more sir" is.
        Some(Word::Honorific) => name == CommonName::Anywhere && tok.tag != Some(Word::Filler),
        _ => false,
    };
    let mister = at
        .checked_sub(1)
        .and_then(|before| toks.get(before))
        .is_some_and(|tok| tok.tag == Some(Word::Mister));
    let elsewhere = name == CommonName::Anywhere
        && match next {
            // "2 nag ko" counts, "das ko" is a day of the month unless it begins the command.
            Some(Word::Ko) => !place.is_counted() && (!place.is_number() || place.opens()),
            Some(Word::Ka) => !place.is_counted(),
            _ => !place.is_number() || !place.is_counted(),
        };
    // "Mohan Das ne": the end of a longer name.
    let surname = agent && tok.atom.is_some() && place.is_longer();
    surname || (agent && !place.is_counted() || mister || elsewhere) && place.is_customer()
}

/// "saree" sounds like all of them, and lamps like what was given: "2 kodi diye ka bill".
fn is_goods(toks: &[Tok], at: usize) -> bool {
    let Some(tok) = toks.get(at) else { return false };
    let place = Place::new(toks, at, at + 1);
    let next = toks.get(at + 1).and_then(|tok| tok.tag);
    match tok.tag {
        Some(Word::All) => {
            let more = toks.get(at + 1).is_some_and(|tok| tok.tag.is_none());
            tok.word == "saree" && place.is_goods() && (place.is_counted() || !more)
        }
        Some(Word::Given) => {
            let measured = at
                .checked_sub(1)
                .and_then(|before| toks.get(before))
                .is_some_and(|tok| matches!(tok.tag, Some(Word::Unit(_))));
            measured
                && matches!(next, Some(Word::Ka | Word::And))
                && matches!(tok.word.as_str(), "diye" | "diya")
        }
        _ => false,
    }
}
