//! Journal entries: balanced when made, never changed, only reversed.

use crate::{Account, LedgerRefused, PaymentMode};
use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{CustomerId, EntryId, Money, TenantId};
use serde::{Deserialize, Serialize};

/// What an entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum EntryKind {
    Invoice,
    Payment,
    Credit,
    Opening,
    CreditNote,
    Reversal,
}

impl EntryKind {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Payment => "payment",
            Self::Credit => "credit",
            Self::Opening => "opening",
            Self::CreditNote => "credit_note",
            Self::Reversal => "reversal",
        }
    }
}

/// One side of an entry: debit positive, credit negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Posting {
    pub account: Account,
    pub customer: Option<CustomerId>,
    pub amount: Money,
}

impl Posting {
    /// A posting on an account that belongs to no customer.
    #[must_use]
    pub const fn new(account: Account, amount: Money) -> Self {
        Self {
            account,
            customer: None,
            amount,
        }
    }

    /// A posting on what a customer owes.
    #[must_use]
    pub const fn owed_by(customer: CustomerId, amount: Money) -> Self {
        Self {
            account: Account::Receivable,
            customer: Some(customer),
            amount,
        }
    }
}

/// Checks that postings sum to nothing.
///
/// # Errors
/// [`LedgerRefused::Unbalanced`] when they do not, or do not fit.
pub fn balanced(postings: &[Posting]) -> Result<(), LedgerRefused> {
    match Money::sum(postings.iter().map(|p| p.amount)) {
        Some(Money::ZERO) => Ok(()),
        _ => Err(LedgerRefused::Unbalanced),
    }
}

/// A journal entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Entry {
    pub id: EntryId,
    pub tenant: TenantId,
    pub kind: EntryKind,
    /// The shop's local day that it counts for.
    pub effective_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    pub customer: Option<CustomerId>,
    /// The prefixed id of the invoice, payment or credit note that caused it.
    pub document: Option<String>,
    pub description: String,
    pub postings: Vec<Posting>,
    pub reverses: Option<EntryId>,
    pub reversed_by: Option<EntryId>,
}

/// When, whose and which: what every new entry needs besides its postings.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Stamp {
    pub id: EntryId,
    pub tenant: TenantId,
    pub on: NaiveDate,
    pub at: DateTime<Utc>,
}

/// The parts of an invoice that go to different accounts; `total` is what the customer owes for it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoiceAmounts {
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
    pub cess: Money,
    pub round_off: Money,
    pub total: Money,
}

impl Entry {
    fn try_new(
        stamp: Stamp,
        kind: EntryKind,
        customer: Option<CustomerId>,
        postings: Vec<Posting>,
    ) -> Result<Self, LedgerRefused> {
        balanced(&postings)?;
        Ok(Self {
            id: stamp.id,
            tenant: stamp.tenant,
            kind,
            effective_on: stamp.on,
            recorded_at: stamp.at,
            customer,
            document: None,
            description: String::new(),
            postings,
            reverses: None,
            reversed_by: None,
        })
    }

    /// The same entry with the document that caused it and words for the statement.
    #[must_use]
    pub fn about(mut self, document: Option<String>, description: impl Into<String>) -> Self {
        self.document = document;
        self.description = description.into();
        self
    }

    /// The customer owes `total`; sales, taxes and round-off take their parts.
    ///
    /// # Errors
    /// When the parts do not sum to the total.
    pub fn invoice(
        stamp: Stamp,
        customer: CustomerId,
        amounts: InvoiceAmounts,
    ) -> Result<Self, LedgerRefused> {
        let mut postings = vec![Posting::owed_by(customer, amounts.total)];
        for (account, amount) in [
            (Account::Sales, amounts.taxable),
            (Account::Cgst, amounts.cgst),
            (Account::Sgst, amounts.sgst),
            (Account::Igst, amounts.igst),
            (Account::Cess, amounts.cess),
            (Account::RoundOff, amounts.round_off),
        ] {
            if amount != Money::ZERO || account == Account::Sales {
                postings.push(Posting::new(
                    account,
                    amount.negated().ok_or(LedgerRefused::AmountOutOfRange)?,
                ));
            }
        }
        Self::try_new(stamp, EntryKind::Invoice, Some(customer), postings)
    }

    /// Money came in from the customer.
    ///
    /// # Errors
    /// When the amount is out of range.
    pub fn payment(
        stamp: Stamp,
        customer: CustomerId,
        amount: Money,
        mode: PaymentMode,
    ) -> Result<Self, LedgerRefused> {
        let less = bookable(amount)?
            .negated()
            .ok_or(LedgerRefused::AmountOutOfRange)?;
        let postings = vec![
            Posting::new(mode.account(), amount),
            Posting::owed_by(customer, less),
        ];
        Self::try_new(stamp, EntryKind::Payment, Some(customer), postings)
    }

    /// Udhaar: goods went without a bill and the customer owes more.
    ///
    /// # Errors
    /// When the amount is out of range.
    pub fn credit(stamp: Stamp, customer: CustomerId, amount: Money) -> Result<Self, LedgerRefused> {
        let less = bookable(amount)?
            .negated()
            .ok_or(LedgerRefused::AmountOutOfRange)?;
        let postings = vec![
            Posting::owed_by(customer, amount),
            Posting::new(Account::Sales, less),
        ];
        Self::try_new(stamp, EntryKind::Credit, Some(customer), postings)
    }

    /// What was owed (positive) or paid in advance (negative) before this book began.
    ///
    /// # Errors
    /// When the amount is nothing or out of range.
    pub fn opening(stamp: Stamp, customer: CustomerId, amount: Money) -> Result<Self, LedgerRefused> {
        let less = amount.negated().ok_or(LedgerRefused::AmountOutOfRange)?;
        bookable(amount.max(less))?;
        let postings = vec![
            Posting::owed_by(customer, amount),
            Posting::new(Account::Opening, less),
        ];
        Self::try_new(stamp, EntryKind::Opening, Some(customer), postings)
    }

    /// The entry that takes this one back; both stay in the book.
    ///
    /// # Errors
    /// When it was reversed before or is a reversal itself.
    pub fn reversal(&self, stamp: Stamp) -> Result<Self, LedgerRefused> {
        if self.reversed_by.is_some() || self.kind == EntryKind::Reversal {
            return Err(LedgerRefused::AlreadyReversed);
        }
        let opposite = |p: &Posting| {
            Some(Posting {
                amount: p.amount.negated()?,
                ..*p
            })
        };
        let postings = self
            .postings
            .iter()
            .map(opposite)
            .collect::<Option<_>>()
            .ok_or(LedgerRefused::AmountOutOfRange)?;
        let mut entry = Self::try_new(stamp, EntryKind::Reversal, self.customer, postings)?
            .about(self.document.clone(), self.description.clone());
        entry.reverses = Some(self.id);
        Ok(entry)
    }

    /// How much more a customer owes by this entry.
    #[must_use]
    pub fn owed_change(&self, customer: CustomerId) -> Option<Money> {
        Money::sum(
            self.postings
                .iter()
                .filter(|p| p.customer == Some(customer))
                .map(|p| p.amount),
        )
    }
}

fn bookable(amount: Money) -> Result<Money, LedgerRefused> {
    if amount.is_bookable() {
        Ok(amount)
    } else {
        Err(LedgerRefused::AmountOutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn stamp() -> Stamp {
        Stamp {
            id: EntryId::new(Uuid::nil()),
            tenant: TenantId::new(Uuid::nil()),
            on: NaiveDate::default(),
            at: DateTime::default(),
        }
    }

    fn someone() -> CustomerId {
        CustomerId::new(Uuid::nil())
    }

    proptest! {
        #[test]
        fn debits_equal_credits_and_a_reversal_takes_everything_back(paise in 1_i64..10_000_000_000) {
            let amount = Money::from_paise(paise);
            let entries = [
                Entry::payment(stamp(), someone(), amount, PaymentMode::Upi),
                Entry::credit(stamp(), someone(), amount),
                Entry::opening(stamp(), someone(), amount),
            ];
            for entry in entries.into_iter().flatten() {
                prop_assert!(balanced(&entry.postings).is_ok());
                let back = entry.reversal(stamp());
                prop_assert!(back.is_ok());
                let sum = |e: &Entry| e.owed_change(someone()).map(Money::paise);
                if let Ok(back) = back {
                    prop_assert_eq!(sum(&entry).zip(sum(&back)).map(|(a, b)| a + b), Some(0));
                    prop_assert_eq!(back.reversal(stamp()), Err(LedgerRefused::AlreadyReversed));
                }
            }
        }
    }

    #[test]
    fn amounts_out_of_range_are_refused() {
        for paise in [0, -1, 10_000_000_001, i64::MAX, i64::MIN] {
            let amount = Money::from_paise(paise);
            assert_eq!(
                Entry::payment(stamp(), someone(), amount, PaymentMode::Cash),
                Err(LedgerRefused::AmountOutOfRange),
                "{paise}"
            );
        }
    }

    #[test]
    fn an_invoice_whose_parts_do_not_add_up_is_refused() {
        let amounts = InvoiceAmounts {
            taxable: Money::from_paise(100),
            total: Money::from_paise(101),
            ..InvoiceAmounts::default()
        };
        assert_eq!(
            Entry::invoice(stamp(), someone(), amounts),
            Err(LedgerRefused::Unbalanced)
        );
    }
}
