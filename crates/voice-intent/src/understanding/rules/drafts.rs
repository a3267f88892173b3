//! The draft: tax on or off, a discount, and a look at it.

use super::draft_removals::is_kept;
use super::{Found, Rule};
use crate::understanding::amount::{Amount, Discount};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

const OF_BILL: [Word; 3] = [Word::Ka, Word::Apostrophe, Word::Wala];

/// How [`toggle_gst`] is told from the other rules.
pub(super) const TOGGLE_GST: Rule = Rule {
    name: "toggle gst",
    read: toggle_gst,
    fits: &[
        "GST hata do",
        "GST lagao",
        "without GST",
        "turn off gst",
        "Jigna ke bill pe GST lagao",
        "Jaswant ka bill bina GST ke rakhna",
    ],
    leaves: &[
        "Rahul ko 2 milk ka bill bina GST ke bana do",
        "GST number 27AABCM1234D1Z1",
    ],
};

/// "GST hata do": tax alone, without goods or a new bill.
fn toggle_gst(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots::default();
    if !u.has(Word::Gst) || !u.nums.is_empty() || u.is_question() || u.has_any(&[Word::Number, Word::If]) {
        return None;
    }
    // "GST mat hatao" keeps it as it is; "GST report nikalo" is about no bill.
    let kept = is_kept(u);
    if u.has(Word::Make) && u.has(Word::Bill) || kept || u.has_any(&[Word::Summary, Word::List]) {
        return None;
    }
    u.take_gst(&mut slots);
    for at in 0..u.len() {
        if u.is(at, &[Word::Without, Word::With]) {
            u.take(at, at + 1, "with_gst");
        }
    }
    // "Jigna ke bill pe GST lagao": on that bill, and none is made.
    let on_a_bill = on_bill(u) || u.has(Word::Bill) && u.has_any(&[Word::Keep]);
    if on_a_bill {
        bill_owner(u, &mut slots);
        if slots.customer.is_none() {
            u.customer_before(&[Word::Ka], &mut slots);
        }
    }
    if u.unexplained() > 0 {
        return None;
    }
    // "GST should be charged on this one"
    let asked = u.has_word(&[
        "charged", "applied", "added", "charge", "apply", "included", "removed",
    ]) || u.has_any(&[
        Word::Remove,
        Word::Put,
        Word::Add,
        Word::Do,
        Word::Without,
        Word::With,
        Word::Dont,
        Word::Make,
        Word::No,
        Word::Give,
        Word::Start,
        Word::Stop,
        Word::Keep,
    ]);
    asked.then(|| u.found(Intent::ToggleGst, slots))?
}

/// How [`show`] is told from the other rules.
pub(super) const SHOW: Rule = Rule {
    name: "show draft",
    read: show,
    fits: &[
        "pending bill dikhao",
        "draft dikhao",
        "bill mein kya kya hai",
        "jo bill abhi bana rahe hain woh dikhao",
    ],
    leaves: &["aaj ke bill dikhao"],
};

/// "pending bill dikhao".
fn show(u: &mut Utterance) -> Option<Found> {
    let unconfirmed = u.has(Word::Confirm) && u.has(Word::No) && u.has(Word::Bill);
    let draft = u.has(Word::Draft) && (u.has(Word::Bill) || u.has_word(&["draft", "ड्राफ्ट"])) || unconfirmed;
    let making = u.has(Word::Bill) && u.has_word(&["ban", "बन"])
        || u.has(Word::Bill) && u.has_word(&["rahe", "raha", "रहे", "रहा"])
        || u.has(Word::Now) && u.has(Word::Bill) && !u.has_any(&[Word::Last, Word::All]);
    let so_far =
        u.has(Word::Bill) && (u.has_word(&["far"]) || u.is(u.first(), &[Word::Tell]) && u.len() <= 4);
    let inside = u
        .find(&[Word::Bill])
        .is_some_and(|at| u.is(at + 1, &[Word::Mein]))
        && u.has(Word::Question)
        && !u.has_any(&[Word::Today, Word::Kal, Word::Yesterday, Word::Last, Word::All]);
    // "bill kitne ka hua"
    let how_much = u.has(Word::Bill)
        && u.has(Word::HowMuch)
        && (0..u.len()).any(|at| {
            u.is(at, &[Word::HowMuch]) && matches!(u.word(at + 1), "ka" | "hua" | "ho" | "bana" | "का" | "हुआ")
        })
        && !u.has_any(&[
            Word::Today,
            Word::Kal,
            Word::Yesterday,
            Word::Last,
            Word::All,
            Word::Month,
            Word::Week,
        ]);
    let opened = u.has(Word::Open) && u.has(Word::Draft);
    // "bill dobara batao": the one that was just read back.
    let again = u.has(Word::Bill)
        && (u.has(Word::Again) || u.has_word(&["phir", "fir", "phirse", "फिर"]))
        && u.has_any(&[Word::Show, Word::Tell])
        && u.nums.is_empty()
        && !u.has_any(&[
            Word::Today,
            Word::Kal,
            Word::Yesterday,
            Word::Last,
            Word::All,
            Word::Month,
            Word::Week,
        ]);
    let draft = draft || how_much || making || inside || so_far || again;
    let looks = how_much || opened || u.has_any(&[Word::Show, Word::Tell, Word::Question, Word::List]);
    let ordered = u.has(Word::Make) && !u.has_word(&["rahe", "raha", "रहे", "रहा"]);
    if !draft || !looks || ordered || u.has_any(&[Word::Send, Word::Cancel]) {
        return None;
    }
    let mut slots = Slots::default();
    u.customer(&OF_BILL, &[Word::Of, Word::For], &mut slots);
    u.found(Intent::ShowDraft, slots)
}

/// Is the draft named as the place of the change: "bill mein", "bill se", "to the bill", "from the bill"?
pub(super) fn on_bill(u: &Utterance) -> bool {
    (0..u.len()).any(|at| {
        u.is(at, &[Word::Bill, Word::Draft])
            && (u.is(u.skip_fillers(at + 1), &[Word::Mein, Word::Se, Word::Pe])
                || (at.saturating_sub(4)..at)
                    .any(|before| u.is(before, &[Word::To, Word::From, Word::In, Word::On])))
    })
}

/// The customer of "Rahul ke bill mein" and "Rahul's bill".
pub(super) fn bill_owner(u: &mut Utterance, slots: &mut Slots) {
    slots.pronoun = u.has_pronoun();
    for at in 1..u.len() {
        let owned = u.is(at, &OF_BILL)
            && u.free(at)
            && (at + 1..at + 4).any(|next| u.is(next, &[Word::Bill]) || u.is(next, &[Word::Draft]))
            && (at + 1..at + 4)
                .take_while(|next| !u.is(*next, &[Word::Bill, Word::Draft]))
                .all(|next| u.tag(next).is_some_and(|tag| tag != Word::Rate));
        if owned && let Some(person) = u.person_before(at) {
            u.take_person(person, slots);
            return;
        }
    }
    // "from the bill of Venkatesan"
    let of_whom = (1..u.len())
        .filter(|at| u.is(*at, &[Word::Of, Word::For]) && u.is(at - 1, &[Word::Bill, Word::Draft]))
        .find_map(|at| u.person_after(at));
    if let Some(person) = of_whom {
        u.take_person(person, slots);
    }
}

/// How [`discount`] is told from the other rules.
pub(super) const DISCOUNT: Rule = Rule {
    name: "reduce draft",
    read: discount,
    fits: &[
        "10% discount karo",
        "20 rupaye kam kar do bill mein",
        "discount hata do",
        "Rahul ke bill se discount nikal do",
        "remove the discount",
        "डिस्काउंट हटाओ",
    ],
    leaves: &[
        "Rahul ka udhaar 500 kam karo",
        "discount mat hatao",
        "bill se bread hata do",
        "discount kitna hai",
    ],
};

/// "10% discount laga do", "20 rupaye kam kar do bill mein".
fn discount(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Discount, Word::Off, Word::Reduce, Word::Percent])
        || u.has_any(&[Word::Gst, Word::Dont, Word::No])
        // "sab ka bhav 5 percent badha do"
        || u.has(Word::Rate) && u.has_any(&[Word::Increase, Word::Move])
        || u.is_question()
    {
        return None;
    }
    let makes = u.has(Word::Make) && u.has(Word::Bill);
    if makes || u.is_vague() {
        return None;
    }
    let mut slots = Slots::default();
    u.take_discount(&mut slots);
    if u.nums.is_empty() && lifts_discount(u) {
        slots.discount = Some(Discount::Amount(Amount::from_paise(0)));
    }
    // "thoda discount de do 100 rupaye"
    if slots.discount.is_none()
        && u.has(Word::Discount)
        && let [only] = u.amounts().as_slice()
        && only.rupees
    {
        slots.discount = Some(Discount::Amount(only.amount));
        u.take(only.start, only.end, "discount");
    }
    slots.discount?;
    if !u.free_nums().is_empty() {
        return None;
    }
    bill_owner(u, &mut slots);
    // "give Biju five percent less on that bill"
    if slots.customer.is_none() && u.has(Word::Bill) {
        u.customer_after(&[Word::Give], &mut slots);
    }
    if slots.customer.is_none() && u.unexplained() > 0 {
        return None;
    }
    u.found(Intent::EditDraft, slots)
}

/// "discount hata do": nothing is taken off any more.
fn lifts_discount(u: &Utterance) -> bool {
    u.has(Word::Discount) && u.has_any(&[Word::Remove, Word::Cancel])
}
