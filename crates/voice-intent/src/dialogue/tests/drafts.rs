//! Drafts: filled in, changed, shown, discarded, and bills cancelled.

use super::bills::preview;
use super::world::{Ended, World, billed, item, of, rupees};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

#[test]
fn items_that_were_not_said_are_asked_for() {
    let mut world = World::new();
    let reply = world.says("Rahul ka bill bana do", Intent::CreateInvoice, of("Rahul"));
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Items]);
    let said = Slots {
        items: vec![item("milk", 2)],
        ..Slots::default()
    };
    let reply = world.says("2 milk", Intent::CreateInvoice, said);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts[0].customer_name.as_deref(), Some("Rahul Sharma"));
}

#[test]
fn the_open_bill_is_changed_by_voice_and_the_old_yes_is_void() {
    let mut world = World::new();
    let token = preview(&mut world).clarify.unwrap().token;
    let change = Slots {
        items: vec![item("milk", 3)],
        remove: vec!["bread".to_owned()],
        ..Slots::default()
    };
    let reply = world.says("milk 3 kar do, bread hata do", Intent::EditDraft, change);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(
        reply.text.starts_with("Rahul Sharma: 3 Milk ₹84. Total ₹84."),
        "{}",
        reply.text
    );
    let late = world.button(Event::Accepted { accept: true, token });
    assert!(matches!(late, Ended::Void(Void::ClarifyExpired)));
    let reply = world.undo();
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.drafts[0].total, rupees(96));
}

#[test]
fn what_is_not_on_the_bill_cannot_be_taken_off() {
    let mut world = World::new();
    preview(&mut world);
    let change = Slots {
        remove: vec!["soap".to_owned()],
        ..Slots::default()
    };
    let reply = world.says("soap hata do", Intent::EditDraft, change);
    assert_ne!(reply.state, ReplyState::Done);
    assert_eq!(world.drafts[0].lines.len(), 2);
}

#[test]
fn one_open_draft_is_shown_with_its_question_and_several_are_listed() {
    let mut world = World::new();
    assert_eq!(
        world.says("…", Intent::ShowDraft, Slots::default()).text,
        "Koi draft bill nahi hai."
    );
    preview(&mut world);
    let reply = world.says("pending bill dikhao", Intent::ShowDraft, Slots::default());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Suresh", vec![item("milk", 1)]),
    );
    let reply = world.says("pending bill dikhao", Intent::ShowDraft, Slots::default());
    assert_eq!(
        (reply.state, reply.shown),
        (ReplyState::Done, vec![Shown::Drafts])
    );
}

#[test]
fn cancelling_needs_a_yes_and_says_what_cannot_be_taken_back() {
    let mut world = World::new();
    preview(&mut world);
    world.yes();
    let reply = world.says("Rahul ka bill cancel karo", Intent::CancelInvoice, of("Rahul"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("wapas nahi hoga"));
    assert!(!world.invoices[0].cancelled);
    world.yes();
    assert!(world.invoices[0].cancelled);
    let by_number = Slots {
        invoice_number: Some("1".to_owned()),
        ..Slots::default()
    };
    let reply = world.says("bill number 1 cancel karo", Intent::CancelInvoice, by_number);
    assert_eq!(reply.state, ReplyState::Failed, "not twice");
}

#[test]
fn cancelling_a_draft_discards_it_after_a_yes() {
    let mut world = World::new();
    preview(&mut world);
    let reply = world.says("bill cancel kar do", Intent::CancelInvoice, Slots::default());
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts.len(), 1);
    world.no();
    assert_eq!(world.drafts.len(), 1, "a no to cancelling cancels nothing");
    world.says("bill cancel kar do", Intent::CancelInvoice, Slots::default());
    world.yes();
    assert!(world.drafts.is_empty() && world.invoices.is_empty());
}

#[test]
fn all_drafts_are_discarded_on_one_yes_and_come_back_together() {
    let mut world = World::new();
    preview(&mut world);
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Suresh", vec![item("milk", 1)]),
    );
    let all = Slots {
        all: true,
        ..Slots::default()
    };
    let reply = world.says("saare pending bill cancel kar do", Intent::CancelInvoice, all);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts.len(), 2);
    world.yes();
    assert!(world.drafts.is_empty());
    world.undo();
    assert_eq!(world.drafts.len(), 2);
}
