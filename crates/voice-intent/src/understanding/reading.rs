//! What one command was understood as.

use serde::{Deserialize, Serialize};

use super::intent::Intent;
use super::slots::Slots;

/// Below this confidence nothing is executed.
pub const CONFIDENCE_THRESHOLD: f32 = 0.65;

/// The language a command was spoken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Hindi in Devanagari.
    #[serde(rename = "hi")]
    Hindi,
    /// Hindi in Latin letters, or a mix.
    #[serde(rename = "hi-Latn")]
    Hinglish,
}

impl Language {
    /// The BCP 47 tag.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Hindi => "hi",
            Self::Hinglish => "hi-Latn",
        }
    }
}

/// A further command in the same breath.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Also {
    /// What it asks for.
    pub intent: Intent,
    /// How certain the reading is, 0 to 1.
    pub confidence: f32,
    /// What it names.
    pub slots: Slots,
}

/// Which rule read which words, and into what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The rule that decided.
    pub rule: &'static str,
    /// First word and the word after the last, counted from zero.
    pub words: [usize; 2],
    /// The slot that was filled, when one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<&'static str>,
}

/// What one command was understood as.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Reading {
    /// What it asks for.
    pub intent: Intent,
    /// How certain the reading is, 0 to 1.
    pub confidence: f32,
    /// What it names.
    pub slots: Slots,
    /// The language it was spoken in.
    pub language: Language,
    /// Numbers were said as a range or a guess: nothing is booked, and the exact one is asked for.
    #[serde(skip)]
    pub vague: bool,
    /// Somebody and something of the shop, near to what was said: for saying what could be said.
    #[serde(skip)]
    pub near: NearNames,
    /// Further commands in the same breath.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Also>,
    /// How it was read; empty unless asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub explain: Vec<Explained>,
}

/// A customer and a product of the shop that an example can name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NearNames {
    /// A customer's name.
    pub customer: Option<String>,
    /// A product's name.
    pub product: Option<String>,
}

impl Reading {
    /// Certain enough to act upon.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.confidence >= CONFIDENCE_THRESHOLD
    }
}
