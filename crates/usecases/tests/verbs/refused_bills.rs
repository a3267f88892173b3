//! What no bill may say: the same table for a draft and for a bill at once.

use crate::world::{Shop, TODAY, bill, draft, item, nobody, opened, paise, wanted};
use chrono::NaiveDate;
use execora_inventory::NewProduct;
use execora_invoice::Discount;
use execora_kernel::{CustomerId, Money, ProductId, Quantity, Unit, money::AMOUNT_MAX};
use execora_testkit::builders::label;
use execora_usecases::{
    CreateProduct, FieldCode, IssueInvoice, ItemWanted, KeptIn, LineRefusal, ProductWanted, Refusal,
    RemoveCustomer, SaveDraft, Subject,
};

/// What is asked for, whether as a draft or at once.
#[derive(Clone)]
struct Asked {
    customer: CustomerId,
    items: Vec<ItemWanted>,
    with_gst: Option<bool>,
    discount: Discount,
    date: Option<NaiveDate>,
}

impl Asked {
    fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut asked = self.clone();
        change(&mut asked);
        asked
    }

    fn as_draft(&self) -> SaveDraft {
        SaveDraft {
            with_gst: self.with_gst,
            discount: self.discount,
            date: self.date,
            ..draft(self.customer, self.items.clone())
        }
    }

    fn as_bill(&self) -> IssueInvoice {
        IssueInvoice {
            with_gst: self.with_gst,
            discount: self.discount,
            date: self.date,
            ..bill(self.customer, self.items.clone())
        }
    }
}

/// A shop with two kinds of salt, and two lines of one milk for Suresh.
async fn asked() -> (Shop, Asked) {
    let shop = Shop::open().await;
    for name in ["Tata Salt", "Rock Salt"] {
        let new = NewProduct {
            name: label(name),
            aliases: Vec::new(),
            unit: Unit::Packet,
            price: None,
            price_includes_tax: true,
            hsn: None,
            gst_rates: Vec::new(),
            low_stock_at: None,
        };
        let opening_stock = Some(Quantity::ONE);
        shop.done(&CreateProduct { new, opening_stock }).await;
    }
    let milk = shop.product("Milk");
    let asked = Asked {
        customer: shop.customer("Suresh"),
        items: vec![item(milk, 1), item(milk, 1)],
        with_gst: None,
        discount: Discount::None,
        date: None,
    };
    (shop, asked)
}

async fn refused(shop: &Shop, asked: &Asked, refusal: &Refusal) {
    assert_eq!(shop.refused(&asked.as_draft()).await, *refusal, "as a draft");
    assert_eq!(shop.refused(&asked.as_bill()).await, *refusal, "at once");
}

fn range(subject: Subject) -> Refusal {
    Refusal::out_of_range(subject)
}

fn quantity(thousandths: i64) -> impl Fn(&mut Asked) {
    move |asked| asked.items[1].quantity = Quantity::from_thousandths(thousandths)
}

fn price(paise: i64) -> impl Fn(&mut Asked) {
    move |asked| asked.items[1].price = Some(Money::from_paise(paise))
}

fn product(wanted: ProductWanted) -> impl FnOnce(&mut Asked) {
    move |asked| asked.items[1].product = wanted
}

fn named(name: &str) -> ProductWanted {
    ProductWanted::Named(name.to_owned())
}

#[tokio::test]
async fn a_bill_is_for_a_customer_of_the_shop_that_is_in_use() {
    let (shop, asked) = asked().await;
    let made = shop.done(&opened("Geeta", 500)).await;
    let gone = RemoveCustomer {
        customer: made.customer.id,
        opening: made.opening,
    };
    shop.done(&gone).await;
    for customer in [CustomerId::new(nobody(asked.customer)), gone.customer] {
        let asked = asked.with(|asked| asked.customer = customer);
        refused(&shop, &asked, &Refusal::UnknownCustomer).await;
    }
}

#[tokio::test]
async fn a_bill_names_products_that_the_shop_has() {
    let (shop, asked) = asked().await;
    let stranger = ProductWanted::Id(ProductId::new(nobody(asked.customer)));
    let unknown = Refusal::line(1, LineRefusal::UnknownProduct);
    for (wanted, refusal) in [
        (stranger, &unknown),
        (named("Gold"), &unknown),
        (named("salt"), &Refusal::line(1, LineRefusal::AmbiguousProduct)),
        (named("a"), &unknown),
        (named(" "), &unknown),
    ] {
        refused(&shop, &asked.with(product(wanted)), refusal).await;
    }
    let by_name = asked.with(product(named("MILK")));
    assert_eq!(shop.done(&by_name.as_bill()).await.balance, paise(5_600));
}

#[tokio::test]
async fn a_bill_says_nothing_out_of_range() {
    let (shop, asked) = asked().await;
    let (most, line) = (AMOUNT_MAX.paise(), Quantity::LINE_MAX.thousandths());
    let milk = asked.items[0].clone();
    for (asked, refusal) in [
        (asked.with(quantity(0)), Refusal::line(1, LineRefusal::Quantity)),
        (asked.with(quantity(-1)), Refusal::line(1, LineRefusal::Quantity)),
        (
            asked.with(quantity(line + 1)),
            Refusal::line(1, LineRefusal::Quantity),
        ),
        (
            asked.with(quantity(i64::MAX)),
            Refusal::line(1, LineRefusal::Quantity),
        ),
        (asked.with(price(-1)), Refusal::line(1, LineRefusal::Price)),
        (asked.with(price(most + 1)), Refusal::line(1, LineRefusal::Price)),
        (asked.with(price(most)), range(Subject::Items)),
        (
            asked.with(|asked| asked.items[1].unit = Some(Unit::Kg)),
            Refusal::line(
                1,
                LineRefusal::WrongUnit(KeptIn {
                    product: "Milk".to_owned(),
                    unit: Unit::Piece,
                }),
            ),
        ),
        (
            asked.with(|asked| asked.items = vec![milk; 201]),
            Refusal::of(Subject::Items, FieldCode::TooLong),
        ),
        (
            asked.with(|asked| asked.date = TODAY.succ_opt()),
            range(Subject::Date),
        ),
        (asked.with(|asked| asked.with_gst = Some(true)), Refusal::NoGstin),
    ] {
        refused(&shop, &asked, &refusal).await;
    }
}

#[tokio::test]
async fn nothing_is_taken_off_beyond_what_there_is() {
    let (shop, asked) = asked().await;
    let amount = |paise| Discount::Amount(Money::from_paise(paise));
    let percent = |thousandths| Discount::Percent(Quantity::from_thousandths(thousandths));
    let of_bill = |off| asked.with(|asked| asked.discount = off);
    let of_line = |off| asked.with(|asked| asked.items[1].discount = off);
    for off in [amount(-1), amount(5_601), percent(-1_000), percent(100_001)] {
        refused(&shop, &of_bill(off), &range(Subject::Discount)).await;
    }
    for off in [amount(-1), amount(2_801), percent(-1_000), percent(100_001)] {
        refused(&shop, &of_line(off), &Refusal::line(1, LineRefusal::Discount)).await;
    }
    for (asked, total) in [
        (of_bill(amount(5_600)), 0),
        (of_bill(percent(100_000)), 0),
        (of_line(amount(2_800)), 2_800),
        (of_line(percent(50_000)), 4_200),
    ] {
        let bill = shop.done(&asked.as_bill()).await.invoice;
        assert_eq!(bill.totals.total, paise(total));
        assert_eq!(shop.done(&asked.as_draft()).await.totals.total, paise(total));
    }
}

#[tokio::test]
async fn what_a_draft_may_lack_a_bill_may_not() {
    let (shop, asked) = asked().await;
    let bare = asked.with(|asked| asked.items.clear());
    let salt = ProductWanted::Id(shop.product("Rock Salt"));
    let unpriced = asked.with(product(salt));
    let new = asked.with(|asked| asked.items[1] = wanted(ProductWanted::New(label("Kiwi")), 1));
    let lacking = Refusal::line(1, LineRefusal::NotPriced);
    for (asked, refusal) in [
        (bare, Refusal::of(Subject::Items, FieldCode::Required)),
        (unpriced.clone(), lacking.clone()),
        (new, lacking),
    ] {
        shop.done(&asked.as_draft()).await;
        assert_eq!(shop.refused(&asked.as_bill()).await, refusal);
    }
    // A price of nothing, given on purpose, is a price.
    let given = unpriced.with(price(0));
    assert_eq!(shop.done(&given.as_bill()).await.balance, paise(2_800));
}
