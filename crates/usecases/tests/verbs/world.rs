//! A shop on the store in memory, with what the tests ask of it.

use crate::books::Rows;
use chrono::NaiveDate;
use execora_customer::NewCustomer;
use execora_invoice::Discount;
use execora_kernel::{Caller, CustomerId, Money, ProductId, Quantity, Right, Rights, SessionId, TenantId};
use execora_ledger::PaymentMode;
use execora_store_memory::MemoryStore;
use execora_testkit::{CountingIds, FixedClock, builders};
use execora_usecases::shop::Shop as Settings;
use execora_usecases::{
    Announcement, Books, CreateCustomer, GiveCredit, IssueInvoice, ItemWanted, Listener, ProductWanted,
    RecordPayment, Refusal, RequestKey, SaveDraft, UseCases, Verb,
};
use serde_json::Value;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// A shop with three names, two of them twice, and ten pieces each of milk and bread; another shop stands beside it.
pub(crate) struct Shop {
    pub(crate) cases: UseCases,
    pub(crate) clock: FixedClock,
    /// Its owner.
    pub(crate) caller: Caller,
    /// The owner of the shop beside it.
    pub(crate) neighbour: Caller,
    pub(crate) store: MemoryStore,
    pub(crate) session: Option<SessionId>,
    heard: Arc<Heard>,
    ids: CountingIds,
}

/// What was announced.
#[derive(Default)]
struct Heard(Mutex<Vec<Announcement>>);

impl Listener for Heard {
    fn committed(&self, _: TenantId, announcement: &Announcement) {
        self.0.lock().unwrap().push(announcement.clone());
    }
}

impl Shop {
    /// With the usual settings: no GST number, whole rupees, stock not below zero.
    pub(crate) async fn open() -> Self {
        Self::open_with(|_| {}).await
    }

    /// A shop that is registered in Karnataka.
    pub(crate) async fn registered() -> Self {
        Self::open_with(|shop| shop.gstin = execora_kernel::Gstin::parse("29AAFCA7488L1ZW").ok()).await
    }

    pub(crate) async fn open_with(settings: impl FnOnce(&mut Settings)) -> Self {
        let (store, clock, ids) = (MemoryStore::new(), FixedClock::default(), CountingIds::new());
        let mut shop = builders::a_shop(&ids);
        settings(&mut shop);
        let owner = builders::an_owner(&ids, shop.tenant);
        let beside = builders::a_shop(&ids);
        let other = builders::an_owner(&ids, beside.tenant);
        let mut unit = store.begin().await.unwrap();
        for (shop, owner) in [(&shop, &owner), (&beside, &other)] {
            unit.shops().insert(shop).await.unwrap();
            unit.shops().insert_user(owner).await.unwrap();
        }
        for (name, landmark) in [
            ("Rahul Sharma", None),
            ("Ramesh Gupta", Some("Mandir")),
            ("Ramesh Gupta", Some("School")),
            ("Suresh", None),
        ] {
            let mut customer = builders::a_customer(&ids, shop.tenant, name);
            customer.landmark = landmark.map(builders::label);
            unit.customers().insert(&customer).await.unwrap();
        }
        for (name, paise) in [("Milk", 2800), ("Bread", 4000)] {
            let product = builders::a_product(&ids, shop.tenant, name, paise);
            unit.products().insert(&product).await.unwrap();
            let ten = builders::a_movement(&ids, &product, 10);
            unit.products().move_stock(&ten, false).await.unwrap();
        }
        unit.commit().await.unwrap();
        let heard = Arc::new(Heard::default());
        let cases = UseCases::new(
            Arc::new(store.clone()),
            store.queries(),
            Arc::new(clock.clone()),
            Arc::new(ids.clone()),
            heard.clone(),
        );
        Self {
            cases,
            clock,
            caller: builders::an_owner_calling(shop.tenant, owner.id),
            neighbour: builders::an_owner_calling(beside.tenant, other.id),
            store,
            session: None,
            heard,
            ids,
        }
    }

    /// The same shop over other books.
    pub(crate) fn over(&self, books: Arc<dyn Books>) -> UseCases {
        UseCases::new(
            books,
            self.store.queries(),
            Arc::new(self.clock.clone()),
            Arc::new(self.ids.clone()),
            self.heard.clone(),
        )
    }

    pub(crate) fn ids(&self) -> CountingIds {
        self.ids.clone()
    }

    pub(crate) fn books(&self) -> Arc<dyn Books> {
        Arc::new(self.store.clone())
    }

    /// Somebody of this shop who may do this and nothing else.
    pub(crate) fn with_rights(&self, rights: impl IntoIterator<Item = Right>) -> Caller {
        let listed: Vec<String> = rights.into_iter().map(|right| right.to_string()).collect();
        builders::a_caller_with(&listed.join(","), self.caller.tenant, self.caller.user)
    }

    /// Somebody of this shop who may do everything, for one customer alone.
    pub(crate) fn limited_to(&self, customer: CustomerId) -> Caller {
        builders::a_caller_for(customer, Rights::all(), self.caller.tenant, self.caller.user)
    }

    /// What the owner asks for is done, and the books are sound after it.
    pub(crate) async fn done<V: Verb>(&self, verb: &V) -> V::Output {
        let done = self.cases.perform(&self.caller, verb, None).await.unwrap();
        self.rows().assert_sound();
        done.value
    }

    /// What the owner asks for is refused, and nothing changes.
    pub(crate) async fn refused<V: Verb>(&self, verb: &V) -> Refusal {
        self.refused_to(&self.caller, verb, None).await
    }

    pub(crate) async fn refused_to<V: Verb>(
        &self,
        caller: &Caller,
        verb: &V,
        key: Option<&RequestKey>,
    ) -> Refusal {
        let before = self.everything();
        let Err(refusal) = self.cases.perform(caller, verb, key).await else {
            panic!("it was done, though it had to be refused");
        };
        assert_eq!(self.everything(), before, "{refusal:?} changed something");
        refusal
    }

    /// All that is stored, and how often others heard of a change.
    pub(crate) fn everything(&self) -> (Value, usize) {
        (self.store.dump(), self.heard().len())
    }

    pub(crate) fn heard(&self) -> Vec<Announcement> {
        self.heard.0.lock().unwrap().clone()
    }

    pub(crate) fn rows(&self) -> Rows {
        Rows::of(&self.store.dump())
    }

    pub(crate) fn customer(&self, name: &str) -> CustomerId {
        let known = self.rows().customers;
        known.iter().find(|one| one.name.as_str() == name).unwrap().id
    }

    pub(crate) fn product(&self, name: &str) -> ProductId {
        let known = self.rows().products;
        known.iter().find(|one| one.name.as_str() == name).unwrap().id
    }

    pub(crate) fn balance(&self, name: &str) -> Money {
        let known = self.rows().customers;
        known
            .iter()
            .find(|one| one.name.as_str() == name)
            .unwrap()
            .balance
    }

    pub(crate) fn stock(&self, name: &str) -> Quantity {
        let known = self.rows().products;
        known.iter().find(|one| one.name.as_str() == name).unwrap().stock
    }
}

/// The owner asks for all of this at the same time; what came of each.
pub(crate) async fn at_once<V>(shop: &Arc<Shop>, verbs: Vec<V>) -> Vec<Result<V::Output, Refusal>>
where
    V: Verb + 'static,
    V::Output: 'static,
{
    let ask = |verb: V| {
        let shop = Arc::clone(shop);
        tokio::spawn(async move {
            let done = shop.cases.perform(&shop.caller, &verb, None).await;
            done.map(|done| done.value)
        })
    };
    let asked: Vec<_> = verbs.into_iter().map(ask).collect();
    let mut outcomes = Vec::new();
    for one in asked {
        outcomes.push(one.await.unwrap());
    }
    outcomes
}

/// The local day on which the tests begin.
pub(crate) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();

/// An id that nothing has, out of one that something has.
pub(crate) fn nobody(customer: CustomerId) -> Uuid {
    Uuid::from_u128(customer.uuid().as_u128().reverse_bits())
}

pub(crate) fn rupees(rupees: i64) -> Money {
    Money::from_rupees(rupees).unwrap()
}

pub(crate) fn paise(paise: i64) -> Money {
    Money::from_paise(paise)
}

pub(crate) fn pieces(pieces: i64) -> Quantity {
    Quantity::from_whole(pieces).unwrap()
}

/// A request that may come twice.
pub(crate) fn key(key: &str, fingerprint: &str) -> RequestKey {
    RequestKey {
        route: "POST /api/v1/things".to_owned(),
        key: key.to_owned(),
        fingerprint: fingerprint.to_owned(),
    }
}

/// A new customer who owes so many rupees from before.
pub(crate) fn opened(name: &str, owed: i64) -> CreateCustomer {
    CreateCustomer {
        new: NewCustomer::named(builders::label(name)),
        opening_balance: Some(rupees(owed)),
    }
}

/// So many pieces of a product, at its own price.
pub(crate) fn item(product: ProductId, count: i64) -> ItemWanted {
    wanted(ProductWanted::Id(product), count)
}

pub(crate) fn wanted(product: ProductWanted, count: i64) -> ItemWanted {
    ItemWanted {
        product,
        quantity: pieces(count),
        unit: None,
        price: None,
        discount: Discount::None,
    }
}

/// A bill at once, of today.
pub(crate) fn bill(customer: CustomerId, items: Vec<ItemWanted>) -> IssueInvoice {
    IssueInvoice {
        customer,
        items,
        with_gst: None,
        discount: Discount::None,
        notes: None,
        date: None,
    }
}

/// A draft of today.
pub(crate) fn draft(customer: CustomerId, items: Vec<ItemWanted>) -> SaveDraft {
    SaveDraft {
        customer: Some(customer),
        items,
        with_gst: None,
        discount: Discount::None,
        notes: None,
        date: None,
        session: None,
    }
}

/// So many rupees in cash.
pub(crate) fn pays(customer: CustomerId, amount: i64) -> RecordPayment {
    RecordPayment {
        customer,
        amount: rupees(amount),
        mode: PaymentMode::Cash,
        allocations: Vec::new(),
        received_at: None,
        reference: None,
    }
}

/// So many rupees of udhaar.
pub(crate) fn borrows(customer: CustomerId, amount: i64) -> GiveCredit {
    GiveCredit {
        customer,
        amount: rupees(amount),
        note: None,
    }
}
