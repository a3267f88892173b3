//! In which language an utterance was spoken.

use execora_text::tokens::Kind;

use super::lexicon::{self, Group};
use super::reading::Language;
use super::utterance::Utterance;

impl Utterance {
    /// The language it was spoken in.
    pub(super) fn language(&self) -> Language {
        let words = || {
            self.toks
                .iter()
                .filter(|tok| tok.kind == Kind::Word && tok.word != "'s")
        };
        let devanagari = words().filter(|tok| tok.devanagari).count();
        if devanagari > 0 {
            let latin = words().filter(|tok| !tok.devanagari && tok.tag.is_some()).count();
            return if latin == 0 {
                Language::Hindi
            } else {
                Language::Hinglish
            };
        }
        let hindi = words().any(|tok| lexicon::is_hindi(tok.tag, &tok.word, tok.groups));
        let english = || words().any(|tok| tok.groups.hold(Group::EnglishWord));
        let perhaps_hindi = || words().any(|tok| lexicon::may_be_hindi(&tok.word, tok.groups));
        if hindi || !english() && perhaps_hindi() {
            Language::Hinglish
        } else {
            Language::English
        }
    }
}
