//! What a conversation remembers, kept with its session between turns: bounded, versioned, plain data.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{CustomerId, Money, TurnId, UndoId};
use serde::{Deserialize, Serialize};

use super::effect::{Clarify, DraftToSave, ReplyState, Reversal, Shown};
use super::fact::{CustomerFact, DraftFact, InvoiceFact, ProductFact, ReminderFact};
use crate::understanding::{Intent, Language, Slots};

/// The shape of the stored state; a state of another version is not read, and the conversation starts afresh.
pub const STATE_VERSION: u16 = 1;
/// How long a question stays open.
pub const QUESTION_LIFE: TimeDelta = TimeDelta::minutes(2);
/// How long a thing that was done can be taken back.
pub const UNDO_LIFE: TimeDelta = TimeDelta::minutes(10);
/// The most things that are remembered for taking back.
pub const UNDO_MAX: usize = 20;
/// The most commands of one breath that are run.
pub(super) const BREATH_MAX: usize = 5;
const RECENT_MAX: usize = 5;
const SPENT_MAX: usize = 16;

/// A customer the conversation was about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: CustomerId,
    /// The name as stored.
    pub name: String,
}

/// Something that was done and how it is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneThing {
    /// The token under which it is taken back.
    pub id: UndoId,
    /// What it was.
    pub intent: Intent,
    /// When.
    pub at: DateTime<Utc>,
    /// How it is taken back.
    pub reversal: Reversal,
}

/// The answer before, for saying it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastReply {
    /// Whose answer.
    pub turn: TurnId,
    /// What it was about.
    pub intent: Intent,
    /// Its words.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// How it ended.
    pub state: ReplyState,
}

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
    /// The recogniser of this machine heard it.
    pub locally: bool,
    /// A past day was said.
    pub past_day: bool,
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
    /// Nothing more than a yes was said, to no question in particular.
    pub bare_yes: bool,
    /// The customer was made on the way.
    pub made_customer: bool,
    /// Takes back what this command has done so far.
    pub undo: Option<UndoId>,
    pub drafts: Option<Vec<DraftFact>>,
    /// This draft was changed by somebody else and is looked up again.
    pub changed_draft: Option<execora_kernel::DraftId>,
    pub invoice: Option<InvoiceFact>,
    pub invoices: Option<Vec<InvoiceFact>>,
    pub reminders: Option<Vec<ReminderFact>>,
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
    /// What is being done, when an action is under way.
    pub doing: Doing,
    /// A question was opened in this turn.
    pub asked: bool,
    /// Commands that wait for the question of this turn.
    pub parked: VecDeque<Task>,
}

/// What the answer that is waited for belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Doing {
    /// The command itself.
    #[default]
    Command,
    /// Taking a thing back.
    TakingBack(DoneThing),
}

/// What a conversation remembers between turns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialogueState {
    version: u16,
    /// The language that was asked for; `None` follows the speaker.
    pub(super) language_set: Option<Language>,
    pub(super) language_heard: Language,
    pub(super) recent: Vec<Person>,
    pub(super) question: Option<Question>,
    /// Tokens of questions that are over.
    pub(super) spent: VecDeque<String>,
    pub(super) undo: Vec<DoneThing>,
    pub(super) last: Option<LastReply>,
    pub(super) running: Option<Running>,
}

impl Default for DialogueState {
    fn default() -> Self {
        Self {
            version: STATE_VERSION,
            language_set: None,
            language_heard: Language::default(),
            recent: Vec::new(),
            question: None,
            spent: VecDeque::new(),
            undo: Vec::new(),
            last: None,
            running: None,
        }
    }
}

impl DialogueState {
    /// A conversation that starts in `language` until somebody speaks another.
    #[must_use]
    pub fn in_language(language: Language) -> Self {
        Self {
            language_heard: language,
            ..Self::default()
        }
    }

    /// Whether this state has the shape that this program reads.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.version == STATE_VERSION
    }

    /// The language of the next answer, as far as it is known.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language_set.unwrap_or(self.language_heard)
    }

    /// The customer that a pronoun stands for.
    #[must_use]
    pub fn active(&self) -> Option<&Person> {
        self.recent.first()
    }

    /// The question that is open at `at`.
    #[must_use]
    pub fn open_question(&self, at: DateTime<Utc>) -> Option<&Clarify> {
        self.question
            .as_ref()
            .map(|q| &q.clarify)
            .filter(|c| at < c.expires_at)
    }

    /// The token of the question that the turn under way answers: one question is acted upon once, however often
    /// and from wherever its answer comes.
    #[must_use]
    pub fn answers(&self) -> Option<&str> {
        self.running.as_ref()?.origin.as_deref()
    }

    /// The language to answer in from now on; `None` follows the speaker.
    pub fn set_language(&mut self, language: Option<Language>) {
        self.language_set = language;
    }

    /// The things that can still be taken back at `at`, the latest last.
    pub fn can_be_undone(&self, at: DateTime<Utc>) -> impl DoubleEndedIterator<Item = &DoneThing> {
        self.undo.iter().filter(move |thing| at - thing.at <= UNDO_LIFE)
    }

    pub(super) fn speak_of(&mut self, id: CustomerId, name: &str) {
        self.recent.retain(|person| person.id != id);
        self.recent.insert(
            0,
            Person {
                id,
                name: name.to_owned(),
            },
        );
        self.recent.truncate(RECENT_MAX);
    }

    pub(super) fn forget(&mut self, id: CustomerId) {
        self.recent.retain(|person| person.id != id);
    }

    /// Ends the open question; a late answer to it is then known as late.
    pub(super) fn close_question(&mut self) -> Option<Question> {
        let question = self.question.take()?;
        self.spent.push_back(question.clarify.token.clone());
        while self.spent.len() > SPENT_MAX {
            self.spent.pop_front();
        }
        Some(question)
    }

    pub(super) fn remember_done(&mut self, thing: DoneThing) {
        self.undo.push(thing);
        if self.undo.len() > UNDO_MAX {
            self.undo.remove(0);
        }
    }

    /// Leaves out what can no longer be taken back because the draft it was about has become a bill.
    pub(super) fn draft_is_issued(&mut self, draft: execora_kernel::DraftId) {
        self.undo.retain(|thing| match &thing.reversal {
            Reversal::DiscardDraft(id) | Reversal::ReopenDraft(id) => *id != draft,
            Reversal::RestoreDraft(saved) => saved.draft.is_none_or(|(id, _)| id != draft),
            Reversal::ReopenDrafts(ids) => !ids.contains(&draft),
            _ => true,
        });
    }
}

impl Task {
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
