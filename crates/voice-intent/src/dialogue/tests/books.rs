//! The shop's books: bills, what is owed, codes that were sent, and taking back.

use chrono::{DateTime, FixedOffset};
use execora_kernel::{CustomerId, DraftId, EntryId, InvoiceId, Money, ProductId, UndoId, Unit};

use super::world::World;
use crate::dialogue::*;

impl World {
    pub(super) fn send_code(&mut self) -> Result<(), Refusal> {
        let ago = |sent: &DateTime<FixedOffset>| (self.now - sent).num_seconds();
        if let Some(seconds) = self.codes.last().map(ago).filter(|seconds| *seconds < 30) {
            let seconds = u32::try_from(30 - seconds).unwrap();
            return Err(Refusal::CodeTooSoon { seconds });
        }
        if self.codes.iter().filter(|sent| ago(sent) < 3600).count() >= 5 {
            return Err(Refusal::CodeTooOften);
        }
        self.codes.push(self.now);
        self.tries_left = 5;
        Ok(())
    }

    pub(super) fn try_code(&mut self, code: &str) -> Result<(), Refusal> {
        let sent = self.codes.last().unwrap();
        if self.now - sent >= CODE_LIFE {
            return Err(Refusal::CodeExpired);
        }
        if self.tries_left == 0 {
            return Err(Refusal::CodeTriesOver);
        }
        if code == "482910" {
            return Ok(());
        }
        self.tries_left -= 1;
        let tries_left = Some(self.tries_left);
        Err(Refusal::CodeWrong { tries_left })
    }

    pub(super) fn person(&self, id: CustomerId) -> CustomerFact {
        self.customers.iter().find(|c| c.id == id).unwrap().clone()
    }

    pub(super) fn product(&mut self, id: ProductId) -> &mut ProductFact {
        self.products.iter_mut().find(|p| p.id == id).unwrap()
    }

    pub(super) fn book(&mut self, customer: CustomerId, amount: Money) -> (EntryId, Money) {
        let entry = EntryId::new(self.id());
        self.entries.push((entry, customer, amount));
        (entry, self.owe(customer, amount))
    }

    pub(super) fn owe(&mut self, id: CustomerId, amount: Money) -> Money {
        let customer = self.customers.iter_mut().find(|c| c.id == id).unwrap();
        customer.balance = customer.balance.plus(amount).unwrap();
        customer.balance
    }

    pub(super) fn save(&mut self, saved: DraftToSave) -> Result<DraftFact, Refusal> {
        let (id, version) = saved.draft.unwrap_or_else(|| (DraftId::new(self.id()), 0));
        if let Some(old) = self.drafts.iter().find(|d| d.id == id)
            && old.version != version
        {
            return Err(Refusal::Stale);
        }
        let mut lines = Vec::new();
        for line in saved.lines {
            let product = line.product.map(|id| self.product(id).clone());
            let price = line.price.or(product.as_ref().and_then(|p| p.price));
            let stock = product.as_ref().map(|p| p.stock);
            lines.push(LineFact {
                product: line.product,
                name: line.name,
                quantity: line.quantity,
                unit: line.unit.unwrap_or(Unit::Piece),
                price,
                price_given: line.price.is_some(),
                discount: line.discount,
                total: price.and_then(|price| price.times(line.quantity)),
                only_left: stock.filter(|stock| *stock < line.quantity),
            });
        }
        let priced = lines.iter().all(|line| line.price.is_some());
        let draft = DraftFact {
            id,
            version: version + 1,
            customer: Some(saved.customer),
            customer_name: Some(self.person(saved.customer).name),
            discount: saved.discount,
            taken_off: Money::ZERO,
            tax: Money::ZERO,
            round_off: Money::ZERO,
            total: Money::sum(lines.iter().filter_map(|line| line.total)).unwrap(),
            lines,
            with_gst: saved.with_gst.unwrap_or(false),
            notes: saved.notes,
            missing: if priced { Vec::new() } else { vec![Missing::Price] },
        };
        self.drafts.retain(|d| d.id != id);
        self.drafts.push(draft.clone());
        Ok(draft)
    }

    pub(super) fn issue(&mut self, id: DraftId, version: i64, sent: bool) -> Result<Outcome, Refusal> {
        let draft = self
            .drafts
            .iter()
            .find(|d| d.id == id)
            .cloned()
            .ok_or(Refusal::NotFound)?;
        if draft.version != version {
            return Err(Refusal::Stale);
        }
        if let Some((line, left)) = draft.lines.iter().find_map(|l| l.only_left.map(|left| (l, left))) {
            return Err(Refusal::OutOfStock {
                product: line.name.clone(),
                left,
                unit: line.unit,
            });
        }
        self.drafts.retain(|d| d.id != id);
        let invoice = InvoiceFact {
            id: InvoiceId::new(self.id()),
            number: format!("{}", self.invoices.len() + 1),
            customer: draft.customer.unwrap(),
            customer_name: draft.customer_name.unwrap(),
            total: draft.total,
            open: draft.total,
            date: self.now.date_naive(),
            cancelled: false,
        };
        self.invoices.push(invoice.clone());
        let balance = self.owe(invoice.customer, invoice.total);
        Ok(Outcome::Issued {
            invoice,
            balance,
            sent,
        })
    }

    pub(super) fn discard(&mut self, id: DraftId) -> DraftFact {
        let at = self.drafts.iter().position(|d| d.id == id).unwrap();
        let draft = self.drafts.remove(at);
        self.discarded.push(draft.clone());
        draft
    }

    pub(super) fn cancel(&mut self, id: InvoiceId) -> Money {
        let invoice = self.invoices.iter_mut().find(|i| i.id == id).unwrap();
        assert!(!invoice.cancelled, "a bill is cancelled once");
        invoice.cancelled = true;
        let (customer, total) = (invoice.customer, invoice.total);
        self.owe(customer, total.negated().unwrap())
    }

    pub(super) fn take_back(&mut self, reversal: Reversal) -> Event {
        let mut balance = None;
        match reversal {
            Reversal::DiscardDraft(id) => drop(self.discard(id)),
            Reversal::RestoreDraft(saved) => drop(self.save(saved).unwrap()),
            Reversal::ReopenDraft(id) => {
                let at = self.discarded.iter().position(|d| d.id == id).unwrap();
                self.drafts.push(self.discarded.remove(at));
            }
            Reversal::CancelInvoice(id) => balance = Some(self.cancel(id)),
            Reversal::ReversePayment(entry) | Reversal::ReverseEntry(entry) => {
                let (_, customer, moved) = self
                    .entries
                    .iter()
                    .copied()
                    .find(|known| known.0 == entry)
                    .unwrap();
                balance = Some(self.owe(customer, moved.negated().unwrap()));
            }
            Reversal::ReverseMovement { .. } => {}
            Reversal::RemoveCustomer { customer: id, .. } => self.customers.retain(|c| c.id != id),
            Reversal::CancelReminder(id) => self.reminders.retain(|r| r.id != id),
            Reversal::RestoreReminders(ids) => {
                let back = self.cancelled_reminders.extract_if(.., |r| ids.contains(&r.id));
                self.reminders.extend(back);
            }
            Reversal::RestoreCustomer { customer: id, were } => {
                let customer = self.customers.iter_mut().find(|c| c.id == id).unwrap();
                for particular in were {
                    if let Particular::Landmark(was) = particular {
                        customer.landmark = was;
                    }
                }
            }
            Reversal::PutReminderBack { reminder, at } => {
                let found = self.reminders.iter_mut().find(|r| r.id == reminder).unwrap();
                found.next_at = Some(at);
            }
            Reversal::RestorePrice { product, price } => self.product(product).price = price,
            Reversal::ReopenDrafts(ids) => {
                let (back, gone) = self
                    .discarded
                    .drain(..)
                    .partition(|draft| ids.contains(&draft.id));
                self.discarded = gone;
                let back: Vec<DraftFact> = back;
                self.drafts.extend(back);
            }
        }
        let entries = vec![EntryId::new(self.id())];
        Event::Done {
            outcome: Box::new(Outcome::Undone { entries, balance }),
            undo: UndoId::new(self.id()),
        }
    }
}
