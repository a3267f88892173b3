//! Goods of several words that mean something else apart: "good day", "school bag", "m seal". They are one word from the start.

use std::sync::LazyLock;

use execora_text::tokens::Kind;
use rustc_hash::FxHashMap;

use super::lexicon::Groups;
use super::singular::singular;
use super::spoken_words;
use super::utterance::Tok;
use super::vocabulary::Known;

/// Each with at least one word that the lexicon or a number could claim; other goods need no table.
const COMPOUNDS: &[&str] = &[
    "good day",
    "nice biscuit",
    "little hearts",
    "uncle chips",
    "hide and seek",
    "parle g",
    "good knight",
    "fair and lovely",
    "glow and lovely",
    "head and shoulders",
    "clinic plus",
    "old spice",
    "sehat plus",
    "close up",
    "m seal",
    "fevi quick",
    "t shirt",
    "tee shirt",
    "night suit",
    "night dress",
    "night bulb",
    "night lamp",
    "night cream",
    "day cream",
    "sun cream",
    "led bulb",
    "led balb",
    "led light",
    "cotton saree",
    "silk saree",
    "banarasi saree",
    "school bag",
    "hand bag",
    "carry bag",
    "travel bag",
    "laptop bag",
    "lunch bag",
    "polythene bag",
    "jute bag",
    "garbage bag",
    "dustbin bag",
    "tea bag",
    "hot water bag",
    "geometry box",
    "lunch box",
    "tiffin box",
    "pencil box",
    "jewellery box",
    "gift box",
    "match box",
    "tool box",
    "switch box",
    "water bottle",
    "feeding bottle",
    "gift pack",
    "face pack",
    "hair pack",
    "cash book",
    "bill book",
    "receipt book",
    "account book",
    "note book",
    "sim card",
    "memory card",
    "greeting card",
    "wedding card",
    "card board",
    "card holder",
    "card reader",
    "mobile cover",
    "phone cover",
    "back cover",
    "mobile charger",
    "phone charger",
    "mobile stand",
    "phone stand",
    "data cable",
    "power bank",
    "piggy bank",
    "stop watch",
    "alarm clock",
    "door bell",
    "call bell",
    "tea set",
    "cup set",
    "dinner set",
    "kitchen set",
    "lemon set",
    "double tape",
    "double bed sheet",
    "single bed sheet",
    "pav bhaji masala",
    "pav bhaji",
    "vada pav",
    "name plate",
    "number plate",
    "sugar free",
    "hair band",
    "tape measure",
    "shahi paneer masala",
    "open shoe",
];

/// Compounds by their first word, the longest first.
static BY_FIRST: LazyLock<FxHashMap<&'static str, Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut by_first: FxHashMap<&'static str, Vec<Vec<&'static str>>> = FxHashMap::default();
    for compound in COMPOUNDS {
        let words: Vec<&'static str> = compound.split_whitespace().collect();
        if let Some(first) = words.first() {
            by_first.entry(first).or_default().push(words);
        }
    }
    for compounds in by_first.values_mut() {
        compounds.sort_by_key(|words| std::cmp::Reverse(words.len()));
    }
    by_first
});

/// Makes one token of each compound, in the singular.
pub(super) fn join(toks: &mut Vec<Tok>) {
    let mut at = 0;
    while at < toks.len() {
        if let Some(words) = compound_at(toks, at) {
            let end = at + words.len();
            let spelled = words.join(" ");
            spoken_words::join(toks, at, end);
            if let Some(tok) = toks.get_mut(at) {
                (tok.word, tok.kind) = (spelled, Kind::Word);
                tok.groups = Groups::default();
                (tok.tag, tok.atom) = (None, None);
                tok.devanagari = false;
                tok.known = Some(Known::Product);
            }
            // "parle parle g": the first word was said twice.
            if at > 0
                && words
                    .first()
                    .is_some_and(|first| toks.get(at - 1).is_some_and(|tok| tok.word == *first))
            {
                toks.remove(at - 1);
                continue;
            }
        }
        at += 1;
    }
}

fn compound_at(toks: &[Tok], at: usize) -> Option<&'static [&'static str]> {
    let compounds = BY_FIRST.get(toks.get(at)?.word.as_str())?;
    let found = compounds.iter().find(|words| {
        let last = words.len() - 1;
        words.iter().enumerate().all(|(nth, word)| {
            toks.get(at + nth).is_some_and(|tok| {
                tok.known.is_none()
                    && (nth == 0 || !tok.broken)
                    && (tok.word == *word || nth == last && singular(&tok.word) == *word)
            })
        })
    })?;
    Some(found)
}
