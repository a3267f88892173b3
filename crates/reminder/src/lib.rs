//! Reminders, when they fall due and when they stop.
