//! Short answers: yes, no, a choice, and taking the last thing back.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::moments::whole;
use crate::understanding::month_days::is_ordinal_ending;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::{Num, Utterance};

/// How [`undo`] is told from the other rules.
pub(super) const UNDO: Rule = Rule {
    name: "undo",
    read: undo,
    fits: &[
        "galti ho gayi, wapas lo",
        "undo karo",
        "take that back",
        "pichla kaam wapas karo",
    ],
    leaves: &["Rahul ne 500 wapas kiye"],
};

/// The last thing is to be taken back.
fn undo(u: &mut Utterance) -> Option<Found> {
    let fits = u.only(
        &[
            Word::Undo,
            Word::Wrong,
            Word::Be,
            Word::Take,
            Word::Do,
            Word::Give,
            Word::Given,
            Word::Done,
            Word::Last,
            Word::Wala,
            Word::Entry,
            Word::This,
            Word::That,
            Word::It,
            Word::Se,
            Word::Remove,
            Word::Now,
            Word::Ko,
            Word::Ordinal(1),
            Word::Move,
            Word::Cancel,
            Word::Okay,
            Word::Return,
            Word::I,
        ],
        &["transaction", "command", "back", "take", "one", "kaam"],
    );
    let counts = |num: &Num| u.word(num.start) != "one" || !u.is(num.start.wrapping_sub(1), &[Word::Last]);
    if !fits || u.nums.iter().any(counts) {
        return None;
    }
    let done_before = u.has(Word::That) && u.has(Word::Done);
    let mistake = u.has(Word::Wrong)
        && u.has_any(&[Word::Be, Word::Remove])
        && u.has_word(&["galti", "mistake", "oops", "गलती"]);
    let asked = u.has(Word::Undo)
        || u.has_word(&["take"]) && u.has_word(&["back"])
        || done_before && u.has_any(&[Word::Remove, Word::Cancel])
        || mistake
        || u.has_any(&[Word::Last, Word::Entry]) && u.has_any(&[Word::Remove, Word::Cancel, Word::Return]);
    (asked && !u.has(Word::No)).then(|| u.short(Intent::Undo, Slots::default()))?
}

/// How [`choice`] is told from the other rules.
pub(super) const CHOICE: Rule = Rule {
    name: "choice",
    read: choice,
    fits: &["doosra wala", "2nd one", "the last one", "number 3"],
    leaves: &["pehla reminder hata do", "doosre bill mein 2 milk jodo"],
};

/// One of the offered choices.
fn choice(u: &mut Utterance) -> Option<Found> {
    let place = (0..u.len()).find_map(|at| match u.tag(at) {
        Some(Word::Ordinal(place)) => Some((at, at + 1, i32::from(place))),
        Some(Word::Last) if matches!(u.word(at), "last" | "aakhri" | "akhri" | "aakhiri" | "akhiri") => {
            Some((at, at + 1, -1))
        }
        _ => None,
    });
    let counted = u
        .nums
        .iter()
        .find(|num| num.milli > 0 && num.milli <= 20_000)
        .copied();
    let marked = u.has_any(&[Word::Wala, Word::Number, Word::Option, Word::Select]);
    let nth = counted.filter(|num| is_ordinal_ending(u.word(num.end)) && u.toks[num.end].glued);
    let (start, end, index) = match (place, counted) {
        (Some(place), _) => place,
        (None, Some(num)) if nth.is_some() => {
            (num.start, num.end + 1, i32::try_from(whole(num.milli)?).ok()?)
        }
        (None, Some(num)) if marked => (num.start, num.end, i32::try_from(whole(num.milli)?).ok()?),
        _ => return None,
    };
    u.take(start, end, "index");
    if (place.is_some() || nth.is_some())
        && let Some(one) = (start + 1..u.len()).find(|at| u.word(*at) == "one")
    {
        u.take(one, one + 1, "index");
    }
    let fits = u.only(
        &[
            Word::Wala,
            Word::Number,
            Word::Option,
            Word::Select,
            Word::I,
            Word::Yes,
            Word::Be,
            Word::That,
            Word::This,
            Word::Do,
            Word::Give,
            Word::Okay,
            Word::Se,
            Word::Ka,
            Word::Ko,
            Word::It,
        ],
        &["sabse", "सबसे", "customer", "par", "on"],
    ) && u.free_nums().is_empty();
    fits.then(|| {
        u.short(
            Intent::SelectOption,
            Slots {
                index: Some(index),
                ..Slots::default()
            },
        )
    })?
}

/// The words of yes and no, and what may stand beside them.
const IN_ANSWERS: [Word; 24] = [
    Word::Yes,
    Word::Okay,
    Word::No,
    Word::Dont,
    Word::Do,
    Word::Give,
    Word::Given,
    Word::Be,
    Word::Leave,
    Word::Wrong,
    Word::This,
    Word::That,
    Word::It,
    Word::Wait,
    Word::Send,
    Word::Move,
    Word::Confirm,
    Word::Cancel,
    Word::Now,
    Word::Stop,
    Word::Done,
    Word::Make,
    Word::Put,
    Word::Apostrophe,
];

const PLAIN_IN_ANSWERS: [&str; 16] = [
    "go",
    "ahead",
    "wahi",
    "do",
    "आगे",
    "fine",
    "perfect",
    "thing",
    "कैंसल",
    "agree",
    "done",
    "right",
    "yahi",
    "that",
    "with",
    "it",
];

/// How [`answer`] is told from the other rules.
pub(super) const ANSWER: Rule = Rule {
    name: "answer",
    read: answer,
    fits: &["haan", "nahi, rehne do", "haan kar do"],
    leaves: &["haan Rahul ko 2 milk ka bill bana do", "nahi 500 likho"],
};

/// Yes or no.
fn answer(u: &mut Utterance) -> Option<Found> {
    if !u.nums.is_empty() {
        return None;
    }
    let fits = u.only(&IN_ANSWERS, &PLAIN_IN_ANSWERS);
    if !fits {
        return None;
    }
    let yes = u.has_any(&[Word::Yes, Word::Okay, Word::Confirm])
        || u.has_word(&["ahead", "fine", "perfect", "done"]);
    let no = u.has_any(&[
        Word::No,
        Word::Dont,
        Word::Leave,
        Word::Wait,
        Word::Cancel,
        Word::Wrong,
    ]);
    match (yes, no) {
        (true, true) => Some(super::unknown())
            .filter(|_| !u.is(u.first(), &[Word::No]))
            .or_else(|| u.short(Intent::Deny, Slots::default())),
        (true, false) => u.short(Intent::Affirm, Slots::default()),
        (false, true) => u.short(Intent::Deny, Slots::default()),
        (false, false) if u.has(Word::Do) && u.len() <= 3 => u.short(Intent::Affirm, Slots::default()),
        (false, false) => None,
    }
}
