//! What the customer domain asks of storage.
//!
//! How to implement: a repository lives inside a unit of work and sees that unit's own writes; after any error the unit
//! is spent. Every method takes the tenant, and a customer of another tenant is as unknown as one that never was.

use crate::{Customer, DirectoryChange};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, Page, PageRequest, Phone, StoreError, TenantId};

/// Customers inside a unit of work.
#[async_trait]
pub trait CustomerRepository: Send {
    /// The customer, whatever its status. MUST answer `None` for an id of another tenant.
    async fn find(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError>;

    /// As `find`, and the row MUST stay locked to the end of the unit: a second unit that locks it waits, and then reads
    /// what the first one committed, balance included. MUST answer `Busy` instead of waiting without a bound.
    async fn lock(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError>;

    /// An active customer with this phone. Several may share one: MUST answer the one written down first.
    async fn find_by_phone(
        &mut self,
        tenant: TenantId,
        phone: &Phone,
    ) -> Result<Option<Customer>, StoreError>;

    /// Stores a new customer. MUST answer `Duplicate` when the id is taken, MUST store a balance of zero whatever
    /// `customer.balance` says (the books alone move it), and MUST give the customer the tenant's next directory number.
    async fn insert(&mut self, customer: &Customer) -> Result<(), StoreError>;

    /// Stores a changed customer. MUST answer `Stale`, and change nothing, when the stored version is not `was_version`
    /// or there is no such customer. MUST NOT write the balance. MUST give the customer a new directory number when its
    /// name, nickname, aliases, landmark, phone or status changed; it may do so at every update.
    async fn update(&mut self, customer: &Customer, was_version: i64) -> Result<(), StoreError>;
}

/// Which customers to list.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct CustomerFilter {
    /// A part of the name, nickname, landmark or phone, in any case.
    pub q: Option<String>,
    /// This very phone.
    pub phone: Option<Phone>,
    /// Those that were changed, or whose balance was moved, at this instant or after it.
    pub updated_since: Option<DateTime<Utc>>,
}

impl CustomerFilter {
    /// The filter as a text that tells it from another; not for logs.
    #[must_use]
    pub fn key(&self) -> String {
        let since = self.updated_since.map(|at| at.to_rfc3339());
        let phone = self.phone.as_ref().map(Phone::as_str);
        let parts = [self.q.as_deref(), phone, since.as_deref()];
        parts.map(Option::unwrap_or_default).join("\n")
    }
}

impl std::fmt::Debug for CustomerFilter {
    // What was searched for is a name or a phone more often than not.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CustomerFilter")
            .field("q", &self.q.as_ref().map(|_| "…"))
            .field("phone", &self.phone)
            .field("updated_since", &self.updated_since)
            .finish()
    }
}

/// Customers outside a unit of work: committed state only.
#[async_trait]
pub trait CustomerQueries: Send + Sync {
    /// The customer, whatever its status. MUST show every commit that ended before the call.
    async fn find(&self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError>;

    /// Active and merged customers, newest first. MUST treat `q` as plain text: no wildcard in it may have a meaning;
    /// every filter that is set narrows the list.
    /// MUST return at most `page.limit` rows and continue strictly after `page.after`.
    async fn list(
        &self,
        tenant: TenantId,
        filter: &CustomerFilter,
        page: PageRequest,
    ) -> Result<Page<Customer>, StoreError>;

    /// The directory entries numbered above `after`, in rising order, at most `limit`, each customer once with its
    /// latest number. MUST include customers that are no longer active, so that they can be dropped. MUST NOT show a
    /// number before every lower number of the tenant is committed or given up: a reader that saw 8 never asks for 7.
    async fn directory_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<DirectoryChange>, StoreError>;
}
