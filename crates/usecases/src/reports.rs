//! What the books come to over days: the summary of the shop and the statement of a customer.

use chrono::NaiveDate;
use execora_kernel::{CustomerId, EntryId, Money};
use execora_ledger::{EntryKind, PaymentMode};
use serde::{Deserialize, Serialize};

/// The most entries of one statement; of a longer account the last ones are shown.
pub const STATEMENT_ENTRIES_MAX: u16 = 1_000;

/// What was sold, collected and lent over days. What was taken back counts on no day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// First day, included.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What the bills of these days come to.
    pub sales: Money,
    /// How many bills they are.
    pub invoices: u64,
    /// Money that came in, by how it came; modes by which none came are left out.
    pub collections: Vec<(PaymentMode, Money)>,
    /// Udhaar that was written down without a bill.
    pub credit: Money,
}

/// One entry that moved what a customer owes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StatementEntry {
    pub entry: EntryId,
    pub on: NaiveDate,
    pub kind: EntryKind,
    /// The number of the bill that caused it.
    pub document_number: Option<String>,
    pub description: String,
    /// How much more the customer owes by it; negative for less.
    pub amount: Money,
    pub reverses: Option<EntryId>,
}

/// A customer's account over days, as a store has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementEntries {
    /// What the customer owed at the end of the last day.
    pub closing: Money,
    /// What moved it, the oldest first.
    pub entries: Vec<StatementEntry>,
}

/// One row of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct StatementRow {
    pub date: NaiveDate,
    pub entry: EntryId,
    pub kind: EntryKind,
    pub document_number: Option<String>,
    pub description: String,
    /// What the customer owes more by it.
    pub debit: Money,
    /// What the customer owes less by it.
    pub credit: Money,
    /// What is owed after it.
    pub running: Money,
}

/// A customer's account over days: what was owed before, what moved it, what is owed after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Statement {
    pub customer: CustomerId,
    /// First day, included: that of the first row when none was asked for, or the account is longer than a statement.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    pub opening: Money,
    pub closing: Money,
    pub rows: Vec<StatementRow>,
    pub told: StatementTotals,
}

/// A statement in a few figures. What was taken back within these days is in its rows, but not in these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementTotals {
    /// Bills, udhaar and whatever else the customer owes more by.
    pub went: Money,
    /// Money that came in, and whatever else the customer owes less by.
    pub came: Money,
    /// How many entries these are.
    pub entries: usize,
}

impl Statement {
    /// Counts back from what is owed at the end to what was owed before. `None` when a sum is out of range.
    #[must_use]
    pub fn of(
        customer: CustomerId,
        (from, to): (Option<NaiveDate>, NaiveDate),
        account: StatementEntries,
    ) -> Option<Self> {
        let fits = account.entries.len() < usize::from(STATEMENT_ENTRIES_MAX);
        let first = account.entries.first().map(|entry| entry.on);
        let from = from.filter(|_| fits).or(first).unwrap_or(to);
        let moved = Money::sum(account.entries.iter().map(|entry| entry.amount))?;
        let opening = account.closing.minus(moved)?;
        let told = totals(&account.entries)?;
        let mut running = opening;
        let mut rows = Vec::with_capacity(account.entries.len());
        for entry in account.entries {
            running = running.plus(entry.amount)?;
            let (debit, credit) = sides(entry.amount)?;
            rows.push(StatementRow {
                date: entry.on,
                entry: entry.entry,
                kind: entry.kind,
                document_number: entry.document_number,
                description: entry.description,
                debit,
                credit,
                running,
            });
        }
        Some(Self {
            customer,
            from,
            to,
            opening,
            closing: account.closing,
            rows,
            told,
        })
    }
}

/// An amount as what is owed more and what is owed less by it.
fn sides(amount: Money) -> Option<(Money, Money)> {
    if amount < Money::ZERO {
        Some((Money::ZERO, amount.negated()?))
    } else {
        Some((amount, Money::ZERO))
    }
}

fn totals(entries: &[StatementEntry]) -> Option<StatementTotals> {
    let here = |id: EntryId| entries.iter().any(|entry| entry.entry == id);
    let taken_back: Vec<EntryId> = entries
        .iter()
        .filter_map(|entry| entry.reverses)
        .filter(|reversed| here(*reversed))
        .collect();
    let gone = |id: EntryId| taken_back.contains(&id);
    let mut told = StatementTotals::default();
    for entry in entries {
        if gone(entry.entry) || entry.reverses.is_some_and(gone) {
            continue;
        }
        let (more, less) = sides(entry.amount)?;
        told.went = told.went.plus(more)?;
        told.came = told.came.plus(less)?;
        told.entries += 1;
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test says what must not fail")]

    use super::*;
    use uuid::Uuid;

    fn id(number: u128) -> EntryId {
        EntryId::new(Uuid::from_u128(number))
    }

    fn entry(number: u128, rupees: i64, reverses: Option<u128>) -> StatementEntry {
        StatementEntry {
            entry: id(number),
            on: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
            kind: EntryKind::Credit,
            document_number: None,
            description: String::new(),
            amount: Money::from_paise(rupees * 100),
            reverses: reverses.map(id),
        }
    }

    fn statement(closing: i64, entries: Vec<StatementEntry>) -> Statement {
        let (from, to) = (
            NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(),
            NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
        );
        let closing = Money::from_paise(closing * 100);
        let account = StatementEntries { closing, entries };
        Statement::of(CustomerId::new(Uuid::nil()), (Some(from), to), account).unwrap()
    }

    #[test]
    fn a_statement_runs_from_its_opening_to_its_closing() {
        let made = statement(700, vec![entry(1, 400, None), entry(2, -200, None)]);
        assert_eq!(made.opening, Money::from_paise(50_000));
        let running: Vec<i64> = made.rows.iter().map(|row| row.running.paise()).collect();
        assert_eq!(running, [90_000, 70_000]);
        assert_eq!(made.rows[1].credit, Money::from_paise(20_000));
        assert_eq!((made.told.went.paise(), made.told.came.paise()), (40_000, 20_000));
    }

    #[test]
    fn what_was_taken_back_within_the_days_is_shown_but_not_told() {
        let taken_back = vec![entry(1, 400, None), entry(2, 300, None), entry(3, -300, Some(2))];
        let made = statement(400, taken_back);
        assert_eq!(made.rows.len(), 3);
        assert_eq!((made.told.went.paise(), made.told.came.paise()), (40_000, 0));
        assert_eq!(made.told.entries, 1);
        // What was taken back was booked before these days: this entry alone stands in them.
        let earlier = statement(0, vec![entry(3, -300, Some(2))]);
        assert_eq!((earlier.told.came.paise(), earlier.told.entries), (30_000, 1));
    }

    #[test]
    fn an_account_longer_than_a_statement_begins_with_its_first_row() {
        let many = (1..=u128::from(STATEMENT_ENTRIES_MAX)).map(|n| entry(n, 1, None));
        let made = statement(5_000, many.collect());
        assert_eq!(made.from, NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        assert_eq!(made.opening, Money::from_paise(400_000));
    }
}
