//! Yes and no.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// The words of yes and no, and what may stand beside them.
const IN_ANSWERS: [Word; 33] = [
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
    Word::I,
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
    Word::Save,
    Word::Write,
    Word::Add,
    Word::Keep,
    Word::Take,
    Word::Apostrophe,
    Word::PronounKo,
    Word::ToMe,
    Word::Wala,
];

const PLAIN_IN_ANSWERS: &[&str] = &[
    "yet",
    "quite",
    "rahega",
    "rahegi",
    "hold",
    "on",
    "jaye",
    "jaaye",
    "jaane",
    "jane",
    "dekhenge",
    "dekhte",
    "dekhunga",
    "dekhta",
    "karenge",
    "karunga",
    "batata",
    "maybe",
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
    "one",
    "proceed",
    "chalega",
    "chalegi",
    "chal",
    "exactly",
    "good",
    "great",
    "nice",
    "looks",
    "sounds",
    "of",
    "course",
    "problem",
    "issue",
    "baat",
    "dikkat",
    "koi",
    "manzoor",
    "manjoor",
    "agreed",
    "only",
    "way",
    "can",
    "all",
    "correct",
    "sab",
    "that's",
    "not",
    "need",
    "required",
    "zaroorat",
    "jarurat",
    "jaroorat",
    "forget",
    "never",
    "mind",
    "about",
    "later",
    "kyun",
    "why",
    "aisa",
    "like",
];

/// How [`answer`] is told from the other rules.
pub(super) const ANSWER: Rule = Rule {
    name: "answer",
    read: answer,
    fits: &[
        "haan",
        "nahi, rehne do",
        "haan kar do",
        "chalega kar do",
        "okay please proceed",
        "abhi nahi baad mein",
        "no not that one",
        "don't save it",
        "koi baat nahi kar do",
        "ya ya correct only",
        "why not",
    ],
    leaves: &[
        "haan Rahul ko 2 milk ka bill bana do",
        "nahi 500 likho",
        "theek hai kal aana",
        "baad mein",
        "sab theek hai na ghar pe",
        "bill mat banana",
    ],
};

/// Yes or no.
fn answer(u: &mut Utterance) -> Option<Found> {
    // "not that one": the number in it counts nothing.
    let counts = u.nums.iter().any(|num| {
        u.word(num.start) != "one" || !u.is(num.start.wrapping_sub(1), &[Word::This, Word::That, Word::No])
    });
    let opens = opening_yes(u);
    let postpones = later_in_hindi(u);
    let fits = if postpones {
        let words: Vec<Word> = IN_ANSWERS.into_iter().chain([Word::After, Word::Mein]).collect();
        u.only(&words, PLAIN_IN_ANSWERS)
    } else {
        u.only(&IN_ANSWERS, PLAIN_IN_ANSWERS)
    };
    if counts || !fits && !opens {
        return None;
    }
    let idle = unobjecting(u);
    let yes = u.has_any(&[Word::Yes, Word::Okay, Word::Confirm])
        || opens
        || u.word(0) == "ho" && matches!(u.word(1), "jaye" | "jaaye" | "jaane" | "jane")
        || idle
        || u.has_word(&[
            "ahead", "fine", "perfect", "done", "proceed", "chalega", "chalegi", "exactly", "course",
            "manzoor", "manjoor", "agree", "agreed",
        ])
        || u.has_word(&["looks", "sounds"]) && u.has_word(&["good", "great", "nice"]);
    let later = u.word(u.len().saturating_sub(1)) == "later" || postpones;
    let no = !idle
        && (u.has_any(&[
            Word::No,
            Word::Dont,
            Word::Leave,
            Word::Wait,
            Word::Cancel,
            Word::Wrong,
        ]) || u.has_word(&["forget"])
            || matches!((u.word(0), u.word(1)), ("jaane" | "jane", "do" | "de" | "dijiye"))
            || later);
    match (yes, no) {
        (true, true) => Some(super::unknown())
            .filter(|_| !u.is(u.first(), &[Word::No]) && !not_right(u))
            .or_else(|| u.short(Intent::Deny, Slots::default())),
        (true, false) => u.short(Intent::Affirm, Slots::default()),
        (false, true) => u.short(Intent::Deny, Slots::default()),
        (false, false) if u.has(Word::Do) && u.len() <= 3 => u.short(Intent::Affirm, Slots::default()),
        (false, false) => None,
    }
}

/// "ya ya correct only": an "or" that opens and is followed by a yes is a yes itself.
fn opening_yes(u: &Utterance) -> bool {
    let ya = |at: usize| u.word(at) == "ya" && u.is(at, &[Word::Or]);
    ya(0)
        && (1..u.len()).all(|at| {
            ya(at)
                || u.is(
                    at,
                    &[
                        Word::Yes,
                        Word::Okay,
                        Word::Filler,
                        Word::Be,
                        Word::Do,
                        Word::Give,
                        Word::Honorific,
                    ],
                )
                || PLAIN_IN_ANSWERS.contains(&u.word(at)) && !u.is(at, &[Word::No])
        })
}

/// "koi baat nahi", "no problem", "kyun nahi": a no that is a yes.
fn unobjecting(u: &Utterance) -> bool {
    (0..u.len()).filter(|at| u.is(*at, &[Word::No])).any(|at| {
        let objection = |at: usize| {
            matches!(
                u.word(at),
                "problem" | "issue" | "dikkat" | "baat" | "issues" | "worries" | "harj"
            )
        };
        let why = |at: usize| matches!(u.word(at), "why" | "kyun" | "kyon");
        objection(at + 1) || at > 0 && (objection(at - 1) || why(at - 1))
    }) && u.toks.iter().filter(|tok| tok.tag == Some(Word::No)).count() == 1
        && !u.has_any(&[Word::Leave, Word::Dont, Word::Wrong, Word::Cancel])
}

/// "baad mein" beside a no or a "now" is a no.
fn later_in_hindi(u: &Utterance) -> bool {
    (0..u.len()).any(|at| u.is(at, &[Word::After]) && u.is(at + 1, &[Word::Mein]))
        && u.has_any(&[Word::Now, Word::No, Word::Leave, Word::Do])
}

/// "theek nahi hai", "sahi nahi": what is right, denied.
fn not_right(u: &Utterance) -> bool {
    (1..u.len()).any(|at| {
        u.is(at, &[Word::No])
            && (u.is(at - 1, &[Word::Okay]) || u.word(at) == "not" && u.is(at + 1, &[Word::Okay]))
    })
}
