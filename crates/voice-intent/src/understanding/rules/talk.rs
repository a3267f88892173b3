//! Short answers and what is said to the machine itself: yes, no, a choice, undo, help, a code, an address.

use super::Found;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::moments::whole;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

impl Utterance {
    /// Are all words that are not explained yet among these?
    fn only(&self, words: &[Word], plain: &[&str]) -> bool {
        (0..self.len()).all(|at| {
            !self.free(at)
                || self.is(at, words)
                || self.is(at, &[Word::Filler, Word::Article, Word::Honorific])
                || plain.contains(&self.word(at))
        })
    }

    fn short(&self, intent: Intent, slots: Slots) -> Option<Found> {
        Some(Found {
            intent,
            slots,
            confidence: 0.95,
            rule: "",
        })
    }
}

/// Six digits, with or without the word code.
pub(super) fn otp(u: &mut Utterance) -> Option<Found> {
    let code = u.take_otp()?;
    let named = u.has(Word::Otp);
    let fits = u.only(
        &[
            Word::Otp,
            Word::Be,
            Word::Mine,
            Word::This,
            Word::Write,
            Word::It,
            Word::PronounKa,
            Word::Yes,
            Word::Number,
        ],
        &["verification", "id", "the"],
    );
    if !fits || !named && (0..u.len()).any(|at| u.free(at)) {
        return None;
    }
    u.short(
        Intent::ProvideOtp,
        Slots {
            otp: Some(code),
            ..Slots::default()
        },
    )
}

/// An address and nothing else.
pub(super) fn email(u: &mut Utterance) -> Option<Found> {
    let address = u.take_email()?;
    let fits = u.only(
        &[
            Word::Email,
            Word::Be,
            Word::Mine,
            Word::PronounKa,
            Word::Her,
            Word::This,
            Word::It,
            Word::Write,
            Word::Name,
            Word::Yes,
            Word::Pe,
            Word::Ka,
        ],
        &["id", "address"],
    );
    fits.then(|| {
        u.short(
            Intent::ProvideEmail,
            Slots {
                email: Some(address),
                ..Slots::default()
            },
        )
    })?
}

/// Recording on or off.
pub(super) fn recording(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Recording, Word::Record]) || u.has(Word::No) {
        return None;
    }
    let fits = u.only(
        &[
            Word::Recording,
            Word::Record,
            Word::Start,
            Word::Stop,
            Word::Do,
            Word::Give,
            Word::Be,
            Word::Ko,
            Word::Now,
            Word::Yes,
            Word::This,
        ],
        &[],
    );
    let intent = if u.has(Word::Stop) {
        Intent::StopRecording
    } else {
        Intent::StartRecording
    };
    (fits && u.has_any(&[Word::Start, Word::Stop])).then(|| u.short(intent, Slots::default()))?
}

/// Another language from now on.
pub(super) fn language(u: &mut Utterance) -> Option<Found> {
    let tag = u.toks.iter().find_map(|tok| match tok.tag {
        Some(Word::LanguageName(tag)) => Some((tok.word.clone(), tag)),
        _ => None,
    })?;
    let asked = u.has_any(&[
        Word::Speak,
        Word::Language,
        Word::Change,
        Word::Mein,
        Word::Do,
        Word::In,
        Word::Tell,
    ]) || u.has_word(&["switch"]);
    if u.has_any(&[Word::No, Word::Dont, Word::Bill, Word::Number]) || !asked {
        return None;
    }
    let slots = Slots {
        language: Some(tag.1.to_owned()),
        ..Slots::default()
    };
    if u.has(Word::Can) {
        return u.doubtful(Intent::SwitchLanguage, slots);
    }
    for at in 0..u.len() {
        if matches!(u.word(at), "switch" | "from") {
            u.take(at, at + 1, "language");
        }
    }
    u.found(Intent::SwitchLanguage, slots)
}

/// The last thing is to be taken back.
pub(super) fn undo(u: &mut Utterance) -> Option<Found> {
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
        &["transaction", "command", "back"],
    );
    if !fits || u.nums.iter().any(|_| true) {
        return None;
    }
    let done_before = u.has(Word::That) && u.has(Word::Done);
    let mistake = u.has(Word::Wrong)
        && u.has_any(&[Word::Be, Word::Remove])
        && u.has_word(&["galti", "mistake", "oops", "गलती"]);
    let asked = u.has(Word::Undo)
        || done_before && u.has_any(&[Word::Remove, Word::Cancel])
        || mistake
        || u.has_any(&[Word::Last, Word::Entry]) && u.has_any(&[Word::Remove, Word::Cancel, Word::Return]);
    (asked && !u.has(Word::No)).then(|| u.short(Intent::Undo, Slots::default()))?
}

/// Say it again.
pub(super) fn repeat(u: &mut Utterance) -> Option<Found> {
    let unheard =
        u.has(Word::No) && u.has_word(&["sunai", "suna", "samajh", "samjha", "hear", "सुनाई", "समझ"]);
    let fits = u.only(
        &[
            Word::Repeat,
            Word::Again,
            Word::Once,
            Word::More,
            Word::And,
            Word::Speak,
            Word::Tell,
            Word::Se,
            Word::Question,
            Word::Be,
            Word::Given,
            Word::No,
            Word::Wrong,
            Word::Do,
            Word::Give,
            Word::That,
            Word::It,
            Word::I,
            Word::ToMe,
            Word::Got,
            Word::Dont,
            Word::Can,
            Word::Show,
        ],
        &[
            "did", "you", "say", "sunai", "suna", "samajh", "samjha", "hear", "ek", "one", "time", "last",
            "not", "said", "me", "your", "kaha", "bola", "once",
        ],
    );
    let again = u.has_any(&[Word::Again, Word::Repeat])
        || u.has(Word::Once) && u.has_any(&[Word::Tell, Word::Speak])
        || u.has(Word::More) && u.has_word(&["once"])
        || u.has_word(&["phir", "fir", "फिर"]) && u.has_any(&[Word::Speak, Word::Tell])
        || u.toks.iter().any(|tok| tok.raw == "फिर") && u.has(Word::Speak)
        || u.has(Word::Question) && u.has_word(&["say", "said"])
        || u.has(Word::Question) && u.has_word(&["bola", "kaha"])
        || unheard;
    (again && fits).then(|| u.short(Intent::Repeat, Slots::default()))?
}

/// What can be said?
pub(super) fn help(u: &mut Utterance) -> Option<Found> {
    let fits = u.only(
        &[
            Word::Help,
            Word::Do,
            Word::Can,
            Word::Question,
            Word::I,
            Word::Be,
            Word::Use,
            Word::Tell,
            Word::ToMe,
            Word::Show,
            Word::Give,
            Word::Mine,
            Word::It,
            Word::This,
            Word::Se,
            Word::HowMuch,
            Word::Who,
            Word::Make,
            Word::Bill,
            Word::To,
            Word::Ka,
            Word::Ko,
            Word::All,
            Word::For,
            Word::PronounKa,
        ],
        &["you", "commands", "command", "tum", "aap", "app", "i"],
    );
    let how = u.has_word(&["how", "kaise", "कैसे"]);
    let asked = u.has(Word::Help)
        || u.has(Word::Can) && u.has(Word::Question)
        || how && u.has_any(&[Word::Use, Word::Make]);
    (asked && fits && u.nums.is_empty()).then(|| u.short(Intent::Help, Slots::default()))?
}

/// One of the offered choices.
pub(super) fn choice(u: &mut Utterance) -> Option<Found> {
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
    let (start, end, index) = match (place, counted) {
        (Some(place), _) => place,
        (None, Some(num)) if marked => (num.start, num.end, i32::try_from(whole(num.milli)?).ok()?),
        _ => return None,
    };
    u.take(start, end, "index");
    if place.is_some()
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

/// Yes or no.
pub(super) fn answer(u: &mut Utterance) -> Option<Found> {
    if !u.nums.is_empty() {
        return None;
    }
    let fits = u.only(
        &[
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
        ],
        &[
            "go",
            "ahead",
            "wahi",
            "do",
            "आगे",
            "fine",
            "perfect",
            "कैंसल",
            "agree",
            "done",
            "right",
            "yahi",
            "that",
            "with",
            "it",
        ],
    );
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
