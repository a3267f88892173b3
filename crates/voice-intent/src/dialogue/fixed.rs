//! The fixed phrases of a language that answers are not given in, spoken around the answer that is.
//!
//! The phrase says what kind of answer it is; the answer itself, with its names and amounts, follows in English or Hinglish.

use super::reply::{Clarify, ClarifyKind, ReplyState, Shown};
use super::task::Part;
use crate::understanding::{Intent, Language};
use crate::wording::{SystemLanguage, SystemPhrase};

/// The answer in the language of the conversation with the phrases of the shop's own around it.
pub(super) fn spoken_around(
    language: SystemLanguage,
    parts: &[Part],
    clarify: Option<&Clarify>,
    code_sent: bool,
    answer: &str,
) -> String {
    let before = if code_sent {
        Some(SystemPhrase::CodeSent)
    } else {
        before(parts)
    };
    let asks = clarify.is_some_and(|asked| asked.kind == ClarifyKind::Confirm);
    let after = asks.then_some(SystemPhrase::YesOrNo);
    let text = |phrase: SystemPhrase| phrase.text(language);
    let texts = [before.map(text), Some(answer), after.map(text)];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn before(parts: &[Part]) -> Option<SystemPhrase> {
    let shown = |wanted: fn(&Shown) -> bool| parts.iter().any(|part| wanted(&part.shown));
    if shown(|shown| *shown == Shown::NotUnderstood) {
        return Some(SystemPhrase::NotUnderstood);
    }
    if shown(|shown| matches!(shown, Shown::Refused(code) if code == "code_expired")) {
        return Some(SystemPhrase::TimedOut);
    }
    if shown(|shown| matches!(shown, Shown::Refused(code) if code == "unavailable" || code == "rate_limited"))
    {
        return Some(SystemPhrase::TryLater);
    }
    let done = parts.iter().all(|part| part.state == ReplyState::Done);
    let lets_go = |intent: Intent| {
        matches!(
            intent,
            Intent::Deny | Intent::CancelInvoice | Intent::CancelReminder
        )
    };
    let acts = |part: &Part| part.intent.is_acting() && part.intent != Intent::SwitchLanguage;
    if !done {
        return None;
    }
    if parts.iter().all(|part| lets_go(part.intent)) {
        return Some(SystemPhrase::Cancelled);
    }
    parts.iter().any(acts).then_some(SystemPhrase::Done)
}

/// The language that a conversation begins in, where its shop's language has the BCP 47 tag `tag`: Hindi is little spoken
/// where Tamil, Telugu, Kannada and Malayalam are.
pub(super) fn begins_in(tag: &str) -> (Language, Option<SystemLanguage>) {
    let language = match tag {
        "en" | "ta" | "te" | "kn" | "ml" => Language::English,
        "hi" => Language::Hindi,
        _ => Language::Hinglish,
    };
    let own = SystemLanguage::from_tag(tag);
    let answered = matches!(own, Some(SystemLanguage::English | SystemLanguage::Hindi));
    (language, own.filter(|_| !answered))
}
