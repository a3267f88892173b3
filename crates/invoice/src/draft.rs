//! A bill before it is issued: it has no number and may change or vanish.

use crate::{Bill, BillRefused, BillRules, Discount, Line, Totals, compute};
use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{CustomerId, DraftId, InvoiceId, Label, SessionId, TenantId};
use serde::{Deserialize, Serialize};

/// Where a draft stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DraftStatus {
    Open,
    Confirmed,
    Discarded,
}

/// What a draft still needs before it can be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Missing {
    Customer,
    Items,
    Price,
}

/// A draft with its lines computed as they would be billed now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Draft {
    pub id: DraftId,
    pub tenant: TenantId,
    pub customer: Option<CustomerId>,
    pub lines: Vec<Line>,
    pub with_gst: bool,
    pub interstate: bool,
    pub discount: Discount,
    pub notes: Option<Label>,
    /// The date to put on the bill; the day of issue when there is none.
    pub date: Option<NaiveDate>,
    pub totals: Totals,
    pub status: DraftStatus,
    pub session: Option<SessionId>,
    pub invoice: Option<InvoiceId>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl Draft {
    /// What is missing, in the order in which one asks for it.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        if self.customer.is_none() {
            missing.push(Missing::Customer);
        }
        if self.lines.is_empty() {
            missing.push(Missing::Items);
        }
        if self.lines.iter().any(|l| l.price.is_none()) {
            missing.push(Missing::Price);
        }
        missing
    }

    /// Computes the bill again from lines, discount and rules.
    ///
    /// # Errors
    /// As [`compute()`].
    pub fn price(&mut self, round_to_rupee: bool) -> Result<(), BillRefused> {
        let rules = BillRules {
            with_gst: self.with_gst,
            interstate: self.interstate,
            round_to_rupee,
        };
        let Bill { lines, totals } = compute(std::mem::take(&mut self.lines), self.discount, rules)?;
        self.lines = lines;
        self.totals = totals;
        Ok(())
    }

    /// Checks that the draft may still change.
    ///
    /// # Errors
    /// When it was issued or discarded.
    pub fn must_be_open(&self) -> Result<(), BillRefused> {
        match self.status {
            DraftStatus::Open => Ok(()),
            DraftStatus::Confirmed => Err(BillRefused::AlreadyIssued),
            DraftStatus::Discarded => Err(BillRefused::AlreadyCancelled),
        }
    }

    /// Puts the draft away.
    ///
    /// # Errors
    /// When it was issued or discarded before.
    pub fn discard(&mut self, at: DateTime<Utc>) -> Result<(), BillRefused> {
        self.must_be_open()?;
        self.status = DraftStatus::Discarded;
        self.touch(at);
        Ok(())
    }

    /// Takes a discarded draft out again.
    ///
    /// # Errors
    /// When it was issued.
    pub fn restore(&mut self, at: DateTime<Utc>) -> Result<(), BillRefused> {
        if self.status == DraftStatus::Confirmed {
            return Err(BillRefused::AlreadyIssued);
        }
        self.status = DraftStatus::Open;
        self.touch(at);
        Ok(())
    }

    /// Marks the draft as issued.
    ///
    /// # Errors
    /// When it was issued or discarded before.
    pub fn confirm(&mut self, invoice: InvoiceId, at: DateTime<Utc>) -> Result<(), BillRefused> {
        self.must_be_open()?;
        self.status = DraftStatus::Confirmed;
        self.invoice = Some(invoice);
        self.touch(at);
        Ok(())
    }

    /// Moves the version: call after every change.
    pub fn touch(&mut self, at: DateTime<Utc>) {
        self.updated_at = at;
        self.version += 1;
    }
}
