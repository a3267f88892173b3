//! From the dialogue's reply to the answer with the things it shows.

use crate::session::Turn as TurnRow;
use crate::turn::answer::{TurnAnswer, TurnChoice, TurnClarify, TurnOption, TurnPreview, TurnResult};
use crate::turn::work::Work;
use execora_invoice::Draft;
use execora_kernel::{DraftId, InvoiceId, StoreError, TurnId};
use execora_voice_intent::dialogue::{Choice, Clarify, Shown};

/// How far back an answer is looked for that is to be shown again.
const TURNS_BACK: u16 = 50;

impl Work<'_> {
    pub(super) async fn results(&self, shown: Vec<Shown>) -> Result<TurnResult, StoreError> {
        let mut results = Vec::with_capacity(shown.len());
        for one in shown {
            results.push(self.result(one).await?);
        }
        match <[TurnResult; 1]>::try_from(results) {
            Ok([only]) => Ok(only),
            Err(several) if several.is_empty() => Ok(TurnResult::Nothing),
            Err(several) => Ok(TurnResult::Several(several)),
        }
    }

    async fn result(&self, shown: Shown) -> Result<TurnResult, StoreError> {
        let kept = &self.kept;
        let last = |fits: &dyn Fn(&TurnResult) -> bool| {
            kept.results
                .iter()
                .rev()
                .find(|one| fits(one))
                .cloned()
                .unwrap_or(TurnResult::Nothing)
        };
        Ok(match shown {
            Shown::Nothing | Shown::Erased(_) => TurnResult::Nothing,
            Shown::NotUnderstood => TurnResult::NotUnderstood,
            Shown::Draft(id) => self
                .draft(id)
                .await?
                .map_or(TurnResult::Nothing, TurnResult::Draft),
            Shown::Drafts => TurnResult::Drafts(self.draft_list()),
            Shown::Invoice(id) => self.invoice(id).await?,
            Shown::Invoices => TurnResult::Invoices(kept.invoice_list.clone()),
            Shown::Payment(id) => {
                last(&|one| matches!(one, TurnResult::Payment { payment, .. } if payment.id == id))
            }
            Shown::Entry(id) => last(&|one| matches!(one, TurnResult::Entry { entry, .. } if entry.id == id)),
            Shown::Price(id) => {
                last(&|one| matches!(one, TurnResult::Priced { product, .. } if product.id == id))
            }
            Shown::Movement(id) => {
                last(&|one| matches!(one, TurnResult::Movement { movement, .. } if movement.id == id))
            }
            Shown::Balance(id) => {
                let owed = kept.owed.iter().rev().find(|owed| owed.customer == id).cloned();
                owed.map_or(TurnResult::Nothing, TurnResult::Balance)
            }
            Shown::Balances => TurnResult::Balances(kept.owed.clone()),
            Shown::TotalPending => kept.pending.map_or(TurnResult::Nothing, |(total, customers)| {
                TurnResult::TotalPending { total, customers }
            }),
            Shown::Summary { from, to } => last(
                &|one| matches!(one, TurnResult::Summary(summary) if (summary.from, summary.to) == (from, to)),
            ),
            Shown::Statement { customer, from, to } => {
                let days = (customer, from, to);
                last(&|one| matches!(one, TurnResult::Statement(s) if (s.customer, s.from, s.to) == days))
            }
            Shown::Message(message) => TurnResult::Message(message),
            Shown::Recording(state) => TurnResult::Recording(state),
            Shown::Customer(id) => {
                let found = kept.customers.iter().rev().find(|customer| customer.id == id);
                boxed(found, TurnResult::Customer)
            }
            Shown::Reminder(id) => {
                let found = kept.reminders.iter().rev().find(|reminder| reminder.id == id);
                boxed(found, TurnResult::Reminder)
            }
            Shown::Reminders => TurnResult::Reminders(kept.reminder_list.clone()),
            Shown::Product(id) => {
                let found = kept.products.iter().rev().find(|product| product.id == id);
                boxed(found, TurnResult::Product)
            }
            Shown::Undone { intent, entries } => TurnResult::Undone { intent, entries },
            Shown::Language(language) => TurnResult::Language(language),
            Shown::Help(examples) => TurnResult::Help(examples),
            Shown::Earlier(turn) => self.earlier(turn).await?,
            Shown::Refused(code) => TurnResult::Refused { code },
        })
    }

    /// The drafts of the list, else those that the question was about, each once.
    fn draft_list(&self) -> Vec<Draft> {
        if !self.kept.draft_list.is_empty() {
            return self.kept.draft_list.clone();
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for draft in self.kept.drafts.iter().rev() {
            if drafts.iter().all(|known| known.id != draft.id) {
                drafts.push(draft.clone());
            }
        }
        drafts
    }

    async fn draft(&self, id: DraftId) -> Result<Option<Box<Draft>>, StoreError> {
        if let Some(draft) = self.kept.draft(id) {
            return Ok(Some(Box::new(draft.clone())));
        }
        Ok(self.reads.invoices.draft(self.tenant(), id).await?.map(Box::new))
    }

    async fn invoice(&self, id: InvoiceId) -> Result<TurnResult, StoreError> {
        if let Some(issued) = self
            .kept
            .issued
            .iter()
            .rev()
            .find(|issued| issued.invoice.id == id)
        {
            let invoice = Box::new(issued.invoice.clone());
            return Ok(TurnResult::Invoice {
                invoice,
                balance: issued.balance,
            });
        }
        let Some(invoice) = self.reads.invoices.invoice(self.tenant(), id).await? else {
            return Ok(TurnResult::Nothing);
        };
        let balance = self
            .customer(invoice.customer)
            .await?
            .map(|customer| customer.balance);
        Ok(TurnResult::Invoice {
            invoice: Box::new(invoice),
            balance: balance.unwrap_or_default(),
        })
    }

    async fn earlier(&self, id: TurnId) -> Result<TurnResult, StoreError> {
        let turns = self
            .reads
            .sessions
            .turns(self.tenant(), self.session, TURNS_BACK)
            .await?;
        let turn = turns.iter().find(|turn| turn.id == id);
        Ok(turn
            .and_then(answer_of)
            .map_or(TurnResult::Nothing, |answer| answer.result))
    }

    pub(super) async fn clarify(&self, clarify: Clarify) -> Result<TurnClarify, StoreError> {
        let mut options = Vec::with_capacity(clarify.options.len());
        for option in clarify.options {
            let value = match option.value {
                Choice::Customer(customer) => TurnChoice::Customer(customer),
                Choice::NewCustomer(name) => TurnChoice::NewCustomer(name),
                Choice::Product(product) => TurnChoice::Product(product),
                Choice::Reading { intent, slots } => TurnChoice::Reading { intent, slots },
                Choice::Draft(draft) => {
                    let found = self.draft(draft.id).await?;
                    TurnChoice::Draft(found.ok_or(StoreError::Corrupt {
                        what: "draft of a choice",
                    })?)
                }
            };
            options.push(TurnOption {
                index: option.index,
                label: option.label,
                value,
            });
        }
        let preview = match clarify.preview {
            Some(preview) => Some(TurnPreview {
                intent: preview.intent,
                customer: preview.customer,
                draft: match preview.draft {
                    Some(draft) => self.draft(draft.id).await?,
                    None => None,
                },
                amount: preview.amount,
            }),
            None => None,
        };
        Ok(TurnClarify {
            kind: clarify.kind,
            prompt: clarify.prompt,
            options,
            missing: clarify.missing,
            about: clarify.about,
            preview,
            token: clarify.token,
            expires_at: clarify.expires_at,
        })
    }
}

/// What was found, as a result; nothing when it was not.
fn boxed<T: Clone>(found: Option<&T>, result: fn(Box<T>) -> TurnResult) -> TurnResult {
    found.map_or(TurnResult::Nothing, |found| result(Box::new(found.clone())))
}

/// The answer that was kept with a turn.
pub(super) fn answer_of(turn: &TurnRow) -> Option<TurnAnswer> {
    serde_json::from_str(&turn.answer).ok()
}
