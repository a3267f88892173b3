//! Reminders: when they fall due, how they recur, and when they stop.

pub mod error;
pub mod ports;
pub mod recurrence;
pub mod reminder;

pub use error::ReminderRefused;
pub use ports::{ReminderQueries, ReminderRepository};
pub use recurrence::Recurrence;
pub use reminder::{Channel, NewReminder, Reminder, ReminderStatus, Schedule};
