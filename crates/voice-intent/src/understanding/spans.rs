//! Where the numbers of an utterance are.

use execora_text::numbers::{Number, read_number};
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::utterance::{Num, Utterance};

impl Utterance {
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
            if words[at] == "·" {
                at += 1;
                continue;
            }
            // A comma or a full stop ends a number.
            let stop = (at + 1..words.len())
                .find(|next| self.toks[*next].broken)
                .unwrap_or(words.len());
            match read_number(words.get(at..stop).unwrap_or(&[])) {
                Some(number) => {
                    let whole = words.get(at..at + number.words).unwrap_or(&[]);
                    if self.is(at + number.words, &[Word::Percent])
                        && let Some((price, parts)) = before_a_share(whole)
                    {
                        nums.push(Num {
                            start: at,
                            end: at + parts,
                            milli: price.milli,
                            bare: price.bare,
                            vague: price.vague,
                            signed: self.toks[at].signed,
                        });
                        at += parts;
                        continue;
                    }
                    let end = at + number.words;
                    nums.push(Num {
                        start: at,
                        end,
                        milli: number.milli,
                        bare: number.bare,
                        vague: number.vague,
                        signed: self.toks[at].signed,
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
        match tok.tag {
            Some(Word::And) => "and",
            _ if tok.devanagari => &tok.raw,
            _ => &tok.word,
        }
    }

    fn is_number_word(&self, at: usize) -> bool {
        let tok = &self.toks[at];
        match tok.kind {
            Kind::Figure => true,
            Kind::Word => match tok.tag {
                None => tok.atom.is_some(),
                Some(Word::And) => {
                    tok.word == "and" || matches!(tok.raw.as_str(), "एंड" | "ऐंड" | "एण्ड" | "एन्ड")
                }
                Some(Word::Article) => tok.word == "a",
                Some(Word::Filler) => tok.word == "so",
                Some(Word::With) => tok.atom.is_some() && self.tag_before(at) != Some(Word::Ka),
                _ => false,
            },
            _ => false,
        }
    }
}

/// "eighteen hundred ten percent" is an amount and a share: the amount, and how many words it has.
fn before_a_share(words: &[&str]) -> Option<(Number, usize)> {
    const SHARE_MAX_MILLI: i64 = 100_000;
    let all = |words: &[&str]| read_number(words).filter(|number| number.words == words.len());
    if all(words)?.milli <= SHARE_MAX_MILLI {
        return None;
    }
    (1..words.len()).find_map(|at| {
        let (price, share) = words.split_at(at);
        let share = all(share)?;
        (share.milli <= SHARE_MAX_MILLI)
            .then(|| all(price).map(|price| (price, at)))
            .flatten()
    })
}
