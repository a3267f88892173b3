//! Words that point back into the conversation: "pehle wale ne", "dono ka".

use serde::{Deserialize, Serialize};

use super::lexicon::Word;
use super::utterance::Tok;

/// Whom words that name nobody point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refers {
    /// The customer spoken of last.
    #[default]
    Last,
    /// The one before.
    Former,
    /// The last two.
    Both,
}

const FORMER: &[&str] = &[
    "pehle", "pahle", "pehley", "pichle", "pichhle", "previous", "earlier",
];
const WALE: &[&str] = &[
    "wale", "wala", "wali", "waale", "waala", "vale", "customer", "grahak",
];

/// Leaves a pronoun where such words stood, since it can stand wherever one can, and says whom it means.
pub(super) fn settle(toks: &mut Vec<Tok>) -> Refers {
    let mut at = 0;
    while at < toks.len() {
        let Some((refers, words)) = pointing(toks, at) else {
            at += 1;
            continue;
        };
        let Some(pronoun) = toks.get(at + words).and_then(|particle| pronoun(particle.tag)) else {
            at += 1;
            continue;
        };
        // "pehle wale ka" and nothing more is a choice from a list that was read out.
        if at + words + 1 >= toks.len() {
            return Refers::Last;
        }
        let (broken, first) = toks.get(at).map_or((false, 0), |tok| (tok.broken, tok.span[0]));
        toks.drain(at..at + words);
        if let Some(particle) = toks.get_mut(at) {
            particle.tag = Some(pronoun);
            particle.broken = broken;
            particle.span[0] = first;
        }
        return refers;
    }
    Refers::Last
}

fn pointing(toks: &[Tok], at: usize) -> Option<(Refers, usize)> {
    let word = |at: usize| toks.get(at).map_or("", |tok| tok.word.as_str());
    let both = |at: usize| toks.get(at).is_some_and(|tok| tok.tag == Some(Word::Both));
    if matches!(word(at), "un" | "in") && both(at + 1) {
        return Some((Refers::Both, 2));
    }
    if both(at) {
        return Some((Refers::Both, 1));
    }
    (FORMER.contains(&word(at)) && WALE.contains(&word(at + 1))).then_some((Refers::Former, 2))
}

fn pronoun(particle: Option<Word>) -> Option<Word> {
    match particle? {
        Word::Ka | Word::Apostrophe => Some(Word::PronounKa),
        Word::Ko => Some(Word::PronounKo),
        Word::Ne => Some(Word::PronounNe),
        Word::Se => Some(Word::PronounSe),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understanding::{Intent, read};

    #[test]
    fn those_spoken_of_before_are_pointed_at() {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
        for (text, intent, refers) in [
            ("pehle wale ne 100 diye", Intent::AddPayment, Refers::Former),
            (
                "pehle wale ka balance batao",
                Intent::FetchBalance,
                Refers::Former,
            ),
            ("dono ka balance batao", Intent::FetchBalance, Refers::Both),
            ("un dono ka hisab batao", Intent::FetchBalance, Refers::Both),
            ("दोनों का बैलेंस बताओ", Intent::FetchBalance, Refers::Both),
            ("dono ko kal yaad dilana", Intent::ScheduleReminder, Refers::Both),
            ("pehle wale ka", Intent::SelectOption, Refers::Last),
            ("uska balance batao", Intent::FetchBalance, Refers::Last),
            ("Rahul ka balance batao", Intent::FetchBalance, Refers::Last),
        ] {
            let reading = read(text, now);
            assert_eq!((reading.intent, reading.slots.refers), (intent, refers), "{text}");
            assert!(reading.is_certain(), "{text}");
            assert!(
                refers == Refers::Last || reading.slots.customer.is_none(),
                "{text}"
            );
        }
    }
}
