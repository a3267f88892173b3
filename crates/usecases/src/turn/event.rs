//! One action of the dialogue, done or refused; a refusal is told with the names and amounts that explain it.

use crate::turn::facts;
use crate::turn::refused::{TurnRefused, to_dialogue};
use crate::turn::work::Work;
use execora_kernel::{ProductId, StoreError, UndoId};
use execora_voice_intent::dialogue::{self, Action, Event};

impl Work<'_> {
    /// Does it, and tells what came of it or why it was refused.
    pub(super) async fn event(&mut self, action: Action) -> Result<Event, TurnRefused> {
        // No code and no message can leave the shop yet, so nobody can be erased on one; nor is any sound kept.
        if matches!(
            action,
            Action::SendDeletionCode(_) | Action::EraseCustomer { .. } | Action::Send(_) | Action::Record(_)
        ) {
            return Ok(Event::Refused(dialogue::Refusal::NotPossible));
        }
        let goods = goods_of(&action);
        let for_whom = match &action {
            Action::GiveCredit { customer, .. } => Some(*customer),
            Action::IssueDraft { draft, .. } => self.kept.draft(*draft).and_then(|draft| draft.customer),
            _ => None,
        };
        let draft_issued = match &action {
            Action::IssueDraft { draft, .. } => Some(*draft),
            _ => None,
        };
        let refusal = match self.act(action).await {
            Ok(outcome) => {
                let undo = self.cases.fresh(UndoId::new);
                return Ok(Event::Done {
                    outcome: Box::new(outcome),
                    undo,
                });
            }
            Err(refusal) => refusal,
        };
        let for_whom = match (for_whom, draft_issued) {
            // The yes came in a turn of its own: nothing of the draft was looked at yet.
            (None, Some(draft)) => {
                let found = self.cases.queries.invoices.draft(self.tenant(), draft).await?;
                found.and_then(|draft| draft.customer)
            }
            (known, _) => known,
        };
        let mut name = String::new();
        let mut limit = None;
        match (&refusal, for_whom) {
            (crate::Refusal::DuplicateCustomer(id), _) => {
                name = self
                    .customer(*id)
                    .await?
                    .map(|found| found.name.to_string())
                    .unwrap_or_default();
            }
            (crate::Refusal::CreditLimitExceeded, Some(id)) => {
                limit = self.customer(id).await?.and_then(|found| found.credit_limit);
            }
            _ => {}
        }
        if let Some(told) = wrong_unit(self, &goods, &refusal).await? {
            return Ok(Event::Refused(told));
        }
        let named = |line: usize| {
            if name.is_empty() {
                facts::line_name(&self.kept, line)
            } else {
                name.clone()
            }
        };
        Ok(Event::Refused(to_dialogue(&refusal, named, limit)))
    }
}

/// The products that an action counts, in their order.
fn goods_of(action: &Action) -> Vec<Option<ProductId>> {
    match action {
        Action::SaveDraft(saved) => saved.lines.iter().map(|line| line.product).collect(),
        Action::AddStock { product, .. } | Action::SetPrice { product, .. } => {
            vec![Some(*product)]
        }
        _ => Vec::new(),
    }
}

/// Grams of something that is sold by the packet: the answer names the unit that fits.
async fn wrong_unit(
    work: &Work<'_>,
    goods: &[Option<ProductId>],
    refusal: &crate::Refusal,
) -> Result<Option<dialogue::Refusal>, StoreError> {
    let crate::Refusal::Invalid(fields) = refusal else {
        return Ok(None);
    };
    let Some(place) = fields
        .first()
        .and_then(|field| field.pointer.strip_suffix("/unit"))
    else {
        return Ok(None);
    };
    let line = place
        .rsplit('/')
        .next()
        .and_then(|line| line.parse().ok())
        .unwrap_or(0);
    let Some(product) = goods.get(line).copied().flatten() else {
        return Ok(None);
    };
    let found = work.cases.queries.products.find(work.tenant(), product).await?;
    Ok(found.map(|product| dialogue::Refusal::WrongUnit {
        product: product.name.as_str().to_owned(),
        unit: product.unit,
    }))
}
