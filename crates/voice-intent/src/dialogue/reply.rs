//! The one answer of a turn: its words, how it ended, what it shows, and the question it leaves open.

use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, Money, MovementId, PaymentId, ProductId, ReminderId, TurnId,
    UndoId,
};
use serde::{Deserialize, Serialize};

use super::fact::{CustomerFact, DraftFact, Missing, ProductFact};
use super::message::{MessageFact, RecordingState};
use crate::understanding::{Intent, Language, Slots};

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyState {
    /// Done, or answered.
    Done,
    /// Waits for a yes.
    NeedsConfirmation,
    /// Waits for a choice or for something that was not said.
    NeedsChoice,
    /// Nothing was done.
    Failed,
}

/// What an answer shows. The driver holds the things themselves; these say which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Nothing beyond the words.
    Nothing,
    /// Words that were not understood.
    NotUnderstood,
    /// A draft.
    Draft(DraftId),
    /// Open drafts.
    Drafts,
    /// A bill with what the customer owes.
    Invoice(InvoiceId),
    /// Bills.
    Invoices,
    /// A payment with what the customer owes.
    Payment(PaymentId),
    /// A journal entry with what the customer owes.
    Entry(EntryId),
    /// What a customer owes.
    Balance(CustomerId),
    /// What all customers owe, one by one.
    Balances,
    /// What all customers owe together.
    TotalPending,
    /// What was sold, collected and lent on these days.
    Summary {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A customer's account on these days.
    Statement {
        /// Whose.
        customer: CustomerId,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// A message on its way.
    Message(MessageFact),
    /// Whether the sound of the conversation is kept.
    Recording(RecordingState),
    /// A customer.
    Customer(CustomerId),
    /// Whose person data is gone.
    Erased(CustomerId),
    /// A reminder.
    Reminder(ReminderId),
    /// Reminders.
    Reminders,
    /// A product.
    Product(ProductId),
    /// A product and its price before.
    Price(ProductId),
    /// A stock movement.
    Movement(MovementId),
    /// What was taken back.
    Undone {
        /// What it was.
        intent: Intent,
        /// The entries that reverse it.
        entries: Vec<EntryId>,
    },
    /// The language from now on.
    Language(Language),
    /// Things that can be said.
    Help(Vec<String>),
    /// What that earlier turn showed.
    Earlier(TurnId),
    /// It was refused, for the reason with this stable code.
    Refused(String),
}

/// What a choice stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A customer.
    Customer(CustomerFact),
    /// A customer who is to be made.
    NewCustomer(String),
    /// A product.
    Product(ProductFact),
    /// A draft.
    Draft(DraftFact),
    /// What was half heard, read as a whole.
    Reading {
        /// What for.
        intent: Intent,
        /// What was said.
        slots: Box<Slots>,
    },
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClarifyKind {
    /// Which customer.
    Customer,
    /// Which product.
    Product,
    /// Which draft.
    Draft,
    /// Yes or no.
    Confirm,
    /// Something was not said.
    Missing,
    /// What was meant by words that were half heard.
    Intent,
}

/// What a yes would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What for.
    pub intent: Intent,
    /// For whom.
    pub customer: Option<CustomerFact>,
    /// Which draft.
    pub draft: Option<DraftFact>,
    /// How much money.
    pub amount: Option<Money>,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClarifyOption {
    /// Counted from one.
    pub index: usize,
    /// In words.
    pub label: String,
    /// What it stands for.
    pub value: Choice,
}

/// A question that the answer leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clarify {
    /// What it is about.
    pub kind: ClarifyKind,
    /// In words.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<ClarifyOption>,
    /// What was not said.
    pub missing: Vec<Missing>,
    /// Of which goods it was not said, when it is about one line of several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What a yes would do.
    pub preview: Option<Preview>,
    /// Names the question; a yes by button must carry it.
    pub token: String,
    /// When the question is over.
    pub expires_at: DateTime<Utc>,
}

/// The answer of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// What the turn was about: for a yes or a choice, the command that it went on with.
    pub intent: Intent,
    /// How it ended; the worst of several.
    pub state: ReplyState,
    /// In words.
    pub text: String,
    /// The language of the words.
    pub language: Language,
    /// What is shown, one for each command that was said in one breath.
    pub shown: Vec<Shown>,
    /// The question that is now open.
    pub clarify: Option<Clarify>,
    /// Takes back the last thing that was done.
    pub undo: Option<UndoId>,
}
