//! Reminders: set, move, drop and list them.

use super::{Found, Rule};
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
    ],
    leaves: &["Rahul ko bill bhejo", "wo 500 wali baat yaad hai"],
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
    let message = said_message(u);
    if message.is_some() {
        return schedule(u, message);
    }
    let denied = u.has(Word::Dont) || u.has(Word::No) && !u.has(Word::Question);
    if denied || u.has_any(&[Word::Cancel, Word::Remove, Word::Stop]) {
        return cancel(u);
    }
    if noun
        && !u.has(Word::Remind)
        && !u.is_before(Word::Set, Word::Reminder)
        && (u.is_question() || u.has_word(&["have"]) || u.has_any(&[Word::Show, Word::Tell, Word::List]))
    {
        return list(u);
    }
    // "aaj kisko yaad dilana hai"
    if u.has(Word::Who) && !u.has(Word::ToMe) {
        return list(u);
    }
    let to_person = u
        .find(&[Word::Ko])
        .is_some_and(|at| u.person_before(at).is_some());
    // "… reminder agle mahine pe daal do": there it goes, and "reminder daal do" sets a new one.
    let put_there = u.has(Word::Put)
        && u.find(&[Word::Reminder])
            .is_some_and(|noun| (noun + 1..u.len()).any(|at| u.is(at, &[Word::Pe])));
    let moved = u.has_any(&[Word::Move, Word::Change]) || put_there;
    let sets = u.has_any(&[
        Word::Send,
        Word::Put,
        Word::Set,
        Word::Make,
        Word::Add,
        Word::Write,
        Word::Remind,
        Word::Yaad,
    ]);
    if noun && (moved || u.has(Word::Do) && !sets && !to_person) && !u.has(Word::Every) {
        return reschedule(u);
    }
    schedule(u, None)
}

impl Utterance {
    fn is_before(&self, one: Word, other: Word) -> bool {
        self.find(&[one]).is_some_and(|at| Some(at) < self.find(&[other]))
    }
}

fn cancel(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots {
        all: u.has(Word::All),
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

fn schedule(u: &mut Utterance, message: Option<String>) -> Option<Found> {
    let mut slots = Slots {
        message,
        ..Slots::default()
    };
    let mine = u.has(Word::ToMe) || has_own_errand(u);
    slots.recurrence = u.take_recurrence();
    if slots.recurrence.is_none() {
        slots.when = u.take_when();
    }
    if mine {
        slots.message = slots.message.or_else(|| own_message(u));
        return u.found(Intent::ScheduleReminder, slots);
    }
    if u.is_vague() || u.has_any(&[Word::If, Word::Future]) {
        return Some(super::unknown());
    }
    if !u.take_amount(&mut slots) || slots.amount.is_some() && !money_is_meant(u, &slots) {
        slots.amount = None;
        return Some(super::unknown());
    }
    u.customer(
        &[Word::Ko, Word::Ka, Word::Apostrophe],
        &[Word::Remind, Word::For, Word::To],
        &mut slots,
    );
    if slots.message.is_none() {
        trailing_occasion(u);
    }
    u.found(Intent::ScheduleReminder, slots)
}

/// "set a reminder to call the plumber": an errand of the shopkeeper, and nobody is told.
fn has_own_errand(u: &Utterance) -> bool {
    let errand = [
        Word::Call,
        Word::Show,
        Word::Send,
        Word::Make,
        Word::Put,
        Word::Add,
        Word::Change,
        Word::Remove,
    ];
    u.find(&[Word::Reminder])
        .is_some_and(|noun| (noun + 1..u.len()).any(|at| u.is(at, &[Word::To]) && u.is(at + 1, &errand)))
}

/// A small number beside a moment is as likely a part of the moment: it is money when a word of money says so.
fn money_is_meant(u: &Utterance, slots: &Slots) -> bool {
    let said = u.has_any(&[
        Word::Rupee,
        Word::Paise,
        Word::Money,
        Word::Paid,
        Word::Give,
        Word::Given,
        Word::Due,
        Word::Credit,
        Word::Payment,
        Word::Balance,
        Word::Deposit,
        Word::Owe,
        Word::Advance,
        Word::Liye,
    ]);
    said || slots.amount.is_some_and(|amount| amount.paise() >= 10_000)
}

/// "… namaz ke baad": an occasion that is no time; it stays in the speaker's own words only.
fn trailing_occasion(u: &mut Utterance) {
    for at in 2..u.len() {
        if u.tag(at) == Some(Word::After) && u.tag(at - 1) == Some(Word::Ka) && u.nameable(at - 2) {
            u.take(at - 2, at + 1, "message");
        }
    }
}

/// What follows "saying".
fn said_message(u: &mut Utterance) -> Option<String> {
    let at = (0..u.len()).find(|at| u.word(*at) == "saying")?;
    (at + 1 < u.len()).then(|| rest(u, at + 1, at))
}

/// What the shopkeeper is to be reminded of: after "ki", "to" or "that".
fn own_message(u: &mut Utterance) -> Option<String> {
    let me = u.find(&[Word::ToMe, Word::Reminder])?;
    let marked = (me + 1..u.len()).find(|at| {
        u.free(*at)
            && (u.tag(*at) == Some(Word::To)
                || u.word(*at) == "that"
                || u.word(*at) == "ki" && u.tag(at - 1) != Some(Word::Ka) && !u.nameable(at - 1))
    });
    // "… yaad dilana doodh mangwana hai": what follows the verb, without a word between.
    let verb = || (me + 1..u.len()).rfind(|at| u.is(*at, &[Word::Yaad]));
    let from = marked.or_else(|| verb().filter(|at| u.nameable(at + 1)))?;
    let taken = (from + 1..u.len()).find(|at| !u.free(*at));
    let end = taken.unwrap_or(u.len());
    // "… on Friday": the preposition goes with the day.
    let with_day =
        taken.is_some() && end > from + 2 && u.is(end - 1, &[Word::On, Word::At, Word::In, Word::By]);
    let said_to = if with_day { end - 1 } else { end };
    let words: Vec<&str> = (from + 1..said_to).map(|at| spoken(u, at)).collect();
    let message = words.join(" ");
    u.take(from, end, "message");
    (!message.is_empty()).then_some(message)
}

fn rest(u: &mut Utterance, from: usize, marker: usize) -> String {
    let words: Vec<&str> = (from..u.len()).map(|at| spoken(u, at)).collect();
    let message = words.join(" ");
    let end = u.len();
    u.cut(marker, end);
    message
}

fn spoken(u: &Utterance, at: usize) -> &str {
    &u.toks[at].raw
}
