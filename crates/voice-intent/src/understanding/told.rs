//! Is it told, not ordered? What somebody said, what would be if, what has been, and what is asked of others than the
//! machine: none of that is a command, whatever words of the shop it holds.

use super::intent::Intent;
use super::lexicon::{Group, Word};
use super::orders::DEEDS;
use super::rules::{Found, unknown};
use super::utterance::Utterance;

impl Utterance {
    pub(super) fn among(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Is the past told at `at`: "tha", "thi", and "the" after a verb?
    pub(super) fn is_past(&self, at: usize) -> bool {
        match self.word(at) {
            "tha" | "thi" | "thin" | "thee" => self.is(at, &[Word::Be]) || self.tag(at).is_none(),
            "the" => {
                at > 0
                    && (self.toks[at].devanagari
                        || self.is(
                            at - 1,
                            &[
                                Word::Given,
                                Word::Taken,
                                Word::Got,
                                Word::Done,
                                Word::Paid,
                                Word::Be,
                                Word::Went,
                            ],
                        ) && !self.among(at - 1, &["is", "be", "was", "were", "got", "paid", "received"]))
            }
            _ => false,
        }
    }

    /// Does somebody else speak here: "Faizan bol raha tha ki …", "usne kaha", "Ravi said …"?
    pub(super) fn is_reported(&self) -> bool {
        let asked_back = self.is(0, &[Word::Question]);
        (0..self.len()).any(|at| {
            let next = self.is(at + 1, &[Word::Be]) && self.among(at + 1, &["raha", "rahi", "rahe"]);
            let left = self.among(at + 1, &["ke", "kar"]) && self.among(at + 2, &["gaya", "gayi", "gaye"]);
            if self.in_group(at, Group::ReportsAsStem) && (next || left) {
                return true;
            }
            if self.in_group(at, Group::Reports) {
                let said_that =
                    self.among(at + 1, &["ki", "tha", "thi", "hai", "the"]) || self.among(at + 2, &["ki"]);
                let by = at.checked_sub(1).is_some_and(|before| {
                    self.is(before, &[Word::Ne, Word::PronounNe]) || self.names_somebody(before)
                });
                return !asked_back && (said_that || by) && !self.has(Word::Nickname);
            }
            // "suna hai Saroj ki tabiyat kharab hai"
            if self.among(at, &["suna", "sunaa"]) && self.among(at + 1, &["hai", "tha", "ki"]) {
                return true;
            }
            let speaker = at
                .checked_sub(1)
                .is_some_and(|before| !self.is(before, &[Word::I]))
                && !self.has_any(&[Word::Remind, Word::Reminder])
                && !asked_back;
            speaker
                && self.in_group(at, Group::ReportsInEnglish)
                && !self.among(at + 1, &["above", "earlier"])
        })
    }

    /// Did somebody ask what is now asked of the machine?
    fn asks_on(&self) -> bool {
        let asks = |word: &str| ["puch", "pooch", "ask"].iter().any(|verb| word.starts_with(verb));
        // "… puch raha tha": asked then, and not now.
        let then = (2..self.len()).any(|at| {
            asks(self.word(at - 2))
                && matches!(self.word(at - 1), "raha" | "rahi" | "rahe")
                && self.is_past(at)
        });
        !then && self.toks.iter().any(|tok| asks(&tok.word))
    }

    /// Does it depend on something: "agar Selvaraj paise de", "if Rosamma comes", "Rahul aaye to"?
    pub(super) fn is_conditional(&self) -> bool {
        let conditions = (0..self.len()).any(|at| {
            let asks = at > 0 && self.is(at - 1, &[Word::Show, Word::Tell, Word::Find, Word::Confirm]);
            let polite = self.among(at + 1, &["you", "possible"]);
            self.is(at, &[Word::If]) && !asks && !polite
        });
        conditions || (1..self.len()).any(|at| self.is_when(at))
    }

    /// "aaye to", "de jaye to", "bole to", "aa gaya to": what is to be done then.
    fn is_when(&self, at: usize) -> bool {
        self.in_group(at, Group::Then) && self.in_group(at - 1, Group::Perhaps) && self.has_order(at + 1)
    }

    /// Is a past deed told, or asked after, and nothing ordered: "bill to kal hi de diya tha na"?
    fn tells_the_past(&self) -> bool {
        (0..self.len()).any(|at| self.is_past(at)) && !self.has_order(0)
    }

    /// "tha na", "diya kya": a past deed with a question at its end.
    fn asks_back(&self) -> bool {
        let Some(last) = self.len().checked_sub(1) else {
            return false;
        };
        last > 0
            && self.among(last, &["na", "kya"])
            && (self.is_past(last - 1)
                || self.word(last) == "kya" && self.is(last - 1, &[Word::Given, Word::Done]))
    }

    /// "bill galat bana hai", "data delete ho gaya": something is done, and nothing is ordered.
    fn tells_what_is_done(&self) -> bool {
        let done = (0..self.len()).any(|at| {
            let made = self.among(at, &["bana", "bani", "bane", "ban", "bheja", "bheji", "kata"])
                && self.in_group(at + 1, Group::Ended);
            let became = self.is(at, &DEEDS)
                && (self.word(at + 1) == "ho" && self.in_group(at + 2, Group::Ended)
                    || self.is(at + 1, &[Word::Do]) && self.is(at + 2, &[Word::Given, Word::Be])
                    || self.is(at + 1, &[Word::Given, Word::Done]));
            made || became
        });
        let made = (0..self.len())
            .any(|at| self.among(at, &["made", "sent", "created", "generated", "billed"]))
            && !(0..self.len())
                .any(|at| self.among(at, &["be", "gets", "get", "want", "wants", "need", "needs"]));
        (done || made) && !self.has_order(0)
    }

    /// "I was about to bill Kiran": meant, and not done.
    pub(super) fn is_only_meant(&self) -> bool {
        (1..self.len()).any(|at| {
            self.word(at) == "to"
                && matches!(self.word(at - 1), "about" | "going" | "wanted" | "meant")
                && (0..at).any(|before| matches!(self.word(before), "was" | "were" | "i" | "we"))
        })
    }

    /// "kyun banaya", "kisne hataya", "mana kar diya": a deed asked after or refused.
    fn asks_why(&self) -> bool {
        (0..self.len()).any(|at| {
            let refused =
                self.among(at, &["mana"]) && self.is(at + 1, &[Word::Do, Word::Done]) && !self.has_order(0);
            refused || self.among(at, &["kyun", "kyon", "kyu", "why", "kisne", "kinhone"])
        })
    }

    /// "did you add …", "have you sent …": a question about what was done, unlike "can you add …".
    fn asks_what_was_done(&self) -> bool {
        self.among(0, &["shall", "should", "may", "might"]) && self.among(1, &["i", "we"])
            || self.among(0, &["did", "have", "has", "had", "was", "were"])
                && (self.among(1, &["you", "we", "i", "he", "she", "they", "anyone", "anybody"])
                    || self.names_somebody(1))
            || self.is(0, &[Word::Question])
                && self.among(1, &["tumne", "aapne", "tune", "maine", "humne", "usne", "kisine"])
    }

    /// A reading weighed against the signs of talk: an order stays, talk is none.
    pub(super) fn weigh(&self, mut found: Found) -> Found {
        if !found.intent.is_acting() {
            let asks_who = found.intent == Intent::CheckStock
                && (self.is_conditional()
                    || self
                        .toks
                        .iter()
                        .any(|tok| matches!(tok.word.as_str(), "kisne" | "kinhone")));
            // "… bol rahe the": unlike "puchh raha hai uska balance kitna hai", which is asked on.
            let told = self.is_reported() && !self.has_order(0) && !self.asks_on();
            return if asks_who || told { unknown() } else { found };
        }
        if answers(found.intent) {
            return found;
        }
        let booked = matches!(
            found.intent,
            Intent::AddPayment | Intent::AddCredit | Intent::AddStock
        );
        let kept = matches!(
            found.intent,
            Intent::ScheduleReminder | Intent::RescheduleReminder | Intent::CancelReminder
        );
        let reported = self.is_reported();
        let conditional = self.is_conditional();
        if (self.asks_why() || self.is_only_meant()) && !kept
            || self.asks_what_was_done()
            || found.intent == Intent::ScheduleReminder && found.slots.when.is_none() && self.tells_the_past()
        {
            return unknown();
        }
        if conditional && !kept
            || reported && !kept && !self.has_order(0)
            || self.orders_other_deeds()
            || self.asks_back() && !kept
        {
            return unknown();
        }
        let named = !found.slots.items.is_empty();
        if !booked && !kept && !named && (self.tells_the_past() || self.tells_what_is_done()) {
            return unknown();
        }
        if conditional || reported && !kept {
            found.confidence = found.confidence.min(0.6);
        }
        found
    }
}

/// Answers to the machine's own questions, which their own rules judge.
fn answers(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Affirm
            | Intent::SelectOption
            | Intent::Undo
            | Intent::ProvideOtp
            | Intent::ProvideEmail
            | Intent::SwitchLanguage
            | Intent::StartRecording
            | Intent::StopRecording
    )
}
