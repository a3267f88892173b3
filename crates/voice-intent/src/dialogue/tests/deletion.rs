//! Erasing a customer: the code that was sent is the yes, and it may be said while other things go on.

use super::spoken::{expect, say};
use super::world::{World, rupees};
use crate::dialogue::ReplyState::{Done, Failed, NeedsChoice, NeedsConfirmation};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

pub(super) const ASK: &str = "Rahul ka data delete karo";

pub(super) fn asked() -> World {
    let mut world = World::new();
    let reply = say(&mut world, ASK);
    assert_eq!(
        reply.text,
        "Code bheja hai. Rahul Sharma (Mandir) ki jaankari mitane ke liye uske chhah ank boliye; \
         ye wapas nahi hoga."
    );
    let clarify = reply.clarify.unwrap();
    assert_eq!(clarify.missing, [Missing::Otp]);
    assert_eq!(clarify.expires_at, (world.now + CODE_LIFE).to_utc());
    world
}

pub(super) fn is_there(world: &World) -> bool {
    world.customers.iter().any(|one| one.name == "Rahul Sharma")
}

#[test]
fn a_customer_is_erased_only_with_the_code_that_was_sent() {
    let mut world = asked();
    expect(&mut world, &[("haan", Failed), ("OTP 1 2 3 4 5 6", NeedsChoice)]);
    assert!(is_there(&world));
    expect(&mut world, &[("4 8 2 9 1 0", Done), ("OTP 4 8 2 9 1 0", Failed)]);
    assert!(!is_there(&world));
    assert_eq!(say(&mut world, "galti ho gayi wapas lo").state, Failed);
}

#[test]
fn the_code_is_good_for_ten_minutes() {
    let mut world = asked();
    world.wait(599);
    expect(&mut world, &[("OTP 482910", Done)]);
    assert!(!is_there(&world));
}

#[test]
fn a_code_that_is_too_old_is_said_to_be_and_another_may_be_sent() {
    let mut world = asked();
    world.wait(600);
    let reply = say(&mut world, "OTP 482910");
    assert_eq!(
        (reply.state, reply.text.as_str()),
        (
            Failed,
            "Ye code purana ho gaya. Naya chahiye to boliye: code phir se bhejo."
        )
    );
    assert_eq!(reply.shown, [Shown::Refused("code_expired".to_owned())]);
    assert!(is_there(&world));
    expect(
        &mut world,
        &[("code phir se bhejo", NeedsChoice), ("482910", Done)],
    );
    assert!(!is_there(&world));
}

#[test]
fn the_shop_may_know_better_that_a_code_is_too_old() {
    let mut world = asked();
    world.refuse = Some(Refusal::CodeExpired);
    let reply = say(&mut world, "OTP 482910");
    assert_eq!(reply.shown, [Shown::Refused("code_expired".to_owned())]);
    expect(&mut world, &[("OTP 482910", Failed)]);
    assert!(is_there(&world));
}

#[test]
fn the_code_may_be_said_after_other_things() {
    let mut world = asked();
    expect(
        &mut world,
        &[
            ("Suresh ka balance batao", Done),
            ("Suresh ne 500 diye", Done),
            ("Priya ko 2 milk ka bill bana do", NeedsConfirmation),
            ("haan", Done),
        ],
    );
    world.wait(300);
    expect(&mut world, &[("OTP 482910", Done)]);
    assert!(!is_there(&world));
    assert_eq!(world.customer("Suresh").balance, rupees(-500));
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn the_code_is_no_yes_to_a_bill_and_voids_its_question() {
    let mut world = asked();
    expect(
        &mut world,
        &[
            ("Suresh ko 2 milk ka bill bana do", NeedsConfirmation),
            ("OTP 482910", Done),
        ],
    );
    assert!(!is_there(&world));
    assert!(world.invoices.is_empty());
    let reply = say(&mut world, "haan");
    assert_eq!(reply.state, NeedsConfirmation, "the bill is read back instead");
}

#[test]
fn six_digits_to_a_question_for_an_amount_are_an_amount() {
    let mut world = asked();
    expect(
        &mut world,
        &[
            ("Suresh ne paise diye", NeedsChoice),
            ("482910", NeedsConfirmation),
        ],
    );
    assert!(is_there(&world));
    expect(&mut world, &[("OTP 482910", Done)]);
    assert!(!is_there(&world));
}

#[test]
fn a_no_to_the_code_lets_the_customer_be() {
    let mut world = asked();
    let reply = say(&mut world, "rehne do");
    assert_eq!(
        reply.text,
        "Theek hai, Rahul Sharma (Mandir) ki jaankari nahi mitaunga."
    );
    expect(&mut world, &[("OTP 482910", Failed)]);
    assert!(is_there(&world));

    let mut world = asked();
    expect(
        &mut world,
        &[("galti ho gayi wapas lo", Done), ("482910", Failed)],
    );
    assert!(is_there(&world));
}

#[test]
fn a_no_by_button_lets_the_customer_be() {
    let mut world = World::new();
    let token = say(&mut world, ASK).clarify.unwrap().token;
    expect(&mut world, &[("Suresh ne 500 diye", Done)]);
    world.button(Event::Accepted { accept: false, token });
    expect(&mut world, &[("OTP 482910", Failed)]);
    assert!(is_there(&world));
}

#[test]
fn a_no_after_another_command_is_no_answer_to_the_code() {
    let mut world = asked();
    let reply = {
        say(&mut world, "Suresh ne 500 diye");
        say(&mut world, "nahi")
    };
    assert!(reply.text.contains("wapas lo"), "{}", reply.text);
    expect(&mut world, &[("OTP 482910", Done)]);
    assert!(!is_there(&world));
}

#[test]
fn a_code_that_nobody_asked_for_is_said_to_be_none() {
    let mut world = World::new();
    let reply = say(&mut world, "OTP 482910");
    assert_eq!(reply.text, "Koi code maanga nahi gaya.");
    let mut world = asked();
    world.in_another_session(|shop| expect(shop, &[("OTP 482910", Failed)]));
    assert!(is_there(&world), "a code belongs to the session that asked");
}

#[test]
fn what_the_local_recogniser_heard_sends_no_code_before_a_yes() {
    let mut world = World::new();
    let reply = world.mumbles(ASK, Intent::DeleteCustomer, super::world::of("Rahul"));
    assert_eq!(reply.state, NeedsConfirmation);
    assert!(reply.text.contains("Ye wapas nahi hoga"), "{}", reply.text);
    assert!(world.codes.is_empty());
    world.yes();
    assert_eq!(world.codes.len(), 1);
    world.wait(31);
    let again = world.says_at("code phir se bhejo", Intent::Unknown, Slots::default(), 0.3, true);
    assert_eq!(again.state, NeedsConfirmation);
    assert_eq!(world.codes.len(), 1);
}

#[test]
fn a_shop_that_cannot_be_reached_may_be_told_the_code_again() {
    let mut world = asked();
    world.refuse = Some(Refusal::Unavailable);
    expect(&mut world, &[("OTP 482910", Failed), ("OTP 482910", Done)]);
    assert!(!is_there(&world));
}

#[test]
fn what_waits_behind_the_code_is_done_after_it_or_named() {
    let both = "Rahul ka data delete karo aur Suresh ne 9000 diye";
    let mut world = World::new();
    let reply = say(&mut world, both);
    assert!(
        reply.text.starts_with("Iske baad: payment, Suresh, ₹9,000. Code"),
        "{}",
        reply.text
    );
    let reply = say(&mut world, "OTP 482910");
    assert!(
        reply.text.ends_with("Suresh se ₹9,000 cash jama kar dun?"),
        "{}",
        reply.text
    );

    let mut world = World::new();
    say(&mut world, both);
    world.wait(601);
    let reply = say(&mut world, "Priya ka balance batao");
    assert!(
        reply.text.ends_with("Ye nahi hua: payment, Suresh, ₹9,000."),
        "{}",
        reply.text
    );
}
