//! One utterance while it is being read: its tagged tokens, its numbers, and which of them are explained.

use chrono::{DateTime, FixedOffset};
use execora_text::number_words::{Atom, atom};
use execora_text::numbers::read_number;
use execora_text::tokens::{Kind, tokenise};

use super::lexicon::{self, Measured, Word};
use super::reading::{Explained, Language};

/// Longer utterances are not commands.
pub(super) const TOKENS_MAX: usize = 96;
/// Nothing longer than this is looked at.
pub(super) const BYTES_MAX: usize = 2_000;

/// One word of the utterance.
#[derive(Debug, Clone)]
pub(super) struct Tok {
    pub(super) raw: String,
    pub(super) word: String,
    pub(super) kind: Kind,
    pub(super) tag: Option<Word>,
    pub(super) broken: bool,
    pub(super) glued: bool,
    pub(super) devanagari: bool,
    /// Explained by a slot.
    pub(super) used: bool,
}

/// A number in the utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Num {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) milli: i64,
    pub(super) bare: bool,
    pub(super) vague: bool,
}

/// The utterance under the reader's pen.
#[derive(Debug, Clone)]
pub(super) struct Utterance {
    pub(super) toks: Vec<Tok>,
    pub(super) nums: Vec<Num>,
    pub(super) now: DateTime<FixedOffset>,
    pub(super) explain: Vec<Explained>,
}

impl Utterance {
    /// Tokenises and tags; `None` when the text cannot be a spoken command.
    pub(super) fn of(text: &str, now: DateTime<FixedOffset>) -> Option<Self> {
        let tokens = tokenise(text);
        if tokens.is_empty() || tokens.len() > TOKENS_MAX || tokens.iter().any(|t| t.kind == Kind::Junk) {
            return None;
        }
        let mut toks: Vec<Tok> = tokens
            .into_iter()
            .map(|token| Tok {
                tag: (token.kind == Kind::Word)
                    .then(|| lexicon::lookup(&token.raw, &token.word))
                    .flatten(),
                raw: token.raw,
                word: token.word,
                kind: token.kind,
                broken: token.broken,
                glued: token.glued,
                devanagari: token.devanagari,
                used: false,
            })
            .collect();
        merge_pairs(&mut toks);
        let mut this = Self {
            toks,
            nums: Vec::new(),
            now,
            explain: Vec::new(),
        };
        this.settle_doubtful_words();
        this.find_numbers();
        Some(this)
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

    pub(super) fn has(&self, word: Word) -> bool {
        self.toks.iter().any(|tok| tok.tag == Some(word))
    }

    pub(super) fn has_any(&self, words: &[Word]) -> bool {
        (0..self.len()).any(|at| self.is(at, words))
    }

    pub(super) fn find(&self, words: &[Word]) -> Option<usize> {
        (0..self.len()).find(|at| self.is(*at, words))
    }

    pub(super) fn find_unused(&self, words: &[Word]) -> Option<usize> {
        (0..self.len()).find(|at| self.free(*at) && self.is(*at, words))
    }

    pub(super) fn has_word(&self, words: &[&str]) -> bool {
        self.toks.iter().any(|tok| words.contains(&tok.word.as_str()))
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
            words: [from, to],
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

    /// Says nothing in any sentence.
    pub(super) fn is_filler(&self, at: usize) -> bool {
        matches!(
            self.tag(at),
            Some(Word::Filler | Word::Yes | Word::Okay | Word::Article)
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
    }

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
        let hindi = words().any(|tok| lexicon::is_hindi(tok.tag, &tok.word));
        if hindi {
            Language::Hinglish
        } else {
            Language::English
        }
    }

    /// The tokens `from..to` as an utterance of their own.
    pub(super) fn part(&self, from: usize, to: usize) -> Self {
        let toks = self.toks.get(from..to).unwrap_or(&[]).to_vec();
        let mut part = Self {
            toks,
            nums: Vec::new(),
            now: self.now,
            explain: Vec::new(),
        };
        part.find_numbers();
        part
    }

    /// Drops the tokens in `from..to`.
    pub(super) fn cut(&mut self, from: usize, to: usize) {
        self.toks.drain(from..to.min(self.toks.len()));
        self.find_numbers();
    }

    /// Finds every number, leaving out words that are numbers by spelling only.
    pub(super) fn find_numbers(&mut self) {
        let words: Vec<&str> = (0..self.len())
            .map(|at| {
                if self.is_number_word(at) {
                    self.number_text(at)
                } else {
                    "·"
                }
            })
            .collect();
        let mut nums = Vec::new();
        let mut at = 0;
        while at < words.len() {
            // A comma or a full stop ends a number.
            let stop = (at + 1..words.len())
                .find(|next| self.toks[*next].broken)
                .unwrap_or(words.len());
            match read_number(words.get(at..stop).unwrap_or(&[])) {
                Some(number) => {
                    let end = at + number.words;
                    nums.push(Num {
                        start: at,
                        end,
                        milli: number.milli,
                        bare: number.bare,
                        vague: number.vague,
                    });
                    at = end;
                }
                None => at += 1,
            }
        }
        self.nums = nums;
    }

    fn number_text(&self, at: usize) -> &str {
        let tok = &self.toks[at];
        if tok.devanagari { &tok.raw } else { &tok.word }
    }

    fn is_number_word(&self, at: usize) -> bool {
        let tok = &self.toks[at];
        match tok.kind {
            Kind::Figure => true,
            Kind::Word => match tok.tag {
                None => true,
                Some(Word::And) => tok.word == "and",
                Some(Word::Article) => tok.word == "a",
                Some(Word::Filler) => tok.word == "so",
                Some(Word::Ka) => tok.word == "k" && tok.glued,
                Some(Word::With) => atom(&tok.word).is_some() && self.tag_before(at) != Some(Word::Ka),
                _ => false,
            },
            _ => false,
        }
    }

    /// Words with two meanings are settled by their neighbours, before anything else is read.
    fn settle_doubtful_words(&mut self) {
        for at in 0..self.len() {
            let next = self.tag(at + 1);
            let before = self.tag_before(at);
            let word = self.toks[at].word.clone();
            match word.as_str() {
                "do" if self.toks[at].kind == Kind::Word => self.settle_do(at),
                "banana" if next == Some(Word::Be) || before == Some(Word::Bill) => {
                    self.toks[at].tag = Some(Word::Make);
                }
                "daal" if !self.toks[at].devanagari => {
                    let puts = matches!(next, Some(Word::Give | Word::Take))
                        || self.word(at + 1) == "do"
                        || before == Some(Word::Mein) && self.num_like(at + 1).is_none();
                    self.toks[at].tag = puts.then_some(Word::Put);
                }
                "g" | "l" if at > 0 && before.is_none() && self.num_like(at - 1).is_none() => {
                    self.toks[at].tag = None;
                }
                "das"
                    if before == Some(Word::Mister)
                        || matches!(next, Some(Word::Ne | Word::Honorific | Word::Apostrophe)) =>
                {
                    self.toks[at].tag = Some(Word::It);
                    self.toks[at].tag = None;
                    self.toks[at].kind = Kind::Code;
                }
                "liye" if before != Some(Word::Ka) => self.toks[at].tag = Some(Word::Taken),
                "or" => self.toks[at].tag = Some(Word::Or),
                "me" if matches!(
                    before,
                    Some(
                        Word::Given
                            | Word::Remind
                            | Word::Show
                            | Word::Tell
                            | Word::Owe
                            | Word::To
                            | Word::Paid
                    )
                ) =>
                {
                    self.toks[at].tag = Some(Word::ToMe);
                }
                "he" if at > 0
                    && !matches!(next, Some(Word::Paid | Word::Given | Word::Taken | Word::Owe)) =>
                {
                    self.toks[at].tag = Some(Word::Be);
                }
                "to" if self.toks[at].broken || at <= 1 && before == Some(Word::Yes) => {
                    self.toks[at].tag = Some(Word::Filler);
                }
                _ => {}
            }
        }
    }

    /// Is there a number word at `at`, and does it stand for itself?
    fn num_like(&self, at: usize) -> Option<Atom> {
        let tok = self.toks.get(at)?;
        if tok.kind == Kind::Figure {
            return Some(Atom::Hindi(1));
        }
        (tok.kind == Kind::Word)
            .then(|| atom(if tok.devanagari { &tok.raw } else { &tok.word }))
            .flatten()
    }

    /// "do" is two before a unit, a scale or goods, and "give" after a verb.
    fn settle_do(&mut self, at: usize) {
        let before = self.tag_before(at);
        let verb_before = matches!(
            before,
            Some(
                Word::Do
                    | Word::Make
                    | Word::Send
                    | Word::Remove
                    | Word::Put
                    | Word::Write
                    | Word::Show
                    | Word::Tell
                    | Word::Give
                    | Word::Add
                    | Word::Change
                    | Word::Keep
                    | Word::Cut
                    | Word::Yaad
                    | Word::Leave
                    | Word::Cancel
                    | Word::Deposit
                    | Word::Set
                    | Word::Move
                    | Word::Undo
                    | Word::Confirm
                    | Word::Sell
                    | Word::Open
                    | Word::Save
                    | Word::Paid
                    | Word::Sms
                    | Word::Email
                    | Word::WhatsApp
                    | Word::Stop
            )
        );
        let counted = matches!(
            self.tag(at + 1),
            Some(
                Word::Unit(_)
                    | Word::Hour
                    | Word::Minute
                    | Word::Day
                    | Word::Week
                    | Word::Month
                    | Word::Number
                    | Word::Wala
                    | Word::Oclock
                    | Word::Tarikh
                    | Word::Rupee
                    | Word::Percent,
            )
        );
        let scaled = matches!(self.num_like(at + 1), Some(Atom::Hundred | Atom::Scale(_)));
        let ends = at + 1 >= self.len() || self.toks[at + 1].broken;
        let verb_follows = matches!(self.tag(at + 1), Some(Word::And | Word::Filler | Word::Yes));
        let asked = matches!(
            before,
            Some(
                Word::Bill
                    | Word::Discount
                    | Word::Details
                    | Word::Hisaab
                    | Word::Statement
                    | Word::Off
                    | Word::List
            )
        );
        let gives = if scaled || counted {
            verb_before && self.num_like(at + 1).is_none() && !counted
        } else {
            verb_before
                || ends && self.num_like(at.wrapping_sub(1)).is_none()
                || asked && (ends || verb_follows || self.num_like(at + 1).is_some())
        };
        let said_on = self.tag(at + 1).is_some()
            && !self.is(
                at + 1,
                &[
                    Word::Do,
                    Word::Add,
                    Word::Put,
                    Word::And,
                    Word::Filler,
                    Word::Article,
                    Word::Draft,
                    Word::Bill, Word::Ka,
                ],
            )
            && self.num_like(at + 1).is_none()
            && !counted;
        let gives = gives || said_on && self.num_like(at.wrapping_sub(1)).is_none();
        let english = !self.toks[at].devanagari
            && (self.is(at + 1, &[Word::I, Word::He])
                || matches!(self.word(at + 1), "we" | "not" | "it" | "that" | "this" | "you"));
        self.toks[at].tag = if english {
            Some(Word::Be)
        } else {
            gives.then_some(Word::Give)
        };
    }
}

/// Words that people write apart: "google pay", "g pay", "phone pe", "e mail".
fn merge_pairs(toks: &mut Vec<Tok>) {
    let mut at = 0;
    while at + 1 < toks.len() {
        let third = toks.get(at + 2).map(|tok| tok.word.as_str());
        let pair = (toks[at].word.as_str(), toks[at + 1].word.as_str());
        let phone = pair.0 == "phone";
        let merged = match pair {
            ("google" | "gugal" | "g" | "ji", "pay" | "pe") if pair.0 != "ji" || toks[at].devanagari => {
                Some(Word::Upi)
            }
            ("phone" | "fone" | "fon", "pay" | "pe") => Some(Word::Upi),
            ("day", "after") if third == Some("tomorrow") => Some(Word::Parson),
            ("e", "mail") => Some(Word::Email),
            ("whats", "app") => Some(Word::WhatsApp),
            ("len", "den") | ("लेन", "देन") => Some(Word::Statement),
            _ => None,
        };
        if let Some(word) = merged {
            // "phone pe 98…" is a telephone, not a payment.
            let digits = toks
                .get(at + 2)
                .is_some_and(|t| t.kind == Kind::Figure && t.word.len() >= 5);
            if !(digits && word == Word::Upi && phone) {
                toks[at].tag = Some(word);
                if word == Word::Parson {
                    toks.remove(at + 2);
                }
                toks.remove(at + 1);
            }
        }
        at += 1;
    }
}

/// The unit that a counted word is measured in.
pub(super) fn unit(word: Option<Word>) -> Option<Measured> {
    match word {
        Some(Word::Unit(unit)) => Some(unit),
        _ => None,
    }
}
