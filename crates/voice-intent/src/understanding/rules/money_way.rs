//! Which way money went: particles and verbs decide.

use super::account_holder::Way;
use super::unbooked;
use crate::understanding::lexicon::{Group, Word};
use crate::understanding::utterance::Utterance;

/// ne … diye came in, ko … udhaar went out.
pub(super) fn direction(u: &Utterance) -> Option<Way> {
    if unbooked::is_paid_off(u) {
        return Some(Way::In);
    }
    let credit = u.has(Word::Credit);
    if let Some(way) = by_somebody(u, credit).or_else(|| told_beside_an_order(u, credit)) {
        return Some(way);
    }
    // "… account mein 500 daale": told, not ordered.
    let put_in = (1..u.len()).any(|at| u.is(at, &[Word::Given]) && u.is(at - 1, &[Word::Put]));
    if u.has(Word::Ne) && (put_in || u.has_word(&["daale", "daali", "dale"])) && !credit {
        return Some(Way::In);
    }
    if credit && (u.has(Word::Paid) || u.has(Word::Got) && u.has_any(&[Word::Se, Word::From])) {
        return Some(Way::In);
    }
    if is_lent(u) {
        return Some(Way::Out);
    }
    if came_to_us(u, credit) {
        return Some(Way::In);
    }
    let ne = u.has_any(&[Word::Ne, Word::PronounNe]);
    let deposit = u.has(Word::Deposit);
    let returned = u.has_any(&[Word::Undo, Word::Return]);
    let writes = u.has_any(&[Word::Write, Word::Put, Word::Add, Word::Increase, Word::Move]);
    let came_back = u.has_word(&["returned", "repaid"]) && !u.has_any(&[Word::Ko, Word::To]);
    if deposit || came_back || returned && (ne || u.has(Word::Done)) {
        return Some(Way::In);
    }
    let english_out = u.has(Word::Owe)
        || u.has(Word::Khata)
            && u.has_any(&[Word::On, Word::To, Word::In])
            && (writes || u.has(Word::On) && u.has(Word::Give))
            && !u.has(Word::Payment);
    if credit && ne && u.has(Word::Given) && !u.has_any(&[Word::Ko, Word::Taken, Word::Khata]) {
        // "udhaar ke 500 diye" pays what was owed; without "ke" it may as well be a loan.
        let on_account = (1..u.len()).any(|at| u.is(at, &[Word::Ka]) && u.is(at - 1, &[Word::Credit]));
        return Some(if on_account { Way::In } else { Way::PerhapsOut });
    }
    if credit && !returned {
        let said = writes
            || u.has_any(&[
                Word::Given,
                Word::Taken,
                Word::Give,
                Word::Went,
                Word::Done,
                Word::Do,
            ])
            || !u.nums.is_empty();
        let way = if u.has(Word::From) {
            Way::PerhapsOut
        } else {
            Way::Out
        };
        return said.then_some(way);
    }
    if english_out {
        return Some(Way::Out);
    }
    if u.has_any(&[Word::Due, Word::Draft]) && writes && !u.nums.is_empty() {
        return Some(Way::Out);
    }
    if u.has_any(&[Word::Khata, Word::Hisaab]) && writes
        || (u.has(Word::On) || on_somebody(u))
            && writes
            // "maggi pe ek rupaya badha dena" is a price.
            && !u.has_any(&[Word::Increase, Word::Move])
            && !u.nums.is_empty()
        || u.has(Word::Name) && writes && !u.nums.is_empty()
    {
        return Some(Way::Out);
    }
    money_in(u, ne).or_else(|| only_written(u))
}

/// "500 nahi 400 likh do": written down, and on whom is asked.
fn only_written(u: &Utterance) -> Option<Way> {
    let plain = (0..u.len()).all(|at| {
        u.in_number(at)
            || u.nameable(at)
            || u.is_filler(at)
            || u.is(
                at,
                &[
                    Word::Write,
                    Word::Give,
                    Word::Take,
                    Word::Rupee,
                    Word::Ka,
                    Word::PronounKa,
                    Word::Honorific,
                ],
            )
    });
    let of_a_note = (1..u.len()).any(|at| u.word(at) == "note" && u.is(at - 1, &[Word::Ka]));
    let plain = plain && !of_a_note && !u.has_group(Group::OtherDeed);
    (u.has(Word::Write) && u.nums.len() == 1 && plain && u.word(u.first()) != "note")
        .then_some(Way::PerhapsOut)
}

/// "Suman pe 90 rupaye likh lo".
fn on_somebody(u: &Utterance) -> bool {
    // "Ghosh ke upar"
    (1..u.len()).any(|at| {
        u.is(at, &[Word::Pe])
            && (u.nameable(at - 1) || u.is(at - 1, &[Word::Honorific, Word::Ka, Word::PronounKa]))
    }) || u.has_word(&["uspe", "uspar", "ispe", "ispar", "unpe", "unpar", "inpe"])
}

fn money_in(u: &Utterance, ne: bool) -> Option<Way> {
    let paid = (0..u.len())
        .any(|at| u.is(at, &[Word::Paid]) && (u.word(at) != "pay" || at > 0 && u.nameable(at - 1)));
    let received = u.has(Word::Got) || paid || u.has(Word::Payment) && !u.nums.is_empty();
    let mode = u.has_any(&[
        Word::Cash,
        Word::Upi,
        Word::Card,
        Word::Cheque,
        Word::Bank,
        Word::Online,
        Word::Payment,
    ]);
    let gave = u.has_any(&[Word::Given, Word::Done, Word::Send]);
    let de_gaya = (0..u.len())
        .any(|at| u.is(at, &[Word::Given]) && matches!(u.word(at), "de" | "deke" | "bhej" | "chuka"));
    // "Harish se 15000 RTGS hua", "Jagat ka card swipe hua 2375 ka"
    let went_through = mode
        && (0..u.len())
            .any(|at| u.is(at, &[Word::Done, Word::Be]) && matches!(u.word(at), "hua" | "hui" | "hue"))
        && u.has_any(&[Word::Se, Word::Ka])
        && !u.has_any(&[Word::Ko, Word::Payment]);
    let did = (0..u.len()).any(|at| u.word(at) == "did" && at > 0 && u.is(at + 1, &[Word::Upi, Word::Bank]));
    let from_whom = mode && u.has(Word::From) && !u.has_any(&[Word::To, Word::Mine, Word::Ko]);
    if u.has(Word::Taken) {
        if (u.has_any(&[Word::Se, Word::PronounSe]) || u.has(Word::From) && !u.nums.is_empty()) && !ne {
            return Some(Way::In);
        }
        return (ne && !u.nums.is_empty()).then_some(Way::PerhapsOut);
    }
    if u.has(Word::Ko) && u.has(Word::Given) && (!ne || u.has_word(&["maine", "humne"])) {
        return Some(Way::PerhapsOut);
    }
    if (received || de_gaya || from_whom || went_through || did) && !u.nums.is_empty() {
        return Some(Way::In);
    }
    if ne && (gave || mode) && (!u.nums.is_empty() || u.has(Word::Payment)) {
        return Some(Way::In);
    }
    let gave = (1..u.len()).any(|at| {
        let verb = matches!(
            u.word(at),
            "gave" | "given" | "transferred" | "handed" | "dropped" | "swiped" | "scanned"
        ) || u.word(at) == "sent" && !u.has_any(&[Word::To, Word::Ko]);
        let somebody = |at: usize| u.nameable(at) || u.is(at, &[Word::Honorific, Word::He]);
        verb && (somebody(at - 1) || at > 1 && u.is_filler(at - 1) && somebody(at - 2))
    });
    let english_gave = u.has(Word::Given) && u.has(Word::ToMe) || gave;
    if english_gave && !u.nums.is_empty() {
        return Some(Way::In);
    }
    // "Suresh 500 UPI": told in three words.
    let verb = u.has_any(&[
        Word::Given,
        Word::Done,
        Word::Do,
        Word::Give,
        Word::Send,
        Word::Be,
        Word::Make,
    ]);
    let only = u.nums.len() == 1 && !u.has_any(&[Word::Ko, Word::To, Word::For, Word::Phone, Word::Number]);
    (mode && !verb && only).then_some(Way::PerhapsIn)
}

/// "60 rupees was paid by Lobo", "medicines were taken by Kunjappan on credit".
fn by_somebody(u: &Utterance, credit: bool) -> Option<Way> {
    let by = (1..u.len()).find(|at| u.is(*at, &[Word::By]) && u.names_somebody(at + 1))?;
    let before = |words: &[Word]| (0..by).any(|at| u.is(at, words));
    if u.nums.is_empty() {
        return None;
    }
    if before(&[Word::Taken]) && credit {
        return Some(Way::Out);
    }
    let paid = before(&[Word::Paid, Word::Given, Word::Send, Word::Deposit, Word::Bank]);
    (paid && !credit && !u.has(Word::To)).then_some(Way::In)
}

/// "likh lo Tejpal ka 2500 aa gaya", "Rahul ne 500 diye, khate mein likh do": what happened decides, not the order to
/// write it down.
fn told_beside_an_order(u: &Utterance, credit: bool) -> Option<Way> {
    if credit || u.nums.is_empty() || u.has_any(&[Word::Owe, Word::Taken]) {
        return None;
    }
    let writes = u.has_any(&[Word::Write, Word::Put, Word::Add]);
    let came = u.has(Word::Got);
    let gave = u.has_any(&[Word::Ne, Word::PronounNe])
        && !u.has_any(&[Word::Ko, Word::PronounKo])
        && (1..u.len()).any(|at| {
            u.is(at, &[Word::Given]) && !u.is(at - 1, &[Word::Write, Word::Put, Word::Add, Word::Do])
        })
        && !u.has_word(&["maine", "humne", "मैंने", "हमने"]);
    let paid = (0..u.len()).any(|at| u.word(at) == "paid");
    (writes && (came || gave || paid)).then_some(Way::In)
}

/// "Nagaraj transferred 4500 to our account", "Jha ji RTGS kar diye hain das lakh": somebody told to have paid, and how.
fn came_to_us(u: &Utterance, credit: bool) -> bool {
    let told_of = |at: usize| u.names_somebody(at) || u.is(at, &[Word::Honorific]);
    let starts =
        told_of(u.first()) && !(0..u.len()).any(|at| u.is(at, &[Word::Ko, Word::PronounKo, Word::Ka]));
    let english = (1..u.len()).any(|at| {
        matches!(u.word(at), "transferred" | "deposited" | "sent" | "paid" | "gave") && told_of(at - 1)
    });
    let mode = u.has_any(&[
        Word::Upi,
        Word::Bank,
        Word::Online,
        Word::Card,
        Word::Cheque,
        Word::Cash,
    ]);
    let over = (1..u.len())
        .any(|at| u.is(at, &[Word::Given, Word::Done]) || u.word(at) == "gaya" && u.has(Word::Send));
    let ours = u.has_any(&[Word::Mine, Word::I]) && u.has(Word::Khata);
    !u.nums.is_empty() && !credit && starts && mode && (over || english && (ours || !u.has(Word::To)))
}

/// "lent 340 to Suresh", "debit 340 to Suresh".
fn is_lent(u: &Utterance) -> bool {
    let word = |at: usize| {
        matches!(u.word(at), "lent" | "loaned" | "lend" | "debit" | "debited")
            || matches!(u.word(at), "charge" | "charged") && u.has(Word::To)
    };
    let outward = !u.has(Word::ToMe) && !u.has_any(&[Word::Ne, Word::PronounNe, Word::From, Word::By]);
    !u.nums.is_empty() && outward && (0..u.len()).any(|at| word(at) && (at == 0 || !u.names_somebody(at - 1)))
}
