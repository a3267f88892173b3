//! A shop small enough to read: it answers look-ups, does actions, and keeps what was done.

use chrono::{DateTime, Duration, FixedOffset};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, MessageId, Money, MovementId, PaymentId, ProductId, Quantity,
    ReminderId, TurnId, UndoId, Unit,
};
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
    tries_left: u32,
    /// What was booked, for whom and how much.
    entries: Vec<(EntryId, CustomerId, Money)>,
    /// Everything that was done, in order.
    pub done: Vec<Action>,
    /// The next action is refused with this.
    pub refuse: Option<Refusal>,
    /// Somebody changes the next draft just before it is issued.
    pub changes_before_issue: bool,
    /// Messages can leave the shop, and sound can be kept.
    pub equipped: bool,
    ids: u128,
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

    fn id(&mut self) -> Uuid {
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

    fn look_up(&self, look_up: LookUp) -> Looked {
        match look_up {
            LookUp::Customer { name, landmark } => Looked::Customer(self.find_customer(&name, landmark)),
            LookUp::Person(id) => Looked::Person(self.customers.iter().find(|c| c.id == id).cloned()),
            LookUp::Products(names) => {
                Looked::Products(names.iter().map(|name| self.find_product(name)).collect())
            }
            LookUp::Drafts { customer } => {
                let mine = |draft: &&DraftFact| customer.is_none() || draft.customer == customer;
                Looked::Drafts(self.drafts.iter().filter(mine).rev().cloned().collect())
            }
            LookUp::Invoice { number } => {
                Looked::Invoice(self.invoices.iter().find(|i| i.number == number).cloned())
            }
            LookUp::Invoices { customer } => {
                let fits = |i: &&InvoiceFact| !i.cancelled && customer.is_none_or(|c| c == i.customer);
                Looked::Invoices(self.invoices.iter().filter(fits).rev().cloned().collect())
            }
            LookUp::Reminders { customer } => {
                let fits = |r: &&ReminderFact| customer.is_none() || r.customer == customer;
                Looked::Reminders(self.reminders.iter().filter(fits).cloned().collect())
            }
        }
    }

    fn find_customer(&self, name: &str, landmark: Option<String>) -> CustomerFound {
        let first = |c: &CustomerFact| c.name.split(' ').next().unwrap().to_lowercase();
        let place = |c: &CustomerFact| {
            let known = c.landmark.clone().unwrap_or_default().to_lowercase();
            landmark.as_ref().is_none_or(|said| said.to_lowercase() == known)
        };
        let name = name.to_lowercase();
        let exact = |c: &&CustomerFact| (first(c) == name || c.name.to_lowercase() == name) && place(c);
        let fits: Vec<CustomerFact> = self.customers.iter().filter(exact).cloned().collect();
        let near = |c: &&CustomerFact| first(c).get(..2) == name.get(..2);
        match fits.as_slice() {
            [one] => CustomerFound::Certain(one.clone()),
            [] => {
                let near: Vec<CustomerFact> = self.customers.iter().filter(near).cloned().collect();
                if near.is_empty() {
                    CustomerFound::Nobody
                } else {
                    CustomerFound::Near(near)
                }
            }
            _ => CustomerFound::Ambiguous(fits),
        }
    }

    fn find_product(&self, name: &str) -> ProductFound {
        let fits = |p: &&ProductFact| p.name.to_lowercase().split(' ').any(|word| word == name);
        let fits: Vec<ProductFact> = self.products.iter().filter(fits).cloned().collect();
        match fits.as_slice() {
            [one] => ProductFound::Certain(one.clone()),
            [] => ProductFound::Unknown,
            _ => ProductFound::Ambiguous(fits),
        }
    }

    fn act(&mut self, action: Action) -> Event {
        if let Some(refusal) = self.refuse.take() {
            return Event::Refused(refusal);
        }
        self.done.push(action.clone());
        let outcome = match action {
            Action::SaveDraft(saved) => match self.save(saved) {
                Ok(draft) => Outcome::DraftSaved(draft),
                Err(refusal) => return Event::Refused(refusal),
            },
            Action::IssueDraft { .. } if std::mem::take(&mut self.changes_before_issue) => {
                return Event::Refused(Refusal::Stale);
            }
            Action::IssueDraft { draft, version, send } => match self.issue(draft, version, send.is_some()) {
                Ok(outcome) => outcome,
                Err(refusal) => return Event::Refused(refusal),
            },
            Action::SendDeletionCode(customer) => match self.send_code() {
                Ok(()) => Outcome::CodeSent { customer },
                Err(refusal) => return Event::Refused(refusal),
            },
            Action::EraseCustomer { customer, code } => match self.try_code(&code) {
                Ok(()) => {
                    self.customers.retain(|one| one.id != customer);
                    Outcome::Erased { customer }
                }
                Err(refusal) => return Event::Refused(refusal),
            },
            Action::DiscardDraft(id) => Outcome::DraftDiscarded(self.discard(id)),
            Action::DiscardDrafts(ids) => {
                Outcome::DraftsDiscarded(ids.into_iter().map(|id| self.discard(id)).collect())
            }
            Action::CancelInvoice(id) => {
                let balance = self.cancel(id);
                let invoice = self.invoices.iter().find(|i| i.id == id).unwrap().clone();
                Outcome::InvoiceCancelled { invoice, balance }
            }
            Action::RecordPayment {
                customer,
                amount,
                mode,
            } => {
                let (entry, balance) = self.book(customer, amount.negated().unwrap());
                Outcome::Paid {
                    payment: PaymentId::new(self.id()),
                    entry,
                    customer,
                    amount,
                    mode,
                    balance,
                }
            }
            Action::GiveCredit { customer, amount, .. } => {
                let (entry, balance) = self.book(customer, amount);
                Outcome::Credited {
                    entry,
                    customer,
                    amount,
                    balance,
                }
            }
            Action::Undo { reversal, .. } => return self.take_back(reversal),
            other => self.other(other),
        };
        Event::Done {
            outcome: Box::new(outcome),
            undo: UndoId::new(self.id()),
        }
    }

    fn other(&mut self, action: Action) -> Outcome {
        match action {
            Action::CreateCustomer { particulars, opening } => {
                let customer = CustomerFact {
                    id: CustomerId::new(self.id()),
                    name: particulars.name.unwrap(),
                    landmark: particulars.landmark,
                    phone_last4: particulars.phone.map(|phone| phone[phone.len() - 4..].to_owned()),
                    balance: opening.unwrap_or_default(),
                    reachable: false,
                    has_email: false,
                };
                self.customers.push(customer.clone());
                Outcome::CustomerMade {
                    customer,
                    opening: None,
                }
            }
            Action::UpdateCustomer {
                customer,
                particulars,
            } => {
                let found = self.customers.iter_mut().find(|c| c.id == customer).unwrap();
                let were = vec![Particular::Landmark(found.landmark.clone())];
                found.landmark = particulars.landmark.or(found.landmark.take());
                Outcome::CustomerChanged {
                    customer: found.clone(),
                    were,
                }
            }
            Action::ShowCustomer(id) => Outcome::Customer(self.person(id)),
            Action::ReadBalance(id) => Outcome::Balance(self.person(id)),
            Action::ScheduleReminder(made) => {
                let person = made.customer.map(|id| self.person(id));
                let reminder = ReminderFact {
                    id: ReminderId::new(self.id()),
                    customer: made.customer,
                    kept_for_shopkeeper: person.as_ref().is_some_and(|person| !person.reachable),
                    customer_name: person.map(|person| person.name),
                    amount: made.amount,
                    next_at: made.at,
                    message: made.message.clone(),
                    recurrence: made.recurrence.clone(),
                };
                self.reminders.push(reminder.clone());
                Outcome::Reminded(reminder)
            }
            Action::CancelReminders(ids) => {
                let gone: Vec<ReminderFact> =
                    self.reminders.extract_if(.., |r| ids.contains(&r.id)).collect();
                self.cancelled_reminders.extend(gone.iter().cloned());
                Outcome::RemindersCancelled(gone)
            }
            Action::PutOffReminder { reminder, at } => {
                let found = self.reminders.iter_mut().find(|r| r.id == reminder).unwrap();
                let was = found.next_at.replace(at).unwrap();
                Outcome::ReminderPutOff {
                    reminder: found.clone(),
                    was,
                }
            }
            Action::ListReminders { .. } => Outcome::Reminders(self.reminders.clone()),
            Action::ListInvoices { .. } => Outcome::Invoices(self.invoices.clone()),
            Action::ShowDrafts { .. } => Outcome::Drafts(self.drafts.clone()),
            Action::ListBalances => Outcome::Balances {
                first: self.customers.clone(),
                customers: self.customers.len(),
                total: Money::ZERO,
            },
            Action::TotalPending => Outcome::TotalPending {
                total: rupees(700),
                customers: 2,
            },
            Action::CheckStock(id) => Outcome::Stock(self.product(id).clone()),
            Action::AddStock {
                product,
                quantity,
                unit,
            } => {
                let found = self.product(product);
                found.stock = found.stock.plus(quantity).unwrap();
                let product = found.clone();
                let unit = unit.unwrap_or(product.unit);
                Outcome::StockAdded {
                    movement: MovementId::new(self.id()),
                    product,
                    quantity,
                    unit,
                }
            }
            Action::SetPrice { product, price, .. } => {
                let found = self.product(product);
                let old_price = found.price.replace(price);
                Outcome::PriceSet {
                    product: found.clone(),
                    old_price,
                }
            }
            action => self.read_or_send(action),
        }
    }

    /// Everything that changes no book.
    fn read_or_send(&mut self, action: Action) -> Outcome {
        let today = self.now.date_naive();
        match action {
            Action::ReadSummary(_) => Outcome::Summary(SummaryFact {
                from: today,
                to: today,
                sales: rupees(152),
                invoices: 2,
                collections: vec![(PaymentMode::Cash, rupees(300)), (PaymentMode::Upi, rupees(200))],
                credit: rupees(40),
            }),
            Action::ReadStatement { customer, .. } => Outcome::Statement(StatementFact {
                customer,
                from: today,
                to: today,
                opening: rupees(500),
                went: rupees(400),
                came: rupees(1200),
                closing: rupees(-300),
                entries: 3,
            }),
            Action::Send(message) => Outcome::Sent(MessageFact {
                id: MessageId::new(self.id()),
                channel: message.channel,
                state: MessageState::Queued,
            }),
            Action::Record(starts) => Outcome::Recording(if starts {
                RecordingState::Started
            } else {
                RecordingState::Stopped
            }),
            _ => panic!("not in this world: {action:?}"),
        }
    }

    fn send_code(&mut self) -> Result<(), Refusal> {
        let ago = |sent: &DateTime<FixedOffset>| (self.now - sent).num_seconds();
        if let Some(seconds) = self.codes.last().map(ago).filter(|seconds| *seconds < 30) {
            let seconds = u32::try_from(30 - seconds).unwrap();
            return Err(Refusal::CodeTooSoon { seconds });
        }
        if self.codes.iter().filter(|sent| ago(sent) < 3600).count() >= 5 {
            return Err(Refusal::CodeTooOften);
        }
        self.codes.push(self.now);
        self.tries_left = 5;
        Ok(())
    }

    fn try_code(&mut self, code: &str) -> Result<(), Refusal> {
        let sent = self.codes.last().unwrap();
        if self.now - sent >= CODE_LIFE {
            return Err(Refusal::CodeExpired);
        }
        if self.tries_left == 0 {
            return Err(Refusal::CodeTriesOver);
        }
        if code == "482910" {
            return Ok(());
        }
        self.tries_left -= 1;
        let tries_left = Some(self.tries_left);
        Err(Refusal::CodeWrong { tries_left })
    }

    fn person(&self, id: CustomerId) -> CustomerFact {
        self.customers.iter().find(|c| c.id == id).unwrap().clone()
    }

    fn product(&mut self, id: ProductId) -> &mut ProductFact {
        self.products.iter_mut().find(|p| p.id == id).unwrap()
    }

    fn book(&mut self, customer: CustomerId, amount: Money) -> (EntryId, Money) {
        let entry = EntryId::new(self.id());
        self.entries.push((entry, customer, amount));
        (entry, self.owe(customer, amount))
    }

    fn owe(&mut self, id: CustomerId, amount: Money) -> Money {
        let customer = self.customers.iter_mut().find(|c| c.id == id).unwrap();
        customer.balance = customer.balance.plus(amount).unwrap();
        customer.balance
    }

    fn save(&mut self, saved: DraftToSave) -> Result<DraftFact, Refusal> {
        let (id, version) = saved.draft.unwrap_or_else(|| (DraftId::new(self.id()), 0));
        if let Some(old) = self.drafts.iter().find(|d| d.id == id)
            && old.version != version
        {
            return Err(Refusal::Stale);
        }
        let mut lines = Vec::new();
        for line in saved.lines {
            let product = line.product.map(|id| self.product(id).clone());
            let price = line.price.or(product.as_ref().and_then(|p| p.price));
            let stock = product.as_ref().map(|p| p.stock);
            lines.push(LineFact {
                product: line.product,
                name: line.name,
                quantity: line.quantity,
                unit: line.unit.unwrap_or(Unit::Piece),
                price,
                price_given: line.price.is_some(),
                discount: line.discount,
                total: price.and_then(|price| price.times(line.quantity)),
                only_left: stock.filter(|stock| *stock < line.quantity),
            });
        }
        let priced = lines.iter().all(|line| line.price.is_some());
        let draft = DraftFact {
            id,
            version: version + 1,
            customer: Some(saved.customer),
            customer_name: Some(self.person(saved.customer).name),
            discount: saved.discount,
            taken_off: Money::ZERO,
            tax: Money::ZERO,
            round_off: Money::ZERO,
            total: Money::sum(lines.iter().filter_map(|line| line.total)).unwrap(),
            lines,
            with_gst: saved.with_gst.unwrap_or(false),
            missing: if priced { Vec::new() } else { vec![Missing::Price] },
        };
        self.drafts.retain(|d| d.id != id);
        self.drafts.push(draft.clone());
        Ok(draft)
    }

    fn issue(&mut self, id: DraftId, version: i64, sent: bool) -> Result<Outcome, Refusal> {
        let draft = self
            .drafts
            .iter()
            .find(|d| d.id == id)
            .cloned()
            .ok_or(Refusal::NotFound)?;
        if draft.version != version {
            return Err(Refusal::Stale);
        }
        if let Some((line, left)) = draft.lines.iter().find_map(|l| l.only_left.map(|left| (l, left))) {
            return Err(Refusal::OutOfStock {
                product: line.name.clone(),
                left,
                unit: line.unit,
            });
        }
        self.drafts.retain(|d| d.id != id);
        let invoice = InvoiceFact {
            id: InvoiceId::new(self.id()),
            number: format!("{}", self.invoices.len() + 1),
            customer: draft.customer.unwrap(),
            customer_name: draft.customer_name.unwrap(),
            total: draft.total,
            open: draft.total,
            date: self.now.date_naive(),
            cancelled: false,
        };
        self.invoices.push(invoice.clone());
        let balance = self.owe(invoice.customer, invoice.total);
        Ok(Outcome::Issued {
            invoice,
            balance,
            sent,
        })
    }

    fn discard(&mut self, id: DraftId) -> DraftFact {
        let at = self.drafts.iter().position(|d| d.id == id).unwrap();
        let draft = self.drafts.remove(at);
        self.discarded.push(draft.clone());
        draft
    }

    fn cancel(&mut self, id: InvoiceId) -> Money {
        let invoice = self.invoices.iter_mut().find(|i| i.id == id).unwrap();
        assert!(!invoice.cancelled, "a bill is cancelled once");
        invoice.cancelled = true;
        let (customer, total) = (invoice.customer, invoice.total);
        self.owe(customer, total.negated().unwrap())
    }

    fn take_back(&mut self, reversal: Reversal) -> Event {
        let mut balance = None;
        match reversal {
            Reversal::DiscardDraft(id) => drop(self.discard(id)),
            Reversal::RestoreDraft(saved) => drop(self.save(saved).unwrap()),
            Reversal::ReopenDraft(id) => {
                let at = self.discarded.iter().position(|d| d.id == id).unwrap();
                self.drafts.push(self.discarded.remove(at));
            }
            Reversal::CancelInvoice(id) => balance = Some(self.cancel(id)),
            Reversal::ReversePayment(entry) | Reversal::ReverseEntry(entry) => {
                let (_, customer, moved) = self
                    .entries
                    .iter()
                    .copied()
                    .find(|known| known.0 == entry)
                    .unwrap();
                balance = Some(self.owe(customer, moved.negated().unwrap()));
            }
            Reversal::ReverseMovement { .. } => {}
            Reversal::RemoveCustomer { customer: id, .. } => self.customers.retain(|c| c.id != id),
            Reversal::CancelReminder(id) => self.reminders.retain(|r| r.id != id),
            Reversal::RestoreReminders(ids) => {
                let back = self.cancelled_reminders.extract_if(.., |r| ids.contains(&r.id));
                self.reminders.extend(back);
            }
            Reversal::RestoreCustomer { customer: id, were } => {
                let customer = self.customers.iter_mut().find(|c| c.id == id).unwrap();
                for particular in were {
                    if let Particular::Landmark(was) = particular {
                        customer.landmark = was;
                    }
                }
            }
            Reversal::PutReminderBack { reminder, at } => {
                let found = self.reminders.iter_mut().find(|r| r.id == reminder).unwrap();
                found.next_at = Some(at);
            }
            Reversal::RestorePrice { product, price } => self.product(product).price = price,
            Reversal::ReopenDrafts(ids) => {
                let (back, gone) = self
                    .discarded
                    .drain(..)
                    .partition(|draft| ids.contains(&draft.id));
                self.discarded = gone;
                let back: Vec<DraftFact> = back;
                self.drafts.extend(back);
            }
        }
        let entries = vec![EntryId::new(self.id())];
        Event::Done {
            outcome: Box::new(Outcome::Undone { entries, balance }),
            undo: UndoId::new(self.id()),
        }
    }
}

pub(super) fn mode_of(action: &Action) -> PaymentMode {
    match action {
        Action::RecordPayment { mode, .. } => *mode,
        other => panic!("not a payment: {other:?}"),
    }
}
