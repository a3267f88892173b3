//! Is something ordered, and of whom? An order of the shop has one of its verbs in the form that orders.

use super::lexicon::{Group, Word};
use super::utterance::Utterance;

/// What follows the stem of a verb that is asked for.
const ASKED: [Word; 4] = [Word::Give, Word::Take, Word::Do, Word::Given];
/// The business of the shop: what else is done beside it is part of it.
const BUSINESS: [Word; 12] = [
    Word::Bill,
    Word::Draft,
    Word::Khata,
    Word::Stock,
    Word::Reminder,
    Word::Yaad,
    Word::Remind,
    Word::Payment,
    Word::Balance,
    Word::Hisaab,
    Word::Rupee,
    Word::Credit,
];
/// Verbs that a command orders with.
pub(super) const DEEDS: [Word; 26] = [
    Word::Do,
    Word::Make,
    Word::Send,
    Word::Show,
    Word::Tell,
    Word::Cancel,
    Word::Remove,
    Word::Confirm,
    Word::Add,
    Word::Write,
    Word::Change,
    Word::Keep,
    Word::Put,
    Word::Deposit,
    Word::Remind,
    Word::Yaad,
    Word::Move,
    Word::Start,
    Word::Stop,
    Word::Set,
    Word::Save,
    Word::Select,
    Word::Open,
    Word::Cut,
    Word::Undo,
    Word::Sell,
];

impl Utterance {
    /// Is something ordered at or after `from`? The stem of a verb orders with "do" or "lo"; so do "karo" and "karna".
    pub(super) fn has_order(&self, from: usize) -> bool {
        (from..self.len()).any(|at| {
            if !self.is(at, &DEEDS) {
                return false;
            }
            let word = self.word(at);
            // "delete kar diya", "bana ho gaya": what follows the verb tells that it is done.
            let then = if self.is(at + 1, &[Word::Do]) && !self.word(at + 1).ends_with('o') {
                at + 2
            } else {
                at + 1
            };
            let past = self.is_past(then) || self.is_past(then + 1);
            let gone = self.is(then, &[Word::Given, Word::Done, Word::Be, Word::Taken])
                && !self.among(then, &["chahiye", "chaiye", "hai", "hain", "h"]);
            let imperative = word.ends_with('o') && word.len() > 2 && word != "do"
                || word.ends_with("iye")
                || word.ends_with("iyega")
                || word.ends_with("na") && word.len() > 4
                || word.ends_with("kardo");
            let english = self.in_group(at, Group::EnglishDeed);
            let helped = self.is(at + 1, &[Word::Give, Word::Take, Word::Do, Word::Keep])
                || matches!(self.word(at + 1), "do" | "de" | "le" | "lo");
            // "has to be made", "is to be removed"
            let to_be = at > 0 && self.word(at - 1) == "be";
            (imperative || english || helped || to_be) && !(past || gone)
        })
    }

    /// Is a verb that is none of the shop's ordered: "shutter gira do", "charger order kar do"?
    pub(super) fn orders_other_deeds(&self) -> bool {
        !self.has_any(&BUSINESS)
            && (0..self.len()).any(|at| {
                let asked = self.is(at + 1, &ASKED) || self.among(at + 1, &["do", "de", "lo", "le"]);
                let opens = at == self.first();
                let errand = self.in_group(at, Group::OtherErrand)
                    && (self.is(at + 1, &[Word::Do])
                        || opens && self.is(at + 1, &[Word::Article, Word::Mine, Word::It]));
                errand
                    || self.in_group(at, Group::OtherDeed)
                        && (asked || opens || self.word(at).ends_with('o') && self.word(at).len() > 4)
            })
    }
}
