//! Reminders: set, move, drop and list them.

use super::{Found, Rule, errands};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`reminder`] is told from the other rules.
pub(super) const REMINDER: Rule = Rule {
    name: "reminder",
    read: reminder,
    fits: &[
        "remind Amit to pay 1000 rupees by tomorrow",
        "Rahul ka reminder cancel karo",
        "aaj ke reminders dikhao",
        "set a daily reminder at 9 am to check stock",
        "set a reminder to call the plumber tomorrow at 4",
        "aaj kisko yaad dilana hai",
        "aaj kin kin ko yaad dilana hai",
        "Bilal ko parson 500 ke liye yaad kara dena",
        "do I have any reminders today",
        "Rahul ka reminder parson kar do",
        "Kavya ka reminder agle mahine pe daal do",
        "that reminder of Kalpana make it 8 in the evening",
        "dedh baje Afsana ko yaad dilana ki khata clear kare",
        "drop a reminder to Lobsang on the 28th",
        "any reminders lined up for Monday",
        "don't forget to remind Rahul tomorrow",
        "nudge Clement tomorrow afternoon about the 2,400 he owes",
    ],
    leaves: &[
        "Rahul ko bill bhejo",
        "wo 500 wali baat yaad hai",
        "maine Rahul ko yaad dila diya",
        "I have already reminded Rahul about 500",
    ],
};

/// Everything that speaks of reminding.
fn reminder(u: &mut Utterance) -> Option<Found> {
    // "yaad hai": remembered, and nothing to be done.
    let yaad = (0..u.len()).any(|at| {
        u.is(at, &[Word::Yaad]) && matches!(u.word(at), "yaad" | "yad") && !u.is(at + 1, &[Word::Be])
    });
    let noun = u.has(Word::Reminder);
    if !noun && !u.has(Word::Remind) && !yaad {
        return None;
    }
    let message = errands::said_message(u);
    if message.is_some() {
        return errands::schedule(u, message);
    }
    let order = Order {
        u,
        end: errands::begins(u).unwrap_or(u.len()),
    };
    if order.is_told() {
        return Some(super::unknown());
    }
    if order.drops() {
        return if order.is_kept() {
            Some(super::unknown())
        } else {
            cancel(u)
        };
    }
    // "aaj kisko yaad dilana hai", "kal kya kya yaad dilana hai"
    let whom = u.has(Word::Who) && !u.has(Word::ToMe);
    let what = !noun && order.has(&[Word::Question]) && u.word(u.len() - 1) == "hai";
    if noun && order.asks() || whom || what {
        return list(u);
    }
    if noun && order.moves() {
        return reschedule(u);
    }
    errands::schedule(u, None)
}

/// What is to be done with the reminder: the words before what it is to say.
struct Order<'a> {
    u: &'a Utterance,
    end: usize,
}

impl Order<'_> {
    fn has(&self, words: &[Word]) -> bool {
        (0..self.end).any(|at| self.u.is(at, words))
    }

    fn says(&self, words: &[&str]) -> bool {
        (0..self.end).any(|at| words.contains(&self.u.word(at)))
    }

    fn noun(&self) -> Option<usize> {
        (0..self.end).find(|at| self.u.is(*at, &[Word::Reminder]))
    }

    /// "maine yaad dila diya", "I have reminded her": done, and nothing to do.
    fn is_told(&self) -> bool {
        let last = (0..self.end).rfind(|at| !self.u.is(*at, &[Word::Filler, Word::Be, Word::Question]));
        let done = last
            .is_some_and(|at| self.u.is(at, &[Word::Given, Word::Done]) && self.u.word(at) != "di")
            && self.has(&[Word::Yaad, Word::Remind, Word::Send]);
        let due = (1..self.end).any(|at| self.u.word(at) == "reminded" && self.u.word(at - 1) == "be");
        let english = self.says(&["reminded"]) && !due;
        done || english
    }

    /// "reminder hata do", "yaad mat dilana", "stop reminding him"; "drop a reminder" sends one.
    fn drops(&self) -> bool {
        let u = self.u;
        let forgets = self.says(&["forget", "bhoolna", "bhulna", "bhul", "bhool"]);
        let denied = self.has(&[Word::Dont]) || self.has(&[Word::No]) && !self.has(&[Word::Question]);
        let sent =
            (1..self.end).any(|at| u.word(at - 1) == "drop" && matches!(u.word(at), "a" | "an" | "one"));
        // "rehne do"; "ek din chhod ke" leaves a day out.
        let left = (0..self.end).any(|at| {
            u.is(at, &[Word::Leave]) && !u.is(at + 1, &[Word::Ka]) && !matches!(u.word(at + 1), "kar" | "ke")
        });
        let from = errands::ends(u).unwrap_or(0);
        let dropped = (from..self.end).any(|at| u.is(at, &[Word::Cancel, Word::Remove, Word::Stop]));
        denied && !forgets || dropped && !sent || left
    }

    /// "reminder mat hatana": it is to stay.
    fn is_kept(&self) -> bool {
        let no = |at: usize| self.u.is(at, &[Word::Dont, Word::No]);
        (0..self.end).any(|at| {
            let drops = self.u.is(at, &[Word::Cancel, Word::Remove, Word::Stop]);
            drops && (at > 0 && no(at - 1) || no(at + 1))
        })
    }

    /// "aaj ke reminder dikhao", "any reminders for Monday".
    fn asks(&self) -> bool {
        let set = (0..self.end).find(|at| self.u.is(*at, &[Word::Set]));
        let sets = set.is_some() && set < self.noun();
        !self.has(&[Word::Remind])
            && !sets
            && (self.has(&[
                Word::Question,
                Word::HowMuch,
                Word::Who,
                Word::Show,
                Word::Tell,
                Word::List,
            ]) || self.says(&["have", "any", "koi"]))
    }

    /// "Rahul ka reminder parson kar do", "make it 8 in the evening", "wo wala reminder kal pe rakh do".
    fn moves(&self) -> bool {
        let u = self.u;
        let Some(noun) = self.noun() else { return false };
        if self.has(&[Word::Every, Word::Daily, Word::Weekly, Word::Monthly]) {
            return false;
        }
        let after = |words: &[Word]| (noun + 1..self.end).any(|at| u.is(at, words));
        // "… agle mahine pe daal do": there it goes, and "reminder daal do" sets a new one.
        let put_there = self.has(&[Word::Put, Word::Keep]) && after(&[Word::Pe]);
        let made_it = (noun + 1..self.end).any(|at| {
            u.is(at, &[Word::It, Word::This, Word::That])
                && u.is(at - 1, &[Word::Make, Word::Set, Word::Keep])
        });
        // "make Rahul's reminder Saturday": it is there already.
        let owned = (1..noun).any(|at| u.is(at, &[Word::Apostrophe, Word::PronounKa]));
        let made = owned && (0..noun).any(|at| u.word(at) == "make") && noun + 1 < u.len();
        let existing = noun > 0
            && u.is(noun - 1, &[Word::Wala, Word::That])
            && after(&[Word::Do, Word::Keep, Word::Put, Word::Set]);
        let to_person = u
            .find(&[Word::Ko])
            .is_some_and(|at| u.person_before(at).is_some());
        let sets = self.has(&[
            Word::Send,
            Word::Put,
            Word::Set,
            Word::Make,
            Word::Add,
            Word::Write,
            Word::Remind,
            Word::Yaad,
        ]);
        self.has(&[Word::Move, Word::Change, Word::Instead])
            || put_there
            || made_it
            || made
            || existing
            || self.has(&[Word::Do]) && !sets && !to_person
    }
}

fn cancel(u: &mut Utterance) -> Option<Found> {
    let every =
        (1..u.len()).any(|at| u.is(at, &[Word::Reminder]) && u.is(at - 1, &[Word::Every, Word::Each]));
    let mut slots = Slots {
        all: u.has(Word::All) || every || u.has_word(&["jitne", "jitney", "जितने"]),
        ..Slots::default()
    };
    if u.is_question() {
        return Some(super::unknown());
    }
    u.customer(
        &[Word::Ko, Word::Ka, Word::Apostrophe, Word::Wala],
        &[Word::For, Word::Of, Word::Remind, Word::To],
        &mut slots,
    );
    u.take_when();
    u.found(Intent::CancelReminder, slots)
}

fn list(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots {
        period: u.take_period(true),
        ..Slots::default()
    };
    u.customer(
        &[Word::Ka, Word::Ko, Word::Apostrophe],
        &[Word::Of, Word::For],
        &mut slots,
    );
    u.found(Intent::ListReminders, slots)
}

fn reschedule(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots {
        when: u.take_when(),
        ..Slots::default()
    };
    if slots.when.is_none() {
        slots.when = u.take_new_day();
    }
    u.customer(
        &[Word::Ka, Word::Apostrophe, Word::Wala, Word::Ko],
        &[Word::For, Word::Of],
        &mut slots,
    );
    if slots.when.is_none() {
        return u.doubtful(Intent::RescheduleReminder, slots);
    }
    u.found(Intent::RescheduleReminder, slots)
}
