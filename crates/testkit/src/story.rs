//! A busy shop: a random story of bills, drafts, payments, udhaar and stock over any store, the same in every run.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "only tests call this, and a story that cannot be told must stop"
)]

use crate::builders::{a_product, a_shop, an_owner, an_owner_calling, label};
use crate::clock::{CountingIds, FixedClock};
use chrono::TimeDelta;
use execora_customer::NewCustomer;
use execora_inventory::MovementReason;
use execora_invoice::{Discount, DraftStatus};
use execora_kernel::{Caller, Clock, CustomerId, Gstin, Money, PageRequest, ProductId, Quantity, StoreError};
use execora_ledger::{EntryFilter, PaymentMode};
use execora_usecases::check::{CheckReport, check_books};
use execora_usecases::perform::Nobody;
use execora_usecases::ports::{Books, Queries};
use execora_usecases::{
    CancelInvoice, CreateCustomer, DiscardDraft, Expected, GiveCredit, IssueDraft, IssueInvoice, ItemWanted,
    MoveStock, ProductWanted, RecordPayment, Refusal, RequestKey, ReverseEntry, SaveDraft, UseCases, Verb,
};
use std::sync::Arc;

/// Customers of the shop when the story begins.
const CUSTOMERS: i64 = 5;

/// A shop in a store, and its story so far.
pub struct Story {
    /// What the shop does.
    pub cases: UseCases,
    /// Its owner.
    pub caller: Caller,
    /// Its clock.
    pub clock: FixedClock,
    queries: Queries,
    customers: Vec<CustomerId>,
    products: Vec<ProductId>,
    dice: u64,
    deeds: u64,
}

impl Story {
    /// Opens a registered shop with customers, some of whom owe something already, and goods.
    pub async fn begin(books: Arc<dyn Books>, queries: Queries, seed: u64) -> Self {
        let (clock, ids) = (FixedClock::default(), CountingIds::new());
        let mut shop = a_shop(&ids);
        shop.gstin = Some(Gstin::parse("29AAFCA7488L1ZW").expect("a number of Karnataka"));
        let owner = an_owner(&ids, shop.tenant);
        let goods = [("Milk", 2_850), ("Bread", 4_000), ("Ghee", 61_999)];
        let goods = goods.map(|(name, paise)| a_product(&ids, shop.tenant, name, paise));
        let mut unit = books.begin().await.expect("a unit");
        unit.shops().insert(&shop).await.expect("a new shop");
        unit.shops().insert_user(&owner).await.expect("a new user");
        for product in &goods {
            unit.products().insert(product).await.expect("a new product");
        }
        unit.commit().await.expect("a commit");
        let cases = UseCases::new(
            books,
            queries.clone(),
            Arc::new(clock.clone()),
            Arc::new(ids.clone()),
            Arc::new(Nobody),
        );
        let mut story = Self {
            cases,
            caller: an_owner_calling(shop.tenant, owner.id),
            clock,
            queries,
            customers: Vec::new(),
            products: goods.iter().map(|product| product.id).collect(),
            dice: seed | 1,
            deeds: 0,
        };
        for n in 0..CUSTOMERS {
            story.create_customer(n).await;
        }
        for product in story.products.clone() {
            story.move_stock(product, 500).await;
        }
        story
    }

    async fn create_customer(&mut self, n: i64) {
        let verb = CreateCustomer {
            new: NewCustomer::named(label(&format!("Customer {n}"))),
            opening_balance: Some(Money::from_paise(n * 12_345)),
        };
        let made = self.done(&verb).await.expect("a new customer");
        self.customers.push(made.customer.id);
    }

    async fn move_stock(&mut self, product: ProductId, pieces: i64) {
        let verb = MoveStock {
            product,
            reason: MovementReason::Purchase,
            quantity: Quantity::from_whole(pieces).expect("a countable number"),
            unit: None,
            cost: None,
            note: None,
        };
        self.done(&verb).await;
    }

    /// Goes on with so many deeds; what the shop may refuse, it refuses. Answers how many were done.
    pub async fn play(&mut self, deeds: u32) -> u32 {
        let mut done = 0;
        for _ in 0..deeds {
            let minutes = self.roll(300);
            self.clock.advance(TimeDelta::minutes(minutes));
            done += u32::from(self.deed().await);
        }
        done
    }

    /// What a check of the whole store finds now.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn check(&self) -> Result<CheckReport, StoreError> {
        check_books(self.queries.check.as_ref(), self.clock.now()).await
    }

    async fn deed(&mut self) -> bool {
        match self.roll(16) {
            0..=3 => self.bill().await,
            4 => self.draft().await,
            5 => self.issue_draft().await,
            6 => self.discard_draft().await,
            7 | 8 => self.cancel().await,
            9..=12 => self.pay().await,
            13 => self.lend().await,
            14 => self.reverse().await,
            _ => {
                let product = self.product();
                let pieces = self.roll(20) + 1;
                self.move_stock(product, pieces).await;
                true
            }
        }
    }

    async fn bill(&mut self) -> bool {
        let verb = IssueInvoice {
            customer: self.customer(),
            items: self.items(),
            with_gst: Some(self.roll(4) > 0),
            discount: Discount::Percent(Quantity::from_thousandths(self.roll(3) * 7_250)),
            notes: None,
            date: None,
        };
        self.done(&verb).await.is_some()
    }

    async fn draft(&mut self) -> bool {
        let verb = SaveDraft {
            customer: Some(self.customer()),
            items: self.items(),
            with_gst: None,
            discount: Discount::None,
            notes: None,
            date: None,
            session: None,
        };
        self.done(&verb).await.is_some()
    }

    async fn open_draft(&self) -> Option<execora_kernel::DraftId> {
        let drafts =
            self.queries
                .invoices
                .drafts(self.caller.tenant, Some(DraftStatus::Open), PageRequest::first(1));
        drafts.await.expect("drafts").items.first().map(|draft| draft.id)
    }

    async fn issue_draft(&mut self) -> bool {
        let Some(draft) = self.open_draft().await else {
            return self.draft().await;
        };
        let expected = Expected::Any;
        self.done(&IssueDraft { draft, expected }).await.is_some()
    }

    async fn discard_draft(&mut self) -> bool {
        let Some(draft) = self.open_draft().await else {
            return self.draft().await;
        };
        let expected = Expected::Any;
        self.done(&DiscardDraft { draft, expected }).await.is_some()
    }

    async fn cancel(&mut self) -> bool {
        let filter = execora_invoice::InvoiceFilter::default();
        let page = self
            .queries
            .invoices
            .invoices(self.caller.tenant, &filter, PageRequest::first(20));
        let bills = page.await.expect("bills").items;
        let Some(invoice) = self.pick(bills.iter().map(|bill| bill.id).collect()) else {
            return self.bill().await;
        };
        let reason = label("wrong goods");
        self.done(&CancelInvoice { invoice, reason }).await.is_some()
    }

    async fn pay(&mut self) -> bool {
        let modes = PaymentMode::ALL.to_vec();
        let verb = RecordPayment {
            customer: self.customer(),
            amount: Money::from_paise(self.roll(60_000) + 1),
            mode: self.pick(modes).expect("a mode"),
            allocations: Vec::new(),
            received_at: None,
            reference: None,
        };
        self.done(&verb).await.is_some()
    }

    async fn lend(&mut self) -> bool {
        let verb = GiveCredit {
            customer: self.customer(),
            amount: Money::from_paise(self.roll(30_000) + 1),
            note: None,
        };
        self.done(&verb).await.is_some()
    }

    async fn reverse(&mut self) -> bool {
        let filter = EntryFilter::default();
        let page = self
            .queries
            .ledger
            .entries(self.caller.tenant, &filter, PageRequest::first(20));
        let entries = page.await.expect("entries").items;
        let Some(entry) = self.pick(entries.iter().map(|entry| entry.id).collect()) else {
            return false;
        };
        self.done(&ReverseEntry { entry, reason: None }).await.is_some()
    }

    /// Does it under a request key of its own. A store that fails ends the story.
    async fn done<V: Verb>(&mut self, verb: &V) -> Option<V::Output> {
        self.deeds += 1;
        let key = RequestKey {
            route: "story".to_owned(),
            key: format!("deed-{}", self.deeds),
            fingerprint: self.deeds.to_string(),
        };
        match self.cases.perform(&self.caller, verb, Some(&key)).await {
            Ok(done) => Some(done.value),
            Err(Refusal::Store(error)) => panic!("deed {}: {error}", self.deeds),
            Err(_) => None,
        }
    }

    fn items(&mut self) -> Vec<ItemWanted> {
        let count = self.roll(3) + 1;
        (0..count)
            .map(|_| ItemWanted {
                product: ProductWanted::Id(self.product()),
                quantity: Quantity::from_whole(self.roll(4) + 1).expect("a countable number"),
                unit: None,
                price: None,
                discount: Discount::None,
            })
            .collect()
    }

    fn customer(&mut self) -> CustomerId {
        self.pick(self.customers.clone()).expect("a customer")
    }

    fn product(&mut self) -> ProductId {
        self.pick(self.products.clone()).expect("a product")
    }

    fn pick<T>(&mut self, mut from: Vec<T>) -> Option<T> {
        let sides = i64::try_from(from.len()).ok().filter(|n| *n > 0)?;
        let at = usize::try_from(self.roll(sides)).ok()?;
        Some(from.swap_remove(at))
    }

    /// A number from 0 to `sides` − 1: xorshift, so that a seed tells the same story everywhere.
    fn roll(&mut self, sides: i64) -> i64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        i64::try_from(self.dice >> 2).map_or(0, |n| n % sides)
    }
}
