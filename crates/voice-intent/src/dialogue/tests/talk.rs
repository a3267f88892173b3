//! Several commands in one breath, reminders, new customers, and talk about the talk.

use super::world::{World, billed, item, milk_and_bread, of, paid, rupees};
use crate::dialogue::*;
use crate::understanding::{Also, Channel, Intent, Language, Reading, Slots};

pub(super) fn breath(first: (Intent, Slots), rest: Vec<(Intent, Slots)>) -> Heard {
    Heard {
        text: "…".to_owned(),
        reading: Reading {
            intent: first.0,
            confidence: 0.95,
            slots: first.1,
            language: Language::Hinglish,
            also: rest
                .into_iter()
                .map(|(intent, slots)| Also {
                    intent,
                    confidence: 0.95,
                    slots,
                })
                .collect(),
            ..Reading::default()
        },
        locally: false,
    }
}

pub(super) fn replied(ended: super::world::Ended) -> Reply {
    match ended {
        super::world::Ended::Replied(reply) => reply,
        super::world::Ended::Void(void) => panic!("{void:?}"),
    }
}

#[test]
fn several_commands_of_one_breath_run_in_order_and_get_one_answer() {
    let mut world = World::new();
    let heard = breath(
        (Intent::AddPayment, paid("Suresh", 500)),
        vec![
            (Intent::AddCredit, paid("Priya", 40)),
            (Intent::FetchBalance, of("Priya")),
        ],
    );
    let reply = replied(world.heard(heard));
    assert_eq!((reply.state, reply.shown.len()), (ReplyState::Done, 3));
    assert!(reply.text.ends_with("Priya ka ₹40 baaki hai."), "{}", reply.text);
}

#[test]
fn the_state_of_several_is_the_worst_and_the_question_is_the_first() {
    let mut world = World::new();
    let heard = breath(
        (Intent::CreateInvoice, milk_and_bread("Rahul")),
        vec![
            (Intent::AddPayment, paid("Suresh", 500)),
            (Intent::CreateInvoice, milk_and_bread("Priya")),
        ],
    );
    let reply = replied(world.heard(heard));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(
        world.customer("Suresh").balance,
        rupees(-500),
        "what needs no yes is done"
    );
    let reply = world.yes();
    assert_eq!(world.invoices[0].customer_name, "Rahul Sharma");
    assert_eq!(
        reply.state,
        ReplyState::NeedsConfirmation,
        "the next question comes after the first"
    );
    world.yes();
    assert_eq!(world.invoices[1].customer_name, "Priya");
}

#[test]
fn a_yes_among_other_commands_counts_for_nothing() {
    let mut world = World::new();
    let heard = breath(
        (Intent::CreateInvoice, milk_and_bread("Rahul")),
        vec![(Intent::Affirm, Slots::default())],
    );
    assert_eq!(replied(world.heard(heard)).state, ReplyState::Failed);
    assert!(world.invoices.is_empty());
}

#[test]
fn a_reminder_without_a_time_is_asked_back() {
    let mut world = World::new();
    let reply = world.says(
        "Suresh ko yaad dilana",
        Intent::ScheduleReminder,
        paid("Suresh", 500),
    );
    assert_eq!(reply.clarify.unwrap().missing, [Missing::When]);
    assert!(world.reminders.is_empty());
    let when = Slots {
        when: Some("2026-11-24T10:00:00+05:30".parse().unwrap()),
        ..Slots::default()
    };
    let reply = world.says("kal subah", Intent::ScheduleReminder, when);
    assert_eq!(reply.text, "Reminder likh liya: Suresh ₹500, 24/11, 10:00.");
    assert_eq!(world.reminders.len(), 1);
}

#[test]
fn a_reminder_for_somebody_who_cannot_be_reached_is_kept_for_the_shopkeeper() {
    let mut world = World::new();
    world.customer("Suresh").reachable = false;
    let slots = Slots {
        when: Some("2026-11-24T10:00:00+05:30".parse().unwrap()),
        ..of("Suresh")
    };
    let reply = world.says("…", Intent::ScheduleReminder, slots);
    assert!(
        reply.text.contains("isliye aapko yaad dilaunga"),
        "{}",
        reply.text
    );
}

#[test]
fn reminders_are_cancelled_on_a_yes_alone() {
    let mut world = World::new();
    let slots = Slots {
        when: Some("2026-11-24T10:00:00+05:30".parse().unwrap()),
        ..of("Suresh")
    };
    world.says("…", Intent::ScheduleReminder, slots);
    let reply = world.says("…", Intent::CancelReminder, of("Suresh"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.reminders.len(), 1);
    world.yes();
    assert!(world.reminders.is_empty());
    assert_eq!(world.undo().text, "Wapas aa gaya: reminder, Suresh.");
    assert_eq!(world.reminders.len(), 1);
}

#[test]
fn a_customer_is_made_and_a_namesake_only_on_a_yes() {
    let mut world = World::new();
    let named = |name: &str| Slots {
        name: Some(name.to_owned()),
        ..Slots::default()
    };
    let reply = world.says("naya customer Zubin", Intent::CreateCustomer, named("Zubin"));
    assert_eq!(reply.text, "Customer Zubin jod diya.");
    let reply = world.says("naya customer Priya", Intent::CreateCustomer, named("Priya"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    let count = world.customers.len();
    world.no();
    assert_eq!(world.customers.len(), count);
    world.undo();
    assert_eq!(
        world.customers.len(),
        count - 1,
        "Zubin was the last that was made"
    );
}

#[test]
fn a_missing_name_is_asked_for() {
    let mut world = World::new();
    let reply = world.says("naya customer", Intent::CreateCustomer, Slots::default());
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Name]);
    let reply = world.mutters("zubin mehta");
    assert_eq!(reply.text, "Customer Zubin Mehta jod diya.");
}

#[test]
fn what_is_not_possible_is_said_and_not_pretended() {
    let mut world = World::new();
    world.equipped = false;
    let sent = Slots {
        channel: Some(Channel::Email),
        ..of("Rahul")
    };
    for (intent, slots) in [
        (Intent::FetchStatement, sent),
        (Intent::StartRecording, Slots::default()),
        (Intent::StopRecording, Slots::default()),
        (Intent::SendInvoice, of("Rahul")),
    ] {
        let reply = world.says("…", intent, slots);
        assert_eq!(reply.state, ReplyState::Failed, "{intent}");
        assert_eq!(reply.shown, [Shown::Refused("not_possible".to_owned())]);
        assert!(reply.clarify.is_none(), "nothing is asked for in vain");
    }
    assert!(world.done.is_empty());
}

#[test]
fn the_answer_is_in_the_language_of_the_speaker_until_one_is_asked_for() {
    let mut world = World::new();
    let reply = world.says("सुरेश का बैलेंस", Intent::FetchBalance, of("Suresh"));
    assert_eq!(
        (reply.language, reply.text.as_str()),
        (Language::Hindi, "Suresh का हिसाब साफ़ है।")
    );
    let english = Slots {
        language: Some("en".to_owned()),
        ..Slots::default()
    };
    let reply = world.says("English mein bolo", Intent::SwitchLanguage, english);
    assert_eq!(reply.text, "I will speak English.");
    let reply = world.says("सुरेश का बैलेंस", Intent::FetchBalance, of("Suresh"));
    assert_eq!(reply.text, "Suresh owes nothing.");
    let tamil = Slots {
        language: Some("ta".to_owned()),
        ..Slots::default()
    };
    assert_eq!(
        world.says("…", Intent::SwitchLanguage, tamil).state,
        ReplyState::Failed
    );
}

#[test]
fn a_bare_figure_does_not_change_the_language() {
    let mut world = World::new();
    world.says("सुरेश ने पैसे दिए", Intent::AddPayment, of("Suresh"));
    let reply = world.mutters("500");
    assert_eq!(reply.language, Language::Hindi);
}

#[test]
fn the_answer_is_said_again_and_nothing_is_done_again() {
    let mut world = World::new();
    assert_eq!(
        world.says("phir se bolo", Intent::Repeat, Slots::default()).state,
        ReplyState::Done
    );
    let first = world.says("…", Intent::AddPayment, paid("Suresh", 500));
    let again = world.says("phir se bolo", Intent::Repeat, Slots::default());
    assert_eq!(again.text, first.text);
    assert!(matches!(again.shown[..], [Shown::Earlier(_)]));
    assert_eq!(world.booked().len(), 1);
}

#[test]
fn a_question_is_said_again_and_stays_open() {
    let mut world = World::new();
    let asked = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![item("milk", 1)]));
    let again = world.says("phir se bolo", Intent::Repeat, Slots::default());
    assert_eq!(again.clarify, asked.clarify);
    assert_eq!(again.state, ReplyState::NeedsConfirmation);
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn help_gives_examples_in_the_language() {
    let mut world = World::new();
    let reply = world.says("kya kya kar sakte ho", Intent::Help, Slots::default());
    assert!(reply.text.contains("Suresh ka balance batao"));
}

#[test]
fn stock_is_told_and_an_unknown_product_is_not_made_up() {
    let mut world = World::new();
    let of = |name: &str| Slots {
        product: Some(name.to_owned()),
        ..Slots::default()
    };
    assert_eq!(
        world.says("…", Intent::CheckStock, of("milk")).text,
        "Milk 10 bacha hai."
    );
    let reply = world.says("…", Intent::CheckStock, of("unicorn"));
    assert_eq!((reply.state, reply.clarify), (ReplyState::Failed, None));
}
