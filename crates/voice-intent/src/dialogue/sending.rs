//! Sending a bill or an account: to an address that is known or was said, and with a yes to one that was only heard.

use std::fmt::Display;

use super::action::Action;
use super::effect::LookUp;
use super::fact::{CustomerFact, Missing};
use super::message::{Document, MessageFact, MessageToSend};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Preview, Shown};
use super::task::Task;
use super::{bill, money, phrases, reports, talk, who};
use crate::understanding::{Channel, Language};
use crate::wording::{Key, say};

/// SEND_INVOICE. A draft has to be issued before it can go: it is read back first.
pub(super) fn bill(around: &Around<'_>, task: &mut Task) -> Decided {
    if !around.turn.sends {
        return Err(talk::not_possible(around, task));
    }
    if let Some(draft) = task.draft.clone() {
        task.slots.send = true;
        // Only the sending was asked for, so the issuing waits for a yes.
        task.bare_yes = true;
        return bill::after_saving(around, task, &draft);
    }
    let Some(invoice) = task.invoice.clone() else {
        return find(around, task);
    };
    let Some(customer) = task.customer().cloned() else {
        return Err(Next::LookUp(LookUp::Person(invoice.customer)));
    };
    let message = message(around, task, &customer, Document::Invoice(invoice.id))?;
    let named = named(around, task);
    let preview = Preview {
        amount: Some(invoice.total),
        ..money::preview(task)
    };
    if let Some(prompt) = yes_first(around, task, &customer, &message, &named) {
        return Err(Ask::confirm(prompt, preview, Shown::Invoice(invoice.id)));
    }
    Ok(Next::act(Action::Send(message)))
}

/// Which bill is meant: by its number, else the customer's draft, else the customer's latest.
fn find(around: &Around<'_>, task: &mut Task) -> Decided {
    let none = |task: &Task| Next::failed(task, say(around.language, Key::NoBill, &[]), "not_found");
    if let Some(number) = task.slots.invoice_number.clone() {
        if task.nobody {
            return Err(none(task));
        }
        return Ok(Next::LookUp(LookUp::Invoice { number }));
    }
    let customer = who::known(around, task)?;
    let customer = Some(customer.id);
    let Some(drafts) = task.drafts.clone() else {
        return Ok(Next::LookUp(LookUp::Drafts { customer }));
    };
    match drafts.as_slice() {
        [] => {}
        [only] => {
            task.draft = Some(only.clone());
            return Ok(Next::Again);
        }
        several => return Err(bill::which(around, several)),
    }
    let Some(invoices) = &task.invoices else {
        return Ok(Next::LookUp(LookUp::Invoices { customer }));
    };
    let Some(latest) = invoices.first().cloned() else {
        return Err(none(task));
    };
    task.invoice = Some(latest);
    Ok(Next::Again)
}

/// FETCH_STATEMENT with a way to send it.
pub(super) fn statement(around: &Around<'_>, task: &mut Task) -> Decided {
    if !around.turn.sends {
        return Err(talk::not_possible(around, task));
    }
    let customer = who::known(around, task)?;
    let document = Document::Statement(task.slots.period);
    let message = message(around, task, &customer, document)?;
    let named = named(around, task);
    if let Some(prompt) = yes_first(around, task, &customer, &message, &named) {
        return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
    }
    Ok(Next::act(Action::Send(message)))
}

/// The message, once it is known where it goes.
fn message(
    around: &Around<'_>,
    task: &Task,
    customer: &CustomerFact,
    document: Document,
) -> Decided<MessageToSend> {
    let channel = channel(task, customer);
    let (said, known, missing, key) = match channel {
        Channel::Email => (
            &task.slots.email,
            customer.has_email,
            Missing::Email,
            Key::AskEmail,
        ),
        Channel::Whatsapp | Channel::Sms => (
            &task.slots.phone,
            customer.phone_last4.is_some(),
            Missing::Phone,
            Key::AskPhone,
        ),
    };
    if said.is_none() && !known {
        let name = phrases::called(customer);
        let prompt = say(around.language, key, &[("name", &name)]);
        return Err(Ask::missing(prompt, missing, Shown::Nothing));
    }
    Ok(MessageToSend {
        document,
        customer: customer.id,
        channel,
        to: said.clone(),
    })
}

/// How it goes: as was said, else as the address that was said wants it, else as the customer is reached.
fn channel(task: &Task, customer: &CustomerFact) -> Channel {
    let by_mail = task.slots.email.is_some()
        || task.slots.phone.is_none() && customer.phone_last4.is_none() && customer.has_email;
    let usual = if by_mail {
        Channel::Email
    } else {
        Channel::Whatsapp
    };
    task.slots.channel.unwrap_or(usual)
}

/// The question before it leaves: when something is in doubt, and always for an address that was only heard.
fn yes_first(
    around: &Around<'_>,
    task: &Task,
    customer: &CustomerFact,
    message: &MessageToSend,
    document: &str,
) -> Option<String> {
    let heard = message.to.is_some() && !task.agreed;
    if !heard && !money::needs_yes(around, task) {
        return None;
    }
    let name = phrases::called(customer);
    let by = by(around.language, message.channel, message.to.as_deref());
    let told: [(&str, &dyn Display); 3] = [("document", &document), ("name", &name), ("by", &by)];
    Some(say(around.language, Key::AskSend, &told))
}

/// What is sent, in words.
fn named(around: &Around<'_>, task: &Task) -> String {
    if let Some(invoice) = &task.invoice {
        return say(around.language, Key::DocumentBill, &[("number", &invoice.number)]);
    }
    let when = match task.slots.period {
        Some(period) => reports::named(around, period),
        None => say(around.language, Key::DaysAll, &[]),
    };
    say(around.language, Key::DocumentStatement, &[("when", &when)])
}

fn by(language: Language, channel: Channel, to: Option<&str>) -> String {
    let key = match channel {
        Channel::Whatsapp => Key::ChannelWhatsapp,
        Channel::Email => Key::ChannelEmail,
        Channel::Sms => Key::ChannelSms,
    };
    let channel = say(language, key, &[]);
    match to {
        Some(to) => format!("{channel} ({to})"),
        None => channel,
    }
}

/// The answer to a message that is on its way.
pub(super) fn told(around: &Around<'_>, task: &Task, message: MessageFact) -> Next {
    let name = task.customer().map(phrases::called).unwrap_or_default();
    let said = match message.channel {
        Channel::Email => task.slots.email.as_deref(),
        Channel::Whatsapp | Channel::Sms => task.slots.phone.as_deref(),
    };
    let by = by(around.language, message.channel, said);
    let document = named(around, task);
    let told: [(&str, &dyn Display); 3] = [("document", &document), ("name", &name), ("by", &by)];
    Next::done(
        task,
        say(around.language, Key::Sent, &told),
        Shown::Message(message),
    )
}
