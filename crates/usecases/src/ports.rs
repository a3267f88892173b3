//! What the use cases ask of a store: one unit of work over every repository, and read ports beside it.

use crate::check::CheckQueries;
use crate::clean_up::Kept;
use crate::credential::{CodeKind, OneTimeCode, PublishedKey, RefreshToken, Revocation, Successor};
use crate::reports::{StatementEntries, Summary};
use crate::session::{Session, Turn};
use crate::shop::{Shop, User};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use execora_customer::{CustomerQueries, CustomerRepository};
use execora_inventory::{ProductQueries, ProductRepository};
use execora_invoice::{DraftRepository, InvoiceQueries, InvoiceRepository, Series, SeriesRepository};
use execora_kernel::{
    CustomerId, Page, PageRequest, SessionId, SignInId, StoreError, TenantId, TurnId, UserId,
    zone::FinancialYear,
};
use execora_ledger::{LedgerQueries, LedgerRepository, PaymentRepository};
use execora_reminder::{ReminderQueries, ReminderRepository};
use std::sync::Arc;

/// Opens units of work.
#[async_trait]
pub trait Books: Send + Sync {
    /// Opens a unit. Everything done in it becomes visible at `commit`, all or nothing; a unit that is dropped MUST leave
    /// nothing behind. Waiting for another writer MUST end with `Busy` after at most five seconds.
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError>;
}

/// One unit of work. After any error from a port the unit is spent: drop it, or go back to a savepoint that was set before.
#[async_trait]
pub trait UnitOfWork: Send + Sync {
    /// Sets a savepoint. They nest: the one set last is released, or gone back to, first.
    async fn savepoint(&mut self) -> Result<(), StoreError>;
    /// Keeps what was done since the last savepoint as part of the unit, and forgets the savepoint.
    async fn release_savepoint(&mut self) -> Result<(), StoreError>;
    /// Takes back what was done since the last savepoint, and forgets it. What was done before MUST stand, and a unit that was
    /// spent since MUST be whole again; a store that lost the unit as a whole MUST answer an error and leave it spent.
    async fn rollback_to_savepoint(&mut self) -> Result<(), StoreError>;
    /// The read ports as seen from inside: they MUST show what the unit wrote up to this call. Let go of them before `commit`.
    fn queries(&mut self) -> Queries;
    /// Shops and their people.
    fn shops(&mut self) -> &mut dyn ShopRepository;
    /// Customers.
    fn customers(&mut self) -> &mut dyn CustomerRepository;
    /// Products and stock.
    fn products(&mut self) -> &mut dyn ProductRepository;
    /// Drafts.
    fn drafts(&mut self) -> &mut dyn DraftRepository;
    /// Invoices.
    fn invoices(&mut self) -> &mut dyn InvoiceRepository;
    /// Number series.
    fn series(&mut self) -> &mut dyn SeriesRepository;
    /// Journal entries.
    fn ledger(&mut self) -> &mut dyn LedgerRepository;
    /// Payments.
    fn payments(&mut self) -> &mut dyn PaymentRepository;
    /// Reminders.
    fn reminders(&mut self) -> &mut dyn ReminderRepository;
    /// Conversations.
    fn sessions(&mut self) -> &mut dyn SessionRepository;
    /// Answers of requests that may come twice.
    fn idempotency(&mut self) -> &mut dyn IdempotencyRepository;
    /// One-time codes and refresh tokens.
    fn credentials(&mut self) -> &mut dyn CredentialRepository;
    /// What is not kept for ever.
    fn retention(&mut self) -> &mut dyn RetentionRepository;
    /// Makes everything visible at once.
    async fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// Shops and users inside a unit of work.
#[async_trait]
pub trait ShopRepository: Send {
    /// The shop, or `None`.
    async fn find(&mut self, tenant: TenantId) -> Result<Option<Shop>, StoreError>;
    /// Adds a shop.
    async fn insert(&mut self, shop: &Shop) -> Result<(), StoreError>;
    /// Writes the settings if the stored version is `was`; else `Stale`.
    async fn update(&mut self, shop: &Shop, was: i64) -> Result<(), StoreError>;
    /// The user of this tenant, or `None`.
    async fn find_user(&mut self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError>;
    /// Adds a user. `Duplicate` when the tenant has one with that e-mail.
    async fn insert_user(&mut self, user: &User) -> Result<(), StoreError>;
}

/// Names a request that may come twice: tenant + credential + route + key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RequestName {
    pub tenant: TenantId,
    pub credential: String,
    pub route: String,
    pub key: String,
}

/// What a claim of a request finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is the first: go on, and store the answer in the same unit.
    New,
    /// It was answered before.
    Answered {
        /// Fingerprint of the body then.
        fingerprint: String,
        /// The answer then.
        answer: String,
    },
}

/// Stored answers inside a unit of work.
#[async_trait]
pub trait IdempotencyRepository: Send {
    /// Claims a request. When another unit holds the claim, MUST wait for its end (at most five seconds, then `Busy`) and then see
    /// its answer, or claim it when that unit was dropped. A claim older than `expired_before` counts as never made.
    async fn claim(
        &mut self,
        name: &RequestName,
        fingerprint: &str,
        at: DateTime<Utc>,
        expired_before: DateTime<Utc>,
    ) -> Result<Claim, StoreError>;
    /// Keeps the answer of a request claimed in this unit.
    async fn answer(&mut self, name: &RequestName, answer: &str) -> Result<(), StoreError>;
}

/// Conversations inside a unit of work.
#[async_trait]
pub trait SessionRepository: Send {
    /// The session of this tenant, or `None`; the row MUST stay locked to the end of the unit.
    async fn lock(&mut self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError>;
    /// Adds a session.
    async fn insert(&mut self, session: &Session) -> Result<(), StoreError>;
    /// Writes language, state and end if the stored version is `was`; else `Stale`.
    async fn update(&mut self, session: &Session, was: i64) -> Result<(), StoreError>;
    /// Adds a turn.
    async fn append_turn(&mut self, turn: &Turn) -> Result<(), StoreError>;
    /// The turn of this session, or `None`.
    async fn turn(
        &mut self,
        tenant: TenantId,
        session: SessionId,
        id: TurnId,
    ) -> Result<Option<Turn>, StoreError>;
}

/// One-time codes and refresh tokens inside a unit of work. They are found by the hash of their secret alone.
#[async_trait]
pub trait CredentialRepository: Send {
    /// Adds a code.
    async fn insert_code(&mut self, code: &OneTimeCode) -> Result<(), StoreError>;
    /// Takes a code that is unused and not expired, and marks it as used, in one step that two takers cannot both pass.
    async fn take_code(
        &mut self,
        hash: &[u8],
        kind: CodeKind,
        at: DateTime<Utc>,
    ) -> Result<Option<OneTimeCode>, StoreError>;
    /// Adds a refresh token.
    async fn insert_refresh(&mut self, token: &RefreshToken) -> Result<(), StoreError>;
    /// The refresh token, or `None`; the row MUST stay locked to the end of the unit.
    async fn lock_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError>;
    /// The refresh token as it stands, without a lock.
    async fn find_refresh(&mut self, hash: &[u8]) -> Result<Option<RefreshToken>, StoreError>;
    /// Marks a refresh token as used, and keeps what it turned into; `Stale` when it was used before.
    async fn use_refresh(
        &mut self,
        hash: &[u8],
        successor: &Successor,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Revokes every refresh token that descends from one sign-in; those that are revoked stay as they are.
    async fn revoke_sign_in(&mut self, sign_in: SignInId, at: DateTime<Utc>) -> Result<(), StoreError>;
    /// Keeps a revocation; of one that is there already the later end counts. MUST take the number of the change under a lock that
    /// is held to the end of the unit, so that whoever reads numbers in order misses none.
    async fn revoke(&mut self, revocation: &Revocation) -> Result<(), StoreError>;
    /// Keeps the public half of a root key, or that it was dropped, and moves the number of the last change as `revoke` does.
    async fn publish_key(&mut self, key: &PublishedKey, at: DateTime<Utc>) -> Result<(), StoreError>;
}

/// Removing what nobody needs any more, inside a unit of work.
#[async_trait]
pub trait RetentionRepository: Send {
    /// Removes what is older than `before`, at most `limit` rows, and says how many. MUST NOT wait for rows that another unit is at.
    async fn remove(&mut self, kept: Kept, before: DateTime<Utc>, limit: u16) -> Result<u64, StoreError>;
}

/// What every node must know of tokens, outside of a unit of work. MUST be read from the primary.
#[async_trait]
pub trait CredentialQueries: Send + Sync {
    /// The number of the last change of revocations and root keys; 0 when there was none.
    async fn last_change(&self) -> Result<i64, StoreError>;
    /// Revocations whose change has a higher number than `after`, lowest first, each with it; at most `limit`.
    async fn revocations(&self, after: i64, limit: u16) -> Result<Vec<(i64, Revocation)>, StoreError>;
    /// The public halves of root keys that were published, newest first.
    async fn published_keys(&self) -> Result<Vec<PublishedKey>, StoreError>;
}

/// Shops and users outside a unit of work.
#[async_trait]
pub trait ShopQueries: Send + Sync {
    /// The shop, or `None`.
    async fn find(&self, tenant: TenantId) -> Result<Option<Shop>, StoreError>;
    /// The number that comes next in a series of this tenant and a year.
    async fn next_number(
        &self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError>;
    /// The first shops, oldest first, at most `limit`.
    async fn first(&self, limit: u16) -> Result<Vec<Shop>, StoreError>;
    /// The user of this tenant, or `None`.
    async fn user(&self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError>;
    /// The users of this tenant, owner first, at most 200.
    async fn users(&self, tenant: TenantId) -> Result<Vec<User>, StoreError>;
}

/// Conversations outside a unit of work.
#[async_trait]
pub trait SessionQueries: Send + Sync {
    /// The session of this tenant, or `None`.
    async fn find(&self, tenant: TenantId, id: SessionId) -> Result<Option<Session>, StoreError>;
    /// A page of sessions, newest first.
    async fn list(&self, tenant: TenantId, page: PageRequest) -> Result<Page<Session>, StoreError>;
    /// The last turns of a session, oldest first, at most `limit`.
    async fn turns(&self, tenant: TenantId, id: SessionId, limit: u16) -> Result<Vec<Turn>, StoreError>;
}

/// What the books come to over days of the shop, read from the journal.
#[async_trait]
pub trait ReportQueries: Send + Sync {
    /// What was sold, collected and lent from `from` to `to`, both included. An entry that was reversed MUST NOT count, and
    /// neither MUST its reversal.
    async fn summary(&self, tenant: TenantId, from: NaiveDate, to: NaiveDate) -> Result<Summary, StoreError>;
    /// What a customer owed at the end of the last day, and the entries of the days, from the first there is when no first day is
    /// named: by day and then in the order they were written in, the last `limit` of them. Both MUST be of one moment.
    async fn statement(
        &self,
        tenant: TenantId,
        customer: CustomerId,
        days: (Option<NaiveDate>, NaiveDate),
        limit: u16,
    ) -> Result<StatementEntries, StoreError>;
}

/// Whether the store keeps what it is given.
#[async_trait]
pub trait StoreHealth: Send + Sync {
    /// Asks the store for a sign of life. A store that keeps things outside the process MUST write something of its own and read
    /// it back; however often it is asked, that MUST cost little, and it MUST answer within a few seconds.
    async fn ping(&self) -> Result<(), StoreError>;
}

/// Every read port.
#[derive(Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Queries {
    pub shops: Arc<dyn ShopQueries>,
    pub customers: Arc<dyn CustomerQueries>,
    pub products: Arc<dyn ProductQueries>,
    pub invoices: Arc<dyn InvoiceQueries>,
    pub ledger: Arc<dyn LedgerQueries>,
    pub reminders: Arc<dyn ReminderQueries>,
    pub reports: Arc<dyn ReportQueries>,
    pub sessions: Arc<dyn SessionQueries>,
    pub credentials: Arc<dyn CredentialQueries>,
    pub health: Arc<dyn StoreHealth>,
    pub check: Arc<dyn CheckQueries>,
}
