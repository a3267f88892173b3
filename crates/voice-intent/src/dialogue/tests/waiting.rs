//! Several commands of one breath: one question at a time, and nothing is dropped in silence.

use super::talk::{breath, replied};
use super::world::{World, milk_and_bread, of, paid, rupees};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

/// "Rahul ko 2 milk aur 1 bread ka bill bana do aur Suresh ne 9000 diye".
fn bill_and_payment(world: &mut World) -> Reply {
    let heard = breath(
        (Intent::CreateInvoice, milk_and_bread("Rahul")),
        vec![(Intent::AddPayment, paid("Suresh", 9000))],
    );
    replied(world.heard(heard))
}

fn questions(reply: &Reply) -> usize {
    reply.text.matches('?').count()
}

#[test]
fn one_answer_asks_one_question_and_says_what_comes_after_it() {
    let mut world = World::new();
    let reply = bill_and_payment(&mut world);
    assert_eq!(
        reply.text,
        "Iske baad: payment, Suresh, ₹9,000. \
         Rahul Sharma: 2 Milk ₹56, 1 Bread ₹40. Total ₹96. Bill pakka kar dun?"
    );
    assert_eq!(questions(&reply), 1);
    let reply = world.yes();
    assert_eq!(
        reply.text,
        "Rahul Sharma (Mandir) ka bill 1 ban gaya, ₹96. Ab ₹96 baaki. Suresh se ₹9,000 cash jama kar dun?"
    );
    assert_eq!((questions(&reply), world.invoices.len()), (1, 1));
    world.yes();
    assert_eq!(world.customer("Suresh").balance, rupees(-9000));
}

#[test]
fn a_no_to_the_first_question_leaves_the_second_to_be_asked() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    let reply = world.no();
    assert!(world.drafts.is_empty());
    assert!(
        reply.text.ends_with("Suresh se ₹9,000 cash jama kar dun?"),
        "{}",
        reply.text
    );
}

#[test]
fn what_waits_is_named_when_a_new_command_voids_the_question() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    let reply = world.says("…", Intent::AddPayment, paid("Priya", 100));
    assert_eq!(
        reply.text,
        "Priya se ₹100 cash mile. Ab ₹100 advance. Ye nahi hua: payment, Suresh, ₹9,000."
    );
    let reply = world.says("…", Intent::FetchBalance, of("Priya"));
    assert_eq!(reply.text, "Priya ka ₹100 advance hai.", "said once");
}

#[test]
fn what_waits_is_named_when_the_question_is_too_old() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    world.wait(121);
    let reply = world.says("…", Intent::FetchBalance, of("Priya"));
    assert_eq!(
        reply.text,
        "Priya ka hisaab saaf hai. Ye nahi hua: payment, Suresh, ₹9,000."
    );
}

#[test]
fn what_waits_is_named_when_something_is_taken_back() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    let reply = world.undo();
    assert!(
        reply.text.contains("Ye nahi hua: payment, Suresh, ₹9,000."),
        "{}",
        reply.text
    );
}

#[test]
fn what_waits_waits_on_while_the_same_bill_is_changed() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    let change = Slots {
        remove: vec!["bread".to_owned()],
        ..Slots::default()
    };
    let reply = world.says("bread hata do", Intent::EditDraft, change);
    assert_eq!(
        reply.text,
        "Iske baad: payment, Suresh, ₹9,000. Rahul Sharma: 2 Milk ₹56. Total ₹56. Bill pakka kar dun?"
    );
    let reply = world.yes();
    assert!(
        reply.text.ends_with("Suresh se ₹9,000 cash jama kar dun?"),
        "{}",
        reply.text
    );
}

#[test]
fn confirming_the_bill_in_words_goes_on_with_what_waits() {
    let mut world = World::new();
    bill_and_payment(&mut world);
    let reply = world.says("bill pakka karo", Intent::ConfirmInvoice, Slots::default());
    assert_eq!(world.invoices.len(), 1);
    assert!(
        reply.text.ends_with("Suresh se ₹9,000 cash jama kar dun?"),
        "{}",
        reply.text
    );
}

#[test]
fn more_commands_than_are_run_are_named() {
    let mut world = World::new();
    let more = (1..=6)
        .map(|each| (Intent::AddCredit, paid("Priya", each)))
        .collect();
    let heard = breath((Intent::AddPayment, paid("Suresh", 500)), more);
    let reply = replied(world.heard(heard));
    assert!(
        reply
            .text
            .ends_with("Ye nahi hua: udhaar, Priya, ₹5; udhaar, Priya, ₹6."),
        "{}",
        reply.text
    );
}
