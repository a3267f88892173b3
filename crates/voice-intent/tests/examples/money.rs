//! Payments, credit, questions about money, reminders.

use execora_voice_intent::understanding::Intent;
use serde_json::json;

use crate::{has, leaves, reads};

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
            "I paid Suresh 500",
            "we have paid 500 to Suresh",
            "paid 500 to Suresh",
            "Suresh was paid 500",
            "Suresh ne 1.250 diya",
            "Suresh ne aadha paisa diya",
            "Suresh ka udhaar 500 kam karo",
        ],
    );
    has(
        "Suresh ne udhaar ke 500 diye",
        json!({"customer": "Suresh", "amount": 500}),
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
            "Suresh ne udhaar ke 500 diye",
            "Suresh ka udhaar 500 kam karo",
            "Suresh ne mujhe 500 udhaar diye",
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
