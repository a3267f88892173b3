//! Answering what the dialogue wants to know before it decides.

use crate::refusal::Refusal;
use crate::turn::facts;
use crate::turn::work::{LIST_MAX, Work};
use execora_customer::{Decision, Directory, Match, Query, decide, is_guessed};
use execora_inventory::{Catalog, CatalogMatch};
use execora_invoice::{Draft, DraftStatus, InvoiceFilter, InvoiceStatus};
use execora_kernel::{CustomerId, PageRequest, ProductId, Right, StoreError};
use execora_voice_intent::dialogue::{
    CANDIDATES_MAX, CustomerFact, CustomerFound, DraftFact, LookUp, Looked, ProductFound,
};

/// How many matches are looked at before a choice is made of the best.
const MATCHES_MAX: usize = 10;

impl Work<'_> {
    pub(super) async fn look_up(&mut self, look_up: LookUp) -> Result<Looked, Refusal> {
        Ok(match look_up {
            LookUp::Customer { name, landmark } => {
                Looked::Customer(self.find_customer(name, landmark).await?)
            }
            LookUp::Person(id) => Looked::Person(self.person(id).await?),
            LookUp::Products(names) => Looked::Products(self.find_products(&names).await?),
            LookUp::Drafts { customer } => Looked::Drafts(self.open_drafts(customer).await?),
            LookUp::Invoice { number } => Looked::Invoice(self.invoice_by_number(&number).await?),
            LookUp::Invoices { customer } => Looked::Invoices(self.issued(customer).await?),
            LookUp::Reminders { customer } => Looked::Reminders(self.reminders_to_come(customer).await?),
        })
    }

    /// Who is meant by a name. A credential that sees only some customers finds only those.
    async fn find_customer(&self, name: String, landmark: Option<String>) -> Result<CustomerFound, Refusal> {
        let told_apart = landmark.is_some();
        let said = name.clone();
        let query = Query { name, landmark };
        let found = self.named(&query).await?;
        let may_see = |found: &Match| {
            let right = Right::CUSTOMERS_READ;
            self.caller.grants.permits(right, Some(found.customer), self.now)
        };
        let seen: Vec<Match> = found.iter().copied().filter(may_see).collect();
        if seen.is_empty() && !found.is_empty() {
            self.require(Right::CUSTOMERS_READ, found.first().map(|found| found.customer))?;
        }
        Ok(match decide(&seen) {
            Decision::Certain(id) => {
                // A surname alone, or a name heard with a slip, is a guess: whoever acts asks first.
                let guessed = !told_apart
                    && self
                        .customer(id)
                        .await?
                        .is_some_and(|customer| is_guessed(&said, &customer));
                match self.person(id).await? {
                    Some(person) if guessed => CustomerFound::Near(vec![person]),
                    Some(person) => CustomerFound::Certain(person),
                    None => CustomerFound::Nobody,
                }
            }
            Decision::Ambiguous(several) => CustomerFound::Ambiguous(self.people(&several).await?),
            Decision::Near(near) => CustomerFound::Near(self.people(&near).await?),
            Decision::None => CustomerFound::Nobody,
        })
    }

    /// Whom a name fits, the best first; those whom this very turn wrote down are among them.
    async fn named(&self, query: &Query) -> Result<Vec<Match>, StoreError> {
        let directory = &self.names.0;
        let mut found = directory.read(|directory| directory.search(query, MATCHES_MAX));
        if self.acted {
            let (seq, chunk) = (directory.read(Directory::seq), u32::from(LIST_MAX));
            let changes = self.reads.customers.directory_changes(self.tenant(), seq, chunk);
            let changes = changes.await?;
            found.retain(|one| changes.iter().all(|change| change.entry.customer != one.customer));
            let mut own = Directory::default();
            own.apply(changes);
            found.extend(own.search(query, MATCHES_MAX));
            found.sort_by_key(|one| std::cmp::Reverse(one.score));
            found.truncate(MATCHES_MAX);
        }
        Ok(found)
    }

    /// Which product a name fits; one that this very turn wrote down comes first.
    async fn called(&self, name: &str) -> Result<CatalogMatch, StoreError> {
        let catalog = &self.names.1;
        if self.acted {
            let (seq, chunk) = (catalog.read(Catalog::seq), u32::from(LIST_MAX));
            let changes = self.reads.products.catalog_changes(self.tenant(), seq, chunk);
            let mut own = Catalog::default();
            own.apply(changes.await?);
            if let found @ CatalogMatch::Certain(_) = own.find(name) {
                return Ok(found);
            }
        }
        Ok(catalog.read(|catalog| catalog.find(name)))
    }

    async fn person(&self, id: CustomerId) -> Result<Option<CustomerFact>, Refusal> {
        self.require(Right::CUSTOMERS_READ, Some(id))?;
        Ok(self.customer(id).await?.as_ref().and_then(facts::customer))
    }

    async fn people(&self, matches: &[Match]) -> Result<Vec<CustomerFact>, Refusal> {
        let mut people = Vec::new();
        for found in matches.iter().take(CANDIDATES_MAX) {
            people.extend(self.person(found.customer).await?);
        }
        Ok(people)
    }

    async fn find_products(&self, names: &[String]) -> Result<Vec<ProductFound>, Refusal> {
        let mut found = Vec::with_capacity(names.len());
        for name in names {
            found.push(match self.called(name).await? {
                CatalogMatch::Certain(id) => {
                    let one = self.products(&[id]).await?.pop();
                    one.map_or(ProductFound::Unknown, ProductFound::Certain)
                }
                CatalogMatch::Ambiguous(several) => ProductFound::Ambiguous(self.products(&several).await?),
                CatalogMatch::Unknown => ProductFound::Unknown,
            });
        }
        Ok(found)
    }

    async fn products(
        &self,
        ids: &[ProductId],
    ) -> Result<Vec<execora_voice_intent::dialogue::ProductFact>, Refusal> {
        let mut products = self.reads.products.find_many(self.tenant(), ids).await?;
        products.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(products.iter().map(facts::product).collect())
    }

    /// The open drafts that the caller may see, the newest first.
    pub(super) async fn drafts(&self, customer: Option<CustomerId>) -> Result<Vec<Draft>, Refusal> {
        let page = PageRequest::first(LIST_MAX);
        let open = Some(DraftStatus::Open);
        let drafts = self.reads.invoices.drafts(self.tenant(), open, page).await?.items;
        let fits = |draft: &Draft| {
            let right = Right::INVOICES_CREATE;
            (customer.is_none() || draft.customer == customer)
                && self.caller.grants.permits(right, draft.customer, self.now)
        };
        let seen: Vec<Draft> = drafts.iter().filter(|draft| fits(draft)).cloned().collect();
        if seen.is_empty() {
            self.require(Right::INVOICES_CREATE, customer)?;
        }
        Ok(seen)
    }

    async fn open_drafts(&mut self, customer: Option<CustomerId>) -> Result<Vec<DraftFact>, Refusal> {
        let mut facts = Vec::new();
        for draft in self.drafts(customer).await? {
            facts.push(self.draft_fact(&draft).await?);
        }
        Ok(facts)
    }

    async fn invoice_by_number(
        &self,
        number: &str,
    ) -> Result<Option<execora_voice_intent::dialogue::InvoiceFact>, Refusal> {
        let found = self
            .reads
            .invoices
            .invoice_by_number(self.tenant(), number)
            .await?;
        let invoice = match found {
            Some(invoice) => Some(invoice),
            None => self.by_last_figure(number).await?,
        };
        if let Some(invoice) = &invoice {
            self.require(Right::INVOICES_READ, Some(invoice.customer))?;
        }
        Ok(invoice.as_ref().map(facts::invoice))
    }

    /// People say "bill number 45" for `INV/26-27/45`: the newest bills are searched for one that ends so.
    async fn by_last_figure(&self, said: &str) -> Result<Option<execora_invoice::Invoice>, Refusal> {
        let Ok(said) = said.parse::<u32>() else {
            return Ok(None);
        };
        let page = PageRequest::first(LIST_MAX);
        let filter = InvoiceFilter::default();
        let invoices = self
            .reads
            .invoices
            .invoices(self.tenant(), &filter, page)
            .await?
            .items;
        Ok(invoices
            .into_iter()
            .find(|invoice| last_figure(invoice.number.as_str()) == Some(said)))
    }

    async fn issued(
        &self,
        customer: Option<CustomerId>,
    ) -> Result<Vec<execora_voice_intent::dialogue::InvoiceFact>, Refusal> {
        self.require(Right::INVOICES_READ, customer)?;
        let filter = InvoiceFilter {
            customer,
            status: Some(InvoiceStatus::Issued),
            ..InvoiceFilter::default()
        };
        let page = PageRequest::first(10);
        let invoices = self
            .reads
            .invoices
            .invoices(self.tenant(), &filter, page)
            .await?
            .items;
        Ok(invoices.iter().map(facts::invoice).collect())
    }

    async fn reminders_to_come(
        &self,
        customer: Option<CustomerId>,
    ) -> Result<Vec<execora_voice_intent::dialogue::ReminderFact>, Refusal> {
        self.require(Right::REMINDERS_READ, customer)?;
        let page = PageRequest::first(LIST_MAX);
        let reminders = self
            .reads
            .reminders
            .scheduled(self.tenant(), customer, page)
            .await?
            .items;
        self.reminder_facts(&reminders).await
    }

    pub(super) async fn reminder_facts(
        &self,
        reminders: &[execora_reminder::Reminder],
    ) -> Result<Vec<execora_voice_intent::dialogue::ReminderFact>, Refusal> {
        let mut people = Vec::new();
        for id in facts::people(reminders.iter().map(|reminder| reminder.customer)) {
            people.extend(self.customer(id).await?);
        }
        let of = |id| people.iter().find(|customer| Some(customer.id) == id);
        Ok(reminders
            .iter()
            .map(|reminder| facts::reminder(reminder, of(reminder.customer)))
            .collect())
    }
}

/// The running number at the end of a bill's number.
fn last_figure(number: &str) -> Option<u32> {
    number.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
