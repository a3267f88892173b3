//! A customer's balance is the sum of the customer's postings, whichever axis of time they are counted by.

use super::difference::{DifferenceKind, Findings, count};
use super::entries::Sums;
use super::{BooksView, Moment, first, next};
use execora_kernel::StoreError;

pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    mut sums: Sums,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut part = Some(first());
    while let Some(wanted) = part {
        let customers = view.customers(moment.tenant, wanted).await?;
        part = next(wanted, &customers, |customer| customer.id.uuid());
        count(&mut findings.checked.customers, customers.len());
        for customer in customers {
            let owed = sums.remove(&customer.id).unwrap_or_default();
            let kept = i128::from(customer.balance.paise());
            if kept != owed.all {
                findings.name(DifferenceKind::Balance, customer.id, owed.all, kept);
            } else if owed.by_effective_day != owed.all {
                findings.name(
                    DifferenceKind::Balance,
                    customer.id,
                    owed.all,
                    format!("{} by effective day", owed.by_effective_day),
                );
            } else if owed.by_recorded_time != owed.all {
                findings.name(
                    DifferenceKind::Balance,
                    customer.id,
                    owed.all,
                    format!("{} by recorded time", owed.by_recorded_time),
                );
            }
        }
    }
    for (customer, owed) in sums {
        findings.name(DifferenceKind::Balance, customer, owed.all, "no such customer");
    }
    Ok(())
}
