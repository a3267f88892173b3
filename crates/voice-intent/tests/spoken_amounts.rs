//! Every amount that is said in a command is booked as itself: the words of numbers stand among words that sound like them.

#[path = "../../text/tests/spoken_numbers/generator.rs"]
#[expect(dead_code, reason = "the other test that says numbers uses more of it")]
mod generator;

use chrono::DateTime;
use execora_voice_intent::understanding::{Intent, Reading, read};
use generator::{Tongue, say};

/// A command around an amount, which stands for "{}".
type Frame = (Tongue, Intent, &'static str);

const FRAMES: [Frame; 12] = [
    (Tongue::Hinglish, Intent::AddPayment, "Rahul ne {} rupaye diye"),
    (Tongue::Hinglish, Intent::AddPayment, "Rahul ne {} diye"),
    (Tongue::Hinglish, Intent::AddPayment, "Rahul se {} mile"),
    (
        Tongue::Hinglish,
        Intent::AddCredit,
        "Rahul ke khate mein {} likh do",
    ),
    (
        Tongue::Hinglish,
        Intent::AddCredit,
        "Rahul ko {} ka udhaar likh do",
    ),
    (
        Tongue::Hinglish,
        Intent::ScheduleReminder,
        "Rahul ko kal {} rupaye ke liye yaad dilana",
    ),
    (Tongue::Hindi, Intent::AddPayment, "राहुल ने {} रुपये दिए"),
    (Tongue::Hindi, Intent::AddPayment, "राहुल ने {} दिए"),
    (Tongue::Hindi, Intent::AddCredit, "राहुल के खाते में {} लिख दो"),
    (Tongue::English, Intent::AddPayment, "Rahul paid {} rupees"),
    (Tongue::English, Intent::AddPayment, "Rahul paid {}"),
    (Tongue::English, Intent::AddCredit, "add {} to Rahul account"),
];

fn said(text: &str) -> Reading {
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
    read(text, now)
}

/// What went wrong with `rupees` in this frame, if anything did.
fn wrong((tongue, intent, frame): Frame, rupees: u32) -> Option<String> {
    let text = frame.replace("{}", &say(rupees, tongue).join(" "));
    let reading = said(&text);
    let paise = reading.slots.amount.map(|amount| amount.paise());
    let right = reading.intent == intent && paise == Some(i64::from(rupees) * 100) && reading.is_certain();
    // "do diye" alone may be two, or give: it is asked.
    let asked = rupees == 2 && !reading.is_certain();
    (!right && !asked).then(|| format!("{rupees} {text}: {} {paise:?}", reading.intent))
}

#[test]
fn every_amount_to_two_thousand_is_itself_in_commands_of_three_tongues() {
    let missed: Vec<String> = FRAMES
        .iter()
        .flat_map(|frame| (1..2_000).filter_map(move |rupees| wrong(*frame, rupees)))
        .collect();
    assert!(
        missed.is_empty(),
        "{} {:#?}",
        missed.len(),
        missed.iter().take(40).collect::<Vec<_>>()
    );
}

#[test]
fn amounts_to_ten_crore_are_themselves_in_commands_of_three_tongues() {
    // 99,991 is prime: the steps meet every ending and every scale.
    let missed: Vec<String> = (2_000..100_000_000)
        .step_by(99_991)
        .chain([100_000, 9_999_999, 10_000_000, 10_000_001, 99_999_999])
        .zip(FRAMES.iter().cycle())
        .filter_map(|(rupees, frame)| wrong(*frame, rupees))
        .collect();
    assert!(
        missed.is_empty(),
        "{} {:#?}",
        missed.len(),
        missed.iter().take(40).collect::<Vec<_>>()
    );
}
