//! Yes and no: which words are one, and what is said along with them.

use super::breath;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::reply::ClarifyKind;
use super::run;
use super::state::DialogueState;
use crate::understanding::{Intent, Tagged, Word, tagged};

/// A yes and a no in so few words take each other back.
const YES_AND_NO_WORDS: usize = 3;

/// A yes without an "if": "haan… ruko" and "theek nahi hai" are none, and neither is "jaldi karo".
pub(super) fn is_plain_yes(text: &str) -> bool {
    let words = tagged(text);
    let hesitates = |word: &Tagged| {
        word.is_any(&[
            Word::No,
            Word::Dont,
            Word::Wrong,
            Word::Wait,
            Word::Stop,
            Word::Cancel,
            Word::Maybe,
        ]) || is_but(word)
            || word.spelt(&["na"])
    };
    let hurries = words.iter().any(|word| word.spelt(&["jaldi", "turant", "hurry"]));
    let agrees = words.iter().any(is_yes);
    !words.iter().any(hesitates) && (agrees || !hurries)
}

pub(super) fn is_yes(word: &Tagged) -> bool {
    word.is_any(&[Word::Yes, Word::Okay])
}

pub(super) fn is_no(word: &Tagged) -> bool {
    word.is_any(&[Word::No, Word::Wrong]) || word.spelt(&["na"])
}

pub(super) fn is_but(word: &Tagged) -> bool {
    word.spelt(&["but", "lekin", "magar"])
}

/// "haan nahi": nobody knows which.
pub(super) fn is_yes_and_no(text: &str) -> bool {
    let words = tagged(text);
    let yes = |word: &Tagged| word.is_any(&[Word::Yes]);
    words.len() <= YES_AND_NO_WORDS && words.iter().any(is_no) && words.iter().any(yes)
}

/// "cancel mat karo" is no no to a bill: it is not to be cancelled.
pub(super) fn keeps_it(text: &str) -> bool {
    let words = tagged(text);
    let says = |wanted: &[Word]| words.iter().any(|word| word.is_any(wanted));
    says(&[Word::Dont]) && says(&[Word::Cancel, Word::Remove])
}

/// "theek hai chhodo", "ok cancel": a no, though it begins like a yes.
pub(super) fn lets_go(text: &str) -> bool {
    let words = tagged(text);
    let around = |word: &Tagged| {
        is_yes(word)
            || word.is_any(&[
                Word::Be,
                Word::Filler,
                Word::Ordinary,
                Word::Honorific,
                Word::Do,
                Word::Give,
                Word::This,
                Word::It,
            ])
    };
    let ends = |word: &Tagged| word.is_any(&[Word::Leave, Word::Cancel]);
    words.iter().any(ends) && words.iter().all(|word| around(word) || ends(word))
}

/// "haan wapas lo" to "wapas lun?".
pub(super) fn agrees_to_take_back(text: &str) -> bool {
    let words = tagged(text);
    words.first().is_some_and(is_yes)
        && words.iter().any(|word| word.is_any(&[Word::Undo]))
        && !words.iter().any(is_no)
}

/// "print the bill", "bill print karo": paper is not made here.
pub(super) fn asks_for_paper(text: &str) -> bool {
    let words = tagged(text);
    words
        .iter()
        .any(|word| word.spelt(&["print", "printout", "chhaapo", "chhapo"]) || word.raw == "प्रिंट")
}

/// "Shall I make the bill?" – "yes, make the bill"; "Shall I cancel it?" – "haan, cancel kar do": the yes with the verb of
/// the open question, and nothing that the question does not say.
pub(super) fn is_yes_with_its_verb(state: &DialogueState, text: &str) -> bool {
    let Some(question) = state
        .question
        .as_ref()
        .filter(|question| question.clarify.kind == ClarifyKind::Confirm)
    else {
        return false;
    };
    let words = tagged(text);
    let verb = |word: &Tagged| match question.task.intent {
        Intent::CreateInvoice
        | Intent::EditDraft
        | Intent::ToggleGst
        | Intent::ShowDraft
        | Intent::ConfirmInvoice => {
            word.is_any(&[Word::Bill, Word::Make, Word::Confirm, Word::Cut])
                || word.spelt(&["order", "parcel"])
        }
        Intent::CancelInvoice => {
            word.is_any(&[Word::Cancel, Word::Remove, Word::Bill, Word::Draft])
                || word.spelt(&["order", "parcel"])
        }
        Intent::CancelReminder => word.is_any(&[Word::Cancel, Word::Remove, Word::Stop, Word::Reminder]),
        Intent::DeleteCustomer => word.is_any(&[Word::Remove, Word::Cancel]),
        Intent::AddPayment => word.is_any(&[Word::Deposit, Word::Write, Word::Payment, Word::Paid]),
        Intent::AddCredit => word.is_any(&[Word::Write, Word::Credit, Word::Put, Word::Add]),
        Intent::CreateCustomer => word.is_any(&[Word::Add, Word::Make, Word::Put, Word::Customer, Word::New]),
        Intent::UpdateCustomer => word.is_any(&[Word::Change, Word::Write]),
        Intent::ScheduleReminder => {
            word.is_any(&[Word::Put, Word::Set, Word::Reminder, Word::Remind, Word::Yaad])
        }
        Intent::RescheduleReminder => word.is_any(&[Word::Move, Word::Change, Word::Reminder]),
        Intent::SendInvoice | Intent::FetchStatement => word.is_any(&[Word::Send, Word::Bill]),
        Intent::SetPrice => word.is_any(&[Word::Change, Word::Set, Word::Rate]),
        Intent::AddStock => word.is_any(&[Word::Add, Word::Put, Word::Stock]),
        _ => false,
    };
    let around = |word: &Tagged| {
        is_yes(word)
            || word.is_any(&[
                Word::Do,
                Word::Give,
                Word::Be,
                Word::This,
                Word::That,
                Word::It,
                Word::Article,
                Word::Honorific,
            ])
            || word.is_any(&[Word::Filler]) && !word.spelt(&["na", "naa", "no"])
    };
    let hurried = |word: &Tagged| word.spelt(&["jaldi", "turant"]);
    words.first().is_some_and(is_yes)
        && words.iter().any(verb)
        && words
            .iter()
            .all(|word| (around(word) || verb(word)) && !hurried(word) && !is_but(word))
}

/// "haan aur Suresh ne 500 diye": the yes to what was asked, and then what is said with it. A change of the bill that is
/// asked about is none: it comes before the yes.
pub(super) fn yes_and_more(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    let reading = &heard.reading;
    let asked = state.question.as_ref()?;
    let about_it = matches!(
        reading.intent,
        Intent::EditDraft
            | Intent::ToggleGst
            | Intent::CancelInvoice
            | Intent::ConfirmInvoice
            | Intent::ShowDraft
            | Intent::Affirm
            | Intent::Deny
            | Intent::Undo
            | Intent::SelectOption
            | Intent::Repeat
            | Intent::Unknown
    );
    let for_nobody = reading.intent == Intent::CreateInvoice && reading.slots.customer.is_none();
    if asked.clarify.kind != ClarifyKind::Confirm || !reading.is_certain() || about_it || for_nobody {
        return None;
    }
    let words = tagged(&heard.text);
    let agreeing = words.iter().take_while(|word| {
        is_yes(word)
            || word.is_any(&[
                Word::Honorific,
                Word::Be,
                Word::Do,
                Word::Give,
                Word::Make,
                Word::Confirm,
                Word::Filler,
            ])
    });
    let next = words.get(agreeing.count());
    let plain = words.first().is_some_and(is_yes) && next.is_some_and(|word| word.is_any(&[Word::And]));
    if !plain {
        return None;
    }
    let more = breath::tasks(state, heard, turn);
    let mut question = state.close_question()?;
    question.task.agreed = true;
    question.then.extend(more);
    Some(run::run_from(
        state,
        Some(question.clarify.token),
        question.task,
        question.then,
        turn,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_is_plain_or_none() {
        for (text, plain) in [
            ("haan", true),
            ("haan ji kar do", true),
            ("theek hai", true),
            ("हाँ जी", true),
            ("yes please", true),
            ("kar do", true),
            ("haan jaldi karo", true),
            ("jaldi karo", false),
            ("turant karo", false),
            ("haan ruko", false),
            ("haan lekin", false),
            ("theek nahi hai", false),
            ("हाँ रुको", false),
            ("haan shayad", false),
        ] {
            assert_eq!(is_plain_yes(text), plain, "{text}");
        }
    }

    #[test]
    fn a_no_that_begins_like_a_yes_is_a_no() {
        for (text, goes) in [
            ("theek hai chhodo", true),
            ("ok cancel", true),
            ("achha rehne do", true),
            ("theek hai", false),
            ("haan kar do", false),
            ("Rahul ka bill cancel", false),
        ] {
            assert_eq!(lets_go(text), goes, "{text}");
        }
    }
}
