//! Words of accounts, money and reminders that mean something else beside other neighbours.

use super::lexicon::Word;
use super::utterance::Utterance;

impl Utterance {
    /// Settles the word at `at` by the words around it.
    pub(super) fn settle_word_of_account(
        &mut self,
        at: usize,
        word: &str,
        before: Option<Word>,
        next: Option<Word>,
    ) {
        match word {
            // "mark 3000 as paid"; "Mark paid 3000".
            "mark" | "marked"
                if !matches!(
                    next,
                    Some(
                        Word::Paid
                            | Word::Ne
                            | Word::Ko
                            | Word::Ka
                            | Word::Se
                            | Word::Apostrophe
                            | Word::Owe
                            | Word::Given
                            | Word::Taken
                            | Word::Got
                    )
                ) && !matches!(
                    before,
                    Some(Word::From | Word::To | Word::Of | Word::By | Word::For)
                ) =>
            {
                self.retag(at, Some(Word::Write));
            }
            // "Pramod ke ghar se 500 aaye": from him.
            "ghar" if before == Some(Word::Ka) && next == Some(Word::Se) => {
                self.retag(at, Some(Word::Ordinary));
            }
            // "add 500 to what Rakesh owes" asks nothing.
            "what" if before == Some(Word::To) => self.retag(at, Some(Word::That)),
            // "khata khol ke dikhao" looks into it; "khata kholo" opens one.
            "khol" if matches!(self.word(at + 1), "ke" | "kar") => self.retag(at, Some(Word::Filler)),
            // "khata clear hai ya …": nothing is to be cleared.
            "clear" | "saaf"
                if self.word(at + 1) == "hai"
                    || at + 1 == self.len() && matches!(self.word(0), "is" | "are" | "was") =>
            {
                self.retag(at, Some(Word::Paid))
            }
            // "udhari kitni banti hai"; Banti is somebody.
            "banti" if next == Some(Word::Be) && !self.toks[at + 1].broken => {
                self.retag(at, Some(Word::Due));
            }
            // "lined up", "add up"; "thums up" is a drink.
            "up" if before.is_some() => self.retag(at, Some(Word::Filler)),
            // "month end", "mahine ke end mein", "end of the month": nothing is to be stopped.
            "end"
                if before == Some(Word::Month)
                    || before == Some(Word::Ka) && at > 1 && self.is(at - 2, &[Word::Month])
                    || next == Some(Word::Of) =>
            {
                self.retag(at, Some(Word::Last));
            }
            // "50 उधार लिए": taken; "ke liye", "uske liye": for.
            "lie" | "lye"
                if self.toks[at].devanagari
                    && at > 0
                    && !matches!(
                        before,
                        Some(Word::Ka | Word::PronounKa | Word::Mine | Word::This | Word::That)
                    ) =>
            {
                self.retag(at, Some(Word::Taken));
            }
            _ => {}
        }
    }
}
