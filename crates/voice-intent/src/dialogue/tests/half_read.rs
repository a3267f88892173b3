//! What was half heard is asked, what was not heard at all is answered with what could be said; yes with its verb, closers.

use super::spoken::{expect, say};
use super::world::{World, paid, rupees};
use crate::dialogue::*;
use crate::understanding::Intent;

use ReplyState::{Done, Failed, NeedsChoice, NeedsConfirmation};

#[test]
fn a_name_and_an_amount_without_a_way_are_asked_with_both_readings() {
    for (answer, booked) in [
        ("udhaar", 1_i64),
        ("pehla", 1),
        ("jama", -1),
        ("doosra wala", -1),
        ("udhaar likh do", 1),
    ] {
        let mut world = World::new();
        let reply = world.says_at("Suresh 500", Intent::AddCredit, paid("Suresh", 500), 0.6, false);
        assert_eq!(reply.state, NeedsChoice);
        let clarify = reply.clarify.unwrap();
        assert_eq!((clarify.kind, clarify.options.len()), (ClarifyKind::Intent, 2));
        assert!(world.done.is_empty());
        let reply = say(&mut world, answer);
        assert_eq!(reply.state, Done, "{answer}: {}", reply.text);
        assert_eq!(world.customer("Suresh").balance, rupees(500 * booked), "{answer}");
    }
}

#[test]
fn a_yes_takes_the_only_reading_and_a_no_lets_it_be() {
    let mut world = World::new();
    let bill = || super::world::milk_and_bread("Rahul");
    let reply = world.says_at("…", Intent::CreateInvoice, bill(), 0.6, false);
    assert_eq!(reply.state, NeedsChoice);
    assert!(
        reply.text.contains("Rahul") && reply.text.contains("2 milk"),
        "{}",
        reply.text
    );
    let reply = say(&mut world, "haan");
    assert_eq!(
        reply.state, NeedsConfirmation,
        "the bill is still read back: {}",
        reply.text
    );
    assert!(world.invoices.is_empty());

    let mut world = World::new();
    world.says_at("…", Intent::CreateInvoice, bill(), 0.6, false);
    say(&mut world, "nahi");
    assert!(world.drafts.is_empty());
}

#[test]
fn what_was_not_read_is_answered_with_what_could_be_said() {
    let mut world = World::new();
    let reply = world.mutters("brmpf grmpf");
    assert_eq!(reply.state, Failed);
    assert!(reply.text.matches('"').count() >= 4, "{}", reply.text);
}

#[test]
fn a_yes_with_the_verb_of_the_question_is_the_yes() {
    for yes in [
        "yes, make the bill",
        "haan, bill bana do",
        "haan bana do bill",
        "haan ji bill kaat do",
        "हाँ, बिल बना दो",
        "ok make it",
        "haan order bana do",
    ] {
        let mut world = World::new();
        say(&mut world, "Rahul ko 2 milk aur 1 bread ka bill bana do");
        let reply = say(&mut world, yes);
        assert_eq!(
            (reply.state, world.invoices.len()),
            (Done, 1),
            "{yes}: {}",
            reply.text
        );
        assert!(world.drafts.is_empty(), "{yes}");
    }
    for yes in [
        "haan, cancel kar do",
        "yes, cancel it",
        "haan order cancel kar do",
        "हाँ, कैंसल कर दो",
    ] {
        let mut world = World::new();
        expect(
            &mut world,
            &[
                ("Rahul ko 2 milk ka bill bana do", NeedsConfirmation),
                ("haan", Done),
                ("Rahul ka bill cancel karo", NeedsConfirmation),
                (yes, Done),
            ],
        );
        assert!(world.invoices[0].cancelled, "{yes}");
    }
}

#[test]
fn what_takes_a_yes_back_is_none() {
    for no in [
        "haan bill mat banao",
        "haan lekin bill ruko",
        "yes but don't make the bill",
        "haan bill nahi banana",
    ] {
        let mut world = World::new();
        say(&mut world, "Rahul ko 2 milk aur 1 bread ka bill bana do");
        say(&mut world, no);
        assert!(world.invoices.is_empty(), "{no}");
    }
}

#[test]
fn a_closer_asks_for_the_bill_that_is_open() {
    for closer in [
        "bas itna hi",
        "that's all",
        "ho gaya",
        "bas itna hi, thanks",
        "बस इतना ही",
    ] {
        let mut world = World::new();
        say(&mut world, "Rahul ko 2 milk ka bill bana do");
        let reply = say(&mut world, closer);
        assert_eq!(reply.state, NeedsConfirmation, "{closer}: {}", reply.text);
        let reply = say(&mut world, "haan");
        assert_eq!((reply.state, world.invoices.len()), (Done, 1), "{closer}");
    }
    let mut world = World::new();
    assert_eq!(say(&mut world, "that's all").state, Failed);
}

#[test]
fn a_bill_on_paper_is_not_possible_and_lists_nothing() {
    let mut world = World::new();
    let reply = say(&mut world, "bill print karo");
    assert_eq!(reply.shown, [Shown::Refused("not_possible".to_owned())]);
}

#[test]
fn goods_come_for_the_last_line_and_notes_stay_with_the_bill() {
    let mut world = World::new();
    say(&mut world, "Rahul ko 3 milk ka bill bana do");
    let reply = say(&mut world, "make that one bread instead");
    assert_eq!(reply.state, NeedsConfirmation, "{}", reply.text);
    let line = &world.drafts[0].lines[0];
    assert_eq!((world.drafts[0].lines.len(), line.name.as_str()), (1, "Bread"));
    assert_eq!(line.quantity.to_string(), "3");

    let mut world = World::new();
    let reply = say(&mut world, "Rahul ko 2 milk kam cheeni wali ka bill bana do");
    assert!(reply.text.contains("Milk: kam cheeni wali"), "{}", reply.text);
    assert_eq!(world.drafts[0].lines.len(), 1);
    let reply = say(&mut world, "milk 3 kar do");
    assert!(reply.text.contains("Milk: kam cheeni wali"), "{}", reply.text);
}
