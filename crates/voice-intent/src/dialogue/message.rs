//! What leaves the house, and what is kept of the sound of a conversation: neither can be taken back.

use execora_kernel::{CustomerId, InvoiceId, MessageId};
use serde::{Deserialize, Serialize};

use crate::understanding::{Channel, Period};

/// What a message carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// An issued bill.
    Invoice(InvoiceId),
    /// The customer's account: of these days, or the whole of it.
    Statement(Option<Period>),
}

/// A message to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageToSend {
    /// What.
    pub document: Document,
    /// To whom.
    pub customer: CustomerId,
    /// How.
    pub channel: Channel,
    /// Where to, when that was said; `None` for where the customer is reached.
    pub to: Option<String>,
}

/// How far a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// It waits for its turn.
    Queued,
    /// It has left.
    Sent,
}

/// A message that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFact {
    /// Which.
    pub id: MessageId,
    /// How it goes.
    pub channel: Channel,
    /// How far it is.
    pub state: MessageState,
}

/// Whether the sound of a conversation is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordingState {
    /// From now on.
    Started,
    /// No longer.
    Stopped,
}
