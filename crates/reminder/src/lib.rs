//! Reminders: when they fall due, how they recur, and when they stop.
//!
//! ```
//! use execora_kernel::{ReminderId, ShopZone, TenantId};
//! use execora_reminder::{Channel, NewReminder, Recurrence, Reminder, Schedule};
//! # let id: ReminderId = "rem_00000000-0000-7000-8000-000000000001".parse().unwrap();
//! # let shop: TenantId = "ten_00000000-0000-7000-8000-000000000002".parse().unwrap();
//! let rent = NewReminder {
//!     customer: None, // for the shopkeeper
//!     amount: None,
//!     schedule: Schedule::Every(Recurrence::parse("FREQ=MONTHLY;BYMONTHDAY=1")?),
//!     channel: Channel::Whatsapp,
//!     message: None,
//!     stop_when_paid: false,
//! };
//! let now = "2026-11-24T06:00:00Z".parse().unwrap();
//! let mut reminder = Reminder::create(rent, id, shop, ShopZone::INDIA, now)?;
//! // A day without a time is ten in the morning of the shop: 04:30 UTC.
//! assert_eq!(reminder.next_send_at, "2026-12-01T04:30:00Z".parse().ok());
//! reminder.cancel(now)?;
//! assert!(!reminder.is_due("2026-12-01T04:30:00Z".parse().unwrap()));
//! # Ok::<(), execora_reminder::ReminderRefused>(())
//! ```

pub mod error;
pub mod ports;
pub mod recurrence;
pub mod reminder;

pub use error::ReminderRefused;
pub use ports::{ReminderQueries, ReminderRepository};
pub use recurrence::Recurrence;
pub use reminder::{Channel, NewReminder, Reminder, ReminderStatus, Schedule};
