//! Understanding spoken commands, the dialogue as a pure step, and the wording of answers.

pub mod dialogue;
pub mod ports;
pub mod understanding;
pub mod wording;
