//! Money that is only spoken of: taken back, to come, wished for, told by others, or the shop's own. Nothing is booked of it.

use crate::understanding::lexicon::{Group, Word};
use crate::understanding::utterance::Utterance;

/// Is there a reason not to book what was said?
pub(super) fn is_unbooked(u: &Utterance) -> bool {
    is_taken_back(u)
        || is_to_come(u)
        || is_wished(u)
        || is_told(u)
        || is_ours(u)
        || is_in_kind(u)
        || is_beyond(u)
        || is_reduced(u) && !is_paid_off(u)
}

fn spoken(u: &Utterance, words: &[&str]) -> bool {
    (0..u.len()).any(|at| words.contains(&u.word(at)) && !u.in_number(at))
}

/// "payment hata do", "payment galat hai", "wapas le liye".
fn is_taken_back(u: &Utterance) -> bool {
    let first = u.first();
    (0..u.len()).any(|at| {
        let back = u.is(at, &[Word::Undo])
            && (matches!(u.word(at), "undo" | "reverse" | "revert" | "rollback")
                || u.is(at + 1, &[Word::Take, Word::Taken])
                || u.has_any(&[Word::Ko, Word::PronounKo]) && !u.has(Word::ToMe));
        let removed = u.is(at, &[Word::Remove]) && !matches!(u.word(at), "clear");
        // "galti ho gayi, Rahul ne 500 diye" tells of money; "galti se 500 jama ho gaye" of none.
        let by_mistake = u.is(at, &[Word::Wrong]) && (at > first || u.is(at + 1, &[Word::Se]));
        back || removed || u.is(at, &[Word::Cancel]) || by_mistake
    }) || spoken(u, &["refund", "refunded"])
        || spoken(u, &["lauta", "lautao", "lautana"]) && !u.has_any(&[Word::Ne, Word::PronounNe])
}

/// "dena hai", "dene wala tha", "payment baaki hai", "tomorrow".
fn is_to_come(u: &Utterance) -> bool {
    let due = (0..u.len()).any(|at| {
        u.in_group(at, Group::IsToBeDone)
            && (u.is(
                at + 1,
                &[Word::Be, Word::Wala, Word::Due, Word::Speak, Word::Ka, Word::Got],
            ) && !matches!(u.word(at + 1), "ja" | "raha" | "rahe" | "rahi" | "jana"))
    });
    let unpaid = u.has(Word::Payment)
        && u.has(Word::Due)
        && !u.has_any(&[Word::Write, Word::Add, Word::Put, Word::Got, Word::Given]);
    let asked = (1..u.len())
        .any(|at| u.is(at, &[Word::I]) && matches!(u.word(at - 1), "can" | "could" | "may" | "should"));
    let presumed = (1..u.len()).any(|at| {
        matches!(u.word(at), "hoga" | "hogi" | "honge" | "hongi")
            && u.is(at - 1, &[Word::Given, Word::Done, Word::Got, Word::Taken])
    });
    let coming = (0..u.len())
        .any(|at| u.is(at, &[Word::Got, Word::Give]) && matches!(u.word(at + 1), "raha" | "rahi" | "rahe"));
    let left_to_do = (0..u.len()).any(|at| {
        u.is(at, &[Word::Write, Word::Put, Word::Add])
            && u.word(at).ends_with("na")
            && (u.is(at + 1, &[Word::Due, Word::Left]) || u.is_past(at + 1))
    });
    coming
        || left_to_do
        || due
        || unpaid
        || asked
        || presumed
        || u.has_any(&[Word::Tomorrow, Word::Next])
        || u.speaks_of(Group::ToCome)
}

/// "udhaar chahiye", "wants 500 on credit".
fn is_wished(u: &Utterance) -> bool {
    let ours = |at: usize| u.is(at, &[Word::I]);
    u.speaks_of(Group::Wish) || (1..u.len()).any(|at| matches!(u.word(at), "want" | "need") && !ours(at - 1))
}

/// "suna hai …", "bol raha tha ki …", "I think".
fn is_told(u: &Utterance) -> bool {
    // "Rahul ne 500 diye the na?"
    let last = u.len().wrapping_sub(1);
    let tag = last > 1
        && matches!(u.word(last), "na" | "naa" | "kya")
        && matches!(u.word(last - 1), "the" | "tha" | "thi");
    tag || u.has(Word::Speak) || u.speaks_of(Group::Hearsay)
}

/// "I paid Suresh 500", "Anjali ko payment kiya", "I owe Mohan 50", "Mohan se udhaar liya".
fn is_ours(u: &Utterance) -> bool {
    is_our_payment(u) || we_borrowed(u) || we_owe(u) || is_paid_to_somebody(u) || is_scoffed(u)
}

/// "somebody at the bank paid Rahul 8000": whoever is named behind the verb has got it.
fn is_paid_to_somebody(u: &Utterance) -> bool {
    (1..u.len()).any(|at| u.word(at) == "paid" && !u.names_somebody(at - 1) && u.names_somebody(at + 1))
        && !u.has_any(&[Word::From, Word::By, Word::Honorific])
}

/// "maine thodi na udhaar diye": as if I had.
fn is_scoffed(u: &Utterance) -> bool {
    (1..u.len())
        .any(|at| matches!(u.word(at - 1), "thodi" | "thode" | "thoda") && matches!(u.word(at), "na" | "hi"))
}

fn we_owe(u: &Utterance) -> bool {
    (1..u.len()).any(|at| u.is(at, &[Word::Owe]) && u.is(at - 1, &[Word::I]))
        || u.has_word(&["lent", "loaned"]) && u.has(Word::ToMe)
}

/// "maine Suresh se 500 udhaar liye": what the shop owes is no credit of a customer's.
fn we_borrowed(u: &Utterance) -> bool {
    u.has(Word::Taken) && u.has_any(&[Word::Se, Word::PronounSe]) && u.has(Word::Credit) && {
        let ne = u.find(&[Word::Ne, Word::PronounNe]);
        ne.is_none() || u.has_word(&["maine", "humne", "मैंने", "हमने"])
    }
}

/// "I paid Suresh 500": money that the shop gave is no money that came in.
fn is_our_payment(u: &Utterance) -> bool {
    let gave = ["paid", "pay", "gave", "give", "sent", "transferred", "handed"];
    let we = |at: usize| matches!(u.word(at), "i" | "we");
    let ours = (1..u.len()).any(|at| {
        let perfect = at > 1 && matches!(u.word(at - 1), "have" | "had" | "just" | "already");
        let passive = u.word(at) == "paid" && matches!(u.word(at - 1), "was" | "were") && !u.has(Word::By);
        gave.contains(&u.word(at)) && (we(at - 1) || perfect && we(at - 2)) || passive
    });
    let credit = u.has(Word::Credit);
    let first = u.first();
    let paid_first =
        u.word(first) == "paid" && (u.has(Word::To) && !u.has(Word::ToMe) || u.names_somebody(first + 1));
    // "Anjali ko 100 ka payment kiya"
    let paid_to = u.has_any(&[Word::Ko, Word::PronounKo])
        && u.has(Word::Payment)
        && !u.has_any(&[Word::Ne, Word::PronounNe]);
    (ours || paid_first || paid_to) && !credit
}

/// "saman wapas kiya 300 ka", "500 ka phone kiya", "500 ka recharge kiya": no money came.
fn is_in_kind(u: &Utterance) -> bool {
    let goods_back = u.has(Word::Goods) && u.has_any(&[Word::Undo, Word::Return]);
    let ordered = (2..u.len()).any(|at| {
        let thing = u.nameable(at - 1) && u.is(at - 2, &[Word::Ka]);
        u.is(at, &[Word::Done]) && (thing || u.is(at - 1, &[Word::Phone, Word::Call, Word::Email, Word::Sms]))
    });
    goods_back || ordered
}

/// "300 se zyada diye", "more than 300".
fn is_beyond(u: &Utterance) -> bool {
    const LIMITS: [&str; 8] = [
        "over", "above", "below", "under", "upto", "than", "least", "atleast",
    ];
    u.nums.iter().any(|num| {
        let past = num.end + usize::from(u.is(num.end, &[Word::Rupee]));
        let compared = u.is(past, &[Word::Se]) && u.is(past + 1, &[Word::More, Word::Reduce]);
        // "handed over 1,050"
        let limited = num.start > 0
            && LIMITS.contains(&u.word(num.start - 1))
            && !(num.start > 1 && u.is(num.start - 2, &[Word::Given, Word::Paid]));
        // "500 something"
        let vague = matches!(u.word(past), "something" | "odd" | "ish");
        compared && !u.is(past + 2, &[Word::Do]) || limited || vague
    })
}

/// "udhaar 500 kam karo": less than before is neither a payment nor a credit.
fn is_reduced(u: &Utterance) -> bool {
    u.has(Word::Cut) || u.has_group(Group::Less)
}

/// "udhaar 450 kam kar do, paise de gaya": less because it was paid.
pub(super) fn is_paid_off(u: &Utterance) -> bool {
    let account = u.has_any(&[Word::Khata, Word::Credit, Word::Due, Word::Hisaab, Word::Balance]);
    let paid = (0..u.len()).any(|at| {
        let gave =
            u.is(at, &[Word::Given]) && !(at > 0 && u.is(at - 1, &[Word::Do, Word::Cut, Word::Reduce]));
        gave || u.is(at, &[Word::Paid, Word::Got, Word::Deposit])
    });
    account && is_reduced(u) && paid && !u.has_word(&["maaf", "waive", "kharch", "nuksan"])
}

/// "… diye to likhna": only if.
pub(super) fn is_supposed(u: &Utterance) -> bool {
    (1..u.len()).any(|at| {
        matches!(u.word(at), "to" | "toh")
            && u.is(at - 1, &[Word::Given, Word::Done, Word::Got])
            && !matches!(u.word(at - 1), "gave" | "given" | "handed")
    })
}
