//! Bills: drafts that change freely, invoices that never do, their numbers, their GST and their rounding.
//!
//! ```
//! use execora_invoice::{BillRules, Discount, Line, compute};
//! use execora_kernel::{Money, Quantity};
//! // ₹100.00 with tax at 18 %: whatever the base, the customer pays 100.00 and CGST equals SGST.
//! let line = Line::sample("tea", Quantity::ONE, Money::from_paise(10_000), true, 1_800);
//! let bill = compute(vec![line], Discount::None, BillRules { with_gst: true, interstate: false, round_to_rupee: true }).unwrap();
//! assert_eq!(bill.totals.total, Money::from_paise(10_000));
//! assert_eq!(bill.totals.cgst, bill.totals.sgst);
//! ```

pub mod compute;
pub mod discount;
pub mod draft;
pub mod error;
pub mod invoice;
pub mod line;
pub mod numbering;
pub mod ports;
pub mod supply;

pub use compute::{Bill, BillRules, Totals, compute};
pub use discount::Discount;
pub use draft::{Draft, DraftStatus, Missing};
pub use error::BillRefused;
pub use invoice::{Buyer, Invoice, InvoiceStatus, Issue};
pub use line::{Amounts, Line};
pub use numbering::{InvoiceNumber, Series, SeriesRefused};
pub use ports::{
    DraftRepository, InvoiceFilter, InvoiceQueries, InvoiceRepository, NumberTaken, OpenInvoiceRow,
    SeriesRepository,
};
pub use supply::{PlaceOfSupply, SupplyReason, place_of_supply};
