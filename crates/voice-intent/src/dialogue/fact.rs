//! What the dialogue is told about customers, products, bills and reminders: enough to decide and to word an answer.

use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{CustomerId, DraftId, InvoiceId, Money, ProductId, Quantity, ReminderId, Unit};
use serde::{Deserialize, Serialize};

use crate::understanding::{Discount, PaymentMode};

/// The most candidates that are offered in one choice; more than a speaker can keep in mind help nobody.
pub const CANDIDATES_MAX: usize = 5;

/// A customer as far as a conversation needs one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerFact {
    /// Who.
    pub id: CustomerId,
    /// The name as stored.
    pub name: String,
    /// What tells two people of one name apart.
    pub landmark: Option<String>,
    /// The last four digits of the phone.
    pub phone_last4: Option<String>,
    /// What the customer owes the shop.
    pub balance: Money,
    /// A message can reach the customer by phone or e-mail.
    pub reachable: bool,
    /// An e-mail address is known.
    #[serde(default)]
    pub has_email: bool,
}

/// What a search for a named customer found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomerFound {
    /// Exactly one fits, and fits well.
    Certain(CustomerFact),
    /// Several fit equally well; never guessed between.
    Ambiguous(Vec<CustomerFact>),
    /// Nobody of that name, but of names near it; the nearest first.
    Near(Vec<CustomerFact>),
    /// Nobody.
    Nobody,
}

/// A product as far as a conversation needs one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFact {
    /// Which.
    pub id: ProductId,
    /// The name as stored.
    pub name: String,
    /// In what it is sold.
    pub unit: Unit,
    /// Price of one unit; `None` cannot be billed without saying one.
    pub price: Option<Money>,
    /// What is on the shelf.
    pub stock: Quantity,
}

/// What a search for a named product found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProductFound {
    /// Exactly one fits.
    Certain(ProductFact),
    /// Several fit equally well.
    Ambiguous(Vec<ProductFact>),
    /// None fits.
    Unknown,
}

/// One line of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFact {
    /// The product; `None` until it is made with the bill.
    pub product: Option<ProductId>,
    /// The product's name.
    pub name: String,
    /// How much.
    pub quantity: Quantity,
    /// Counted in.
    pub unit: Unit,
    /// Price of one unit, when known.
    pub price: Option<Money>,
    /// That price was said for this bill; otherwise it is the product's.
    pub price_given: bool,
    /// Off this line, as it was agreed.
    pub discount: Option<Discount>,
    /// What the line comes to, when priced.
    pub total: Option<Money>,
    /// What is on the shelf, when that is less than the line takes.
    pub only_left: Option<Quantity>,
}

/// What a bill or a command still needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// For whom.
    Customer,
    /// What is billed.
    Items,
    /// What something costs.
    Price,
    /// How much money.
    Amount,
    /// At what time.
    When,
    /// What the new customer is called.
    Name,
    /// What is to be changed, and to what.
    Change,
    /// Which product.
    Product,
    /// How much of it.
    Quantity,
    /// In what it is counted.
    Unit,
    /// The code that was sent.
    Otp,
    /// To which number a message goes.
    Phone,
    /// To which e-mail address a message goes.
    Email,
}

/// An open bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFact {
    /// Which.
    pub id: DraftId,
    /// The state that a preview shows; a yes holds for this one alone.
    pub version: i64,
    /// For whom, when known.
    pub customer: Option<CustomerId>,
    /// The customer's name with what tells it from its namesakes, when known.
    pub customer_name: Option<String>,
    /// What is billed.
    pub lines: Vec<LineFact>,
    /// Off the whole bill, as it was agreed.
    pub discount: Option<Discount>,
    /// Taken off by all discounts together.
    pub taken_off: Money,
    /// Taxes in the total; nothing for a bill without GST.
    pub tax: Money,
    /// What rounding to whole rupees adds to the total, or takes off it.
    #[serde(default)]
    pub round_off: Money,
    /// What is to be paid.
    pub total: Money,
    /// Whether tax is on it.
    pub with_gst: bool,
    /// How the goods are to be, and whatever else was noted on it.
    #[serde(default)]
    pub notes: Option<String>,
    /// What it lacks before it can be issued.
    pub missing: Vec<Missing>,
}

/// An issued bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceFact {
    /// Which.
    pub id: InvoiceId,
    /// The number on it.
    pub number: String,
    /// For whom.
    pub customer: CustomerId,
    /// The customer's name.
    pub customer_name: String,
    /// What is to be paid.
    pub total: Money,
    /// What of it is not paid yet.
    pub open: Money,
    /// The shop's day on it.
    pub date: NaiveDate,
    /// Cancelled already.
    pub cancelled: bool,
}

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderFact {
    /// Which.
    pub id: ReminderId,
    /// Whom it is about; `None` for the shopkeeper alone.
    pub customer: Option<CustomerId>,
    /// The customer's name.
    pub customer_name: Option<String>,
    /// What is to be paid.
    pub amount: Option<Money>,
    /// What it says, when that was said.
    pub message: Option<String>,
    /// When it is sent next.
    pub next_at: Option<DateTime<Utc>>,
    /// How it comes again, as an RRULE value; `None` for once.
    pub recurrence: Option<String>,
    /// The customer cannot be reached, so it is kept for the shopkeeper.
    pub kept_for_shopkeeper: bool,
}

/// What was sold, collected and lent over days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryFact {
    /// First day, included.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What the bills come to.
    pub sales: Money,
    /// How many there are.
    pub invoices: usize,
    /// Money that came in, by how it came.
    pub collections: Vec<(PaymentMode, Money)>,
    /// What was lent without a bill.
    pub credit: Money,
}

/// A customer's account over days, in a few figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementFact {
    /// Whose.
    pub customer: CustomerId,
    /// First day, included.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What was owed before.
    pub opening: Money,
    /// What was billed and lent.
    pub went: Money,
    /// What was paid.
    pub came: Money,
    /// What is owed after.
    pub closing: Money,
    /// How many entries there are.
    pub entries: usize,
}
