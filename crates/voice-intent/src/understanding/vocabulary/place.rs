//! Where in a command a name or goods can stand, whatever their words mean elsewhere.

use execora_text::tokens::Kind;

use super::Known;
use crate::understanding::lexicon::{self, Word};
use crate::understanding::utterance::Tok;

/// Words that may be a name, with what stands around them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) toks: &'a [Tok],
    pub(super) from: usize,
    pub(super) end: usize,
}

/// A word that means nothing else than a name or goods.
pub(super) fn plain(tok: &Tok) -> bool {
    tok.tag.is_none() && tok.atom.is_none() && tok.kind == Kind::Word
}

pub(super) fn numeric(tok: &Tok) -> bool {
    tok.kind == Kind::Figure || tok.atom.is_some() && tok.tag.is_none()
}

impl<'a> Place<'a> {
    pub(super) fn new(toks: &'a [Tok], from: usize, end: usize) -> Self {
        Self { toks, from, end }
    }

    /// A name with a word of its own is always meant; one made of words that mean something else only where a name or
    /// goods can stand and the grammar does not need the words.
    pub(super) fn is_meant(&self, known: Known) -> bool {
        if self.words().iter().any(plain) {
            return true;
        }
        match known {
            Known::Customer => self.is_customer(),
            Known::Product => self.is_goods(),
        }
    }

    pub(super) fn words(&self) -> &'a [Tok] {
        self.toks.get(self.from..self.end).unwrap_or(&[])
    }

    pub(super) fn tag(&self, at: usize) -> Option<Word> {
        self.toks.get(at).and_then(|tok| tok.tag)
    }

    pub(super) fn before(&self) -> Option<&'a Tok> {
        self.from.checked_sub(1).and_then(|at| self.toks.get(at))
    }

    /// Does the word before belong to the same name?
    pub(super) fn is_longer(&self) -> bool {
        let breaks = self.words().first().is_some_and(|tok| tok.broken);
        self.before().is_some_and(|tok| plain(tok) && !breaks)
    }

    /// Does nothing that says something stand before it?
    pub(super) fn opens(&self) -> bool {
        self.toks.iter().take(self.from).all(is_light)
    }

    pub(super) fn is_number(&self) -> bool {
        self.words()
            .iter()
            .all(|tok| tok.atom.is_some() || tok.kind == Kind::Figure)
    }

    /// Does a number or a unit stand before it? The "do" of "likh do" is none.
    pub(super) fn is_counted(&self) -> bool {
        let Some(before) = self.before() else { return false };
        let gives = before.word == "do"
            && self
                .from
                .checked_sub(2)
                .and_then(|at| self.tag(at))
                .is_some_and(|tag| VERBS.contains(&tag));
        numeric(before) && !gives || matches!(before.tag, Some(Word::Unit(_)))
    }

    /// Are these words of the lexicon by their sound alone, and so the shop's own as they are spelt?
    pub(super) fn sounds_alike(&self) -> bool {
        self.words().iter().all(|tok| {
            tok.atom.is_none() && tok.kind == Kind::Word && !lexicon::is_spelled(&tok.raw, &tok.word)
        })
    }

    pub(super) fn is_moment(&self) -> bool {
        self.words().iter().any(|tok| {
            matches!(
                tok.tag,
                Some(Word::Weekday(_) | Word::Evening | Word::Night | Word::Morning | Word::Afternoon)
            )
        }) || self.is_counted()
            && self
                .words()
                .iter()
                .any(|tok| matches!(tok.tag, Some(Word::MonthName(_))))
    }

    pub(super) fn says(&self, words: &[Word]) -> bool {
        self.toks
            .iter()
            .any(|tok| tok.tag.is_some_and(|tag| words.contains(&tag)))
    }

    /// Is there another word that is plainly a person's name?
    pub(super) fn is_somebody_else_named(&self) -> bool {
        self.toks.windows(2).enumerate().any(|(at, pair)| match pair {
            [name, particle] => {
                !(self.from..self.end).contains(&at)
                    && plain(name)
                    && matches!(
                        particle.tag,
                        Some(Word::Ne | Word::Ko | Word::Se | Word::Apostrophe | Word::Ka)
                    )
            }
            _ => false,
        })
    }
}

pub(super) fn is_light(tok: &Tok) -> bool {
    matches!(
        tok.tag,
        Some(Word::Filler | Word::Ordinary | Word::Yes | Word::Okay)
    )
}

/// Words that hold a sentence together: nobody is called so.
pub(super) fn is_grammar(tag: Word) -> bool {
    use Word::{
        And, Apostrophe, Be, Bill, I, Ka, Kal, Ko, Mein, Ne, No, Or, Parson, Pe, PronounKa, PronounKo,
        PronounNe, PronounSe, Question, Rupee, Se, ToMe, Today, Tomorrow, Wala, Who, Yes,
    };
    [
        And, Apostrophe, Be, Bill, Ka, Kal, Ko, Mein, Ne, No, Or, Parson, Pe, PronounKa, PronounKo,
        PronounNe, PronounSe, Question, Rupee, Se, Today, ToMe, Tomorrow, Wala, Who, Yes, I,
    ]
    .contains(&tag)
}

/// What goods have.
pub(super) const OF_GOODS: [Word; 3] = [Word::Stock, Word::Rate, Word::Left];

/// Verbs that may be forbidden.
pub(super) const VERBS: [Word; 17] = [
    Word::Do,
    Word::Give,
    Word::Make,
    Word::Send,
    Word::Write,
    Word::Cancel,
    Word::Confirm,
    Word::Show,
    Word::Tell,
    Word::Change,
    Word::Deposit,
    Word::Remove,
    Word::Put,
    Word::Add,
    Word::Cut,
    Word::Sell,
    Word::Keep,
];
