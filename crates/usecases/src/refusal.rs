//! Every way in which a use case ends without doing what was asked, in words and values of the shop; how a request spells
//! them is said where requests are read.

use execora_customer::CustomerError;
use execora_invoice::BillRefused;
use execora_kernel::{CustomerId, Money, ProductId, Quantity, StoreError, Unit, caller::Forbidden};
use execora_ledger::LedgerRefused;
use execora_reminder::ReminderRefused;

/// What is wrong with one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FieldCode {
    Required,
    OutOfRange,
    TooLong,
    InvalidFormat,
    TooManyDecimals,
}

/// Which value of a command was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Subject {
    Aliases,
    Amount,
    BooksFrom,
    ConfirmAbove,
    Cost,
    CreditLimit,
    Customer,
    /// The day of a bill.
    Date,
    /// The discount on a whole bill.
    Discount,
    Email,
    Gstin,
    Items,
    Name,
    NextNumber,
    OpeningBalance,
    OpeningStock,
    Period,
    Phone,
    Price,
    Quantity,
    /// The GST rate at this place of the list, from 0.
    Rate(usize),
    Rates,
    Reason,
    ReceivedAt,
    Recurrence,
    SendAt,
    Series,
    State,
    Unit,
}

/// A product and what it is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct KeptIn {
    pub product: String,
    pub unit: Unit,
}

/// Why one line of a bill was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineRefusal {
    /// The shop has no such product.
    UnknownProduct,
    /// The name fits several products.
    AmbiguousProduct,
    /// The product has no price and none was given.
    NotPriced,
    /// A quantity outside 0.001–99,999.999.
    Quantity,
    /// A price below nothing or above ₹10,00,00,000.
    Price,
    /// A discount below nothing, above 100 %, or above what the line comes to.
    Discount,
    /// Counted in something that the product is not kept in.
    WrongUnit(KeptIn),
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The caller lacks a right.
    #[error("the caller lacks a right")]
    Forbidden(#[from] Forbidden),
    /// No such thing in this shop.
    #[error("not found")]
    NotFound,
    /// A value breaks a rule.
    #[error("{subject:?} was refused: {why:?}")]
    Value {
        /// Which value.
        subject: Subject,
        /// What is wrong with it.
        why: FieldCode,
    },
    /// A line of a bill breaks a rule.
    #[error("line {line} was refused: {why:?}")]
    Line {
        /// The line, from 0.
        line: usize,
        /// What is wrong with it.
        why: LineRefusal,
    },
    /// Counted, or priced, in something that the product is not kept in.
    #[error("the product is kept in another unit")]
    WrongUnit(KeptIn),
    /// A bill dated before the last number of its series, in a shop that does not allow it.
    #[error("there is a later bill in the series, of {latest}")]
    DatedBeforeSeries {
        /// The latest day of the series.
        latest: chrono::NaiveDate,
    },
    /// The customer named in the request is not one of this shop, or not in use.
    #[error("unknown customer")]
    UnknownCustomer,
    /// A customer has this phone already.
    #[error("there is a customer with this phone")]
    PhoneTaken {
        /// Who has it.
        customer: CustomerId,
    },
    /// Less is in stock than asked for.
    #[error("out of stock")]
    OutOfStock {
        /// Which product.
        product: ProductId,
        /// Its name.
        name: String,
        /// What is left.
        left: Quantity,
        /// In which unit.
        unit: Unit,
    },
    /// The customer would owe more than allowed.
    #[error("credit limit exceeded")]
    CreditLimitExceeded {
        /// What he may owe.
        limit: Money,
    },
    /// Issued before.
    #[error("already issued")]
    AlreadyIssued,
    /// Cancelled or discarded before.
    #[error("already cancelled")]
    AlreadyCancelled,
    /// Reversed before.
    #[error("already reversed")]
    AlreadyReversed,
    /// More was put on an invoice than is open.
    #[error("allocation exceeds what is open")]
    AllocationExceedsOpen,
    /// GST in a shop without GSTIN.
    #[error("the shop has no gst number")]
    NoGstin,
    /// `If-Match` names another version.
    #[error("changed since it was read")]
    VersionStale,
    /// The same key came with another body.
    #[error("the key was used for another request")]
    KeyReused,
    /// The same request is still running.
    #[error("the request is still running")]
    KeyInProgress,
    /// A code that is not one.
    #[error("wrong code")]
    CodeWrong,
    /// A code that is not the one that was sent; it may be tried again.
    #[error("wrong code, {left} tries left")]
    CodeMistaken {
        /// How many tries are left.
        left: u32,
    },
    /// A code that was right once.
    #[error("the code is too old")]
    CodeExpired,
    /// A wrong code was tried so often that the right one is not taken either.
    #[error("a wrong code was tried too often")]
    CodeTriesOver,
    /// A code was sent a moment ago.
    #[error("a code was sent a moment ago")]
    CodeTooSoon {
        /// Another may be sent in so many seconds.
        seconds: u32,
    },
    /// So many codes were sent that no other is for the time being.
    #[error("too many codes were sent")]
    CodeTooOften,
}

impl Refusal {
    /// Whether the unit of work in which it happened can only be dropped: the store failed, and did not merely refuse a row.
    #[must_use]
    pub fn ends_the_unit(&self) -> bool {
        matches!(
            self,
            Self::Store(
                StoreError::Unavailable
                    | StoreError::OutcomeUnknown
                    | StoreError::Busy
                    | StoreError::Corrupt { .. }
            ) | Self::KeyInProgress
        )
    }

    /// One refused value.
    #[must_use]
    pub const fn of(subject: Subject, why: FieldCode) -> Self {
        Self::Value { subject, why }
    }

    /// One value that is outside what is allowed.
    #[must_use]
    pub const fn out_of_range(subject: Subject) -> Self {
        Self::of(subject, FieldCode::OutOfRange)
    }

    /// One refused line.
    #[must_use]
    pub const fn line(line: usize, why: LineRefusal) -> Self {
        Self::Line { line, why }
    }
}

impl From<BillRefused> for Refusal {
    fn from(refused: BillRefused) -> Self {
        match refused {
            BillRefused::NoLines => Self::of(Subject::Items, FieldCode::Required),
            BillRefused::TooManyLines => Self::of(Subject::Items, FieldCode::TooLong),
            BillRefused::Quantity { line } => Self::line(line, LineRefusal::Quantity),
            BillRefused::Price { line } => Self::line(line, LineRefusal::Price),
            BillRefused::Discount { line: Some(line) } => Self::line(line, LineRefusal::Discount),
            BillRefused::Discount { line: None } => Self::out_of_range(Subject::Discount),
            BillRefused::NoPrice { line } => Self::line(line, LineRefusal::NotPriced),
            BillRefused::NoCustomer => Self::of(Subject::Customer, FieldCode::Required),
            BillRefused::Total => Self::out_of_range(Subject::Items),
            BillRefused::NoGstin => Self::NoGstin,
            BillRefused::AlreadyIssued => Self::AlreadyIssued,
            BillRefused::AlreadyCancelled => Self::AlreadyCancelled,
        }
    }
}

impl From<LedgerRefused> for Refusal {
    fn from(refused: LedgerRefused) -> Self {
        match refused {
            LedgerRefused::AmountOutOfRange => Self::out_of_range(Subject::Amount),
            LedgerRefused::AlreadyReversed => Self::AlreadyReversed,
            LedgerRefused::AllocationExceedsOpen => Self::AllocationExceedsOpen,
            // Entries are made from parts that add up; if they do not, what is stored does not.
            LedgerRefused::Unbalanced => Self::Store(StoreError::Corrupt { what: "bill" }),
        }
    }
}

impl From<CustomerError> for Refusal {
    fn from(refused: CustomerError) -> Self {
        match refused {
            CustomerError::CreditLimitOutOfRange => Self::out_of_range(Subject::CreditLimit),
            CustomerError::TooManyAliases => Self::of(Subject::Aliases, FieldCode::TooLong),
            CustomerError::Merged(_)
            | CustomerError::Erased
            | CustomerError::MergeIntoItself
            | CustomerError::NotMerged => Self::UnknownCustomer,
        }
    }
}

impl From<ReminderRefused> for Refusal {
    fn from(refused: ReminderRefused) -> Self {
        match refused {
            ReminderRefused::InThePast => Self::out_of_range(Subject::SendAt),
            ReminderRefused::BadRecurrence => Self::of(Subject::Recurrence, FieldCode::InvalidFormat),
            ReminderRefused::TooOften => Self::out_of_range(Subject::Recurrence),
            ReminderRefused::AlreadyOver => Self::AlreadyCancelled,
        }
    }
}
