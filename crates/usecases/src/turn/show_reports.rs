//! Reading what the books come to: the shop's days and a customer's account.

use crate::refusal::{Refusal, Subject};
use crate::reports::{STATEMENT_ENTRIES_MAX, Statement};
use crate::turn::answer::TurnResult;
use crate::turn::show::days;
use crate::turn::work::Work;
use chrono::NaiveDate;
use execora_kernel::{CustomerId, Right, StoreError};
use execora_ledger::PaymentMode;
use execora_voice_intent::dialogue::{Outcome, StatementFact, SummaryFact};
use execora_voice_intent::understanding::{self as said, Period};

impl Work<'_> {
    pub(super) async fn summary(&mut self, period: Period) -> Result<Outcome, Refusal> {
        self.require(Right::REPORTS_READ, None)?;
        let (from, to) = self.days_so_far(period)?;
        let reports = &self.reads.reports;
        let summary = reports.summary(self.tenant(), from, to).await?;
        let fact = SummaryFact {
            from,
            to,
            sales: summary.sales,
            invoices: usize::try_from(summary.invoices).unwrap_or(usize::MAX),
            collections: summary
                .collections
                .iter()
                .map(|(mode, amount)| (spoken(*mode), *amount))
                .collect(),
            credit: summary.credit,
        };
        self.kept.results.push(TurnResult::Summary(Box::new(summary)));
        Ok(Outcome::Summary(fact))
    }

    pub(super) async fn statement(
        &mut self,
        customer: CustomerId,
        period: Option<Period>,
    ) -> Result<Outcome, Refusal> {
        self.require(Right::LEDGER_READ, Some(customer))?;
        let days = match period {
            Some(period) => {
                let (from, to) = self.days_so_far(period)?;
                (Some(from), to)
            }
            None => (None, self.shop.zone.date(self.now)),
        };
        let reports = &self.reads.reports;
        let account = reports
            .statement(self.tenant(), customer, days, STATEMENT_ENTRIES_MAX)
            .await?;
        let statement = Statement::of(customer, days, account).ok_or(StoreError::Corrupt {
            what: "a sum out of range",
        })?;
        let fact = StatementFact {
            customer,
            from: statement.from,
            to: statement.to,
            opening: statement.opening,
            went: statement.told.went,
            came: statement.told.came,
            closing: statement.closing,
            entries: statement.told.entries,
        };
        self.kept.results.push(TurnResult::Statement(Box::new(statement)));
        Ok(Outcome::Statement(fact))
    }

    /// The days of a period in the shop's zone; of one that goes on, those until today.
    fn days_so_far(&self, period: Period) -> Result<(NaiveDate, NaiveDate), Refusal> {
        let today = self.shop.zone.date(self.now);
        let (from, to) = days(period, today).ok_or_else(|| Refusal::out_of_range(Subject::Period))?;
        Ok((from, to.min(today).max(from)))
    }
}

fn spoken(mode: PaymentMode) -> said::PaymentMode {
    match mode {
        PaymentMode::Cash => said::PaymentMode::Cash,
        PaymentMode::Upi => said::PaymentMode::Upi,
        PaymentMode::Card => said::PaymentMode::Card,
        PaymentMode::Bank => said::PaymentMode::Bank,
        PaymentMode::Cheque => said::PaymentMode::Cheque,
    }
}
