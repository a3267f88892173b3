//! What leaves the house: bills and accounts on their way, e-mail addresses, and recordings.

use super::world::{World, milk_and_bread, of};
use crate::dialogue::*;
use crate::understanding::{Channel, Intent, Period, Slots};

fn by(channel: Channel, slots: Slots) -> Slots {
    Slots {
        channel: Some(channel),
        ..slots
    }
}

fn email(address: &str, slots: Slots) -> Slots {
    Slots {
        email: Some(address.to_owned()),
        ..slots
    }
}

/// A shop in which a bill was issued, to Suresh.
fn with_a_bill() -> World {
    let mut world = World::new();
    world.says("bill", Intent::CreateInvoice, milk_and_bread("Suresh"));
    world.yes();
    world.done.clear();
    world
}

fn sent(world: &World) -> Vec<&MessageToSend> {
    let messages = world.done.iter().filter_map(|action| match action {
        Action::Send(message) => Some(message),
        _ => None,
    });
    messages.collect()
}

fn missing(reply: &Reply) -> Vec<Missing> {
    reply.clarify.as_ref().unwrap().missing.clone()
}

#[test]
fn the_latest_bill_of_a_certain_customer_goes_at_once() {
    let mut world = with_a_bill();
    let slots = by(Channel::Whatsapp, of("Suresh"));
    let reply = world.says("Suresh ka bill whatsapp pe bhej do", Intent::SendInvoice, slots);
    assert_eq!(reply.text, "Bill 1 Suresh ko WhatsApp se bhej diya.");
    assert!(matches!(&reply.shown[..], [Shown::Message(message)] if message.channel == Channel::Whatsapp));
    let expected = MessageToSend {
        document: Document::Invoice(world.invoices[0].id),
        customer: world.customer("Suresh").id,
        channel: Channel::Whatsapp,
        to: None,
    };
    assert_eq!(sent(&world), [&expected]);
    assert!(reply.undo.is_none());
    assert_eq!(world.undo().shown, [Shown::Refused("not_possible".to_owned())]);
    assert!(
        !world.invoices[0].cancelled,
        "nothing older is taken back instead"
    );
}

#[test]
fn what_was_half_heard_or_guessed_is_sent_only_on_a_yes() {
    let mut world = with_a_bill();
    let bare = world.says("bill bhej do", Intent::SendInvoice, Slots::default());
    assert_eq!(
        bare.text,
        "Bill 1 Suresh ko WhatsApp se bhej dun? Ye wapas nahi hoga."
    );
    assert_eq!(bare.clarify.unwrap().kind, ClarifyKind::Confirm);
    world.no();
    world.mumbles("Suresh ka bill bhej do", Intent::SendInvoice, of("Suresh"));
    assert!(sent(&world).is_empty());
    assert_eq!(world.yes().state, ReplyState::Done);
    assert_eq!(sent(&world).len(), 1);
}

#[test]
fn an_address_that_is_not_known_is_asked_for_and_read_back() {
    let mut world = with_a_bill();
    let slots = by(Channel::Email, of("Suresh"));
    let reply = world.says("Suresh ko bill email karo", Intent::SendInvoice, slots);
    assert_eq!(reply.text, "Suresh ka email kya hai?");
    assert_eq!(missing(&reply), [Missing::Email]);
    let given = email("suresh@gmail.com", Slots::default());
    let reply = world.says("suresh at gmail dot com", Intent::ProvideEmail, given);
    assert_eq!(
        reply.text,
        "Bill 1 Suresh ko email (suresh@gmail.com) se bhej dun? Ye wapas nahi hoga."
    );
    assert!(sent(&world).is_empty());
    world.yes();
    assert_eq!(sent(&world)[0].to.as_deref(), Some("suresh@gmail.com"));
}

#[test]
fn a_number_that_is_not_known_is_asked_for_and_another_amount_is_none() {
    let mut world = with_a_bill();
    world.customer("Suresh").phone_last4 = None;
    let slots = by(Channel::Sms, of("Suresh"));
    let reply = world.says("Suresh ko bill sms karo", Intent::SendInvoice, slots);
    assert_eq!(missing(&reply), [Missing::Phone]);
    assert_eq!(world.mutters("500").state, ReplyState::Failed);
    let reply = world.mutters("98450 11223");
    assert_eq!(
        reply.text,
        "Bill 1 Suresh ko SMS (9845011223) se bhej dun? Ye wapas nahi hoga."
    );
    world.yes();
    assert_eq!(sent(&world)[0].to.as_deref(), Some("9845011223"));
}

#[test]
fn whoever_has_only_an_email_gets_it_there() {
    let mut world = with_a_bill();
    let suresh = world.customer("Suresh");
    (suresh.phone_last4, suresh.has_email) = (None, true);
    world.says("Suresh ka bill bhej do", Intent::SendInvoice, of("Suresh"));
    assert_eq!(sent(&world)[0].channel, Channel::Email);
}

#[test]
fn a_draft_is_read_back_before_it_is_issued_and_sent() {
    let mut world = with_a_bill();
    world.says("bill", Intent::CreateInvoice, milk_and_bread("Suresh"));
    let reply = world.says("Suresh ka bill bhej do", Intent::SendInvoice, of("Suresh"));
    assert_eq!(reply.state, ReplyState::NeedsConfirmation);
    assert!(
        sent(&world).is_empty(),
        "the bill before is not the one that is meant"
    );
    let reply = world.yes();
    assert!(reply.text.ends_with("Customer ko bhej diya."), "{}", reply.text);
    assert_eq!(world.invoices.len(), 2);
}

#[test]
fn a_no_to_sending_leaves_the_draft_open() {
    let mut world = World::new();
    world.says("bill", Intent::CreateInvoice, milk_and_bread("Suresh"));
    world.says("bill bhej do", Intent::SendInvoice, Slots::default());
    world.no();
    assert_eq!(world.drafts.len(), 1);
    let reply = world.says("Priya ka bill bhej do", Intent::SendInvoice, of("Priya"));
    assert_eq!(
        (reply.text.as_str(), reply.state),
        ("Aisa koi bill nahi hai.", ReplyState::Failed)
    );
}

#[test]
fn a_bill_is_sent_by_its_number_to_whose_it_is() {
    let mut world = with_a_bill();
    world.says("Priya ka balance", Intent::FetchBalance, of("Priya"));
    let slots = Slots {
        invoice_number: Some("1".to_owned()),
        ..Slots::default()
    };
    world.says("bill number 1 bhej do", Intent::SendInvoice, slots);
    let suresh = world.customer("Suresh").id;
    assert_eq!(sent(&world)[0].customer, suresh);
}

#[test]
fn an_account_is_sent_and_never_to_a_name_that_is_merely_near() {
    let mut world = World::new();
    let slots = Slots {
        period: Some(Period::LastMonth),
        ..by(Channel::Whatsapp, of("Suresh"))
    };
    let reply = world.says("Suresh ka hisaab bhejo", Intent::FetchStatement, slots);
    assert_eq!(
        reply.text,
        "Hisaab (pichle mahine) Suresh ko WhatsApp se bhej diya."
    );
    assert_eq!(
        sent(&world)[0].document,
        Document::Statement(Some(Period::LastMonth))
    );
    let slots = by(Channel::Whatsapp, of("Suraj"));
    let reply = world.says("Suraj ka hisaab bhejo", Intent::FetchStatement, slots);
    assert_eq!(reply.state, ReplyState::NeedsChoice);
    assert_eq!(sent(&world).len(), 1);
}

#[test]
fn an_email_that_nobody_asked_for_is_offered_to_be_written_down() {
    let mut world = World::new();
    world.says("Suresh ka balance", Intent::FetchBalance, of("Suresh"));
    let given = email("suresh@gmail.com", Slots::default());
    let reply = world.says("suresh at gmail dot com", Intent::ProvideEmail, given.clone());
    assert_eq!(reply.text, "Suresh ka email suresh@gmail.com likh dun?");
    world.no();
    assert_eq!(world.booked().len(), 0);
    world.says("suresh at gmail dot com", Intent::ProvideEmail, given);
    let reply = world.yes();
    assert_eq!(reply.text, "Suresh ki nayi details: suresh@gmail.com.");
    let Action::UpdateCustomer { particulars, .. } = world.booked()[0] else {
        panic!("{:?}", world.done)
    };
    let only = Particulars {
        email: Some("suresh@gmail.com".to_owned()),
        ..Particulars::default()
    };
    assert_eq!(*particulars, only);
    assert!(reply.undo.is_some());
}

#[test]
fn an_email_of_nobody_asks_whose_it_is() {
    let mut world = World::new();
    let given = email("suresh@gmail.com", Slots::default());
    let reply = world.says("suresh at gmail dot com", Intent::ProvideEmail, given);
    assert_eq!(missing(&reply), [Missing::Customer]);
    let reply = world.mutters("Suresh");
    assert_eq!(reply.text, "Suresh ka email suresh@gmail.com likh dun?");
}

#[test]
fn an_email_answers_what_is_to_be_changed() {
    let mut world = World::new();
    let reply = world.says("Suresh ki details badlo", Intent::UpdateCustomer, of("Suresh"));
    assert_eq!(missing(&reply), [Missing::Change]);
    let given = email("suresh@gmail.com", Slots::default());
    let reply = world.says("suresh at gmail dot com", Intent::ProvideEmail, given);
    assert_eq!(reply.state, ReplyState::Done, "{}", reply.text);
}

#[test]
fn a_recording_begins_and_ends_and_never_on_what_was_half_heard() {
    let mut world = World::new();
    let reply = world.says("recording shuru karo", Intent::StartRecording, Slots::default());
    assert_eq!(reply.text, "Recording shuru hai.");
    assert_eq!(reply.shown, [Shown::Recording(RecordingState::Started)]);
    let reply = world.mumbles("recording band karo", Intent::StopRecording, Slots::default());
    assert_eq!(reply.shown, [Shown::Recording(RecordingState::Stopped)]);
    let reply = world.mumbles("recording shuru karo", Intent::StartRecording, Slots::default());
    assert_eq!(reply.text, "Recording shuru kar dun? Wo wapas nahi li ja sakti.");
    world.yes();
    assert_eq!(world.done.len(), 3);
}
