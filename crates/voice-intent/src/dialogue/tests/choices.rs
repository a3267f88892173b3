//! Two people of one name, people who are not in the book, and products that could be several.

use super::world::{Ended, World, billed, item, milk_and_bread, of, paid, rupees};
use crate::dialogue::*;
use crate::understanding::{Intent, Slots};

fn two_rameshes(world: &mut World) -> Clarify {
    let reply = world.says(
        "Ramesh ko 2 milk aur 1 bread",
        Intent::CreateInvoice,
        milk_and_bread("Ramesh"),
    );
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    assert!(world.drafts.is_empty(), "nothing is guessed");
    reply.clarify.unwrap()
}

fn landmark_of_draft(world: &World) -> Option<String> {
    let id = world.drafts.first()?.customer?;
    world
        .customers
        .iter()
        .find(|customer| customer.id == id)?
        .landmark
        .clone()
}

#[test]
fn two_customers_who_fit_alike_are_listed_with_what_tells_them_apart() {
    let mut world = World::new();
    let clarify = two_rameshes(&mut world);
    assert_eq!(clarify.kind, ClarifyKind::Customer);
    let labels: Vec<&str> = clarify
        .options
        .iter()
        .map(|option| option.label.as_str())
        .collect();
    assert_eq!(
        labels,
        [
            "Ramesh Gupta, Mandir, …2222 (hisaab saaf)",
            "Ramesh Gupta, School, …3333 (hisaab saaf)"
        ]
    );
}

#[test]
fn the_second_one_is_chosen_by_voice() {
    let mut world = World::new();
    two_rameshes(&mut world);
    let reply = world.nth("doosra wala", 2);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(landmark_of_draft(&world).as_deref(), Some("School"));
    world.yes();
    assert_eq!(world.invoices.len(), 1);
}

#[test]
fn the_last_one_is_chosen_by_voice() {
    let mut world = World::new();
    two_rameshes(&mut world);
    world.nth("aakhri wala", -1);
    assert_eq!(landmark_of_draft(&world).as_deref(), Some("School"));
}

#[test]
fn one_is_chosen_by_button() {
    let mut world = World::new();
    two_rameshes(&mut world);
    assert!(matches!(
        world.button(Event::Chosen(3)),
        Ended::Void(Void::ClarifyUnknown)
    ));
    assert!(matches!(
        world.button(Event::Chosen(0)),
        Ended::Void(Void::ClarifyUnknown)
    ));
    let Ended::Replied(reply) = world.button(Event::Chosen(1)) else {
        panic!("no answer")
    };
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(landmark_of_draft(&world).as_deref(), Some("Mandir"));
}

#[test]
fn one_is_chosen_by_landmark_or_by_last_digits_but_not_by_the_common_name() {
    for (words, landmark) in [
        ("mandir wala", "Mandir"),
        ("school ke paas wala", "School"),
        ("station ke paas wala", ""),
        ("3333", "School"),
    ] {
        let mut world = World::new();
        two_rameshes(&mut world);
        let reply = world.mutters(words);
        if landmark.is_empty() {
            assert_eq!(
                reply.state,
                ReplyState::Failed,
                "{words}: a word that fits nobody"
            );
        } else {
            assert_eq!(landmark_of_draft(&world).as_deref(), Some(landmark), "{words}");
        }
    }
    let mut world = World::new();
    two_rameshes(&mut world);
    assert_eq!(world.mutters("Ramesh").state, ReplyState::Failed);
    assert!(world.drafts.is_empty());
}

#[test]
fn a_landmark_in_devanagari_chooses_too() {
    let mut world = World::new();
    two_rameshes(&mut world);
    world.mutters("मंदिर वाला");
    assert_eq!(landmark_of_draft(&world).as_deref(), Some("Mandir"));
}

#[test]
fn a_choice_that_came_too_late_is_void() {
    let mut world = World::new();
    two_rameshes(&mut world);
    world.wait(120);
    assert!(matches!(
        world.button(Event::Chosen(1)),
        Ended::Void(Void::ClarifyExpired)
    ));
    assert_eq!(world.nth("doosra wala", 2).state, ReplyState::Failed);
    assert!(world.drafts.is_empty());
}

#[test]
fn a_choice_made_by_the_speaker_is_not_a_guess() {
    let mut world = World::new();
    world.says("Ramesh ne 500 diye", Intent::AddPayment, paid("Ramesh", 500));
    let reply = world.nth("pehla wala", 1);
    assert_eq!(reply.state, ReplyState::Done, "no further yes is needed");
}

#[test]
fn a_customer_said_with_the_landmark_is_not_asked_about() {
    let mut world = World::new();
    let slots = Slots {
        landmark: Some("school".to_owned()),
        ..paid("Ramesh", 500)
    };
    let reply = world.says("school wale Ramesh ne 500 diye", Intent::AddPayment, slots);
    assert_eq!(reply.state, ReplyState::Done);
}

#[test]
fn an_unknown_customer_gives_near_names_and_a_new_customer_last() {
    let mut world = World::new();
    let reply = world.says("Rakesh ne 500 diye", Intent::AddPayment, paid("Rakesh", 500));
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    let options = reply.clarify.unwrap().options;
    assert_eq!(
        options.last().unwrap().value,
        Choice::NewCustomer("Rakesh".to_owned())
    );
    assert!(options.len() > 1);
    let reply = world.says("naya customer", Intent::Unknown, Slots::default());
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(
        reply.text,
        "Customer Rakesh jod diya. Rakesh se ₹500 cash mile. Ab ₹500 advance."
    );
    assert_eq!(world.customer("Rakesh").balance, rupees(-500));
}

#[test]
fn a_yes_takes_the_only_option() {
    let mut world = World::new();
    let reply = world.says("Zubin ne 500 diye", Intent::AddPayment, paid("Zubin", 500));
    assert_eq!(reply.clarify.unwrap().options.len(), 1);
    let reply = world.yes();
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.customer("Zubin").balance, rupees(-500));
}

#[test]
fn an_unknown_customer_is_never_made_by_asking_about_one() {
    let mut world = World::new();
    let reply = world.says("Zubin ka balance", Intent::FetchBalance, of("Zubin"));
    assert_eq!((reply.state, reply.clarify), (ReplyState::Failed, None));
    assert_eq!(reply.text, "Zubin naam ka customer nahi mila.");
}

#[test]
fn a_product_that_could_be_several_is_asked_about() {
    let mut world = World::new();
    let reply = world.says("…", Intent::CreateInvoice, billed("Rahul", vec![item("soap", 1)]));
    let clarify = reply.clarify.unwrap();
    assert_eq!((clarify.kind, clarify.options.len()), (ClarifyKind::Product, 2));
    let reply = world.mutters("Dove wala");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.drafts[0].lines[0].name, "Soap Dove");
}

#[test]
fn a_named_customer_wins_over_a_pronoun() {
    let mut world = World::new();
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    let slots = Slots {
        pronoun: true,
        ..paid("Priya", 200)
    };
    world.says("uska 200 Priya ne diya", Intent::AddPayment, slots);
    assert_eq!(world.customer("Priya").balance, rupees(-200));
    assert_eq!(world.customer("Suresh").balance, rupees(0));
}

#[test]
fn a_pronoun_stands_for_the_customer_spoken_of_last() {
    let mut world = World::new();
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    let slots = Slots {
        pronoun: true,
        customer: None,
        ..paid("", 200)
    };
    let reply = world.says("usne 200 diye", Intent::AddPayment, slots);
    assert_eq!(reply.state, ReplyState::Done);
    assert_eq!(world.customer("Suresh").balance, rupees(-200));
}

#[test]
fn a_customer_nobody_named_is_a_guess_and_needs_a_yes() {
    let mut world = World::new();
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    let slots = Slots {
        customer: None,
        ..paid("", 200)
    };
    let reply = world.says("200 aaye", Intent::AddPayment, slots);
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert_eq!(world.customer("Suresh").balance, rupees(0));
    world.yes();
    assert_eq!(world.customer("Suresh").balance, rupees(-200));
}

#[test]
fn without_anybody_spoken_of_the_customer_is_asked_for() {
    let mut world = World::new();
    let slots = Slots {
        pronoun: true,
        ..Slots::default()
    };
    let reply = world.says("uska balance batao", Intent::FetchBalance, slots);
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Customer]);
    let reply = world.mutters("Suresh ka");
    assert_eq!(reply.text, "Suresh ka hisaab saaf hai.");
}

#[test]
fn a_customer_who_is_gone_is_not_meant_by_a_pronoun() {
    let mut world = World::new();
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    world.customers.retain(|customer| customer.name != "Suresh");
    let slots = Slots {
        pronoun: true,
        ..Slots::default()
    };
    let reply = world.says("uska balance batao", Intent::FetchBalance, slots);
    assert_eq!(reply.clarify.unwrap().missing, [Missing::Customer]);
}
