//! What an utterance is in this conversation: an answer to the open question, or commands of its own.

use std::collections::VecDeque;

use super::effect::Effect;
use super::event::{Heard, Turn};
use super::next::Around;
use super::reply::{ClarifyKind, ReplyState, Shown};
use super::state::DialogueState;
use super::task::{Part, Question, Task};
use super::{breath, corrected, deletion, half_read, run, step, talk, undo, yes_no};
use crate::understanding::{Intent, Language, closes_alone};
use crate::wording::{Key, SystemLanguage, SystemPhrase, say};

/// Below this the grammar is not sure enough for acting without a yes.
pub(super) const SURE: f32 = 0.80;

/// Begins the turn of an utterance.
pub(super) fn begin(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let now = turn.at.to_utc();
    let over = |question: &Question| now >= question.clarify.expires_at;
    if state.question.as_ref().is_some_and(over) {
        state.void_question();
    }
    deletion::grow_old(state, turn);
    follow_language(state, heard);
    let reading = &heard.reading;
    let certain = reading.is_certain() && reading.intent != Intent::Unknown;
    if let Some(effect) = deletion::answered(state, heard, turn) {
        return effect;
    }
    if let Some(effect) = yes_no::yes_and_more(state, heard, turn) {
        return effect;
    }
    if yes_no::is_yes_with_its_verb(state, &heard.text) {
        return step::yes(state, turn);
    }
    if reading.intent == Intent::Unknown
        && let Some(effect) = closed(state, heard, turn)
    {
        return effect;
    }
    if let Some(effect) = corrected::instead(state, heard, turn) {
        return effect;
    }
    match reading.intent {
        Intent::Affirm if certain => return affirm(state, heard, turn),
        Intent::Deny if certain => return deny(state, heard, turn),
        _ => {}
    }
    if is_asked(state, |task| task.intent == Intent::Undo) && yes_no::agrees_to_take_back(&heard.text) {
        return step::yes(state, turn);
    }
    let is_no = super::choose::is_none_of_them(&heard.text) || !certain && yes_no::lets_go(&heard.text);
    if is_no && is_asked(state, |task| !cancels(task.intent)) {
        return step::no(state, is_sure(heard), turn);
    }
    if state.question.is_some()
        && let Some(effect) = step::answered(state, heard, turn)
    {
        return effect;
    }
    if !certain {
        return match talk::language_alone(&heard.text) {
            Some(switch) => run::run(state, switch, VecDeque::new(), turn),
            None => {
                half_read::ask_about(state, heard, turn).unwrap_or_else(|| not_understood(state, heard, turn))
            }
        };
    }
    match reading.intent {
        Intent::SelectOption => not_understood(state, heard, turn),
        Intent::Undo => take_back(state, heard, turn),
        _ => breath::commands(state, heard, turn),
    }
}

/// "bas itna hi" while a bill is read back: whether it is to be issued is asked again. "bill print karo" is not possible.
fn closed(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    if closes_alone(&heard.text) {
        let about_draft = is_asked(state, |task| {
            step::is_about_draft(task.intent) && task.draft.is_some()
        });
        let question = about_draft.then(|| state.close_question()).flatten()?;
        let task = Task {
            intent: Intent::ShowDraft,
            draft: question.task.draft,
            who: question.task.who,
            locally: heard.locally,
            ..Task::default()
        };
        return Some(run::run(state, task, question.then, turn));
    }
    if !yes_no::asks_for_paper(&heard.text) {
        return None;
    }
    let text = say(state.language(), Key::NotPossible, &[]);
    let part = Part {
        intent: Intent::Unknown,
        state: ReplyState::Failed,
        text,
        shown: Shown::Refused("not_possible".to_owned()),
        undo: None,
    };
    Some(run::answer_with(state, part, turn))
}

/// Words that an utterance needs to say which language the speaker has changed to.
const TELLING_WORDS: usize = 3;

/// The answer follows the speaker. A word or two in Latin letters ("yes", "Rahul", "500 rupaye") belong to every
/// language that is spoken in a shop, so they change nothing.
fn follow_language(state: &mut DialogueState, heard: &Heard) {
    let words = heard
        .text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .count();
    let language = heard.reading.language;
    if SystemLanguage::of_script(&heard.text).is_some() {
        return;
    }
    if words >= TELLING_WORDS || (words > 0 && language == Language::Hindi) {
        state.language_heard = language;
    }
}

fn affirm(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    if !yes_no::is_plain_yes(&heard.text) {
        return not_understood(state, heard, turn);
    }
    let open = state
        .open_question(turn.at.to_utc())
        .map(|clarify| (clarify.kind, clarify.options.len()));
    match open {
        Some((ClarifyKind::Confirm, _)) => step::yes(state, turn),
        // "Shall a new customer be made?" has one option, and a yes takes it.
        Some((
            ClarifyKind::Customer | ClarifyKind::Product | ClarifyKind::Draft | ClarifyKind::Intent,
            1,
        )) => step::step(state, super::event::Event::Chosen(1), turn),
        Some(_) => not_understood(state, heard, turn),
        None => {
            let task = Task {
                intent: Intent::ConfirmInvoice,
                locally: heard.locally,
                bare_yes: true,
                ..Task::default()
            };
            run::run(state, task, VecDeque::new(), turn)
        }
    }
}

fn deny(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let kept = yes_no::keeps_it(&heard.text) && is_asked(state, |task| !cancels(task.intent));
    if kept || yes_no::is_yes_and_no(&heard.text) {
        return not_understood(state, heard, turn);
    }
    // A no that was heard plainly discards, whoever heard it: undo brings the draft back.
    if state.question.is_some() {
        return step::no(state, heard.reading.confidence >= SURE, turn);
    }
    if deletion::is_foremost(state, turn) {
        return deletion::let_be(state, turn);
    }
    let task = Task {
        intent: Intent::Deny,
        bare_yes: true,
        ..Task::default()
    };
    run::run(state, task, VecDeque::new(), turn)
}

/// Commands that end something: an "ok cancel" to them is no no.
fn cancels(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::CancelInvoice | Intent::CancelReminder | Intent::DeleteCustomer | Intent::Undo
    )
}

/// Whether the open question goes on with such a command.
fn is_asked(state: &DialogueState, such: impl Fn(&Task) -> bool) -> bool {
    state
        .question
        .as_ref()
        .is_some_and(|question| such(&question.task))
}

/// What the recogniser of this machine heard, or what was read with less than certainty, reverses and discards nothing
/// before it was asked about.
fn is_sure(heard: &Heard) -> bool {
    !heard.locally && heard.reading.confidence >= SURE
}

fn take_back(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    // "Wapas lun?" – "wapas lo" is the yes to it.
    if is_asked(state, |task| task.intent == Intent::Undo) {
        return step::yes(state, turn);
    }
    // Nothing was done yet of what the open question is about: taking it back is a no.
    if is_asked(state, |task| {
        task.undo.is_none() && !step::is_about_draft(task.intent)
    }) {
        return step::no(state, is_sure(heard), turn);
    }
    if deletion::is_foremost(state, turn) {
        return deletion::let_be(state, turn);
    }
    // What is taken back may be what the open question is about.
    state.void_question();
    let task = Task {
        intent: Intent::Undo,
        locally: heard.locally,
        unsure: !is_sure(heard),
        more_asked: undo::several_asked(&heard.text),
        ..Task::default()
    };
    run::run(state, task, VecDeque::new(), turn)
}

pub(super) fn not_understood(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let near = heard.reading.near.clone();
    let task = Task {
        vague: heard.reading.vague,
        near: (near.customer, near.product),
        ..Task::default()
    };
    // Who writes in a script that is not read hears in that language which ones are.
    let own = SystemLanguage::of_script(&heard.text).filter(|own| state.own_language != Some(*own));
    if let Some(own) = own {
        state.own_language = Some(own);
    }
    let language = state.language();
    let mut part = talk::not_understood(
        &Around {
            state,
            turn,
            language,
        },
        &task,
    );
    if let Some(own) = own {
        part.text = format!("{} {}", SystemPhrase::LanguagesAnswered.text(own), part.text);
    }
    run::answer_with(state, part, turn)
}
