//! What a conversation remembers, kept with its session between turns: bounded, versioned, plain data.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{CustomerId, DraftId, TurnId};
use serde::{Deserialize, Serialize};

use super::action::Reversal;
use super::fixed;
use super::label::Named;
use super::reply::{Clarify, ReplyState};
use super::task::{Question, Running, Task};
use super::undo::DoneThing;
use crate::model::Conversation;
use crate::understanding::{Intent, Language};
use crate::wording::SystemLanguage;

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
/// The same booking within this time may have been meant once.
const SAME_WITHIN: TimeDelta = TimeDelta::minutes(1);
const SPENT_MAX: usize = 16;
const DROPPED_MAX: usize = 10;

/// A customer the conversation was about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub id: CustomerId,
    /// The name as stored.
    pub name: String,
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

/// What a conversation remembers between turns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialogueState {
    version: u16,
    /// The language that was asked for; `None` follows the speaker.
    pub(super) language_set: Option<Language>,
    pub(super) language_heard: Language,
    /// The language of the fixed phrases, where answers are not given in it.
    #[serde(default)]
    pub(super) own_language: Option<SystemLanguage>,
    pub(super) recent: Vec<Person>,
    pub(super) question: Option<Question>,
    /// A code that was sent and has to be said; other questions and commands leave it open.
    #[serde(default)]
    pub(super) code: Option<Question>,
    /// Tokens of questions that are over.
    pub(super) spent: VecDeque<String>,
    pub(super) undo: Vec<DoneThing>,
    /// Commands that waited behind a question that is over now and were not done; the next answer names them.
    #[serde(default)]
    pub(super) dropped: Vec<Named>,
    pub(super) last: Option<LastReply>,
    pub(super) running: Option<Running>,
}

impl Default for DialogueState {
    fn default() -> Self {
        Self {
            version: STATE_VERSION,
            language_set: None,
            language_heard: Language::default(),
            own_language: None,
            recent: Vec::new(),
            question: None,
            code: None,
            spent: VecDeque::new(),
            undo: Vec::new(),
            dropped: Vec::new(),
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

    /// A conversation in a shop whose language has the BCP 47 tag `tag`.
    #[must_use]
    pub fn for_shop(tag: &str) -> Self {
        let (language_heard, own_language) = fixed::begins_in(tag);
        Self {
            language_heard,
            own_language,
            ..Self::default()
        }
    }

    /// The BCP 47 tag of the language of the conversation: the one that was asked for, whether or not it is answered in.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.own_language
            .map_or_else(|| self.language().as_str(), SystemLanguage::as_str)
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

    /// What a language model is told of the conversation at `at`: whom it was about, what is being asked, and in which
    /// language.
    #[must_use]
    pub fn for_model(&self, at: DateTime<Utc>) -> Conversation {
        Conversation {
            active_customer: self.active().map(|person| person.name.clone()),
            question: self.open_question(at).map(|clarify| clarify.kind),
            language: self.language(),
            customers: self.recent.iter().map(|person| person.name.clone()).collect(),
            products: Vec::new(),
        }
    }

    /// The question that is open at `at`; a code that was sent is asked for while nothing else is.
    #[must_use]
    pub fn open_question(&self, at: DateTime<Utc>) -> Option<&Clarify> {
        let questions = [&self.question, &self.code];
        let mut open = questions.into_iter().flatten().map(|q| &q.clarify);
        open.find(|c| at < c.expires_at)
    }

    /// Whether something waits for an answer.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.question.is_some() || self.code.is_some()
    }

    /// Whether both wait for the same answers.
    #[must_use]
    pub fn asks_the_same_as(&self, other: &Self) -> bool {
        let token = |question: &Option<Question>| question.as_ref().map(|q| q.clarify.token.clone());
        (token(&self.question), token(&self.code)) == (token(&other.question), token(&other.code))
    }

    /// The conversation for somebody who may not answer what it asks.
    #[must_use]
    pub fn without_questions(&self) -> Self {
        Self {
            question: None,
            code: None,
            ..self.clone()
        }
    }

    /// The same, with what `other` asks still open.
    #[must_use]
    pub fn with_questions_of(self, other: &Self) -> Self {
        Self {
            question: other.question.clone(),
            code: other.code.clone(),
            ..self
        }
    }

    /// The turn whose answer is said again when asked for.
    #[must_use]
    pub fn last_turn(&self) -> Option<TurnId> {
        self.last.as_ref().map(|last| last.turn)
    }

    /// The question with this token.
    pub(super) fn question_named(&mut self, token: &str) -> Option<&mut Question> {
        let questions = [&mut self.question, &mut self.code];
        let mut all = questions.into_iter().filter_map(Option::as_mut);
        all.find(|question| question.clarify.token == token)
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
        if language.is_some() {
            self.own_language = None;
        }
    }

    /// The things that can still be taken back at `at`, the latest last.
    pub fn can_be_undone(&self, at: DateTime<Utc>) -> impl DoubleEndedIterator<Item = &DoneThing> {
        self.done_lately(at).filter(|thing| thing.reversal.is_some())
    }

    /// What was done last, whether or not it can be taken back.
    pub(super) fn last_done(&self, at: DateTime<Utc>) -> Option<&DoneThing> {
        self.done_lately(at).next_back()
    }

    /// Whether what was done last is what was done a moment before it, all over again.
    pub(super) fn did_the_same_before(&self, at: DateTime<Utc>) -> bool {
        let mut done = self.done_lately(at).rev();
        let (Some(last), Some(before)) = (done.next(), done.next()) else {
            return false;
        };
        let same = (last.intent, &last.about) == (before.intent, &before.about);
        same && last.about.amount.is_some() && last.at - before.at <= SAME_WITHIN
    }

    fn done_lately(&self, at: DateTime<Utc>) -> impl DoubleEndedIterator<Item = &DoneThing> {
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
        self.spend(question.clarify.token.clone());
        Some(question)
    }

    /// A late answer to the question with this token is known as late.
    pub(super) fn spend(&mut self, token: String) {
        self.spent.push_back(token);
        while self.spent.len() > SPENT_MAX {
            self.spent.pop_front();
        }
    }

    /// Ends a question that nobody answered: what waited behind it is not done.
    pub(super) fn void_question(&mut self) {
        if let Some(question) = self.close_question() {
            self.drop_tasks(question.then.iter());
        }
    }

    /// Keeps in mind what is not done, for saying so.
    pub(super) fn drop_tasks<'a>(&mut self, tasks: impl Iterator<Item = &'a Task>) {
        self.dropped.extend(tasks.map(Named::of));
        self.dropped.truncate(DROPPED_MAX);
    }

    pub(super) fn remember_done(&mut self, thing: DoneThing) {
        self.undo.push(thing);
        if self.undo.len() > UNDO_MAX {
            self.undo.remove(0);
        }
    }

    /// Leaves out what can no longer be taken back because the draft it was about has become a bill.
    pub(super) fn draft_is_issued(&mut self, draft: DraftId) {
        self.undo.retain(|thing| match &thing.reversal {
            Some(Reversal::DiscardDraft(id) | Reversal::ReopenDraft(id)) => *id != draft,
            Some(Reversal::RestoreDraft(saved)) => saved.draft.is_none_or(|(id, _)| id != draft),
            Some(Reversal::ReopenDrafts(ids)) => !ids.contains(&draft),
            _ => true,
        });
    }
}
