//! Goods said in other measures than they are kept in, and prices said for one of another unit.

use execora_kernel::{ProductId, Quantity, Unit};

use super::spoken::say;
use super::world::{World, rupees};
use crate::dialogue::*;

fn kept(world: &mut World, name: &str, unit: Unit, price: i64) {
    let id = ProductId::new(world.id());
    world.products.push(ProductFact {
        id,
        name: name.to_owned(),
        unit,
        price: Some(rupees(price)),
        stock: Quantity::from_whole(500).unwrap(),
    });
}

fn shop() -> World {
    let mut world = World::new();
    kept(&mut world, "Egg", Unit::Piece, 7);
    kept(&mut world, "Sugar", Unit::Kg, 45);
    kept(&mut world, "Jeera", Unit::Packet, 60);
    kept(&mut world, "Haldi", Unit::Kg, 200);
    kept(&mut world, "Oil", Unit::L, 150);
    world
}

#[test]
fn a_price_holds_for_one_of_the_unit_that_it_was_said_with() {
    for (said, total) in [
        ("Rahul ko 1 dozen egg 60 rupaye dozen ka bill bana do", 60),
        ("bill for Rahul 2 dozen eggs at 60 per dozen", 120),
        ("Rahul ko 12 egg 84 rupaye dozen ka bill bana do", 84),
        ("Rahul ko 6 piece egg 60 rupaye dozen ka bill bana do", 30),
        ("Rahul ko 2 kilo sugar 10 rupaye paav ke bhav se bill bana do", 80),
        ("Rahul ko 500 gram haldi 90 rupaye kilo ka bill bana do", 45),
        ("Rahul ko 250 ml oil 160 rupaye litre ka bill bana do", 40),
        ("Rahul ko 2 kilo sugar 40 ke bhav se bill bana do", 80),
        // The shop does not know them yet.
        ("Rahul ko 500 gram rajma 90 rupaye kilo ka bill bana do", 45),
        ("Rahul ko 1 dozen kele 60 rupaye dozen ka bill bana do", 60),
    ] {
        let mut world = shop();
        let reply = say(&mut world, said);
        assert_eq!(
            reply.state,
            ReplyState::NeedsConfirmation,
            "{said}: {}",
            reply.text
        );
        assert_eq!(world.drafts[0].total, rupees(total), "{said}: {}", reply.text);
    }
}

#[test]
fn a_rate_by_the_dozen_is_asked_and_set_by_the_piece() {
    let mut world = shop();
    let reply = say(&mut world, "egg ka rate 84 rupaye darjan kar do");
    if reply.state == ReplyState::NeedsConfirmation {
        assert!(reply.text.contains("₹7"), "{}", reply.text);
        say(&mut world, "haan");
    }
    let egg = world
        .products
        .iter()
        .find(|product| product.name == "Egg")
        .unwrap();
    assert_eq!(egg.price, Some(rupees(7)));
    let reply = say(&mut world, "egg ka rate 85 rupaye darjan kar do");
    assert_eq!(
        reply.state,
        ReplyState::Failed,
        "85 are no whole paise a piece: {}",
        reply.text
    );
}

#[test]
fn goods_in_another_measure_are_asked_about_and_the_rest_stands_in_the_draft() {
    let mut world = shop();
    let reply = say(&mut world, "Rahul ko 2 milk aur 250 gram jeera ka bill bana do");
    assert_eq!(reply.state, ReplyState::NeedsChoice, "{}", reply.text);
    assert_eq!(reply.text, "Jeera packet mein bikta hai – kitne packet?");
    let clarify = reply.clarify.unwrap();
    assert_eq!(clarify.missing, [Missing::Quantity]);
    assert_eq!(clarify.about.as_deref(), Some("Jeera"));
    assert_eq!(world.drafts[0].lines.len(), 1);
    let reply = say(&mut world, "do packet");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation, "{}", reply.text);
    assert_eq!(world.drafts[0].total, rupees(2 * 28 + 2 * 60));
    say(&mut world, "haan");
    assert_eq!(world.invoices[0].total, rupees(2 * 28 + 2 * 60));
}

#[test]
fn the_only_goods_in_another_measure_are_asked_about_before_there_is_a_draft() {
    for answer in ["2", "do", "2 packet", "jeera 2 packet"] {
        let mut world = shop();
        let reply = say(&mut world, "Rahul ko 250 gram jeera ka bill bana do");
        assert_eq!(reply.state, ReplyState::NeedsChoice, "{}", reply.text);
        assert!(world.drafts.is_empty());
        let reply = say(&mut world, answer);
        assert_eq!(
            reply.state,
            ReplyState::NeedsConfirmation,
            "{answer}: {}",
            reply.text
        );
        assert_eq!(world.drafts[0].total, rupees(120), "{answer}");
    }
}

#[test]
fn a_no_to_the_question_about_one_line_leaves_the_others() {
    let mut world = shop();
    say(&mut world, "Rahul ko 2 milk aur 250 gram jeera ka bill bana do");
    let reply = say(&mut world, "nahi");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation, "{}", reply.text);
    assert_eq!(world.drafts[0].lines.len(), 1);
}

#[test]
fn a_line_added_in_another_measure_is_asked_about_too() {
    let mut world = shop();
    say(&mut world, "Rahul ko 2 milk ka bill bana do");
    let reply = say(&mut world, "100 gram jeera bhi jod do");
    assert_eq!(reply.state, ReplyState::NeedsChoice, "{}", reply.text);
    let reply = say(&mut world, "ek");
    assert_eq!(reply.state, ReplyState::NeedsConfirmation, "{}", reply.text);
    assert_eq!(world.drafts[0].total, rupees(2 * 28 + 60));
}
