//! What a turn comes to: the words, how it ended, the things it shows, and the question it leaves open.

use crate::needs::Needs;
use crate::reports::{Statement, Summary};
use crate::turn::token::UndoToken;
use chrono::{DateTime, Utc};
use execora_customer::Customer;
use execora_inventory::{Movement, Product};
use execora_invoice::{Draft, Invoice};
use execora_kernel::{CustomerId, EntryId, Money, Quantity, SessionId, TurnId};
use execora_ledger::{Entry, Payment};
use execora_reminder::Reminder;
use execora_voice_intent::dialogue::{
    ClarifyKind, CustomerFact, MessageFact, Missing, ProductFact, RecordingState, ReplyState,
};
use execora_voice_intent::understanding::{Intent, Language, Slots};
use serde::{Deserialize, Serialize};

/// Who understood the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The grammar of this program.
    Grammar,
    /// An earlier answer of a model.
    Cache,
    /// A language model.
    Model,
}

impl Source {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Grammar => "grammar",
            Self::Cache => "cache",
            Self::Model => "model",
        }
    }
}

/// What one customer owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Owed {
    pub customer: CustomerId,
    pub name: String,
    pub balance: Money,
}

/// The things that an answer shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum TurnResult {
    /// Nothing beyond the words.
    Nothing,
    /// The words were not understood.
    NotUnderstood,
    Draft(Box<Draft>),
    Drafts(Vec<Draft>),
    /// A bill and what its customer owes.
    Invoice {
        invoice: Box<Invoice>,
        balance: Money,
    },
    Invoices(Vec<Invoice>),
    /// A payment and what the customer owes after it.
    Payment {
        payment: Box<Payment>,
        balance: Money,
    },
    /// A journal entry and what the customer owes after it.
    Entry {
        entry: Box<Entry>,
        balance: Money,
    },
    Balance(Owed),
    Balances(Vec<Owed>),
    TotalPending {
        total: Money,
        customers: u64,
    },
    Summary(Box<Summary>),
    Statement(Box<Statement>),
    /// A message on its way.
    Message(MessageFact),
    /// Whether the sound of the conversation is kept.
    Recording(RecordingState),
    Customer(Box<Customer>),
    Reminder(Box<Reminder>),
    Reminders(Vec<Reminder>),
    Product(Box<Product>),
    /// A product whose price was changed.
    Priced {
        product: Box<Product>,
        old_price: Option<Money>,
    },
    Movement {
        movement: Box<Movement>,
        stock: Quantity,
    },
    Undone {
        intent: Intent,
        entries: Vec<EntryId>,
    },
    Language(Language),
    Help(Vec<String>),
    /// Nothing was done, for the reason with this stable code.
    Refused {
        code: String,
    },
    /// One for each command that was said in one breath.
    Several(Vec<TurnResult>),
}

/// What an option stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum TurnChoice {
    Customer(CustomerFact),
    /// A customer of this name, who is made when chosen.
    NewCustomer(String),
    Product(ProductFact),
    Draft(Box<Draft>),
    /// What was half heard, read as a whole; nothing is done of it before it is chosen.
    Reading {
        intent: Intent,
        slots: Box<Slots>,
    },
}

/// One option of a choice, counted from one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TurnOption {
    pub index: usize,
    pub label: String,
    pub value: TurnChoice,
}

/// What a yes would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TurnPreview {
    pub intent: Intent,
    pub customer: Option<CustomerFact>,
    pub draft: Option<Box<Draft>>,
    pub amount: Option<Money>,
}

/// The question that an answer leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TurnClarify {
    pub kind: ClarifyKind,
    pub prompt: String,
    pub options: Vec<TurnOption>,
    pub missing: Vec<Missing>,
    /// The goods of which it was not said.
    #[serde(default)]
    pub about: Option<String>,
    pub preview: Option<TurnPreview>,
    pub token: String,
    pub expires_at: DateTime<Utc>,
}

/// The one answer of a turn. It is kept with the turn, so that the same turn gets the same answer again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TurnAnswer {
    /// The conversation.
    pub session: SessionId,
    /// The turn.
    pub turn: TurnId,
    /// What the words were understood as; AFFIRM, DENY, SELECT_OPTION or UNDO for a button.
    pub intent: Intent,
    /// How certain that is, 0 to 1.
    pub confidence: f32,
    /// What was said with it.
    pub slots: Slots,
    /// Who understood it.
    pub source: Source,
    /// How long understanding took.
    pub took_us: u32,
    /// What was asked for in one breath, one after the other, as it was read.
    #[serde(default)]
    pub commands: Vec<Intent>,
    /// What the answer is about: for a yes or a choice, the command that went on.
    pub about: Intent,
    /// The answer in words.
    pub text: String,
    /// The language of the words.
    pub language: Language,
    /// How it ended.
    pub state: ReplyState,
    /// What it shows.
    pub result: TurnResult,
    /// The question that is open now.
    pub clarify: Option<TurnClarify>,
    /// Takes back the last thing that was done, for ten minutes.
    pub undo: Option<UndoToken>,
    /// The rights that it needed: who lacks one of them does not hear it again.
    #[serde(default)]
    pub needs: Needs,
}

impl TurnAnswer {
    /// The words as a voice should say them, with amounts written out.
    #[must_use]
    pub fn speakable(&self) -> String {
        execora_voice_intent::wording::speakable(&self.text, self.language)
    }
}
