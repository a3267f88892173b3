//! Taking back: what was only half heard is asked about, what was taken back is named, and what cannot be is said.

use super::world::{World, billed, item, milk_and_bread, of, paid, rupees};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

fn undo_heard(world: &mut World, confidence: f32, locally: bool) -> Reply {
    world.says_at("wapas lo", Intent::Undo, Slots::default(), confidence, locally)
}

fn no_heard(world: &mut World, confidence: f32, locally: bool) -> Reply {
    world.says_at("nahi", Intent::Deny, Slots::default(), confidence, locally)
}

/// What the recogniser of this machine hears, and what a language model reads.
const HALF_HEARD: [(f32, bool); 3] = [(0.97, true), (0.79, false), (0.79, true)];

#[test]
fn an_undo_that_was_half_heard_reverses_nothing_before_a_yes() {
    for (confidence, locally) in HALF_HEARD {
        let mut world = World::new();
        world.says("…", Intent::AddPayment, paid("Suresh", 500));
        let reply = undo_heard(&mut world, confidence, locally);
        assert_eq!(reply.state, ReplyState::NeedsConfirmation);
        assert_eq!(reply.text, "Ye wapas lun: payment, Suresh, ₹500?");
        assert!(
            !world
                .done
                .iter()
                .any(|action| matches!(action, Action::Undo { .. }))
        );
        let reply = world.yes();
        assert_eq!(
            reply.text,
            "Wapas le liya: payment, Suresh, ₹500. Ab kuch baaki nahi."
        );
        assert_eq!(world.customer("Suresh").balance, rupees(0));
        assert_eq!(world.undo().state, ReplyState::Failed, "not twice");
    }
}

#[test]
fn an_undo_that_was_asked_about_and_refused_is_let_be() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    undo_heard(&mut world, 0.97, true);
    assert_eq!(world.no().state, ReplyState::Done);
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
    undo_heard(&mut world, 0.97, true);
    undo_heard(&mut world, 0.97, true);
    assert_eq!(
        world.customer("Suresh").balance,
        rupees(0),
        "said again, it is the yes"
    );
}

#[test]
fn the_yes_to_an_undo_is_about_that_very_thing_and_not_about_a_later_one() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    undo_heard(&mut world, 0.79, false);
    world.says("…", Intent::AddPayment, paid("Priya", 100));
    assert_eq!(world.yes().state, ReplyState::Failed, "the question is void");
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
    assert_eq!(world.customer("Priya").balance, rupees(-100));
}

#[test]
fn a_no_that_was_half_heard_discards_no_draft_before_a_yes() {
    let mut world = World::new();
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    let reply = no_heard(&mut world, 0.79, false);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(reply.text, "Rahul Sharma ka ₹96 wala draft bill hata dun?");
    assert_eq!(world.drafts.len(), 1);
    assert_eq!(world.yes().state, ReplyState::Done);
    assert!(world.drafts.is_empty());

    let mut world = World::new();
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    no_heard(&mut world, 0.79, false);
    no_heard(&mut world, 0.79, false);
    assert_eq!(world.drafts.len(), 1, "a no to discarding discards nothing");
}

#[test]
fn a_no_that_this_machine_heard_plainly_discards_the_draft() {
    let mut world = World::new();
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    assert_eq!(no_heard(&mut world, 0.97, true).state, ReplyState::Done);
    assert!(world.drafts.is_empty());
}

#[test]
fn a_no_by_button_or_typed_is_a_no() {
    let mut world = World::new();
    let asked = world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    let token = asked.clarify.unwrap().token;
    world.button(Event::Accepted { accept: false, token });
    assert!(world.drafts.is_empty());
}

#[test]
fn what_is_taken_back_is_named_with_what_is_owed_after_it() {
    let mut world = World::new();
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    world.yes();
    let reply = world.undo();
    assert_eq!(
        reply.text,
        "Cancel kar diya: bill, 1, Rahul Sharma (Mandir), ₹96. Number istemal hua rahega. Ab kuch baaki nahi."
    );
    world.says("…", Intent::AddCredit, paid("Priya", 40));
    assert_eq!(
        world.undo().text,
        "Wapas le liya: udhaar, Priya, ₹40. Ab kuch baaki nahi."
    );
    let price = Slots {
        product: Some("milk".to_owned()),
        price: Some(crate::understanding::Amount::from_paise(3000)),
        ..Slots::default()
    };
    world.says("…", Intent::SetPrice, price);
    assert_eq!(world.undo().text, "Wapas le liya: rate, Milk, ₹30.");
}

#[test]
fn an_undo_after_a_cancelled_bill_says_that_it_cannot_be_and_takes_back_nothing_older() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    world.yes();
    let asked = world.says("…", Intent::CancelInvoice, of("Rahul"));
    assert!(asked.text.contains("Ye wapas nahi hoga"), "{}", asked.text);
    world.yes();
    for _ in 0..2 {
        let reply = world.undo();
        assert_eq!(
            (reply.state, reply.text.as_str()),
            (
                ReplyState::Failed,
                "Bill 1 cancel ho chuka hai, wo wapas nahi aa sakta; naya bill banaiye."
            )
        );
    }
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
    world.says("…", Intent::AddPayment, paid("Priya", 100));
    assert_eq!(
        world.undo().state,
        ReplyState::Done,
        "what was done after it can be taken back"
    );
    assert_eq!(world.undo().state, ReplyState::Failed);
}

#[test]
fn an_undo_after_an_erasure_says_that_it_cannot_be_and_takes_back_nothing_older() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.says("…", Intent::DeleteCustomer, of("Rahul"));
    let code = Slots {
        otp: Some("482910".to_owned()),
        ..Slots::default()
    };
    assert_eq!(
        world.says("482910", Intent::ProvideOtp, code).state,
        ReplyState::Done
    );
    let reply = world.undo();
    assert_eq!(
        (reply.state, reply.text.as_str()),
        (
            ReplyState::Failed,
            "Rahul Sharma (Mandir) ki jaankari mit chuki hai, wo wapas nahi aa sakti."
        )
    );
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
}

#[test]
fn a_button_still_takes_back_the_very_thing_it_stands_for() {
    let mut world = World::new();
    let paid = world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.says("…", Intent::CreateInvoice, billed("Rahul", vec![item("milk", 1)]));
    world.yes();
    world.says("…", Intent::CancelInvoice, of("Rahul"));
    world.yes();
    world.button(Event::UndoAsked(paid.undo.unwrap()));
    assert_eq!(world.customer("Suresh").balance, rupees(0));
}

#[test]
fn of_several_that_were_asked_for_one_is_taken_back_and_said_to_be_one() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.says("…", Intent::AddPayment, paid("Priya", 100));
    let reply = world.says("pichli do entry wapas lo", Intent::Undo, Slots::default());
    assert!(reply.text.contains("Ek hi wapas liya"), "{}", reply.text);
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
    let reply = world.says("wapas le do", Intent::Undo, Slots::default());
    assert!(!reply.text.contains("Ek hi"), "{}", reply.text);
    assert_eq!(world.customer("Suresh").balance, rupees(0));
}

#[test]
fn of_all_bills_the_latest_is_asked_about_and_said_to_be_one() {
    let mut world = World::new();
    for _ in 0..2 {
        world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
        world.yes();
    }
    let all = Slots {
        all: true,
        ..of("Rahul")
    };
    let reply = world.says("Rahul ke saare bill cancel karo", Intent::CancelInvoice, all);
    assert!(
        reply
            .text
            .starts_with("Ek baar mein ek hi bill cancel hota hai. "),
        "{}",
        reply.text
    );
    assert_eq!(reply.text.matches('?').count(), 1);
}
