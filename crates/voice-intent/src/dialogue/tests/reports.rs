//! What the books come to: the shop's day and a customer's account, read out.

use super::world::{World, of};
use crate::dialogue::*;
use crate::understanding::{Intent, Language, Period, Slots};

fn during(period: Period, slots: Slots) -> Slots {
    Slots {
        period: Some(period),
        ..slots
    }
}

#[test]
fn a_summary_is_one_sentence_in_the_language_of_the_speaker() {
    for (language, expected) in [
        (
            Language::English,
            "Summary, today: 2 bills for ₹152, ₹500 received (in cash ₹300, by UPI ₹200), ₹40 given on credit.",
        ),
        (
            Language::Hinglish,
            "Hisaab, aaj: 2 bill ₹152 ke, ₹500 mile (cash ₹300, UPI ₹200), ₹40 udhaar diya.",
        ),
        (
            Language::Hindi,
            "हिसाब, आज: 2 बिल ₹152 के, ₹500 मिले (नकद ₹300, UPI ₹200), ₹40 उधार दिया।",
        ),
    ] {
        let mut world = World::new();
        world.state.set_language(Some(language));
        let reply = world.says("aaj kitna sale hua", Intent::DailySummary, Slots::default());
        assert_eq!((reply.text.as_str(), reply.state), (expected, ReplyState::Done));
        let today = world.now.date_naive();
        assert_eq!(
            reply.shown,
            [Shown::Summary {
                from: today,
                to: today
            }]
        );
        assert_eq!(world.done, [Action::ReadSummary(Period::Today)]);
    }
}

#[test]
fn a_statement_says_opening_what_went_what_came_closing_and_how_many() {
    for (language, expected) in [
        (
            Language::English,
            "Account of Rahul Sharma (Mandir), last month: ₹500 due at the start, ₹400 charged, ₹1,200 received, advance ₹300 at the end, 3 entries.",
        ),
        (
            Language::Hinglish,
            "Rahul Sharma (Mandir) ka hisaab, pichle mahine: pehle ₹500 baaki, ₹400 naam, ₹1,200 jama, ant mein ₹300 advance, 3 entry.",
        ),
        (
            Language::Hindi,
            "Rahul Sharma (Mandir) का हिसाब, पिछले महीने: पहले ₹500 बाकी, ₹400 नाम, ₹1,200 जमा, अंत में ₹300 एडवांस, 3 एंट्री।",
        ),
    ] {
        let mut world = World::new();
        world.state.set_language(Some(language));
        let asked = during(Period::LastMonth, of("Rahul"));
        let reply = world.says(
            "Rahul ka pichle mahine ka hisaab dikhao",
            Intent::FetchStatement,
            asked,
        );
        assert_eq!((reply.text.as_str(), reply.state), (expected, ReplyState::Done));
        assert!(matches!(reply.shown[..], [Shown::Statement { .. }]));
    }
}

#[test]
fn without_days_a_statement_is_the_whole_account() {
    let mut world = World::new();
    let reply = world.says("Suresh ka khata dikhao", Intent::FetchStatement, of("Suresh"));
    let customer = world.customer("Suresh").id;
    assert_eq!(
        world.done,
        [Action::ReadStatement {
            customer,
            period: None
        }]
    );
    // More was owed before the first row of it than nothing: it is not the whole.
    assert!(
        reply.text.starts_with("Suresh ka hisaab, 23/11: pehle ₹500"),
        "{}",
        reply.text
    );
}

#[test]
fn days_are_said_with_their_year_when_it_is_another() {
    let day = |text: &str| text.parse().unwrap();
    for (from, to, expected) in [
        ("2026-11-05", "2026-11-05", "Hisaab, 5/11: "),
        ("2026-10-01", "2026-10-31", "Hisaab, 1/10 se 31/10 tak: "),
        ("2025-04-01", "2026-03-31", "Hisaab, 1/4/2025 se 31/3 tak: "),
    ] {
        let mut world = World::new();
        let asked = during(Period::Days(day(from), day(to)), Slots::default());
        let reply = world.says("us din kitna bika", Intent::DailySummary, asked);
        assert!(reply.text.starts_with(expected), "{}", reply.text);
    }
}

#[test]
fn an_account_is_read_out_for_the_one_whose_name_is_near_and_names_whose_it_is() {
    let mut world = World::new();
    let reply = world.says("Suraj ka hisaab dikhao", Intent::FetchStatement, of("Suraj"));
    assert!(reply.text.starts_with("Suresh ka hisaab"), "{}", reply.text);
    let reply = world.says("uska hisaab phir se dikhao", Intent::FetchStatement, pronoun());
    assert!(reply.text.starts_with("Suresh ka hisaab"), "{}", reply.text);
}

fn pronoun() -> Slots {
    Slots {
        pronoun: true,
        ..Slots::default()
    }
}
