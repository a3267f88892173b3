//! Bills, payments, reminders and conversations of the shop in a fresh store.

use super::World;
use crate::{builders::label, clock::START};
use chrono::TimeDelta;
use execora_customer::Customer;
use execora_invoice::{
    Bill, BillRules, Buyer, Discount, Draft, DraftStatus, Invoice, InvoiceNumber, Issue, Line, PlaceOfSupply,
    Series, SupplyReason, compute,
};
use execora_kernel::{
    DraftId, EntryId, IdSource, InvoiceId, Money, PaymentId, Quantity, ReminderId, SessionId, ShopZone,
    zone::FinancialYear,
};
use execora_ledger::{Allocation, Entry, InvoiceAmounts, Payment, PaymentMode, PaymentStatus, Stamp};
use execora_reminder::{Channel, NewReminder, Reminder, Schedule};
use execora_usecases::session::Session;

impl World {
    /// Lines and totals of one thing sold at this price, tax included.
    #[must_use]
    pub fn bill(&self, paise: i64) -> Bill {
        let line = Line::sample("tea", Quantity::ONE, Money::from_paise(paise), true, 500);
        let rules = BillRules {
            with_gst: true,
            interstate: false,
            round_to_rupee: true,
        };
        compute(vec![line], Discount::None, rules).expect("a small bill")
    }

    /// An open draft, stored.
    pub async fn draft(&self, customer: &Customer) -> Draft {
        let Bill { lines, totals } = self.bill(10_000);
        let draft = Draft {
            id: DraftId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: Some(customer.id),
            lines,
            with_gst: true,
            interstate: false,
            discount: Discount::Percent(Quantity::ZERO),
            notes: Some(label("for Diwali")),
            date: Some(ShopZone::INDIA.date(START)),
            totals,
            status: DraftStatus::Open,
            session: None,
            invoice: None,
            created_at: START,
            updated_at: START,
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.drafts().insert(&draft).await.expect("a new draft");
        unit.commit().await.expect("a commit");
        draft
    }

    /// The `n`-th invoice, made but not stored, dated `n` days after the start.
    #[must_use]
    pub fn unstored_invoice(&self, customer: &Customer, n: u32, paise: i64) -> Invoice {
        let Bill { lines, totals } = self.bill(paise);
        let year = FinancialYear::starting(2026);
        let at = START + TimeDelta::days(i64::from(n));
        let issue = Issue {
            id: InvoiceId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: customer.id,
            draft: None,
            number: InvoiceNumber::new(&Series::default(), year, n).expect("a short number"),
            series: Series::default(),
            financial_year: year,
            date: ShopZone::INDIA.date(at),
            supply: PlaceOfSupply {
                state: self.shop.state,
                reason: SupplyReason::ShopState,
                interstate: false,
            },
            buyer: Buyer {
                name: customer.name.clone(),
                address: Some("1 Market Road".to_owned()),
                gstin: None,
            },
            entry: EntryId::new(self.ids.next()),
            with_gst: true,
            discount: Discount::None,
            notes: None,
            at,
        };
        Invoice::issue(issue, lines, totals).expect("a priced bill")
    }

    /// The `n`-th invoice with its entry, stored.
    pub async fn invoice(&self, customer: &Customer, n: u32, paise: i64) -> Invoice {
        let invoice = self.unstored_invoice(customer, n, paise);
        let totals = invoice.totals;
        let amounts = InvoiceAmounts {
            taxable: totals.taxable,
            cgst: totals.cgst,
            sgst: totals.sgst,
            igst: totals.igst,
            cess: totals.cess,
            round_off: totals.round_off,
            total: totals.total,
        };
        let stamp = Stamp {
            id: invoice.entry,
            on: invoice.date,
            ..self.stamp()
        };
        let entry = Entry::invoice(stamp, customer.id, amounts).expect("parts that add up");
        let entry = entry.about(Some(invoice.id.to_string()), "bill");
        let mut unit = self.unit().await;
        unit.ledger().append(&entry).await.expect("a new entry");
        unit.invoices().insert(&invoice).await.expect("a new invoice");
        unit.commit().await.expect("a commit");
        invoice
    }

    /// A payment that settles what `allocations` say, with its entry, stored.
    pub async fn payment(&self, customer: &Customer, paise: i64, allocations: Vec<Allocation>) -> Payment {
        let amount = Money::from_paise(paise);
        let entry = Entry::payment(self.stamp(), customer.id, amount, PaymentMode::Upi);
        let entry = entry.expect("a bookable amount");
        let payment = Payment {
            id: PaymentId::new(self.ids.next()),
            tenant: self.tenant(),
            customer: customer.id,
            amount,
            mode: PaymentMode::Upi,
            allocations,
            received_at: START,
            reference: Some(label("UTR 1")),
            entry: entry.id,
            status: PaymentStatus::Recorded,
            created_at: START,
            updated_at: START,
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.ledger().append(&entry).await.expect("a new entry");
        unit.payments().insert(&payment).await.expect("a new payment");
        unit.commit().await.expect("a commit");
        payment
    }

    /// A reminder so many hours after the start, stored.
    pub async fn reminder(&self, customer: Option<&Customer>, hours: i64) -> Reminder {
        let new = NewReminder {
            customer: customer.map(|customer| customer.id),
            amount: Some(Money::from_paise(5_000)),
            schedule: Schedule::At(START + TimeDelta::hours(hours)),
            channel: Channel::Whatsapp,
            message: Some(label("please pay")),
            stop_when_paid: true,
        };
        let id = ReminderId::new(self.ids.next());
        let reminder = Reminder::create(new, id, self.tenant(), ShopZone::INDIA, START);
        let reminder = reminder.expect("a time to come");
        let mut unit = self.unit().await;
        unit.reminders().insert(&reminder).await.expect("a new reminder");
        unit.commit().await.expect("a commit");
        reminder
    }

    /// A session of the owner, updated so many minutes after the start, stored.
    pub async fn session(&self, minutes: i64) -> Session {
        let session = Session {
            id: SessionId::new(self.ids.next()),
            tenant: self.tenant(),
            user: self.owner.id,
            language: "hi-Latn".to_owned(),
            state: r#"{"draft":null}"#.to_owned(),
            started_at: START,
            ended_at: None,
            updated_at: START + TimeDelta::minutes(minutes),
            version: 1,
        };
        let mut unit = self.unit().await;
        unit.sessions().insert(&session).await.expect("a new session");
        unit.commit().await.expect("a commit");
        session
    }
}
