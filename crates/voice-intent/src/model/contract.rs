//! The validated contract: what a model may answer, and what of it is believed.

use chrono::{DateTime, FixedOffset};
use execora_kernel::GatewayError;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use crate::understanding::{Intent, NotSaid, Reading, Slots, check_said};

/// A longer answer is not read.
pub const ANSWER_BYTES_MAX: usize = 16 * 1_024;
/// However sure a model says it is: between the threshold and this a yes is asked for.
pub const MODEL_CONFIDENCE_MAX: f32 = 0.79;

/// What a model answers.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModelAnswer {
    /// What is asked for; the older names are taken too.
    pub intent: Intent,
    /// How certain the model is, 0 to 1.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub confidence: f32,
    /// What is named.
    #[serde(default)]
    pub slots: Slots,
}

/// Why there is no reading from the model.
#[derive(Debug, Error)]
pub enum ModelError {
    /// The model could not be asked.
    #[error("the model could not be asked")]
    Gateway(#[from] GatewayError),
    /// The answer is not of the contract.
    #[error("the answer is not of the contract: {0}")]
    Contract(&'static str),
    /// The answer holds what the utterance does not say.
    #[error("the answer is not what was said: {0}")]
    NotSaid(#[from] NotSaid),
}

/// The JSON Schema of an answer, out of the types that read it.
#[must_use]
pub fn schema() -> Value {
    schemars::schema_for!(ModelAnswer).to_value()
}

/// Reads an answer and believes of it what `text` says.
///
/// # Errors
/// [`ModelError::Contract`] for what is no answer, [`ModelError::NotSaid`] for what was not said. The words of the answer
/// are in neither: they may be anything.
pub fn checked(answer: &str, text: &str, now: DateTime<FixedOffset>) -> Result<Reading, ModelError> {
    if answer.len() > ANSWER_BYTES_MAX {
        return Err(ModelError::Contract("too long"));
    }
    let answer: ModelAnswer =
        serde_json::from_str(answer).map_err(|_| ModelError::Contract("not the agreed JSON"))?;
    if !(0.0..=1.0).contains(&answer.confidence) {
        return Err(ModelError::Contract("confidence out of range"));
    }
    let language = check_said(answer.intent, &answer.slots, text, now)?;
    Ok(Reading {
        intent: answer.intent,
        confidence: answer.confidence.min(MODEL_CONFIDENCE_MAX),
        slots: answer.slots,
        language,
        ..Reading::default()
    })
}
