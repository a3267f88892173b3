//! A turn of a conversation: what was said or chosen, through the dialogue and the verbs, to one answer.
//!
//! [`TakeTurn::run`] is what the socket, REST and the terminal all call. The dialogue ([`execora_voice_intent::dialogue`])
//! decides; this module looks up what it asks for, performs what it wants done, keeps the conversation with its session,
//! and hands back the answer with the things it shows.

mod act;
mod act_for_people;
mod answer;
mod event;
mod facts;
mod input;
mod keep;
mod kept;
mod look_up;
mod memory;
mod open_session;
mod present;
mod progress;
mod queue;
mod refused;
mod show;
mod show_reports;
mod spoken;
mod take_turn;
mod token;
mod understand;
mod undo;
mod work;

pub use answer::{Owed, Source, TurnAnswer, TurnChoice, TurnClarify, TurnOption, TurnPreview, TurnResult};
pub use input::{TEXT_MAX, TakeTurn, Taken, TurnInput, TurnName};
pub(crate) use keep::pointed_at;
pub use open_session::{OpenSession, SetLanguage};
pub use progress::{Interpreted, Progress};
pub use queue::QUEUE_WAIT_MAX;
pub(crate) use queue::Queues;
pub use refused::TurnRefused;
pub use token::{UndoToken, UndoTokenRefused};
