//! Numbers run from the first of a series to the counter of their series and year, without gap or repeat.

use super::difference::{DifferenceKind, Findings};
use super::{BooksView, InvoiceFacts, Moment};
use execora_invoice::{InvoiceNumber, Series};
use execora_kernel::{InvoiceId, StoreError, zone::FinancialYear};
use std::collections::BTreeMap;

/// The longest number has eight digits.
const NUMBER_MAX: u32 = 99_999_999;

/// Which numbers of one series and year are taken: a bit each.
#[derive(Debug, Default)]
struct Taken {
    bits: Vec<u64>,
    highest: Option<(u32, InvoiceId)>,
}

impl Taken {
    /// Marks a number; `false` when it was marked before.
    fn take(&mut self, n: u32, bill: InvoiceId) -> bool {
        let Ok(word) = usize::try_from(n / 64) else {
            return false;
        };
        if self.bits.len() <= word {
            self.bits.resize(word.saturating_add(1), 0);
        }
        if self.highest.is_none_or(|(highest, _)| n > highest) {
            self.highest = Some((n, bill));
        }
        let Some(bits) = self.bits.get_mut(word) else {
            return false;
        };
        let bit = 1_u64 << (n % 64);
        let fresh = *bits & bit == 0;
        *bits |= bit;
        fresh
    }

    fn has(&self, n: u32) -> bool {
        let word = usize::try_from(n / 64).ok().and_then(|word| self.bits.get(word));
        word.is_some_and(|bits| bits & (1_u64 << (n % 64)) != 0)
    }
}

/// The numbers of a shop's bills.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<(String, i64), Taken>);

impl Numbers {
    /// Takes down the number of a bill, and says what is wrong with it by itself.
    pub(super) fn add(&mut self, bill: &InvoiceFacts, findings: &mut Findings) {
        let year = bill
            .date
            .map(|date| i64::from(FinancialYear::of(date).start_year()));
        if year != Some(bill.year) {
            let expected = year.map_or_else(|| "a date".to_owned(), |year| format!("a number of {year}"));
            findings.name(
                DifferenceKind::InvoiceNumber,
                bill.id,
                expected,
                bill.number.as_str(),
            );
        }
        let Some(n) = position(bill) else {
            findings.name(
                DifferenceKind::InvoiceNumber,
                bill.id,
                format!("a number of {} {}", bill.series, bill.year),
                bill.number.as_str(),
            );
            return;
        };
        let taken = self.0.entry((bill.series.clone(), bill.year)).or_default();
        if !taken.take(n, bill.id) {
            findings.name(
                DifferenceKind::InvoiceNumber,
                bill.id,
                "a number of its own",
                bill.number.as_str(),
            );
        }
    }
}

/// Where a bill stands in its series; nothing when its number is not one of it.
fn position(bill: &InvoiceFacts) -> Option<u32> {
    let (_, digits) = bill.number.rsplit_once('/')?;
    let n: u32 = digits.parse().ok().filter(|n| (1..=NUMBER_MAX).contains(n))?;
    (printed(&bill.series, bill.year, n)? == bill.number).then_some(n)
}

fn printed(series: &str, year: i64, n: u32) -> Option<String> {
    let series = Series::parse(series).ok()?;
    let year = FinancialYear::starting(i32::try_from(year).ok()?);
    InvoiceNumber::new(&series, year, n).map(|number| number.as_str().to_owned())
}

/// Compares the numbers of the bills with the counters.
pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    numbers: &Numbers,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut counters: BTreeMap<(String, i64), (i64, i64)> = BTreeMap::new();
    for counter in view.series(moment.tenant).await? {
        counters.insert((counter.series, counter.year), (counter.first, counter.last));
    }
    let none = Taken::default();
    for ((series, year), (first, last)) in &counters {
        let taken = numbers.0.get(&(series.clone(), *year)).unwrap_or(&none);
        let last = u32::try_from(*last).unwrap_or(NUMBER_MAX).min(NUMBER_MAX);
        let first = u32::try_from(*first).unwrap_or(1).max(1);
        for n in (first..=last).filter(|n| !taken.has(*n)) {
            let number = printed(series, *year, n).unwrap_or_else(|| format!("{series} {year} {n}"));
            findings.name(
                DifferenceKind::InvoiceNumber,
                number,
                "a bill with this number",
                "none",
            );
        }
    }
    for (key, taken) in &numbers.0 {
        let (_, last) = counters.get(key).copied().unwrap_or_default();
        if let Some((highest, bill)) = taken.highest
            && i64::from(highest) > last
        {
            findings.name(
                DifferenceKind::InvoiceNumber,
                bill,
                format!("a number up to {last}"),
                i64::from(highest),
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_number_is_taken_once() {
        let bill = InvoiceId::new(Uuid::nil());
        let mut taken = Taken::default();
        for n in [1, 63, 64, 65, 1_000_000] {
            assert!(!taken.has(n), "{n}");
            assert!(taken.take(n, bill), "{n}");
            assert!(!taken.take(n, bill), "{n}");
            assert!(taken.has(n), "{n}");
        }
        assert!(!taken.has(2) && !taken.has(66) && !taken.has(2_000_000));
        assert_eq!(taken.highest, Some((1_000_000, bill)));
    }

    #[test]
    fn a_number_is_printed_one_way() {
        assert_eq!(printed("INV", 2026, 7).as_deref(), Some("INV/26-27/0007"));
        assert_eq!(printed("inv", 2026, 7), None);
    }
}
