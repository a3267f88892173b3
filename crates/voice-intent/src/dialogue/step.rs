//! The step itself: what happened, seen in the light of what is remembered, says what is to be done next.

use std::collections::VecDeque;

use super::answer::{self, Bearing};
use super::effect::{Effect, Void};
use super::event::{Event, Heard, Looked, Turn};
use super::next::{Around, Next};
use super::reply::ClarifyKind;
use super::run::{go_on, run, run_from};
use super::state::DialogueState;
use super::task::{Running, Task};
use super::{bill, deletion, finish, items, measure, people, refused, undo, who};
use crate::understanding::Intent;

/// Takes the conversation one step further.
///
/// The first event of a turn is one of [`Event::Heard`], [`Event::Chosen`], [`Event::Accepted`],
/// [`Event::UndoAsked`] or [`Event::LanguageSet`]; the others answer the effect before. The caller MUST keep the
/// state with the session and MUST run the events of one session one after the other.
pub fn step(state: &mut DialogueState, event: Event, turn: &Turn) -> Effect {
    match event {
        Event::Heard(heard) => super::heard::begin(state, &heard, turn),
        Event::Chosen(index) => chosen(state, index, turn),
        Event::Accepted { accept, token } => accepted(state, accept, &token, turn),
        Event::UndoAsked(id) => {
            let now = turn.at.to_utc();
            if !state.can_be_undone(now).any(|thing| thing.id == id) {
                return Effect::Void(Void::UndoExpired);
            }
            // What is taken back may be what the open question is about.
            state.void_question();
            let task = Task {
                intent: Intent::Undo,
                takes_back: Some(id),
                agreed: true,
                ..Task::default()
            };
            run(state, task, VecDeque::new(), turn)
        }
        Event::LanguageSet(language) => {
            state.set_language(language);
            let task = Task {
                intent: Intent::SwitchLanguage,
                slots: crate::understanding::Slots {
                    language: Some(state.language().as_str().to_owned()),
                    ..Default::default()
                },
                ..Task::default()
            };
            run(state, task, VecDeque::new(), turn)
        }
        Event::Looked(looked) => resume(state, turn, |around, running| {
            absorb(around, &mut running.task, looked)
        }),
        Event::Done { outcome, undo } => resume(state, turn, |around, running| {
            finish::done(around, &mut running.task, *outcome, undo)
        }),
        Event::Refused(refusal) => resume(state, turn, |around, running| {
            let task = &mut running.task;
            match task.intent {
                Intent::Undo => undo::refused(around, task, &refusal),
                _ => refused::refused(around, task, &refusal),
            }
        }),
    }
}

fn chosen(state: &mut DialogueState, index: i32, turn: &Turn) -> Effect {
    let Some(clarify) = state.open_question(turn.at.to_utc()) else {
        let late = state.question.is_some() || !state.spent.is_empty();
        state.void_question();
        return Effect::Void(if late {
            Void::ClarifyExpired
        } else {
            Void::ClarifyUnknown
        });
    };
    let option = super::choose::by_number(index, &clarify.options)
        .and_then(|index| clarify.options.get(index - 1))
        .map(|option| option.value.clone());
    let (Some(value), Some(question)) = (option.clone(), option.and_then(|_| state.close_question())) else {
        return Effect::Void(Void::ClarifyUnknown);
    };
    let mut task = question.task;
    let language = state.language();
    answer::choose(
        &mut Around {
            state,
            turn,
            language,
        },
        &mut task,
        value,
    );
    run_from(state, Some(question.clarify.token), task, question.then, turn)
}

fn accepted(state: &mut DialogueState, accept: bool, token: &str, turn: &Turn) -> Effect {
    let now = turn.at.to_utc();
    let awaited = state.code.as_ref().map(|question| &question.clarify);
    let is_code = awaited.is_some_and(|clarify| clarify.token == token);
    let asked = state.question_named(token).map(|question| &question.clarify);
    let is_there = asked.is_some();
    let Some(clarify) = asked.filter(|clarify| now < clarify.expires_at) else {
        let late = is_there || state.spent.iter().any(|spent| spent == token);
        return Effect::Void(if late {
            Void::ClarifyExpired
        } else {
            Void::ClarifyUnknown
        });
    };
    if accept && clarify.kind != ClarifyKind::Confirm {
        return Effect::Void(Void::ClarifyUnknown);
    }
    if accept {
        yes(state, turn)
    } else {
        if is_code {
            return deletion::let_be(state, turn);
        }
        no(state, true, turn)
    }
}

/// A yes to the question that is open. The caller knows that there is one.
pub(super) fn yes(state: &mut DialogueState, turn: &Turn) -> Effect {
    let Some(question) = state.close_question() else {
        return Effect::Void(Void::ClarifyUnknown);
    };
    let mut task = question.task;
    task.agreed = true;
    run_from(state, Some(question.clarify.token), task, question.then, turn)
}

/// A no to the question that is open: a draft that was read back is discarded, anything else is let be. A no that is not
/// `sure` discards nothing: it asks whether it shall.
pub(super) fn no(state: &mut DialogueState, sure: bool, turn: &Turn) -> Effect {
    let Some(question) = state.close_question() else {
        return Effect::Void(Void::ClarifyUnknown);
    };
    // "Kitne packet?" – "rehne do": without these goods the bill goes on.
    let mut without = question.task.clone();
    if measure::let_go(&mut without) {
        return run_from(state, Some(question.clarify.token), without, question.then, turn);
    }
    let mut task = Task {
        intent: Intent::Deny,
        ..Task::default()
    };
    if is_about_draft(question.task.intent) && question.task.draft.is_some() {
        task = Task {
            intent: Intent::CancelInvoice,
            draft: question.task.draft,
            who: question.task.who,
            agreed: sure,
            ..Task::default()
        };
    }
    run_from(state, Some(question.clarify.token), task, question.then, turn)
}

/// Commands that end with a draft read back.
pub(super) fn is_about_draft(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::CreateInvoice
            | Intent::EditDraft
            | Intent::ToggleGst
            | Intent::ShowDraft
            | Intent::ConfirmInvoice
    )
}

fn resume(
    state: &mut DialogueState,
    turn: &Turn,
    take_in: impl FnOnce(&mut Around<'_>, &mut Running) -> Next,
) -> Effect {
    let Some(mut running) = state.running.take() else {
        return Effect::Void(Void::ClarifyUnknown);
    };
    let language = running.language;
    let mut around = Around {
        state,
        turn,
        language,
    };
    let next = take_in(&mut around, &mut running);
    running.language = around.language;
    go_on(state, running, next, turn)
}

fn absorb(around: &mut Around<'_>, task: &mut Task, looked: Looked) -> Next {
    match looked {
        Looked::Customer(found) if task.intent == Intent::CreateCustomer => people::namesakes(task, &found),
        Looked::Customer(found) => who::found(around, task, found),
        Looked::Person(found) => who::person(around, task, found),
        Looked::Products(found) => items::found(task, found),
        Looked::Drafts(drafts) => bill::drafts_found(around, task, drafts),
        Looked::Invoice(found) => {
            task.nobody = found.is_none();
            task.invoice = found;
            Next::Again
        }
        Looked::Invoices(invoices) => {
            task.invoices = Some(invoices);
            Next::Again
        }
        Looked::Reminders(reminders) => {
            task.reminders = Some(reminders);
            Next::Again
        }
    }
}

/// Lets an utterance answer the open question, when it does.
pub(super) fn answered(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    let question = state.question.clone()?;
    let language = state.language();
    let bearing = answer::bearing(
        &mut Around {
            state,
            turn,
            language,
        },
        &question,
        heard,
    );
    let Bearing::Answers(mut task) = bearing else {
        return None;
    };
    task.locally |= heard.locally;
    state.close_question();
    Some(run_from(
        state,
        Some(question.clarify.token),
        *task,
        question.then,
        turn,
    ))
}
