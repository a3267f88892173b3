//! A shop in a fresh store, and short ways to put things into it.

use super::Harness;
use crate::{
    builders::{a_customer, a_movement, a_product, a_shop, an_owner, label},
    clock::{CountingIds, START},
};
use chrono::TimeDelta;
use execora_customer::Customer;
use execora_inventory::Product;
use execora_invoice::{
    Bill, BillRules, Buyer, Discount, Draft, DraftStatus, Invoice, InvoiceNumber, Issue, Line, PlaceOfSupply,
    Series, SupplyReason, compute,
};
use execora_kernel::{
    DraftId, EntryId, IdSource, InvoiceId, Money, Page, PageRequest, PaymentId, Quantity, ReminderId,
    SessionId, ShopZone, StoreError, TenantId, zone::FinancialYear,
};
use execora_ledger::{Allocation, Entry, InvoiceAmounts, Payment, PaymentMode, PaymentStatus, Stamp};
use execora_reminder::{Channel, NewReminder, Reminder, Schedule};
use execora_usecases::{
    ports::{Books, Queries, UnitOfWork},
    session::Session,
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
    /// Opens a shop in a fresh store.
    pub async fn open(harness: &dyn Harness) -> Self {
        let (books, queries) = harness.fresh().await;
        Self::in_store(books, queries, CountingIds::new()).await
    }

    /// Opens another shop in the same store.
    pub async fn another_shop(&self) -> Self {
        Self::in_store(self.books.clone(), self.queries.clone(), self.ids.clone()).await
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

    /// Lines and totals of one thing sold at this price, tax included.
    #[must_use]
    pub fn bill(&self, paise: i64) -> Bill {
        let line = Line::sample("tea", Quantity::ONE, Money::from_paise(paise), true, 500);
        let rules = BillRules {
            with_gst: true,
            interstate: false,
            round_to_rupee: true,
        };
        compute(vec![line], Discount::None, rules).expect("a small bill")
    }

    /// An open draft, stored.
    pub async fn draft(&self, customer: &Customer) -> Draft {
        let Bill { lines, totals } = self.bill(10_000);
        let draft = Draft {
            id: DraftId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: Some(customer.id),
            lines,
            with_gst: true,
            interstate: false,
            discount: Discount::Percent(Quantity::ZERO),
            notes: Some(label("for Diwali")),
            date: Some(ShopZone::INDIA.date(START)),
            totals,
            status: DraftStatus::Open,
            session: None,
            invoice: None,
            created_at: START,
            updated_at: START,
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.drafts().insert(&draft).await.expect("a new draft");
        unit.commit().await.expect("a commit");
        draft
    }

    /// The `n`-th invoice, made but not stored, dated `n` days after the start.
    #[must_use]
    pub fn unstored_invoice(&self, customer: &Customer, n: u32, paise: i64) -> Invoice {
        let Bill { lines, totals } = self.bill(paise);
        let year = FinancialYear::starting(2026);
        let at = START + TimeDelta::days(i64::from(n));
        let issue = Issue {
            id: InvoiceId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: customer.id,
            draft: None,
            number: InvoiceNumber::new(&Series::default(), year, n).expect("a short number"),
            series: Series::default(),
            financial_year: year,
            date: ShopZone::INDIA.date(at),
            supply: PlaceOfSupply {
                state: self.shop.state,
                reason: SupplyReason::ShopState,
                interstate: false,
            },
            buyer: Buyer {
                name: customer.name.clone(),
                address: Some("1 Market Road".to_owned()),
                gstin: None,
            },
            entry: EntryId::new(self.ids.next()),
            with_gst: true,
            discount: Discount::None,
            notes: None,
            at,
        };
        Invoice::issue(issue, lines, totals).expect("a priced bill")
    }

    /// The `n`-th invoice with its entry, stored.
    pub async fn invoice(&self, customer: &Customer, n: u32, paise: i64) -> Invoice {
        let invoice = self.unstored_invoice(customer, n, paise);
        let totals = invoice.totals;
        let amounts = InvoiceAmounts {
            taxable: totals.taxable,
            cgst: totals.cgst,
            sgst: totals.sgst,
            igst: totals.igst,
            cess: totals.cess,
            round_off: totals.round_off,
            total: totals.total,
        };
        let stamp = Stamp {
            id: invoice.entry,
            on: invoice.date,
            ..self.stamp()
        };
        let entry = Entry::invoice(stamp, customer.id, amounts).expect("parts that add up");
        let mut unit = self.unit().await;
        unit.ledger().append(&entry).await.expect("a new entry");
        unit.invoices().insert(&invoice).await.expect("a new invoice");
        unit.commit().await.expect("a commit");
        invoice
    }

    /// A payment that settles what `allocations` say, with its entry, stored.
    pub async fn payment(&self, customer: &Customer, paise: i64, allocations: Vec<Allocation>) -> Payment {
        let amount = Money::from_paise(paise);
        let entry = Entry::payment(self.stamp(), customer.id, amount, PaymentMode::Upi);
        let entry = entry.expect("a bookable amount");
        let payment = Payment {
            id: PaymentId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: customer.id,
            amount,
            mode: PaymentMode::Upi,
            allocations,
            received_at: START,
            reference: Some(label("UTR 1")),
            entry: entry.id,
            status: PaymentStatus::Recorded,
            created_at: START,
            updated_at: START,
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.ledger().append(&entry).await.expect("a new entry");
        unit.payments().insert(&payment).await.expect("a new payment");
        unit.commit().await.expect("a commit");
        payment
    }

    /// A reminder so many hours after the start, stored.
    pub async fn reminder(&self, customer: Option<&Customer>, hours: i64) -> Reminder {
        let new = NewReminder {
            customer: customer.map(|customer| customer.id),
            amount: Some(Money::from_paise(5_000)),
            schedule: Schedule::At(START + TimeDelta::hours(hours)),
            channel: Channel::Whatsapp,
            message: Some(label("please pay")),
            stop_when_paid: true,
        };
        let id = ReminderId::new(self.ids.next());
        let reminder = Reminder::create(new, id, self.tenant(), ShopZone::INDIA, START);
        let reminder = reminder.expect("a time to come");
        let mut unit = self.unit().await;
        unit.reminders().insert(&reminder).await.expect("a new reminder");
        unit.commit().await.expect("a commit");
        reminder
    }

    /// A session of the owner, updated so many minutes after the start, stored.
    pub async fn session(&self, minutes: i64) -> Session {
        let session = Session {
            id: SessionId::new(self.ids.next()),
            tenant: self.tenant(),
            user: self.owner.id,
            language: "hi-Latn".to_owned(),
            state: r#"{"draft":null}"#.to_owned(),
            started_at: START,
            ended_at: None,
            updated_at: START + TimeDelta::minutes(minutes),
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.sessions().insert(&session).await.expect("a new session");
        unit.commit().await.expect("a commit");
        session
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
