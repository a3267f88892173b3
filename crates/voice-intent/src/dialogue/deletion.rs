//! DELETE_CUSTOMER: a code is sent, and saying it is the yes. Its question lives as long as the code does, whatever else is
//! said meanwhile; that a code is wrong, spent or sent too often is for the shop to say.

use std::collections::VecDeque;

use chrono::TimeDelta;

use super::action::Action;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::fact::Missing;
use super::next::{Around, Ask, Decided, Next};
use super::outcome::Refusal;
use super::reply::Shown;
use super::state::DialogueState;
use super::task::{Question, Task};
use super::{fragment, money, phrases, run, who};
use crate::understanding::{Intent, Word, tagged};
use crate::wording::{Key, say};

/// How long a code is good.
pub const CODE_LIFE: TimeDelta = TimeDelta::minutes(10);
/// How long it is remembered that there was one, for saying that it is too old.
const CODE_REMEMBERED: TimeDelta = TimeDelta::hours(1);

/// Sends the code, asks for it, and erases on it.
pub(super) fn delete(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::known(around, task)?;
    let name = phrases::called(&customer);
    let Some(until) = task.code_until else {
        if money::needs_yes(around, task) {
            let prompt = say(around.language, Key::AskDelete, &[("name", &name)]);
            return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
        }
        return Ok(Next::act(Action::SendDeletionCode(customer.id)));
    };
    let Some(code) = task.slots.otp.clone() else {
        let key = if task.resends {
            Key::AskCodeAgain
        } else {
            Key::AskCode
        };
        let prompt = say(around.language, key, &[("name", &name)]);
        return Err(Ask::missing(prompt, Missing::Otp, Shown::Nothing));
    };
    if around.turn.at.to_utc() >= until {
        let text = say(around.language, Key::CodeExpired, &[]);
        return Err(Next::failed(task, text, "code_expired"));
    }
    Ok(Next::act(Action::EraseCustomer {
        customer: customer.id,
        code,
    }))
}

/// The code is on its way: it is asked for next.
pub(super) fn code_sent(around: &Around<'_>, task: &mut Task) -> Next {
    task.code_until = Some(around.turn.at.to_utc() + CODE_LIFE);
    task.slots.otp = None;
    task.mistaken = false;
    Next::Again
}

/// Whether the question with this token, of the turn that is over, is for a code that was sent in it.
pub(super) fn was_sent(state: &DialogueState, token: &str) -> bool {
    let asked = state
        .code
        .as_ref()
        .filter(|question| question.clarify.token == token);
    asked.is_some_and(|question| !question.task.mistaken)
}

/// Takes in why nobody was erased on the code that was said.
pub(super) fn refused(around: &mut Around<'_>, task: &mut Task, refusal: &Refusal) -> Option<Next> {
    task.code_until?;
    match refusal {
        Refusal::CodeWrong { tries_left } if *tries_left != Some(0) => {
            task.slots.otp = None;
            task.mistaken = true;
            let prompt = match tries_left {
                Some(count) => say(around.language, Key::CodeWrongLeft, &[("count", count)]),
                None => say(around.language, Key::CodeWrong, &[]),
            };
            Some(Ask::missing(prompt, Missing::Otp, Shown::Nothing))
        }
        Refusal::CodeWrong { .. } | Refusal::CodeTriesOver => {
            end_code(around);
            let text = say(around.language, Key::CodeTriesOver, &[]);
            Some(Next::failed(task, text, "code_expired"))
        }
        Refusal::CodeExpired => {
            end_code(around);
            let text = say(around.language, Key::CodeExpired, &[]);
            Some(Next::failed(task, text, "code_expired"))
        }
        _ => None,
    }
}

/// The code is good for nothing any more; another may be asked for.
fn end_code(around: &mut Around<'_>) {
    let now = around.turn.at.to_utc();
    if let Some(question) = around.state.code.as_mut() {
        question.clarify.expires_at = now;
        question.task.code_until = Some(now);
    }
}

/// Forgets a code that nobody will say any more, and names what waited behind it.
pub(super) fn grow_old(state: &mut DialogueState, turn: &Turn) {
    let now = turn.at.to_utc();
    let Some(question) = state.code.as_mut().filter(|q| now >= q.clarify.expires_at) else {
        return;
    };
    let waited = std::mem::take(&mut question.then);
    if now - question.clarify.expires_at > CODE_REMEMBERED {
        state.code = None;
    }
    state.drop_tasks(waited.iter());
}

/// Goes on with the deletion when the utterance says its code, or asks for another.
pub(super) fn answered(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    let code = said_code(state, heard);
    let again = code.is_none() && asks_for_another(&heard.text);
    if code.is_none() && !again {
        return None;
    }
    let question = state.code.as_mut()?;
    let then = std::mem::take(&mut question.then);
    let origin = question.clarify.token.clone();
    let mut task = question.task.clone();
    if again {
        task.code_until = None;
        task.resends = true;
        // Another code to the same customer is what was agreed to; what was half heard is asked about.
        task.agreed = false;
        task.unsure = false;
        task.guessed = false;
        task.locally = heard.locally;
    }
    task.slots.otp = code;
    // A deletion acts, and voids what else is open.
    state.void_question();
    Some(run::run_from(state, Some(origin), task, then, turn))
}

/// The code that is said: with its name at any time, and bare where no other question asks for a number.
fn said_code(state: &DialogueState, heard: &Heard) -> Option<String> {
    state.code.as_ref()?;
    let named = tagged(&heard.text).iter().any(|word| word.is_any(&[Word::Otp]));
    let asks_number = state.question.as_ref().is_some_and(|question| {
        let asked = question.clarify.missing.first();
        asked.is_some_and(|asked| !matches!(asked, Missing::Customer | Missing::Name | Missing::Product))
    });
    if asks_number && !named {
        return None;
    }
    let read = &heard.reading;
    let said = read
        .slots
        .otp
        .clone()
        .filter(|_| read.intent == Intent::ProvideOtp);
    said.or_else(|| fragment::code(&heard.text))
}

/// "Code phir se bhejo", "OTP nahi aaya", "resend the code".
fn asks_for_another(text: &str) -> bool {
    let words = tagged(text);
    let says = |wanted: &[Word]| words.iter().any(|word| word.is_any(wanted));
    let spelt = |wanted: &[&str]| words.iter().any(|word| word.spelt(wanted));
    let sends = says(&[Word::Send, Word::Again, Word::Repeat, Word::New]) || spelt(&["resend", "phir"]);
    let missed = says(&[Word::No, Word::Dont]) && (says(&[Word::Got]) || spelt(&["aa", "come", "get"]));
    says(&[Word::Otp]) && (sends || missed)
}

/// Whether the last answer was about the code, so that a bare no is one to it.
pub(super) fn is_foremost(state: &DialogueState, turn: &Turn) -> bool {
    let about =
        |last: &super::state::LastReply| matches!(last.intent, Intent::DeleteCustomer | Intent::Unknown);
    state.question.is_none()
        && state.last.as_ref().is_some_and(about)
        && state
            .code
            .as_ref()
            .is_some_and(|question| turn.at.to_utc() < question.clarify.expires_at)
}

/// A no to the code: nobody is erased.
pub(super) fn let_be(state: &mut DialogueState, turn: &Turn) -> Effect {
    let Some(Question { clarify, task, then }) = state.code.take() else {
        return run::run(state, denied(Task::default()), VecDeque::new(), turn);
    };
    state.spend(clarify.token.clone());
    run::run_from(state, Some(clarify.token), denied(task), then, turn)
}

fn denied(of: Task) -> Task {
    Task {
        intent: Intent::Deny,
        who: of.who,
        code_until: of.code_until,
        ..Task::default()
    }
}
