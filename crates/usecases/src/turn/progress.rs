//! What is known of a turn before its answer: what the words were understood as.

use crate::turn::answer::Source;
use execora_kernel::TurnId;
use execora_voice_intent::understanding::{Intent, Slots};
use std::sync::atomic::{AtomicBool, Ordering};

/// What the words of a turn were understood as.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Interpreted {
    pub turn: TurnId,
    pub intent: Intent,
    /// 0 to 1.
    pub confidence: f32,
    pub slots: Slots,
    pub source: Source,
    pub took_us: u32,
}

/// Hears of a turn while it is taken. MUST NOT block.
pub trait Progress: Send + Sync {
    /// The words are understood, and the turn is a new one; said once. Its answer, or why there is none, is still to come.
    fn understood(&self, interpreted: Interpreted);
}

/// For those who wait for the answer.
pub(super) struct Silent;

impl Progress for Silent {
    fn understood(&self, _: Interpreted) {}
}

/// Says it once, however often the turn is tried.
pub(super) struct Once<'a> {
    progress: &'a dyn Progress,
    said: AtomicBool,
}

impl<'a> Once<'a> {
    pub(super) fn new(progress: &'a dyn Progress) -> Self {
        Self {
            progress,
            said: AtomicBool::new(false),
        }
    }

    pub(super) fn understood(&self, interpreted: impl FnOnce() -> Interpreted) {
        if !self.said.swap(true, Ordering::Relaxed) {
            self.progress.understood(interpreted());
        }
    }
}
