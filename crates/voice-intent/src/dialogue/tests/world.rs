//! A shop small enough to read, and what a person does in it.

use chrono::{DateTime, Duration, FixedOffset};
use execora_kernel::{CustomerId, EntryId, Money, ProductId, Quantity, TurnId, Unit};
use uuid::Uuid;

use crate::dialogue::*;
use crate::understanding::{Amount, Intent, Item, Language, Measure, PaymentMode, Reading, Slots};

pub(super) struct World {
    pub state: DialogueState,
    pub now: DateTime<FixedOffset>,
    pub customers: Vec<CustomerFact>,
    pub products: Vec<ProductFact>,
    pub drafts: Vec<DraftFact>,
    pub discarded: Vec<DraftFact>,
    pub invoices: Vec<InvoiceFact>,
    pub reminders: Vec<ReminderFact>,
    pub cancelled_reminders: Vec<ReminderFact>,
    /// When codes for erasing somebody were sent.
    pub codes: Vec<DateTime<FixedOffset>>,
    pub(super) tries_left: u32,
    /// What was booked, for whom and how much.
    pub(super) entries: Vec<(EntryId, CustomerId, Money)>,
    /// Everything that was done, in order.
    pub done: Vec<Action>,
    /// The next action is refused with this.
    pub refuse: Option<Refusal>,
    /// Somebody changes the next draft just before it is issued.
    pub changes_before_issue: bool,
    /// Messages can leave the shop, and sound can be kept.
    pub equipped: bool,
    pub(super) ids: u128,
}

pub(super) fn rupees(rupees: i64) -> Money {
    Money::from_paise(rupees * 100)
}

pub(super) fn item(product: &str, quantity: i64) -> Item {
    Item {
        product: product.to_owned(),
        quantity: Some(Measure::from_milli(quantity * 1000)),
        unit: None,
        price: None,
        note: None,
        price_per: None,
    }
}

pub(super) fn of(customer: &str) -> Slots {
    Slots {
        customer: Some(customer.to_owned()),
        ..Slots::default()
    }
}

pub(super) fn paid(customer: &str, rupees: i64) -> Slots {
    Slots {
        amount: Some(Amount::from_paise(rupees * 100)),
        ..of(customer)
    }
}

pub(super) fn billed(customer: &str, items: Vec<Item>) -> Slots {
    Slots {
        items,
        ..of(customer)
    }
}

pub(super) fn milk_and_bread(customer: &str) -> Slots {
    billed(customer, vec![item("milk", 2), item("bread", 1)])
}

/// What a turn came to.
#[expect(clippy::large_enum_variant, reason = "one at a time")]
pub(super) enum Ended {
    Replied(Reply),
    Void(Void),
}

impl World {
    pub(super) fn new() -> Self {
        let mut world = Self {
            state: DialogueState::in_language(Language::Hinglish),
            now: "2026-11-23T10:00:00+05:30".parse().unwrap(),
            customers: Vec::new(),
            products: Vec::new(),
            drafts: Vec::new(),
            discarded: Vec::new(),
            invoices: Vec::new(),
            reminders: Vec::new(),
            cancelled_reminders: Vec::new(),
            codes: Vec::new(),
            tries_left: 0,
            entries: Vec::new(),
            done: Vec::new(),
            refuse: None,
            changes_before_issue: false,
            equipped: true,
            ids: 0,
        };
        for (name, landmark, last4) in [
            ("Rahul Sharma", Some("Mandir"), "1111"),
            ("Ramesh Gupta", Some("Mandir"), "2222"),
            ("Ramesh Gupta", Some("School"), "3333"),
            ("Suresh", None, "4444"),
            ("Priya", None, "5555"),
        ] {
            let id = CustomerId::new(world.id());
            world.customers.push(CustomerFact {
                id,
                name: name.to_owned(),
                landmark: landmark.map(str::to_owned),
                phone_last4: Some(last4.to_owned()),
                balance: Money::ZERO,
                reachable: true,
                has_email: false,
            });
        }
        for (name, price, stock) in [
            ("Milk", Some(28), 10),
            ("Bread", Some(40), 10),
            ("Saffron", None, 5),
            ("Soap Lux", Some(35), 9),
            ("Soap Dove", Some(60), 9),
            ("Television", Some(9000), 2),
        ] {
            let id = ProductId::new(world.id());
            world.products.push(ProductFact {
                id,
                name: name.to_owned(),
                unit: Unit::Piece,
                price: price.map(rupees),
                stock: Quantity::from_whole(stock).unwrap(),
            });
        }
        world
    }

    pub(super) fn id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    pub(super) fn wait(&mut self, seconds: i64) {
        self.now += Duration::seconds(seconds);
    }

    /// Another conversation in the same shop.
    pub(super) fn in_another_session(&mut self, act: impl FnOnce(&mut Self)) {
        let mine = std::mem::replace(&mut self.state, DialogueState::in_language(Language::Hinglish));
        act(self);
        self.state = mine;
    }

    pub(super) fn customer(&mut self, name: &str) -> &mut CustomerFact {
        self.customers
            .iter_mut()
            .find(|customer| customer.name == name)
            .unwrap()
    }

    // ---- what a person does

    pub(super) fn heard(&mut self, heard: Heard) -> Ended {
        self.run(Event::Heard(Box::new(heard)))
    }

    pub(super) fn says(&mut self, text: &str, intent: Intent, slots: Slots) -> Reply {
        self.says_at(text, intent, slots, 0.97, false)
    }

    pub(super) fn mumbles(&mut self, text: &str, intent: Intent, slots: Slots) -> Reply {
        self.says_at(text, intent, slots, 0.97, true)
    }

    pub(super) fn says_at(
        &mut self,
        text: &str,
        intent: Intent,
        slots: Slots,
        confidence: f32,
        locally: bool,
    ) -> Reply {
        let devanagari = text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
        let language = if devanagari {
            Language::Hindi
        } else {
            Language::Hinglish
        };
        let reading = Reading {
            intent,
            confidence,
            slots,
            language,
            ..Reading::default()
        };
        match self.heard(Heard {
            text: text.to_owned(),
            reading,
            locally,
        }) {
            Ended::Replied(reply) => reply,
            Ended::Void(void) => panic!("words always get an answer, not {void:?}"),
        }
    }

    /// Words that the grammar makes nothing of.
    pub(super) fn mutters(&mut self, text: &str) -> Reply {
        self.says_at(text, Intent::Unknown, Slots::default(), 0.2, false)
    }

    pub(super) fn yes(&mut self) -> Reply {
        self.says("haan", Intent::Affirm, Slots::default())
    }

    pub(super) fn no(&mut self) -> Reply {
        self.says("nahi", Intent::Deny, Slots::default())
    }

    pub(super) fn undo(&mut self) -> Reply {
        self.says("galti ho gayi wapas lo", Intent::Undo, Slots::default())
    }

    pub(super) fn nth(&mut self, text: &str, index: i32) -> Reply {
        self.says(
            text,
            Intent::SelectOption,
            Slots {
                index: Some(index),
                ..Slots::default()
            },
        )
    }

    pub(super) fn button(&mut self, event: Event) -> Ended {
        self.run(event)
    }

    pub(super) fn booked(&self) -> Vec<&Action> {
        self.done
            .iter()
            .filter(|action| !matches!(action, Action::ReadBalance(_)))
            .collect()
    }

    // ---- the shop itself

    fn run(&mut self, event: Event) -> Ended {
        let turn = Turn {
            id: TurnId::new(self.id()),
            at: self.now,
            confirm_above: rupees(5000),
            sends: self.equipped,
            records: self.equipped,
        };
        // What is stored between turns is what is read back.
        let stored = serde_json::to_string(&self.state).unwrap();
        self.state = serde_json::from_str(&stored).unwrap();
        let mut effect = step(&mut self.state, event, &turn);
        for _ in 0..40 {
            let event = match effect {
                Effect::Reply(reply) => return Ended::Replied(*reply),
                Effect::Void(void) => return Ended::Void(void),
                Effect::LookUp(look_up) => Event::Looked(self.look_up(look_up)),
                Effect::Act(action) => self.act(*action),
            };
            effect = step(&mut self.state, event, &turn);
        }
        panic!("the turn has no end");
    }
}

pub(super) fn mode_of(action: &Action) -> PaymentMode {
    match action {
        Action::RecordPayment { mode, .. } => *mode,
        other => panic!("not a payment: {other:?}"),
    }
}
