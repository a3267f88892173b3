//! What a shop can do: one file per verb, each one unit of work.
//!
//! A verb is a command that was parsed ([`Verb`]); [`UseCases::perform`] runs it: it opens the unit, claims the request key, runs
//! the verb, keeps its answer for the same request coming again, and commits once. Dropping the unit undoes everything.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! use execora_customer::NewCustomer;
//! use execora_kernel::{Email, Label, Money, StateCode};
//! use execora_store_memory::MemoryStore;
//! use execora_testkit::{CountingIds, FixedClock, builders};
//! use execora_usecases::{CreateCustomer, GiveCredit, OpenShop, RequestKey, UseCases, perform::Nobody};
//! use std::sync::Arc;
//!
//! let store = MemoryStore::new();
//! let (clock, ids) = (Arc::new(FixedClock::default()), Arc::new(CountingIds::new()));
//! let cases = UseCases::new(Arc::new(store.clone()), store.queries(), clock, ids, Arc::new(Nobody));
//! let opening = OpenShop {
//!     name: Label::parse("Sharma Stores").unwrap(),
//!     owner_email: Email::parse("asha@sharma-stores.example").unwrap(),
//!     gstin: None,
//!     state: StateCode::parse("09").unwrap(),
//! };
//! let opened = opening.run(&cases).await.unwrap();
//! let owner = builders::an_owner_calling(opened.shop.tenant, opened.owner.id);
//!
//! let new = NewCustomer::named(Label::parse("Rahul").unwrap());
//! let rahul = CreateCustomer { new, opening_balance: None };
//! let rahul = cases.perform(&owner, &rahul, None).await.unwrap().value.customer;
//! let udhaar = GiveCredit { customer: rahul.id, amount: Money::from_paise(40_000), note: None };
//! let key = RequestKey { route: "example".into(), key: "1".into(), fingerprint: "400 for Rahul".into() };
//! let first = cases.perform(&owner, &udhaar, Some(&key)).await.unwrap();
//! // The same request again is the same entry.
//! let again = cases.perform(&owner, &udhaar, Some(&key)).await.unwrap();
//! assert_eq!((again.value.entry.id, again.replayed), (first.value.entry.id, true));
//! assert_eq!(again.value.balance, Money::from_paise(40_000));
//! # });
//! ```

mod billing;
mod cancelling;
mod goods;
mod guarded;
pub mod index;
mod issuing;
pub mod needs;
mod once;
mod seen;

pub mod cancel_invoice;
pub mod cancel_reminder;
pub mod check;
pub mod clean_up;
pub mod create_customer;
pub mod create_product;
pub mod credential;
pub mod discard_draft;
pub mod give_credit;
pub mod issue_draft;
pub mod issue_invoice;
pub mod move_stock;
pub mod open_shop;
pub mod perform;
pub mod ports;
pub mod publish_keys;
pub mod put_off_reminder;
pub mod reads;
pub mod record_payment;
pub mod refusal;
pub mod remove_customer;
pub mod reports;
pub mod request;
pub mod restore_draft;
pub mod restore_reminder;
pub mod reverse_entry;
pub mod save_draft;
pub mod schedule_reminder;
pub mod session;
pub mod shop;
pub mod sign_in;
pub mod sign_out;
pub mod turn;
pub mod update_customer;
pub mod update_draft;
pub mod update_product;
pub mod update_shop;
pub mod warning;
mod words;

pub use billing::{ItemWanted, ProductWanted};
pub use cancel_invoice::CancelInvoice;
pub use cancel_reminder::CancelReminder;
pub use create_customer::{CreateCustomer, CreatedCustomer, PossibleDuplicate};
pub use create_product::CreateProduct;
pub use discard_draft::DiscardDraft;
pub use give_credit::{GiveCredit, PostedEntry};
pub use guarded::Guarded;
pub use index::Names;
pub use issue_draft::IssueDraft;
pub use issue_invoice::IssueInvoice;
pub use issuing::IssuedInvoice;
pub use move_stock::{MoveStock, MovedStock};
pub use open_shop::{OpenShop, OpenedShop};
pub use perform::{
    Announcement, Done, DraftsReason, Listener, Performed, Scene, SharedModel, UseCases, Verb,
};
pub use ports::{Books, Queries, UnitOfWork};
pub use publish_keys::PublishKeys;
pub use put_off_reminder::{PutOff, PutOffReminder};
pub use record_payment::{RecordPayment, RecordedPayment};
pub use refusal::{FieldCode, KeptIn, LineRefusal, Refusal, Subject};
pub use remove_customer::RemoveCustomer;
pub use request::{Expected, RequestKey};
pub use restore_draft::RestoreDraft;
pub use restore_reminder::RestoreReminder;
pub use reverse_entry::ReverseEntry;
pub use save_draft::SaveDraft;
pub use schedule_reminder::ScheduleReminder;
pub use sign_in::{IssueCode, Refreshed, SignedIn, UseCode, UseRefresh};
pub use sign_out::SignOut;
pub use update_customer::{UpdateCustomer, UpdatedCustomer};
pub use update_draft::{DraftChanges, UpdateDraft};
pub use update_product::{UpdateProduct, UpdatedProduct};
pub use update_shop::{ShopChanges, ShopSettings, UpdateShop};
pub use warning::Warning;
