//! One of the choices that were offered, and taking the last thing back.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::moments::whole;
use crate::understanding::said_day::is_ordinal_ending;
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
        "take that back i made a mistake",
        "pichla kaam wapas karo",
        "galat dab gaya wapas karo",
        "ulta ho gaya yaar wapas le lo isko",
        "wrong entry was made reverse it please",
        "अभी जो एंट्री की वो गलत थी उसे वापस ले लो",
    ],
    leaves: &[
        "Rahul ne 500 wapas kiye",
        "wapas mat karna",
        "Rahul ka bill wapas lo",
        "cheeni wapas aayi hai",
    ],
};

/// The last thing is to be taken back.
fn undo(u: &mut Utterance) -> Option<Found> {
    let fits = u.only_light(
        &[
            Word::Undo,
            Word::Wrong,
            Word::Done,
            Word::Last,
            Word::Wala,
            Word::Entry,
            Word::Remove,
            Word::Ordinal(1),
            Word::Move,
            Word::Cancel,
            Word::Return,
            Word::Make,
            Word::Put,
            Word::Save,
            Word::Before,
            Word::Change,
            Word::Payment,
            Word::Credit,
            Word::Wait,
            Word::Question,
            Word::I,
            Word::That,
        ],
        &[
            "oh",
            "jaisa",
            "jaise",
            "did",
            "just",
            "entered",
            "enter",
            "mistake",
            "transaction",
            "command",
            "back",
            "take",
            "one",
            "dab",
            "daba",
            "chadh",
            "chadha",
            "typed",
            "pressed",
            "step",
            "action",
            "button",
            "tha",
            "oops",
            "kam",
            "kaam",
            "thing",
        ],
    );
    let counts = |num: &Num| {
        u.word(num.start) != "one" || !u.is(num.start.wrapping_sub(1), &[Word::Last, Word::That, Word::This])
    };
    if !fits || u.nums.iter().any(counts) || u.has(Word::Dont) || (2..u.len()).any(|at| u.is(at, &[Word::No]))
    {
        return None;
    }
    let taken_back = u.has_any(&[Word::Remove, Word::Cancel, Word::Return]);
    let done_before = u.has(Word::That) && u.has(Word::Done);
    let mistake = u.has(Word::Wrong)
        && u.has_any(&[Word::Be, Word::Remove])
        && u.has_word(&["galti", "mistake", "oops", "गलती"]);
    // "wapas aata hoon": somebody comes back.
    let comes = u.has_word(&[
        "aata", "aati", "aate", "aana", "aao", "aaoge", "aaunga", "aaya", "aayi", "aaye", "jaana", "jao",
        "jaunga", "ghar",
    ]);
    let asks = (0..u.len()).any(|at| u.is(at, &[Word::Question]) && u.word(at) != "what");
    let comes = comes || asks || (0..u.len()).any(|at| u.word(at) == "aa");
    let asked = u.has(Word::Undo) && !comes
        || u.has_word(&["take"]) && u.has_word(&["back"])
        || u.has_word(&["go"]) && u.has_word(&["back"]) && u.has_any(&[Word::Once, Word::Wrong])
        || done_before && u.has_any(&[Word::Remove, Word::Cancel])
        || mistake
        || u.has(Word::Wrong) && taken_back && u.has_any(&[Word::Entry, Word::That, Word::PronounKo])
        || u.has_any(&[Word::Last, Word::Entry]) && taken_back
        // "galat ho gaya, pehle jaisa kar do"
        || u.has(Word::Wrong) && u.has(Word::Before) && u.has_word(&["jaisa", "jaise"]);
    asked.then(|| u.short(Intent::Undo, Slots::default()))?
}

/// How [`choice`] is told from the other rules.
pub(super) const CHOICE: Rule = Rule {
    name: "choice",
    read: choice,
    fits: &[
        "doosra wala",
        "2nd one",
        "the last one",
        "number 3",
        "second wala hi rakho",
        "i'll take the third one from the list",
        "jo teesra dikh raha hai wahi wala",
        "sabse neeche wala",
        "चौथे नंबर वाला ले लो",
        "last name in that list",
    ],
    leaves: &[
        "pehla reminder hata do",
        "doosre bill mein 2 milk jodo",
        "pehle kaam karo",
        "second last wala",
        "doosri baat ye hai",
    ],
};

/// Words of a choice, whatever is chosen.
const IN_CHOICES: [Word; 21] = [
    Word::No,
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
    Word::Take,
    Word::Keep,
    Word::Set,
    Word::Confirm,
];

/// What points at the list itself.
const IN_LISTS: [Word; 8] = [
    Word::On,
    Word::List,
    Word::Name,
    Word::Customer,
    Word::From,
    Word::In,
    Word::Mein,
    Word::Of,
];

const PLAIN_IN_CHOICES: [&str; 37] = [
    "mean",
    "let's",
    "lets",
    "meant",
    "bole",
    "bola",
    "boli",
    "sabse",
    "सबसे",
    "customer",
    "par",
    "pe",
    "on",
    "dikh",
    "dikha",
    "wahi",
    "yahi",
    "vahi",
    "neeche",
    "niche",
    "upar",
    "oopar",
    "yani",
    "yaani",
    "only",
    "want",
    "chalega",
    "chalegi",
    "with",
    "go",
    "going",
    "my",
    "choice",
    "take",
    "bottom",
    "top",
    "says",
];

/// Where a choice stands in the list that was read out, and the words that say so.
fn place(u: &Utterance) -> Option<(usize, usize, i32)> {
    let marked =
        u.has_any(&[Word::Wala, Word::Number, Word::Option]) || u.has_word(&["one", "sabse", "list"]);
    (0..u.len()).find_map(|at| match (u.tag(at), u.word(at)) {
        (Some(Word::Ordinal(place)), _) => Some((at, at + 1, i32::from(place))),
        (Some(Word::Last), "last" | "aakhri" | "akhri" | "aakhiri" | "akhiri") => Some((at, at + 1, -1)),
        (_, "aakhir" | "antim" | "neeche" | "niche" | "bottom") if marked => Some((at, at + 1, -1)),
        (_, "upar" | "oopar" | "top") if marked && u.nums.is_empty() => Some((at, at + 1, 1)),
        _ => None,
    })
}

/// One of the offered choices.
fn choice(u: &mut Utterance) -> Option<Found> {
    let place = place(u);
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
    // "sabse neeche wala yaani aakhri": the same place said twice. "second last" is another one.
    let again =
        |at: usize| index == -1 && u.is(at, &[Word::Last]) && !u.is(at.wrapping_sub(1), &[Word::Ordinal(2)]);
    if let Some(other) = (end..u.len()).find(|at| again(*at)) {
        u.take(other, other + 1, "index");
    }
    let listed = marked || u.has_any(&[Word::List, Word::Last, Word::Name]) || u.has_word(&["one", "sabse"]);
    let words: Vec<Word> = if listed {
        IN_CHOICES.iter().chain(&IN_LISTS).copied().collect()
    } else {
        IN_CHOICES.to_vec()
    };
    let fits = u.only(&words, &PLAIN_IN_CHOICES)
        && u.free_nums().is_empty()
        && !u.has(Word::Dont)
        // "nahi, pehli wali" chooses another one.
        && !(u.first() + 1..u.len()).any(|at| u.is(at, &[Word::No]));
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
