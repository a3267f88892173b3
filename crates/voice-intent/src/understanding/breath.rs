//! Several commands in one breath: "Rahul ne 500 diye aur Suresh ka balance batao".

use super::intent::Intent;
use super::lexicon::Word;
use super::reading::Also;
use super::rules::{self, Found};
use super::slots::Slots;
use super::utterance::Utterance;

/// Nobody says more commands than this in one breath.
const ALSO_MAX: usize = 4;

/// So many places are looked at for the end of a command; in babble every word could be one.
const PLACES_MAX: usize = 8;

/// A part must be this certain to stand as a command of its own.
const PART_CONFIDENCE: f32 = 0.9;

const VERBS: [Word; 24] = [
    Word::Do,
    Word::Give,
    Word::Given,
    Word::Make,
    Word::Send,
    Word::Show,
    Word::Tell,
    Word::Write,
    Word::Add,
    Word::Remove,
    Word::Done,
    Word::Paid,
    Word::Put,
    Word::Cancel,
    Word::Confirm,
    Word::Deposit,
    Word::Got,
    Word::Taken,
    Word::Remind,
    Word::Yaad,
    Word::HowMuch,
    Word::Set,
    Word::Change,
    Word::Sell,
];

/// What can be asked for without a verb of its own.
const NOUNS: [Word; 3] = [Word::Bill, Word::Balance, Word::Stock];

/// Reads the whole utterance, or its parts when they are commands of their own.
pub(super) fn read(utterance: &mut Utterance) -> (Found, Vec<Also>) {
    // What depends on a condition, or is somebody else's word, does not stop depending on it at the next "and".
    let one = utterance.is_conditional() || utterance.is_reported();
    if !one && let Some((mut first, mut rest)) = split(utterance, ALSO_MAX) {
        // "Suresh ne 5 diye Suresh ne 5 diye": said twice, and whether it is meant twice is asked.
        let before = rest.len();
        rest.retain(|also| also.intent != first.intent || also.slots != first.slots);
        if rest.len() < before && first.intent.books() {
            first.confidence = first.confidence.min(rules::ASKED);
        }
        // "Rahul paid 500, actually Suresh paid 500": two, or the second instead of the first?
        let corrected =
            (1..utterance.len()).any(|at| matches!(utterance.word(at), "actually" | "sorry" | "oops"));
        if corrected {
            first.confidence = first.confidence.min(rules::ASKED);
            for also in &mut rest {
                also.confidence = also.confidence.min(rules::ASKED);
            }
        }
        return (first, rest);
    }
    if !one && let Some(both) = one_verb_for_both(utterance) {
        return both;
    }
    let found = rules::read(utterance);
    if let Some(both) = two_people(utterance, &found) {
        return both;
    }
    let also = sent_after_confirming(utterance, &found);
    (found, also)
}

fn split(utterance: &mut Utterance, left: usize) -> Option<(Found, Vec<Also>)> {
    if left == 0 {
        return None;
    }
    let mut places = PLACES_MAX;
    for at in 2..utterance.len().saturating_sub(2) {
        let joined = utterance.is(at, &[Word::And]) || matches!(utterance.word(at), "phir" | "fir" | "then");
        // "Rahul ne 500 diye, Amit ne 200 diye": a pause parts them too.
        let paused = utterance.toks.get(at).is_some_and(|tok| tok.broken);
        let runs_on = !joined && !paused;
        if runs_on && !goes_on(utterance, at) {
            continue;
        }
        let next = after_joint(utterance, if joined { at + 1 } else { at });
        let among = |from: usize, to: usize, words: &[Word]| (from..to).any(|at| utterance.is(at, words));
        // "Rahul ko 2 milk ka bill aur Suresh ka balance batao": one verb for both.
        let shared_verb = !among(0, at, &VERBS) && among(0, at, &NOUNS);
        // "Suresh ko 100 udhaar aur Geeta ka balance batao": complete without a verb.
        let lent = !among(0, at, &VERBS) && among(0, at, &[Word::Credit]);
        let ends_lent = lent && among(next, utterance.len(), &[Word::Credit]);
        if !shared_verb && !lent && !among(0, at, &VERBS)
            || !ends_lent && !among(next, utterance.len(), &VERBS)
        {
            continue;
        }
        if places == 0 {
            return None;
        }
        places -= 1;
        let mut head = utterance.part(0, at);
        let first = rules::read(&mut head);
        if !stands_alone(&first) || runs_on && first.slots.customer.is_none() {
            continue;
        }
        let mut tail = utterance.part(next, utterance.len());
        let (second, more) =
            split(&mut tail, left - 1).unwrap_or_else(|| (rules::read(&mut tail), Vec::new()));
        let owned = second.slots.customer.is_some()
            || second.slots.pronoun
            || second.intent != first.intent && needs_no_customer(second.intent)
            // "milk ka rate 30 kar do aur bread ka rate 42 kar do"
            || second.intent == first.intent && second.slots.product.is_some();
        if !stands_alone(&second)
            || shared_verb && second.slots.customer.is_none()
            || !owned && rules::read(&mut utterance.clone()).confidence >= PART_CONFIDENCE
        {
            continue;
        }
        let mut also = vec![Also {
            intent: second.intent,
            confidence: second.confidence,
            slots: second.slots,
        }];
        also.extend(more);
        utterance.explain = [head.explain, tail.explain].concat();
        return Some((first, also));
    }
    None
}

/// "aur uske baad …": the second command begins behind it.
fn after_joint(u: &Utterance, next: usize) -> usize {
    let then =
        u.is(next, &[Word::PronounKa]) && (u.is(next + 1, &[Word::After]) || u.word(next + 1) == "baad");
    if then { next + 2 } else { next }
}

/// "Yogesh ne 500 cash aur Tanveer ne 300 UPI diya", "Amrit ka 260 udhaar likho aur Ganga ka 140": two clauses of one
/// form, and a verb in one of them.
fn one_verb_for_both(u: &mut Utterance) -> Option<(Found, Vec<Also>)> {
    let and = u.find(&[Word::And])?;
    let clause = |from: usize, to: usize| {
        (from + 1..to)
            .filter(|at| u.is(*at, &[Word::Ne, Word::Ka, Word::Se]) && u.names_somebody(at - 1))
            .find_map(|at| u.num_at(at + 1).map(|num| (at, num.end)))
    };
    let (one, one_end) = clause(0, and)?;
    let (other, other_end) = clause(and + 1, u.len())?;
    let verb = |from: usize, to: usize| (from..to).find(|at| u.is(*at, &VERBS) || u.is(*at, &[Word::Credit]));
    let borrowed = match (verb(one_end, and), verb(other_end, u.len())) {
        (Some(verb), None) => u.toks[verb..and].to_vec(),
        (None, Some(verb)) => u.toks[verb..].to_vec(),
        _ => return None,
    };
    if u.tag(one) != u.tag(other) {
        return None;
    }
    let read = |from: usize, to: usize, lacks: bool| {
        let mut part = if lacks {
            u.part_with(from, to, &borrowed)
        } else {
            u.part(from, to)
        };
        let found = rules::read(&mut part);
        (stands_alone(&found) && found.slots.customer.is_some()).then_some((found, part.explain))
    };
    let left_lacks = verb(one_end, and).is_none();
    let (first, how) = read(0, and, left_lacks)?;
    let (second, how_second) = read(and + 1, u.len(), !left_lacks)?;
    if first.intent != second.intent {
        return None;
    }
    u.explain = [how, how_second].concat();
    let also = Also {
        intent: second.intent,
        confidence: second.confidence,
        slots: second.slots,
    };
    Some((first, vec![also]))
}

/// "Rahul ne 500 diye Suresh ne 300 diye": a name with its particle, right behind the verb of a clause that is complete.
fn goes_on(utterance: &Utterance, at: usize) -> bool {
    const ENDS: [Word; 10] = [
        Word::Write,
        Word::Put,
        Word::Do,
        Word::Given,
        Word::Done,
        Word::Got,
        Word::Taken,
        Word::Give,
        Word::Be,
        Word::Take,
    ];
    let named = (at..utterance.len())
        .take_while(|name| utterance.names_somebody(*name) || utterance.is(*name, &[Word::Honorific]))
        .count();
    let particle = at + named;
    // "discount karke Farida ka bill banao": one command.
    let goes_before = ["ke", "kar"]
        .iter()
        .any(|end| utterance.word(at - 1).ends_with(end));
    let hindi = !goes_before
        && utterance.is(at - 1, &ENDS)
        && utterance.is(particle, &[Word::Ne, Word::Se, Word::Ko, Word::Ka]);
    let english = utterance.num_before(at).is_some() && utterance.is(particle, &[Word::Paid, Word::Given]);
    named > 0 && utterance.names_somebody(at) && (hindi || english)
}

/// Commands that are complete without a customer, whatever was said before them.
fn needs_no_customer(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::DailySummary
            | Intent::TotalPending
            | Intent::ListBalances
            | Intent::ListInvoices
            | Intent::ListReminders
            | Intent::CheckStock
            | Intent::AddStock
            | Intent::SetPrice
            | Intent::CreateCustomer
    )
}

/// Answers and talk are no commands to be strung together.
fn stands_alone(found: &Found) -> bool {
    found.confidence >= PART_CONFIDENCE
        && !matches!(
            found.intent,
            Intent::Unknown
                | Intent::Affirm
                | Intent::Deny
                | Intent::SelectOption
                | Intent::Help
                | Intent::Repeat
                | Intent::ProvideEmail
                | Intent::ProvideOtp
        )
}

/// "Rahul aur Suresh ka balance batao": what is read of one is read of the other too. What is done for two people is
/// asked back, since nobody can say whether the amount is for each or for both.
fn two_people(utterance: &mut Utterance, found: &Found) -> Option<(Found, Vec<Also>)> {
    let asks = matches!(
        found.intent,
        Intent::FetchBalance | Intent::FetchCustomer | Intent::FetchStatement
    );
    let and = utterance.find(&[Word::And])?;
    if !asks || found.slots.customer.is_none() || and == 0 {
        return None;
    }
    let mut first = and;
    while first > 0 && utterance.names_somebody(first - 1) {
        first -= 1;
    }
    let mut end = and + 1;
    while utterance.names_somebody(end) {
        end += 1;
    }
    if first == and || end == and + 1 {
        return None;
    }
    let of = |from: usize, to: usize| {
        let mut one = utterance.clone();
        one.reset();
        one.cut(from, to);
        let read = rules::read(&mut one);
        let named = read.intent == found.intent && read.slots.customer.is_some();
        (named && stands_alone(&read)).then_some((read, one.explain))
    };
    let ((one, how), (other, how_other)) = (of(and, end)?, of(first, and + 1)?);
    utterance.explain = [how, how_other].concat();
    let also = Also {
        intent: other.intent,
        confidence: other.confidence,
        slots: other.slots,
    };
    Some((one, vec![also]))
}

/// "bill confirm karo aur bhej do".
fn sent_after_confirming(utterance: &mut Utterance, found: &Found) -> Vec<Also> {
    if found.intent != Intent::ConfirmInvoice
        || !utterance.has_any(&[Word::Send, Word::WhatsApp, Word::Email, Word::Sms])
    {
        return Vec::new();
    }
    let mut slots = Slots {
        customer: found.slots.customer.clone(),
        landmark: found.slots.landmark.clone(),
        ..Slots::default()
    };
    // What confirmed it stays explained; the sending is a decision of its own.
    let confirmed = std::mem::take(&mut utterance.explain);
    utterance.take_channel(&mut slots);
    utterance.decided_by("send after confirming");
    utterance.explain.splice(0..0, confirmed);
    vec![Also {
        intent: Intent::SendInvoice,
        confidence: found.confidence,
        slots,
    }]
}
