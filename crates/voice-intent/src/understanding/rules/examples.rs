//! What each rule reads, and what it leaves alone: a few sentences per intent, none of them from the corpus.
#![expect(clippy::unwrap_used)]

use chrono::DateTime;
use serde_json::{Value, json};

use crate::understanding::{CONFIDENCE_THRESHOLD, Intent, Reading, read};

fn said(text: &str) -> Reading {
    read(
        text,
        DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap(),
    )
}

/// Every sentence is read as this intent, certainly enough to act.
fn reads(intent: Intent, sentences: &[&str]) {
    for text in sentences {
        let reading = said(text);
        assert_eq!(reading.intent, intent, "{text}");
        assert!(reading.is_certain(), "{text}: {}", reading.confidence);
    }
}

/// No sentence is acted upon as this intent.
fn leaves(intent: Intent, sentences: &[&str]) {
    for text in sentences {
        let reading = said(text);
        assert!(
            reading.intent != intent || reading.confidence < CONFIDENCE_THRESHOLD,
            "{text}"
        );
    }
}

/// The slots of one sentence, as they are written.
fn has(text: &str, slots: Value) {
    assert_eq!(serde_json::to_value(said(text).slots).unwrap(), slots, "{text}");
}

#[test]
fn a_bill_is_made_from_goods_in_any_order() {
    reads(
        Intent::CreateInvoice,
        &[
            "bill bana de Kamla ka aadha kilo paneer",
            "सुरेश के नाम का बिल बनाओ तीन किलो चावल",
            "raise a bill of 2 kg paneer for Rohan",
        ],
    );
    leaves(
        Intent::CreateInvoice,
        &[
            "Rahul ka bill mat banao",
            "bijli ka bill kitna aaya",
            "agar Rahul aaye to bill bana dena",
        ],
    );
    has(
        "Gita ka bill banao chawal 5 kilo daal 2 kilo",
        json!({"customer": "Gita", "items": [
            {"product": "chawal", "quantity": 5, "unit": "kg"}, {"product": "daal", "quantity": 2, "unit": "kg"}]}),
    );
    has(
        "invoice banao Lakshmi Stores 40 bori cement 370 ke rate pe gst ke saath",
        json!({"customer": "Lakshmi Stores", "with_gst": true,
            "items": [{"product": "cement", "quantity": 40, "unit": "bag", "price": 370}]}),
    );
}

#[test]
fn a_bill_is_confirmed_sent_listed_and_cancelled() {
    reads(
        Intent::ConfirmInvoice,
        &["Suresh ka bill pakka karo", "confirm bill for Ramesh"],
    );
    leaves(
        Intent::ConfirmInvoice,
        &[
            "Suresh ka bill confirm mat karo",
            "jo bill confirm nahi hua wo dikhao",
        ],
    );
    reads(
        Intent::SendInvoice,
        &["Suresh ko uska bill bhej do", "send bill to Suresh on whatsapp"],
    );
    leaves(Intent::SendInvoice, &["Rahul ka bill mat bhejna"]);
    reads(
        Intent::ListInvoices,
        &["is mahine ke saare bill dikhao", "list today's bills"],
    );
    leaves(Intent::ListInvoices, &["Suresh ka bill bana do"]);
    reads(
        Intent::CancelInvoice,
        &["Suresh wala bill radd kar dijiye", "delete this bill"],
    );
    leaves(
        Intent::CancelInvoice,
        &[
            "Suresh ka bill cancel mat karo",
            "kya Rahul ka bill cancel karna hai",
        ],
    );
    has(
        "Suresh ke pichle 3 bill dikhao",
        json!({"customer": "Suresh", "limit": 3}),
    );
    has("bill number 12 radd karo", json!({"invoice_number": "12"}));
}

#[test]
fn a_draft_is_changed_shown_and_taxed() {
    reads(
        Intent::EditDraft,
        &["bread 2 kar do", "bill se milk hata do", "5% discount do"],
    );
    leaves(Intent::EditDraft, &["volume kam karo", "delete everything"]);
    reads(Intent::ShowDraft, &["draft dikhao", "current bill dikhao"]);
    leaves(Intent::ShowDraft, &["kal ke bill dikhao"]);
    reads(
        Intent::ToggleGst,
        &["gst laga dijiye", "include GST", "gst ke bina banao"],
    );
    leaves(Intent::ToggleGst, &["GST return file kar do", "gst kya hota hai"]);
    has("gst ke bina banao", json!({"with_gst": false}));
    has("100 rupaye ki chhoot de do", json!({"discount": 100}));
}

#[test]
fn a_payment_is_what_came_in_and_nothing_else() {
    reads(
        Intent::AddPayment,
        &[
            "mil gaye 300 rupaye Mohan se",
            "paid by Anil 700 card",
            "Naveen ne apna udhaar chuka diya 2300",
            "मोहन ने बारह सौ रुपये जमा किए",
        ],
    );
    leaves(
        Intent::AddPayment,
        &[
            "Ramesh ne 500 nahi diye",
            "kya Suresh ne 500 diye",
            "Suresh kal 500 dega",
            "Suresh ne das bees rupaye diye",
            "did Rahul pay 500",
            "Suresh ne 500 ya 600 diye",
            "Rahul ne hazaar do hazaar diye",
            "pay 500 to Rahul",
            "Ram ne 500 diye to likhna",
            "Suresh ne Rahul ko 500 diye",
            "transfer 500 to Rahul by upi",
            "Rahul ne 500-600 diye",
        ],
    );
    has(
        "Ramesh ne 700 sorry 800 diye",
        json!({"customer": "Ramesh", "amount": 800}),
    );
    has(
        "Lata didi ne UPI se 899 bheja",
        json!({"customer": "Lata", "amount": 899, "mode": "upi"}),
    );
}

#[test]
fn a_credit_is_what_the_customer_owes_more() {
    reads(
        Intent::AddCredit,
        &[
            "Ramesh ne 400 ka saman udhaar liya",
            "350 Mohan ke khate mein likh do",
            "add 250 to Kavita's khata",
        ],
    );
    leaves(
        Intent::AddCredit,
        &[
            "Mohan ke khate mein 350 mat likhna",
            "Ramesh ko 500 mat dena",
            "sab ka udhaar maaf kar do",
        ],
    );
    has(
        "मोहन को ढाई सौ का उधार दे दिया",
        json!({"customer": "Mohan", "amount": 250}),
    );
}

#[test]
fn balances_statements_and_the_day_are_questions() {
    reads(
        Intent::FetchBalance,
        &[
            "Deepa par kitna baaki hai",
            "tell me how much Deepa owes",
            "check balance of Iqbal",
        ],
    );
    leaves(
        Intent::FetchBalance,
        &["sabka balance dikhao", "Deepa ko 500 udhaar likho"],
    );
    reads(
        Intent::FetchStatement,
        &["Ramesh ka ledger dikhao", "Suresh ka pura hisaab whatsapp karo"],
    );
    leaves(Intent::FetchStatement, &["Suresh ka bill bhejo"]);
    reads(
        Intent::ListBalances,
        &["who owes me money", "kis kis se paise lene hain"],
    );
    leaves(Intent::ListBalances, &["Ramesh ka balance"]);
    reads(Intent::TotalPending, &["kul baaki kitna hai"]);
    leaves(Intent::TotalPending, &["Ramesh ka kitna baaki hai"]);
    reads(Intent::DailySummary, &["aaj kitna bika", "today's sales"]);
    leaves(Intent::DailySummary, &["aaj chhutti hai"]);
}

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
fn reminders_are_set_moved_dropped_and_listed() {
    reads(
        Intent::ScheduleReminder,
        &[
            "tomorrow morning remind Ramesh",
            "रवि को हर सोमवार सुबह नौ बजे याद दिलाना",
        ],
    );
    leaves(Intent::ScheduleReminder, &["Ramesh ko ab yaad mat dilana"]);
    reads(
        Intent::RescheduleReminder,
        &["Suresh ke reminder ko shanivaar pe shift karo"],
    );
    reads(
        Intent::CancelReminder,
        &["Ramesh ko ab yaad mat dilana", "cancel all reminders"],
    );
    leaves(Intent::CancelReminder, &["mere saare reminders batao"]);
    reads(Intent::ListReminders, &["kal ke reminder dikhao"]);
    has(
        "Ramesh ko kal nahi parson yaad dilana",
        json!({"customer": "Ramesh", "when": "2026-11-24T10:00:00+05:30"}),
    );
    has(
        "har mahine ki 5 tarikh ko Ravi ko 1000 ka reminder bhejo",
        json!({"customer": "Ravi", "amount": 1000, "recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"}),
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
