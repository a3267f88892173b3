//! A shop with its use cases over a store, as a server has them.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use execora_customer::NewCustomer;
use execora_invoice::Discount;
use execora_kernel::{Caller, CustomerId, IdSource, Money, Quantity, Unit};
use execora_ledger::PaymentMode;
use execora_store_seaorm::Store;
use execora_testkit::builders::{a_shop, an_owner, an_owner_calling, label, phone};
use execora_testkit::{CountingIds, FixedClock};
use execora_usecases::perform::Nobody;
use execora_usecases::ports::Books;
use execora_usecases::{
    CreateCustomer, IssueInvoice, ItemWanted, ProductWanted, RecordPayment, RequestKey, SaveDraft, UseCases,
};
use std::sync::Arc;

/// A shop, its owner, and what can be done in it.
pub struct OpenShop {
    pub cases: UseCases,
    pub owner: Caller,
    pub ids: CountingIds,
}

/// Opens a shop in the store.
pub async fn open(store: &Store) -> OpenShop {
    let ids = CountingIds::new();
    let shop = a_shop(&ids);
    let user = an_owner(&ids, shop.tenant);
    let mut unit = store.begin().await.expect("a unit");
    unit.shops().insert(&shop).await.expect("a new shop");
    unit.shops().insert_user(&user).await.expect("a new user");
    unit.commit().await.expect("a commit");
    let owner = an_owner_calling(shop.tenant, user.id);
    over(store, ids, owner)
}

/// The use cases of a shop that is there, over another store of the same database.
pub fn over(store: &Store, ids: CountingIds, owner: Caller) -> OpenShop {
    let (clock, books) = (Arc::new(FixedClock::default()), Arc::new(store.clone()));
    let cases = UseCases::new(
        books,
        store.queries(),
        clock,
        Arc::new(ids.clone()),
        Arc::new(Nobody),
    );
    OpenShop { cases, owner, ids }
}

/// A key that no other request has.
pub fn key(ids: &CountingIds) -> RequestKey {
    RequestKey {
        route: "POST /test".to_owned(),
        key: ids.next().to_string(),
        fingerprint: "the same".to_owned(),
    }
}

pub fn a_new_customer(name: &str, number: Option<&str>) -> CreateCustomer {
    let mut new = NewCustomer::named(label(name));
    new.phone = number.map(phone);
    CreateCustomer {
        new,
        opening_balance: Some(Money::from_paise(12_000)),
    }
}

pub fn a_payment(customer: CustomerId, paise: i64) -> RecordPayment {
    RecordPayment {
        customer,
        amount: Money::from_paise(paise),
        mode: PaymentMode::Cash,
        allocations: Vec::new(),
        received_at: None,
        reference: None,
    }
}

fn of_new_goods(name: &str) -> Vec<ItemWanted> {
    vec![ItemWanted {
        product: ProductWanted::New(label(name)),
        quantity: Quantity::from_whole(2).expect("a countable number"),
        unit: Some(Unit::Piece),
        price: Some(Money::from_paise(4_000)),
        discount: Discount::None,
    }]
}

pub fn a_bill(customer: CustomerId, goods: &str) -> IssueInvoice {
    IssueInvoice {
        customer,
        items: of_new_goods(goods),
        with_gst: None,
        discount: Discount::None,
        notes: None,
        date: None,
    }
}

pub fn a_draft(customer: CustomerId, goods: &str) -> SaveDraft {
    SaveDraft {
        customer: Some(customer),
        items: of_new_goods(goods),
        with_gst: None,
        discount: Discount::None,
        notes: None,
        date: None,
        session: None,
    }
}
