//! What is said beside a command, and how a bill that was read back is changed in passing.

use super::spoken::{expect, say};
use super::world::{World, rupees};
use crate::dialogue::ReplyState::{Done, Failed, NeedsChoice, NeedsConfirmation};
use crate::dialogue::*;
use crate::understanding::Language;

const BILL: (&str, ReplyState) = ("Suresh ko 2 milk aur 1 bread ka bill bana do", NeedsConfirmation);

/// Quantity of each line of the one open draft.
fn lines(world: &World) -> Vec<(String, String)> {
    let draft = world.drafts.last().unwrap();
    let line = |line: &LineFact| (line.name.clone(), line.quantity.to_string());
    draft.lines.iter().map(line).collect()
}

fn quantity(world: &World, name: &str) -> Option<String> {
    let lines = lines(world);
    lines.into_iter().find(|line| line.0 == name).map(|line| line.1)
}

#[test]
fn another_one_is_added_to_what_stands_on_the_bill() {
    for (words, bread) in [
        ("1 aur bread daal do", "2"),
        ("ek bread aur jod do", "2"),
        ("एक ब्रेड और जोड़ दो", "2"),
        ("add one more bread", "2"),
        ("2 bread jod do", "3"),
        ("aur 2 bread", "3"),
        ("2 bread bhi", "3"),
        ("haan aur 1 bread", "2"),
        ("bread 3 kar do", "3"),
        ("haan lekin 2 bread", "2"),
        ("nahi 2 bread", "2"),
    ] {
        let mut world = World::new();
        expect(&mut world, &[BILL, (words, NeedsConfirmation)]);
        assert_eq!(quantity(&world, "Bread").as_deref(), Some(bread), "{words}");
        assert_eq!(quantity(&world, "Milk").as_deref(), Some("2"), "{words}");
        assert!(world.invoices.is_empty(), "{words}");
    }
}

#[test]
fn one_less_is_taken_from_what_stands_on_the_bill() {
    for (words, milk) in [("1 milk kam kar do", Some("1")), ("2 milk kam karo", None)] {
        let mut world = World::new();
        expect(&mut world, &[BILL, (words, NeedsConfirmation)]);
        assert_eq!(quantity(&world, "Milk").as_deref(), milk, "{words}");
    }
    let mut world = World::new();
    expect(&mut world, &[BILL, ("3 milk kam karo", Failed)]);
    assert_eq!(
        quantity(&world, "Milk").as_deref(),
        Some("2"),
        "not below nothing"
    );
}

#[test]
fn what_is_not_wanted_comes_off_the_bill() {
    for words in ["bread mat daalo", "bread nahi chahiye", "bread rehne do"] {
        let mut world = World::new();
        expect(&mut world, &[BILL]);
        let reply = say(&mut world, words);
        assert_eq!(quantity(&world, "Bread"), None, "{words}: {}", reply.text);
        assert_eq!(world.drafts.len(), 1, "{words}");
    }
}

#[test]
fn goods_that_are_new_to_the_bill_are_said_in_passing() {
    let mut world = World::new();
    expect(
        &mut world,
        &[BILL, ("haan par 1 television bhi", NeedsConfirmation)],
    );
    assert_eq!(lines(&world).len(), 3);
}

#[test]
fn a_no_that_begins_like_a_yes_asks_before_it_discards() {
    for words in ["theek hai chhodo", "ok cancel"] {
        let mut world = World::new();
        expect(&mut world, &[BILL, (words, NeedsConfirmation)]);
        assert_eq!(world.drafts.len(), 1, "{words}");
        expect(&mut world, &[("haan", Done)]);
        assert!(world.drafts.is_empty() && world.invoices.is_empty(), "{words}");
    }
}

#[test]
fn not_to_cancel_is_no_no() {
    let mut world = World::new();
    expect(&mut world, &[BILL]);
    say(&mut world, "cancel mat karo");
    assert_eq!(world.drafts.len(), 1);
}

#[test]
fn a_hurry_is_no_yes() {
    let mut world = World::new();
    expect(&mut world, &[BILL, ("jaldi karo", Failed)]);
    assert!(world.invoices.is_empty());
    expect(&mut world, &[("haan jaldi karo", Done)]);
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn a_yes_with_another_command_is_the_yes_and_the_command() {
    let mut world = World::new();
    expect(&mut world, &[BILL]);
    let reply = say(&mut world, "haan aur Priya ne 500 diye");
    assert_eq!(world.invoices.len(), 1, "{}", reply.text);
    assert_eq!(world.customer("Priya").balance, rupees(-500));

    let mut world = World::new();
    expect(&mut world, &[BILL]);
    let reply = say(&mut world, "haan aur 45 cash mil gaye");
    assert_eq!(world.invoices.len(), 1, "{}", reply.text);
    assert!(
        reply.text.ends_with("Suresh se ₹45 cash jama kar dun?"),
        "{}",
        reply.text
    );
}

#[test]
fn a_bill_is_made_over_to_the_customer_who_is_named() {
    for words in [
        "Priya ke liye",
        "nahi Priya ke liye",
        "Suresh nahi Priya",
        "customer badal kar Priya kar do",
    ] {
        let mut world = World::new();
        expect(&mut world, &[BILL, (words, NeedsConfirmation)]);
        assert_eq!(world.drafts[0].customer_name.as_deref(), Some("Priya"), "{words}");
        expect(&mut world, &[("haan", Done)]);
        assert_eq!(world.invoices[0].customer_name, "Priya", "{words}");
    }
    let mut world = World::new();
    expect(
        &mut world,
        &[
            BILL,
            ("Ramesh ke liye", NeedsChoice),
            ("school wala", NeedsConfirmation),
        ],
    );
    assert_eq!(world.drafts[0].customer_name.as_deref(), Some("Ramesh Gupta"));
    say(&mut world, "undo");
    assert_eq!(world.drafts[0].customer_name.as_deref(), Some("Suresh"));
}

#[test]
fn a_bill_without_a_name_says_for_whom_it_is_taken() {
    let mut world = World::new();
    say(&mut world, "Suresh ka balance batao");
    let reply = say(&mut world, "2 milk ka bill bana do");
    assert!(
        reply
            .text
            .starts_with("Naam nahi bola, isliye ye Suresh ke liye hai."),
        "{}",
        reply.text
    );
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
