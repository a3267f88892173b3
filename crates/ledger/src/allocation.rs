//! Which invoices a payment settles: those named first, then the oldest; the rest is an advance.

use crate::LedgerRefused;
use execora_kernel::{InvoiceId, Money};
use serde::{Deserialize, Serialize};

/// Part of a payment that settles one invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Allocation {
    pub invoice: InvoiceId,
    pub amount: Money,
}

/// An invoice with something left to pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenInvoice {
    pub invoice: InvoiceId,
    pub open: Money,
}

/// Spreads a payment. `named` is what the payer said, `open` the open invoices oldest first (named ones among them).
///
/// # Errors
/// [`LedgerRefused::AllocationExceedsOpen`] when a named part is more than is open on its invoice, when the named parts exceed
/// the payment, or when a named invoice is not open; [`LedgerRefused::AmountOutOfRange`] for a part that is not above nothing.
pub fn allocate(
    amount: Money,
    named: &[Allocation],
    open: &[OpenInvoice],
) -> Result<Vec<Allocation>, LedgerRefused> {
    let mut left = amount;
    let mut open = open.to_vec();
    let mut parts: Vec<Allocation> = Vec::new();
    for part in named {
        if !part.amount.is_bookable() {
            return Err(LedgerRefused::AmountOutOfRange);
        }
        let invoice = open
            .iter_mut()
            .find(|o| o.invoice == part.invoice)
            .ok_or(LedgerRefused::AllocationExceedsOpen)?;
        let rest = |m: Money| m.minus(part.amount).filter(|m| *m >= Money::ZERO);
        invoice.open = rest(invoice.open).ok_or(LedgerRefused::AllocationExceedsOpen)?;
        left = rest(left).ok_or(LedgerRefused::AllocationExceedsOpen)?;
        add(&mut parts, *part)?;
    }
    for invoice in open.iter().filter(|o| o.open > Money::ZERO) {
        let amount = invoice.open.min(left);
        if amount == Money::ZERO {
            break;
        }
        left = left.minus(amount).ok_or(LedgerRefused::AmountOutOfRange)?;
        add(
            &mut parts,
            Allocation {
                invoice: invoice.invoice,
                amount,
            },
        )?;
    }
    Ok(parts)
}

fn add(parts: &mut Vec<Allocation>, part: Allocation) -> Result<(), LedgerRefused> {
    match parts.iter_mut().find(|p| p.invoice == part.invoice) {
        Some(same) => {
            same.amount = same
                .amount
                .plus(part.amount)
                .ok_or(LedgerRefused::AmountOutOfRange)?
        }
        None => parts.push(part),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn invoice(n: u128) -> InvoiceId {
        InvoiceId::new(Uuid::from_u128(n))
    }
    fn open(n: u128, paise: i64) -> OpenInvoice {
        OpenInvoice {
            invoice: invoice(n),
            open: Money::from_paise(paise),
        }
    }
    fn part(n: u128, paise: i64) -> Allocation {
        Allocation {
            invoice: invoice(n),
            amount: Money::from_paise(paise),
        }
    }

    #[test]
    fn the_oldest_are_settled_first_and_the_rest_is_an_advance() {
        let parts = allocate(Money::from_paise(250), &[], &[open(1, 100), open(2, 100)]);
        assert_eq!(parts, Ok(vec![part(1, 100), part(2, 100)]));
        let parts = allocate(Money::from_paise(150), &[], &[open(1, 100), open(2, 100)]);
        assert_eq!(parts, Ok(vec![part(1, 100), part(2, 50)]));
    }

    #[test]
    fn what_the_payer_named_goes_first() {
        let parts = allocate(
            Money::from_paise(150),
            &[part(2, 80)],
            &[open(1, 100), open(2, 100)],
        );
        assert_eq!(parts, Ok(vec![part(2, 80), part(1, 70)]));
    }

    #[test]
    fn no_invoice_takes_more_than_is_open() {
        let refused = Err(LedgerRefused::AllocationExceedsOpen);
        assert_eq!(
            allocate(Money::from_paise(500), &[part(1, 101)], &[open(1, 100)]),
            refused
        );
        assert_eq!(
            allocate(Money::from_paise(50), &[part(1, 51)], &[open(1, 100)]),
            refused
        );
        assert_eq!(
            allocate(Money::from_paise(50), &[part(9, 10)], &[open(1, 100)]),
            refused
        );
        assert_eq!(
            allocate(Money::from_paise(50), &[part(1, -10)], &[open(1, 100)]),
            Err(LedgerRefused::AmountOutOfRange)
        );
    }
}
