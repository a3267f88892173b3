//! The shop at work: it answers look-ups and does what it is told.

use execora_kernel::{CustomerId, MessageId, Money, MovementId, PaymentId, ReminderId, UndoId};

use super::world::{World, rupees};
use crate::dialogue::*;
use crate::understanding::PaymentMode;

impl World {
    pub(super) fn look_up(&self, look_up: LookUp) -> Looked {
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

    pub(super) fn act(&mut self, action: Action) -> Event {
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

    /// What is done for people, and lists.
    pub(super) fn other(&mut self, action: Action) -> Outcome {
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
            action => self.remind(action),
        }
    }

    fn remind(&mut self, action: Action) -> Outcome {
        match action {
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
            action => self.shelve(action),
        }
    }

    fn shelve(&mut self, action: Action) -> Outcome {
        match action {
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
}
