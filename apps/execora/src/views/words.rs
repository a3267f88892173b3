//! The closed words of the wire. A word that the domain gains is missing here until it is named, and the compiler says so.

use execora_customer::{CustomerStatus, score::Reason};
use execora_inventory::MovementReason;
use execora_invoice::{DraftStatus, InvoiceStatus, Missing, SupplyReason};
use execora_kernel::{Unit, right::Role};
use execora_ledger::{Account, EntryKind, PaymentMode, PaymentStatus};
use execora_reminder::{Channel, ReminderStatus};
use execora_usecases::turn::Source;
use execora_voice_intent::dialogue::{
    ClarifyKind, MessageState, Missing as NotSaid, RecordingState, ReplyState,
};
use execora_voice_intent::understanding::{Channel as SaidChannel, Language};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Declares the words of one domain enum: their spelling, the schema, and the way from the domain.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident as $shown:ident = $domain:ty { $($variant:ident = $word:tt)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[schema(as = $shown)]
        #[expect(missing_docs, reason = "the words say it")]
        pub enum $name { $(#[serde(rename = $word)] $variant),* }

        impl From<$domain> for $name {
            fn from(word: $domain) -> Self {
                match word { $(<$domain>::$variant => Self::$variant),* }
            }
        }
    )*};
}

words! {
    /// In what goods are counted.
    UnitWord as Unit = Unit {
        Kg = "kg" G = "g" L = "l" Ml = "ml" Piece = "piece" Packet = "packet" Dozen = "dozen" Box = "box"
        Bottle = "bottle" Bag = "bag" Metre = "metre"
    }
    /// How money came in.
    ModeWord as PaymentMode = PaymentMode { Cash = "cash" Upi = "upi" Card = "card" Bank = "bank" Cheque = "cheque" }
    /// An account of the shop's book.
    AccountWord as Account = Account {
        Receivable = "receivable" Cash = "cash" Upi = "upi" Card = "card" Bank = "bank" Cheque = "cheque" Sales = "sales"
        Cgst = "cgst" Sgst = "sgst" Igst = "igst" Cess = "cess" RoundOff = "round_off" Discount = "discount"
        Opening = "opening"
    }
    /// What a journal entry records.
    EntryKindWord as EntryKind = EntryKind {
        Invoice = "invoice" Payment = "payment" Credit = "credit" Opening = "opening" CreditNote = "credit_note"
        Reversal = "reversal"
    }
    /// Where a payment stands.
    PaymentStatusWord as PaymentStatus = PaymentStatus { Recorded = "recorded" Reversed = "reversed" }
    /// Whether a customer can be traded with.
    CustomerStatusWord as CustomerStatus = CustomerStatus { Active = "active" Merged = "merged" Erased = "erased" }
    /// By what a customer was found.
    SearchReasonWord as SearchReason = Reason {
        Exact = "exact" Spelling = "spelling" Nickname = "nickname" Landmark = "landmark" Phone = "phone"
    }
    /// Why stock moved.
    MovementReasonWord as MovementReason = MovementReason {
        Purchase = "purchase" Sale = "sale" Return = "return" Adjustment = "adjustment" Damage = "damage"
    }
    /// Where a draft stands.
    DraftStatusWord as DraftStatus = DraftStatus { Open = "open" Confirmed = "confirmed" Discarded = "discarded" }
    /// What a draft still needs before it can be issued.
    DraftMissingWord as DraftMissing = Missing { Customer = "customer" Items = "items" Price = "price" }
    /// Where an invoice stands.
    InvoiceStatusWord as InvoiceStatus = InvoiceStatus { Issued = "issued" Cancelled = "cancelled" }
    /// Why a bill has its place of supply.
    SupplyReasonWord as SupplyReason = SupplyReason {
        BuyerGstin = "buyer_gstin" BuyerAddress = "buyer_address" ShopState = "shop_state"
    }
    /// By which way a message goes.
    ChannelWord as Channel = Channel { Whatsapp = "whatsapp" Email = "email" Sms = "sms" }
    /// Where a reminder stands.
    ReminderStatusWord as ReminderStatus = ReminderStatus {
        Scheduled = "scheduled" Sent = "sent" Delivered = "delivered" Failed = "failed" Cancelled = "cancelled"
        Done = "done"
    }
    /// A bundle of rights.
    RoleWord as Role = Role { Owner = "owner" Admin = "admin" Manager = "manager" Staff = "staff" Viewer = "viewer" }
    /// Who understood the words.
    SourceWord as Source = Source { Grammar = "grammar" Cache = "cache" Model = "model" }
    /// How a turn ended.
    StateWord as TurnState = ReplyState {
        Done = "done" NeedsConfirmation = "needs_confirmation" NeedsChoice = "needs_choice" Failed = "failed"
    }
    /// What a question is about.
    ClarifyKindWord as ClarifyKind = ClarifyKind {
        Customer = "customer" Product = "product" Draft = "draft" Confirm = "confirm" Missing = "missing"
        Intent = "intent"
    }
    /// What was not said.
    NotSaidWord as Missing = NotSaid {
        Customer = "customer" Items = "items" Price = "price" Amount = "amount" When = "when" Name = "name"
        Change = "change" Product = "product" Otp = "otp" Phone = "phone" Email = "email" Quantity = "quantity" Unit = "unit"
    }
    /// By which way a bill or an account goes.
    SaidChannelWord as MessageChannel = SaidChannel { Whatsapp = "whatsapp" Email = "email" Sms = "sms" }
    /// How far a message is.
    MessageStateWord as MessageState = MessageState { Queued = "queued" Sent = "sent" }
    /// Whether the sound of a conversation is kept.
    RecordingStateWord as RecordingState = RecordingState { Started = "started" Stopped = "stopped" }
    /// A language that answers are given in.
    LanguageWord as Language = Language { English = "en" Hindi = "hi" Hinglish = "hi-Latn" }
}

/// What kind of bill it is for the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = BillKind)]
pub enum BillKindWord {
    /// With GST.
    TaxInvoice,
    /// Outside the GST summary.
    BillWithoutGst,
}

/// Of which kind a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CredentialKind)]
pub enum CredentialKindWord {
    /// A person who signed in.
    User,
}

/// What should be looked at in what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = WarningCode)]
pub enum WarningWord {
    /// The series has a later bill with a lower number.
    DatedBeforeSeries,
    /// Another payment has the same reference.
    ReferenceUsedBefore,
}
