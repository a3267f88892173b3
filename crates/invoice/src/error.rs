//! What a bill refuses.

/// Why a bill was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BillRefused {
    /// A bill has at least one line.
    #[error("no lines")]
    NoLines,
    /// A bill has at most [`crate::line::LINES_MAX`] lines.
    #[error("too many lines")]
    TooManyLines,
    /// A quantity outside 0.001–99,999.999.
    #[error("quantity of line {line} out of range")]
    Quantity {
        /// The line, from 0.
        line: usize,
    },
    /// A price below nothing or above ₹10,00,00,000.
    #[error("price of line {line} out of range")]
    Price {
        /// The line, from 0.
        line: usize,
    },
    /// A discount below nothing, above 100 %, or above what it is taken from.
    #[error("discount out of range")]
    Discount {
        /// The line, from 0; `None` for the discount on the whole bill.
        line: Option<usize>,
    },
    /// A line without a price cannot be issued.
    #[error("line {line} has no price")]
    NoPrice {
        /// The line, from 0.
        line: usize,
    },
    /// A bill needs a customer to be issued.
    #[error("no customer")]
    NoCustomer,
    /// The total is above ₹10,00,00,000 or does not fit.
    #[error("total out of range")]
    Total,
    /// GST was asked for in a shop that has no GSTIN.
    #[error("the shop has no gst number")]
    NoGstin,
    /// The draft or invoice was issued before.
    #[error("already issued")]
    AlreadyIssued,
    /// The draft was discarded, or the invoice cancelled, before.
    #[error("already cancelled")]
    AlreadyCancelled,
}
