//! Products and stock: what is counted, in which direction it moves, and that it never falls below nothing.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, at_once, paise, pieces};
use execora_inventory::{MovementReason, NewProduct, ProductChanges};
use execora_kernel::{Money, ProductId, Quantity, Right, Unit, money::AMOUNT_MAX};
use execora_testkit::builders::label;
use execora_usecases::{CreateProduct, Expected, MoveStock, Refusal, Subject, UpdateProduct};
use std::sync::Arc;

fn made(price: Option<i64>, stock: Option<i64>) -> CreateProduct {
    CreateProduct {
        new: NewProduct {
            name: label("Atta"),
            aliases: vec![label("aata")],
            unit: Unit::Kg,
            price: price.map(paise),
            price_includes_tax: true,
            hsn: None,
            gst_rates: Vec::new(),
            low_stock_at: Some(pieces(5)),
        },
        opening_stock: stock.map(Quantity::from_thousandths),
    }
}

fn priced(product: ProductId, price: Option<i64>) -> UpdateProduct {
    UpdateProduct {
        product,
        expected: Expected::Any,
        changes: ProductChanges {
            price: Some(price.map(paise)),
            ..ProductChanges::default()
        },
    }
}

fn moved(product: ProductId, reason: MovementReason, quantity: Quantity) -> MoveStock {
    MoveStock {
        product,
        reason,
        quantity,
        unit: None,
        cost: None,
        note: None,
    }
}

fn range(subject: Subject) -> Refusal {
    Refusal::out_of_range(subject)
}

#[tokio::test]
async fn a_product_is_made_with_its_stock_or_not_at_all() {
    keeps_manners(&[Right::PRODUCTS_CREATE], Foreign::InHisOwnShop, async || {
        (Shop::open().await, made(Some(4_500), Some(2_500)))
    })
    .await;
}

#[tokio::test]
async fn a_product_is_changed_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::PRODUCTS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let verb = priced(shop.product("Milk"), Some(3_000));
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn stock_is_moved_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::PRODUCTS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let verb = moved(shop.product("Milk"), MovementReason::Purchase, pieces(24));
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn a_product_that_breaks_a_rule_is_not_made() {
    let shop = Shop::open().await;
    let (most, line) = (AMOUNT_MAX.paise(), Quantity::LINE_MAX.thousandths());
    for (verb, refusal) in [
        (made(Some(-1), None), range(Subject::Price)),
        (made(Some(most + 1), None), range(Subject::Price)),
        (made(None, Some(-1)), range(Subject::OpeningStock)),
        (made(None, Some(line + 1)), range(Subject::OpeningStock)),
    ] {
        assert_eq!(shop.refused(&verb).await, refusal);
    }
    for (verb, movements) in [
        (made(None, None), 0),
        (made(Some(0), Some(0)), 0),
        (made(Some(most), Some(1)), 1),
        (made(Some(1), Some(line)), 1),
    ] {
        let before = shop.rows().movements.len();
        let product = shop.done(&verb).await;
        assert_eq!(shop.rows().movements.len() - before, movements);
        let stored = shop.rows().products.into_iter().find(|p| p.id == product.id);
        assert_eq!(stored, Some(product), "what is answered is what is stored");
    }
}

#[tokio::test]
async fn a_price_is_changed_and_the_old_one_told_while_the_stock_stays() {
    let shop = Shop::open().await;
    let milk = shop.product("Milk");
    let mut change = priced(milk, Some(3_000));
    change.expected = Expected::Version(1);
    let updated = shop.done(&change).await;
    assert_eq!(
        (updated.old_price, updated.product.price),
        (Some(paise(2_800)), Some(paise(3_000)))
    );
    assert_eq!(shop.stock("Milk"), pieces(10));
    assert_eq!(shop.refused(&change).await, Refusal::VersionStale);
    for price in [-1, AMOUNT_MAX.paise() + 1] {
        let refused = shop.refused(&priced(milk, Some(price))).await;
        assert_eq!(refused, range(Subject::Price));
    }
    assert_eq!(
        shop.done(&priced(milk, Some(0))).await.product.price,
        Some(Money::ZERO)
    );
    assert_eq!(shop.done(&priced(milk, None)).await.product.price, None);
}

#[tokio::test]
async fn the_reason_tells_the_direction() {
    use MovementReason::{Adjustment, Damage, Purchase, Return, Sale};
    for (reason, quantity, left) in [
        (Purchase, 3, 13),
        (Return, 3, 13),
        (Sale, 3, 7),
        (Damage, 10, 0),
        (Adjustment, 3, 13),
        (Adjustment, -10, 0),
    ] {
        let shop = Shop::open().await;
        let verb = moved(shop.product("Milk"), reason, pieces(quantity));
        assert_eq!(
            shop.done(&verb).await.stock,
            pieces(left),
            "{reason:?} {quantity}"
        );
        assert_eq!(shop.stock("Milk"), pieces(left));
        assert_eq!(shop.stock("Bread"), pieces(10));
    }
}

#[tokio::test]
async fn stock_is_counted_in_the_units_of_the_product() {
    let shop = Shop::open().await;
    let atta = shop.done(&made(Some(4_500), Some(1_000))).await.id;
    let counted = |product, quantity, unit| MoveStock {
        unit: Some(unit),
        ..moved(product, MovementReason::Purchase, quantity)
    };
    let milk = shop.product("Milk");
    shop.done(&counted(milk, pieces(2), Unit::Dozen)).await;
    assert_eq!(shop.stock("Milk"), pieces(34));
    shop.done(&counted(atta, pieces(250), Unit::G)).await;
    assert_eq!(shop.stock("Atta"), Quantity::from_thousandths(1_250));
    let half_a_gram = Quantity::from_thousandths(500);
    for verb in [
        counted(milk, pieces(1), Unit::Kg),
        counted(atta, half_a_gram, Unit::G),
    ] {
        let refused = shop.refused(&verb).await;
        assert!(matches!(refused, Refusal::WrongUnit(_)), "{refused:?}");
    }
}

#[tokio::test]
async fn a_movement_that_breaks_a_rule_moves_nothing() {
    use MovementReason::{Adjustment, Damage, Purchase, Return, Sale};
    let shop = Shop::open().await;
    let milk = shop.product("Milk");
    let thousandths = |reason, q| moved(milk, reason, Quantity::from_thousandths(q));
    let line = Quantity::LINE_MAX.thousandths();
    for (reason, quantity) in [
        (Purchase, 0),
        (Purchase, -1),
        (Return, -1),
        (Sale, -1),
        (Damage, -1),
        (Purchase, line + 1),
        (Adjustment, 0),
        (Adjustment, -line - 1),
        (Adjustment, i64::MIN),
        (Purchase, i64::MAX),
    ] {
        let refused = shop.refused(&thousandths(reason, quantity)).await;
        assert_eq!(refused, range(Subject::Quantity), "{reason:?} {quantity}");
    }
    for cost in [-1, AMOUNT_MAX.paise() + 1] {
        let mut verb = thousandths(Purchase, 1_000);
        verb.cost = Some(paise(cost));
        assert_eq!(shop.refused(&verb).await, range(Subject::Cost));
    }
    let atta = shop.done(&made(None, None)).await.id;
    let verb = moved(atta, Purchase, Quantity::from_thousandths(i64::MAX));
    assert_eq!(shop.refused(&verb).await, range(Subject::Quantity));
    let unknown = ProductId::new(shop.caller.user.uuid());
    let verb = moved(unknown, Purchase, pieces(1));
    assert_eq!(shop.refused(&verb).await, Refusal::NotFound);
}

#[tokio::test]
async fn stock_goes_down_to_nothing_and_no_further() {
    use MovementReason::{Adjustment, Damage, Sale};
    let shop = Shop::open().await;
    let milk = shop.product("Milk");
    let short = |left| Refusal::OutOfStock {
        product: milk,
        name: "Milk".to_owned(),
        left,
        unit: Unit::Piece,
    };
    for (reason, quantity) in [(Sale, 10_001), (Damage, 10_001), (Adjustment, -10_001)] {
        let verb = moved(milk, reason, Quantity::from_thousandths(quantity));
        assert_eq!(shop.refused(&verb).await, short(pieces(10)));
    }
    shop.done(&moved(milk, Sale, pieces(10))).await;
    let last = moved(milk, Sale, Quantity::from_thousandths(1));
    assert_eq!(shop.refused(&last).await, short(Quantity::ZERO));
}

#[tokio::test]
async fn a_shop_that_allows_it_sells_what_it_has_not_counted() {
    let shop = Shop::open_with(|shop| shop.allow_negative_stock = true).await;
    let verb = moved(shop.product("Milk"), MovementReason::Sale, pieces(11));
    let done = shop.cases.perform(&shop.caller, &verb, None).await.unwrap();
    assert_eq!(done.value.stock, pieces(-1));
    shop.rows().assert_sound_but_for_stock_below_zero();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_hands_count_every_piece() {
    let shop = Arc::new(Shop::open().await);
    let milk = shop.product("Milk");
    let reason = |n| match n % 2 {
        0 => MovementReason::Purchase,
        _ => MovementReason::Damage,
    };
    let hands = (0..50).map(|n| moved(milk, reason(n), pieces(2))).collect();
    let mut balance = 10;
    for (n, outcome) in at_once(&shop, hands).await.into_iter().enumerate() {
        match (n % 2, outcome.is_ok()) {
            (0, done) => {
                assert!(done, "more may always come in");
                balance += 2;
            }
            (_, true) => balance -= 2,
            (_, false) => {}
        }
    }
    assert_eq!(shop.stock("Milk"), pieces(balance));
    shop.rows().assert_sound();
}
