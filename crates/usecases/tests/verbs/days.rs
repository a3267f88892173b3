//! The days of the books: what may be dated when, in what order numbers go, and the settings that say so.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, TODAY, bill, draft, item, pays, rupees};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use execora_invoice::Series;
use execora_kernel::{Gstin, Money, Right, StateCode, money::AMOUNT_MAX};
use execora_testkit::clock::START;
use execora_usecases::reads::shop::ReadShop;
use execora_usecases::{
    Expected, FieldCode, IssueDraft, IssueInvoice, RecordPayment, Refusal, ShopChanges, Subject, UpdateShop,
    Warning,
};

fn dated(shop: &Shop, date: Option<NaiveDate>) -> IssueInvoice {
    IssueInvoice {
        date,
        ..bill(shop.customer("Suresh"), vec![item(shop.product("Milk"), 1)])
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn set(changes: ShopChanges) -> UpdateShop {
    UpdateShop {
        expected: Expected::Any,
        changes,
    }
}

#[tokio::test]
async fn a_bill_is_dated_on_a_day_of_the_books_and_on_no_other() {
    let shop = Shop::open().await;
    let tomorrow = TODAY.succ_opt().unwrap();
    for date in ["1926-11-30", "0001-01-01", "2017-06-30", "2025-03-31"] {
        let refused = shop.refused(&dated(&shop, Some(day(date)))).await;
        assert_eq!(refused, Refusal::out_of_range(Subject::Date), "{date}");
    }
    for date in [tomorrow, NaiveDate::MAX, NaiveDate::MIN] {
        let refused = shop.refused(&dated(&shop, Some(date))).await;
        assert_eq!(refused, Refusal::out_of_range(Subject::Date), "{date}");
    }
    for (date, number) in [("2025-04-01", "INV/25-26/0001"), ("2026-11-22", "INV/26-27/0001")] {
        let issued = shop.done(&dated(&shop, Some(day(date)))).await;
        assert_eq!(issued.invoice.number.as_str(), number);
        assert_eq!(issued.warnings, []);
    }
    // And the shop goes on.
    let next = shop.done(&dated(&shop, None)).await.invoice;
    assert_eq!(next.number.as_str(), "INV/26-27/0002");
}

#[tokio::test]
async fn a_draft_of_a_day_outside_the_books_is_neither_saved_nor_issued() {
    let shop = Shop::open().await;
    let mut verb = draft(shop.customer("Suresh"), vec![item(shop.product("Milk"), 1)]);
    verb.date = Some(day("1926-11-30"));
    assert_eq!(shop.refused(&verb).await, Refusal::out_of_range(Subject::Date));
    verb.date = Some(day("2026-04-01"));
    let saved = shop.done(&verb).await;
    // Meanwhile the shop begins its books later.
    let later = ShopChanges {
        books_from: Some(day("2026-04-02")),
        ..ShopChanges::default()
    };
    shop.done(&set(later)).await;
    let issuing = IssueDraft {
        draft: saved.id,
        expected: Expected::Any,
    };
    assert_eq!(shop.refused(&issuing).await, Refusal::out_of_range(Subject::Date));
}

#[tokio::test]
async fn money_is_received_on_a_day_of_the_books() {
    let shop = Shop::open().await;
    let received = |at: DateTime<Utc>| RecordPayment {
        received_at: Some(at),
        ..pays(shop.customer("Suresh"), 10)
    };
    // The first day of the books begins at 18:30 UTC of the day before.
    let first: DateTime<Utc> = "2025-03-31T18:30:00Z".parse().unwrap();
    let second = TimeDelta::seconds(1);
    for at in [
        first - second,
        "1926-11-30T10:00:00Z".parse().unwrap(),
        START + second,
    ] {
        let refused = shop.refused(&received(at)).await;
        assert_eq!(refused, Refusal::out_of_range(Subject::ReceivedAt), "{at}");
    }
    for at in [first, START] {
        shop.done(&received(at)).await;
    }
}

#[tokio::test]
async fn a_bill_before_the_last_of_its_series_needs_the_shops_leave_and_is_said() {
    let shop = Shop::open().await;
    shop.done(&dated(&shop, None)).await;
    let yesterday = dated(&shop, TODAY.pred_opt());
    let refused = shop.refused(&yesterday).await;
    assert_eq!(refused, Refusal::DatedBeforeSeries { latest: TODAY });
    // Another year has a series of its own.
    shop.done(&dated(&shop, Some(day("2026-03-31")))).await;
    let allowing = ShopChanges {
        allow_backdating: Some(true),
        ..ShopChanges::default()
    };
    shop.done(&set(allowing)).await;
    let issued = shop.done(&yesterday).await;
    assert_eq!(issued.invoice.number.as_str(), "INV/26-27/0002");
    assert_eq!(issued.warnings, [Warning::DatedBeforeSeries { latest: TODAY }]);
    assert_eq!(shop.done(&dated(&shop, Some(TODAY))).await.warnings, []);
}

#[tokio::test]
async fn a_clock_that_was_ahead_does_not_stop_the_shop() {
    let shop = Shop::open().await;
    shop.clock.set(START + TimeDelta::days(30));
    shop.done(&dated(&shop, None)).await;
    shop.clock.set(START);
    let issued = shop.done(&dated(&shop, None)).await;
    let latest = TODAY.checked_add_days(Days::new(30)).unwrap();
    assert_eq!(issued.warnings, [Warning::DatedBeforeSeries { latest }]);
    assert_eq!(issued.invoice.number.as_str(), "INV/26-27/0002");
}

#[tokio::test]
async fn settings_are_changed_whole_or_not_at_all() {
    keeps_manners(&[Right::SETTINGS_UPDATE], Foreign::InHisOwnShop, async || {
        let changes = ShopChanges {
            series: Series::parse("CASH").ok(),
            next_number: Some(7),
            round_to_rupee: Some(false),
            ..ShopChanges::default()
        };
        (Shop::open().await, set(changes))
    })
    .await;
}

#[tokio::test]
async fn settings_out_of_range_are_refused() {
    let shop = Shop::open().await;
    let books = |text| ShopChanges {
        books_from: Some(day(text)),
        ..ShopChanges::default()
    };
    let confirm = |paise| ShopChanges {
        confirm_above: Some(Money::from_paise(paise)),
        ..ShopChanges::default()
    };
    let next = |n| ShopChanges {
        next_number: Some(n),
        ..ShopChanges::default()
    };
    let other_state = ShopChanges {
        gstin: Some(Gstin::parse("27AAPFU0939F1ZV").ok()),
        state: StateCode::parse("29").ok(),
        ..ShopChanges::default()
    };
    let range = Refusal::out_of_range;
    for (changes, refusal) in [
        (books("2017-06-30"), range(Subject::BooksFrom)),
        (books("2026-11-23"), range(Subject::BooksFrom)),
        (confirm(-1), range(Subject::ConfirmAbove)),
        (confirm(AMOUNT_MAX.paise() + 1), range(Subject::ConfirmAbove)),
        (next(0), range(Subject::NextNumber)),
        (next(100_000), range(Subject::NextNumber)),
        (other_state, Refusal::of(Subject::State, FieldCode::InvalidFormat)),
    ] {
        assert_eq!(shop.refused(&set(changes)).await, refusal);
    }
    let stale = UpdateShop {
        expected: Expected::Version(7),
        changes: books("2020-04-01"),
    };
    assert_eq!(shop.refused(&stale).await, Refusal::VersionStale);
    for changes in [books("2017-07-01"), books("2026-11-22"), confirm(0)] {
        shop.done(&set(changes)).await;
    }
}

#[tokio::test]
async fn a_series_goes_on_where_the_paper_left_off_until_its_first_bill() {
    let shop = Shop::open().await;
    let next = |n| {
        set(ShopChanges {
            next_number: Some(n),
            ..ShopChanges::default()
        })
    };
    assert_eq!(shop.done(&next(120)).await.next_number, 120);
    let seen = shop.cases.read(&shop.caller, &ReadShop).await.unwrap();
    assert_eq!((seen.next_number, seen.shop.version), (120, 2));
    let issued = shop.done(&dated(&shop, None)).await.invoice;
    assert_eq!(issued.number.as_str(), "INV/26-27/0120");
    assert_eq!(
        shop.refused(&next(200)).await,
        Refusal::out_of_range(Subject::NextNumber)
    );
    assert_eq!(shop.done(&next(121)).await.next_number, 121, "it is so already");
    assert_eq!(shop.balance("Suresh"), rupees(28));
}

#[tokio::test]
async fn a_registered_shop_has_the_state_of_its_registration() {
    let shop = Shop::open().await;
    let registered = ShopChanges {
        gstin: Some(Gstin::parse("27AAPFU0939F1ZV").ok()),
        ..ShopChanges::default()
    };
    let settings = shop.done(&set(registered)).await.shop;
    assert_eq!(settings.state, StateCode::parse("27").unwrap());
    assert!(shop.done(&dated(&shop, None)).await.invoice.with_gst);
}
