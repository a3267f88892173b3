//! Bills: make, confirm, send, cancel and list them.

use execora_text::tokens::Kind;

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Measured, Word, is_ware};
use crate::understanding::moments::whole;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::{Num, Tok, Utterance, unit};

/// Before these stands the customer of a bill.
const OF_BILL: [Word; 5] = [Word::Ka, Word::Apostrophe, Word::Ko, Word::Ne, Word::Wala];

/// How [`cancel`] is told from the other rules.
pub(super) const CANCEL: Rule = Rule {
    name: "cancel bill",
    read: cancel,
    fits: &[
        "Rahul ka bill cancel karo",
        "saare bill radd kar do",
        "INV/26-27/0001 cancel karo",
        "bill no 34 cancel kar do",
        "Rahul ka bill nahi chahiye cancel karo",
        "Gopal ka draft hata do",
        "discard the draft",
    ],
    leaves: &[
        "Rahul ka bill nahi cancel karna",
        "cancel the bread from the bill",
        "bread hata do bill se",
        "Rahul ka reminder cancel karo",
    ],
};

/// "Rahul ka bill cancel karo", "saare bill radd kar do", "cancel bill number 1023".
fn cancel(u: &mut Utterance) -> Option<Found> {
    let removes = u.has(Word::Remove)
        && !u.has_any(&[Word::Mein, Word::From])
        && !u
            .toks
            .windows(2)
            .any(|pair| pair[0].tag == Some(Word::Bill) && pair[1].tag == Some(Word::Se));
    // "Gopal ka draft hata do", but "pending payment hata do" is none of a bill.
    let named = u.has(Word::Bill) || u.has_word(&["draft", "drafts"]) || u.toks.iter().any(is_printed_number);
    if !named
        || !(u.has(Word::Cancel) || removes)
        || u.has_any(&[Word::Dont, Word::Gst])
        || is_denied(u)
        || u.tells_of_a_bill()
        || u.is_question()
    {
        return None;
    }
    // "cancel the bread from the bill", "bill se bread cancel karo": a line of it.
    let line_of_it = (1..u.len()).any(|at| {
        u.is(at, &[Word::Bill])
            && (u.is(at + 1, &[Word::Se, Word::Mein])
                || (at.saturating_sub(2)..at).any(|from| u.is(from, &[Word::From])))
    });
    if line_of_it || u.has(Word::Draft) && u.has(Word::Payment) {
        return None;
    }
    u.drop_reason();
    let mut slots = Slots {
        all: u.has(Word::All),
        ..Slots::default()
    };
    if let Some(num) = bill_number(u) {
        slots.invoice_number = Some(num_text(u, num));
        u.take(num.start, num.end, "invoice_number");
    } else if let Some(at) = u.toks.iter().position(is_printed_number) {
        slots.invoice_number = Some(u.toks[at].raw.to_uppercase());
        u.take(at, at + 1, "invoice_number");
    }
    u.customer(&OF_BILL, &[Word::Of, Word::For], &mut slots);
    if slots.customer.is_none() && removes && !u.has(Word::Cancel) && u.unexplained() > 0 {
        return None;
    }
    // "bread hata do bill": goods, and the particle was swallowed.
    if removes
        && slots
            .customer
            .as_deref()
            .is_some_and(|name| is_ware(&name.to_lowercase()))
    {
        return None;
    }
    // "kal ke saare bill": which of them is not what is cancelled.
    let of_a_day = (0..u.len()).any(|at| {
        u.free(at)
            && u.is(
                at,
                &[
                    Word::Today,
                    Word::Kal,
                    Word::Yesterday,
                    Word::Parson,
                    Word::Week,
                    Word::Month,
                    Word::Last,
                ],
            )
            || matches!(u.tag(at), Some(Word::Weekday(_) | Word::MonthName(_)))
    });
    if slots.all && of_a_day {
        return Some(super::unknown());
    }
    // Why it is cancelled may follow: "galat ban gaya".
    if let Some(at) = u.find(&[Word::Wrong]) {
        let end = u.len();
        u.take(at, end, "reason");
    }
    if says_no_elsewhere(u) {
        return u.doubtful(Intent::CancelInvoice, slots);
    }
    u.found(Intent::CancelInvoice, slots)
}

/// "bill nahi cancel karna", "cancel nahi karna hai": the cancelling is denied, and not the bill, or whoever did not come.
fn is_denied(u: &Utterance) -> bool {
    const WANTED: [&str; 13] = [
        "chahiye", "chaiye", "chahie", "lena", "lega", "legi", "liya", "aaya", "aayi", "required", "needed",
        "wanted", "chahta",
    ];
    const CLOSE: usize = 2;
    let cancels = |at: usize| u.is(at, &[Word::Cancel, Word::Remove]);
    (0..u.len()).filter(|at| u.is(*at, &[Word::No])).any(|at| {
        let wanted = (at + 1..at + 3).any(|next| {
            WANTED.contains(&u.word(next)) || u.toks.get(next).is_some_and(|tok| tok.raw.starts_with("चाहिए"))
        }) || at > 1 && u.is(at - 1, &[Word::Filler]) && WANTED.contains(&u.word(at - 2));
        let near = (at.saturating_sub(CLOSE)..=at + CLOSE).any(cancels);
        near && !wanted
    })
}

/// A denial that stands elsewhere is a reason: it is asked back, unless it says what is not wanted.
fn says_no_elsewhere(u: &Utterance) -> bool {
    u.has(Word::No) && u.has_word(&["lekin", "magar", "but", "pehle", "abhi"])
}

/// The number said with a bill.
fn bill_number(u: &Utterance) -> Option<Num> {
    u.nums.iter().copied().find(|num| {
        num.milli % 1_000 == 0
            && num.start > 0
            && (u.is(num.start - 1, &[Word::Number, Word::Bill]) || u.is(num.end, &[Word::Number]))
    })
}

/// `INV/26-27/0001`, as it stands on the bill.
fn is_printed_number(tok: &Tok) -> bool {
    tok.kind == Kind::Code && tok.word.contains('/')
}

fn num_text(u: &Utterance, num: Num) -> String {
    if num.end == num.start + 1 && u.word(num.start).bytes().all(|b| b.is_ascii_digit()) {
        return u.word(num.start).to_owned();
    }
    whole(num.milli).map_or_else(String::new, |number| number.to_string())
}

/// How [`confirm`] is told from the other rules.
pub(super) const CONFIRM: Rule = Rule {
    name: "confirm bill",
    read: confirm,
    fits: &["Rahul ka bill confirm karo", "bill pakka kar do"],
    leaves: &[
        "bill confirm mat karo",
        "Rahul ka bill bana do",
        "let me see the bill before we confirm it",
        "bill confirm karne se pehle dikha do",
    ],
};

/// "Rahul ka bill confirm karo".
fn confirm(u: &mut Utterance) -> Option<Found> {
    if !(u.has(Word::Bill) || u.has_word(&["draft", "ड्राफ्ट"]))
        || !u.has(Word::Confirm)
        || !u.nums.is_empty()
        || u.has_any(&[Word::No, Word::Dont, Word::Make])
        || u.is_question()
        || u.tells_of_a_bill()
        || is_yet_to_be_confirmed(u)
    {
        return None;
    }
    let mut slots = Slots::default();
    u.customer(&OF_BILL, &[Word::Of, Word::For], &mut slots);
    u.found(Intent::ConfirmInvoice, slots)
}

/// "before we confirm it", "confirm karne se pehle": something else comes first.
fn is_yet_to_be_confirmed(u: &Utterance) -> bool {
    let Some(confirm) = u.find(&[Word::Confirm]) else {
        return false;
    };
    let before = |at: usize| u.is(at, &[Word::Before]) || matches!(u.word(at), "before" | "pehle" | "pahle");
    (confirm.saturating_sub(3)..confirm).any(|at| u.word(at) == "before")
        || (confirm + 1..confirm + 4).any(|at| before(at) && u.is(at.wrapping_sub(1), &[Word::Se]))
}

/// How [`send`] is told from the other rules.
pub(super) const SEND: Rule = Rule {
    name: "send bill",
    read: send,
    fits: &["Rahul ka bill WhatsApp pe bhej do", "send the bill to Rahul"],
    leaves: &["Rahul ka bill bana ke bhej do"],
};

/// "Rahul ka bill WhatsApp pe bhej do".
fn send(u: &mut Utterance) -> Option<Found> {
    let by_channel = u.has_any(&[Word::WhatsApp, Word::Email, Word::Sms]);
    if !u.has(Word::Bill)
        || !(u.has(Word::Send) || by_channel)
        || u.has_any(&[Word::Make, Word::Dont, Word::No, Word::Write])
        || u.is_question()
        || u.tells_of_a_bill()
    {
        return None;
    }
    if u.is(u.first(), &[Word::Bill]) && !u.has(Word::Send) && !by_channel {
        return None;
    }
    let mut slots = Slots {
        email: u.take_email(),
        ..Slots::default()
    };
    if slots.email.is_none() {
        slots.phone = u.take_phone();
    }
    u.take_channel(&mut slots);
    u.customer(
        &OF_BILL,
        &[
            Word::To,
            Word::Of,
            Word::Sms,
            Word::For,
            Word::Send,
            Word::Email,
            Word::WhatsApp,
        ],
        &mut slots,
    );
    if !u.free_nums().is_empty() {
        return None;
    }
    u.found(Intent::SendInvoice, slots)
}

/// How [`list`] is told from the other rules.
pub(super) const LIST: Rule = Rule {
    name: "list bills",
    read: list,
    fits: &[
        "how many bills today",
        "show recent invoices",
        "aaj ke bill dikhao",
        "last 5 invoices",
    ],
    leaves: &["Rahul ka bill bana do"],
};

/// "aaj ke bill dikhao", "last 5 invoices".
fn list(u: &mut Utterance) -> Option<Found> {
    let all_of_them = u.has(Word::All) && !u.has_any(&[Word::Send, Word::Paid]);
    let asks = u.has_any(&[Word::Show, Word::Tell, Word::List, Word::Question]) || all_of_them;
    // On paper nothing is put here, and a list is no answer to it.
    let printed = u.has_word(&["print", "prints", "printout", "chhaapo", "chhapo"])
        || u.toks.iter().any(|tok| tok.raw == "प्रिंट");
    if !u.has(Word::Bill)
        || printed
        || u.has_any(&[Word::Dont, Word::Cancel, Word::Confirm])
        || (0..u.len()).any(|at| u.word(at) == "kaise" || u.word(at) == "how" && u.word(at + 1) != "many")
    {
        return None;
    }
    // "bill kyun nahi bana", "kal wala bill galat tha"
    let talk = u.has_any(&[Word::No, Word::Wrong])
        || u.tells_of_a_bill()
            && u.has_word(&["kya", "tumne", "aapne"])
            && !u.has_any(&[Word::Show, Word::Tell, Word::HowMuch, Word::Who]);
    if talk {
        return None;
    }
    let imperative = u.has_any(&[Word::Make, Word::Cut]) && !u.has(Word::Question);
    if imperative {
        return None;
    }
    let mut slots = Slots {
        period: u.take_period(false),
        ..Slots::default()
    };
    if let Some(num) = u.free_nums().first().copied()
        && (num.start > 0 && u.is(num.start - 1, &[Word::Last]) || u.is(num.end, &[Word::Bill]))
    {
        let dozen = unit(u.tag(num.end)) == Some(Measured::Dozen);
        let each = if dozen { 12 } else { 1 };
        slots.limit = whole(num.milli)
            .map(|count| count.saturating_mul(each))
            .filter(|count| (1..=1_000).contains(count));
        u.take(num.start, num.end + usize::from(dozen), "limit");
    }
    if !u.free_nums().is_empty() || !asks && slots.limit.is_none() && slots.period.is_none() {
        return None;
    }
    if !asks
        && (u.has_any(&[Word::Do, Word::Give, Word::Write])
            || u.tells_of_a_bill() && !u.has_any(&[Word::HowMuch, Word::Who]))
    {
        return None;
    }
    if u.has(Word::Question) {
        // "what bills did we make", "kya kya bika"
        for at in 0..u.len() {
            if u.is(at, &[Word::Question]) || matches!(u.word(at), "did" | "we") {
                u.take(at, at + 1, "period");
            }
        }
    }
    u.customer(
        &[Word::Ka, Word::Apostrophe, Word::Ko],
        &[Word::Of, Word::For],
        &mut slots,
    );
    u.found(Intent::ListInvoices, slots)
}
