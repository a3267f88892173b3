//! How the machine is to work: in which language, and recording or not.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`recording`] is told from the other rules.
pub(super) const RECORDING: Rule = Rule {
    name: "recording",
    read: recording,
    fits: &[
        "recording band karo",
        "start recording",
        "recording on kar do",
        "ab se meri awaaz record karna chalu kar de",
        "chal rahi recording rok do",
        "recording to be stopped now",
    ],
    leaves: &[
        "reminder band karo",
        "Rahul ka record band karo",
        "recording band mat karo",
    ],
};

/// Recording on or off.
fn recording(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Recording, Word::Record]) || u.has_any(&[Word::No, Word::Dont]) || u.is_question() {
        return None;
    }
    let fits = u.only_light(
        &[
            Word::Recording,
            Word::Record,
            Word::Start,
            Word::Stop,
            Word::On,
            Word::Off,
            Word::Finish,
            Word::Open,
            Word::Set,
            Word::Leave,
            Word::Wait,
            Word::All,
            Word::Keep,
        ],
        &[
            "awaaz",
            "awaz",
            "aawaz",
            "voice",
            "pause",
            "resume",
            "mode",
            "turn",
            "switch",
            "conversation",
            "bolun",
            "bolu",
            "bolunga",
            "kahun",
        ],
    );
    let off =
        u.has_any(&[Word::Stop, Word::Off, Word::Finish, Word::Leave, Word::Wait]) || u.has_word(&["pause"]);
    let on = u.has_any(&[Word::Start, Word::On, Word::Open])
        || u.has_word(&["resume", "awaaz", "awaz", "aawaz", "voice", "conversation"])
        || u.has(Word::Recording) && u.has(Word::Do)
        // "record karo" is an order; "record dikhao" asks for a customer's.
        || u.has(Word::Record) && u.has(Word::Do) && !u.has_any(&[Word::Ka, Word::PronounKa]);
    let intent = if off {
        Intent::StopRecording
    } else {
        Intent::StartRecording
    };
    (fits && (on || off)).then(|| u.short(intent, Slots::default()))?
}

/// How [`language`] is told from the other rules.
pub(super) const LANGUAGE: Rule = Rule {
    name: "language",
    read: language,
    fits: &[
        "Hindi mein bolo",
        "speak in Tamil",
        "angrezi chhodo hindi me baat karo",
        "english nahi hindi mein bolo",
        "not in English, speak Marathi",
        "ab se gujarati mein jawab do",
    ],
    leaves: &["Hindi book ka stock kitna hai", "hindi mein mat bolo"],
};

/// Another language from now on.
fn language(u: &mut Utterance) -> Option<Found> {
    let named = |at: usize| match u.tag(at) {
        Some(Word::LanguageName(tag)) if !u.is_given_up(at) => Some(tag),
        _ => None,
    };
    let tag = (0..u.len()).find_map(named)?;
    let asked = u.has_any(&[
        Word::Speak,
        Word::Language,
        Word::Change,
        Word::Mein,
        Word::Do,
        Word::In,
        Word::Tell,
        Word::To,
        Word::Use,
    ]) || u.has_word(&["switch", "jawab", "jawaab"])
        || u.only_light(&[Word::LanguageName(tag)], &[]) && u.nums.is_empty();
    let gives_up =
        (0..u.len()).any(|at| matches!(u.tag(at), Some(Word::LanguageName(_))) && u.is_given_up(at));
    if u.has(Word::Dont) && !gives_up {
        return None;
    }
    if u.has_any(&[
        Word::Bill,
        Word::Number,
        Word::Customer,
        Word::Reminder,
        Word::Stock,
    ]) || u.is_question() && !u.has(Word::Can)
        || !asked
    {
        return None;
    }
    let slots = Slots {
        language: Some(tag.tag().to_owned()),
        ..Slots::default()
    };
    if u.has(Word::Can) {
        return u.doubtful(Intent::SwitchLanguage, slots);
    }
    for at in 0..u.len() {
        if matches!(
            u.word(at),
            "switch" | "from" | "continue" | "jawab" | "jawaab" | "understand"
        ) {
            u.take(at, at + 1, "language");
        }
    }
    u.found(Intent::SwitchLanguage, slots)
}

impl Utterance {
    /// "angrezi chhodo", "english nahi", "not in English", "English ki jagah": the language to leave, not the one to take.
    fn is_given_up(&self, at: usize) -> bool {
        let mut next = at + 1;
        while self.is(next, &[Word::Filler, Word::Ka, Word::Ko, Word::Mein]) {
            next += 1;
        }
        let left = self.is(
            next,
            &[Word::Leave, Word::No, Word::Stop, Word::Instead, Word::Se],
        ) || self.word(next) == "jagah"
            || self.word(next) == "hatao";
        let mut before = at;
        while before > 0 && self.is(before - 1, &[Word::In, Word::Speak, Word::Filler]) {
            before -= 1;
        }
        let another = (0..self.len())
            .any(|other| other != at && matches!(self.tag(other), Some(Word::LanguageName(_))));
        let english = ["not", "no", "don't", "from", "leave", "stop"];
        // "i don't understand english, speak hindi"
        let denied = (at.saturating_sub(3)..at).any(|before| english.contains(&self.word(before)))
            && (at + 1..self.len()).any(|other| matches!(self.tag(other), Some(Word::LanguageName(_))));
        another && (left || denied || before > 0 && english.contains(&self.word(before - 1)))
    }
}
