//! Double entry: every money event is one journal entry whose postings sum to nothing.
//!
//! ```
//! use execora_ledger::{Account, Posting, balanced};
//! use execora_kernel::Money;
//! let rupee = Money::from_paise(100);
//! let postings = [Posting::new(Account::Cash, rupee), Posting::new(Account::Sales, rupee.negated().unwrap())];
//! assert!(balanced(&postings).is_ok());
//! ```

pub mod account;
pub mod allocation;
pub mod entry;
pub mod error;
pub mod payment;
pub mod ports;

pub use account::{Account, PaymentMode};
pub use allocation::{Allocation, OpenInvoice, allocate};
pub use entry::{Entry, EntryKind, InvoiceAmounts, Posting, Stamp, balanced};
pub use error::LedgerRefused;
pub use payment::{Payment, PaymentStatus};
pub use ports::{EntryFilter, KhataRow, LedgerQueries, LedgerRepository, PaymentRepository};
