//! What a conversation asks of the world: to look something up, to do something, and last to answer.

use chrono::{DateTime, Utc};
use execora_kernel::{
    CustomerId, DraftId, EntryId, InvoiceId, Money, MovementId, PaymentId, ProductId, Quantity, ReminderId,
    TurnId, UndoId, Unit,
};
use serde::{Deserialize, Serialize};

use super::fact::{CustomerFact, DraftFact, Missing, ProductFact};
use crate::understanding::{Channel, Discount, Intent, Language, PaymentMode, Period};

/// What is to be done next. One at a time: a turn is a chain of look-ups and actions that ends in
/// exactly one reply, or in the remark that what was answered is over.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Look this up and come back with [`super::Event::Looked`].
    LookUp(LookUp),
    /// Do this and come back with [`super::Event::Done`] or [`super::Event::Refused`].
    Act(Box<Action>),
    /// The answer; the turn is over.
    Reply(Box<Reply>),
    /// A button was pressed too late, or for a question that was never asked; the turn is over without an answer.
    Void(Void),
}

/// Why a button had no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Void {
    /// The question is over.
    ClarifyExpired,
    /// There was no such question or option.
    ClarifyUnknown,
    /// It cannot be taken back any more.
    UndoExpired,
}

/// A question to the books that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookUp {
    /// Who is meant by this name.
    Customer {
        /// As said.
        name: String,
        /// What tells two people of one name apart, as said.
        landmark: Option<String>,
    },
    /// The customer with this id.
    Person(CustomerId),
    /// What is meant by these names.
    Products(Vec<String>),
    /// Open drafts, of one customer or of the whole shop.
    Drafts {
        /// Whose.
        customer: Option<CustomerId>,
    },
    /// The bill with this number.
    Invoice {
        /// As said.
        number: String,
    },
    /// Bills that could be cancelled, of one customer or of the whole shop.
    Invoices {
        /// Whose.
        customer: Option<CustomerId>,
    },
    /// Reminders still to come.
    Reminders {
        /// About whom.
        customer: Option<CustomerId>,
    },
}

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
    /// Off the whole bill; `None` leaves it as it is.
    pub discount: Option<Discount>,
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
    /// A made reminder is cancelled.
    CancelReminder(ReminderId),
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
    /// List bills.
    ListInvoices {
        /// Whose.
        customer: Option<CustomerId>,
        /// Of which days.
        period: Option<Period>,
        /// How many.
        limit: Option<u32>,
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

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyState {
    /// Done, or answered.
    Done,
    /// Waits for a yes.
    NeedsConfirmation,
    /// Waits for a choice or for something that was not said.
    NeedsChoice,
    /// Nothing was done.
    Failed,
}

/// What an answer shows. The driver holds the things themselves; these say which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// Nothing beyond the words.
    Nothing,
    /// Words that were not understood.
    NotUnderstood,
    /// A draft.
    Draft(DraftId),
    /// Open drafts.
    Drafts,
    /// A bill with what the customer owes.
    Invoice(InvoiceId),
    /// Bills.
    Invoices,
    /// A payment with what the customer owes.
    Payment(PaymentId),
    /// A journal entry with what the customer owes.
    Entry(EntryId),
    /// What a customer owes.
    Balance(CustomerId),
    /// What all customers owe, one by one.
    Balances,
    /// What all customers owe together.
    TotalPending,
    /// A customer.
    Customer(CustomerId),
    /// A reminder.
    Reminder(ReminderId),
    /// Reminders.
    Reminders,
    /// A product.
    Product(ProductId),
    /// A product and its price before.
    Price(ProductId),
    /// A stock movement.
    Movement(MovementId),
    /// What was taken back.
    Undone {
        /// What it was.
        intent: Intent,
        /// The entries that reverse it.
        entries: Vec<EntryId>,
    },
    /// The language from now on.
    Language(Language),
    /// Things that can be said.
    Help(Vec<String>),
    /// What that earlier turn showed.
    Earlier(TurnId),
    /// It was refused, for the reason with this stable code.
    Refused(String),
}

/// What a choice stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A customer.
    Customer(CustomerFact),
    /// A customer who is to be made.
    NewCustomer(String),
    /// A product.
    Product(ProductFact),
    /// A draft.
    Draft(DraftFact),
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClarifyKind {
    /// Which customer.
    Customer,
    /// Which product.
    Product,
    /// Which draft.
    Draft,
    /// Yes or no.
    Confirm,
    /// Something was not said.
    Missing,
}

/// What a yes would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What for.
    pub intent: Intent,
    /// For whom.
    pub customer: Option<CustomerFact>,
    /// Which draft.
    pub draft: Option<DraftFact>,
    /// How much money.
    pub amount: Option<Money>,
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClarifyOption {
    /// Counted from one.
    pub index: usize,
    /// In words.
    pub label: String,
    /// What it stands for.
    pub value: Choice,
}

/// A question that the answer leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clarify {
    /// What it is about.
    pub kind: ClarifyKind,
    /// In words.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<ClarifyOption>,
    /// What was not said.
    pub missing: Vec<Missing>,
    /// What a yes would do.
    pub preview: Option<Preview>,
    /// Names the question; a yes by button must carry it.
    pub token: String,
    /// When the question is over.
    pub expires_at: DateTime<Utc>,
}

/// The answer of a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// What the turn was about: for a yes or a choice, the command that it went on with.
    pub intent: Intent,
    /// How it ended; the worst of several.
    pub state: ReplyState,
    /// In words.
    pub text: String,
    /// The language of the words.
    pub language: Language,
    /// What is shown, one for each command that was said in one breath.
    pub shown: Vec<Shown>,
    /// The question that is now open.
    pub clarify: Option<Clarify>,
    /// Takes back the last thing that was done.
    pub undo: Option<UndoId>,
}
