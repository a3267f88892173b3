//! What was read back is corrected, and what is said beside a command is heard.

use super::asides::BILL;
use super::spoken::{expect, say};
use super::world::{World, rupees};
use crate::dialogue::ReplyState::{Done, Failed, NeedsConfirmation};
use crate::dialogue::*;
use crate::understanding::Language;

#[test]
fn a_no_that_says_what_instead_is_gone_through_again() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rahul ko 5 milk ka bill bana do", NeedsConfirmation),
            ("nahi 2 milk", NeedsConfirmation),
            ("nahi milk 3", NeedsConfirmation),
            ("haan nahi", Failed),
            ("haan", Done),
        ],
    );
    assert_eq!(world.invoices[0].total, rupees(84));
    expect(
        &mut world,
        &[
            ("Suresh ne 50000 diye", NeedsConfirmation),
            ("nahi 500", NeedsConfirmation),
            ("haan", Done),
        ],
    );
    let booked = world.booked();
    assert!(
        booked
            .iter()
            .any(|action| matches!(action, Action::RecordPayment { amount, .. } if *amount == rupees(500)))
    );
}

#[test]
fn a_price_said_while_a_bill_is_read_back_is_the_price_on_that_bill() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rahul ko 2 milk ka bill bana do", NeedsConfirmation),
            ("milk ka rate 30 kar do", NeedsConfirmation),
            ("haan", Done),
        ],
    );
    assert_eq!(world.invoices[0].total, rupees(60));
    assert!(
        !world
            .booked()
            .iter()
            .any(|action| matches!(action, Action::SetPrice { .. }))
    );
    expect(&mut world, &[("milk ka rate 30 kar do", Done)]);
}

#[test]
fn another_day_is_said_to_be_today() {
    for words in [
        "kal Suresh ne 500 diye the",
        "somvaar ko Suresh ne 500 diye the",
        "pichle hafte Suresh ne 500 diye",
        "parso Suresh ko 100 udhaar diya tha",
    ] {
        let mut world = World::new();
        world.wait(86_400);
        let reply = say(&mut world, words);
        assert!(
            reply.text.contains("Aaj ki tareekh mein likha hai."),
            "{words}: {}",
            reply.text
        );
    }
    let mut world = World::new();
    let reply = say(&mut world, "Suresh ne 500 diye aur usko kal yaad dilana");
    assert!(!reply.text.contains("Aaj ki tareekh"), "{}", reply.text);
    let reply = say(&mut world, "kal ki date mein Suresh ko 2 milk ka bill bana do");
    assert!(
        reply.text.contains("Bill aaj ki tareekh mein banega."),
        "{}",
        reply.text
    );
}

#[test]
fn all_that_is_owed_is_asked_about() {
    let mut world = World::new();
    world.customer("Suresh").balance = rupees(950);
    let reply = say(&mut world, "Suresh ne pura paisa de diya");
    assert_eq!(reply.text, "Suresh se ₹950 cash jama kar dun?");
    expect(&mut world, &[("haan", Done)]);
    assert_eq!(world.customer("Suresh").balance, rupees(0));
    let reply = say(&mut world, "Priya ne pura paisa de diya");
    assert_eq!(reply.text, "Priya ke liye kitna?", "nothing is owed");
}

#[test]
fn the_same_booking_again_is_done_and_said() {
    let mut world = World::new();
    say(&mut world, "Suresh ne 500 diye");
    let reply = say(&mut world, "Suresh ne 500 diye");
    assert!(
        reply.text.contains("Itna hi abhi abhi pehle bhi likha hai"),
        "{}",
        reply.text
    );
    assert_eq!(world.customer("Suresh").balance, rupees(-1000));
    world.wait(90);
    let reply = say(&mut world, "Suresh ne 500 diye");
    assert!(!reply.text.contains("abhi abhi"), "{}", reply.text);
}

#[test]
fn a_price_ten_times_as_high_is_asked_about() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("milk ka rate 30 kar do", Done),
            ("milk ka rate 3000 kar do", NeedsConfirmation),
        ],
    );
    assert_eq!(world.products[0].price, Some(rupees(30)));
}

#[test]
fn a_language_that_is_only_named_is_spoken() {
    let mut world = World::new();
    assert_eq!(say(&mut world, "English please").language, Language::English);
    assert_eq!(say(&mut world, "हिंदी").language, Language::Hindi);
}

#[test]
fn a_script_that_is_not_read_is_answered_in_its_language_first() {
    let mut world = World::new();
    let reply = say(&mut world, "தமிழில் பேசு");
    assert!(
        reply.text.starts_with("புரியவில்லை. மீண்டும் சொல்லுங்கள். நான் இந்தி"),
        "{}",
        reply.text
    );
    assert_eq!(reply.state, Failed);
    let again = say(&mut world, "தமிழில் பேசு");
    assert!(!again.text.contains("நான் இந்தி"), "said once: {}", again.text);
}

#[test]
fn tax_that_is_put_on_or_taken_off_is_said() {
    let mut world = World::new();
    expect(&mut world, &[BILL]);
    let reply = say(&mut world, "GST laga do");
    assert!(reply.text.starts_with("Ab GST laga hai."), "{}", reply.text);
    let reply = say(&mut world, "GST hata do");
    assert!(reply.text.starts_with("Ab GST nahi hai."), "{}", reply.text);
}

#[test]
fn how_it_was_paid_is_not_dropped_in_silence() {
    let mut world = World::new();
    let reply = say(&mut world, "Suresh ko 2 milk ka bill banao cash mein");
    assert!(
        reply.text.contains("Payment bill ke saath nahi likhi jaati"),
        "{}",
        reply.text
    );
}
