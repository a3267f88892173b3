//! The customer of a new bill, wherever the sentence puts him.

use crate::understanding::lexicon::Word;
use crate::understanding::people::Person;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// One way to name the customer.
type Finder = fn(&Utterance, usize) -> Option<Person>;

/// From the surest way to the loosest; the last ones take a name by its place alone.
const WAYS: &[Finder] = &[
    named_after_for_whom,
    named_by_a_noun,
    handed_to,
    given_or_giving,
    taken_by,
    owner_of_the_bill,
    after_the_bill,
    whom_it_is_for,
    after_a_verb,
    who_took,
    first_said,
    among_the_lines,
];

/// Takes the customer of the bill whose word stands at `bill`.
pub(super) fn bill_customer(u: &mut Utterance, bill: usize, slots: &mut Slots) {
    slots.pronoun = u.has_pronoun();
    if let Some(person) = WAYS.iter().find_map(|way| way(u, bill)) {
        if u.is(person.end, &[Word::Ka]) && u.is(person.end + 1, &[Word::Liye, Word::Name]) {
            u.take(person.end, person.end + 2, "customer");
        }
        u.take_person(person, slots);
    }
}

/// "Rahul ke liye", "Rahul ke naam pe".
pub(super) fn named_after_for_whom(u: &Utterance, _: usize) -> Option<Person> {
    (1..u.len())
        .filter(|at| u.is(*at, &[Word::Ka]) && u.is(at + 1, &[Word::Liye, Word::Name]))
        .find_map(|at| u.person_before(at))
}

/// "name is Farzana", "customer Shobha", "in the name of Sundar", "in favour of Sree Balaji Textiles".
fn named_by_a_noun(u: &Utterance, _: usize) -> Option<Person> {
    (0..u.len())
        .filter(|at| {
            u.is(*at, &[Word::Name, Word::Customer]) || matches!(u.word(*at), "favour" | "favor" | "party")
        })
        .find_map(|at| {
            let mut to = at;
            while u.is(to + 1, &[Word::Of, Word::Be, Word::This]) {
                to += 1;
            }
            let person = u.person_after(to)?;
            let clear = to > at || u.is(at, &[Word::Customer]);
            clear.then_some(person)
        })
}

/// "give Pooja a bill for …", "make Rahul a new bill".
fn handed_to(u: &Utterance, bill: usize) -> Option<Person> {
    (0..bill)
        .filter(|at| u.is(*at, &[Word::Make, Word::Give, Word::Cut]))
        .find_map(|at| u.person_after(at))
        .filter(|person| (person.end..bill).all(|at| u.is(at, &[Word::Article, Word::New])))
}

/// "Rahul ko …", "Rahul ne …".
fn given_or_giving(u: &Utterance, _: usize) -> Option<Person> {
    let particles = [
        Word::Ko,
        Word::Ne,
        Word::PronounNe,
        Word::PronounKa,
        Word::PronounKo,
    ];
    particles.iter().find_map(|particle| {
        (1..u.len())
            .filter(|at| u.is(*at, &[*particle]) && u.free(*at) && !u.counted(*at))
            .find_map(|at| u.person_before(at))
    })
}

/// "… were taken by Dinesh".
fn taken_by(u: &Utterance, _: usize) -> Option<Person> {
    (1..u.len())
        .filter(|at| u.is(*at, &[Word::By]) && (u.is(at - 1, &TOOK) || u.word(at - 1) == "purchased"))
        .find_map(|at| u.person_after(at))
}

/// "Rahul ka bill", "Sunita's bill", with the particle that stands nearest to the bill first.
fn owner_of_the_bill(u: &Utterance, _: usize) -> Option<Person> {
    let owned = |at: &usize| {
        u.is(*at, &[Word::Ka, Word::Apostrophe])
            && u.free(*at)
            && !u.is(at + 1, &[Word::Place])
            && !u.counts_the_goods_before(at + 1)
            && !ends_goods(u, *at)
            && !u.is_ware_at(at - 1)
    };
    let near = |at: &usize| {
        let next = (at + 1..u.len()).find(|next| !u.is_filler(*next) && !u.is(*next, &BEFORE_BILL));
        next.is_some_and(|next| u.is(next, &[Word::Bill]))
    };
    (1..u.len())
        .filter(|at| owned(at) && near(at))
        .chain((1..u.len()).filter(|at| owned(at) && !near(at)))
        .find_map(|at| u.person_before(at))
}

/// What may stand between the owner and the bill.
const BEFORE_BILL: [Word; 9] = [
    Word::New,
    Word::Gst,
    Word::Without,
    Word::With,
    Word::Wala,
    Word::Draft,
    Word::Confirm,
    Word::Ka,
    Word::One,
];

/// "bill Thomas for twelve notebooks", "make bill Nagarjuna two kg …", "bill no GST: Kurien, 2 buckets".
fn after_the_bill(u: &Utterance, bill: usize) -> Option<Person> {
    let mut at = bill;
    while u.is(at + 1, &[Word::Gst, Word::Without, Word::With, Word::No]) && u.has(Word::Gst)
        || u.is(at + 1, &[Word::Of])
    {
        at += 1;
    }
    let person = u.person_after(at)?;
    let counted_later = u.nums.iter().any(|num| num.start >= person.end)
        || u.len() == person.end
        || u.is(person.end, &[Word::For]);
    (counted_later || u.nums.is_empty()).then_some(person)
}

/// "for Rahul", "to Lalitha", "on Shaji", "of Nisha".
fn whom_it_is_for(u: &Utterance, _: usize) -> Option<Person> {
    [Word::For, Word::To, Word::On].iter().find_map(|preposition| {
        (0..u.len())
            .filter(|at| u.is(*at, &[*preposition]))
            .find_map(|at| u.person_after(at))
    })
}

/// "… bana do Rahul 2 milk".
fn after_a_verb(u: &Utterance, bill: usize) -> Option<Person> {
    (bill..u.len())
        .filter(|at| u.is(*at, &[Word::Make, Word::Do, Word::Give, Word::Write]))
        .find_map(|at| u.person_after(at))
        .filter(|person| counts_other_goods(u, person.end))
}

const TOOK: [Word; 2] = [Word::Taken, Word::Take];

/// Whoever took the goods is named first: "Farhan 6 egg le gaya, likh lo bill mein".
pub(super) fn taker(u: &Utterance) -> Option<Person> {
    u.has_any(&TOOK).then(|| who_took(u, 0)).flatten()
}

/// "Bittu 2 toothpaste le gaya hai uska bill banao", "Prakash wants 12 metres of cloth bill him": whoever took the goods.
fn who_took(u: &Utterance, _: usize) -> Option<Person> {
    let person = person_from_first(u)?;
    let took = u.has_any(&TOOK)
        || u.has_word(&[
            "wants",
            "needs",
            "want",
            "purchased",
            "ordered",
            "taking",
            "takes",
            "buying",
            "buys",
        ]);
    (took && u.nums.iter().any(|num| num.start >= person.end) || counts_other_goods(u, person.end))
        .then_some(person)
}

/// "Sharma ji 2 milk ka bill": who is named first, unless somebody was pointed at.
fn first_said(u: &Utterance, _: usize) -> Option<Person> {
    if u.has_pronoun() {
        return None;
    }
    person_from_first(u)
}

fn person_from_first(u: &Utterance) -> Option<Person> {
    let mut first = u.first();
    // "haan bolo Jyoti madam …"
    while u.is(first, &[Word::Speak, Word::Write, Word::Wait]) {
        first = u.skip_fillers(first + 1);
    }
    let starts = u.nameable(first) || u.is(first, &[Word::Mister]) || u.is(first + 1, &[Word::Wala]);
    if !starts || u.is_ware_at(first) && !u.is(first + 1, &[Word::Wala]) {
        return None;
    }
    first
        .checked_sub(1)
        .map_or_else(|| person_from_start(u), |before| u.person_after(before))
}

/// "… likh lo Gopal 5 kilo aata": a name with other goods counted after it, or one with a title at the end.
fn among_the_lines(u: &Utterance, _: usize) -> Option<Person> {
    if u.has_pronoun() {
        return None;
    }
    (1..u.len()).find_map(|at| {
        let begins = u.namey(at) && !u.nameable(at - 1) && !u.is_ware_at(at);
        let counted = u.num_before(at).is_some() || matches!(u.tag_before(at), Some(Word::Unit(_)));
        if !begins || counted || u.is(at - 1, &[Word::And, Word::Of]) {
            let run_end = (at..u.len()).find(|end| !u.nameable(*end)).unwrap_or(u.len());
            let closes =
                begins && counted && u.names_after_goods(run_end) && u.tag(run_end) != Some(Word::Ka);
            return closes.then(|| u.person_before(run_end)).flatten();
        }
        u.person_after(at - 1)
            .filter(|person| counts_other_goods(u, person.end))
    })
}

/// After a name comes a quantity with its own goods: "Lakshmi Stores 40 bori cement", not "chawal 5 kilo".
fn counts_other_goods(u: &Utterance, at: usize) -> bool {
    let Some(num) = u.num_at(at) else { return false };
    let mut next = num.end;
    if matches!(u.tag(next), Some(Word::Unit(_))) {
        next += 1;
    }
    while u.is(next, &[Word::Of]) {
        next += 1;
    }
    let goods = next;
    while u.nameable(next) && (next == goods || !u.toks[next].broken) {
        next += 1;
    }
    next > goods
        && (u.num_at(next).is_none()
            || u.toks[next].broken
            || u.price_at(next).is_some()
            || !u.goods_come_first())
}

/// Does the particle close a run of goods ("2 kilo cheeni ka bill") rather than a name?
fn ends_goods(u: &Utterance, at: usize) -> bool {
    // "… 120 rupaye metre Raziya ka": the unit before the name is of a price.
    let mut first = at;
    while first > 0 && u.nameable(first - 1) {
        first -= 1;
    }
    let priced = matches!(u.tag_before(first), Some(Word::Unit(_)))
        && first > 1
        && u.is(first - 2, &[Word::Rupee, Word::Per, Word::Each, Word::Article]);
    if u.names_after_goods(at) || priced || u.goods_come_first() && !u.is_ware_at(at - 1) {
        return false;
    }
    let mut from = at;
    while from > 0 && u.nameable(from - 1) {
        from -= 1;
    }
    from < at && (matches!(u.tag_before(from), Some(Word::Unit(_))) || u.num_before(from).is_some())
        || matches!(u.tag_before(at), Some(Word::Unit(_)))
        || u.nameable(at + 1) && u.num_before(from).is_some()
}

/// The person that the utterance begins with.
fn person_from_start(u: &Utterance) -> Option<Person> {
    let end = (0..u.len()).find(|at| {
        u.in_number(*at)
            || u.tag(*at)
                .is_some_and(|tag| !matches!(tag, Word::Mister | Word::Wala | Word::Honorific))
    })?;
    u.person_before(end).filter(|person| person.end == end)
}
