//! Bills: numbered without a gap, posted whole, and cancelled without losing anybody's money.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, TODAY, at_once, bill, draft, item, nobody, paise, pays, pieces, rupees};
use chrono::{Days, NaiveDate};
use execora_customer::{AddressChanges, CustomerChanges};
use execora_invoice::{Discount, InvoiceStatus, Series};
use execora_kernel::{InvoiceId, Money, Right, StateCode, Unit};
use execora_ledger::Account;
use execora_testkit::builders::label;
use execora_usecases::{
    CancelInvoice, CreateCustomer, Expected, IssueDraft, IssueInvoice, IssuedInvoice, Refusal, Subject,
    UpdateCustomer,
};
use std::sync::Arc;

fn cancelling(invoice: InvoiceId) -> CancelInvoice {
    CancelInvoice {
        invoice,
        reason: label("wrong goods"),
    }
}

/// So many milk for Suresh.
fn milk(shop: &Shop, count: i64) -> IssueInvoice {
    bill(shop.customer("Suresh"), vec![item(shop.product("Milk"), count)])
}

async fn limit(shop: &Shop, limit: Money) {
    let changes = CustomerChanges {
        credit_limit: Some(Some(limit)),
        ..CustomerChanges::default()
    };
    let verb = UpdateCustomer {
        customer: shop.customer("Suresh"),
        expected: Expected::Any,
        changes,
    };
    shop.done(&verb).await;
}

#[tokio::test]
async fn a_bill_is_issued_whole_or_not_at_all() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::INVOICES_CREATE], foreign, async || {
        let shop = Shop::registered().await;
        let mut verb = milk(&shop, 2);
        verb.items.push(item(shop.product("Bread"), 1));
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn a_bill_is_cancelled_whole_or_not_at_all() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::INVOICES_CANCEL], foreign, async || {
        let shop = Shop::registered().await;
        let issued = shop.done(&milk(&shop, 2)).await.invoice;
        for amount in [10, 20] {
            shop.done(&pays(issued.customer, amount)).await;
        }
        (shop, cancelling(issued.id))
    })
    .await;
}

#[tokio::test]
async fn numbers_are_consecutive_and_a_refused_bill_takes_none() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        let issued = shop.done(&milk(&shop, 1)).await.invoice;
        assert_eq!(issued.number.as_str(), format!("INV/26-27/000{n}"));
        shop.refused(&milk(&shop, 11)).await;
    }
}

#[tokio::test]
async fn a_cancelled_number_stays_used() {
    let shop = Shop::open().await;
    let first = shop.done(&milk(&shop, 1)).await.invoice;
    let gone = shop.done(&cancelling(first.id)).await;
    assert_eq!(gone.invoice.number, first.number);
    let second = shop.done(&milk(&shop, 1)).await.invoice;
    assert_eq!(second.number.as_str(), "INV/26-27/0002");
}

#[tokio::test]
async fn a_series_that_is_full_gives_no_number() {
    let shop = Shop::open().await;
    let mut unit = shop.books().begin().await.unwrap();
    let series = Series::default();
    for _ in 1..999_999 {
        let taken = unit.series().take_next(shop.caller.tenant, &series, TODAY);
        taken.await.unwrap();
    }
    unit.commit().await.unwrap();
    let last = shop.cases.perform(&shop.caller, &milk(&shop, 1), None).await;
    assert_eq!(last.unwrap().value.invoice.number.as_str(), "INV/26-27/999999");
    let refused = shop.refused(&milk(&shop, 1)).await;
    assert_eq!(refused, Refusal::out_of_range(Subject::Series));
}

#[tokio::test]
async fn each_shop_and_each_year_counts_from_one() {
    let shop = Shop::open_with(|shop| shop.allow_backdating = true).await;
    shop.done(&milk(&shop, 1)).await;
    let new = CreateCustomer {
        new: execora_customer::NewCustomer::named(label("Nandini")),
        opening_balance: None,
    };
    let made = shop.cases.perform(&shop.neighbour, &new, None).await.unwrap();
    let mut kiwi = milk(&shop, 1);
    kiwi.customer = made.value.customer.id;
    kiwi.items[0].product = execora_usecases::ProductWanted::New(label("Kiwi"));
    kiwi.items[0].price = Some(rupees(5));
    let beside = shop.cases.perform(&shop.neighbour, &kiwi, None).await.unwrap();
    assert_eq!(beside.value.invoice.number.as_str(), "INV/26-27/0001");
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    for (date, number) in [
        (None, "INV/26-27/0002"),
        (day(2026, 3, 31), "INV/25-26/0001"),
        (day(2026, 4, 1), "INV/26-27/0003"),
    ] {
        let mut verb = milk(&shop, 1);
        verb.date = date;
        let issued = shop.done(&verb).await.invoice;
        assert_eq!(issued.number.as_str(), number);
        assert_eq!(issued.date, date.unwrap_or(TODAY));
        assert_eq!(shop.rows().entry(issued.entry).effective_on, issued.date);
    }
}

#[tokio::test]
async fn a_bill_is_posted_to_the_accounts_that_it_touches() {
    use Account::{Cgst, Igst, Receivable, RoundOff, Sales, Sgst};
    for (state, expected) in [
        (
            "29",
            // 11 × ₹28.50 and an odd paisa come to ₹313.51, with 5 % inside.
            vec![
                (Receivable, 31_400),
                (Sales, -29_859),
                (Cgst, -746),
                (Sgst, -746),
                (RoundOff, -49),
            ],
        ),
        (
            "27",
            vec![
                (Receivable, 31_400),
                (Sales, -29_858),
                (Igst, -1_493),
                (RoundOff, -49),
            ],
        ),
    ] {
        let shop = Shop::open_with(|shop| {
            shop.gstin = execora_kernel::Gstin::parse("29AAFCA7488L1ZW").ok();
            shop.allow_negative_stock = true;
        })
        .await;
        let address = AddressChanges {
            state_code: Some(StateCode::parse(state).ok()),
            ..AddressChanges::default()
        };
        let changes = CustomerChanges {
            address: Some(Some(address)),
            ..CustomerChanges::default()
        };
        let verb = UpdateCustomer {
            customer: shop.customer("Suresh"),
            expected: Expected::Any,
            changes,
        };
        shop.done(&verb).await;
        let mut verb = milk(&shop, 11);
        verb.items[0].price = Some(paise(2_850));
        verb.items.push(item(shop.product("Bread"), 1));
        verb.items[1].price = Some(paise(1));
        let done = shop.cases.perform(&shop.caller, &verb, None).await.unwrap();
        let rows = shop.rows();
        rows.assert_sound_but_for_stock_below_zero();
        let entry = rows.entry(done.value.invoice.entry);
        let posted: Vec<_> = entry
            .postings
            .iter()
            .map(|p| (p.account, p.amount.paise()))
            .collect();
        assert_eq!(posted, expected, "a customer in state {state}");
    }
}

#[tokio::test]
async fn a_discount_on_the_bill_is_spread_to_the_last_paisa() {
    let shop = Shop::open_with(|shop| shop.round_to_rupee = false).await;
    let one = |product| {
        let mut item = item(product, 1);
        item.price = Some(rupees(10));
        item
    };
    let (milk, bread) = (shop.product("Milk"), shop.product("Bread"));
    let verb = IssueInvoice {
        discount: Discount::Amount(rupees(1)),
        ..bill(shop.customer("Suresh"), vec![one(milk), one(bread), one(milk)])
    };
    let issued = shop.done(&verb).await;
    let off: Vec<i64> = issued
        .invoice
        .lines
        .iter()
        .map(|line| line.amounts.discount.paise())
        .collect();
    assert_eq!(off, [34, 33, 33], "the earlier line takes the odd paisa");
    assert_eq!(
        (issued.invoice.totals.discount, issued.balance),
        (rupees(1), rupees(29))
    );
}

#[tokio::test]
async fn a_bill_of_nothing_is_a_bill() {
    let shop = Shop::open().await;
    let verb = IssueInvoice {
        discount: Discount::Percent(pieces(100)),
        ..milk(&shop, 2)
    };
    let issued = shop.done(&verb).await;
    assert_eq!(
        (issued.invoice.totals.total, issued.balance),
        (Money::ZERO, Money::ZERO)
    );
    assert_eq!(shop.stock("Milk"), pieces(8));
    shop.done(&cancelling(issued.invoice.id)).await;
    assert_eq!(shop.stock("Milk"), pieces(10));
}

#[tokio::test]
async fn lines_of_one_product_are_taken_from_stock_together() {
    let shop = Shop::open().await;
    let milk = shop.product("Milk");
    let lines = |first, second| {
        let items = vec![item(milk, first), item(milk, second)];
        bill(shop.customer("Suresh"), items)
    };
    let short = Refusal::OutOfStock {
        product: milk,
        name: "Milk".to_owned(),
        left: pieces(10),
        unit: Unit::Piece,
    };
    assert_eq!(shop.refused(&lines(5, 6)).await, short);
    shop.done(&lines(5, 5)).await;
    assert_eq!(shop.stock("Milk"), pieces(0));
}

#[tokio::test]
async fn the_credit_limit_may_be_reached_and_not_passed() {
    let shop = Shop::open().await;
    limit(&shop, rupees(56)).await;
    let exceeded = Refusal::CreditLimitExceeded { limit: rupees(56) };
    assert_eq!(shop.refused(&milk(&shop, 3)).await, exceeded);
    shop.done(&milk(&shop, 2)).await;
    assert_eq!(shop.refused(&milk(&shop, 1)).await, exceeded);
    shop.done(&pays(shop.customer("Suresh"), 28)).await;
    assert_eq!(shop.done(&milk(&shop, 1)).await.balance, rupees(56));
    let free = IssueInvoice {
        discount: Discount::Percent(pieces(100)),
        ..milk(&shop, 1)
    };
    limit(&shop, rupees(1)).await;
    shop.done(&free).await;
}

#[tokio::test]
async fn a_part_paid_bill_that_is_cancelled_leaves_the_money_as_an_advance() {
    let shop = Shop::open().await;
    let first = shop.done(&milk(&shop, 2)).await.invoice;
    let second = shop.done(&milk(&shop, 1)).await.invoice;
    let paid = shop.done(&pays(first.customer, 70)).await;
    assert_eq!(paid.balance, rupees(14));
    let gone = shop.done(&cancelling(first.id)).await;
    assert_eq!(gone.balance, rupees(-42));
    assert_eq!(
        (gone.invoice.status, gone.invoice.paid, gone.invoice.open()),
        (InvoiceStatus::Cancelled, Money::ZERO, Money::ZERO)
    );
    let rows = shop.rows();
    assert_eq!(rows.payments[0].advance(), rupees(56));
    assert_eq!(rows.invoice(second.id).paid, rupees(14));
    assert_eq!(shop.stock("Milk"), pieces(9));
    assert_eq!(
        shop.refused(&cancelling(first.id)).await,
        Refusal::AlreadyCancelled
    );
    let unknown = InvoiceId::new(nobody(first.customer));
    assert_eq!(shop.refused(&cancelling(unknown)).await, Refusal::NotFound);
}

#[tokio::test]
async fn a_bill_is_of_today_or_before() {
    let shop = Shop::open().await;
    // 23:59 and 00:01 in India.
    for (at, today) in [("2026-11-23T18:29:00Z", 23), ("2026-11-23T18:31:00Z", 24)] {
        shop.clock.set(at.parse().unwrap());
        let issued = shop.done(&milk(&shop, 1)).await.invoice;
        assert_eq!(NaiveDate::from_ymd_opt(2026, 11, today), Some(issued.date));
        let mut tomorrow = milk(&shop, 1);
        tomorrow.date = issued.date.checked_add_days(Days::new(1));
        assert!(matches!(shop.refused(&tomorrow).await, Refusal::Value { .. }));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_bills_at_once_have_the_numbers_one_to_fifty() {
    let shop = Shop::open_with(|shop| shop.allow_negative_stock = true).await;
    let shop = Arc::new(shop);
    let bills = (0..50).map(|_| milk(&shop, 1)).collect();
    let issued = at_once(&shop, bills).await;
    let mut numbers: Vec<String> = issued
        .into_iter()
        .map(|issued| issued.unwrap().invoice.number.to_string())
        .collect();
    numbers.sort_unstable();
    let expected: Vec<String> = (1..=50).map(|n| format!("INV/26-27/{n:04}")).collect();
    assert_eq!(numbers, expected);
    assert_eq!(shop.balance("Suresh"), rupees(50 * 28));
    assert_eq!(shop.stock("Milk"), pieces(-40));
    shop.rows().assert_sound_but_for_stock_below_zero();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_piece_is_sold_once() {
    let shop = Arc::new(Shop::open().await);
    shop.done(&milk(&shop, 9)).await;
    let bills = (0..8).map(|_| milk(&shop, 1)).collect();
    let sold = only_one(
        at_once(&shop, bills).await,
        |refusal| matches!(refusal, Refusal::OutOfStock { left, .. } if *left == pieces(0)),
    );
    assert_eq!(sold.invoice.number.as_str(), "INV/26-27/0002");
    assert_eq!(shop.stock("Milk"), pieces(0));
    shop.rows().assert_sound();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_credit_limit_holds_for_bills_at_once() {
    let shop = Arc::new(Shop::open().await);
    limit(&shop, rupees(5 * 28)).await;
    let bills = (0..10).map(|_| milk(&shop, 1)).collect();
    let issued = at_once(&shop, bills).await;
    let (done, refused): (Vec<_>, Vec<_>) = issued.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 5);
    assert!(
        refused
            .iter()
            .all(|one| *one == Err(Refusal::CreditLimitExceeded { limit: rupees(140) }))
    );
    assert_eq!(shop.balance("Suresh"), rupees(5 * 28));
    shop.rows().assert_sound();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_draft_is_issued_once_and_a_bill_cancelled_once_by_many_hands() {
    let shop = Arc::new(Shop::open().await);
    let draft = shop
        .done(&draft(
            shop.customer("Suresh"),
            vec![item(shop.product("Milk"), 2)],
        ))
        .await
        .id;
    let expected = Expected::Version(1);
    let hands = vec![IssueDraft { draft, expected }; 8];
    let issued = only_one(at_once(&shop, hands).await, |r| *r == Refusal::AlreadyIssued);
    let hands = vec![cancelling(issued.invoice.id); 8];
    only_one(at_once(&shop, hands).await, |r| *r == Refusal::AlreadyCancelled);
    assert_eq!(
        (shop.balance("Suresh"), shop.stock("Milk")),
        (Money::ZERO, pieces(10))
    );
    shop.rows().assert_sound();
}

/// The one that was done; the others were refused as they had to be.
fn only_one(
    outcomes: Vec<Result<IssuedInvoice, Refusal>>,
    expected: impl Fn(&Refusal) -> bool,
) -> IssuedInvoice {
    let (mut done, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    for refusal in refused.into_iter().filter_map(Result::err) {
        assert!(expected(&refusal), "{refusal:?}");
    }
    assert_eq!(done.len(), 1);
    done.remove(0).unwrap()
}
