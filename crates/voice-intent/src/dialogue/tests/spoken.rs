//! Whole conversations in the words people use, through the grammar and the dialogue together.

use super::world::{Ended, World, rupees};
use crate::dialogue::*;
use crate::understanding::{Language, read};

/// Says it, in the ears of the grammar.
pub(super) fn say(world: &mut World, text: &str) -> Reply {
    let reading = read(text, world.now);
    let heard = Heard {
        text: text.to_owned(),
        reading,
        locally: false,
    };
    match world.heard(heard) {
        Ended::Replied(reply) => reply,
        Ended::Void(void) => panic!("{void:?}"),
    }
}

/// Says it and checks how it ended.
pub(super) fn expect(world: &mut World, script: &[(&str, ReplyState)]) {
    for (text, state) in script {
        let reply = say(world, text);
        assert_eq!(reply.state, *state, "{text:?}: {}", reply.text);
    }
}

use ReplyState::{Done, Failed, NeedsChoice, NeedsConfirmation};

#[test]
fn a_bill_from_the_first_word_to_its_number() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Ramesh ko 2 milk aur 1 bread ka bill bana do", NeedsChoice),
            ("mandir wala", NeedsConfirmation),
            ("haan ruko", Failed),
            ("milk 3 kar do", NeedsConfirmation),
            ("bread hata do", NeedsConfirmation),
            ("haan ji kar do", Done),
        ],
    );
    assert_eq!(world.invoices[0].total, rupees(84));
}

#[test]
fn a_no_in_many_words_is_a_no() {
    for no in ["theek nahi hai", "nahi rehne do", "nahi", "no", "नहीं"] {
        let mut world = World::new();
        expect(
            &mut world,
            &[
                ("Rahul ko 2 milk aur 1 bread ka bill bana do", NeedsConfirmation),
                (no, Done),
            ],
        );
        assert!(world.drafts.is_empty() && world.invoices.is_empty(), "{no}");
    }
}

#[test]
fn a_yes_in_many_words_is_a_yes() {
    for yes in [
        "haan",
        "haan ji",
        "theek hai kar do",
        "bilkul",
        "yes",
        "हाँ",
        "confirm karo",
    ] {
        let mut world = World::new();
        expect(
            &mut world,
            &[
                ("Rahul ko 2 milk aur 1 bread ka bill bana do", NeedsConfirmation),
                (yes, Done),
            ],
        );
        assert_eq!(world.invoices.len(), 1, "{yes}");
    }
}

#[test]
fn the_one_who_is_meant_is_told_in_many_ways() {
    for (words, landmark) in [
        ("doosra wala", "School"),
        ("doosre wale Ramesh", "School"),
        ("school wala", "School"),
        ("last digits 3333 wala", "School"),
        ("pehla", "Mandir"),
        ("mandir wale Ramesh", "Mandir"),
        ("aakhri wala", "School"),
        ("1", "Mandir"),
        ("number do", "School"),
        ("मंदिर वाला", "Mandir"),
    ] {
        let mut world = World::new();
        expect(&mut world, &[("Ramesh ne 700 diye", NeedsChoice), (words, Done)]);
        let paid = world
            .customers
            .iter()
            .find(|customer| customer.balance == rupees(-700))
            .unwrap();
        assert_eq!(paid.landmark.as_deref(), Some(landmark), "{words}");
    }
}

#[test]
fn the_customer_who_is_not_there_is_made_in_the_words_of_the_choice() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rakesh ne 100 diye", NeedsChoice),
            ("naya customer Rakesh", Done),
            ("uska balance batao", Done),
        ],
    );
    assert_eq!(world.customer("Rakesh").balance, rupees(-100));
}

#[test]
fn a_reminder_is_asked_for_its_time() {
    let mut world = World::new();
    expect(
        &mut world,
        &[("Suresh ko yaad dilana", NeedsChoice), ("kal subah 9 baje", Done)],
    );
    let next = world.reminders[0].next_at.unwrap();
    assert_eq!(
        next,
        "2026-11-24T09:00:00+05:30"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .unwrap()
    );
}

#[test]
fn items_are_said_after_the_customer() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rahul ka bill bana do", NeedsChoice),
            ("2 milk 1 bread", NeedsConfirmation),
            ("haan", Done),
        ],
    );
    assert_eq!(world.invoices[0].total, rupees(96));
}

#[test]
fn a_word_or_two_do_not_change_the_language() {
    let mut world = World::new();
    say(&mut world, "Ramesh ne 700 diye");
    assert_eq!(say(&mut world, "dusra").language, Language::Hinglish);
    assert_eq!(
        say(&mut world, "what is the balance of Suresh").language,
        Language::English
    );
    assert_eq!(say(&mut world, "haan").language, Language::English);
    assert_eq!(say(&mut world, "सुरेश का बैलेंस बताओ").language, Language::Hindi);
}

#[test]
fn confirming_a_bill_is_no_yes_to_another_question() {
    let mut world = World::new();
    expect(
        &mut world,
        &[("Rahul ko 1 television ka bill bana do", NeedsConfirmation)],
    );
    world.in_another_session(|shop| {
        expect(
            shop,
            &[
                ("Suresh ne 9000 diye", NeedsConfirmation),
                ("bill confirm kar do", NeedsConfirmation),
            ],
        );
    });
    assert!(
        world.invoices.is_empty(),
        "a large bill is read back before it is issued"
    );
    assert_eq!(world.customer("Suresh").balance, rupees(0));
}

#[test]
fn a_reminder_comes_later_and_again_when_it_did() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rahul ko kal yaad dilana", Done),
            ("Rahul ka reminder parson kar do", Done),
        ],
    );
    let later = world.reminders[0].next_at;
    say(&mut world, "galti ho gayi wapas lo");
    assert!(world.reminders[0].next_at < later);
    expect(
        &mut world,
        &[
            ("Rahul ko parson yaad dilana", Done),
            ("Rahul ka reminder somvaar ko kar do", NeedsConfirmation),
            ("haan", Done),
        ],
    );
}

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
fn those_spoken_of_before_are_meant() {
    let mut world = World::new();
    let asked = say(&mut world, "dono ka balance batao");
    assert_eq!(asked.state, NeedsChoice, "nobody was spoken of: {}", asked.text);
    expect(
        &mut world,
        &[
            ("Rahul ka balance batao", Done),
            ("Suresh ka balance batao", Done),
        ],
    );
    let both = say(&mut world, "dono ka balance batao");
    assert!(
        both.text.find("Rahul") < both.text.find("Suresh") && both.shown.len() == 2,
        "{}",
        both.text
    );
    let former = say(&mut world, "pehle wale ne 100 diye");
    assert!(
        former.text.starts_with("Rahul Sharma (Mandir) se ₹100"),
        "{}",
        former.text
    );
    let together = say(&mut world, "dono ne 100 diye");
    assert_eq!(
        together.state, NeedsChoice,
        "each, or together? {}",
        together.text
    );
    let named = say(&mut world, "Rahul aur Suresh ka balance batao");
    assert!(
        named.text.contains("Rahul") && named.text.contains("Suresh"),
        "{}",
        named.text
    );
}

#[test]
fn taking_back_what_is_only_asked_is_a_no() {
    let mut world = World::new();
    expect(
        &mut world,
        &[
            ("Rahul ko kal yaad dilana", Done),
            ("Rahul ka reminder cancel karo", NeedsConfirmation),
            ("galti ho gayi wapas lo", Done),
        ],
    );
    assert_eq!(world.reminders.len(), 1);
}

#[test]
fn an_amount_that_is_no_amount_is_asked_for() {
    let mut world = World::new();
    let reply = say(&mut world, "Rahul ne lagbhag 500 diye");
    assert_eq!(
        (reply.state, reply.text.starts_with("Rakam saaf nahi hui.")),
        (Failed, true),
        "{}",
        reply.text
    );
    assert!(world.booked().is_empty());
}
