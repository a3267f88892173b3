//! Verbs that mean something else beside other neighbours: "kaat do", "maar do", "ulta karo", "na karo".

use super::lexicon::Word;
use super::utterance::Utterance;

impl Utterance {
    /// Settles the verb at `at` by the words around it.
    pub(super) fn settle_doubtful_verb(
        &mut self,
        at: usize,
        word: &str,
        before: Option<Word>,
        next: Option<Word>,
    ) {
        match word {
            // "na karo" forbids; "kar do na" asks kindly.
            "na" | "naa"
                if self.is_deed(at + 1)
                    && !before.is_some_and(|before| SOFTENED.contains(&before))
                    && !self.toks.get(at + 1).is_some_and(|tok| tok.broken) =>
            {
                self.retag(at, Some(Word::Dont));
            }
            // "5 kilo aata" is flour; "wo roz aata hai" comes.
            "aata" if before == Some(Word::No) => self.retag(at, Some(Word::Ordinary)),
            "aata" if self.tag(at).is_some() => {
                let counted =
                    at > 0 && self.num_like(at - 1).is_some() || matches!(before, Some(Word::Unit(_)));
                if at == 0 || counted || next != Some(Word::Be) {
                    self.retag(at, None);
                }
            }
            // "bill done kar do"
            "done" if matches!(next, Some(Word::Do)) && self.has(Word::Bill) => {
                self.retag(at, Some(Word::Confirm));
            }
            // "mera saath diya": stood by, and no sixty.
            "saath"
                if self.word(at + 1) == "diya" || before == Some(Word::Mine) && next == Some(Word::Given) =>
            {
                self.toks[at].atom = None;
                self.retag(at, Some(Word::Ordinary));
            }
            // "bill mein se haldi kaat do" takes off; "bill kaat do" makes one.
            _ if self.is(at, &[Word::Cut]) && self.is_out_of_the_bill() => {
                self.retag(at, Some(Word::Remove));
            }
            // "khate mein 225 thok de", "Yadav ke naam 1850 maar do"
            "thok" | "thoko" | "maar" | "maaro" | "pel" | "tok"
                if self.has_any(&[Word::Khata, Word::Name, Word::Credit])
                    && (at > 0 && self.num_like(at - 1).is_some() || before == Some(Word::Rupee)) =>
            {
                self.retag(at, Some(Word::Write));
            }
            // "galat ho gaya ulta karo"
            "ulta" | "ulti" if next == Some(Word::Do) && before != Some(Word::Ka) => {
                self.retag(at, Some(Word::Undo))
            }
            // "ask Ravi to pay 900 by Friday"
            "ask" if self.asks_to_pay(at) => self.retag(at, Some(Word::Remind)),
            // "bill maar do", "isko cancel maro"
            "maar" | "maaro" | "maro" if before.is_some_and(|before| DONE_WITH_FORCE.contains(&before)) => {
                self.retag(at, Some(Word::Do));
            }
            _ => self.settle_word_of_account(at, word, before, next),
        }
    }

    /// "ask Ravi to pay": he is to be reminded.
    fn asks_to_pay(&self, ask: usize) -> bool {
        (ask + 2..(ask + 6).min(self.len()))
            .any(|at| self.is(at, &[Word::To]) && matches!(self.word(at + 1), "pay" | "clear" | "settle"))
    }

    /// "bill se", "bill mein se".
    fn is_out_of_the_bill(&self) -> bool {
        self.find(&[Word::Bill, Word::Draft]).is_some_and(|bill| {
            self.is(bill + 1, &[Word::Se])
                || self.is(bill + 1, &[Word::Mein]) && self.is(bill + 2, &[Word::Se])
        })
    }

    /// Is there an order at `at`? A "do" at the very end is one too.
    fn is_deed(&self, at: usize) -> bool {
        self.is(at, &DEEDS) || matches!(self.word(at), "do" | "de") && at + 1 == self.len()
    }
}

/// What is done with "maar do".
const DONE_WITH_FORCE: [Word; 7] = [
    Word::Bill,
    Word::Reminder,
    Word::Cancel,
    Word::Entry,
    Word::Discount,
    Word::WhatsApp,
    Word::Confirm,
];

/// What "na" forbids when it stands right before it.
const DEEDS: [Word; 23] = [
    Word::Do,
    Word::Done,
    Word::Give,
    Word::Given,
    Word::Make,
    Word::Send,
    Word::Write,
    Word::Add,
    Word::Put,
    Word::Remove,
    Word::Cut,
    Word::Cancel,
    Word::Confirm,
    Word::Change,
    Word::Set,
    Word::Keep,
    Word::Save,
    Word::Deposit,
    Word::Move,
    Word::Start,
    Word::Stop,
    Word::Yaad,
    Word::Increase,
];

/// After an order, or a word that only leads in, "na" softens or fills a pause.
const SOFTENED: [Word; 14] = [
    Word::Do,
    Word::Done,
    Word::Give,
    Word::Given,
    Word::Make,
    Word::Write,
    Word::Put,
    Word::Show,
    Word::Tell,
    Word::Send,
    Word::Cut,
    Word::Yes,
    Word::Okay,
    Word::Filler,
];
