//! Customers, goods, short answers, and what is no command.

use execora_voice_intent::understanding::Intent;

use crate::{leaves, reads, said};

#[test]
fn customers_come_change_and_go() {
    reads(
        Intent::CreateCustomer,
        &[
            "add Ravi Shankar as a new customer",
            "naya khata kholo Sarita ke naam se",
        ],
    );
    leaves(
        Intent::CreateCustomer,
        &["mera khata kholo bank mein", "naya bill banao"],
    );
    reads(
        Intent::UpdateCustomer,
        &[
            "Suresh ka naya number hai 9811122233",
            "change Ramesh's nickname to Raju",
        ],
    );
    leaves(Intent::UpdateCustomer, &["Suresh ka number kya hai"]);
    reads(Intent::FetchCustomer, &["Ramesh ka phone number batao"]);
    leaves(Intent::FetchCustomer, &["Rahul ko phone lagao"]);
    reads(
        Intent::DeleteCustomer,
        &["Ramesh ka khata delete karo", "delete Suresh from customers"],
    );
    leaves(
        Intent::DeleteCustomer,
        &["Ramesh ka data delete mat karo", "delete everything"],
    );
}

#[test]
fn stock_and_prices_are_asked_and_set() {
    reads(
        Intent::CheckStock,
        &["kitna chawal bacha hai", "do we have sugar", "atta hai kya"],
    );
    leaves(Intent::CheckStock, &["how much does Sita have to pay"]);
    reads(
        Intent::AddStock,
        &[
            "naya maal aaya 25 bori atta",
            "add 50 packets of biscuits in stock",
        ],
    );
    leaves(Intent::AddStock, &["stock mein kitni cheeni hai"]);
    reads(
        Intent::SetPrice,
        &["doodh ab 65 rupaye litre hai", "set price of maggi to 15"],
    );
    leaves(Intent::SetPrice, &["tomato ka kya bhav hai"]);
}

#[test]
fn short_answers_are_only_short_answers() {
    reads(Intent::Affirm, &["haan bhej do", "ok kar do", "हाँ कर दो"]);
    reads(Intent::Deny, &["rehne do", "nahi chahiye", "no thanks"]);
    leaves(Intent::Affirm, &["haan nahi", "haan Suresh ka bill bana do"]);
    reads(
        Intent::SelectOption,
        &["the third option", "do number wala", "तीसरा वाला"],
    );
    leaves(Intent::SelectOption, &["do kilo", "pehle Suresh ka bill bana do"]);
    reads(
        Intent::Undo,
        &["galti se ho gaya wapas le lo", "cancel the last entry"],
    );
    leaves(Intent::Undo, &["Raju ne pachas rupaye wapas diye"]);
    reads(Intent::Repeat, &["kya kaha"]);
    reads(Intent::Help, &["tum kya kar sakte ho"]);
    reads(Intent::SwitchLanguage, &["ab english mein bolo"]);
    reads(Intent::StartRecording, &["recording chalu karo"]);
    reads(Intent::StopRecording, &["stop recording"]);
    reads(Intent::ProvideOtp, &["one two three four five six"]);
    reads(
        Intent::ProvideEmail,
        &["mera email hai ravi dot k at gmail dot com"],
    );
    leaves(Intent::ProvideOtp, &["bank ka OTP kisi ko mat batana"]);
}

#[test]
fn what_is_no_command_is_unknown() {
    for text in [
        "chai do",
        "TV chalu karo",
        "train 5 baje aayegi",
        "500 rupaye gir gaye",
        "Rahul ko bula do",
        "shutter gira do",
    ] {
        assert_eq!(said(text).intent, Intent::Unknown, "{text}");
    }
}

#[test]
fn one_verb_serves_two_commands() {
    let reading = said("Rahul ko 2 milk ka bill aur Suresh ka balance batao");
    assert_eq!(reading.intent, Intent::CreateInvoice);
    assert_eq!(reading.slots.items.len(), 1);
    let others: Vec<_> = reading
        .also
        .iter()
        .map(|also| (also.intent, also.slots.customer.as_deref()))
        .collect();
    assert_eq!(others, [(Intent::FetchBalance, Some("Suresh"))]);
}

#[test]
fn several_commands_in_one_breath_are_several() {
    let reading = said("Rahul ne 500 diye aur Suresh ko 200 udhaar likho aur aaj ki sale batao");
    let intents: Vec<Intent> = std::iter::once(reading.intent)
        .chain(reading.also.iter().map(|also| also.intent))
        .collect();
    assert_eq!(
        intents,
        [Intent::AddPayment, Intent::AddCredit, Intent::DailySummary]
    );
    assert!(
        said("Rahul ko 2 milk aur 1 bread ka bill bana do aur bhej do")
            .also
            .is_empty()
    );
}
