//! Doing what the dialogue decided, by the verbs.

use crate::billing::kept_in;
use crate::refusal::Refusal;
use crate::request::Expected;
use crate::turn::answer::TurnResult;
use crate::turn::facts;
use crate::turn::spoken::{discount, item, label, payment_mode};
use crate::turn::work::Work;
use crate::{
    CancelInvoice, DiscardDraft, DraftChanges, GiveCredit, IssueDraft, MoveStock, RecordPayment, SaveDraft,
    UpdateDraft, UpdateProduct,
};
use execora_inventory::{MovementReason, ProductChanges};
use execora_kernel::{CustomerId, DraftId, Money, ProductId, Quantity, Unit};
use execora_voice_intent::dialogue::{Action, DraftToSave, Outcome};
use execora_voice_intent::understanding as said;

/// Whether an action changes the books.
pub(super) fn changes(action: &Action) -> bool {
    match action {
        Action::SaveDraft(_)
        | Action::IssueDraft { .. }
        | Action::DiscardDraft(_)
        | Action::DiscardDrafts(_)
        | Action::CancelInvoice(_)
        | Action::RecordPayment { .. }
        | Action::GiveCredit { .. }
        | Action::CreateCustomer { .. }
        | Action::UpdateCustomer { .. }
        | Action::ScheduleReminder(_)
        | Action::CancelReminders(_)
        | Action::PutOffReminder { .. }
        | Action::AddStock { .. }
        | Action::SetPrice { .. }
        | Action::Undo { .. } => true,
        Action::ShowCustomer(_)
        | Action::ListReminders { .. }
        | Action::ReadBalance(_)
        | Action::ListBalances
        | Action::TotalPending
        | Action::ReadSummary(_)
        | Action::ReadStatement { .. }
        | Action::ListInvoices { .. }
        | Action::ShowDrafts { .. }
        | Action::CheckStock(_)
        // What is not possible yet changes nothing either.
        | Action::SendDeletionCode(_)
        | Action::EraseCustomer { .. }
        | Action::Send(_)
        | Action::Record(_) => false,
    }
}

impl Work<'_> {
    pub(super) async fn act(&mut self, action: Action) -> Result<Outcome, Refusal> {
        match action {
            Action::SaveDraft(saved) => self.save_draft(saved).await,
            Action::IssueDraft { draft, version, .. } => self.issue_draft(draft, version).await,
            Action::DiscardDraft(id) => Ok(Outcome::DraftDiscarded(self.discard(id).await?)),
            Action::DiscardDrafts(ids) => {
                let mut gone = Vec::new();
                for id in ids {
                    gone.push(self.discard(id).await?);
                }
                self.kept.draft_list = self
                    .kept
                    .drafts
                    .split_off(self.kept.drafts.len().saturating_sub(gone.len()));
                Ok(Outcome::DraftsDiscarded(gone))
            }
            Action::CancelInvoice(invoice) => {
                let reason = label("cancelled by voice")?;
                let cancelled = self.perform(&CancelInvoice { invoice, reason }).await?;
                let (invoice, balance) = (facts::invoice(&cancelled.invoice), cancelled.balance);
                self.kept.issued.push(cancelled);
                Ok(Outcome::InvoiceCancelled { invoice, balance })
            }
            Action::RecordPayment {
                customer,
                amount,
                mode,
            } => self.pay(customer, amount, mode).await,
            Action::GiveCredit {
                customer,
                amount,
                note,
            } => self.lend(customer, amount, note).await,
            Action::CreateCustomer { particulars, opening } => self.make_customer(particulars, opening).await,
            Action::UpdateCustomer {
                customer,
                particulars,
            } => self.change_customer(customer, particulars).await,
            Action::ScheduleReminder(made) => self.remind(made).await,
            Action::PutOffReminder { reminder, at } => self.put_off(reminder, at).await,
            Action::CancelReminders(ids) => self.stop_reminders(&ids).await,
            Action::AddStock {
                product,
                quantity,
                unit,
            } => self.add_stock(product, quantity, unit).await,
            Action::SetPrice { product, price, unit } => self.set_price(product, price, unit).await,
            Action::Undo { reversal, .. } => self.take_back(reversal).await,
            reading => self.show(reading).await,
        }
    }

    async fn save_draft(&mut self, saved: DraftToSave) -> Result<Outcome, Refusal> {
        let items = saved.lines.iter().map(item).collect::<Result<Vec<_>, _>>()?;
        let discount = saved.discount.map(discount).unwrap_or_default();
        let notes = saved.notes.as_deref().map(label).transpose()?;
        let draft = match saved.draft {
            None => {
                let verb = SaveDraft {
                    customer: Some(saved.customer),
                    items,
                    with_gst: saved.with_gst,
                    discount,
                    notes,
                    date: None,
                    session: Some(self.session),
                };
                self.perform(&verb).await?
            }
            Some((draft, version)) => {
                let changes = DraftChanges {
                    customer: Some(Some(saved.customer)),
                    items: Some(items),
                    with_gst: saved.with_gst.map(Some),
                    discount: Some(discount),
                    notes: notes.map(Some),
                    ..DraftChanges::default()
                };
                let expected = Expected::Version(version);
                self.perform(&UpdateDraft {
                    draft,
                    expected,
                    changes,
                })
                .await?
            }
        };
        Ok(Outcome::DraftSaved(self.draft_fact(&draft).await?))
    }

    async fn issue_draft(&mut self, draft: DraftId, version: i64) -> Result<Outcome, Refusal> {
        let expected = Expected::Version(version);
        let issued = self.perform(&IssueDraft { draft, expected }).await?;
        let (invoice, balance) = (facts::invoice(&issued.invoice), issued.balance);
        self.kept.issued.push(issued);
        // Nothing can leave the shop yet, and the answer says so.
        Ok(Outcome::Issued {
            invoice,
            balance,
            sent: false,
        })
    }

    async fn discard(
        &mut self,
        draft: DraftId,
    ) -> Result<execora_voice_intent::dialogue::DraftFact, Refusal> {
        let expected = Expected::Any;
        let draft = self.perform(&DiscardDraft { draft, expected }).await?;
        Ok(self.draft_fact(&draft).await?)
    }

    async fn pay(
        &mut self,
        customer: CustomerId,
        amount: Money,
        mode: said::PaymentMode,
    ) -> Result<Outcome, Refusal> {
        let verb = RecordPayment {
            customer,
            amount,
            mode: payment_mode(mode),
            allocations: Vec::new(),
            received_at: None,
            reference: None,
        };
        let recorded = self.perform(&verb).await?;
        let (payment, entry, balance) = (recorded.payment.id, recorded.payment.entry, recorded.balance);
        self.kept.results.push(TurnResult::Payment {
            payment: Box::new(recorded.payment),
            balance,
        });
        Ok(Outcome::Paid {
            payment,
            entry,
            customer,
            amount,
            mode,
            balance,
        })
    }

    async fn lend(
        &mut self,
        customer: CustomerId,
        amount: Money,
        note: Option<String>,
    ) -> Result<Outcome, Refusal> {
        let note = note.map(|note| label(&note)).transpose()?;
        let posted = self
            .perform(&GiveCredit {
                customer,
                amount,
                note,
            })
            .await?;
        let (entry, balance) = (posted.entry.id, posted.balance);
        self.kept.results.push(TurnResult::Entry {
            entry: Box::new(posted.entry),
            balance,
        });
        Ok(Outcome::Credited {
            entry,
            customer,
            amount,
            balance,
        })
    }

    async fn add_stock(
        &mut self,
        product: ProductId,
        quantity: Quantity,
        unit: Option<Unit>,
    ) -> Result<Outcome, Refusal> {
        let verb = MoveStock {
            product,
            reason: MovementReason::Purchase,
            quantity,
            unit,
            cost: None,
            note: None,
        };
        let moved = self.perform(&verb).await?;
        let found = self.reads.products.find(self.tenant(), product).await?;
        let found = found.ok_or(Refusal::NotFound)?;
        let quantity = moved.movement.quantity;
        let mut fact = facts::product(&found);
        fact.stock = moved.stock;
        let outcome = Outcome::StockAdded {
            movement: moved.movement.id,
            product: fact,
            quantity,
            unit: found.unit,
        };
        let result = TurnResult::Movement {
            movement: Box::new(moved.movement),
            stock: moved.stock,
        };
        self.kept.results.push(result);
        Ok(outcome)
    }

    async fn set_price(
        &mut self,
        product: ProductId,
        price: Money,
        unit: Option<Unit>,
    ) -> Result<Outcome, Refusal> {
        let known = self.reads.products.find(self.tenant(), product).await?;
        let known = known.ok_or(Refusal::NotFound)?;
        if unit.is_some_and(|unit| unit != known.unit) {
            return Err(Refusal::WrongUnit(kept_in(&known)));
        }
        let changes = ProductChanges {
            price: Some(Some(price)),
            ..ProductChanges::default()
        };
        let verb = UpdateProduct {
            product,
            expected: Expected::Any,
            changes,
        };
        let updated = self.perform(&verb).await?;
        let (fact, old_price) = (facts::product(&updated.product), updated.old_price);
        self.kept.results.push(TurnResult::Priced {
            product: Box::new(updated.product),
            old_price,
        });
        Ok(Outcome::PriceSet {
            product: fact,
            old_price,
        })
    }
}
