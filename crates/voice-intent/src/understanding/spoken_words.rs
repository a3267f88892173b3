//! Which words of the text a token, a slot and a decision stand for, whatever was joined, cleaned or repaired since.

use super::reading::Explained;
use super::utterance::{Tok, Utterance};

/// Makes one token of those in `from..end`.
pub(super) fn join(toks: &mut Vec<Tok>, from: usize, end: usize) {
    let Some(last) = toks.get(end.saturating_sub(1)).map(|tok| tok.span[1]) else {
        return;
    };
    if let Some(first) = toks.get_mut(from) {
        first.span[1] = first.span[1].max(last);
    }
    toks.drain(from + 1..end);
}

impl Utterance {
    /// Which words of the text the tokens in `from..to` stand for.
    pub(super) fn words_of(&self, from: usize, to: usize) -> [usize; 2] {
        let spans = || self.toks.iter().take(to).skip(from).map(|tok| tok.span);
        let first = spans().map(|span| span[0]).min().unwrap_or(0);
        let end = spans().map(|span| span[1]).max().unwrap_or(first);
        [first, end]
    }

    /// Says that `rule` decided, and read every slot that nothing else has claimed.
    pub(super) fn decided_by(&mut self, rule: &'static str) {
        for entry in self.explain.iter_mut().filter(|entry| entry.rule.is_empty()) {
            entry.rule = rule;
        }
        let words = self.words_of(0, self.len());
        let decision = Explained {
            rule,
            words,
            slot: None,
        };
        self.explain.insert(0, decision);
    }
}
