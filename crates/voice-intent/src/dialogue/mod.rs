//! The dialogue: a pure step from what is remembered and what happened to what is to be done next.
//!
//! A turn is a chain: [`step`] is told what was heard and answers with one [`Effect`]; the caller looks up or does
//! what it asks, tells it what came of that, and so on until the effect is the one [`Reply`].

mod action;
mod answer;
mod bill;
mod breath;
mod cancel;
mod change;
mod choose;
mod command;
mod corrected;
mod days;
mod deletion;
mod edit;
mod effect;
mod event;
mod fact;
mod finish;
mod fixed;
mod fragment;
mod half_read;
mod heard;
mod items;
mod label;
mod lists;
mod measure;
mod message;
mod money;
mod next;
mod other_customer;
mod outcome;
mod people;
mod phrases;
mod recurrence;
mod refused;
mod reminders;
mod reply;
mod reports;
mod run;
mod sending;
mod state;
mod step;
mod stock;
mod talk;
mod task;
mod told;
mod undo;
mod who;
mod yes_no;

pub use action::{Action, DraftToSave, LineToSave, Particular, Particulars, ReminderToMake, Reversal};
pub use deletion::CODE_LIFE;
pub use effect::{Effect, LookUp, Void};
pub use event::{Event, Heard, Looked, Turn};
pub use fact::{
    CANDIDATES_MAX, CustomerFact, CustomerFound, DraftFact, InvoiceFact, LineFact, Missing, ProductFact,
    ProductFound, ReminderFact, StatementFact, SummaryFact,
};
pub use label::About;
pub use message::{Document, MessageFact, MessageState, MessageToSend, RecordingState};
pub use outcome::{Outcome, Refusal};
pub use reply::{Choice, Clarify, ClarifyKind, ClarifyOption, Preview, Reply, ReplyState, Shown};
pub use state::{DialogueState, LastReply, Person, QUESTION_LIFE, STATE_VERSION, UNDO_LIFE, UNDO_MAX};
pub use step::step;
pub use undo::DoneThing;

#[cfg(test)]
mod tests;
