//! Days other than today, said with money: it is booked today all the same, and the answer says so.

use chrono::{DateTime, Datelike, FixedOffset};
use execora_text::numbers::read_number;
use execora_text::tokens::Kind;

use crate::understanding::{Tagged, Word, tagged};

/// Whether a day other than today is said: "kal", "somvaar ko", "do din pehle", "5 tarikh ko", "pichle hafte", "tomorrow".
pub(super) fn is_other_day_said(text: &str, now: DateTime<FixedOffset>) -> bool {
    let words = tagged(text);
    // What is yet to come is no day of this payment: "… aur usko kal yaad dilana", "500 liye, kal dega".
    let clauses = words.split(|word| word.is_any(&[Word::And]) || word.spelt(&["phir", "fir", "then"]));
    clauses
        .filter(|clause| !clause.iter().any(is_about_later))
        .any(|clause| (0..clause.len()).any(|at| is_other_day(clause, at, now)))
}

fn is_about_later(word: &Tagged) -> bool {
    word.is_any(&[
        Word::Yaad,
        Word::Remind,
        Word::Reminder,
        Word::Future,
        Word::Every,
    ])
}

/// Whether the word at `at` names another day, with its neighbours.
fn is_other_day(clause: &[Tagged], at: usize, now: DateTime<FixedOffset>) -> bool {
    let is = |at: usize, words: &[Word]| clause.get(at).is_some_and(|word| word.is_any(words));
    let spelt = |at: usize, words: &[&str]| clause.get(at).is_some_and(|word| word.spelt(words));
    let span = [Word::Day, Word::Week, Word::Month, Word::Year];
    let number_at = |at: usize| clause.get(at).and_then(number);
    let number_before = || at.checked_sub(1).and_then(number_at);
    match clause.get(at).and_then(|word| word.is) {
        Some(Word::Kal | Word::Parson | Word::Yesterday | Word::Tomorrow) => true,
        Some(Word::Weekday(day)) => u32::from(day) != now.weekday().num_days_from_monday(),
        // "pichle hafte", "last friday", "next week", but not "last wala".
        Some(Word::Last | Word::Next) => {
            is(at + 1, &span) || matches!(clause.get(at + 1).and_then(|w| w.is), Some(Word::Weekday(_)))
        }
        // "do din pehle", "a week ago", "mahine bhar pehle".
        Some(Word::Day | Word::Week | Word::Month | Word::Year) => {
            let ends = ["pehle", "pahle", "ago", "back", "before", "earlier"];
            (1..=2).any(|next| spelt(at + next, &ends))
        }
        // "5 tarikh ko", "tarikh 5 ko".
        Some(Word::Tarikh) => number_before()
            .or_else(|| number_at(at + 1))
            .is_some_and(|day| day != now.day()),
        // "5 march ko", "march 5".
        Some(Word::MonthName(month)) => number_before()
            .or_else(|| number_at(at + 1).filter(|day| *day <= 31))
            .is_some_and(|day| (u32::from(month), day) != (now.month(), now.day())),
        // "on the 5th", "narso".
        _ if spelt(at, &["narso", "narson", "tarso", "tarson"]) => true,
        _ if spelt(at, &["st", "nd", "rd", "th"]) => {
            clause.get(at).is_some_and(|ending| ending.glued)
                && number_before().is_some_and(|day| day != now.day())
        }
        _ => clause
            .get(at)
            .is_some_and(|word| word.kind == Kind::Date && !is_today(&word.word, now)),
    }
}

/// The number that a word is alone, as a day of a month.
fn number(word: &Tagged) -> Option<u32> {
    if let Some(Word::Ordinal(place)) = word.is {
        return u32::try_from(place).ok();
    }
    let read = read_number(&[word.word.as_str()]).filter(|number| number.words == 1 && !number.vague)?;
    (read.milli % 1_000 == 0)
        .then(|| u32::try_from(read.milli / 1_000).ok())
        .flatten()
}

/// `22/11` or `22-11-2026`.
fn is_today(date: &str, now: DateTime<FixedOffset>) -> bool {
    let mut parts = date
        .split(['/', '-', '.'])
        .map(|part| part.parse::<u32>().unwrap_or(0));
    (parts.next(), parts.next()) == (Some(now.day()), Some(now.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> bool {
        // A Sunday.
        let now = "2026-11-22T10:00:00+05:30".parse().unwrap_or_default();
        is_other_day_said(text, now)
    }

    #[test]
    fn another_day_is_heard_in_whatever_form_it_is_said() {
        for text in [
            "kal Suresh ne 500 diye the",
            "parso Bhola ko 100 udhaar diya tha",
            "narso Suresh ne 500 diye",
            "somvaar ko Suresh ne 500 diye the",
            "सोमवार को सुरेश ने 500 दिए थे",
            "Suresh ne shukravar ko 500 diye",
            "Suresh paid 500 on monday",
            "Suresh paid 500 last friday",
            "do din pehle Suresh ne 500 diye",
            "दो दिन पहले सुरेश ने 500 दिए",
            "Suresh ne ek hafte pehle 500 diye the",
            "Suresh paid 500 two days ago",
            "Suresh paid 500 a week back",
            "mahine bhar pehle Suresh ne 500 diye",
            "5 tarikh ko Suresh ne 500 diye the",
            "pehli tarikh ko Suresh ne 500 diye",
            "paanch tarikh ko Suresh ne 500 diye",
            "pichle hafte Suresh ne 500 diye",
            "pichle mahine Suresh ne 500 diye the",
            "Suresh paid 500 yesterday",
            "Suresh paid 500 last week",
            "Suresh paid 500 on the 5th",
            "5 november ko Suresh ne 500 diye",
            "Suresh ne 12/11 ko 500 diye",
            "kal Suresh ne 500 diye aur usko somvaar ko yaad dilana",
            "add 500 to Suresh's account tomorrow",
            "agle hafte Suresh ke khate mein 500 likh do",
        ] {
            assert!(said(text), "{text}");
        }
    }

    #[test]
    fn today_and_days_of_something_else_are_none() {
        for text in [
            "Suresh ne 500 diye",
            "aaj Suresh ne 500 diye",
            "Suresh ne aaj subah 500 diye the",
            "pehle wale ne 500 diye",
            "Suresh ne 500 diye aur usko kal yaad dilana",
            "Suresh ne 500 diye aur somvaar ko usko yaad dila dena",
            "Suresh ko 500 udhaar diya, kal dega",
            "22 tarikh ko Suresh ne 500 diye",
            "Suresh ne 500 ka 2 din ka hisaab kiya",
            "Suresh ne march ka kiraya 500 diya",
            "last wale ne 500 diye",
        ] {
            assert!(!said(text), "{text}");
        }
    }
}
