//! The commands of one breath: from what was read to what is run, with what the open question tells about them.

use std::collections::VecDeque;

use super::change::Changes;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::heard::{SURE, not_understood};
use super::reply::ClarifyKind;
use super::state::{BREATH_MAX, DialogueState};
use super::task::{Question, Task};
use super::{days, run, step};
use crate::understanding::{Intent, Refers, Slots, Word, tagged};

/// Runs what was said.
pub(super) fn commands(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Effect {
    let mut tasks = tasks(state, heard, turn);
    if tasks.iter().any(|task| voids_questions(task.intent)) {
        match state.close_question() {
            Some(question) if goes_on_with(&tasks, &question) => tasks.extend(question.then),
            Some(question) => state.drop_tasks(question.then.iter()),
            None => {}
        }
    }
    if tasks.len() > BREATH_MAX {
        let more = tasks.split_off(BREATH_MAX);
        state.drop_tasks(more.iter());
    }
    match tasks.pop_front() {
        Some(first) => run::run(state, first, tasks, turn),
        None => not_understood(state, heard, turn),
    }
}

/// What was said, each command with what is known about it.
pub(super) fn tasks(state: &DialogueState, heard: &Heard, turn: &Turn) -> VecDeque<Task> {
    let reading = &heard.reading;
    let mut tasks: VecDeque<Task> = VecDeque::new();
    tasks.extend(of_whom(
        state,
        task(
            state,
            heard,
            (reading.intent, reading.confidence),
            &reading.slots,
            turn,
        ),
    ));
    for also in &reading.also {
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
            task(state, heard, (intent, also.confidence), &also.slots, turn),
        ));
    }
    tasks
}

/// Whether the new commands are about the very draft that the question is about: what waits behind it waits on.
fn goes_on_with(tasks: &VecDeque<Task>, question: &Question) -> bool {
    let drafted = |task: &Task| task.draft.as_ref().map(|draft| draft.id);
    let about = drafted(&question.task);
    about.is_some() && tasks.iter().all(|task| drafted(task) == about)
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

/// What the words say beside the slots.
fn said_besides(task: &mut Task, heard: &Heard, turn: &Turn) {
    let words = tagged(&heard.text);
    let says = |wanted: &[Word]| words.iter().any(|word| word.is_any(wanted));
    let also = |intent: Intent| heard.reading.also.iter().any(|also| also.intent == intent);
    task.changes = Changes::said(&heard.text, heard.reading.language, task.intent, &task.slots);
    match task.intent {
        Intent::AddPayment | Intent::AddCredit => {
            task.past_day = days::is_other_day_said(&heard.text, turn.at);
            task.whole = says(&[Word::All]);
        }
        Intent::CreateInvoice => {
            task.past_day = days::is_other_day_said(&heard.text, turn.at);
            let how = [Word::Cash, Word::Upi, Word::Card, Word::Cheque, Word::Online];
            task.paid_apart = says(&how) && !also(Intent::AddPayment);
        }
        Intent::ListInvoices => {
            let spelt = words
                .iter()
                .any(|word| word.spelt(&["unpaid", "outstanding", "open"]));
            task.unpaid = spelt || says(&[Word::Due, Word::Credit]);
        }
        _ => {}
    }
}

fn task(
    state: &DialogueState,
    heard: &Heard,
    (intent, confidence): (Intent, f32),
    slots: &Slots,
    turn: &Turn,
) -> Task {
    let mut task = Task {
        intent,
        slots: slots.clone(),
        pronoun: slots.pronoun,
        unsure: confidence < SURE,
        locally: heard.locally,
        ..Task::default()
    };
    said_besides(&mut task, heard, turn);
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
