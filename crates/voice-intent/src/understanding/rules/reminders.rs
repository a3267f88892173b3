//! Reminders: set, move, drop and list them.

use super::reminder_order::Order;
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
        "Irfan ke reminder ko kal dopahar teen baje le jao",
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
        // "mujhe yaad nahi rehta"
        let denied = u.is(at + 1, &[Word::No]) && !u.is(at + 2, &[Word::Yaad, Word::Do, Word::Give]);
        let had = u.is(at + 1, &[Word::Be]) || denied;
        u.is(at, &[Word::Yaad]) && matches!(u.word(at), "yaad" | "yad" | "smaran") && !had
    });
    let noun = u.has(Word::Reminder);
    if !noun && !u.has(Word::Remind) && !yaad {
        return None;
    }
    errands::drop_until(u);
    let message = errands::said_message(u);
    if message.is_some() {
        return errands::schedule(u, message);
    }
    let order = Order {
        u,
        end: errands::begins(u).unwrap_or(u.len()),
    };
    if order.is_told() || order.has(&[Word::If]) {
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
    let what = !noun && order.has(&[Word::Question]) && u.word(u.len() - 1) == "hai" && !u.has(Word::Can);
    if noun && (order.asks() || order.names_several()) || whom || what {
        return list(u);
    }
    if noun && order.moves() && !errands::has_errand_before(u) {
        return reschedule(u);
    }
    errands::schedule(u, None)
}

fn cancel(u: &mut Utterance) -> Option<Found> {
    let every =
        (1..u.len()).any(|at| u.is(at, &[Word::Reminder]) && u.is(at - 1, &[Word::Every, Word::Each]));
    let mut slots = Slots {
        all: u.has(Word::All) || every || u.has_word(&["jitne", "jitney", "जितने"]),
        ..Slots::default()
    };
    // "kya aap … hata sakte hain" asks for it.
    if u.is_question() && !u.has(Word::Can) {
        return Some(super::unknown());
    }
    u.customer(
        &[Word::Ko, Word::Ka, Word::Apostrophe, Word::Wala],
        &[Word::For, Word::Of, Word::Remind, Word::To],
        &mut slots,
    );
    let of_a_day =
        u.take_when().is_some() || u.has_any(&[Word::Today, Word::Kal, Word::Tomorrow, Word::Parson]);
    if slots.all && of_a_day {
        return u.doubtful(Intent::CancelReminder, slots);
    }
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
    take_old_moment(u);
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

/// "from Monday to Wednesday", "somvaar se hata ke budhvaar", "instead of 4 pm": when it was to be until now.
fn take_old_moment(u: &mut Utterance) {
    const WHEN: [Word; 17] = [
        Word::Today,
        Word::Tomorrow,
        Word::Kal,
        Word::Parson,
        Word::Oclock,
        Word::Am,
        Word::Pm,
        Word::Tarikh,
        Word::Morning,
        Word::Afternoon,
        Word::Evening,
        Word::Night,
        Word::Ko,
        Word::Ka,
        Word::Next,
        Word::Week,
        Word::Month,
    ];
    let moment = |at: usize| {
        u.is(at, &WHEN) || u.in_number(at) || matches!(u.tag(at), Some(Word::Weekday(_) | Word::MonthName(_)))
    };
    let day = |at: usize| moment(at) && !u.is(at, &[Word::Ko, Word::Ka]);
    let from = u.find(&[Word::From]).filter(|from| moment(from + 1));
    let to = from.and_then(|from| (from + 1..u.len()).find(|at| u.is(*at, &[Word::To])));
    let instead = u
        .find(&[Word::Instead])
        .filter(|at| u.is(at + 1, &[Word::Of]) && day(at + 2));
    let old = if let (Some(from), Some(to)) = (from, to) {
        Some((from, to))
    } else if let Some(at) = instead {
        let end = (at + 2..u.len()).find(|next| !moment(*next)).unwrap_or(u.len());
        Some((at, end))
    } else {
        (1..u.len())
            .find(|at| u.is(*at, &[Word::Se]) && day(at - 1) && (at + 1..u.len()).any(day))
            .map(|se| {
                let start = (0..se).rev().take_while(|at| moment(*at)).last().unwrap_or(se);
                (start + usize::from(u.is(start, &[Word::Ka, Word::Ko])), se + 1)
            })
    };
    if let Some((from, to)) = old {
        u.take(from, to, "old");
    }
}
