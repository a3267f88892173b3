//! What is stored, as plainly as the laws need it: a row that no aggregate would take is still a fact.
//!
//! What cannot be read at all (a date that is none, lines that are no lines) is `None`, so that the law about it can say so.

use chrono::{DateTime, NaiveDate, Utc};
use execora_invoice::{Discount, Line, Totals};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, Money, MovementId, PaymentId, ProductId, Quantity, ReminderId,
    ShopZone, TenantId,
};

/// A customer and the balance that is kept beside the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomerFacts {
    pub id: CustomerId,
    pub balance: Money,
}

/// A product and the stock that is kept beside the movements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductFacts {
    pub id: ProductId,
    pub stock: Quantity,
}

/// A movement of stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MovementFacts {
    pub id: MovementId,
    pub product: ProductId,
    pub quantity: Quantity,
}

/// What the movements of one bill come to for one product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BillMovement {
    pub invoice: InvoiceId,
    pub product: ProductId,
    pub quantity: Quantity,
}

/// One side of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PostingFacts {
    pub account: String,
    pub customer: Option<CustomerId>,
    pub amount: Money,
}

/// A journal entry with its postings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntryFacts {
    pub id: EntryId,
    pub kind: String,
    pub effective_on: Option<NaiveDate>,
    pub recorded_at: Option<DateTime<Utc>>,
    pub customer: Option<CustomerId>,
    pub document: Option<String>,
    pub postings: Vec<PostingFacts>,
    pub reverses: Option<EntryId>,
    pub reversed_by: Option<EntryId>,
}

impl EntryFacts {
    /// How much more the customer owes by this entry.
    #[must_use]
    pub fn owed_by(&self, customer: CustomerId) -> i128 {
        let theirs = self.postings.iter().filter(|p| p.customer == Some(customer));
        theirs.map(|p| i128::from(p.amount.paise())).sum()
    }
}

/// An issued bill.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoiceFacts {
    pub id: InvoiceId,
    pub customer: Option<CustomerId>,
    pub draft: Option<DraftId>,
    pub number: String,
    pub series: String,
    pub year: i64,
    pub cancelled: bool,
    pub date: Option<NaiveDate>,
    pub with_gst: bool,
    pub interstate: bool,
    pub discount: Option<Discount>,
    pub lines: Option<Vec<Line>>,
    pub totals: Totals,
    pub paid: Money,
    pub credited: Money,
    pub entry: EntryId,
    pub issued_at: Option<DateTime<Utc>>,
}

/// A bill as others refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoiceStub {
    pub id: InvoiceId,
    pub customer: Option<CustomerId>,
    pub draft: Option<DraftId>,
    pub cancelled: bool,
    pub entry: EntryId,
}

/// A payment as others refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentStub {
    pub id: PaymentId,
    pub entry: EntryId,
}

/// Part of a payment that settles a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AllocationFacts {
    pub payment: PaymentId,
    pub invoice: InvoiceId,
    pub amount: Money,
}

/// Money received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PaymentFacts {
    pub id: PaymentId,
    pub customer: CustomerId,
    pub amount: Money,
    pub mode: String,
    pub reversed: bool,
    pub received_at: Option<DateTime<Utc>>,
    pub created_at: Option<DateTime<Utc>>,
    pub entry: EntryId,
    pub allocations: Vec<AllocationFacts>,
}

/// A bill before it is issued.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftFacts {
    pub id: DraftId,
    pub confirmed: bool,
    pub invoice: Option<InvoiceId>,
    pub with_gst: bool,
    pub interstate: bool,
    pub discount: Option<Discount>,
    pub lines: Option<Vec<Line>>,
    pub totals: Option<Totals>,
}

/// The number that a series began with in a year, and the last that it has given out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SeriesFacts {
    pub series: String,
    pub year: i64,
    pub first: i64,
    pub last: i64,
}

/// What names an answered request within its shop: credential, route and key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AnswerKey {
    pub credential: String,
    pub route: String,
    pub key: String,
}

/// An answered request.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AnswerFacts {
    pub name: AnswerKey,
    /// The text that would go out again.
    pub answer: Option<String>,
}

/// Parts whose whole is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strays {
    /// Entries that postings name and that do not exist.
    pub entries: Vec<EntryId>,
    /// Bills that lines name and that do not exist.
    pub invoices: Vec<InvoiceId>,
    /// Payments that allocations name and that do not exist.
    pub payments: Vec<PaymentId>,
}

/// A shop, as far as its books depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ShopFacts {
    pub tenant: TenantId,
    pub zone: ShopZone,
    /// Its settings, the time zone perhaps among them, are not those that it began with.
    pub settings_changed: bool,
}

/// Something that an answer may speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Thing {
    Customer(CustomerId),
    Product(ProductId),
    Movement(MovementId),
    Invoice(InvoiceId),
    Draft(DraftId),
    Entry(EntryId),
    Payment(PaymentId),
    Reminder(ReminderId),
}

impl Thing {
    /// The thing that a prefixed id names; `None` for other text and for ids of things that may go (sessions, turns).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (prefix, _) = text.split_once('_')?;
        match prefix {
            CustomerId::PREFIX => text.parse().ok().map(Self::Customer),
            ProductId::PREFIX => text.parse().ok().map(Self::Product),
            MovementId::PREFIX => text.parse().ok().map(Self::Movement),
            InvoiceId::PREFIX => text.parse().ok().map(Self::Invoice),
            DraftId::PREFIX => text.parse().ok().map(Self::Draft),
            EntryId::PREFIX => text.parse().ok().map(Self::Entry),
            PaymentId::PREFIX => text.parse().ok().map(Self::Payment),
            ReminderId::PREFIX => text.parse().ok().map(Self::Reminder),
            _ => None,
        }
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Customer(id) => id.fmt(f),
            Self::Product(id) => id.fmt(f),
            Self::Movement(id) => id.fmt(f),
            Self::Invoice(id) => id.fmt(f),
            Self::Draft(id) => id.fmt(f),
            Self::Entry(id) => id.fmt(f),
            Self::Payment(id) => id.fmt(f),
            Self::Reminder(id) => id.fmt(f),
        }
    }
}
