//! Reading what was asked for; every answer is read after all that was written before it.

use crate::refusal::Refusal;
use crate::turn::answer::Owed;
use crate::turn::facts;
use crate::turn::work::{LIST_MAX, Work};
use chrono::{Datelike, Days, Months, NaiveDate};
use execora_invoice::InvoiceFilter;
use execora_kernel::{CustomerId, Money, PageRequest, ProductId, Right};
use execora_ledger::KhataRow;
use execora_voice_intent::dialogue::{Action, CustomerFact, Outcome};
use execora_voice_intent::understanding::Period;

/// Bills that are listed when no number was said.
const BILLS: u16 = 10;

impl Work<'_> {
    /// The actions that change nothing.
    pub(super) async fn show(&mut self, action: Action) -> Result<Outcome, Refusal> {
        match action {
            Action::ReadBalance(id) => self.balance(id).await,
            Action::ShowCustomer(id) => {
                self.require(Right::CUSTOMERS_READ, Some(id))?;
                let customer = self.customer(id).await?.ok_or(Refusal::NotFound)?;
                let fact = facts::customer_as_is(&customer);
                self.kept.customers.push(customer);
                Ok(Outcome::Customer(fact))
            }
            Action::ListBalances => self.balances().await,
            Action::TotalPending => {
                self.require(Right::REPORTS_READ, None)?;
                let (total, customers) = self.reads.ledger.total_pending(self.tenant()).await?;
                self.kept.pending = Some((total, customers));
                Ok(Outcome::TotalPending {
                    total,
                    customers: usize::try_from(customers).unwrap_or(usize::MAX),
                })
            }
            Action::ReadSummary(period) => self.summary(period).await,
            Action::ReadStatement { customer, period } => self.statement(customer, period).await,
            Action::ListInvoices {
                customer,
                period,
                limit,
                unpaid,
            } => self.bills(customer, period, limit, unpaid).await,
            Action::ShowDrafts { customer } => {
                let drafts = self.drafts(customer).await?;
                let mut told = Vec::new();
                for draft in &drafts {
                    told.push(self.draft_fact(draft).await?);
                }
                self.kept.draft_list = drafts;
                Ok(Outcome::Drafts(told))
            }
            Action::CheckStock(id) => self.stock(id).await,
            Action::ListReminders { customer, period } => self.reminders(customer, period).await,
            // Everything that changes something is done elsewhere.
            _ => Err(Refusal::NotFound),
        }
    }

    async fn balance(&mut self, id: CustomerId) -> Result<Outcome, Refusal> {
        self.require(Right::LEDGER_READ, Some(id))?;
        let customer = self.customer(id).await?.ok_or(Refusal::NotFound)?;
        let fact = facts::customer_as_is(&customer);
        self.kept.owed = vec![Owed {
            customer: id,
            name: fact.name.clone(),
            balance: fact.balance,
        }];
        Ok(Outcome::Balance(fact))
    }

    async fn balances(&mut self) -> Result<Outcome, Refusal> {
        self.require(Right::REPORTS_READ, None)?;
        let ledger = &self.reads.ledger;
        let rows = ledger.debtors(self.tenant(), LIST_MAX).await?;
        let (total, customers) = ledger.total_pending(self.tenant()).await?;
        let mut first = Vec::new();
        for row in rows.iter().take(execora_voice_intent::dialogue::CANDIDATES_MAX) {
            // Namesakes are told apart by what the book says of them.
            let known = self.customer(row.customer).await?;
            first.push(known.as_ref().map_or_else(|| owing(row), facts::customer_as_is));
        }
        self.kept.owed = rows
            .into_iter()
            .map(|row| Owed {
                customer: row.customer,
                name: row.name,
                balance: row.balance,
            })
            .collect();
        Ok(Outcome::Balances {
            first,
            customers: usize::try_from(customers).unwrap_or(usize::MAX),
            total,
        })
    }

    async fn bills(
        &mut self,
        customer: Option<CustomerId>,
        period: Option<Period>,
        limit: Option<u32>,
        unpaid: bool,
    ) -> Result<Outcome, Refusal> {
        self.require(Right::INVOICES_READ, customer)?;
        let days = period.and_then(|period| days(period, self.shop.zone.date(self.now)));
        let filter = InvoiceFilter {
            customer,
            status: None,
            from: days.map(|(from, _)| from),
            to: days.map(|(_, to)| to),
        };
        let limit = limit.and_then(|limit| u16::try_from(limit).ok());
        // What is still to be paid may be old, and is listed whole.
        let (limit, looked_at) = if unpaid {
            (limit.unwrap_or(LIST_MAX), LIST_MAX)
        } else {
            let limit = limit.unwrap_or(BILLS);
            (limit, limit)
        };
        let page = PageRequest::first(looked_at);
        let mut invoices = self
            .reads
            .invoices
            .invoices(self.tenant(), &filter, page)
            .await?
            .items;
        invoices.retain(|invoice| !unpaid || invoice.open() > Money::ZERO);
        invoices.truncate(usize::from(limit));
        let told = invoices.iter().map(facts::invoice).collect();
        self.kept.invoice_list = invoices;
        Ok(Outcome::Invoices(told))
    }

    async fn stock(&mut self, id: ProductId) -> Result<Outcome, Refusal> {
        self.require(Right::PRODUCTS_READ, None)?;
        let product = self
            .reads
            .products
            .find(self.tenant(), id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let fact = facts::product(&product);
        self.kept.products.push(product);
        Ok(Outcome::Stock(fact))
    }

    async fn reminders(
        &mut self,
        customer: Option<CustomerId>,
        period: Option<Period>,
    ) -> Result<Outcome, Refusal> {
        self.require(Right::REMINDERS_READ, customer)?;
        let page = PageRequest::first(LIST_MAX);
        let mut found = self
            .reads
            .reminders
            .scheduled(self.tenant(), customer, page)
            .await?
            .items;
        let zone = self.shop.zone;
        if let Some((from, to)) = period.and_then(|period| days(period, zone.date(self.now))) {
            found.retain(|reminder| {
                reminder
                    .next_send_at
                    .is_some_and(|at| (from..=to).contains(&zone.date(at)))
            });
        }
        let told = self.reminder_facts(&found).await?;
        self.kept.reminder_list = found;
        Ok(Outcome::Reminders(told))
    }
}

fn owing(row: &KhataRow) -> CustomerFact {
    CustomerFact {
        id: row.customer,
        name: row.name.clone(),
        landmark: None,
        phone_last4: None,
        balance: row.balance,
        reachable: false,
        has_email: false,
    }
}

/// The first and last day of a period; weeks begin on Monday.
pub(super) fn days(period: Period, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let monday = today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))?;
    let first = today.with_day(1)?;
    Some(match period {
        Period::Today => (today, today),
        Period::Yesterday => (today.pred_opt()?, today.pred_opt()?),
        Period::ThisWeek => (monday, monday.checked_add_days(Days::new(6))?),
        Period::LastWeek => (monday.checked_sub_days(Days::new(7))?, monday.pred_opt()?),
        Period::ThisMonth => (first, first.checked_add_months(Months::new(1))?.pred_opt()?),
        Period::LastMonth => (first.checked_sub_months(Months::new(1))?, first.pred_opt()?),
        Period::ThisYear => (
            NaiveDate::from_ymd_opt(today.year(), 1, 1)?,
            NaiveDate::from_ymd_opt(today.year(), 12, 31)?,
        ),
        Period::Days(from, to) => (from, to),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_whole_days_of_the_shop() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let Some(today) = day("2026-11-23") else { return };
        for (period, from, to) in [
            (Period::Today, "2026-11-23", "2026-11-23"),
            (Period::Yesterday, "2026-11-22", "2026-11-22"),
            (Period::ThisWeek, "2026-11-23", "2026-11-29"),
            (Period::LastWeek, "2026-11-16", "2026-11-22"),
            (Period::ThisMonth, "2026-11-01", "2026-11-30"),
            (Period::LastMonth, "2026-10-01", "2026-10-31"),
            (Period::ThisYear, "2026-01-01", "2026-12-31"),
        ] {
            assert_eq!(days(period, today), day(from).zip(day(to)), "{period}");
        }
    }
}
