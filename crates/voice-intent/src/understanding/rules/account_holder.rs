//! Whose money it is, and what it was for.

use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Which way the money went.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    In,
    Out,
    /// A name, an amount and how it came, without a verb: asked back.
    PerhapsIn,
    /// Given to the customer without a word of credit: asked back.
    PerhapsOut,
}

impl Way {
    pub(super) fn is_in(self) -> bool {
        matches!(self, Self::In | Self::PerhapsIn)
    }
}

/// Whose money it is.
pub(super) fn take(u: &mut Utterance, way: Way, slots: &mut Slots) {
    let particles: &[Word] = if way.is_in() {
        &[Word::Ne, Word::Se, Word::Apostrophe, Word::Ka, Word::Ko]
    } else {
        &[Word::Ne, Word::Ko, Word::Ka, Word::Apostrophe]
    };
    slots.pronoun = u.has_pronoun();
    if u.customer_before(particles, slots) {
        return;
    }
    let verbs = [Word::Paid, Word::Given, Word::Taken, Word::Owe, Word::Deposit];
    let by = u.find(&[Word::By]).filter(|by| u.names_somebody(by + 1));
    for at in 1..u.len() {
        if by.is_none()
            && u.is(at, &verbs)
            && let Some(person) = u.person_before(at)
        {
            u.take_person(person, slots);
            return;
        }
    }
    let prepositions: &[Word] = if way.is_in() {
        &[Word::From, Word::By, Word::Of, Word::For]
    } else {
        &[
            Word::By,
            Word::To,
            Word::On,
            Word::For,
            Word::Give,
            Word::Given,
            Word::Of,
            Word::Write,
        ]
    };
    if u.customer_after(prepositions, slots) || slots.pronoun {
        return;
    }
    u.leftover_customer(slots);
}

/// "… likh do doodh ka", "700 ka maal": what the credit was for.
pub(super) fn note(u: &mut Utterance) -> Option<String> {
    let start = (0..u.len()).find(|at| u.nameable(*at))?;
    let end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    // "340 ka doodh udhaar liya"
    let worth = start > 1
        && u.is(start - 1, &[Word::Ka])
        && (u.in_number(start - 2) || u.is(start - 2, &[Word::Rupee]));
    // "Mohan ke 50 Geeta ke khate mein": another account is no note.
    let account = u.is(end, &[Word::Ka])
        && u.is(
            end + 1,
            &[Word::Khata, Word::Name, Word::Hisaab, Word::Credit, Word::Pe],
        );
    if end - start > 3 || account || !worth && !u.is(end, &[Word::Ka]) {
        return None;
    }
    // "shaadi ka saamaan"
    let mut end = end;
    if u.is(end, &[Word::Ka]) && (u.is(end + 1, &[Word::Goods]) || u.nameable(end + 1)) {
        end += 2;
    }
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    u.take(start, end, "note");
    Some(words.join(" "))
}
