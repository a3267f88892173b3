//! Customers: written down, changed, and taken back while nothing hangs on them.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, bill, item, opened, paise, pays, rupees};
use execora_customer::{CustomerChanges, CustomerStatus, NewCustomer};
use execora_kernel::{Money, Right, money::AMOUNT_MAX};
use execora_ledger::EntryKind;
use execora_testkit::builders::{label, phone};
use execora_usecases::{
    CreateCustomer, Expected, FieldCode, Refusal, RemoveCustomer, ReverseEntry, Subject, UpdateCustomer,
};

fn named(name: &str) -> NewCustomer {
    NewCustomer::named(label(name))
}

fn with_phone(name: &str, number: &str) -> CreateCustomer {
    let mut new = named(name);
    new.phone = Some(phone(number));
    CreateCustomer {
        new,
        opening_balance: None,
    }
}

fn changing(shop: &Shop, name: &str, changes: CustomerChanges) -> UpdateCustomer {
    UpdateCustomer {
        customer: shop.customer(name),
        expected: Expected::Any,
        changes,
    }
}

#[tokio::test]
async fn a_customer_is_written_down_with_its_opening_balance_or_not_at_all() {
    keeps_manners(&[Right::CUSTOMERS_CREATE], Foreign::InHisOwnShop, async || {
        let mut verb = with_phone("Suresh Kumar", "98765 43210");
        verb.opening_balance = Some(rupees(500));
        (Shop::open().await, verb)
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_changed_by_those_who_may() {
    let foreign = Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::CUSTOMERS_UPDATE], foreign, async || {
        let shop = Shop::open().await;
        let changes = CustomerChanges {
            nickname: Some(Some(label("Suri"))),
            phone: Some(Some(phone("98765 43210"))),
            ..CustomerChanges::default()
        };
        let verb = changing(&shop, "Suresh", changes);
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn a_customer_is_taken_back_with_its_opening_entry() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::CUSTOMERS_CREATE], foreign, async || {
        let shop = Shop::open().await;
        let made = shop.done(&opened("Geeta", 500)).await;
        let verb = RemoveCustomer {
            customer: made.customer.id,
            opening: made.opening,
        };
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn an_opening_balance_is_an_entry_within_bounds() {
    let most = AMOUNT_MAX.paise();
    let shop = Shop::open().await;
    for (i, (amount, entries)) in [
        (None, 0),
        (Some(0), 0),
        (Some(1), 1),
        (Some(-1), 1),
        (Some(most), 1),
    ]
    .into_iter()
    .chain([(Some(-most), 1)])
    .enumerate()
    {
        let before = shop.rows().entries.len();
        let verb = CreateCustomer {
            new: named(&format!("Number{i}")),
            opening_balance: amount.map(paise),
        };
        let made = shop.done(&verb).await;
        assert_eq!(made.customer.balance, paise(amount.unwrap_or(0)));
        assert_eq!(shop.balance(made.customer.name.as_str()), made.customer.balance);
        let rows = shop.rows();
        assert_eq!(rows.entries.len() - before, entries);
        assert_eq!(
            made.opening.map(|id| rows.entry(id).kind),
            (entries == 1).then_some(EntryKind::Opening)
        );
    }
}

#[tokio::test]
async fn a_customer_that_breaks_a_rule_is_not_written_down() {
    let shop = Shop::open().await;
    let known = shop.done(&with_phone("Geeta", "98765 43210")).await.customer.id;
    let opening = |amount: i64| CreateCustomer {
        new: named("Anita"),
        opening_balance: Some(paise(amount)),
    };
    let limit = |limit: i64| {
        let mut new = named("Anita");
        new.credit_limit = Some(paise(limit));
        CreateCustomer {
            new,
            opening_balance: None,
        }
    };
    let aliases = |count: usize| {
        let mut new = named("Anita");
        new.aliases = (0..count).map(|n| label(&format!("alias {n}"))).collect();
        CreateCustomer {
            new,
            opening_balance: Some(rupees(5)),
        }
    };
    let range = Refusal::out_of_range;
    let most = AMOUNT_MAX.paise();
    for (verb, refusal) in [
        (
            with_phone("Anita", "+91-9876543210"),
            Refusal::PhoneTaken { customer: known },
        ),
        (opening(most + 1), range(Subject::OpeningBalance)),
        (opening(-most - 1), range(Subject::OpeningBalance)),
        (opening(i64::MAX), range(Subject::OpeningBalance)),
        (opening(i64::MIN), range(Subject::OpeningBalance)),
        (limit(-1), range(Subject::CreditLimit)),
        (limit(most + 1), range(Subject::CreditLimit)),
        (aliases(21), Refusal::of(Subject::Aliases, FieldCode::TooLong)),
    ] {
        assert_eq!(shop.refused(&verb).await, refusal);
    }
    for verb in [limit(0), limit(most), aliases(20)] {
        shop.done(&verb).await;
    }
}

#[tokio::test]
async fn those_with_a_near_name_are_shown_and_nobody_is_merged() {
    let shop = Shop::open().await;
    let verb = CreateCustomer {
        new: named("Ramesh Gupta"),
        opening_balance: None,
    };
    let made = shop.done(&verb).await;
    let landmarks: Vec<_> = made
        .possible_duplicates
        .iter()
        .map(|near| (near.name.as_str(), near.landmark.as_deref()))
        .collect();
    assert_eq!(landmarks.len(), 2, "{landmarks:?}");
    assert!(landmarks.contains(&("Ramesh Gupta", Some("Mandir"))));
    assert!(landmarks.contains(&("Ramesh Gupta", Some("School"))));
    assert_eq!(shop.rows().customers.len(), 5);
}

#[tokio::test]
async fn a_change_moves_the_version_and_never_the_balance() {
    let shop = Shop::open().await;
    let made = shop.done(&opened("Geeta", 500)).await.customer;
    let changes = CustomerChanges {
        name: Some(label("Geeta Devi")),
        credit_limit: Some(Some(rupees(1))),
        ..CustomerChanges::default()
    };
    let mut verb = changing(&shop, "Geeta", changes);
    verb.expected = Expected::Version(made.version);
    let changed = shop.done(&verb).await.customer;
    assert_eq!(
        (changed.version, changed.balance),
        (made.version + 1, rupees(500))
    );
    assert_eq!(shop.balance("Geeta Devi"), rupees(500));
    assert_eq!(shop.refused(&verb).await, Refusal::VersionStale);
}

#[tokio::test]
async fn a_change_that_breaks_a_rule_changes_nothing() {
    let shop = Shop::open().await;
    let known = shop.done(&with_phone("Geeta", "98765 43210")).await.customer.id;
    let gone = shop.done(&opened("Anita", 500)).await;
    let remove = RemoveCustomer {
        customer: gone.customer.id,
        opening: gone.opening,
    };
    shop.done(&remove).await;
    let number = CustomerChanges {
        phone: Some(Some(phone("9876543210"))),
        ..CustomerChanges::default()
    };
    let limit = CustomerChanges {
        credit_limit: Some(Some(paise(-1))),
        ..CustomerChanges::default()
    };
    let aliases = CustomerChanges {
        aliases: Some(vec![label("one"); 21]),
        ..CustomerChanges::default()
    };
    for (name, changes, refusal) in [
        ("Suresh", number.clone(), Refusal::PhoneTaken { customer: known }),
        ("Suresh", limit, Refusal::out_of_range(Subject::CreditLimit)),
        (
            "Suresh",
            aliases,
            Refusal::of(Subject::Aliases, FieldCode::TooLong),
        ),
        (
            "Erased customer",
            CustomerChanges::default(),
            Refusal::UnknownCustomer,
        ),
    ] {
        assert_eq!(shop.refused(&changing(&shop, name, changes)).await, refusal);
    }
    // One's own number is no other's.
    shop.done(&changing(&shop, "Geeta", number)).await;
}

#[tokio::test]
async fn a_removed_customer_leaves_its_entries_and_frees_its_phone() {
    let shop = Shop::open().await;
    let mut verb = with_phone("Geeta", "98765 43210");
    verb.opening_balance = Some(rupees(500));
    let made = shop.done(&verb).await;
    let remove = RemoveCustomer {
        customer: made.customer.id,
        opening: made.opening,
    };
    let gone = shop.done(&remove).await;
    assert_eq!((gone.status, gone.balance), (CustomerStatus::Erased, Money::ZERO));
    let rows = shop.rows();
    let kinds: Vec<EntryKind> = rows.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [EntryKind::Opening, EntryKind::Reversal]);
    assert!(!shop.store.dump()["customers"].to_string().contains("Geeta"));
    assert_eq!(shop.refused(&remove).await, Refusal::UnknownCustomer);
    let pay = pays(made.customer.id, 10);
    assert_eq!(shop.refused(&pay).await, Refusal::UnknownCustomer);
    shop.done(&with_phone("Anita", "98765 43210")).await;
}

#[tokio::test]
async fn a_customer_with_bills_payments_or_debts_stays() {
    let shop = Shop::open().await;
    let milk = shop.product("Milk");
    let made = shop.done(&opened("Geeta", 500)).await;
    let customer = made.customer.id;
    let remove = RemoveCustomer {
        customer,
        opening: made.opening,
    };
    let keep = RemoveCustomer {
        customer,
        opening: None,
    };
    assert_eq!(shop.refused(&keep).await, Refusal::AlreadyIssued, "500 owed");
    shop.done(&bill(customer, vec![item(milk, 2)])).await;
    assert_eq!(shop.refused(&remove).await, Refusal::AlreadyIssued, "56 owed");
    shop.done(&pays(customer, 56)).await;
    assert_eq!(shop.refused(&remove).await, Refusal::AlreadyIssued, "a paid bill");
}

#[tokio::test]
async fn a_customer_is_removed_with_its_own_opening_entry_alone() {
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let others = shop.done(&opened("Geeta", 500)).await.opening;
    let naming = |opening| RemoveCustomer {
        customer: suresh,
        opening,
    };
    assert_eq!(shop.refused(&naming(others)).await, Refusal::NotFound);
    let payment = shop.done(&pays(suresh, 100)).await.payment.entry;
    assert_eq!(shop.refused(&naming(Some(payment))).await, Refusal::NotFound);
    let made = shop.done(&opened("Anita", 500)).await;
    let reverse = ReverseEntry {
        entry: made.opening.unwrap(),
        reason: None,
    };
    shop.done(&reverse).await;
    let remove = RemoveCustomer {
        customer: made.customer.id,
        opening: made.opening,
    };
    assert_eq!(shop.refused(&remove).await, Refusal::AlreadyReversed);
}
