//! What a reminder is to say, to whom and when.

use super::{Found, customer_errands};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// "newspaper band karne ki yaad dilana": where what is to be done ends, when it stands before the verb.
pub(super) fn ends(u: &Utterance) -> Option<usize> {
    let infinitive =
        |at: usize| ["ne", "ni", "na"].iter().any(|end| u.word(at).ends_with(end)) && u.tag(at).is_some();
    u.find(&[Word::Yaad])
        .filter(|yaad| *yaad > 1 && u.is(yaad - 1, &[Word::Ka]) && infinitive(yaad - 2))
        .map(|yaad| yaad - 1)
        .or_else(|| ends_before_the_noun(u))
}

/// "fridge band karne ke liye reminder", "shutter band karne ka ek reminder": an infinitive owns the reminder.
fn ends_before_the_noun(u: &Utterance) -> Option<usize> {
    let mut at = u.find(&[Word::Reminder])?;
    while at > 0
        && (u.is(at - 1, &[Word::Article, Word::New])
            || u.num_before(at).is_some_and(|num| num.milli == 1_000))
    {
        at -= 1;
    }
    if at > 0 && u.is(at - 1, &[Word::Liye]) {
        at -= 1;
    }
    let ka = at.checked_sub(1).filter(|ka| u.is(*ka, &[Word::Ka]))?;
    let deed = ka.checked_sub(1)?;
    let verb = u.word(deed).len() > 3
        && u.word(deed).ends_with("ne")
        && !u.is(
            deed,
            &[Word::Mine, Word::Given, Word::PronounNe, Word::Next, Word::Place],
        );
    (verb && (u.tag(deed).is_some() || u.nameable(deed)) && deed > 0).then_some(ka)
}

/// An errand of the shop before the noun, which is nobody's money: "light band karne ka reminder".
pub(super) fn has_errand_before(u: &Utterance) -> bool {
    const OF_MONEY: [Word; 7] = [
        Word::Give,
        Word::Given,
        Word::Paid,
        Word::Deposit,
        Word::Return,
        Word::Undo,
        Word::Send,
    ];
    ends_before_the_noun(u).is_some_and(|end| {
        let person = (1..u.len()).any(|at| {
            u.is(at, &[Word::Ko]) && (u.names_somebody(at - 1) || u.is(at - 1, &[Word::Honorific]))
                || u.is(at, &[Word::Ka])
                    && u.is(at + 1, &[Word::Liye])
                    && u.names_somebody(at - 1)
                    && at < end
        });
        // "paise lene ka reminder", "500 lene ka"
        let collected = u.is(end - 1, &[Word::Take])
            && (u.has_any(&[
                Word::Paise,
                Word::Money,
                Word::Rupee,
                Word::Payment,
                Word::Credit,
                Word::Due,
            ]) || u.num_before(end - 1).is_some());
        !person && !collected && !u.is(end - 1, &OF_MONEY)
    })
}

/// "… jab tak paise na de", "… until he pays": how long is no condition and no denial, and no rule can say it.
pub(super) fn drop_until(u: &mut Utterance) {
    let until = (1..u.len()).find(|at| {
        u.word(*at) == "jab" && u.is(at + 1, &[Word::Tak])
            || matches!(u.word(*at), "until" | "till")
                && (u.is(at + 1, &[Word::He]) || u.names_somebody(at + 1))
    });
    if let Some(at) =
        until.filter(|at| (0..*at).any(|at| u.is(at, &[Word::Yaad, Word::Remind, Word::Reminder])))
    {
        let end = u.len();
        u.cut(at, end);
    }
}

/// Where what it is to say begins: after "ki", "that", or the "to" before a verb.
pub(super) fn begins(u: &Utterance) -> Option<usize> {
    const VERBS: [Word; 14] = [
        Word::Yaad,
        Word::Remind,
        Word::Give,
        Word::Do,
        Word::Send,
        Word::Put,
        Word::Take,
        Word::Set,
        Word::Make,
        Word::Keep,
        Word::Write,
        Word::Leave,
        Word::Can,
        Word::Add,
    ];
    const DEEDS: [Word; 12] = [
        Word::Paid,
        Word::Give,
        Word::Remove,
        Word::Return,
        Word::Deposit,
        Word::Send,
        Word::Call,
        Word::Take,
        Word::Show,
        Word::Change,
        Word::Cancel,
        Word::Stop,
    ];
    let said = u.find(&[Word::Reminder, Word::Remind, Word::Yaad])?;
    (said + 1..u.len()).find(|at| {
        let conjunction = u.word(*at) == "ki" && u.is(at - 1, &VERBS) 
            && !u.is(at + 1, &[Word::Tarikh])
            // "yaad dilane ki zaroorat nahi"
            && !u.is(at + 1, &[Word::Ordinary]);
        let that = u.word(*at) == "that" && *at > said + 1;
        // "remind me to leave", "remind me not to open the shop", "a reminder to leave"
        let of_me = u.is(said + 1, &[Word::ToMe]);
        let mine = u.is(*at, &[Word::To])
            && (of_me && !is_of_time(u, at + 1)
                || u.is(at - 1, &[Word::Reminder]) && u.is(at + 1, &PLAIN_DEEDS));
        let not = of_me && u.word(*at) == "not" && u.is(at + 1, &[Word::To]);
        conjunction || mine || not || that || u.is(*at, &[Word::To]) && u.is(at + 1, &DEEDS)
    })
}

/// "from monday to friday", "from 5 to 6": a span, and nothing to be done.
fn is_of_time(u: &Utterance, at: usize) -> bool {
    u.in_number(at)
        || u.is(at, &[Word::Today, Word::Tomorrow, Word::Next])
        || matches!(u.tag(at), Some(Word::Weekday(_) | Word::MonthName(_)))
}

/// What the shopkeeper does, in the plain form that follows "a reminder to".
const PLAIN_DEEDS: [Word; 16] = [
    Word::Leave,
    Word::Stop,
    Word::Cancel,
    Word::Remove,
    Word::Open,
    Word::Start,
    Word::Call,
    Word::Show,
    Word::Put,
    Word::Take,
    Word::Taken,
    Word::Make,
    Word::Change,
    Word::Return,
    Word::Write,
    Word::Keep,
];

pub(super) fn schedule(u: &mut Utterance, message: Option<String>) -> Option<Found> {
    let mut slots = Slots {
        message,
        ..Slots::default()
    };
    let mine = u.has(Word::ToMe) || has_own_errand(u) || has_errand_before(u);
    slots.recurrence = u.take_recurrence();
    if slots.recurrence.is_none() {
        slots.when = u.take_when();
    }
    if mine {
        slots.message = slots.message.or_else(|| own_message(u));
        return u.found(Intent::ScheduleReminder, slots);
    }
    let end = begins(u).unwrap_or(u.len());
    if u.is_vague() || (0..end).any(|at| u.is(at, &[Word::If, Word::Future])) {
        return Some(super::unknown());
    }
    one_reminder(u);
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
        slots.message = customer_errands::take(u, slots.amount.is_some());
    }
    // "har …": how often was said, and not understood. "yaad rakhna" asks to remember, and perhaps to remind.
    let times = u
        .nums
        .iter()
        .any(|num| num.milli > 1_000 && u.is(num.end, &[Word::Once]));
    if times {
        // "hafte mein do baar": no rule says so.
        slots.when = None;
        slots.amount = None;
        return u.doubtful(Intent::ScheduleReminder, slots);
    }
    let remember = u.has(Word::Yaad) && u.has(Word::Keep);
    if slots.recurrence.is_none() && u.has(Word::Every) || remember {
        return u.doubtful(Intent::ScheduleReminder, slots);
    }
    u.found(Intent::ScheduleReminder, slots)
}

/// "ek reminder bhejo", "ek baar yaad dilana": no amount.
fn one_reminder(u: &mut Utterance) {
    for num in u.free_nums() {
        if num.milli == 1_000
            && u.is(
                num.end,
                &[
                    Word::Reminder,
                    Word::Once,
                    Word::Sms,
                    Word::Call,
                    Word::Yaad,
                    Word::Daily,
                    Word::Weekly,
                    Word::Monthly,
                    Word::Yearly,
                    Word::New,
                ],
            )
        {
            u.take(num.start, num.end, "article");
        }
    }
}

/// "set a reminder to call the plumber": an errand of the shopkeeper, and nobody is told.
fn has_own_errand(u: &Utterance) -> bool {
    let errand = [Word::Send, Word::Add];
    u.find(&[Word::Reminder]).is_some_and(|noun| {
        (noun + 1..u.len())
            .any(|at| u.is(at, &[Word::To]) && (u.is(at + 1, &errand) || u.is(at + 1, &PLAIN_DEEDS)))
    })
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
pub(super) fn said_message(u: &mut Utterance) -> Option<String> {
    let at = (0..u.len()).find(|at| u.word(*at) == "saying")?;
    (at + 1 < u.len()).then(|| rest(u, at + 1, at))
}

/// What the shopkeeper is to be reminded of: after "ki", "to" or "that".
fn own_message(u: &mut Utterance) -> Option<String> {
    let me = u.find(&[Word::ToMe, Word::Reminder])?;
    if let Some(end) = ends(u) {
        let mut from = (0..end)
            .rfind(|at| !u.free(*at) || u.is(*at, &[Word::ToMe]))
            .map_or(0, |taken| taken + 1);
        while u.is(from, &[Word::Ko, Word::Ka, Word::Filler]) {
            from += 1;
        }
        let words: Vec<&str> = (from..end).map(|at| spoken(u, at)).collect();
        let message = words.join(" ");
        u.take(from, end, "message");
        return (!message.is_empty()).then_some(message);
    }
    let marked = (me + 1..u.len()).find(|at| {
        u.free(*at)
            && (u.tag(*at) == Some(Word::To)
                || u.word(*at) == "that"
                || u.word(*at) == "ki" && u.tag(at - 1) != Some(Word::Ka) && !u.nameable(at - 1))
    });
    // "… yaad dilana doodh mangwana hai": what follows the verb, without a word between.
    let verb = || {
        let yaad = (me + 1..u.len()).rfind(|at| u.is(*at, &[Word::Yaad]))?;
        (yaad..u.len())
            .take_while(|at| *at == yaad || u.is(*at, &LIGHT))
            .last()
    };
    let Some(from) = marked.or_else(|| verb().filter(|at| u.nameable(at + 1))) else {
        return message_before(u, me);
    };
    // "not to give udhaar": the denial is part of what is said.
    let from = if from > 0 && u.word(from - 1) == "not" {
        from.saturating_sub(2)
    } else {
        from
    };
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

/// "mujhe kal doodh wale ka hisaab karna hai yaad dila dena": what is to be done stands before the verb.
fn message_before(u: &mut Utterance, me: usize) -> Option<String> {
    let end = (me + 1..u.len()).find(|at| u.is(*at, &[Word::Yaad]))?;
    let mut from = (me + 1..end)
        .rfind(|at| !u.free(*at))
        .map_or(me + 1, |taken| taken + 1);
    while u.is(from, &[Word::Ko, Word::Ka, Word::Filler]) {
        from += 1;
    }
    let said = from < end && (from..end).any(|at| u.nameable(at));
    let message = (from..end.max(from))
        .map(|at| spoken(u, at))
        .collect::<Vec<_>>()
        .join(" ");
    if !said {
        return None;
    }
    u.take(from, end, "message");
    Some(message)
}

fn rest(u: &mut Utterance, from: usize, marker: usize) -> String {
    let words: Vec<&str> = (from..u.len()).map(|at| spoken(u, at)).collect();
    let message = words.join(" ");
    let end = u.len();
    u.cut(marker, end);
    message
}

pub(super) fn spoken(u: &Utterance, at: usize) -> &str {
    &u.toks[at].raw
}

/// After the verb these complete it: "yaad dila dena".
const LIGHT: [Word; 4] = [Word::Give, Word::Do, Word::Be, Word::Take];
