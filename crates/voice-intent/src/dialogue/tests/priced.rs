//! Bills whose goods have no price yet, are short, or are counted beyond all bounds.

use super::world::{World, billed, item, rupees};
use crate::dialogue::*;
use crate::understanding::{Amount, Intent, Item, Measure};

#[test]
fn a_missing_price_is_asked_for_and_the_bill_goes_on() {
    let mut world = World::new();
    let items = vec![item("saffron", 1), item("dragonfruit", 2)];
    let reply = world.says("Rahul ko saffron…", Intent::CreateInvoice, billed("Rahul", items));
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Price]);
    assert_eq!(reply.text, "Saffron ka rate kya hai?");
    let reply = world.mutters("dhai sau rupaye");
    assert_eq!(
        reply.text,
        "dragonfruit list mein nahi hai, naya judega. Uska rate kya hai?"
    );
    let reply = world.mutters("100");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("Total ₹450."), "{}", reply.text);
    assert!(
        world.drafts[0].lines[1].product.is_none(),
        "a preview makes no product"
    );
    world.yes();
    assert_eq!(world.invoices[0].total, rupees(450));
}

#[test]
fn an_amount_that_is_a_range_is_not_taken_for_a_price() {
    let mut world = World::new();
    world.says(
        "…",
        Intent::CreateInvoice,
        billed("Rahul", vec![item("saffron", 1)]),
    );
    for words in ["1.5.2", "-500", "pata nahi", "100 200"] {
        assert_eq!(world.mutters(words).state, ReplyState::Failed, "{words}");
    }
    assert_eq!(world.drafts[0].lines[0].price, None);
}

#[test]
fn a_price_of_zero_on_purpose_is_a_price() {
    let mut world = World::new();
    let free = Item {
        price: Some(Amount::from_paise(0)),
        ..item("saffron", 1)
    };
    let reply = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![free]));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(reply.text.contains("Total ₹0."));
}

#[test]
fn what_is_short_is_said_in_the_preview_and_refused_at_issue_with_what_is_left() {
    let mut world = World::new();
    let reply = world.says(
        "…",
        Intent::CreateInvoice,
        billed("Rahul", vec![item("milk", 11)]),
    );
    assert!(reply.text.contains("Milk sirf 10 bacha hai."), "{}", reply.text);
    assert!(
        !reply.text.contains('?'),
        "what cannot be is not offered: {}",
        reply.text
    );
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Failed);
    assert_eq!(
        reply.text,
        "Milk sirf 10 bacha hai, isliye bill nahi bana; draft khula hai."
    );
    assert_eq!(reply.shown, [Shown::Refused("out_of_stock".to_owned())]);
    assert!(world.invoices.is_empty());
    assert_eq!(world.drafts.len(), 1);
}

#[test]
fn quantities_beyond_their_bounds_are_refused() {
    for milli in [0, -1000, 100_000_000] {
        let mut world = World::new();
        let odd = Item {
            quantity: Some(Measure::from_milli(milli)),
            ..item("milk", 1)
        };
        let reply = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![odd]));
        assert_eq!(reply.state, ReplyState::Failed, "{milli}");
        assert!(world.done.is_empty());
    }
}
