//! Talking about the talk: language, help, saying it again, taking it back, and what is not possible.

use super::action::Action;
use super::message::RecordingState;
use super::next::{Around, Ask, Next};
use super::reply::{ReplyState, Shown};
use super::task::{Part, Task};
use super::{money, phrases};
use crate::understanding::{Intent, Language, Slots, Tagged, Word, tagged};
use crate::wording::{Key, SystemLanguage, SystemPhrase, examples, say};

/// SWITCH_LANGUAGE.
pub(super) fn switch(around: &mut Around<'_>, task: &Task) -> Next {
    let language = match task.slots.language.as_deref() {
        Some("en") => Language::English,
        Some("hi") => Language::Hindi,
        Some("hi-Latn") => Language::Hinglish,
        other => return not_spoken(around, task, other),
    };
    around.state.set_language(Some(language));
    around.language = language;
    Next::done(
        task,
        say(language, Key::LanguageSet, &[]),
        Shown::Language(language),
    )
}

/// A language that is understood by name but not answered in: said in that language, as far as it has phrases, which are
/// heard in it from now on.
fn not_spoken(around: &mut Around<'_>, task: &Task, tag: Option<&str>) -> Next {
    let mut text = say(around.language, Key::LanguageNotSpoken, &[]);
    if let Some(language) = tag.and_then(SystemLanguage::from_tag) {
        around.state.own_language = Some(language);
        text = format!("{} {text}", SystemPhrase::LanguagesAnswered.text(language));
    }
    Next::failed(task, text, "not_possible")
}

/// "English", "Hindi please": to speak that language.
pub(super) fn language_alone(text: &str) -> Option<Task> {
    let words = tagged(text);
    let around = [
        Word::Filler,
        Word::Ordinary,
        Word::In,
        Word::Mein,
        Word::Speak,
        Word::Article,
    ];
    let mut tags = words.iter().filter_map(|word| match word.is {
        Some(Word::LanguageName(tag)) => Some(tag),
        _ => None,
    });
    let (tag, None) = (tags.next()?, tags.next()) else {
        return None;
    };
    let alone = |word: &Tagged| word.is_any(&around) || word.is == Some(Word::LanguageName(tag));
    words.iter().all(alone).then(|| Task {
        intent: Intent::SwitchLanguage,
        slots: Slots {
            language: Some(tag.tag().to_owned()),
            ..Slots::default()
        },
        ..Task::default()
    })
}

/// HELP.
pub(super) fn help(around: &Around<'_>, task: &Task) -> Next {
    let said = examples(around.language);
    let text = say(around.language, Key::Help, &[("examples", &said.join(" · "))]);
    Next::done(
        task,
        text,
        Shown::Help(said.iter().map(|example| (*example).to_owned()).collect()),
    )
}

/// REPEAT: the words of the answer before, and what it showed.
pub(super) fn repeat(around: &Around<'_>, task: &Task) -> Next {
    match &around.state.last {
        Some(last) => Next::Say(Box::new(Part {
            intent: task.intent,
            state: last.state,
            text: last.text.clone(),
            shown: Shown::Earlier(last.turn),
            undo: None,
        })),
        None => Next::done(
            task,
            say(around.language, Key::NothingToRepeat, &[]),
            Shown::Nothing,
        ),
    }
}

/// A no: to a question it lets things be; to none it says that what was done stands.
pub(super) fn let_be(around: &Around<'_>, task: &Task) -> String {
    if let (Some(_), Some(customer)) = (task.code_until, task.customer()) {
        let name = phrases::called(customer);
        return say(around.language, Key::ErasingLetBe, &[("name", &name)]);
    }
    let now = around.turn.at.to_utc();
    let key = if task.bare_yes && around.state.can_be_undone(now).next().is_some() {
        Key::StillStands
    } else {
        Key::LetBe
    };
    say(around.language, key, &[])
}

/// What the shop cannot do yet is said plainly; nothing is pretended.
pub(super) fn not_possible(around: &Around<'_>, task: &Task) -> Next {
    Next::failed(task, say(around.language, Key::NotPossible, &[]), "not_possible")
}

/// `START_RECORDING` and `STOP_RECORDING`: what was only half heard begins no recording.
pub(super) fn record(around: &Around<'_>, task: &Task) -> Next {
    if !around.turn.records {
        return not_possible(around, task);
    }
    let starts = task.intent == Intent::StartRecording;
    if starts && money::needs_yes(around, task) {
        let prompt = say(around.language, Key::AskRecord, &[]);
        return Ask::confirm(prompt, money::preview(task), Shown::Nothing);
    }
    Next::act(Action::Record(starts))
}

pub(super) fn recording_told(around: &Around<'_>, task: &Task, state: RecordingState) -> Next {
    let key = match state {
        RecordingState::Started => Key::RecordingStarted,
        RecordingState::Stopped => Key::RecordingStopped,
    };
    Next::done(task, say(around.language, key, &[]), Shown::Recording(state))
}

/// Two or three things that can be said, with names of the shop.
fn could_be_said(around: &Around<'_>, task: &Task) -> String {
    let (customer, product) = &task.near;
    let customer = customer.as_deref().map(titled);
    let spoken_of = around.state.recent.first().map(|person| person.name.clone());
    let customer = customer.or(spoken_of);
    let language = around.language;
    let mut said = Vec::new();
    if let Some(product) = product {
        said.push(say(language, Key::CanAskStock, &[("product", product)]));
    }
    if let Some(name) = &customer {
        said.push(say(language, Key::CanAskBalance, &[("name", name)]));
        said.push(match product {
            Some(product) => say(language, Key::CanBill, &[("name", name), ("product", product)]),
            None => say(language, Key::CanPay, &[("name", name)]),
        });
    }
    if said.is_empty() {
        said.extend(
            examples(language)
                .iter()
                .take(EXAMPLES_MAX)
                .map(|example| (*example).to_owned()),
        );
    }
    said.truncate(EXAMPLES_MAX);
    let quoted: Vec<String> = said.iter().map(|one| format!("\"{one}\"")).collect();
    say(language, Key::CanSay, &[("examples", &quoted.join(", "))])
}

/// A name as it is written, whatever its case was where it was learnt.
fn titled(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect::<String>()
    };
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// More than so many things nobody keeps in mind.
const EXAMPLES_MAX: usize = 3;

/// Words that were not understood: asked again, in the speaker's language.
pub(super) fn not_understood(around: &Around<'_>, task: &Task) -> Part {
    let key = if task.vague {
        Key::AskExact
    } else {
        Key::NotUnderstood
    };
    let mut text = say(around.language, key, &[]);
    let open = around.state.open_question(around.turn.at.to_utc());
    // An open question says what can be said; without one, things near to the words do.
    if open.is_none() && !task.vague {
        text.push(' ');
        text.push_str(&could_be_said(around, task));
    }
    if let Some(open) = open {
        text.push(' ');
        let labels = open.options.iter().map(|option| option.label.as_str());
        text.push_str(&phrases::question(around.language, &open.prompt, labels));
    }
    Part {
        intent: task.intent,
        state: ReplyState::Failed,
        text,
        shown: Shown::NotUnderstood,
        undo: None,
    }
}
