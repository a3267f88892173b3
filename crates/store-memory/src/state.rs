//! All tables. A clone of it is a snapshot.

use crate::{customers::Numbered, idempotency::Answered, reminders::Placed, series::Counter, table::Table};
use chrono::{DateTime, Utc};
use execora_customer::Customer;
use execora_inventory::{Movement, Product};
use execora_invoice::{Draft, Invoice};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, MovementId, PaymentId, ProductId, ReminderId, SessionId,
    TenantId, TurnId, UserId,
};
use execora_ledger::{Entry, Payment};
use execora_usecases::{
    credential::{OneTimeCode, PublishedKey, RefreshToken},
    ports::RequestName,
    session::{Session, Turn},
    shop::{Shop, User},
};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

#[derive(Clone, Default)]
pub(crate) struct State {
    pub(crate) shops: Arc<BTreeMap<TenantId, Shop>>,
    pub(crate) users: Table<UserId, User>,
    pub(crate) customers: Table<CustomerId, Numbered<Customer>>,
    /// Which customer has which directory number.
    pub(crate) directory: Table<i64, CustomerId>,
    pub(crate) products: Table<ProductId, Numbered<Product>>,
    /// Which product has which catalog number.
    pub(crate) catalog: Table<i64, ProductId>,
    pub(crate) movements: Table<MovementId, Movement>,
    pub(crate) drafts: Table<DraftId, Draft>,
    pub(crate) invoices: Table<InvoiceId, Invoice>,
    pub(crate) invoice_numbers: Table<String, InvoiceId>,
    /// Where the numbers stand, by series and year.
    pub(crate) series: Table<(String, i32), Counter>,
    pub(crate) entries: Table<EntryId, Entry>,
    pub(crate) payments: Table<PaymentId, Payment>,
    pub(crate) reminders: Table<ReminderId, Placed>,
    pub(crate) sessions: Table<SessionId, Session>,
    pub(crate) turns: Table<(SessionId, TurnId), Turn>,
    pub(crate) answers: Arc<HashMap<RequestName, Answered>>,
    pub(crate) codes: Arc<BTreeMap<Vec<u8>, OneTimeCode>>,
    pub(crate) refreshes: Arc<BTreeMap<Vec<u8>, RefreshToken>>,
    /// The number of the last change of revocations and root keys.
    pub(crate) last_change: i64,
    /// By name: the number of the change, and the end.
    pub(crate) revocations: Arc<BTreeMap<String, (i64, DateTime<Utc>)>>,
    pub(crate) root_keys: Arc<BTreeMap<String, PublishedKey>>,
}
