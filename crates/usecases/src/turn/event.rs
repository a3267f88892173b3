//! One action of the dialogue, done or refused; a refusal is told with the names and amounts that explain it.

use crate::turn::act::changes;
use crate::turn::facts;
use crate::turn::refused::{TurnRefused, to_dialogue};
use crate::turn::work::Work;
use execora_kernel::UndoId;
use execora_voice_intent::dialogue::{self, Action, Event, Outcome};

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
        let refusal = match self.attempt(action).await? {
            Ok(outcome) => {
                let undo = self.cases.fresh(UndoId::new);
                return Ok(Event::Done {
                    outcome: Box::new(outcome),
                    undo,
                });
            }
            Err(refusal) => refusal,
        };
        let mut name = String::new();
        if let crate::Refusal::PhoneTaken { customer } = &refusal {
            name = self
                .customer(*customer)
                .await?
                .map(|found| found.name.to_string())
                .unwrap_or_default();
        }
        let named = |line: usize| {
            if name.is_empty() {
                facts::line_name(&self.kept, line)
            } else {
                name.clone()
            }
        };
        Ok(Event::Refused(to_dialogue(&refusal, named)))
    }

    /// Does it as one: what is refused leaves nothing of itself in the unit. What the store failed ends the turn.
    async fn attempt(&mut self, action: Action) -> Result<Result<Outcome, crate::Refusal>, TurnRefused> {
        let (changes, announced) = (changes(&action), self.announcements.len());
        if changes {
            self.unit()?.savepoint().await?;
        }
        let done = self.act(action).await;
        match &done {
            Ok(_) if changes => self.unit()?.release_savepoint().await?,
            Ok(_) => {}
            Err(refusal) => {
                self.refused(refusal)?;
                if changes {
                    self.unit()?.rollback_to_savepoint().await?;
                    self.announcements.truncate(announced);
                    self.look_anew();
                }
            }
        }
        Ok(done)
    }

    /// Takes in that something was refused; what the store failed ends the turn.
    pub(super) fn refused(&mut self, refusal: &crate::Refusal) -> Result<(), TurnRefused> {
        self.forbidden |= matches!(refusal, crate::Refusal::Forbidden(_));
        match refusal {
            crate::Refusal::Store(error) if refusal.ends_the_unit() => Err(error.clone().into()),
            _ => Ok(()),
        }
    }
}
