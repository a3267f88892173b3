//! What is kept of a conversation: versioned, and small however long it goes on.

use super::world::{World, billed, item, milk_and_bread, paid};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

/// So many bytes an everyday conversation may take in the store.
const EVERYDAY_MAX: usize = 12 * 1024;
/// And one whose open question reads back the longest bill there can be.
const LONGEST_BILL_MAX: usize = 40 * 1024;

#[test]
fn a_state_of_another_version_is_not_current() {
    let state = DialogueState::default();
    assert!(state.is_current());
    let mut value = serde_json::to_value(&state).unwrap();
    value["version"] = serde_json::json!(99);
    let other: DialogueState = serde_json::from_value(value).unwrap();
    assert!(!other.is_current());
}

/// The largest that the state becomes in fifty rounds of payments, bills, yeses, noes and open questions.
fn largest(lines: i64) -> usize {
    let mut world = World::new();
    let mut largest = 0;
    for round in 0..50 {
        world.says("…", Intent::AddPayment, paid("Suresh", 100 + round));
        world.says("…", Intent::CreateInvoice, milk_and_bread("Rahul"));
        if round % 2 == 0 {
            world.yes();
        } else {
            world.no();
        }
        world.says("…", Intent::AddCredit, paid("Priya", 9_000));
        world.says("…", Intent::FetchBalance, Slots::default());
        let many = (1..=lines).map(|quantity| item("milk", quantity)).collect();
        world.says("…", Intent::CreateInvoice, billed("Suresh", many));
        world.wait(1);
        largest = largest.max(serde_json::to_string(&world.state).unwrap().len());
    }
    largest
}

#[test]
fn a_long_conversation_stays_small() {
    let (everyday, longest) = (largest(3), largest(40));
    assert!(everyday > 1_000, "something is kept: {everyday} bytes");
    assert!(everyday <= EVERYDAY_MAX, "{everyday} bytes");
    assert!(longest <= LONGEST_BILL_MAX, "{longest} bytes");
}
