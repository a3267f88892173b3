//! The right that each verb and each read needs at the least, known before anything of the request was looked at: the doors refuse by
//! it, and the document of the interface tells it.

use crate::turn::TakeTurn;
use crate::{
    CancelInvoice, CancelReminder, CreateCustomer, CreateProduct, DiscardDraft, GiveCredit, IssueDraft,
    IssueInvoice, MoveStock, PutOffReminder, RecordPayment, RemoveCustomer, RestoreDraft, RestoreReminder,
    ReverseEntry, SaveDraft, ScheduleReminder, UpdateCustomer, UpdateDraft, UpdateProduct, UpdateShop,
};
use execora_kernel::Right;

/// What nobody may do without a right.
pub trait Guarded {
    /// The right. Who has it may still be refused: for a customer, or because more is needed.
    const RIGHT: Right;
}

macro_rules! guarded {
    ($($verb:ident: $right:ident)*) => {$(
        impl Guarded for $verb {
            const RIGHT: Right = Right::$right;
        }
    )*};
}

guarded! {
    CreateCustomer: CUSTOMERS_CREATE
    UpdateCustomer: CUSTOMERS_UPDATE
    RemoveCustomer: CUSTOMERS_CREATE
    CreateProduct: PRODUCTS_CREATE
    UpdateProduct: PRODUCTS_UPDATE
    MoveStock: PRODUCTS_UPDATE
    SaveDraft: INVOICES_CREATE
    UpdateDraft: INVOICES_CREATE
    DiscardDraft: INVOICES_CREATE
    RestoreDraft: INVOICES_CREATE
    IssueDraft: INVOICES_CREATE
    IssueInvoice: INVOICES_CREATE
    CancelInvoice: INVOICES_CANCEL
    RecordPayment: PAYMENTS_CREATE
    GiveCredit: PAYMENTS_CREATE
    ReverseEntry: PAYMENTS_REVERSE
    ScheduleReminder: REMINDERS_CREATE
    CancelReminder: REMINDERS_UPDATE
    PutOffReminder: REMINDERS_UPDATE
    RestoreReminder: REMINDERS_UPDATE
    UpdateShop: SETTINGS_UPDATE
    TakeTurn: VOICE_USE
}
