//! A unit of work whose every call may fail, and which is spent once one did.

use crate::fault::Fault;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use execora_customer::{Customer, CustomerRepository};
use execora_inventory::{Movement, Product, ProductRepository, StockMove};
use execora_invoice::{
    Draft, DraftRepository, Invoice, InvoiceRepository, NumberTaken, OpenInvoiceRow, Series, SeriesRepository,
};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, Money, PaymentId, Phone, ProductId, ReminderId, SessionId,
    SignInId, StoreError, TenantId, TurnId, UserId, zone::FinancialYear,
};
use execora_ledger::{Entry, LedgerRepository, Payment, PaymentRepository};
use execora_reminder::{Reminder, ReminderRepository};
use execora_usecases::{
    clean_up::Kept,
    credential::{CodeKind, OneTimeCode, PublishedKey, RefreshToken, Revocation, Successor},
    ports::{
        Claim, CredentialRepository, IdempotencyRepository, Queries, RequestName, RetentionRepository,
        SessionRepository, ShopRepository, UnitOfWork,
    },
    session::{Session, Turn},
    shop::{Shop, User},
};
use std::sync::Arc;

pub(crate) struct FaultyUnit {
    inner: Box<dyn UnitOfWork>,
    fault: Arc<Fault>,
    spent: bool,
}

impl FaultyUnit {
    pub(crate) fn new(inner: Box<dyn UnitOfWork>, fault: Arc<Fault>) -> Self {
        Self {
            inner,
            fault,
            spent: false,
        }
    }

    /// Counts a call; the failing one, and an error of the store itself, end the unit.
    fn check(&mut self, call: &'static str) -> Result<(), StoreError> {
        if self.spent {
            return Err(self.fault.misuse());
        }
        let checked = self.fault.check(call);
        self.spent = checked.is_err();
        checked
    }

    fn after<T>(&mut self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        self.spent = outcome.is_err();
        outcome
    }
}

/// Every method asks the fault first and the wrapped unit then.
macro_rules! faulty {
    ($repository:ident as $field:ident {
        $(fn $name:ident($($arg:ident: $type:ty),*) -> $answer:ty;)*
    }) => {
        #[async_trait]
        impl $repository for FaultyUnit {
            $(async fn $name(&mut self, $($arg: $type),*) -> Result<$answer, StoreError> {
                self.check(concat!(stringify!($field), ".", stringify!($name)))?;
                let outcome = self.inner.$field().$name($($arg),*).await;
                self.after(outcome)
            })*
        }
    };
}

faulty! {
    ShopRepository as shops {
        fn find(tenant: TenantId) -> Option<Shop>;
        fn insert(shop: &Shop) -> ();
        fn update(shop: &Shop, was: i64) -> ();
        fn find_user(tenant: TenantId, user: UserId) -> Option<User>;
        fn insert_user(user: &User) -> ();
    }
}

faulty! {
    CustomerRepository as customers {
        fn find(tenant: TenantId, id: CustomerId) -> Option<Customer>;
        fn lock(tenant: TenantId, id: CustomerId) -> Option<Customer>;
        fn find_by_phone(tenant: TenantId, phone: &Phone) -> Option<Customer>;
        fn insert(customer: &Customer) -> ();
        fn update(customer: &Customer, was_version: i64) -> ();
    }
}

faulty! {
    ProductRepository as products {
        fn find(tenant: TenantId, id: ProductId) -> Option<Product>;
        fn lock(tenant: TenantId, id: ProductId) -> Option<Product>;
        fn insert(product: &Product) -> ();
        fn update(product: &Product, was: i64) -> ();
        fn move_stock(movement: &Movement, below_zero: bool) -> StockMove;
    }
}

faulty! {
    DraftRepository as drafts {
        fn lock(tenant: TenantId, id: DraftId) -> Option<Draft>;
        fn insert(draft: &Draft) -> ();
        fn update(draft: &Draft, was: i64) -> ();
    }
}

faulty! {
    InvoiceRepository as invoices {
        fn lock(tenant: TenantId, id: InvoiceId) -> Option<Invoice>;
        fn insert(invoice: &Invoice) -> ();
        fn update(invoice: &Invoice, was: i64) -> ();
        fn open_of(tenant: TenantId, customer: CustomerId, limit: u32) -> Vec<OpenInvoiceRow>;
        fn add_paid(tenant: TenantId, id: InvoiceId, paid: Money, at: DateTime<Utc>) -> ();
    }
}

faulty! {
    SeriesRepository as series {
        fn take_next(tenant: TenantId, series: &Series, date: NaiveDate) -> NumberTaken;
        fn begin_at(tenant: TenantId, series: &Series, year: FinancialYear, first: u32) -> u32;
    }
}

faulty! {
    LedgerRepository as ledger {
        fn find(tenant: TenantId, id: EntryId) -> Option<Entry>;
        fn append(entry: &Entry) -> Option<Money>;
    }
}

faulty! {
    PaymentRepository as payments {
        fn find(tenant: TenantId, id: PaymentId) -> Option<Payment>;
        fn find_by_entry(tenant: TenantId, entry: EntryId) -> Option<Payment>;
        fn settling(tenant: TenantId, invoice: InvoiceId) -> Vec<Payment>;
        fn insert(payment: &Payment) -> ();
        fn update(payment: &Payment, was: i64) -> ();
    }
}

faulty! {
    ReminderRepository as reminders {
        fn find(tenant: TenantId, id: ReminderId) -> Option<Reminder>;
        fn insert(reminder: &Reminder) -> ();
        fn update(reminder: &Reminder, was: i64) -> ();
    }
}

faulty! {
    SessionRepository as sessions {
        fn lock(tenant: TenantId, id: SessionId) -> Option<Session>;
        fn insert(session: &Session) -> ();
        fn update(session: &Session, was: i64) -> ();
        fn append_turn(turn: &Turn) -> ();
        fn turn(tenant: TenantId, session: SessionId, id: TurnId) -> Option<Turn>;
    }
}

faulty! {
    IdempotencyRepository as idempotency {
        fn claim(name: &RequestName, fingerprint: &str, at: DateTime<Utc>, expired_before: DateTime<Utc>) -> Claim;
        fn answer(name: &RequestName, answer: &str) -> ();
    }
}

faulty! {
    CredentialRepository as credentials {
        fn insert_code(code: &OneTimeCode) -> ();
        fn take_code(hash: &[u8], kind: CodeKind, at: DateTime<Utc>) -> Option<OneTimeCode>;
        fn insert_refresh(token: &RefreshToken) -> ();
        fn lock_refresh(hash: &[u8]) -> Option<RefreshToken>;
        fn find_refresh(hash: &[u8]) -> Option<RefreshToken>;
        fn use_refresh(hash: &[u8], successor: &Successor, at: DateTime<Utc>) -> ();
        fn revoke_sign_in(sign_in: SignInId, at: DateTime<Utc>) -> ();
        fn revoke(revocation: &Revocation) -> ();
        fn publish_key(key: &PublishedKey, at: DateTime<Utc>) -> ();
    }
}

faulty! {
    RetentionRepository as retention {
        fn remove(kept: Kept, before: DateTime<Utc>, limit: u16) -> u64;
    }
}

#[async_trait]
impl UnitOfWork for FaultyUnit {
    async fn savepoint(&mut self) -> Result<(), StoreError> {
        self.check("savepoint")?;
        let outcome = self.inner.savepoint().await;
        self.after(outcome)
    }
    async fn release_savepoint(&mut self) -> Result<(), StoreError> {
        self.check("release_savepoint")?;
        let outcome = self.inner.release_savepoint().await;
        self.after(outcome)
    }
    async fn rollback_to_savepoint(&mut self) -> Result<(), StoreError> {
        // The one call that a spent unit may be asked for.
        let checked = self.fault.check("rollback_to_savepoint");
        self.spent = checked.is_err();
        checked?;
        let outcome = self.inner.rollback_to_savepoint().await;
        self.after(outcome)
    }
    fn queries(&mut self) -> Queries {
        self.inner.queries()
    }
    fn shops(&mut self) -> &mut dyn ShopRepository {
        self
    }
    fn customers(&mut self) -> &mut dyn CustomerRepository {
        self
    }
    fn products(&mut self) -> &mut dyn ProductRepository {
        self
    }
    fn drafts(&mut self) -> &mut dyn DraftRepository {
        self
    }
    fn invoices(&mut self) -> &mut dyn InvoiceRepository {
        self
    }
    fn series(&mut self) -> &mut dyn SeriesRepository {
        self
    }
    fn ledger(&mut self) -> &mut dyn LedgerRepository {
        self
    }
    fn payments(&mut self) -> &mut dyn PaymentRepository {
        self
    }
    fn reminders(&mut self) -> &mut dyn ReminderRepository {
        self
    }
    fn sessions(&mut self) -> &mut dyn SessionRepository {
        self
    }
    fn idempotency(&mut self) -> &mut dyn IdempotencyRepository {
        self
    }
    fn credentials(&mut self) -> &mut dyn CredentialRepository {
        self
    }
    fn retention(&mut self) -> &mut dyn RetentionRepository {
        self
    }
    async fn commit(mut self: Box<Self>) -> Result<(), StoreError> {
        self.check("commit")?;
        self.inner.commit().await
    }
}
