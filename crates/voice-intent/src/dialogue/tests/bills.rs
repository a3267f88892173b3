//! Bills: read back, issued on a yes to exactly that, changed, discarded, cancelled.

use super::world::{Ended, World, billed, item, milk_and_bread, of, rupees};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

pub(super) fn preview(world: &mut World) -> Reply {
    let reply = world.says(
        "Rahul ko 2 milk aur 1 bread ka bill bana do",
        Intent::CreateInvoice,
        milk_and_bread("Rahul"),
    );
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    reply
}

#[test]
fn a_bill_is_read_back_as_a_draft_and_issued_on_a_yes() {
    let mut world = World::new();
    let reply = preview(&mut world);
    assert_eq!(
        reply.text,
        "Rahul Sharma: 2 Milk ₹56, 1 Bread ₹40. Total ₹96. Bill pakka kar dun?"
    );
    assert_eq!(reply.shown, [Shown::Draft(world.drafts[0].id)]);
    let clarify = reply.clarify.unwrap();
    assert_eq!(clarify.kind, ClarifyKind::Confirm);
    assert!(clarify.options.is_empty());
    assert_eq!(clarify.preview.unwrap().amount, Some(rupees(96)));
    assert!(world.invoices.is_empty());

    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(
        reply.text,
        "Rahul Sharma (Mandir) ka bill 1 ban gaya, ₹96. Ab ₹96 baaki."
    );
    assert_eq!(reply.shown, [Shown::Invoice(world.invoices[0].id)]);
    assert!(reply.undo.is_some());
    assert!(world.drafts.is_empty());
}

#[test]
fn a_second_yes_does_not_issue_a_second_bill() {
    let mut world = World::new();
    preview(&mut world);
    world.yes();
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Failed);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_yes_after_two_minutes_issues_nothing_and_reads_the_draft_back_again() {
    let mut world = World::new();
    preview(&mut world);
    world.wait(120);
    let reply = world.yes();
    assert!(world.invoices.is_empty());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    world.wait(119);
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_yes_by_button_needs_the_token_of_the_very_preview() {
    let mut world = World::new();
    let first = preview(&mut world).clarify.unwrap().token;
    let second = world
        .says(
            "Suresh ko 1 milk ka bill",
            Intent::CreateInvoice,
            billed("Suresh", vec![item("milk", 1)]),
        )
        .clarify
        .unwrap()
        .token;
    assert_ne!(first, second);
    let late = world.button(Event::Accepted {
        accept: true,
        token: first,
    });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    let foreign = world.button(Event::Accepted {
        accept: true,
        token: "ask_x".to_owned(),
    });
    assert!(matches!(foreign, Ended::Void(Void::ClarifyUnknown)));
    assert!(world.invoices.is_empty());
    world.button(Event::Accepted {
        accept: true,
        token: second,
    });
    assert_eq!(world.invoices[0].customer_name, "Suresh");
}

#[test]
fn a_yes_by_button_after_two_minutes_is_late() {
    let mut world = World::new();
    let token = preview(&mut world).clarify.unwrap().token;
    world.wait(121);
    let late = world.button(Event::Accepted { accept: true, token });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    assert!(world.invoices.is_empty());
}

#[test]
fn a_yes_with_a_but_is_none() {
    for words in [
        "haan ruko",
        "theek nahi hai",
        "haan nahi",
        "theek hai lekin thahro",
    ] {
        let mut world = World::new();
        preview(&mut world);
        let reply = world.says(words, Intent::Affirm, Slots::default());
        assert_eq!(reply.state, ReplyState::Failed, "{words}");
        assert!(world.invoices.is_empty(), "{words}");
        world.yes();
        assert_eq!(world.invoices.len(), 1, "the question stays open: {words}");
    }
}

#[test]
fn silence_and_noise_are_no_yes() {
    let mut world = World::new();
    preview(&mut world);
    for words in ["", "hmm", "achha suno"] {
        let reply = world.mutters(words);
        assert_eq!(
            (reply.state, reply.shown),
            (ReplyState::Failed, vec![Shown::NotUnderstood])
        );
    }
    assert!(world.invoices.is_empty());
}

#[test]
fn a_draft_that_changed_after_it_was_read_back_is_read_back_again() {
    let mut world = World::new();
    preview(&mut world);
    world.drafts[0].version += 1;
    world.drafts[0].total = rupees(500);
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("₹500"), "{}", reply.text);
    assert!(world.invoices.is_empty());
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_no_discards_the_draft_and_undo_brings_it_back() {
    let mut world = World::new();
    preview(&mut world);
    let reply = world.no();
    assert_eq!(reply.state, ReplyState::Done);
    assert!(world.drafts.is_empty());
    let reply = world.undo();
    assert_eq!(reply.text, "Wapas aa gaya: draft bill, Rahul Sharma, ₹96.");
    assert_eq!(world.drafts.len(), 1);
}

#[test]
fn a_new_acting_command_voids_the_preview_and_a_question_does_not() {
    let mut world = World::new();
    preview(&mut world);
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    world.yes();
    assert_eq!(
        world.invoices.len(),
        1,
        "asking for a balance leaves the preview open"
    );

    preview(&mut world);
    world.says(
        "Suresh ne 50 diye",
        Intent::AddPayment,
        super::world::paid("Suresh", 50),
    );
    let reply = world.yes();
    assert_eq!(world.invoices.len(), 1);
    assert_eq!(
        reply.state,
        ReplyState::NeedsConfirmation,
        "the draft is read back instead"
    );
}

#[test]
fn a_bare_yes_with_several_drafts_asks_which() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
        shop.says(
            "Suresh ko milk",
            Intent::CreateInvoice,
            billed("Suresh", vec![item("milk", 1)]),
        );
    });
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    let clarify = reply.clarify.unwrap();
    assert_eq!((clarify.kind, clarify.options.len()), (ClarifyKind::Draft, 2));
    assert!(world.invoices.is_empty());
    world.mutters("Rahul wala");
    assert_eq!(world.invoices[0].customer_name, "Rahul Sharma");
}

#[test]
fn confirming_a_named_customers_bill_issues_it_from_any_session() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
    });
    let reply = world.says("Rahul ka bill confirm karo", Intent::ConfirmInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn what_the_local_recogniser_heard_is_confirmed_first() {
    let mut world = World::new();
    world.in_another_session(|shop| {
        preview(shop);
    });
    let reply = world.mumbles("Rahul ka bill confirm karo", Intent::ConfirmInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(world.invoices.is_empty());
    world.mumbles("haan", Intent::Affirm, Slots::default());
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn sending_issues_at_once_only_when_nothing_is_in_doubt() {
    let send = |slots: Slots| Slots { send: true, ..slots };
    let mut world = World::new();
    let reply = world.says(
        "bill bana do aur bhej do",
        Intent::CreateInvoice,
        send(milk_and_bread("Rahul")),
    );
    assert_eq!(reply.state, ReplyState::Done);
    assert!(reply.text.ends_with("Customer ko bhej diya."), "{}", reply.text);

    let large = send(billed("Rahul", vec![item("television", 1)]));
    assert_eq!(
        world.says("…", Intent::CreateInvoice, large).state,
        ReplyState::NeedsConfirmation
    );
    let heard = world.mumbles("…", Intent::CreateInvoice, send(milk_and_bread("Rahul")));
    assert_eq!(heard.state, ReplyState::NeedsConfirmation);
    let unpriced = send(billed("Rahul", vec![item("saffron", 1)]));
    assert_eq!(
        world.says("…", Intent::CreateInvoice, unpriced).state,
        ReplyState::NeedsChoice
    );
    let unsure = world.says_at(
        "…",
        Intent::CreateInvoice,
        send(milk_and_bread("Rahul")),
        0.7,
        false,
    );
    assert_eq!(unsure.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_draft_that_changed_while_it_was_sent_is_read_back_first() {
    let mut world = World::new();
    world.changes_before_issue = true;
    let sent = Slots {
        send: true,
        ..billed("Suresh", vec![item("milk", 1)])
    };
    let reply = world.says(
        "Suresh ko 1 milk ka bill bana ke bhej do",
        Intent::CreateInvoice,
        sent,
    );
    assert_eq!(reply.state, ReplyState::NeedsConfirmation, "{}", reply.text);
    assert!(world.invoices.is_empty());
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}
