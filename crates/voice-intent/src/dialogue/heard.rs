//! What an utterance is in this conversation: an answer to the open question, or commands of its own.

use std::collections::VecDeque;

use super::answer::is_plain_yes;
use super::corrected;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::next::Around;
use super::reply::ClarifyKind;
use super::state::{BREATH_MAX, DialogueState};
use super::task::Task;
use super::{run, step, talk};
use crate::understanding::{Intent, Language, Refers, Slots};

/// Below this the grammar is not sure enough for acting without a yes.
const SURE: f32 = 0.80;
/// Words for a day that is over, said with a payment.
const PAST_DAYS: &[&str] = &[
    "kal",
    "parso",
    "parson",
    "yesterday",
    "pichle",
    "pichhle",
    "narso",
];

/// Begins the turn of an utterance.
pub(super) fn begin(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let now = turn.at.to_utc();
    if state.question.is_some() && state.open_question(now).is_none() {
        state.close_question();
    }
    follow_language(state, heard);
    let reading = &heard.reading;
    let certain = reading.is_certain() && reading.intent != Intent::Unknown;
    if let Some(effect) = corrected::instead(state, heard, turn) {
        return effect;
    }
    match reading.intent {
        Intent::Affirm if certain => return affirm(state, heard, turn),
        Intent::Deny if certain => return deny(state, heard, turn),
        _ => {}
    }
    if state.question.is_some() && super::choose::is_none_of_them(&heard.text) {
        return step::no(state, turn);
    }
    if state.question.is_some()
        && let Some(effect) = step::answered(state, heard, turn)
    {
        return effect;
    }
    if !certain {
        return not_understood(state, heard, turn);
    }
    match reading.intent {
        Intent::SelectOption => not_understood(state, heard, turn),
        Intent::Undo => undo(state, turn),
        _ => commands(state, heard, turn),
    }
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
    if words >= TELLING_WORDS || (words > 0 && language == Language::Hindi) {
        state.language_heard = language;
    }
}

fn affirm(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    if !is_plain_yes(&heard.text) {
        return not_understood(state, heard, turn);
    }
    let open = state
        .open_question(turn.at.to_utc())
        .map(|clarify| (clarify.kind, clarify.options.len()));
    match open {
        Some((ClarifyKind::Confirm, _)) => step::yes(state, turn),
        // "Shall a new customer be made?" has one option, and a yes takes it.
        Some((ClarifyKind::Customer | ClarifyKind::Product | ClarifyKind::Draft, 1)) => {
            step::step(state, super::event::Event::Chosen(1), turn)
        }
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
    if corrected::is_yes_and_no(&heard.text) {
        return not_understood(state, heard, turn);
    }
    if state.open_question(turn.at.to_utc()).is_some() {
        return step::no(state, turn);
    }
    let task = Task {
        intent: Intent::Deny,
        bare_yes: true,
        ..Task::default()
    };
    run::run(state, task, VecDeque::new(), turn)
}

fn undo(state: &mut DialogueState, turn: &Turn) -> Effect {
    // Nothing was done yet of what the open question is about: taking it back is a no.
    let asks_first = state
        .question
        .as_ref()
        .is_some_and(|question| question.task.undo.is_none() && !step::is_about_draft(question.task.intent));
    if asks_first {
        return step::no(state, turn);
    }
    let language = state.language();
    match talk::last_done(&Around {
        state,
        turn,
        language,
    }) {
        Some(thing) => run::take_back(state, &thing, turn),
        None => {
            let task = Task {
                intent: Intent::Undo,
                ..Task::default()
            };
            run::run(state, task, VecDeque::new(), turn)
        }
    }
}

fn not_understood(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let task = Task {
        vague: heard.reading.vague,
        ..Task::default()
    };
    let language = state.language();
    let part = talk::not_understood(
        &Around {
            state,
            turn,
            language,
        },
        &task,
    );
    run::answer_with(state, part, turn)
}

fn commands(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let reading = &heard.reading;
    let mut tasks: VecDeque<Task> = VecDeque::new();
    tasks.extend(of_whom(
        state,
        task(state, heard, reading.intent, reading.confidence, &reading.slots),
    ));
    for also in reading.also.iter().take(BREATH_MAX - 1) {
        // A yes, a choice or an undo among other commands says nothing that is sure.
        let talk = matches!(
            also.intent,
            Intent::Affirm | Intent::Deny | Intent::SelectOption | Intent::Undo | Intent::Repeat
        );
        let certain = also.confidence >= crate::understanding::CONFIDENCE_THRESHOLD;
        let intent = if certain && !talk {
            also.intent
        } else {
            Intent::Unknown
        };
        tasks.extend(of_whom(
            state,
            task(state, heard, intent, also.confidence, &also.slots),
        ));
    }
    tasks.truncate(BREATH_MAX);
    if tasks.iter().any(|task| voids_questions(task.intent)) {
        state.close_question();
    }
    match tasks.pop_front() {
        Some(first) => run::run(state, first, tasks, turn),
        None => not_understood(state, heard, turn),
    }
}

/// "pehle wale" is the customer before the last, and "dono" the last two, each with the command once.
fn of_whom(state: &DialogueState, task: Task) -> Vec<Task> {
    let for_each = !task.intent.is_acting()
        || task.intent == Intent::ScheduleReminder && task.slots.amount.is_none()
        || task.intent == Intent::CancelReminder;
    let spoken_of = |nth: usize| {
        let person = state.recent.get(nth).map(|person| person.id);
        Task {
            person,
            lost: person.is_none(),
            ..task.clone()
        }
    };
    match task.slots.refers {
        Refers::Last => vec![task],
        Refers::Former => vec![spoken_of(1)],
        Refers::Both if for_each && state.recent.len() > 1 => vec![spoken_of(1), spoken_of(0)],
        // "dono ne 100 diye": a hundred each, or together? Only for one can be booked.
        Refers::Both => vec![Task { lost: true, ..task }],
    }
}

/// A new acting command voids an open choice or preview; talk about the talk does not.
fn voids_questions(intent: Intent) -> bool {
    let talk = matches!(
        intent,
        Intent::SwitchLanguage | Intent::StartRecording | Intent::StopRecording
    );
    intent.is_acting() && !talk
}

fn task(state: &DialogueState, heard: &Heard, intent: Intent, confidence: f32, slots: &Slots) -> Task {
    let mut task = Task {
        intent,
        slots: slots.clone(),
        pronoun: slots.pronoun,
        unsure: confidence < SURE,
        locally: heard.locally,
        ..Task::default()
    };
    if intent == Intent::AddPayment {
        let tokens = execora_text::tokens::tokenise(&heard.text);
        // "… aur usko kal yaad dilana": the day belongs to the reminder.
        let of_another = heard.reading.also.iter().any(|also| also.slots.when.is_some());
        task.past_day = !of_another
            && tokens
                .iter()
                .any(|token| PAST_DAYS.contains(&token.word.as_str()));
    }
    if intent == Intent::SetPrice {
        let read_back = state
            .question
            .as_ref()
            .filter(|question| step::is_about_draft(question.task.intent));
        task.draft = read_back.and_then(|question| question.task.draft.clone());
    }
    // What is said about "the bill" right after its preview is about that bill.
    let about_bill = matches!(
        task.intent,
        Intent::EditDraft | Intent::ToggleGst | Intent::CancelInvoice | Intent::ConfirmInvoice
    );
    let names_other = slots.customer.is_some() || slots.invoice_number.is_some() || slots.all;
    if about_bill
        && !names_other
        && let Some(question) = state
            .question
            .as_ref()
            .filter(|question| question.task.draft.is_some())
    {
        task.draft.clone_from(&question.task.draft);
        task.who.clone_from(&question.task.who);
        // "Bill confirm karo" to the preview of a bill is the yes to it; to any other question it is not.
        task.agreed = task.intent == Intent::ConfirmInvoice
            && question.clarify.kind == ClarifyKind::Confirm
            && question.task.intent != Intent::CancelInvoice;
    }
    task
}
