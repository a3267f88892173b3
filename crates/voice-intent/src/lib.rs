//! Understanding spoken commands, the dialogue as a pure step, and the wording of answers.
//!
//! ```
//! use chrono::DateTime;
//! use execora_voice_intent::understanding::{Intent, read};
//! let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
//! let reading = read("Rahul ko 2 milk aur 1 bread ka bill bana do", now);
//! assert_eq!(reading.intent, Intent::CreateInvoice);
//! assert_eq!(reading.slots.customer.as_deref(), Some("Rahul"));
//! assert_eq!(reading.slots.items.len(), 2);
//! // What is said roughly is not booked.
//! assert!(!read("Suresh ne das bees rupaye diye", now).is_certain());
//! ```
//!
//! A conversation is [`dialogue::step`]: it is told what was heard and answers with what to look up or to do, until it has the
//! answer. It reads no clock and no store, so a program of yours can drive it over its own:
//!
//! ```
//! # use chrono::DateTime;
//! # use execora_kernel::{Money, TurnId};
//! # use execora_voice_intent::understanding::read;
//! use execora_voice_intent::dialogue::{DialogueState, Effect, Event, Heard, LookUp, Turn, step};
//! # let at = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
//! # let turn = Turn { id: TurnId::new(uuid::Uuid::nil()), at, confirm_above: Money::from_paise(500_000), sends: false, records: false };
//! let mut state = DialogueState::default();
//! let text = "Suresh ka balance batao";
//! let heard = Heard { text: text.to_owned(), reading: read(text, turn.at), locally: false };
//! match step(&mut state, Event::Heard(Box::new(heard)), &turn) {
//!     Effect::LookUp(LookUp::Customer { name, .. }) => assert_eq!(name, "Suresh"),
//!     other => panic!("{other:?}"),
//! }
//! ```

pub mod dialogue;
pub mod model;
pub mod ports;
pub mod understanding;
pub mod wording;
