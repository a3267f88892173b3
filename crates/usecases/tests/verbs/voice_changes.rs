//! What a voice changes in customers and drafts: nothing that was not said, and back as it was.

use crate::world::{Shop, draft, item, pieces, rupees};
use execora_customer::Customer;
use execora_invoice::{Discount, Draft};
use execora_kernel::Quantity;
use execora_voice_intent::dialogue::ReplyState;

#[tokio::test]
async fn what_a_voice_changed_is_put_back_whole() {
    let mut shop = Shop::open().await;
    let customers = shop.rows().customers;
    let changed = shop.says("Suresh ka number 9876543210 karo").await;
    assert_eq!(changed.state, ReplyState::Done, "{}", changed.text);
    assert_ne!(shop.rows().customers, customers);
    shop.says("galti ho gayi wapas lo").await;
    let phones = |rows: Vec<Customer>| rows.into_iter().map(|c| (c.id, c.phone)).collect::<Vec<_>>();
    assert_eq!(phones(shop.rows().customers), phones(customers));
}

#[tokio::test]
async fn a_voice_that_changes_one_line_keeps_what_was_agreed_on_the_others() {
    let mut shop = Shop::open().await;
    let mut milk = item(shop.product("Milk"), 2);
    milk.discount = Discount::Amount(rupees(6));
    let items = vec![milk, item(shop.product("Bread"), 1)];
    let mut verb = draft(shop.customer("Suresh"), items);
    verb.discount = Discount::Percent(Quantity::from_thousandths(10_125));
    let before = shop.done(&verb).await;
    let edited = shop.says("Suresh ke bill mein bread 3 kar do").await;
    assert_eq!(edited.state, ReplyState::NeedsConfirmation, "{}", edited.text);
    let now = shop.rows().drafts[0].clone();
    let agreed = |of: &Draft| {
        (
            of.discount,
            of.lines.iter().map(|l| l.discount).collect::<Vec<_>>(),
        )
    };
    assert_eq!(agreed(&now), agreed(&before));
    assert_eq!(now.lines[1].quantity, pieces(3));
    shop.says("galti ho gayi wapas lo").await;
    let back = shop.rows().drafts[0].clone();
    assert_eq!(
        (agreed(&back), &back.lines, &back.totals),
        (agreed(&before), &before.lines, &before.totals)
    );
}

#[tokio::test]
async fn a_unit_that_does_not_fit_is_named_and_asked_about_and_nothing_is_kept() {
    let mut shop = Shop::open().await;
    let answer = shop.says("Suresh ko 250 gram milk ka bill bana do").await;
    assert_eq!(answer.state, ReplyState::NeedsChoice);
    assert!(
        answer.text.contains("Milk") && answer.text.contains("piece"),
        "{}",
        answer.text
    );
    assert!(shop.rows().drafts.is_empty());
}
