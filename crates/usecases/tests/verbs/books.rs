//! What is stored, read back with its types, and what must hold of it after every command.

use execora_customer::Customer;
use execora_inventory::{Movement, Product};
use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceStatus, Line};
use execora_kernel::{CustomerId, EntryId, InvoiceId, Money, ProductId, Quantity, TenantId};
use execora_ledger::{Account, Entry, Payment, PaymentStatus};
use execora_reminder::Reminder;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of every shop.
pub(crate) struct Rows {
    pub(crate) customers: Vec<Customer>,
    pub(crate) products: Vec<Product>,
    pub(crate) movements: Vec<Movement>,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) invoices: Vec<Invoice>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) payments: Vec<Payment>,
    pub(crate) reminders: Vec<Reminder>,
}

impl Rows {
    pub(crate) fn of(dump: &Value) -> Self {
        Self {
            customers: read(&dump["customers"]),
            products: read(&dump["products"]),
            movements: read(&dump["movements"]),
            drafts: read(&dump["drafts"]),
            invoices: read(&dump["invoices"]),
            entries: read(&dump["entries"]),
            payments: read(&dump["payments"]),
            reminders: read(&dump["reminders"]),
        }
    }

    pub(crate) fn entry(&self, id: EntryId) -> &Entry {
        self.entries.iter().find(|entry| entry.id == id).unwrap()
    }

    pub(crate) fn invoice(&self, id: InvoiceId) -> &Invoice {
        self.invoices.iter().find(|invoice| invoice.id == id).unwrap()
    }

    /// How much of everything there is: the same for two runs that did the same under other ids.
    pub(crate) fn tally(&self) -> (Vec<usize>, Vec<Money>, Vec<Quantity>) {
        let counts = vec![
            self.customers.len(),
            self.products.len(),
            self.movements.len(),
            self.drafts.len(),
            self.invoices.len(),
            self.entries.len(),
            self.payments.len(),
            self.reminders.len(),
        ];
        let balances = self.customers.iter().map(|customer| customer.balance).collect();
        let stocks = self.products.iter().map(|product| product.stock).collect();
        (counts, balances, stocks)
    }

    /// What must hold in a shop that does not sell what it does not have.
    pub(crate) fn assert_sound(&self) {
        for product in &self.products {
            assert!(
                product.stock >= Quantity::ZERO,
                "{} fell below zero",
                product.name
            );
        }
        self.assert_sound_but_for_stock_below_zero();
    }

    pub(crate) fn assert_sound_but_for_stock_below_zero(&self) {
        self.entries_balance();
        self.balances_follow_the_entries();
        self.stocks_follow_the_movements();
        self.numbers_have_no_gap();
        for invoice in &self.invoices {
            self.invoice_is_sound(invoice);
        }
        for payment in &self.payments {
            self.payment_is_sound(payment);
        }
        for draft in &self.drafts {
            let issued = draft.invoice.map(|id| self.invoice(id).draft);
            let confirmed = draft.status == DraftStatus::Confirmed;
            assert_eq!(
                issued,
                confirmed.then_some(Some(draft.id)),
                "a draft and its bill know each other"
            );
            lines_come_to(&draft.lines, &draft.totals);
        }
    }

    fn entries_balance(&self) {
        for entry in &self.entries {
            assert_eq!(
                sum(entry.postings.iter().map(|p| p.amount)),
                Money::ZERO,
                "{entry:?}"
            );
            assert!(entry.postings.len() >= 2, "{entry:?}");
            for posting in &entry.postings {
                let owed = posting.account == Account::Receivable;
                assert_eq!(
                    posting.customer,
                    entry.customer.filter(|_| owed),
                    "what is owed is owed by its customer"
                );
            }
            if let Some(reversed) = entry.reverses {
                assert_eq!(self.entry(reversed).reversed_by, Some(entry.id));
            }
            if let Some(reversal) = entry.reversed_by {
                assert_eq!(self.entry(reversal).reverses, Some(entry.id));
            }
        }
    }

    fn balances_follow_the_entries(&self) {
        let mut owed: BTreeMap<CustomerId, Money> = BTreeMap::new();
        for posting in self.entries.iter().flat_map(|entry| &entry.postings) {
            if let Some(customer) = posting.customer {
                let sum = owed.entry(customer).or_default();
                *sum = sum.plus(posting.amount).unwrap();
            }
        }
        for customer in &self.customers {
            let entries = owed.remove(&customer.id).unwrap_or_default();
            assert_eq!(customer.balance, entries, "the balance of {}", customer.name);
        }
        assert!(owed.is_empty(), "somebody unknown owes");
    }

    fn stocks_follow_the_movements(&self) {
        let mut moved: BTreeMap<ProductId, Quantity> = BTreeMap::new();
        for movement in &self.movements {
            let sum = moved.entry(movement.product).or_default();
            *sum = sum.plus(movement.quantity).unwrap();
        }
        for product in &self.products {
            let movements = moved.remove(&product.id).unwrap_or_default();
            assert_eq!(product.stock, movements, "the stock of {}", product.name);
        }
        assert!(moved.is_empty(), "something unknown moved");
    }

    fn numbers_have_no_gap(&self) {
        let mut taken: BTreeMap<(TenantId, String), BTreeSet<u32>> = BTreeMap::new();
        for invoice in &self.invoices {
            let (series, number) = invoice.number.as_str().rsplit_once('/').unwrap();
            let numbers = taken.entry((invoice.tenant, series.to_owned())).or_default();
            assert!(
                numbers.insert(number.parse().unwrap()),
                "{} twice",
                invoice.number
            );
        }
        for ((_, series), numbers) in taken {
            // A series begins at 1, or where the paper before it left off.
            let first = numbers.first().copied().unwrap();
            let last = first + u32::try_from(numbers.len()).unwrap();
            assert!(numbers.into_iter().eq(first..last), "a gap in {series}");
        }
    }

    fn invoice_is_sound(&self, invoice: &Invoice) {
        lines_come_to(&invoice.lines, &invoice.totals);
        let entry = self.entry(invoice.entry);
        assert_eq!(entry.owed_change(invoice.customer), Some(invoice.totals.total));
        assert_eq!(entry.document, Some(invoice.id.to_string()));
        let settled = sum(self
            .payments
            .iter()
            .flat_map(|payment| &payment.allocations)
            .filter(|part| part.invoice == invoice.id)
            .map(|part| part.amount));
        assert_eq!(invoice.paid, settled, "what is paid is what payments settle");
        assert!((Money::ZERO..=invoice.totals.total).contains(&invoice.paid));
        let cancelled = invoice.status == InvoiceStatus::Cancelled;
        assert_eq!(
            entry.reversed_by.is_some(),
            cancelled,
            "{} and its entry",
            invoice.number
        );
        assert!(!cancelled || invoice.paid == Money::ZERO);
        for product in invoice.lines.iter().map(|line| line.product.unwrap()) {
            let of_bill = |m: &&Movement| m.invoice == Some(invoice.id) && m.product == product;
            let moved = total(self.movements.iter().filter(of_bill).map(|m| m.quantity));
            let of_line = |line: &&Line| line.product == Some(product);
            let sold = total(invoice.lines.iter().filter(of_line).map(|line| line.quantity));
            let gone = if cancelled {
                Quantity::ZERO
            } else {
                sold.negated().unwrap()
            };
            assert_eq!(moved, gone, "what {} took out of stock", invoice.number);
        }
    }

    fn payment_is_sound(&self, payment: &Payment) {
        let settled = sum(payment.allocations.iter().map(|part| part.amount));
        assert!(settled <= payment.amount, "{payment:?}");
        let entry = self.entry(payment.entry);
        assert_eq!(
            entry.owed_change(payment.customer),
            payment.amount.negated(),
            "{payment:?}"
        );
        let reversed = payment.status == PaymentStatus::Reversed;
        assert_eq!(entry.reversed_by.is_some(), reversed, "{payment:?}");
        assert!(!reversed || payment.allocations.is_empty(), "{payment:?}");
    }
}

/// The parts of a bill add up to its total, in the lines and in the sums.
fn lines_come_to(lines: &[Line], totals: &execora_invoice::Totals) {
    let lines = sum(lines.iter().map(|line| line.amounts.total));
    assert_eq!(lines.plus(totals.round_off), Some(totals.total));
    let parts = [
        totals.taxable,
        totals.cgst,
        totals.sgst,
        totals.igst,
        totals.cess,
        totals.round_off,
    ];
    assert_eq!(sum(parts), totals.total);
}

fn sum(amounts: impl IntoIterator<Item = Money>) -> Money {
    Money::sum(amounts).unwrap()
}

fn total(quantities: impl IntoIterator<Item = Quantity>) -> Quantity {
    let mut quantities = quantities.into_iter();
    quantities
        .try_fold(Quantity::ZERO, |sum, one| sum.plus(one))
        .unwrap()
}

/// Rows as they are, or out of the place that a store gave them.
fn read<T: DeserializeOwned>(rows: &Value) -> Vec<T> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| serde_json::from_value(row.get("row").unwrap_or(row).clone()).unwrap())
        .collect()
}
