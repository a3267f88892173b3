//! The things that a turn has seen, for the answer that shows them.

use crate::issuing::IssuedInvoice;
use crate::turn::answer::{Owed, TurnResult};
use execora_customer::Customer;
use execora_inventory::Product;
use execora_invoice::{Draft, Invoice};
use execora_kernel::{DraftId, Money};
use execora_reminder::Reminder;

/// The things that a turn has seen; of each, the last state of it counts.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) drafts: Vec<Draft>,
    pub(super) draft_list: Vec<Draft>,
    pub(super) issued: Vec<IssuedInvoice>,
    pub(super) invoice_list: Vec<Invoice>,
    pub(super) customers: Vec<Customer>,
    pub(super) reminders: Vec<Reminder>,
    pub(super) reminder_list: Vec<Reminder>,
    pub(super) products: Vec<Product>,
    pub(super) owed: Vec<Owed>,
    pub(super) pending: Option<(Money, u64)>,
    /// Payments, entries, prices, movements and reports, which nothing but an answer shows.
    pub(super) results: Vec<TurnResult>,
}

impl Kept {
    pub(super) fn draft(&self, id: DraftId) -> Option<&Draft> {
        self.drafts.iter().rev().find(|draft| draft.id == id)
    }

    pub(super) fn keep_draft(&mut self, draft: &Draft) {
        self.drafts.push(draft.clone());
    }
}
