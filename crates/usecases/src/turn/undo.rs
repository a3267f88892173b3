//! Taking back what a turn did, by the verb that reverses it.

use crate::refusal::{FieldCode, Refusal, Subject};
use crate::request::Expected;
use crate::turn::spoken::{discount, item};
use crate::turn::work::Work;
use crate::{
    CancelInvoice, CancelReminder, DiscardDraft, DraftChanges, MoveStock, PutOffReminder, RemoveCustomer,
    RestoreDraft, ReverseEntry, UpdateDraft, UpdateProduct,
};
use execora_inventory::{MovementReason, ProductChanges};
use execora_kernel::{DraftId, InvoiceId, Label, Money, ProductId, Quantity, Unit};
use execora_voice_intent::dialogue::{DraftToSave, Outcome, Reversal};

impl Work<'_> {
    /// Takes it back; answers with the journal entries that reverse it, and what the customer owes after them.
    pub(super) async fn take_back(&mut self, reversal: Reversal) -> Result<Outcome, Refusal> {
        match reversal {
            Reversal::DiscardDraft(draft) => {
                let expected = Expected::Any;
                self.perform(&DiscardDraft { draft, expected }).await?;
            }
            Reversal::RestoreDraft(before) => self.put_back(before).await?,
            Reversal::ReopenDraft(draft) => self.reopen(draft).await?,
            Reversal::ReopenDrafts(drafts) => {
                for draft in drafts {
                    self.reopen(draft).await?;
                }
            }
            Reversal::CancelInvoice(invoice) => return self.cancel_bill(invoice).await,
            Reversal::ReversePayment(entry) | Reversal::ReverseEntry(entry) => {
                let verb = ReverseEntry {
                    entry,
                    reason: Some(reason()?),
                };
                let posted = self.perform(&verb).await?;
                return Ok(Outcome::Undone {
                    entries: vec![posted.entry.id],
                    balance: Some(posted.balance),
                });
            }
            Reversal::RemoveCustomer { customer, opening } => {
                self.perform(&RemoveCustomer { customer, opening }).await?;
            }
            Reversal::CancelReminder(reminder) => {
                self.perform(&CancelReminder { reminder }).await?;
            }
            Reversal::RestoreCustomer { customer, were } => self.restore_customer(customer, were).await?,
            Reversal::PutReminderBack { reminder, at } => {
                self.perform(&PutOffReminder { reminder, at }).await?;
            }
            Reversal::RestoreReminders(ids) => self.restore_reminders(ids).await?,
            Reversal::RestorePrice { product, price } => self.restore_price(product, price).await?,
            Reversal::ReverseMovement {
                product,
                quantity,
                unit,
                ..
            } => self.reverse_movement(product, quantity, unit).await?,
        }
        Ok(Outcome::Undone {
            entries: Vec::new(),
            balance: None,
        })
    }

    async fn restore_price(&mut self, product: ProductId, price: Option<Money>) -> Result<(), Refusal> {
        let changes = ProductChanges {
            price: Some(price),
            ..ProductChanges::default()
        };
        let verb = UpdateProduct {
            product,
            expected: Expected::Any,
            changes,
        };
        self.perform(&verb).await?;
        Ok(())
    }

    async fn reverse_movement(
        &mut self,
        product: ProductId,
        quantity: Quantity,
        unit: Unit,
    ) -> Result<(), Refusal> {
        let back = quantity
            .negated()
            .ok_or_else(|| Refusal::out_of_range(Subject::Quantity))?;
        let verb = MoveStock {
            product,
            reason: MovementReason::Adjustment,
            quantity: back,
            unit: Some(unit),
            cost: None,
            note: Some(reason()?),
        };
        self.perform(&verb).await?;
        Ok(())
    }

    async fn cancel_bill(&mut self, invoice: InvoiceId) -> Result<Outcome, Refusal> {
        let verb = CancelInvoice {
            invoice,
            reason: reason()?,
        };
        let cancelled = self.perform(&verb).await?;
        let customer = Some(cancelled.invoice.customer);
        let (entry, balance) = (cancelled.invoice.entry, Some(cancelled.balance));
        self.kept.issued.push(cancelled);
        // The reversal is the newest entry of this customer that reverses the bill's.
        let filter = execora_ledger::EntryFilter {
            customer,
            from: None,
            to: None,
        };
        let page = execora_kernel::PageRequest::first(20);
        let entries = self
            .reads
            .ledger
            .entries(self.tenant(), &filter, page)
            .await?
            .items;
        let reverses = |found: &&execora_ledger::Entry| found.reverses == Some(entry);
        Ok(Outcome::Undone {
            entries: entries.iter().filter(reverses).map(|found| found.id).collect(),
            balance,
        })
    }

    async fn reopen(&mut self, draft: DraftId) -> Result<(), Refusal> {
        let expected = Expected::Any;
        let draft = self.perform(&RestoreDraft { draft, expected }).await?;
        self.kept.keep_draft(&draft);
        Ok(())
    }

    async fn put_back(&mut self, before: DraftToSave) -> Result<(), Refusal> {
        let Some((draft, version)) = before.draft else {
            return Err(Refusal::NotFound);
        };
        let items = before.lines.iter().map(item).collect::<Result<Vec<_>, _>>()?;
        let changes = DraftChanges {
            customer: Some(Some(before.customer)),
            items: Some(items),
            with_gst: before.with_gst.map(Some),
            discount: Some(before.discount.map(discount).unwrap_or_default()),
            ..DraftChanges::default()
        };
        let verb = UpdateDraft {
            draft,
            expected: Expected::Version(version),
            changes,
        };
        let draft = self.perform(&verb).await?;
        self.kept.keep_draft(&draft);
        Ok(())
    }
}

fn reason() -> Result<Label, Refusal> {
    Label::parse("taken back by voice").map_err(|_| Refusal::of(Subject::Reason, FieldCode::InvalidFormat))
}
