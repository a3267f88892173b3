//! Pieces of sentences that several answers share.

use chrono::{DateTime, FixedOffset};
use execora_kernel::{Money, Quantity, Unit};

use super::fact::{CustomerFact, DraftFact, InvoiceFact, LineFact, ReminderFact};
use super::half_read;
use super::next::Around;
use super::recurrence;
use super::reply::Choice;
use crate::understanding::{Language, PaymentMode};
use crate::wording::{Key, say, unit_word};

/// How money came, in words.
pub(super) fn mode(language: Language, mode: PaymentMode) -> String {
    let key = match mode {
        PaymentMode::Cash => Key::ModeCash,
        PaymentMode::Upi => Key::ModeUpi,
        PaymentMode::Card => Key::ModeCard,
        PaymentMode::Bank => Key::ModeBank,
        PaymentMode::Cheque => Key::ModeCheque,
    };
    say(language, key, &[])
}

/// `2 kg`; a piece is only counted.
pub(super) fn measure(language: Language, quantity: Quantity, unit: Unit) -> String {
    match unit_word(language, unit) {
        "" => quantity.to_string(),
        word => format!("{quantity} {word}"),
    }
}

/// What a customer owes, as a sentence.
pub(super) fn owes(language: Language, name: &str, balance: Money) -> String {
    if balance > Money::ZERO {
        return say(language, Key::Owes, &[("name", &name), ("amount", &balance)]);
    }
    match balance.negated() {
        Some(advance) if advance > Money::ZERO => {
            say(language, Key::Advance, &[("name", &name), ("amount", &advance)])
        }
        _ => say(language, Key::Clear, &[("name", &name)]),
    }
}

/// What is owed after a booking, as a sentence without the name.
pub(super) fn balance_now(language: Language, balance: Money) -> String {
    if balance > Money::ZERO {
        return say(language, Key::NowOwes, &[("amount", &balance)]);
    }
    match balance.negated() {
        Some(advance) if advance > Money::ZERO => say(language, Key::NowAdvance, &[("amount", &advance)]),
        _ => say(language, Key::NowClear, &[]),
    }
}

fn line(language: Language, line: &LineFact) -> String {
    let measure = measure(language, line.quantity, line.unit);
    let mut words = format!("{measure} {}", line.name);
    if line.product.is_none() {
        // What is not on the shelf yet is put there with the bill, which the shopkeeper has to know.
        words.push_str(&format!(" ({})", say(language, Key::NewGoods, &[])));
    }
    if let Some(total) = line.total {
        words.push_str(&format!(" {total}"));
    }
    words
}

/// Whose draft it is.
pub(super) fn draft_name(language: Language, draft: &DraftFact) -> String {
    draft
        .customer_name
        .clone()
        .unwrap_or_else(|| say(language, Key::Nobody, &[]))
}

/// A draft read back: lines with prices, tax, total, and what is short on the shelf.
pub(super) fn draft(language: Language, draft: &DraftFact) -> String {
    let lines: Vec<String> = draft.lines.iter().map(|one| line(language, one)).collect();
    let lines = lines.join(", ");
    let name = draft_name(language, draft);
    let mut text = say(language, Key::DraftLines, &[("name", &name), ("lines", &lines)]);
    let mut add = |sentence: String| {
        text.push(' ');
        text.push_str(&sentence);
    };
    if draft.taken_off > Money::ZERO {
        add(say(
            language,
            Key::DraftDiscount,
            &[("discount", &draft.taken_off)],
        ));
    }
    if draft.tax > Money::ZERO {
        add(say(
            language,
            Key::DraftTotalWithTax,
            &[("total", &draft.total), ("tax", &draft.tax)],
        ));
    } else {
        add(say(language, Key::DraftTotal, &[("total", &draft.total)]));
    }
    if draft.round_off != Money::ZERO {
        add(say(language, Key::RoundedOff, &[("amount", &draft.round_off)]));
    }
    if let Some(notes) = &draft.notes {
        add(say(language, Key::DraftNotes, &[("notes", notes)]));
    }
    for short in &draft.lines {
        if let Some(left) = short.only_left {
            add(only_left(language, &short.name, left, short.unit));
        }
    }
    text
}

fn only_left(language: Language, product: &str, left: Quantity, unit: Unit) -> String {
    if left <= Quantity::ZERO {
        return say(language, Key::NoneLeft, &[("product", &product)]);
    }
    let left = measure(language, left, unit);
    say(language, Key::OnlyLeft, &[("product", &product), ("left", &left)])
}

/// What ends a sentence that is put together here.
pub(super) fn full_stop(language: Language) -> &'static str {
    match language {
        Language::Hindi => "।",
        Language::English | Language::Hinglish => ".",
    }
}

/// A question with its options, numbered for choosing by number.
pub(super) fn question<'a>(
    language: Language,
    prompt: &str,
    labels: impl ExactSizeIterator<Item = &'a str>,
) -> String {
    let mut text = prompt.to_owned();
    let last = labels.len();
    for (number, label) in (1..).zip(labels) {
        let number: usize = number;
        text.push_str(&format!(" {number}. {label}"));
        text.push_str(if number < last { "," } else { full_stop(language) });
    }
    text
}

/// A customer as named in an answer: with the landmark, where one tells namesakes apart.
pub(super) fn called(customer: &CustomerFact) -> String {
    match &customer.landmark {
        Some(landmark) => format!("{} ({landmark})", customer.name),
        None => customer.name.clone(),
    }
}

/// A customer with what tells two of one name apart.
pub(super) fn customer(language: Language, customer: &CustomerFact) -> String {
    let mut label = customer.name.clone();
    if let Some(landmark) = &customer.landmark {
        label.push_str(&format!(", {landmark}"));
    }
    if let Some(last4) = &customer.phone_last4 {
        label.push_str(&format!(", …{last4}"));
    }
    format!("{label} ({})", standing(language, customer.balance))
}

/// What is owed, in a few words.
pub(super) fn standing(language: Language, balance: Money) -> String {
    match balance.negated() {
        Some(advance) if advance > Money::ZERO => say(language, Key::LabelAdvance, &[("amount", &advance)]),
        _ if balance == Money::ZERO => say(language, Key::LabelClear, &[]),
        _ => say(language, Key::LabelOwes, &[("amount", &balance)]),
    }
}

/// One bill of a list.
pub(super) fn invoice(invoice: &InvoiceFact) -> String {
    format!("{} {} {}", invoice.number, invoice.customer_name, invoice.total)
}

/// A reminder in a few words.
pub(super) fn reminder(around: &Around<'_>, reminder: &ReminderFact) -> String {
    let mut about: Vec<String> = reminder.customer_name.iter().cloned().collect();
    about.extend(reminder.amount.map(|amount| amount.to_string()));
    about.extend(reminder.message.as_ref().map(|message| format!("“{message}”")));
    if about.is_empty() {
        about.push(say(around.language, Key::You, &[]));
    }
    let mut words = about.join(" ");
    if let Some(rule) = &reminder.recurrence {
        words.push_str(&format!(", {}", recurrence::words(around.language, rule)));
    }
    if let Some(next) = reminder.next_at {
        let local = next.with_timezone(around.turn.at.offset());
        let mut next = moment(around.language, local);
        if reminder.recurrence.is_some() {
            next = say(around.language, Key::NextTime, &[("when", &next)]);
        }
        words.push_str(&format!(", {next}"));
    }
    words
}

/// A day and time in the shop's zone: figures, since they read alike in every language.
pub(super) fn moment(language: Language, at: DateTime<FixedOffset>) -> String {
    match language {
        Language::English => at.format("%-d %b, %-I:%M %p").to_string(),
        Language::Hindi | Language::Hinglish => at.format("%-d/%-m, %-H:%M").to_string(),
    }
}

/// One option of a choice.
pub(super) fn option(language: Language, choice: &Choice) -> String {
    match choice {
        Choice::Customer(one) => customer(language, one),
        Choice::NewCustomer(name) => say(language, Key::NewCustomer, &[("name", name)]),
        Choice::Product(product) => match product.price {
            Some(price) => format!("{} {price}", product.name),
            None => product.name.clone(),
        },
        Choice::Draft(draft) => format!("{} {}", draft_name(language, draft), draft.total),
        Choice::Reading { intent, slots } => half_read::said(language, *intent, slots),
    }
}
