//! What a bill comes to: discounts first, then tax per line, then one round-off.
//!
//! CGST Act, section 170, rounds what is payable to the nearest rupee; parts of the bill keep their paise, and CGST always
//! equals SGST. A price that includes tax adds up to itself.

use crate::{Amounts, BillRefused, Discount, Line, line::LINES_MAX};
use execora_kernel::{Money, money::AMOUNT_MAX};
use serde::{Deserialize, Serialize};

/// What decides the tax of a whole bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BillRules {
    /// Whether tax is shown and posted at all.
    pub with_gst: bool,
    /// Integrated tax instead of central and state tax.
    pub interstate: bool,
    /// Round the total to whole rupees.
    pub round_to_rupee: bool,
}

/// The sums of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Totals {
    /// Σ price × quantity before discounts.
    pub subtotal: Money,
    /// Σ of the lines' discounts, the bill's among them.
    pub discount: Money,
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
    pub cess: Money,
    pub round_off: Money,
    pub total: Money,
}

/// Lines with their amounts, and the sums.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Bill {
    pub lines: Vec<Line>,
    pub totals: Totals,
}

/// Computes a bill. Lines without a price count as nothing.
///
/// # Errors
/// When a quantity, price, discount or the total is out of range.
pub fn compute(mut lines: Vec<Line>, discount: Discount, rules: BillRules) -> Result<Bill, BillRefused> {
    if lines.len() > LINES_MAX {
        return Err(BillRefused::TooManyLines);
    }
    let mut nets = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter_mut().enumerate() {
        nets.push(before_bill_discount(i, line)?);
    }
    let base = Money::sum(nets.iter().copied()).ok_or(BillRefused::Total)?;
    let off = discount.of(base).ok_or(BillRefused::Discount { line: None })?;
    for ((line, net), share) in lines
        .iter_mut()
        .zip(&nets)
        .zip(spread(off, &nets).ok_or(BillRefused::Total)?)
    {
        let amount = net.minus(share).ok_or(BillRefused::Total)?;
        line.amounts.discount = line.amounts.discount.plus(share).ok_or(BillRefused::Total)?;
        tax(line, amount, rules).ok_or(BillRefused::Total)?;
    }
    let totals = totals(&lines, rules.round_to_rupee).ok_or(BillRefused::Total)?;
    if totals.total > AMOUNT_MAX {
        return Err(BillRefused::Total);
    }
    Ok(Bill { lines, totals })
}

fn before_bill_discount(i: usize, line: &mut Line) -> Result<Money, BillRefused> {
    if !line.quantity.is_bookable() {
        return Err(BillRefused::Quantity { line: i });
    }
    line.amounts = Amounts::default();
    let Some(price) = line.price else {
        return Ok(Money::ZERO);
    };
    if price < Money::ZERO || price > AMOUNT_MAX {
        return Err(BillRefused::Price { line: i });
    }
    let gross = price.times(line.quantity).ok_or(BillRefused::Total)?;
    let off = line
        .discount
        .of(gross)
        .ok_or(BillRefused::Discount { line: Some(i) })?;
    line.amounts.gross = gross;
    line.amounts.discount = off;
    gross.minus(off).ok_or(BillRefused::Total)
}

/// Spreads `off` over lines in proportion to what they come to; the largest remainders get the paise that are left,
/// the earlier line first.
fn spread(off: Money, nets: &[Money]) -> Option<Vec<Money>> {
    let sum = i128::from(Money::sum(nets.iter().copied())?.paise());
    if sum == 0 {
        return Some(vec![Money::ZERO; nets.len()]);
    }
    let mut shares = Vec::with_capacity(nets.len());
    let mut remainders = Vec::with_capacity(nets.len());
    for (i, net) in nets.iter().enumerate() {
        let exact = i128::from(off.paise()) * i128::from(net.paise());
        shares.push(i64::try_from(exact / sum).ok()?);
        remainders.push((std::cmp::Reverse(exact % sum), i));
    }
    let given: i64 = shares.iter().sum();
    let left = usize::try_from(off.paise().checked_sub(given)?).ok()?;
    remainders.sort_unstable();
    for (_, i) in remainders.into_iter().take(left) {
        *shares.get_mut(i)? += 1;
    }
    Some(shares.into_iter().map(Money::from_paise).collect())
}

fn tax(line: &mut Line, amount: Money, rules: BillRules) -> Option<()> {
    let amounts = &mut line.amounts;
    if !rules.with_gst {
        amounts.taxable = amount;
        amounts.total = amount;
        return Some(());
    }
    let (rate, cess) = (i64::from(line.rate_bp), i64::from(line.cess_bp));
    // With tax inside, every part is a share of the amount over (1 + R); without, a share of the amount itself.
    let whole = if line.price_includes_tax {
        10_000 + rate + cess
    } else {
        10_000
    };
    if rules.interstate {
        amounts.igst = amount.scaled(rate, whole)?;
    } else {
        amounts.cgst = amount.scaled(rate, 2 * whole)?;
        amounts.sgst = amounts.cgst;
    }
    amounts.cess = amount.scaled(cess, whole)?;
    let taxes = Money::sum([amounts.cgst, amounts.sgst, amounts.igst, amounts.cess])?;
    if line.price_includes_tax {
        amounts.taxable = amount.minus(taxes)?;
        amounts.total = amount;
    } else {
        amounts.taxable = amount;
        amounts.total = amount.plus(taxes)?;
    }
    Some(())
}

fn totals(lines: &[Line], round_to_rupee: bool) -> Option<Totals> {
    let sum = |part: fn(&Amounts) -> Money| Money::sum(lines.iter().map(|l| part(&l.amounts)));
    let exact = sum(|a| a.total)?;
    let total = if round_to_rupee {
        Money::from_rupees(exact.scaled(1, 100)?.paise())?
    } else {
        exact
    };
    Some(Totals {
        subtotal: sum(|a| a.gross)?,
        discount: sum(|a| a.discount)?,
        taxable: sum(|a| a.taxable)?,
        cgst: sum(|a| a.cgst)?,
        sgst: sum(|a| a.sgst)?,
        igst: sum(|a| a.igst)?,
        cess: sum(|a| a.cess)?,
        round_off: total.minus(exact)?,
        total,
    })
}

#[cfg(test)]
mod tests;
