//! What is said around a command and asks for nothing: "bas itna hi", "thanks" at its end, "ek minute" before it, and why
//! a bill is cancelled behind it.

use execora_text::tokens::tokenise;

use super::lexicon::Word;
use super::utterance::{Tok, Utterance};

/// What closes an order; alone it closes nothing here, and the dialogue knows what is open.
const CLOSERS: &[&[&str]] = &[
    &["bas", "itna", "hi"],
    &["bas", "itna"],
    &["bas", "itni"],
    &["itna", "hi"],
    &["itni", "hi"],
    &["bas", "ho", "gaya"],
    &["that", "'s", "all"],
    &["that", "'s", "it"],
    &["that", "is", "all"],
    &["thats", "all"],
    &["thats", "it"],
    &["nothing", "else"],
    &["aur", "kuch", "nahi"],
    &["thank", "you"],
    &["thankyou"],
    &["thanks"],
    &["thanx"],
    &["shukriya"],
    &["dhanyavaad"],
    &["dhanyavad"],
    &["dhanyawad"],
    &["dhanyawaad"],
    &["bas"],
    &["बस", "इतना", "ही"],
    &["बस", "इतना"],
    &["इतना", "ही"],
    &["बस", "हो", "गया"],
    &["बस"],
    &["धन्यवाद"],
    &["शुक्रिया"],
    &["थैंक्स"],
    &["थैंक्यू"],
    &["थैंक", "यू"],
];
/// The same, when a pause parts them from what was said.
const CLOSERS_AFTER_A_PAUSE: &[&[&str]] = &[&["ho", "gaya"], &["ho", "gya"], &["हो", "गया"], &["done"]];
/// A pause before a command.
const PAUSES: &[&[&str]] = &[
    &["ek", "minute"],
    &["ek", "minat"],
    &["ek", "minit"],
    &["ek", "min"],
    &["ek", "sec"],
    &["one", "minute"],
    &["one", "sec"],
    &["just", "a", "minute"],
    &["wait", "a", "minute"],
    &["a", "minute"],
    &["एक", "मिनट"],
];

fn says(toks: &[Tok], at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(nth, word)| {
        toks.get(at + nth)
            .is_some_and(|tok| tok.word == *word || tok.raw == *word)
    })
}

/// Is it nothing but that the order is complete: "bas itna hi", "ho gaya", "that's all, thanks"?
pub(crate) fn closes_alone(text: &str) -> bool {
    let mut toks: Vec<Tok> = tokenise(text).into_iter().map(Tok::of).collect();
    toks.retain(|tok| !matches!(tok.tag, Some(Word::Yes | Word::Okay)));
    while let Some(at) = closer(&toks) {
        toks.truncate(at);
    }
    let whole = |words: &&[&str]| words.len() == toks.len() && says(&toks, 0, words);
    CLOSERS.iter().chain(CLOSERS_AFTER_A_PAUSE).any(whole)
}

/// Takes closers off the end of a command, and a pause off its beginning.
pub(super) fn drop(toks: &mut Vec<Tok>) {
    while let Some(at) = closer(toks) {
        toks.truncate(at);
    }
    let lead = toks
        .iter()
        .take_while(|tok| tok.tag == Some(Word::Wait) || tok.tag == Some(Word::Filler))
        .count();
    let pause = PAUSES.iter().find(|words| says(toks, lead, words));
    if let Some(words) = pause {
        let end = lead + words.len();
        let counts = |tok: &Tok| {
            !tok.broken
                && matches!(
                    tok.tag,
                    Some(Word::After | Word::Mein | Word::Ka | Word::From | Word::Before)
                )
        };
        if toks
            .get(end)
            .is_some_and(|next| !counts(next) && tok_names_no_span(next))
        {
            toks.drain(..end);
        }
    }
}

/// "ek minute late": a span, and no pause.
fn tok_names_no_span(next: &Tok) -> bool {
    !matches!(next.word.as_str(), "later" | "late" | "andar" | "baad" | "ki")
}

/// Where a closer at the very end begins; something has to stand before it.
fn closer(toks: &[Tok]) -> Option<usize> {
    let at_end = |words: &&[&str]| {
        let at = toks.len().checked_sub(words.len()).filter(|at| *at > 0)?;
        says(toks, at, words).then_some(at)
    };
    CLOSERS.iter().find_map(at_end).or_else(|| {
        let at = CLOSERS_AFTER_A_PAUSE.iter().find_map(at_end)?;
        toks.get(at).is_some_and(|tok| tok.broken).then_some(at)
    })
}

impl Utterance {
    /// "… cancel kar do, mann badal gaya", "cancel it because he left": why it is cancelled names nobody.
    pub(super) fn drop_reason(&mut self) {
        const BECAUSE: [&str; 7] = ["because", "kyunki", "kyonki", "kyuki", "since", "क्योंकि", "kyun"];
        let Some(verb) = self.find(&[Word::Cancel, Word::Remove]) else {
            return;
        };
        let because = (verb + 1..self.len())
            .find(|at| BECAUSE.contains(&self.word(*at)) || BECAUSE.contains(&self.toks[*at].raw.as_str()));
        let end = (verb + 1..self.len())
            .find(|at| !self.is(*at, &[Word::Do, Word::Give, Word::Take, Word::It, Word::Filler]))
            .unwrap_or(self.len());
        let paused = (end..self.len()).find(|at| self.toks[*at].broken);
        let from = because.or_else(|| paused.or(Some(end)).filter(|from| self.tells_why(*from)));
        if let Some(from) = from.filter(|from| *from > verb && *from < self.len()) {
            let end = self.len();
            self.cut(from, end);
        }
    }

    /// A clause with a verb in the past or a wish, that owns no bill and counts nothing.
    fn tells_why(&self, from: usize) -> bool {
        let owns = (from..self.len()).any(|at| {
            self.is(
                at,
                &[Word::Ka, Word::Apostrophe, Word::Wala, Word::Bill, Word::Number],
            ) || self.in_number(at)
        });
        let told = (from..self.len()).any(|at| {
            self.is(
                at,
                &[
                    Word::Be,
                    Word::Went,
                    Word::No,
                    Word::Dont,
                    Word::Wrong,
                    Word::Given,
                    Word::Change,
                ],
            ) || self.word(at).ends_with("ed")
        });
        from < self.len() && told && !owns
    }
}
