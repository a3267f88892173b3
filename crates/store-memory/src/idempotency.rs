//! Answers of requests that may come twice. Who claims one waits for the unit before it, as every unit does.

use crate::unit::Unit;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::StoreError;
use execora_usecases::ports::{Claim, IdempotencyRepository, RequestName};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub(crate) struct Answered {
    pub(crate) fingerprint: String,
    pub(crate) answer: Option<String>,
    pub(crate) at: DateTime<Utc>,
}

#[async_trait]
impl IdempotencyRepository for Unit {
    async fn claim(
        &mut self,
        name: &RequestName,
        fingerprint: &str,
        at: DateTime<Utc>,
        expired_before: DateTime<Utc>,
    ) -> Result<Claim, StoreError> {
        self.act(|state| {
            if let Some(Answered {
                fingerprint,
                answer: Some(answer),
                at,
            }) = state.answers.get(name)
                && *at >= expired_before
            {
                return Ok(Claim::Answered {
                    fingerprint: fingerprint.clone(),
                    answer: answer.clone(),
                });
            }
            let claim = Answered {
                fingerprint: fingerprint.to_owned(),
                answer: None,
                at,
            };
            let answers = Arc::make_mut(&mut state.answers);
            answers.insert(name.clone(), claim);
            Ok(Claim::New)
        })
    }

    async fn answer(&mut self, name: &RequestName, answer: &str) -> Result<(), StoreError> {
        self.act(|state| {
            let claim = Arc::make_mut(&mut state.answers).get_mut(name);
            claim
                .ok_or(StoreError::Corrupt {
                    what: "an answer to a request that nobody claimed",
                })?
                .answer = Some(answer.to_owned());
            Ok(())
        })
    }
}
