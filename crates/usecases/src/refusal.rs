//! Every way in which a use case ends without doing what was asked.

use execora_customer::CustomerError;
use execora_invoice::BillRefused;
use execora_kernel::{CustomerId, ProductId, Quantity, StoreError, Unit, caller::Forbidden};
use execora_ledger::LedgerRefused;
use execora_reminder::ReminderRefused;

/// What is wrong with one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FieldCode {
    Required,
    OutOfRange,
    TooLong,
    InvalidFormat,
    TooManyDecimals,
}

/// A field that was refused, by its RFC 6901 pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldRefusal {
    pub pointer: String,
    pub code: FieldCode,
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
    /// Fields that break a rule.
    #[error("fields were refused")]
    Invalid(Vec<FieldRefusal>),
    /// The customer named in the request is not one of this shop, or not in use.
    #[error("unknown customer")]
    UnknownCustomer,
    /// A product named in the request is not one of this shop.
    #[error("unknown product in line {line}")]
    UnknownProduct {
        /// The line, from 0.
        line: usize,
    },
    /// A product name fits several products.
    #[error("ambiguous product in line {line}")]
    AmbiguousProduct {
        /// The line, from 0.
        line: usize,
    },
    /// A product has no price and none was given.
    #[error("no price in line {line}")]
    ProductNotPriced {
        /// The line, from 0.
        line: usize,
    },
    /// A customer has this phone already.
    #[error("there is a customer with this phone")]
    DuplicateCustomer(CustomerId),
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
    CreditLimitExceeded,
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

    /// One refused field.
    #[must_use]
    pub fn field(pointer: impl Into<String>, code: FieldCode) -> Self {
        Self::Invalid(vec![FieldRefusal {
            pointer: pointer.into(),
            code,
        }])
    }
}

impl From<BillRefused> for Refusal {
    fn from(refused: BillRefused) -> Self {
        let range = |pointer: String| Self::field(pointer, FieldCode::OutOfRange);
        match refused {
            BillRefused::NoLines => Self::field("/items", FieldCode::Required),
            BillRefused::TooManyLines => Self::field("/items", FieldCode::TooLong),
            BillRefused::Quantity { line } => range(format!("/items/{line}/quantity")),
            BillRefused::Price { line } => range(format!("/items/{line}/price_paise")),
            BillRefused::Discount { line: Some(line) } => range(format!("/items/{line}/discount_paise")),
            BillRefused::Discount { line: None } => range("/discount_paise".to_owned()),
            BillRefused::NoPrice { line } => Self::ProductNotPriced { line },
            BillRefused::NoCustomer => Self::field("/customer_id", FieldCode::Required),
            BillRefused::Total => range("/items".to_owned()),
            BillRefused::NoGstin => Self::NoGstin,
            BillRefused::AlreadyIssued => Self::AlreadyIssued,
            BillRefused::AlreadyCancelled => Self::AlreadyCancelled,
        }
    }
}

impl From<LedgerRefused> for Refusal {
    fn from(refused: LedgerRefused) -> Self {
        match refused {
            LedgerRefused::AmountOutOfRange => Self::field("/amount_paise", FieldCode::OutOfRange),
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
            CustomerError::CreditLimitOutOfRange => Self::field("/credit_limit_paise", FieldCode::OutOfRange),
            CustomerError::TooManyAliases => Self::field("/aliases", FieldCode::TooLong),
            _ => Self::UnknownCustomer,
        }
    }
}

impl From<ReminderRefused> for Refusal {
    fn from(refused: ReminderRefused) -> Self {
        match refused {
            ReminderRefused::InThePast => Self::field("/send_at", FieldCode::OutOfRange),
            ReminderRefused::BadRecurrence => Self::field("/recurrence", FieldCode::InvalidFormat),
            ReminderRefused::TooOften => Self::field("/recurrence", FieldCode::OutOfRange),
            ReminderRefused::AlreadyOver => Self::AlreadyCancelled,
        }
    }
}
