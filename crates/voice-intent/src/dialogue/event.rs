//! What happens to a conversation: words, choices, a yes or no, and the answers to what it asked for.

use chrono::{DateTime, FixedOffset};
use execora_kernel::{Money, TurnId, UndoId};

use super::fact::{CustomerFact, CustomerFound, DraftFact, InvoiceFact, ProductFound, ReminderFact};
use super::outcome::{Outcome, Refusal};
use crate::understanding::{Language, Reading};

/// The circumstances of one turn: the same for all of its steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// Which turn; tokens of questions are made from it.
    pub id: TurnId,
    /// When, in the shop's offset.
    pub at: DateTime<FixedOffset>,
    /// Above this amount money moves only after a yes.
    pub confirm_above: Money,
    /// Messages can leave the shop; where they cannot, nothing is asked that only sending needs.
    pub sends: bool,
    /// The sound of a conversation can be kept.
    pub records: bool,
}

/// One utterance, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The words, for choices by name and for bare amounts.
    pub text: String,
    /// What the words were understood as.
    pub reading: Reading,
    /// The words came from the recogniser of this machine, which also hears commands in noise.
    pub locally: bool,
}

/// What a conversation is told next.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Somebody said or typed something.
    Heard(Box<Heard>),
    /// A choice by button: counted from one, −1 for the last.
    Chosen(i32),
    /// A yes or no by button, to the question with this token.
    Accepted {
        /// Yes or no.
        accept: bool,
        /// Which question.
        token: String,
    },
    /// Take back the thing with this token.
    UndoAsked(UndoId),
    /// Speak this language from now on; `None` follows the speaker again.
    LanguageSet(Option<Language>),
    /// What a look-up found.
    Looked(Looked),
    /// An action was done.
    Done {
        /// What came of it.
        outcome: Box<Outcome>,
        /// The token under which it may be taken back, when it is something that can be.
        undo: UndoId,
    },
    /// An action or look-up was refused; nothing was changed by it.
    Refused(Refusal),
}

/// What a look-up found; each answers the look-up of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// A customer by name.
    Customer(CustomerFound),
    /// A customer by id; `None` when there is none any more.
    Person(Option<CustomerFact>),
    /// Products, in the order they were asked for.
    Products(Vec<ProductFound>),
    /// Open drafts, the newest first.
    Drafts(Vec<DraftFact>),
    /// One bill by its number.
    Invoice(Option<InvoiceFact>),
    /// Issued bills that are not cancelled, the newest first.
    Invoices(Vec<InvoiceFact>),
    /// Reminders still to come, the next first.
    Reminders(Vec<ReminderFact>),
}
