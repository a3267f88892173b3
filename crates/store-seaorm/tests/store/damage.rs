//! Kinds of damage to books, as statements, and what a check must name for each.

#![expect(
    clippy::expect_used,
    reason = "a story without the paper that a damage needs stops the test"
)]

use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceFilter, InvoiceStatus};
use execora_kernel::{PageRequest, TenantId};
use execora_ledger::{Entry, EntryFilter, EntryKind, Payment, PaymentStatus};
use execora_usecases::check::AnswerFacts;
use execora_usecases::ports::Queries;
use uuid::Uuid;

/// A damage and what it breaks.
pub struct Damage {
    pub what: String,
    pub sql: String,
    pub named: Vec<(String, String)>,
}

/// What a story has left.
pub struct Papers {
    tenant: TenantId,
    invoices: Vec<Invoice>,
    payments: Vec<Payment>,
    entries: Vec<Entry>,
    drafts: Vec<Draft>,
    answers: Vec<AnswerFacts>,
}

impl Papers {
    pub async fn of(queries: &Queries, tenant: TenantId) -> Self {
        let page = PageRequest::first(200);
        let filter = InvoiceFilter::default();
        let invoices = queries.invoices.invoices(tenant, &filter, page).await;
        let entries = queries
            .ledger
            .entries(tenant, &EntryFilter::default(), page)
            .await;
        let mut view = queries.check.view().await.expect("a view");
        Self {
            tenant,
            invoices: invoices.expect("bills").items,
            payments: queries
                .ledger
                .payments(tenant, None, page)
                .await
                .expect("payments")
                .items,
            entries: entries.expect("entries").items,
            drafts: queries
                .invoices
                .drafts(tenant, None, page)
                .await
                .expect("drafts")
                .items,
            answers: view.answers(tenant, None, 1_000).await.expect("answers"),
        }
    }

    fn invoice(&self, fits: impl Fn(&Invoice) -> bool) -> &Invoice {
        self.invoices.iter().find(|one| fits(one)).expect("such a bill")
    }

    fn payment(&self, fits: impl Fn(&Payment) -> bool) -> &Payment {
        self.payments
            .iter()
            .find(|one| fits(one))
            .expect("such a payment")
    }

    fn entry(&self, fits: impl Fn(&Entry) -> bool) -> &Entry {
        self.entries.iter().find(|one| fits(one)).expect("such an entry")
    }

    /// Udhaar that stands.
    fn credit(&self) -> &Entry {
        self.entry(|entry| entry.kind == EntryKind::Credit && entry.reversed_by.is_none())
    }

    /// A bill that stands, was partly or wholly paid, and is not the last of its series.
    fn paid(&self) -> &Invoice {
        self.invoice(|bill| bill.paid.paise() > 1 && bill.status == InvoiceStatus::Issued)
    }

    /// The answers that speak of something.
    fn speaking_of(&self, id: &str) -> Vec<(String, String)> {
        let speaks = |answer: &&AnswerFacts| answer.answer.as_ref().is_some_and(|text| text.contains(id));
        let answers = self.answers.iter().filter(speaks);
        answers
            .map(|answer| ("answer".to_owned(), answer.name.key.clone()))
            .collect()
    }

    /// The answers that speak of something, as a check names them.
    fn telling_of(&self, id: &str) -> Vec<(&'static str, String)> {
        let answers = self.speaking_of(id).into_iter().map(|(_, key)| ("answer", key));
        answers.collect()
    }

    /// Somebody else than this customer.
    fn another(&self, customer: execora_kernel::CustomerId) -> execora_kernel::CustomerId {
        let customers = self.entries.iter().filter_map(|entry| entry.customer);
        customers
            .into_iter()
            .find(|other| *other != customer)
            .expect("another customer")
    }
}

/// How a database writes an id.
type Literal = fn(Uuid) -> String;

struct Planter<'a> {
    papers: &'a Papers,
    literal: Literal,
    planted: Vec<Damage>,
}

impl Planter<'_> {
    fn id(&self, id: Uuid) -> String {
        (self.literal)(id)
    }

    /// `UPDATE table SET set` of one row.
    fn update(&mut self, what: &str, (table, id): (&str, Uuid), set: &str, named: &[(&str, String)]) {
        let sql = format!("UPDATE {table} SET {set} WHERE id = {}", self.id(id));
        self.sql(what, sql, named);
    }

    fn sql(&mut self, what: &str, sql: String, named: &[(&str, String)]) {
        let named = named
            .iter()
            .map(|(kind, id)| ((*kind).to_owned(), id.clone()))
            .collect();
        let what = what.to_owned();
        self.planted.push(Damage { what, sql, named });
    }

    /// Statements that no rule of the database may refuse.
    fn unbound(&self, sql: &str) -> String {
        if self.id(Uuid::nil()).starts_with('X') {
            format!("PRAGMA foreign_keys = OFF; {sql}; PRAGMA foreign_keys = ON")
        } else {
            format!("SET session_replication_role = replica; {sql}; SET session_replication_role = DEFAULT")
        }
    }
}

/// Every kind of damage.
pub fn damages(papers: &Papers, literal: Literal) -> Vec<Damage> {
    let mut planter = Planter {
        papers,
        literal,
        planted: Vec::new(),
    };
    to_entries(&mut planter);
    to_times(&mut planter);
    to_stock(&mut planter);
    to_numbers(&mut planter);
    to_bills(&mut planter);
    to_payments(&mut planter);
    to_drafts(&mut planter);
    to_answers(&mut planter);
    planter.planted
}

fn to_entries(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let credit = papers.credit();
    let customer = credit.customer.expect("a customer");
    let entry = planter.id(credit.id.uuid());
    planter.sql(
        "one side of an entry is a paisa more",
        format!("UPDATE posting SET amount = amount + 1 WHERE entry_id = {entry} AND account = 'sales'"),
        &[("posting_sum", credit.id.to_string())],
    );
    planter.sql(
        "one side of an entry is gone",
        format!("DELETE FROM posting WHERE entry_id = {entry} AND account = 'sales'"),
        &[("posting_sum", credit.id.to_string())],
    );
    planter.sql(
        "both sides of an entry are a rupee more",
        format!(
            "UPDATE posting SET amount = amount + CASE account WHEN 'sales' THEN -100 ELSE 100 END \
             WHERE entry_id = {entry}"
        ),
        &[("balance", customer.to_string())],
    );
    planter.update(
        "a balance is a paisa more than its entries",
        ("customer", customer.uuid()),
        "balance = balance + 1",
        &[("balance", customer.to_string())],
    );
    let other = planter.id(papers.another(customer).uuid());
    planter.update(
        "an entry stands under another customer",
        ("journal_entry", credit.id.uuid()),
        &format!("customer_id = {other}"),
        &[("balance", customer.to_string())],
    );
    let reversed = papers.entry(|entry| entry.reversed_by.is_some());
    planter.update(
        "an entry forgets that it was reversed",
        ("journal_entry", reversed.id.uuid()),
        "reversed_by = NULL",
        &[("posting_sum", reversed.id.to_string())],
    );
    let reversal = papers.entry(|entry| entry.kind == EntryKind::Reversal);
    let sql = format!(
        "UPDATE posting SET account = 'opening' WHERE entry_id = {} AND customer_id IS NULL",
        planter.id(reversal.id.uuid())
    );
    planter.sql(
        "a reversal takes back something else",
        sql,
        &[("posting_sum", reversal.id.to_string())],
    );
}

fn to_times(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let credit = papers.credit();
    let customer = |entry: &Entry| ("balance", entry.customer.expect("a customer").to_string());
    planter.update(
        "udhaar counts for a day to come",
        ("journal_entry", credit.id.uuid()),
        "effective_on = '2031-01-01'",
        &[customer(credit)],
    );
    let bill = papers.entry(|entry| entry.kind == EntryKind::Invoice);
    planter.update(
        "a bill counts for another day",
        ("journal_entry", bill.id.uuid()),
        "effective_on = '2026-11-01'",
        &[customer(bill)],
    );
    let payment = papers.entry(|entry| entry.kind == EntryKind::Payment);
    planter.update(
        "a payment is recorded later than now",
        ("journal_entry", payment.id.uuid()),
        "recorded_at = recorded_at + 31536000000000",
        &[customer(payment)],
    );
    planter.update(
        "a payment was received on another day than it counts for",
        ("payment", papers.payment(|p| p.entry == payment.id).id.uuid()),
        "received_at = received_at - 864000000000",
        &[customer(payment)],
    );
}

fn to_stock(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let bill = papers.paid();
    let product = bill
        .lines
        .iter()
        .find_map(|line| line.product)
        .expect("a product");
    planter.update(
        "a stock is a piece more than its movements",
        ("product", product.uuid()),
        "stock = stock + 1000",
        &[("stock", product.to_string())],
    );
    let (of, by) = (planter.id(product.uuid()), planter.id(bill.id.uuid()));
    planter.sql(
        "a movement is gone",
        format!("DELETE FROM stock_movement WHERE product_id = {of} AND invoice_id = {by}"),
        &[("stock", product.to_string())],
    );
    planter.sql(
        "a bill took a piece less than it sold, and the stock agrees",
        format!(
            "UPDATE stock_movement SET quantity = quantity + 500 WHERE product_id = {of} AND invoice_id = {by}; \
             UPDATE product SET stock = stock + 500 WHERE id = {of}"
        ),
        &[("stock", product.to_string())],
    );
}

fn to_numbers(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let mut bills: Vec<&Invoice> = papers.invoices.iter().collect();
    bills.sort_by_key(|bill| bill.number.as_str().to_owned());
    let (first, last) = (bills[0], bills[bills.len() - 1]);
    planter.update(
        "a number is taken out of its row",
        ("invoice", first.id.uuid()),
        "number = 'INV/26-27/0999'",
        &[
            ("invoice_number", first.number.to_string()),
            ("invoice_number", first.id.to_string()),
        ],
    );
    planter.update(
        "a number is of another year",
        ("invoice", first.id.uuid()),
        "number = 'INV/25-26/0001'",
        &[
            ("invoice_number", first.number.to_string()),
            ("invoice_number", first.id.to_string()),
        ],
    );
    let next = format!("INV/26-27/{:04}", bills.len() + 1);
    planter.sql(
        "a counter is ahead of its bills",
        "UPDATE number_series SET last = last + 1".to_owned(),
        &[("invoice_number", next)],
    );
    planter.sql(
        "a counter is gone",
        "DELETE FROM number_series".to_owned(),
        &[("invoice_number", last.id.to_string())],
    );
}

fn to_bills(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let paid = papers.paid();
    let name = |bill: &Invoice| ("paid", bill.id.to_string());
    planter.update(
        "a bill is paid a paisa less than payments put on it",
        ("invoice", paid.id.uuid()),
        "paid = paid - 1",
        &[name(paid)],
    );
    let id = planter.id(paid.id.uuid());
    planter.sql(
        "what settled a bill is gone",
        format!("DELETE FROM payment_allocation WHERE invoice_id = {id}"),
        &[name(paid)],
    );
    planter.sql(
        "a line comes to a paisa more",
        format!("UPDATE invoice_line SET total = total + 1 WHERE invoice_id = {id} AND position = 0"),
        &[name(paid)],
    );
    planter.sql(
        "a line cannot be read",
        format!("UPDATE invoice_line SET discount = '?' WHERE invoice_id = {id} AND position = 0"),
        &[name(paid)],
    );
    planter.update(
        "a bill comes to a rupee more",
        ("invoice", paid.id.uuid()),
        "total = total + 100, round_off = round_off + 100",
        &[name(paid)],
    );
    let cancelled = papers.invoice(|bill| bill.status == InvoiceStatus::Cancelled);
    let mut named = vec![name(cancelled)];
    named.extend(
        cancelled
            .lines
            .iter()
            .filter_map(|line| Some(("stock", line.product?.to_string()))),
    );
    planter.update(
        "a cancelled bill stands again",
        ("invoice", cancelled.id.uuid()),
        "status = 'issued', cancelled_at = NULL, cancel_reason = NULL",
        &named,
    );
    let gone = papers.invoice(|bill| bill.paid.paise() == 0 && bill.draft.is_none());
    let id = planter.id(gone.id.uuid());
    let sql = planter.unbound(&format!(
        "DELETE FROM invoice_line WHERE invoice_id = {id}; DELETE FROM invoice WHERE id = {id}"
    ));
    let mut named = vec![name(gone), ("invoice_number", gone.number.to_string())];
    named.extend(
        gone.lines
            .iter()
            .filter_map(|line| Some(("stock", line.product?.to_string()))),
    );
    named.extend(papers.telling_of(&gone.id.to_string()));
    planter.sql("a bill is gone", sql, &named);
}

fn to_payments(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let standing = papers.payment(|p| p.status == PaymentStatus::Recorded && p.allocations.is_empty());
    let name = |payment: &Payment| ("advance", payment.id.to_string());
    planter.update(
        "a payment is a rupee more than its entry",
        ("payment", standing.id.uuid()),
        "amount = amount + 100",
        &[name(standing)],
    );
    planter.update(
        "a payment came in another way than its entry says",
        ("payment", standing.id.uuid()),
        "mode = CASE mode WHEN 'cash' THEN 'upi' ELSE 'cash' END",
        &[name(standing)],
    );
    let other = planter.id(papers.another(standing.customer).uuid());
    planter.update(
        "a payment is another customer's",
        ("payment", standing.id.uuid()),
        &format!("customer_id = {other}"),
        &[name(standing)],
    );
    let reversed = papers.payment(|p| p.status == PaymentStatus::Reversed);
    planter.update(
        "a reversed payment stands again",
        ("payment", reversed.id.uuid()),
        "status = 'recorded'",
        &[name(reversed)],
    );
    let settling = papers.payment(|p| p.allocations.len() == 1);
    let bill = settling.allocations[0].invoice;
    let sql = format!(
        "UPDATE payment_allocation SET amount = {} WHERE payment_id = {}",
        settling.amount.paise() + 1,
        planter.id(settling.id.uuid())
    );
    planter.sql(
        "a payment settles more than it is",
        sql,
        &[name(settling), ("paid", bill.to_string())],
    );
    let id = planter.id(standing.id.uuid());
    let mut named = vec![name(standing)];
    named.extend(papers.telling_of(&standing.id.to_string()));
    planter.sql(
        "a payment is gone",
        format!("DELETE FROM payment WHERE id = {id}"),
        &named,
    );
}

fn to_drafts(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let draft = &papers.drafts[0];
    planter.update(
        "a draft comes to something else",
        ("draft", draft.id.uuid()),
        r#"totals = REPLACE(totals, '"total":', '"total":1')"#,
        &[("draft", draft.id.to_string())],
    );
    planter.update(
        "a draft cannot be read",
        ("draft", draft.id.uuid()),
        "lines = '['",
        &[("draft", draft.id.to_string())],
    );
    let confirmed = papers
        .drafts
        .iter()
        .find(|draft| draft.status == DraftStatus::Confirmed);
    let confirmed = confirmed.expect("a confirmed draft");
    planter.update(
        "a confirmed draft is open again",
        ("draft", confirmed.id.uuid()),
        "status = 'open', invoice_id = NULL",
        &[("draft", confirmed.id.to_string())],
    );
    planter.update(
        "a confirmed draft has become another bill",
        ("draft", confirmed.id.uuid()),
        &format!(
            "invoice_id = {}",
            planter.id(papers.invoice(|bill| bill.draft != Some(confirmed.id)).id.uuid())
        ),
        &[("draft", confirmed.id.to_string())],
    );
}

fn to_answers(planter: &mut Planter<'_>) {
    let papers = planter.papers;
    let bill = papers.paid();
    let answer = papers.speaking_of(&bill.id.to_string()).remove(0).1;
    let tenant = planter.id(papers.tenant.uuid());
    let mut set = |what: &str, set: &str| {
        planter.sql(
            what,
            format!("UPDATE request SET {set} WHERE tenant_id = {tenant} AND request_key = '{answer}'"),
            &[("answer", answer.clone())],
        );
    };
    set("an answer is gone", "answer = NULL");
    set("an answer cannot be read", "answer = SUBSTR(answer, 2)");
    let elsewhere = "inv_01990000-0000-7000-8000-ffffffffffff";
    let spoken = format!("answer = REPLACE(answer, '{}', '{elsewhere}')", bill.id);
    set("an answer speaks of a bill that is not there", &spoken);
}
