//! Running commands one after the other until each has its part of the answer.

use std::collections::VecDeque;

use super::command;
use super::effect::Effect;
use super::event::Turn;
use super::fact::Missing;
use super::label::{self, Named};
use super::next::{Around, Ask, Next};
use super::reply::{Clarify, ClarifyKind, ClarifyOption, Reply, ReplyState, Shown};
use super::state::{DialogueState, LastReply, QUESTION_LIFE};
use super::task::{Part, Question, Running, Task};
use super::{deletion, fixed};
use crate::understanding::{Intent, Language};
use crate::wording::{Key, say};

/// Runs a command and those that wait behind it.
pub(super) fn run(state: &mut DialogueState, task: Task, queue: VecDeque<Task>, turn: &Turn) -> Effect {
    run_from(state, None, task, queue, turn)
}

/// Runs what goes on with the answer to a question.
pub(super) fn run_from(
    state: &mut DialogueState,
    origin: Option<String>,
    task: Task,
    queue: VecDeque<Task>,
    turn: &Turn,
) -> Effect {
    let running = Running {
        language: state.language(),
        origin,
        task,
        queue,
        parts: Vec::new(),
        asked: false,
        parked: VecDeque::new(),
    };
    go_on(state, running, Next::Again, turn)
}

pub(super) fn go_on(state: &mut DialogueState, mut running: Running, mut next: Next, turn: &Turn) -> Effect {
    loop {
        match next {
            Next::Again => {
                let language = running.language;
                let mut around = Around {
                    state,
                    turn,
                    language,
                };
                next = command::decide(&mut around, &mut running.task);
                running.language = around.language;
                continue;
            }
            Next::LookUp(look_up) => {
                state.running = Some(running);
                return Effect::LookUp(look_up);
            }
            Next::Act(action) => {
                state.running = Some(running);
                return Effect::Act(action);
            }
            Next::Ask(ask) => ask_or_park(state, &mut running, *ask, turn),
            Next::Say(mut part) => {
                part.undo = part.undo.or(running.task.undo);
                running.parts.push(*part);
            }
        }
        match running.queue.pop_front() {
            Some(mut task) => {
                follow_draft(&mut task, &running.task);
                running.task = task;
                next = Next::Again;
            }
            None => return Effect::Reply(Box::new(reply(state, running, turn))),
        }
    }
}

/// "milk 4 kar do aur bread hata do": the second change is made to what the first one left.
fn follow_draft(task: &mut Task, before: &Task) {
    if let (Some(draft), Some(changed)) = (&mut task.draft, &before.draft)
        && draft.id == changed.id
    {
        draft.clone_from(changed);
    }
}

/// A draft that is read back again in the same breath is asked about once, as it stands last.
fn ask_anew(state: &mut DialogueState, running: &mut Running, ask: &Ask) {
    let of = |preview: &Option<super::reply::Preview>| {
        preview
            .as_ref()
            .and_then(|preview| preview.draft.as_ref())
            .map(|draft| draft.id)
    };
    let asked = state
        .question
        .as_ref()
        .and_then(|question| of(&question.clarify.preview));
    if running.asked && asked.is_some() && asked == of(&ask.preview) {
        let shown = ask.shown.clone();
        running.parts.retain(|part| part.shown != shown);
        state.close_question();
        running.asked = false;
    }
}

/// Opens the question; only one can be open, so a second one of the same breath waits for the answer to the first.
fn ask_or_park(state: &mut DialogueState, running: &mut Running, ask: Ask, turn: &Turn) {
    let waits_for = match ask.kind {
        ClarifyKind::Confirm => ReplyState::NeedsConfirmation,
        _ => ReplyState::NeedsChoice,
    };
    ask_anew(state, running, &ask);
    let awaits_code = ask.missing == [Missing::Otp];
    let waits = running.asked && !awaits_code;
    let text = if waits {
        let what = Named::of(&running.task).said(running.language);
        say(running.language, Key::Waits, &[("what", &what)])
    } else {
        worded(running.language, &ask)
    };
    running.parts.push(Part {
        intent: running.task.intent,
        state: waits_for,
        text,
        shown: ask.shown.clone(),
        undo: ask.undo.or(running.task.undo),
    });
    let mut task = running.task.clone();
    task.let_go();
    if waits {
        running.parked.push_back(task);
        return;
    }
    let options = ask
        .options
        .into_iter()
        .zip(1..)
        .map(|(value, index)| ClarifyOption {
            index,
            label: super::phrases::option(running.language, &value),
            value,
        });
    let clarify = Clarify {
        kind: ask.kind,
        prompt: ask.prompt,
        options: options.collect(),
        missing: ask.missing,
        about: ask.about,
        preview: ask.preview,
        token: token(turn, awaits_code),
        expires_at: task
            .code_until
            .filter(|_| awaits_code)
            .unwrap_or(turn.at.to_utc() + QUESTION_LIFE),
    };
    let question = Some(Question {
        clarify,
        task,
        then: VecDeque::new(),
    });
    if awaits_code {
        state.code = question;
    } else {
        state.void_question();
        state.question = question;
    }
    running.asked = true;
}

/// Names the question that a turn asks.
fn token(turn: &Turn, awaits_code: bool) -> String {
    let kind = if awaits_code { "code" } else { "ask" };
    format!("{kind}_{}", turn.id.uuid().as_hyphenated())
}

/// A question in words: a choice is read out with its numbers.
fn worded(language: Language, ask: &Ask) -> String {
    let labels: Vec<String> = ask
        .options
        .iter()
        .map(|option| super::phrases::option(language, option))
        .collect();
    super::phrases::question(language, &ask.prompt, labels.iter().map(String::as_str))
}

fn reply(state: &mut DialogueState, running: Running, turn: &Turn) -> Reply {
    let (mut asked, mut parked) = (None, running.parked);
    for token in [token(turn, false), token(turn, true)] {
        if let Some(question) = state.question_named(&token) {
            question.then.append(&mut parked);
            asked = asked.or_else(|| Some(question.clarify.clone()));
        }
    }
    let intent = running.parts.first().map_or(Intent::Unknown, |part| part.intent);
    let worst = running
        .parts
        .iter()
        .map(|part| part.state)
        .max()
        .unwrap_or(ReplyState::Failed);
    let not_done = not_done(state, running.language);
    let text = in_speaking_order(&running.parts, not_done.as_deref());
    let repeats = running
        .parts
        .iter()
        .any(|part| matches!(part.shown, Shown::Earlier(_)));
    if repeats {
        asked = state.open_question(turn.at.to_utc()).cloned();
    }
    let text = match state.own_language.filter(|_| !repeats) {
        Some(language) => {
            let code_sent = deletion::was_sent(state, &token(turn, true));
            fixed::spoken_around(language, &running.parts, asked.as_ref(), code_sent, &text)
        }
        None => text,
    };
    if !repeats {
        state.last = Some(LastReply {
            turn: turn.id,
            intent,
            text: text.clone(),
            language: running.language,
            state: worst,
        });
    }
    Reply {
        intent,
        state: worst,
        text,
        language: running.language,
        undo: running.parts.iter().rev().find_map(|part| part.undo),
        shown: running.parts.into_iter().map(|part| part.shown).collect(),
        clarify: asked,
    }
}

/// Names the commands that waited behind a question which nobody answered.
fn not_done(state: &mut DialogueState, language: Language) -> Option<String> {
    let dropped = std::mem::take(&mut state.dropped);
    let what = label::list(language, dropped.iter());
    (!dropped.is_empty()).then(|| say(language, Key::NotDone, &[("what", &what)]))
}

/// What was done first, then what was not, and the open question last, where the speaker can answer it.
fn in_speaking_order(parts: &[Part], not_done: Option<&str>) -> String {
    let asks = |part: &&Part| {
        matches!(
            part.state,
            ReplyState::NeedsConfirmation | ReplyState::NeedsChoice
        )
    };
    let told = parts.iter().filter(|part| !asks(part));
    let asked = parts.iter().rev().filter(asks);
    let told = told.map(|part| part.text.as_str());
    let asked = asked.map(|part| part.text.as_str());
    let texts: Vec<&str> = told.chain(not_done).chain(asked).collect();
    texts.join(" ")
}

/// An answer without any command: words that were not understood, or a yes that nothing waits for.
pub(super) fn answer_with(state: &mut DialogueState, part: Part, turn: &Turn) -> Effect {
    let running = Running {
        language: state.language(),
        origin: None,
        task: Task {
            intent: part.intent,
            ..Task::default()
        },
        queue: VecDeque::new(),
        parts: Vec::new(),
        asked: false,
        parked: VecDeque::new(),
    };
    go_on(state, running, Next::Say(Box::new(part)), turn)
}
