//! What a conversation wants done, with nothing left open, and how it is taken back.

use chrono::{DateTime, Utc};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, Money, MovementId, ProductId, Quantity, ReminderId, UndoId, Unit,
};
use serde::{Deserialize, Serialize};

use super::message::MessageToSend;
use crate::understanding::{Channel, Discount, Intent, PaymentMode, Period};

/// One line to save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineToSave {
    /// The product; `None` when it has yet to be made, with the bill.
    pub product: Option<ProductId>,
    /// Its name.
    pub name: String,
    /// How much.
    pub quantity: Quantity,
    /// Counted in, when said.
    pub unit: Option<Unit>,
    /// Price of one unit, when said.
    pub price: Option<Money>,
    /// Off this line.
    pub discount: Option<Discount>,
}

/// A draft to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftToSave {
    /// The draft to change and the version it was seen in; `None` makes a new one.
    pub draft: Option<(DraftId, i64)>,
    /// For whom.
    pub customer: CustomerId,
    /// All lines.
    pub lines: Vec<LineToSave>,
    /// Tax on it; `None` leaves it as it is, or as the shop does.
    pub with_gst: Option<bool>,
    /// Off the whole bill.
    pub discount: Option<Discount>,
    /// How the goods are to be, by their names; `None` leaves what stands there.
    #[serde(default)]
    pub notes: Option<String>,
}

/// Particulars of a customer, as said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Particulars {
    /// Name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// What the customer is called.
    pub nickname: Option<String>,
    /// Where the customer is found.
    pub landmark: Option<String>,
    /// Tax number.
    pub gstin: Option<String>,
}

/// One particular of a customer as it was before a change; `None` when there was none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Particular {
    Name(String),
    Phone(Option<String>),
    Email(Option<String>),
    Nickname(Option<String>),
    Landmark(Option<String>),
    Gstin(Option<String>),
}

/// A reminder to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderToMake {
    /// Whom to remind; `None` for the shopkeeper.
    pub customer: Option<CustomerId>,
    /// Of what amount.
    pub amount: Option<Money>,
    /// Once, at this time.
    pub at: Option<DateTime<Utc>>,
    /// Or again and again, as an RRULE.
    pub recurrence: Option<String>,
    /// How, when said.
    pub channel: Option<Channel>,
    /// In which words, when said.
    pub message: Option<String>,
}

/// How something is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reversal {
    /// A made draft is discarded.
    DiscardDraft(DraftId),
    /// A changed draft is put back as it was.
    RestoreDraft(DraftToSave),
    /// A discarded draft is opened again.
    ReopenDraft(DraftId),
    /// Discarded drafts are opened again.
    ReopenDrafts(Vec<DraftId>),
    /// An issued bill is cancelled; its number stays used.
    CancelInvoice(InvoiceId),
    /// A payment is reversed.
    ReversePayment(EntryId),
    /// A credit is reversed.
    ReverseEntry(EntryId),
    /// A made customer is put away.
    RemoveCustomer {
        /// Who.
        customer: CustomerId,
        /// The entry of what was owed from the start.
        opening: Option<EntryId>,
    },
    /// A customer's particulars are put back.
    RestoreCustomer {
        /// Whose.
        customer: CustomerId,
        /// Those that were changed.
        were: Vec<Particular>,
    },
    /// A made reminder is cancelled.
    CancelReminder(ReminderId),
    /// Cancelled reminders are scheduled again.
    RestoreReminders(Vec<ReminderId>),
    /// A reminder comes when it did before.
    PutReminderBack {
        /// Which.
        reminder: ReminderId,
        /// When.
        at: DateTime<Utc>,
    },
    /// A price is put back.
    RestorePrice {
        /// Of what.
        product: ProductId,
        /// What it was; `None` for no price.
        price: Option<Money>,
    },
    /// Goods are taken out of stock again.
    ReverseMovement {
        /// Which movement.
        movement: MovementId,
        /// Of what.
        product: ProductId,
        /// How much.
        quantity: Quantity,
        /// Counted in.
        unit: Unit,
    },
}

/// Something to do, with nothing left open. Showing counts as doing: it needs rights too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Make or change a draft.
    SaveDraft(DraftToSave),
    /// Issue a draft.
    IssueDraft {
        /// Which.
        draft: DraftId,
        /// The version that was agreed to.
        version: i64,
        /// Send it as well; the inner value is how, when said.
        send: Option<Option<Channel>>,
    },
    /// Discard a draft.
    DiscardDraft(DraftId),
    /// Discard several drafts.
    DiscardDrafts(Vec<DraftId>),
    /// Cancel an issued bill.
    CancelInvoice(InvoiceId),
    /// Book money that came in.
    RecordPayment {
        /// From whom.
        customer: CustomerId,
        /// How much.
        amount: Money,
        /// How it came.
        mode: PaymentMode,
    },
    /// Book that a customer owes more.
    GiveCredit {
        /// Who.
        customer: CustomerId,
        /// How much.
        amount: Money,
        /// What for.
        note: Option<String>,
    },
    /// Make a customer.
    CreateCustomer {
        /// Name, phone and so on; the name is there.
        particulars: Particulars,
        /// What the customer owes from the start.
        opening: Option<Money>,
    },
    /// Change a customer's particulars; what is `None` stays.
    UpdateCustomer {
        /// Whose.
        customer: CustomerId,
        /// What to change.
        particulars: Particulars,
    },
    /// Show a customer's particulars.
    ShowCustomer(CustomerId),
    /// Make a reminder.
    ScheduleReminder(ReminderToMake),
    /// Cancel reminders.
    CancelReminders(Vec<ReminderId>),
    /// Let a reminder come at another time.
    PutOffReminder {
        /// Which.
        reminder: ReminderId,
        /// When.
        at: DateTime<Utc>,
    },
    /// Send the code that has to be said before the customer is erased.
    SendDeletionCode(CustomerId),
    /// Erase what is known of the person; the books stay.
    EraseCustomer {
        /// Who.
        customer: CustomerId,
        /// The code that was said.
        code: String,
    },
    /// List reminders still to come.
    ListReminders {
        /// About whom.
        customer: Option<CustomerId>,
        /// On which days.
        period: Option<Period>,
    },
    /// Read what a customer owes.
    ReadBalance(CustomerId),
    /// Read what everybody owes.
    ListBalances,
    /// Read what all owe together.
    TotalPending,
    /// Read what was sold, collected and lent.
    ReadSummary(Period),
    /// Read a customer's account.
    ReadStatement {
        /// Whose.
        customer: CustomerId,
        /// Of which days; all that there are when none were said.
        period: Option<Period>,
    },
    /// Send something; it cannot be taken back.
    Send(MessageToSend),
    /// Keep the sound of this conversation from now on, or no longer.
    Record(bool),
    /// List bills.
    ListInvoices {
        /// Whose.
        customer: Option<CustomerId>,
        /// Of which days.
        period: Option<Period>,
        /// How many.
        limit: Option<u32>,
        /// Only those that are not paid yet.
        unpaid: bool,
    },
    /// Show open drafts.
    ShowDrafts {
        /// Whose.
        customer: Option<CustomerId>,
    },
    /// Read what is left of a product.
    CheckStock(ProductId),
    /// Book goods that came in.
    AddStock {
        /// Of what.
        product: ProductId,
        /// How much.
        quantity: Quantity,
        /// Counted in, when said.
        unit: Option<Unit>,
    },
    /// Set what a product costs.
    SetPrice {
        /// Which.
        product: ProductId,
        /// How much for one unit.
        price: Money,
        /// Of which unit, when said.
        unit: Option<Unit>,
    },
    /// Take something back.
    Undo {
        /// Its token.
        id: UndoId,
        /// What it was.
        intent: Intent,
        /// How.
        reversal: Reversal,
    },
}
