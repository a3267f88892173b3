//! What a check finds: things that are not as the rest of the books says.

use execora_kernel::Quantity;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt;

/// How many differences are named; of more than these the report says how many were left out.
pub const DIFFERENCES_MAX: usize = 10_000;

/// Which law a thing breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// An entry whose postings do not sum to nothing, or that does not take back what it says.
    PostingSum,
    /// A balance that is not the sum of its entries, on one of the two axes of time.
    Balance,
    /// A stock that is not the sum of its movements, or a bill that moved something else than it sold.
    Stock,
    /// A number that is missing, out of its series, or taken beyond its counter.
    InvoiceNumber,
    /// A bill whose total or paid part is not what its lines, its entry and the payments say.
    Paid,
    /// A payment that settles what it cannot, or is not what its entry says.
    Advance,
    /// A draft that does not add up, or is confirmed without its bill.
    Draft,
    /// An answered request that cannot be told again.
    Answer,
    /// An event that is missing, or not of its shop's order.
    Event,
    /// A row of the audit trail that was changed, removed or put in.
    Audit,
}

impl DifferenceKind {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PostingSum => "posting_sum",
            Self::Balance => "balance",
            Self::Stock => "stock",
            Self::InvoiceNumber => "invoice_number",
            Self::Paid => "paid",
            Self::Advance => "advance",
            Self::Draft => "draft",
            Self::Answer => "answer",
            Self::Event => "event",
            Self::Audit => "audit",
        }
    }
}

/// What was expected or found: a plain number (paise), or words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// Paise, or another whole number.
    Number(i64),
    /// A decimal quantity, an id, or words.
    Text(String),
}

impl From<i128> for Fact {
    fn from(number: i128) -> Self {
        i64::try_from(number).map_or_else(|_| Self::Text(number.to_string()), Self::Number)
    }
}

impl From<i64> for Fact {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Quantity> for Fact {
    fn from(quantity: Quantity) -> Self {
        Self::Text(quantity.to_string())
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

/// One thing that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Difference {
    pub kind: DifferenceKind,
    /// The id of the thing; of a gap in the numbers the number, of an answered request its key.
    pub id: String,
    pub expected: Fact,
    pub found: Fact,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Checked {
    pub shops: u64,
    pub customers: u64,
    pub entries: u64,
    pub postings: u64,
    pub products: u64,
    pub movements: u64,
    pub invoices: u64,
    pub payments: u64,
    pub drafts: u64,
    pub answers: u64,
}

/// What a check of the whole book came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// Nothing differs.
    pub ok: bool,
    /// How much was looked at.
    pub checked: Checked,
    /// What differs, each thing once for each law that it breaks.
    pub differences: Vec<Difference>,
    /// How many more there are than could be named.
    #[serde(skip_serializing_if = "is_zero")]
    pub left_out: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_zero(n: &u64) -> bool {
    *n == 0
}

/// Differences as they are found. A thing is named once for each law, by what was noticed first.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) checked: Checked,
    differences: Vec<Difference>,
    named: BTreeSet<(DifferenceKind, String)>,
    left_out: u64,
}

impl Findings {
    pub(super) fn name(
        &mut self,
        kind: DifferenceKind,
        id: impl fmt::Display,
        expected: impl Into<Fact>,
        found: impl Into<Fact>,
    ) {
        let id = id.to_string();
        if self.differences.len() >= DIFFERENCES_MAX {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        if self.named.insert((kind, id.clone())) {
            let (expected, found) = (expected.into(), found.into());
            self.differences.push(Difference {
                kind,
                id,
                expected,
                found,
            });
        }
    }

    pub(super) fn into_report(self) -> CheckReport {
        CheckReport {
            ok: self.differences.is_empty(),
            checked: self.checked,
            differences: self.differences,
            left_out: self.left_out,
        }
    }
}

/// Adds a length to a count of what was looked at.
pub(super) fn count(sum: &mut u64, rows: usize) {
    *sum = sum.saturating_add(u64::try_from(rows).unwrap_or(u64::MAX));
}
