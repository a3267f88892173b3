//! A command and what is known about it so far, and the turn that it is part of.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, DraftId, Money, UndoId};
use serde::{Deserialize, Serialize};

use super::action::DraftToSave;
use super::change::Changes;
use super::fact::{CustomerFact, DraftFact, InvoiceFact, ProductFact, ReminderFact};
use super::measure::Apart;
use super::reply::{Clarify, ReplyState, Shown};
use crate::understanding::{Intent, Language, Slots};

/// For whom a command is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ForWhom {
    /// A customer of the shop.
    Known(CustomerFact),
    /// A customer who is made before the command goes on.
    New(String),
}

/// What an item of a command turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ItemIs {
    /// A product of the shop.
    Known(ProductFact),
    /// Several could be meant.
    OneOf(Vec<ProductFact>),
    /// Not a product of the shop.
    Unknown,
}

/// A command and what is known about it so far: questions and look-ups only ever add to this, and it is
/// then looked at again from the start.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Task {
    pub intent: Intent,
    pub slots: Slots,
    /// A pronoun stood for the customer.
    pub pronoun: bool,
    /// The grammar was not quite sure.
    pub unsure: bool,
    /// Names of the shop near to words that were not understood.
    #[serde(default)]
    pub near: (Option<String>, Option<String>),
    /// It was half heard: nothing is done of it before it was chosen.
    #[serde(default)]
    pub half_read: bool,
    /// The recogniser of this machine heard it.
    pub locally: bool,
    /// A past day was said.
    pub past_day: bool,
    /// Amounts were said as a range or a guess.
    #[serde(default)]
    pub vague: bool,
    /// Pointed at: somebody spoken of before the last.
    #[serde(default)]
    pub person: Option<CustomerId>,
    /// Pointed at somebody of whom nothing was said.
    #[serde(default)]
    pub lost: bool,
    pub who: Option<ForWhom>,
    /// Nobody named the customer; the conversation before did.
    pub guessed: bool,
    /// The active customer was looked for and is gone, or a search for nobody in particular came back empty.
    pub nobody: bool,
    pub items: Option<Vec<ItemIs>>,
    /// The same for the products that are to be removed.
    pub removed: Option<Vec<ItemIs>>,
    pub draft: Option<DraftFact>,
    /// The draft was changed in mind and waits to be saved.
    pub edited: bool,
    /// The draft as it was before this command changed it.
    pub before: Option<DraftToSave>,
    /// Nothing more than a yes or no was said, to no question in particular.
    pub bare_yes: bool,
    /// The customer was made on the way.
    pub made_customer: bool,
    /// Takes back what this command has done so far.
    pub undo: Option<UndoId>,
    pub drafts: Option<Vec<DraftFact>>,
    /// This draft was changed by somebody else and is looked up again.
    pub changed_draft: Option<DraftId>,
    pub invoice: Option<InvoiceFact>,
    pub invoices: Option<Vec<InvoiceFact>>,
    pub reminders: Option<Vec<ReminderFact>>,
    /// All of it was said to be paid: "pura paisa de diya".
    #[serde(default)]
    pub whole: bool,
    /// How it was paid was said with a bill, which says nothing of that.
    #[serde(default)]
    pub paid_apart: bool,
    /// Only bills that are not paid yet were asked for.
    #[serde(default)]
    pub unpaid: bool,
    /// What is meant as more, or as less, than what stands on the bill.
    #[serde(default)]
    pub changes: Changes,
    /// Goods of this command that are said in a measure they are not kept in; each is asked about.
    #[serde(default)]
    pub apart: Vec<Apart>,
    /// The bill is to be for the customer who was named.
    #[serde(default)]
    pub moves: bool,
    /// Only what stands on the bill is changed: "nahi 3 milk".
    #[serde(default)]
    pub on_bill_only: bool,
    /// A code was sent that has to be said before anybody is erased: until when it is good.
    #[serde(default)]
    pub code_until: Option<DateTime<Utc>>,
    /// A code was said already, and it was wrong.
    #[serde(default)]
    pub mistaken: bool,
    /// It was sent before, and was asked for again.
    #[serde(default)]
    pub resends: bool,
    /// All bills were asked to be cancelled, which is done one at a time.
    #[serde(default)]
    pub one_of_many: bool,
    /// Several things were asked to be taken back, which are taken back one at a time.
    #[serde(default)]
    pub more_asked: bool,
    /// The thing that is to be taken back.
    #[serde(default)]
    pub takes_back: Option<UndoId>,
    /// The speaker said yes to exactly this.
    pub agreed: bool,
    /// A customer of this very name is there, and another was asked for all the same.
    pub another: bool,
}

/// The one question that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Question {
    pub clarify: Clarify,
    /// What goes on with the answer.
    pub task: Task,
    /// Commands of the same breath that have to wait for it.
    pub then: VecDeque<Task>,
}

/// One command's part of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    pub intent: Intent,
    pub state: ReplyState,
    pub text: String,
    pub shown: Shown,
    pub undo: Option<UndoId>,
}

/// A turn that is not over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Running {
    pub language: Language,
    /// The question whose answer this turn goes on with.
    pub origin: Option<String>,
    pub task: Task,
    pub queue: VecDeque<Task>,
    pub parts: Vec<Part>,
    /// A question was opened in this turn.
    pub asked: bool,
    /// Commands that wait for the question of this turn.
    pub parked: VecDeque<Task>,
}

impl Task {
    /// Lets go of what was looked up for choosing alone: a question is kept with the session, and stays small.
    pub(super) fn let_go(&mut self) {
        self.invoices = None;
        if !self.slots.all {
            self.drafts = None;
            if let Some(reminders) = self.reminders.as_mut() {
                reminders.truncate(1);
            }
        }
        for draft in self.drafts.iter_mut().flatten() {
            draft.lines.clear();
        }
    }

    /// Whether something is changed or leaves the house, which is done for nobody who merely has a name like it.
    pub(super) fn acts(&self) -> bool {
        let sends = self.intent == Intent::FetchStatement && self.slots.channel.is_some();
        self.intent.is_acting() || sends
    }

    pub(super) fn customer(&self) -> Option<&CustomerFact> {
        match &self.who {
            Some(ForWhom::Known(customer)) => Some(customer),
            _ => None,
        }
    }

    pub(super) fn amount(&self) -> Option<Money> {
        self.slots.amount.map(|amount| Money::from_paise(amount.paise()))
    }
}
