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
    // "Jaswinder aaj 5000 de gaya, bank mein kiye usne": whom the pronoun means was said first.
    let named_first = u.names_somebody(u.first()) && u.free(u.first());
    if u.customer_after(prepositions, slots) || slots.pronoun && !named_first {
        return;
    }
    u.leftover_customer(slots);
}

/// "… likh do doodh ka", "700 ka doodh", "chart paper worth 2200 on credit": what the credit was for.
pub(super) fn note(u: &mut Utterance) -> Option<String> {
    let start = (0..u.len()).find(|at| u.nameable(*at))?;
    let mut end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    // "pipe aur fitting ka"
    if u.is(end, &[Word::And]) && u.nameable(end + 1) {
        end = (end + 1..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    }
    // "340 ka doodh udhaar liya"
    let worth = start > 1
        && u.is(start - 1, &[Word::Ka])
        && (u.in_number(start - 2) || u.is(start - 2, &[Word::Rupee]));
    // "took chart paper worth 2200", "ek cooler udhaar diya 5600 ka"
    let taken = start > 0 && u.is(start - 1, &[Word::Taken]) && u.word(end) == "worth";
    let priced_last = u.is(u.len() - 1, &[Word::Ka]) && u.is(end, &[Word::Credit]);
    // "Mohan ke 50 Geeta ke khate mein": another account is no note.
    let account = u.is(end, &[Word::Ka])
        && u.is(
            end + 1,
            &[Word::Khata, Word::Name, Word::Hisaab, Word::Credit, Word::Pe],
        );
    // "ek sau battis ki paanchvi": half of a number that was lost is asked.
    if (start..end).any(|at| u.counts_or_ranks(at)) {
        return None;
    }
    let said = worth || taken || priced_last || u.is(end, &[Word::Ka]);
    // "Geeta ko 100 udhaar aur Suresh ka bhi": somebody else, and no goods. "Suresh ke kehne par": on whose word.
    let somebody = start > 0 && u.is(start - 1, &[Word::And])
        || matches!(
            u.word(end + 1),
            "kehne" | "kahne" | "bolne" | "bharose" | "bhi" | "bhee"
        )
        || u.is(
            end + 1,
            &[
                Word::Balance,
                Word::Payment,
                Word::Bill,
                Word::Reminder,
                Word::Due,
            ],
        );
    if end - start > 4 || account || somebody || !said {
        return None;
    }
    // "shaadi ka saamaan"
    if u.is(end, &[Word::Ka]) && (u.is(end + 1, &[Word::Goods]) || u.nameable(end + 1)) {
        end += 2;
    }
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    let one = u
        .num_before(start)
        .filter(|num| num.milli == 1_000 && u.free(num.start));
    u.take(one.map_or(start, |num| num.start), end, "note");
    Some(words.join(" "))
}
