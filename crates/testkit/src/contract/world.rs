//! A shop in a fresh store, and short ways to put things into it.

use super::Harness;
use crate::{
    builders::{a_customer, a_movement, a_product, a_shop, an_owner},
    clock::{CountingIds, START},
};
use execora_customer::Customer;
use execora_inventory::Product;
use execora_kernel::{EntryId, IdSource, Money, Page, PageRequest, ShopZone, StoreError, TenantId};
use execora_ledger::{Entry, Stamp};
use execora_usecases::{
    ports::{Books, Queries, UnitOfWork},
    shop::{Shop, User},
};
use std::sync::Arc;

/// A store with one shop and its owner. Clones are the same world.
#[derive(Clone)]
pub struct World {
    /// The store's units.
    pub books: Arc<dyn Books>,
    /// The store's read ports.
    pub queries: Queries,
    /// Ids that rise.
    pub ids: CountingIds,
    /// The shop.
    pub shop: Shop,
    /// Its owner.
    pub owner: User,
}

impl World {
    /// Opens a shop in this store.
    pub async fn over(books: Arc<dyn Books>, queries: Queries) -> Self {
        Self::in_store(books, queries, CountingIds::new()).await
    }

    /// Opens a shop in a fresh store.
    pub async fn open(harness: &dyn Harness) -> Self {
        let (books, queries) = harness.fresh().await;
        Self::in_store(books, queries, CountingIds::new()).await
    }

    /// Opens another shop in the same store.
    pub async fn another_shop(&self) -> Self {
        Self::in_store(self.books.clone(), self.queries.clone(), self.ids.clone()).await
    }

    /// The same shop over another store of the same books.
    #[must_use]
    pub fn beside(&self, books: Arc<dyn Books>, queries: Queries) -> Self {
        Self {
            books,
            queries,
            ..self.clone()
        }
    }

    async fn in_store(books: Arc<dyn Books>, queries: Queries, ids: CountingIds) -> Self {
        let shop = a_shop(&ids);
        let owner = an_owner(&ids, shop.tenant);
        let world = Self {
            books,
            queries,
            ids,
            shop,
            owner,
        };
        let mut unit = world.unit().await;
        unit.shops().insert(&world.shop).await.expect("a new shop");
        unit.shops().insert_user(&world.owner).await.expect("a new user");
        unit.commit().await.expect("a commit");
        world
    }

    /// The shop's id.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.shop.tenant
    }

    /// A unit of work.
    pub async fn unit(&self) -> Box<dyn UnitOfWork> {
        self.books.begin().await.expect("a unit of work")
    }

    /// A customer, stored.
    pub async fn customer(&self, name: &str) -> Customer {
        let customer = a_customer(&self.ids, self.tenant(), name);
        let mut unit = self.unit().await;
        unit.customers().insert(&customer).await.expect("a new customer");
        unit.commit().await.expect("a commit");
        customer
    }

    /// The customer as it is stored now.
    pub async fn now(&self, customer: &Customer) -> Customer {
        let found = self.queries.customers.find(customer.tenant, customer.id).await;
        found.expect("an answer").expect("the customer")
    }

    /// A product, stored, with so many pieces in stock; as it is stored then.
    pub async fn product(&self, name: &str, pieces: i64) -> Product {
        let product = a_product(&self.ids, self.tenant(), name, 2_800);
        let mut unit = self.unit().await;
        unit.products().insert(&product).await.expect("a new product");
        if pieces != 0 {
            let movement = a_movement(&self.ids, &product, pieces);
            let moved = unit.products().move_stock(&movement, true).await;
            moved.expect("a movement");
        }
        unit.commit().await.expect("a commit");
        let found = self.queries.products.find(product.tenant, product.id).await;
        found.expect("an answer").expect("the product")
    }

    /// When, whose and which of a new entry.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp {
            id: EntryId::new(self.ids.next()),
            tenant: self.tenant(),
            on: ShopZone::INDIA.date(START),
            at: START,
        }
    }

    /// An entry by which the customer owes more, stored.
    pub async fn credit(&self, customer: &Customer, paise: i64) -> Entry {
        let entry = Entry::credit(self.stamp(), customer.id, Money::from_paise(paise));
        let entry = entry.expect("a bookable amount").about(None, "udhaar");
        self.append(&entry).await;
        entry
    }

    /// Stores an entry; answers the balance after it.
    pub async fn append(&self, entry: &Entry) -> Option<Money> {
        let mut unit = self.unit().await;
        let balance = unit.ledger().append(entry).await.expect("a new entry");
        unit.commit().await.expect("a commit");
        balance
    }
}

/// Every row of a list, page by page.
pub(super) async fn walk<T>(
    limit: u16,
    list: impl AsyncFn(PageRequest) -> Result<Page<T>, StoreError>,
) -> Vec<T> {
    let mut request = PageRequest::first(limit);
    let mut rows = Vec::new();
    loop {
        let page = list(request).await.expect("a page");
        assert!(
            page.items.len() <= usize::from(limit),
            "a page longer than asked for"
        );
        rows.extend(page.items);
        assert!(rows.len() < 1_000, "the list never ends");
        match page.next {
            Some(after) => request.after = Some(after),
            None => return rows,
        }
    }
}

/// Tries again while the store is busy, which it may be when many write at once.
macro_rules! when_free {
    ($attempt:expr) => {{
        let mut tries = 0;
        loop {
            match $attempt.await {
                Err(execora_kernel::StoreError::Busy) if tries < 100 => tries += 1,
                outcome => break outcome.expect("no error but busy"),
            }
        }
    }};
}
pub(super) use when_free;
