//! A view of the books for a check: a snapshot of the state, which costs a few pointers.

use crate::{state::State, store::MemoryStore};
use async_trait::async_trait;
use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceStatus};
use execora_kernel::{DraftId, EntryId, InvoiceId, PaymentId, ProductId, Quantity, StoreError, TenantId};
use execora_ledger::{Entry, Payment, PaymentStatus};
use execora_usecases::check::{
    AllocationFacts, AnswerFacts, AnswerKey, BillMovement, BillsView, BooksView, CheckQueries, CustomerFacts,
    DeskView, DraftFacts, EntryFacts, InvoiceFacts, InvoiceStub, LedgerView, MovementFacts, Part,
    PaymentFacts, PaymentStub, PostingFacts, ProductFacts, SeriesFacts, ShelfView, ShopFacts, Span, Strays,
    Thing,
};
use std::collections::BTreeMap;
use uuid::Uuid;

#[async_trait]
impl CheckQueries for MemoryStore {
    async fn view(&self) -> Result<Box<dyn BooksView>, StoreError> {
        Ok(Box::new(View(self.state())))
    }
}

struct View(State);

/// The rows of a part: ids rise, and so do the rows.
fn part<T>(wanted: Part, rows: impl Iterator<Item = T>, id: impl Fn(&T) -> Uuid) -> Vec<T> {
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    rows.filter(|row| id(row) > wanted.after).take(limit).collect()
}

fn within(span: Span, id: Uuid) -> bool {
    id > span.after && id <= span.upto
}

#[async_trait]
impl DeskView for View {
    async fn shops(&mut self, wanted: Part) -> Result<Vec<ShopFacts>, StoreError> {
        let shops = self.0.shops.values().map(|shop| ShopFacts {
            tenant: shop.tenant,
            zone: shop.zone,
            settings_changed: shop.version > 1,
        });
        Ok(part(wanted, shops, |shop| shop.tenant.uuid()))
    }

    async fn answers(
        &mut self,
        tenant: TenantId,
        after: Option<&AnswerKey>,
        limit: u32,
    ) -> Result<Vec<AnswerFacts>, StoreError> {
        let mut answers: Vec<AnswerFacts> = self
            .0
            .answers
            .iter()
            .filter(|(name, _)| name.tenant == tenant)
            .map(|(name, answered)| AnswerFacts {
                name: AnswerKey {
                    credential: name.credential.clone(),
                    route: name.route.clone(),
                    key: name.key.clone(),
                },
                answer: answered.answer.clone(),
            })
            .filter(|answer| after.is_none_or(|after| answer.name > *after))
            .collect();
        answers.sort_by(|a, b| a.name.cmp(&b.name));
        answers.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        Ok(answers)
    }

    async fn missing(&mut self, tenant: TenantId, things: &[Thing]) -> Result<Vec<Thing>, StoreError> {
        let state = &self.0;
        let exists = |thing: &Thing| match thing {
            Thing::Customer(id) => state.customers.get(tenant, id).is_some(),
            Thing::Product(id) => state.products.get(tenant, id).is_some(),
            Thing::Movement(id) => state.movements.get(tenant, id).is_some(),
            Thing::Invoice(id) => state.invoices.get(tenant, id).is_some(),
            Thing::Draft(id) => state.drafts.get(tenant, id).is_some(),
            Thing::Entry(id) => state.entries.get(tenant, id).is_some(),
            Thing::Payment(id) => state.payments.get(tenant, id).is_some(),
            Thing::Reminder(id) => state.reminders.get(tenant, id).is_some(),
        };
        Ok(things.iter().copied().filter(|thing| !exists(thing)).collect())
    }
}

#[async_trait]
impl LedgerView for View {
    async fn customers(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<CustomerFacts>, StoreError> {
        let customers = self.0.customers.of(tenant).map(|numbered| CustomerFacts {
            id: numbered.row.id,
            balance: numbered.row.balance,
        });
        Ok(part(wanted, customers, |customer| customer.id.uuid()))
    }

    async fn entries(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<EntryFacts>, StoreError> {
        let entries = part(wanted, self.0.entries.of(tenant), |entry| entry.id.uuid());
        Ok(entries.into_iter().map(entry_facts).collect())
    }

    async fn entries_named(
        &mut self,
        tenant: TenantId,
        ids: &[EntryId],
    ) -> Result<Vec<EntryFacts>, StoreError> {
        let found = ids.iter().filter_map(|id| self.0.entries.get(tenant, id));
        Ok(found.map(entry_facts).collect())
    }

    async fn reversed_of(&mut self, tenant: TenantId, ids: &[EntryId]) -> Result<Vec<EntryId>, StoreError> {
        let reversed = self.0.entries.of(tenant).filter_map(|entry| entry.reverses);
        Ok(reversed.filter(|id| ids.contains(id)).collect())
    }

    async fn payments(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<PaymentFacts>, StoreError> {
        let payments = part(wanted, self.0.payments.of(tenant), |payment| payment.id.uuid());
        Ok(payments.into_iter().map(payment_facts).collect())
    }

    async fn payments_named(
        &mut self,
        tenant: TenantId,
        ids: &[PaymentId],
    ) -> Result<Vec<PaymentStub>, StoreError> {
        let found = ids.iter().filter_map(|id| self.0.payments.get(tenant, id));
        let stub = |payment: &Payment| PaymentStub {
            id: payment.id,
            entry: payment.entry,
        };
        Ok(found.map(stub).collect())
    }

    async fn strays(&mut self, _: TenantId) -> Result<Strays, StoreError> {
        // Here a whole holds its parts.
        Ok(Strays::default())
    }
}

fn entry_facts(entry: &Entry) -> EntryFacts {
    let posting = |posting: &execora_ledger::Posting| PostingFacts {
        account: posting.account.as_str().to_owned(),
        customer: posting.customer,
        amount: posting.amount,
    };
    EntryFacts {
        id: entry.id,
        kind: entry.kind.as_str().to_owned(),
        effective_on: Some(entry.effective_on),
        recorded_at: Some(entry.recorded_at),
        customer: entry.customer,
        document: entry.document.clone(),
        postings: entry.postings.iter().map(posting).collect(),
        reverses: entry.reverses,
        reversed_by: entry.reversed_by,
    }
}

fn allocations(payment: &Payment) -> Vec<AllocationFacts> {
    let part = |part: &execora_ledger::Allocation| AllocationFacts {
        payment: payment.id,
        invoice: part.invoice,
        amount: part.amount,
    };
    payment.allocations.iter().map(part).collect()
}

fn payment_facts(payment: &Payment) -> PaymentFacts {
    PaymentFacts {
        id: payment.id,
        customer: payment.customer,
        amount: payment.amount,
        mode: payment.mode.as_str().to_owned(),
        reversed: payment.status == PaymentStatus::Reversed,
        received_at: Some(payment.received_at),
        created_at: Some(payment.created_at),
        entry: payment.entry,
        allocations: allocations(payment),
    }
}

#[async_trait]
impl BillsView for View {
    async fn invoices(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<InvoiceFacts>, StoreError> {
        let invoices = part(wanted, self.0.invoices.of(tenant), |invoice| invoice.id.uuid());
        Ok(invoices.into_iter().map(invoice_facts).collect())
    }

    async fn invoices_named(
        &mut self,
        tenant: TenantId,
        ids: &[InvoiceId],
    ) -> Result<Vec<InvoiceStub>, StoreError> {
        let found = ids.iter().filter_map(|id| self.0.invoices.get(tenant, id));
        let stub = |invoice: &Invoice| InvoiceStub {
            id: invoice.id,
            customer: Some(invoice.customer),
            draft: invoice.draft,
            cancelled: invoice.status == InvoiceStatus::Cancelled,
            entry: invoice.entry,
        };
        Ok(found.map(stub).collect())
    }

    async fn settled(&mut self, tenant: TenantId, bills: Span) -> Result<Vec<AllocationFacts>, StoreError> {
        let standing = |payment: &&Payment| payment.status == PaymentStatus::Recorded;
        let payments = self.0.payments.of(tenant).filter(standing);
        let parts = payments.flat_map(allocations);
        Ok(parts.filter(|part| within(bills, part.invoice.uuid())).collect())
    }

    async fn drafts(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<DraftFacts>, StoreError> {
        let drafts = part(wanted, self.0.drafts.of(tenant), |draft| draft.id.uuid());
        Ok(drafts.into_iter().map(draft_facts).collect())
    }

    async fn drafts_named(
        &mut self,
        tenant: TenantId,
        ids: &[DraftId],
    ) -> Result<Vec<DraftFacts>, StoreError> {
        let found = ids.iter().filter_map(|id| self.0.drafts.get(tenant, id));
        Ok(found.map(draft_facts).collect())
    }

    async fn series(&mut self, tenant: TenantId) -> Result<Vec<SeriesFacts>, StoreError> {
        let series = self.0.series.rows(tenant);
        Ok(series
            .map(|((series, year), counter)| SeriesFacts {
                series: series.clone(),
                year: i64::from(*year),
                first: i64::from(counter.first.max(1)),
                last: i64::from(counter.last),
            })
            .collect())
    }
}

fn invoice_facts(invoice: &Invoice) -> InvoiceFacts {
    InvoiceFacts {
        id: invoice.id,
        customer: Some(invoice.customer),
        draft: invoice.draft,
        number: invoice.number.as_str().to_owned(),
        series: invoice.series.as_str().to_owned(),
        year: i64::from(invoice.financial_year.start_year()),
        cancelled: invoice.status == InvoiceStatus::Cancelled,
        date: Some(invoice.date),
        with_gst: invoice.with_gst,
        interstate: invoice.supply.interstate,
        discount: Some(invoice.discount),
        lines: Some(invoice.lines.clone()),
        totals: invoice.totals,
        paid: invoice.paid,
        credited: invoice.credited,
        entry: invoice.entry,
        issued_at: Some(invoice.issued_at),
    }
}

fn draft_facts(draft: &Draft) -> DraftFacts {
    DraftFacts {
        id: draft.id,
        confirmed: draft.status == DraftStatus::Confirmed,
        invoice: draft.invoice,
        with_gst: draft.with_gst,
        interstate: draft.interstate,
        discount: Some(draft.discount),
        lines: Some(draft.lines.clone()),
        totals: Some(draft.totals),
    }
}

#[async_trait]
impl ShelfView for View {
    async fn products(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<ProductFacts>, StoreError> {
        let products = self.0.products.of(tenant).map(|numbered| ProductFacts {
            id: numbered.row.id,
            stock: numbered.row.stock,
        });
        Ok(part(wanted, products, |product| product.id.uuid()))
    }

    async fn movements(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<MovementFacts>, StoreError> {
        let movements = self.0.movements.of(tenant).map(|movement| MovementFacts {
            id: movement.id,
            product: movement.product,
            quantity: movement.quantity,
        });
        Ok(part(wanted, movements, |movement| movement.id.uuid()))
    }

    async fn moved_by_bills(
        &mut self,
        tenant: TenantId,
        bills: Span,
    ) -> Result<Vec<BillMovement>, StoreError> {
        let mut sums: BTreeMap<(InvoiceId, ProductId), i64> = BTreeMap::new();
        for movement in self.0.movements.of(tenant) {
            let Some(invoice) = movement.invoice.filter(|id| within(bills, id.uuid())) else {
                continue;
            };
            let sum = sums.entry((invoice, movement.product)).or_default();
            *sum = sum.saturating_add(movement.quantity.thousandths());
        }
        Ok(sums
            .into_iter()
            .map(|((invoice, product), sum)| BillMovement {
                invoice,
                product,
                quantity: Quantity::from_thousandths(sum),
            })
            .collect())
    }
}
