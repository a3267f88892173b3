//! A stored conversation of any content, gone on with: a line of JSON, then what is said or pressed, one line each.

use chrono::{DateTime, FixedOffset, TimeDelta};
use execora_kernel::{CustomerId, DraftId, Money, PaymentId, ProductId, Quantity, TurnId, UndoId, Unit};
use execora_voice_intent::dialogue::{
    Action, CustomerFact, CustomerFound, DialogueState, DraftFact, Effect, Event, Heard, LineFact, LookUp,
    Looked, Outcome, ProductFact, ProductFound, Refusal, Turn, step,
};
use execora_voice_intent::understanding::{Language, PaymentMode, read};
use uuid::Uuid;

/// What a session may hold: a conversation with its question, its last answer and the things that can be taken back.
const STATE_BYTES_MAX: usize = 128 * 1024;
const EVENTS_MAX: usize = 12;
const CHAIN_MAX: usize = 24;

/// Reads any bytes as a stored conversation and goes on with it.
pub fn dialogue_state(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (stored, said) = text.split_once('\n').unwrap_or((&text, ""));
    let decoded = serde_json::from_str::<DialogueState>(stored).ok();
    let mut state = decoded.unwrap_or_default();
    let size = reads_back(&state);
    let at = super::sunday();
    for (count, line) in said.lines().take(EVENTS_MAX).enumerate() {
        let turn = Turn {
            id: TurnId::new(Uuid::from_u128(count as u128 + 1)),
            at: at + TimeDelta::seconds(count as i64 * 20),
            confirm_above: Money::from_paise(500_000),
            sends: true,
            records: true,
        };
        go_through(&mut state, line, &turn);
        assert!(reads_back(&state) <= 4 * size + STATE_BYTES_MAX, "the state grew");
    }
}

/// A stored conversation is the same when it was read and stored again; the length that it is stored in.
fn reads_back(state: &DialogueState) -> usize {
    let Ok(stored) = serde_json::to_string(state) else {
        unreachable!("{state:?} cannot be stored")
    };
    let again = serde_json::from_str::<DialogueState>(&stored)
        .ok()
        .and_then(|again| serde_json::to_string(&again).ok());
    assert_eq!(
        again.as_deref(),
        Some(stored.as_str()),
        "a stored state reads back as itself"
    );
    stored.len()
}

/// One turn: what was said or pressed, and whatever is looked up or done until it is answered.
fn go_through(state: &mut DialogueState, line: &str, turn: &Turn) {
    let mut effect = step(state, first_event(state, line, turn.at), turn);
    let mut chance = line
        .bytes()
        .fold(7_usize, |sum, b| sum * 31 % 65_521 + usize::from(b));
    for _ in 0..CHAIN_MAX {
        let answer = match effect {
            Effect::LookUp(look_up) => Event::Looked(found(&look_up, chance)),
            Effect::Act(action) => done(&action, chance),
            Effect::Reply(_) | Effect::Void(_) => return,
        };
        chance = chance / 7 + 1;
        effect = step(state, answer, turn);
    }
    unreachable!("no answer after {CHAIN_MAX} steps: {effect:?}")
}

fn first_event(state: &DialogueState, line: &str, at: DateTime<FixedOffset>) -> Event {
    let open = state
        .open_question(at.to_utc())
        .map(|question| question.token.clone());
    match line.split_once(' ').unwrap_or((line, "")) {
        ("#choose", number) => Event::Chosen(number.parse().unwrap_or(1)),
        (answer @ ("#yes" | "#no"), token) => Event::Accepted {
            accept: answer == "#yes",
            token: open.unwrap_or_else(|| token.to_owned()),
        },
        ("#undo", _) => {
            let last = state.can_be_undone(at.to_utc()).next_back().map(|thing| thing.id);
            Event::UndoAsked(last.unwrap_or_else(|| UndoId::new(Uuid::from_u128(1))))
        }
        ("#language", tag) => Event::LanguageSet(match tag {
            "hi" => Some(Language::Hindi),
            "en" => Some(Language::English),
            _ => None,
        }),
        _ => Event::Heard(Box::new(Heard {
            text: line.to_owned(),
            reading: read(line, at),
            locally: line.len().is_multiple_of(5),
        })),
    }
}

fn customer(number: usize) -> CustomerFact {
    CustomerFact {
        id: CustomerId::new(Uuid::from_u128(100 + number as u128)),
        name: ["Rahul Sharma", "Suresh", "Priya"][number % 3].to_owned(),
        landmark: (number == 1).then(|| "Mandir".to_owned()),
        phone_last4: Some("1111".to_owned()),
        balance: Money::from_paise(number as i64 * 12_345),
        reachable: number != 2,
        has_email: number == 1,
    }
}

fn product(number: usize) -> ProductFact {
    ProductFact {
        id: ProductId::new(Uuid::from_u128(200 + number as u128)),
        name: ["Milk", "Cheeni", "Saffron"][number % 3].to_owned(),
        unit: [Unit::Packet, Unit::Kg, Unit::G][number % 3],
        price: (number != 2).then_some(Money::from_paise(2_850)),
        stock: Quantity::from_thousandths(10_000),
    }
}

fn draft(number: usize) -> DraftFact {
    DraftFact {
        id: DraftId::new(Uuid::from_u128(300 + number as u128)),
        version: 1,
        customer: Some(customer(number).id),
        customer_name: Some(customer(number).name),
        lines: vec![LineFact {
            product: Some(product(number).id),
            name: product(number).name,
            quantity: Quantity::from_thousandths(2_000),
            unit: product(number).unit,
            price: product(number).price,
            price_given: false,
            discount: None,
            total: Some(Money::from_paise(5_700)),
            only_left: None,
        }],
        discount: None,
        taken_off: Money::ZERO,
        tax: Money::ZERO,
        round_off: Money::ZERO,
        total: Money::from_paise(5_700),
        with_gst: false,
        notes: None,
        missing: Vec::new(),
    }
}

fn found(look_up: &LookUp, chance: usize) -> Looked {
    let several = || (0..3).map(customer).collect();
    match look_up {
        LookUp::Customer { .. } => Looked::Customer(match chance % 4 {
            0 => CustomerFound::Nobody,
            1 => CustomerFound::Ambiguous(several()),
            2 => CustomerFound::Near(several()),
            _ => CustomerFound::Certain(customer(0)),
        }),
        LookUp::Person(_) => Looked::Person((!chance.is_multiple_of(4)).then(|| customer(0))),
        LookUp::Products(names) => Looked::Products(
            (0..names.len())
                .map(|at| match (chance + at) % 4 {
                    0 => ProductFound::Unknown,
                    1 => ProductFound::Ambiguous((0..3).map(product).collect()),
                    _ => ProductFound::Certain(product((chance + at) % 3)),
                })
                .collect(),
        ),
        LookUp::Drafts { .. } => Looked::Drafts((0..chance % 3).map(draft).collect()),
        LookUp::Invoice { .. } => Looked::Invoice(None),
        LookUp::Invoices { .. } => Looked::Invoices(Vec::new()),
        LookUp::Reminders { .. } => Looked::Reminders(Vec::new()),
    }
}

/// What came of an action: as a shop would answer where that is short to say, and refused otherwise.
fn done(action: &Action, chance: usize) -> Event {
    let refusals = [
        Refusal::NotFound,
        Refusal::Stale,
        Refusal::Unavailable,
        Refusal::OutOfRange,
        Refusal::PhoneTaken {
            name: "Priya".to_owned(),
        },
        Refusal::NotPriced {
            product: "Saffron".to_owned(),
        },
    ];
    let outcome = match action {
        Action::SaveDraft(_) => Outcome::DraftSaved(draft(chance % 3)),
        Action::DiscardDraft(_) => Outcome::DraftDiscarded(draft(0)),
        Action::CreateCustomer { .. } => Outcome::CustomerMade {
            customer: customer(0),
            opening: None,
        },
        Action::ReadBalance(_) => Outcome::Balance(customer(1)),
        Action::ShowCustomer(_) => Outcome::Customer(customer(1)),
        Action::RecordPayment { .. } => Outcome::Paid {
            payment: PaymentId::new(Uuid::from_u128(4)),
            entry: execora_kernel::EntryId::new(Uuid::from_u128(5)),
            customer: customer(0).id,
            amount: Money::from_paise(50_000),
            mode: PaymentMode::Cash,
            balance: Money::from_paise(-50_000),
        },
        Action::Undo { .. } => Outcome::Undone {
            entries: Vec::new(),
            balance: None,
        },
        // An answer to something else altogether must not bring the conversation down either.
        _ => Outcome::Drafts(vec![draft(0)]),
    };
    match refusals.into_iter().nth(chance % 11) {
        Some(refusal) => Event::Refused(refusal),
        None => Event::Done {
            outcome: Box::new(outcome),
            undo: UndoId::new(Uuid::from_u128(chance as u128 + 10)),
        },
    }
}
