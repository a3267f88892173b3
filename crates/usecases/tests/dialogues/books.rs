//! What the books show, read from the rows that are stored and not from any answer.

use chrono::{FixedOffset, TimeZone as _};
use execora_customer::{Customer, CustomerStatus};
use execora_inventory::Product;
use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceStatus};
use execora_kernel::{Money, Quantity};
use execora_ledger::{Entry, Payment, PaymentStatus};
use execora_reminder::{Reminder, ReminderStatus};
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) fn money(text: &str) -> Result<Money, String> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    Ok(Money::from_paise(sign * quantity(digits)?.thousandths() / 10))
}

pub(crate) fn quantity(text: &str) -> Result<Quantity, String> {
    if text == "0" {
        return Ok(Quantity::ZERO);
    }
    Quantity::parse(text).map_err(|_| format!("not a number: {text}"))
}

/// India's clock.
pub(crate) fn india() -> FixedOffset {
    FixedOffset::east_opt(19_800).unwrap()
}

fn read<T: DeserializeOwned>(dump: &Value, table: &str) -> Vec<T> {
    let rows = dump[table].as_array().unwrap().iter();
    rows.map(|row| serde_json::from_value(row.get("row").unwrap_or(row).clone()).unwrap())
        .collect()
}

/// Everything that a line may ask for.
pub(crate) struct Books {
    customers: Vec<Customer>,
    products: Vec<Product>,
    drafts: Vec<Draft>,
    invoices: Vec<Invoice>,
    entries: Vec<Entry>,
    payments: Vec<Payment>,
    reminders: Vec<Reminder>,
}

impl Books {
    pub(crate) fn of(dump: &Value) -> Self {
        Self {
            customers: read(dump, "customers"),
            products: read(dump, "products"),
            drafts: read(dump, "drafts"),
            invoices: read(dump, "invoices"),
            entries: read(dump, "entries"),
            payments: read(dump, "payments"),
            reminders: read(dump, "reminders"),
        }
    }

    /// Whether a line holds: `balance Rahul 56`. Told what it is instead when it does not.
    pub(crate) fn hold(&self, line: &str) -> Result<(), String> {
        let (kind, rest) = line.split_once(' ').ok_or_else(|| format!("{line}: of what?"))?;
        // A date and its hour are one value.
        let cut = if kind == "reminder" && rest.contains(':') {
            rest.rmatch_indices(' ').nth(1).map(|(at, _)| at)
        } else {
            rest.rfind(' ')
        };
        let (of, wanted) = cut.map_or(("", rest), |at| (&rest[..at], &rest[at + 1..]));
        let is = self.shows(kind, of)?;
        if is == wanted {
            return Ok(());
        }
        Err(format!("{line}, but it is {is}"))
    }

    fn shows(&self, kind: &str, of: &str) -> Result<String, String> {
        let draft_of = |draft: &&Draft| draft.status == DraftStatus::Open;
        Ok(match kind {
            "balance" => rupees(self.customer(of)?.balance),
            "phone" => or_none(self.customer(of)?.phone.as_ref()),
            "email" => or_none(self.customer(of)?.email.as_ref()),
            "landmark" => or_none(self.customer(of)?.landmark.as_ref()),
            "stock" => self.product(of)?.stock.to_string(),
            "price" => self.product(of)?.price.map_or("none".to_owned(), rupees),
            "customers" => self.active().count().to_string(),
            "products" => self.products.len().to_string(),
            "drafts" => self.drafts.iter().filter(draft_of).count().to_string(),
            "draft" => {
                let id = self.customer(of)?.id;
                let mine = |draft: &&Draft| draft_of(draft) && draft.customer == Some(id);
                let found = self.drafts.iter().rfind(mine);
                found.map_or("none".to_owned(), |draft| rupees(draft.totals.total))
            }
            "invoices" => self.issued().count().to_string(),
            "cancelled" => (self.invoices.len() - self.issued().count()).to_string(),
            "bill" => {
                let id = self.customer(of)?.id;
                let last = self.issued().filter(|one| one.customer == id).last();
                last.map_or("none".to_owned(), |one| rupees(one.totals.total))
            }
            "entries" => self.sides(of)?,
            "paid" => self.paid(of)?,
            "reminders" => self.reminders_of(of)?.len().to_string(),
            "reminder" => {
                let found = self.reminders_of(of)?;
                let at = found.first().and_then(|one| one.next_send_at);
                at.map_or("none".to_owned(), |at| {
                    let local = india().from_utc_datetime(&at.naive_utc());
                    local.format("%Y-%m-%d %H:%M").to_string()
                })
            }
            _ => return Err(format!("no such book: {kind}")),
        })
    }

    fn active(&self) -> impl Iterator<Item = &Customer> {
        let in_use = |one: &&Customer| one.status == CustomerStatus::Active;
        self.customers.iter().filter(in_use)
    }

    fn issued(&self) -> impl Iterator<Item = &Invoice> {
        let stands = |one: &&Invoice| one.status != InvoiceStatus::Cancelled;
        self.invoices.iter().filter(stands)
    }

    /// `Rahul`, or `Ramesh Gupta (School)`.
    fn customer(&self, called: &str) -> Result<&Customer, String> {
        let named = |one: &&Customer| {
            let name = one.name.as_str();
            let whole = one.landmark.as_ref().map(|place| format!("{name} ({place})"));
            name == called || whole.is_some_and(|whole| whole == called)
        };
        let found: Vec<_> = self.active().filter(named).collect();
        match found[..] {
            [one] => Ok(one),
            _ => Err(format!("{} customers are called {called}", found.len())),
        }
    }

    fn product(&self, called: &str) -> Result<&Product, String> {
        let mut named = self.products.iter();
        let found = named.find(|one| one.name.as_str().eq_ignore_ascii_case(called));
        found.ok_or_else(|| format!("nothing is called {called}"))
    }

    /// `Rahul debit`: all that was ever booked on that side of what he owes.
    fn sides(&self, of: &str) -> Result<String, String> {
        if of.is_empty() {
            return Ok(self.entries.len().to_string());
        }
        let (name, side) = of.rsplit_once(' ').ok_or("entries of whom, and on which side?")?;
        let id = self.customer(name)?.id;
        let debit = match side {
            "debit" => true,
            "credit" => false,
            _ => return Err(format!("no such side: {side}")),
        };
        let postings = self.entries.iter().flat_map(|entry| &entry.postings);
        let on_side = postings.filter(|one| one.customer == Some(id) && (one.amount > Money::ZERO) == debit);
        let sum = Money::sum(on_side.map(|one| one.amount)).unwrap();
        Ok(rupees(if debit { sum } else { sum.negated().unwrap() }))
    }

    /// `Rahul upi`: what came in that way and was not taken back.
    fn paid(&self, of: &str) -> Result<String, String> {
        let (name, mode) = of.rsplit_once(' ').ok_or("paid by whom, and how?")?;
        let id = self.customer(name)?.id;
        let mine = |one: &&Payment| {
            let how = serde_json::to_value(one.mode).unwrap();
            one.customer == id && one.status != PaymentStatus::Reversed && how == mode
        };
        let amounts = self.payments.iter().filter(mine).map(|one| one.amount);
        Ok(rupees(Money::sum(amounts).unwrap()))
    }

    fn reminders_of(&self, of: &str) -> Result<Vec<&Reminder>, String> {
        let id = if of.is_empty() {
            None
        } else {
            Some(self.customer(of)?.id)
        };
        let mine =
            |one: &&Reminder| one.status == ReminderStatus::Scheduled && (id.is_none() || one.customer == id);
        Ok(self.reminders.iter().filter(mine).collect())
    }

    /// What must hold after every turn, whatever was said: debits meet credits, balances are the sum of what was booked.
    pub(crate) fn sound(&self) -> Result<(), String> {
        for entry in &self.entries {
            if Money::sum(entry.postings.iter().map(|one| one.amount)) != Some(Money::ZERO) {
                return Err(format!("an entry does not balance: {entry:?}"));
            }
        }
        for customer in &self.customers {
            let postings = self.entries.iter().flat_map(|entry| &entry.postings);
            let his = postings.filter(|one| one.customer == Some(customer.id));
            if Money::sum(his.map(|one| one.amount)) != Some(customer.balance) {
                return Err(format!("{} does not owe what was booked", customer.name));
            }
        }
        let below = self.products.iter().find(|one| one.stock < Quantity::ZERO);
        below.map_or(Ok(()), |one| Err(format!("{} fell below zero", one.name)))
    }
}

fn rupees(amount: Money) -> String {
    let (rupees, paise) = (amount.paise() / 100, amount.paise() % 100);
    if paise == 0 {
        return rupees.to_string();
    }
    let sign = if amount.paise() < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", rupees.abs(), paise.abs())
}

fn or_none(text: Option<&impl serde::Serialize>) -> String {
    let words = text.and_then(|text| serde_json::to_value(text).ok());
    words.map_or("none".to_owned(), |words| {
        words.as_str().unwrap_or_default().to_owned()
    })
}
