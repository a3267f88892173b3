//! One utterance while it is being read: its tagged tokens, its numbers, and which of them are explained.

use chrono::{DateTime, FixedOffset};

use execora_text::tokens::{Kind, Token, tokenise};

use super::asides;
use super::compounds;
use super::idioms;
use super::lexicon::{Group, Measured, Word, WordSet};
use super::noise;
use super::pairs::merge_pairs;
use super::reading::{Explained, Language};
use super::references::{self, Refers};
pub(super) use super::tok::{Num, Tok};
use super::vocabulary::{Known, Vocabulary, settle_common_names};

/// Longer utterances are not commands.
pub(super) const TOKENS_MAX: usize = 96;
/// Nothing longer than this is looked at.
pub(super) const BYTES_MAX: usize = 2_000;

/// The utterance under the reader's pen.
#[derive(Debug, Clone)]
pub(super) struct Utterance {
    pub(super) toks: Vec<Tok>,
    pub(super) nums: Vec<Num>,
    /// Every tag of `toks`, kept by [`Self::retag`]: what is not among them need not be looked for.
    tags: WordSet,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) explain: Vec<Explained>,
    /// Whom a pronoun points at.
    pub(super) refers: Refers,
    /// Something in it may be read otherwise: no reading of it is certain.
    pub(super) unsure: bool,
    /// The same of every reading, whichever rule reads it: the words themselves may mean something else.
    pub(super) doubted: bool,
}

impl Utterance {
    /// Tokenises and tags; `None` when the text cannot be a spoken command.
    pub(super) fn of(
        text: &str,
        now: DateTime<FixedOffset>,
        vocabulary: Option<&Vocabulary>,
    ) -> Option<Self> {
        let tokens = tokenise(text);
        if tokens.is_empty() || tokens.len() > TOKENS_MAX || tokens.iter().any(|t| t.kind == Kind::Junk) {
            return None;
        }
        Some(Self::tagged(tokens, now, vocabulary))
    }

    /// The language of a text that cannot be a command as a whole: "Rahul ne -50 diye".
    pub(super) fn language_around_junk(text: &str, now: DateTime<FixedOffset>) -> Option<Language> {
        let mut tokens = tokenise(text);
        tokens.retain(|token| token.kind != Kind::Junk);
        let some = !tokens.is_empty() && tokens.len() <= TOKENS_MAX;
        some.then(|| Self::tagged(tokens, now, None).language())
    }

    fn tagged(tokens: Vec<Token>, now: DateTime<FixedOffset>, vocabulary: Option<&Vocabulary>) -> Self {
        let mut toks: Vec<Tok> = tokens.into_iter().map(Tok::of).collect();
        if let Some(vocabulary) = vocabulary {
            vocabulary.join(&mut toks);
        }
        settle_common_names(&mut toks);
        asides::drop(&mut toks);
        idioms::drop_openings(&mut toks);
        compounds::join(&mut toks);
        merge_pairs(&mut toks);
        noise::clean(&mut toks);
        let refers = references::settle(&mut toks);
        let mut this = Self {
            tags: toks.iter().filter_map(|tok| tok.tag).collect(),
            toks,
            nums: Vec::new(),
            now,
            explain: Vec::new(),
            refers,
            unsure: false,
            doubted: false,
        };
        this.settle_notes();
        this.settle_doubtful_words();
        this.settle_short_days();
        this.settle_idioms();
        this.settle_old_measures();
        this.find_numbers();
        this
    }

    pub(super) fn len(&self) -> usize {
        self.toks.len()
    }

    /// The tag at `at`, if there is such a token.
    pub(super) fn tag(&self, at: usize) -> Option<Word> {
        self.toks.get(at).and_then(|tok| tok.tag)
    }

    /// The tag before `at`.
    pub(super) fn tag_before(&self, at: usize) -> Option<Word> {
        at.checked_sub(1).and_then(|before| self.tag(before))
    }

    /// The Latin word at `at`, empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.toks.get(at).map_or("", |tok| tok.word.as_str())
    }

    pub(super) fn is(&self, at: usize, words: &[Word]) -> bool {
        self.tag(at).is_some_and(|tag| words.contains(&tag))
    }

    /// Says what the token at `at` is.
    pub(super) fn retag(&mut self, at: usize, tag: Option<Word>) {
        if let Some(tok) = self.toks.get_mut(at) {
            tok.tag = tag;
            tag.into_iter().for_each(|word| self.tags.insert(word));
        }
    }

    pub(super) fn has(&self, word: Word) -> bool {
        self.tags.may_hold(word) && self.toks.iter().any(|tok| tok.tag == Some(word))
    }

    pub(super) fn has_any(&self, words: &[Word]) -> bool {
        words.iter().any(|word| self.has(*word))
    }

    pub(super) fn find(&self, words: &[Word]) -> Option<usize> {
        self.tags
            .may_hold_any(words)
            .then(|| (0..self.len()).find(|at| self.is(*at, words)))?
    }

    pub(super) fn find_unused(&self, words: &[Word]) -> Option<usize> {
        self.tags
            .may_hold_any(words)
            .then(|| (0..self.len()).find(|at| self.free(*at) && self.is(*at, words)))?
    }

    pub(super) fn has_word(&self, words: &[&str]) -> bool {
        self.toks.iter().any(|tok| words.contains(&tok.word.as_str()))
    }

    /// Is the word at `at` of `group`?
    pub(super) fn in_group(&self, at: usize, group: Group) -> bool {
        self.toks.get(at).is_some_and(|tok| tok.groups.hold(group))
    }

    pub(super) fn has_group(&self, group: Group) -> bool {
        self.toks.iter().any(|tok| tok.groups.hold(group))
    }

    /// Is there a word of `group` that is no part of a number?
    pub(super) fn speaks_of(&self, group: Group) -> bool {
        (0..self.len()).any(|at| self.in_group(at, group) && !self.in_number(at))
    }

    /// Is there a token at `at` that no slot explains yet?
    pub(super) fn free(&self, at: usize) -> bool {
        self.toks.get(at).is_some_and(|tok| !tok.used)
    }

    pub(super) fn take(&mut self, from: usize, to: usize, slot: &'static str) {
        for tok in self.toks.iter_mut().take(to).skip(from) {
            tok.used = true;
        }
        self.explain.push(Explained {
            rule: "",
            words: self.words_of(from, to),
            slot: Some(slot),
        });
    }

    /// The number that starts at `at`.
    pub(super) fn num_at(&self, at: usize) -> Option<Num> {
        self.nums.iter().find(|num| num.start == at).copied()
    }

    /// The number that ends at `at`.
    pub(super) fn num_before(&self, at: usize) -> Option<Num> {
        self.nums.iter().find(|num| num.end == at).copied()
    }

    pub(super) fn in_number(&self, at: usize) -> bool {
        self.nums.iter().any(|num| (num.start..num.end).contains(&at))
    }

    /// Numbers that no slot explains yet.
    pub(super) fn free_nums(&self) -> Vec<Num> {
        self.nums
            .iter()
            .filter(|num| self.free(num.start))
            .copied()
            .collect()
    }

    /// Could this token be part of a name: a word that means nothing else, and is no number?
    pub(super) fn nameable(&self, at: usize) -> bool {
        self.toks.get(at).is_some_and(|tok| {
            !tok.used && tok.tag.is_none() && tok.kind == Kind::Word && !self.in_number(at)
        })
    }

    /// Is there a word at `at` that can only be part of a name?
    pub(super) fn names_somebody(&self, at: usize) -> bool {
        self.toks
            .get(at)
            .is_some_and(|tok| tok.tag.is_none() && tok.kind == Kind::Word && !self.in_number(at))
    }

    pub(super) fn is_known(&self, at: usize, known: Known) -> bool {
        self.toks.get(at).is_some_and(|tok| tok.known == Some(known))
    }

    /// Says nothing in any sentence.
    pub(super) fn is_filler(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Word::Filler | Word::Ordinary | Word::Yes | Word::Okay | Word::Article)
        )
    }

    /// Skips fillers from `at` on.
    pub(super) fn skip_fillers(&self, mut at: usize) -> usize {
        while self.is_filler(at) && !self.in_number(at) {
            at += 1;
        }
        at
    }

    /// Where the first word that says something stands.
    pub(super) fn first(&self) -> usize {
        self.skip_fillers(0)
    }

    /// Words that neither a slot nor the lexicon explains, and numbers that no slot took.
    pub(super) fn unexplained(&self) -> usize {
        let words = (0..self.len())
            .filter(|at| self.free(*at) && !self.in_number(*at) && self.toks[*at].tag.is_none())
            .count();
        words + self.free_nums().len()
    }

    pub(super) fn reset(&mut self) {
        for tok in &mut self.toks {
            tok.used = false;
        }
        self.explain.clear();
        self.unsure = false;
    }

    /// The tokens `from..to` as an utterance of their own.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        self.part_with(from, to, &[])
    }

    /// The same with `more` at its end.
    pub(super) fn part_with(&self, from: usize, to: usize, more: &[Tok]) -> Self {
        let toks = [self.toks.get(from..to).unwrap_or(&[]), more].concat();
        let mut part = Self {
            tags: toks.iter().filter_map(|tok| tok.tag).collect(),
            toks,
            nums: Vec::new(),
            now: self.now,
            explain: Vec::new(),
            refers: self.refers,
            unsure: false,
            doubted: self.doubted,
        };
        part.find_numbers();
        part
    }

    /// Drops the tokens in `from..to`.
    pub(super) fn cut(&mut self, from: usize, to: usize) {
        self.toks.drain(from..to.min(self.toks.len()));
        self.find_numbers();
    }
}

/// The unit that a counted word is measured in.
pub(super) fn unit(word: Option<Word>) -> Option<Measured> {
    match word {
        Some(Word::Unit(unit)) => Some(unit),
        _ => None,
    }
}
