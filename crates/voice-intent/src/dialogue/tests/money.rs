//! Payments, credit, balances, taking back.

use chrono::TimeDelta;

use super::world::{Ended, World, item, milk_and_bread, mode_of, of, paid, rupees};
use crate::dialogue::*;
use crate::understanding::{Amount, Intent, PaymentMode, Slots};

#[test]
fn a_payment_of_a_certain_customer_up_to_the_limit_is_booked_at_once() {
    let mut world = World::new();
    let reply = world.says("Suresh ne 500 diye", Intent::AddPayment, paid("Suresh", 500));
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(reply.text, "Suresh se ₹500 cash mile. Ab ₹500 advance.");
    assert!(reply.clarify.is_none() && reply.undo.is_some());
    let exact = world.says("Suresh ne 5000 diye", Intent::AddPayment, paid("Suresh", 5000));
    assert_eq!(exact.state, ReplyState::Done, "exactly the limit needs no yes");
}

#[test]
fn the_mode_is_cash_unless_said_and_is_said_back() {
    let mut world = World::new();
    let slots = Slots {
        mode: Some(PaymentMode::Upi),
        ..paid("Suresh", 500)
    };
    let reply = world.says("Suresh ne 500 UPI kiya", Intent::AddPayment, slots);
    assert!(reply.text.contains("UPI"));
    assert_eq!(mode_of(world.booked()[0]), PaymentMode::Upi);
    world.says("Suresh ne 500 diye", Intent::AddPayment, paid("Suresh", 500));
    assert_eq!(mode_of(world.booked()[1]), PaymentMode::Cash);
}

#[test]
fn a_payment_over_the_limit_waits_for_a_yes() {
    let mut world = World::new();
    let reply = world.says("Suresh ne 5001 diye", Intent::AddPayment, paid("Suresh", 5001));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    let preview = reply.clarify.unwrap().preview.unwrap();
    assert_eq!(preview.amount, Some(rupees(5001)));
    assert_eq!(preview.customer.unwrap().name, "Suresh");
    assert!(world.booked().is_empty());
    assert_eq!(world.yes().state, ReplyState::Done);
    assert_eq!(world.yes().state, ReplyState::Failed, "once");
    assert_eq!(world.booked().len(), 1);
}

#[test]
fn a_no_to_a_payment_books_nothing() {
    let mut world = World::new();
    world.says("Suresh ne 9000 diye", Intent::AddPayment, paid("Suresh", 9000));
    assert_eq!(world.no().text, "Theek hai, rehne deta hun.");
    world.yes();
    assert!(world.booked().is_empty());
}

#[test]
fn an_unsure_reading_and_the_local_recogniser_need_a_yes() {
    let mut world = World::new();
    let reply = world.says_at("…", Intent::AddPayment, paid("Suresh", 5), 0.7, false);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    let reply = world.mumbles("…", Intent::AddPayment, paid("Suresh", 5));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(world.booked().is_empty());
}

#[test]
fn below_the_threshold_nothing_runs_and_what_was_read_is_asked() {
    let mut world = World::new();
    let reply = world.says_at("…", Intent::AddPayment, paid("Suresh", 500), 0.64, false);
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    assert!(
        reply
            .text
            .starts_with("Suresh ke khate mein ₹500 udhaar likhun, ya jama?"),
        "{}",
        reply.text
    );
    assert!(world.done.is_empty());
}

#[test]
fn a_missing_amount_is_asked_for() {
    let mut world = World::new();
    let reply = world.says("Suresh ne paise diye", Intent::AddPayment, of("Suresh"));
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Amount]);
    let reply = world.mutters("saadhe teen sau");
    assert_eq!(reply.text, "Suresh se ₹350 cash mile. Ab ₹350 advance.");
}

#[test]
fn an_answer_by_the_local_recogniser_still_needs_the_yes() {
    let mut world = World::new();
    world.says("Suresh ne paise diye", Intent::AddPayment, of("Suresh"));
    let reply = world.says_at("500", Intent::Unknown, Slots::default(), 0.1, true);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
}

#[test]
fn another_command_is_not_taken_for_the_missing_amount() {
    let mut world = World::new();
    world.says("Suresh ne paise diye", Intent::AddPayment, of("Suresh"));
    world.says("Priya ne 70 diye", Intent::AddPayment, paid("Priya", 70));
    assert_eq!(world.customer("Suresh").balance, rupees(0));
    assert_eq!(world.customer("Priya").balance, rupees(-70));
}

#[test]
fn amounts_beyond_their_bounds_are_refused() {
    for amount in [0, -500, 100_000_001] {
        let mut world = World::new();
        let reply = world.says("…", Intent::AddPayment, paid("Suresh", amount));
        assert_eq!(reply.state, ReplyState::Failed, "{amount}");
        assert!(world.booked().is_empty());
    }
}

#[test]
fn a_payment_said_for_a_past_day_is_booked_today_and_says_so() {
    let mut world = World::new();
    let reply = world.says(
        "Suresh ne kal 500 diye the",
        Intent::AddPayment,
        paid("Suresh", 500),
    );
    assert!(
        reply.text.contains("Aaj ki tareekh mein likha hai."),
        "{}",
        reply.text
    );
}

#[test]
fn credit_raises_what_is_owed() {
    let mut world = World::new();
    let reply = world.says(
        "Priya ke khate mein 400 likh do",
        Intent::AddCredit,
        paid("Priya", 400),
    );
    assert_eq!(
        reply.text,
        "Priya ke khate mein ₹400 udhaar likh diya. Ab ₹400 baaki."
    );
    let reply = world.says("Priya ka balance", Intent::FetchBalance, of("Priya"));
    assert_eq!(reply.text, "Priya ka ₹400 baaki hai.");
}

#[test]
fn undo_takes_back_the_last_and_then_the_one_before_and_nothing_twice() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.says("…", Intent::AddCredit, paid("Priya", 400));
    let first = world.undo();
    assert_eq!(
        first.text,
        "Wapas le liya: udhaar, Priya, ₹400. Ab kuch baaki nahi."
    );
    assert!(matches!(
        &first.shown[..],
        [Shown::Undone {
            intent: Intent::AddCredit,
            ..
        }]
    ));
    assert_eq!(
        world.undo().text,
        "Wapas le liya: payment, Suresh, ₹500. Ab kuch baaki nahi."
    );
    let nothing = world.undo();
    assert_eq!((nothing.state, nothing.undo), (ReplyState::Failed, None));
}

#[test]
fn undo_by_token_works_once_and_for_ten_minutes() {
    let mut world = World::new();
    let first = world
        .says("…", Intent::AddPayment, paid("Suresh", 500))
        .undo
        .unwrap();
    let second = world
        .says("…", Intent::AddPayment, paid("Suresh", 600))
        .undo
        .unwrap();
    assert!(matches!(world.button(Event::UndoAsked(first)), Ended::Replied(_)));
    assert!(matches!(
        world.button(Event::UndoAsked(first)),
        Ended::Void(Void::UndoExpired)
    ));
    world.now += TimeDelta::seconds(601);
    assert!(matches!(
        world.button(Event::UndoAsked(second)),
        Ended::Void(Void::UndoExpired)
    ));
    assert_eq!(world.undo().state, ReplyState::Failed);
}

#[test]
fn undoing_an_issued_bill_cancels_it_and_no_draft_comes_back() {
    let mut world = World::new();
    world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
    world.yes();
    world.undo();
    assert!(world.invoices[0].cancelled && world.drafts.is_empty());
    assert_eq!(
        world.undo().state,
        ReplyState::Failed,
        "the draft is not a second thing to undo"
    );
}

#[test]
fn an_undo_that_is_refused_is_said_and_not_tried_again() {
    let mut world = World::new();
    world.says("…", Intent::AddPayment, paid("Suresh", 500));
    world.refuse = Some(Refusal::Already);
    assert_eq!(world.undo().state, ReplyState::Failed);
    assert_eq!(world.undo().text, "Wapas lene ko kuch nahi hai.");
}

#[test]
fn only_the_last_twenty_things_are_remembered() {
    let mut world = World::new();
    for amount in 1..=25 {
        world.says("…", Intent::AddPayment, paid("Suresh", amount));
    }
    assert_eq!(world.state.can_be_undone(world.now.to_utc()).count(), UNDO_MAX);
}

#[test]
fn a_refused_booking_is_said_as_it_is() {
    let mut world = World::new();
    world.refuse = Some(Refusal::Forbidden);
    let reply = world.says("…", Intent::AddPayment, paid("Suresh", 500));
    assert_eq!(reply.text, "Aapko iski permission nahi hai.");
    assert_eq!((reply.state, reply.undo), (ReplyState::Failed, None));
    world.refuse = Some(Refusal::CreditLimit { limit: rupees(500) });
    let reply = world.says("…", Intent::AddCredit, paid("Suresh", 600));
    assert_eq!(reply.shown, [Shown::Refused("credit_limit_exceeded".to_owned())]);
}

#[test]
fn prices_and_stock_are_changed_and_taken_back() {
    let mut world = World::new();
    let price = Slots {
        product: Some("saffron".to_owned()),
        price: Some(Amount::from_paise(25_000)),
        ..Slots::default()
    };
    assert_eq!(
        world.says("…", Intent::SetPrice, price).text,
        "Saffron ka rate ab ₹250 hai."
    );
    world.undo();
    assert_eq!(world.products[2].price, None);
    let stock = Slots {
        product: Some("milk".to_owned()),
        quantity: item("milk", 5).quantity,
        ..Slots::default()
    };
    assert_eq!(
        world.says("…", Intent::AddStock, stock).text,
        "Milk 5 jod diya, ab 15."
    );
}

#[test]
fn a_changed_customer_is_put_back_as_it_was() {
    let mut world = World::new();
    let slots = Slots {
        customer: Some("Suresh".to_owned()),
        landmark: Some("Station".to_owned()),
        ..Slots::default()
    };
    let before = world.customers.clone();
    let changed = world.says("…", Intent::UpdateCustomer, slots);
    assert_eq!(changed.state, ReplyState::Done, "{}", changed.text);
    assert!(changed.undo.is_some());
    assert_ne!(world.customers, before);
    assert_eq!(world.undo().text, "Wapas le liya: details, Suresh.");
    assert_eq!(world.customers, before);
}
