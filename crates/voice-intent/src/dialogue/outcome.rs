//! How an action ended: what came of it, or why it was refused.

use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, EntryId, Money, MovementId, PaymentId, Quantity, Unit};

use super::action::Particular;
use super::fact::{
    CustomerFact, DraftFact, InvoiceFact, ProductFact, ReminderFact, StatementFact, SummaryFact,
};
use super::message::{MessageFact, RecordingState};
use crate::understanding::PaymentMode;

/// What came of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A draft was made or changed.
    DraftSaved(DraftFact),
    /// A draft was discarded.
    DraftDiscarded(DraftFact),
    /// Several drafts were discarded.
    DraftsDiscarded(Vec<DraftFact>),
    /// A bill was issued.
    Issued {
        /// The bill.
        invoice: InvoiceFact,
        /// What the customer owes now.
        balance: Money,
        /// It is on its way to the customer as well.
        sent: bool,
    },
    /// A bill was cancelled.
    InvoiceCancelled {
        /// The bill.
        invoice: InvoiceFact,
        /// What the customer owes now.
        balance: Money,
    },
    /// Money came in.
    Paid {
        /// The payment.
        payment: PaymentId,
        /// Its entry in the journal.
        entry: EntryId,
        /// From whom.
        customer: CustomerId,
        /// How much.
        amount: Money,
        /// How it came.
        mode: PaymentMode,
        /// What the customer owes now.
        balance: Money,
    },
    /// The customer owes more.
    Credited {
        /// The entry in the journal.
        entry: EntryId,
        /// Who.
        customer: CustomerId,
        /// How much.
        amount: Money,
        /// What the customer owes now.
        balance: Money,
    },
    /// A customer was made.
    CustomerMade {
        /// The customer.
        customer: CustomerFact,
        /// The entry of what was owed from the start.
        opening: Option<EntryId>,
    },
    /// A customer's particulars were changed.
    CustomerChanged {
        /// The customer as it is now.
        customer: CustomerFact,
        /// The changed particulars as they were.
        were: Vec<Particular>,
    },
    /// A customer's particulars.
    Customer(CustomerFact),
    /// A reminder was made.
    Reminded(ReminderFact),
    /// Reminders were cancelled.
    RemindersCancelled(Vec<ReminderFact>),
    /// A reminder comes at another time.
    ReminderPutOff {
        /// The reminder with its new time.
        reminder: ReminderFact,
        /// When it would have come.
        was: DateTime<Utc>,
    },
    /// The code for erasing a customer is on its way.
    CodeSent {
        /// Whose.
        customer: CustomerId,
    },
    /// What was known of the person is gone.
    Erased {
        /// Who it was.
        customer: CustomerId,
    },
    /// What a customer owes.
    Balance(CustomerFact),
    /// Bills.
    Invoices(Vec<InvoiceFact>),
    /// Open drafts.
    Drafts(Vec<DraftFact>),
    /// A product and what is left of it.
    Stock(ProductFact),
    /// Goods came in.
    StockAdded {
        /// The movement.
        movement: MovementId,
        /// The product, with what is there now.
        product: ProductFact,
        /// How much came in.
        quantity: Quantity,
        /// Counted in.
        unit: Unit,
    },
    /// A price was set.
    PriceSet {
        /// The product, with its new price.
        product: ProductFact,
        /// What it was before.
        old_price: Option<Money>,
    },
    /// What every customer owes, the most first.
    Balances {
        /// The first of them.
        first: Vec<CustomerFact>,
        /// How many there are.
        customers: usize,
        /// What they owe together.
        total: Money,
    },
    /// What all customers owe together.
    TotalPending {
        /// How much.
        total: Money,
        /// How many owe something.
        customers: usize,
    },
    /// What was sold, collected and lent.
    Summary(SummaryFact),
    /// A customer's account.
    Statement(StatementFact),
    /// Something is on its way.
    Sent(MessageFact),
    /// The sound of this conversation is kept, or no longer.
    Recording(RecordingState),
    /// Reminders still to come.
    Reminders(Vec<ReminderFact>),
    /// Something was taken back.
    Undone {
        /// The entries in the journal that reverse it.
        entries: Vec<EntryId>,
        /// What the customer owes now, when it was about money.
        balance: Option<Money>,
    },
}

/// Why an action or look-up was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The speaker may not do this.
    Forbidden,
    /// It is not there, or not there any more.
    NotFound,
    /// It was changed by somebody else after it was shown.
    Stale,
    /// There is less than the bill takes.
    OutOfStock {
        /// Of what.
        product: String,
        /// What is left.
        left: Quantity,
        /// Counted in.
        unit: Unit,
    },
    /// Something has no price.
    NotPriced {
        /// What.
        product: String,
    },
    /// A product cannot be counted in that unit.
    WrongUnit {
        /// What.
        product: String,
        /// What it is counted in.
        unit: Unit,
    },
    /// An amount or quantity beyond its bounds.
    OutOfRange,
    /// The customer would owe more than is allowed.
    CreditLimit {
        /// How much is allowed.
        limit: Money,
    },
    /// The phone belongs to another customer.
    PhoneTaken {
        /// Whose it is.
        name: String,
    },
    /// Tax was asked for in a shop without a tax number.
    NoGstin,
    /// The code that was said is not the one that was sent; it may be said again, so often when that is known.
    CodeWrong {
        /// How many tries are left.
        tries_left: Option<u32>,
    },
    /// The code that was sent is too old.
    CodeExpired,
    /// A wrong code was said too often; the code that was sent is good for nothing any more.
    CodeTriesOver,
    /// A code was sent a moment ago; another may be sent later.
    CodeTooSoon {
        /// In so many seconds.
        seconds: u32,
    },
    /// So many codes were sent that no other is for the time being.
    CodeTooOften,
    /// A phone, e-mail, tax number or time that cannot be one.
    Unreadable,
    /// It was done already, or is past that.
    Already,
    /// The time for a reminder is over.
    PastTime,
    /// The books of that day are closed.
    PeriodClosed,
    /// The shop cannot do this yet.
    NotPossible,
    /// The books cannot be reached now; trying again may help.
    Unavailable,
}
