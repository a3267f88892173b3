//! The thirty-seven intents of a spoken command and the names they have on the wire.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a command asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[non_exhaustive]
pub enum Intent {
    /// Start a bill, with or without lines.
    CreateInvoice,
    /// Issue the draft.
    ConfirmInvoice,
    /// Change the lines or the discount of the draft.
    EditDraft,
    /// Show the draft.
    ShowDraft,
    /// Put tax on the draft or take it off.
    ToggleGst,
    /// Send a bill to the customer.
    SendInvoice,
    /// Cancel a bill, or discard a draft.
    CancelInvoice,
    /// List bills.
    ListInvoices,
    /// Money came in.
    AddPayment,
    /// The customer owes more.
    AddCredit,
    /// What one customer owes.
    FetchBalance,
    /// The account of one customer over a period.
    FetchStatement,
    /// What every customer owes.
    ListBalances,
    /// What all customers owe together.
    TotalPending,
    /// Sales and collections of a period.
    DailySummary,
    /// A new customer.
    CreateCustomer,
    /// Change a customer's particulars.
    UpdateCustomer,
    /// Show a customer's particulars.
    FetchCustomer,
    /// Erase a customer's data.
    DeleteCustomer,
    /// An e-mail address, alone.
    ProvideEmail,
    /// A one-time code.
    ProvideOtp,
    /// Remind a customer, or the shopkeeper.
    ScheduleReminder,
    /// Move a reminder.
    RescheduleReminder,
    /// Drop a reminder.
    CancelReminder,
    /// List reminders.
    ListReminders,
    /// How much of a product is left.
    CheckStock,
    /// Goods came in.
    AddStock,
    /// What a product costs from now on.
    SetPrice,
    /// Speak another language.
    SwitchLanguage,
    /// Start recording the conversation.
    StartRecording,
    /// Stop recording the conversation.
    StopRecording,
    /// Yes.
    Affirm,
    /// No.
    Deny,
    /// One of the offered choices.
    SelectOption,
    /// Take the last thing back.
    Undo,
    /// Say it again.
    Repeat,
    /// What can be said.
    Help,
    /// Anything else.
    #[default]
    Unknown,
}

const NAMES: [(Intent, &str); 38] = [
    (Intent::CreateInvoice, "CREATE_INVOICE"),
    (Intent::ConfirmInvoice, "CONFIRM_INVOICE"),
    (Intent::EditDraft, "EDIT_DRAFT"),
    (Intent::ShowDraft, "SHOW_DRAFT"),
    (Intent::ToggleGst, "TOGGLE_GST"),
    (Intent::SendInvoice, "SEND_INVOICE"),
    (Intent::CancelInvoice, "CANCEL_INVOICE"),
    (Intent::ListInvoices, "LIST_INVOICES"),
    (Intent::AddPayment, "ADD_PAYMENT"),
    (Intent::AddCredit, "ADD_CREDIT"),
    (Intent::FetchBalance, "FETCH_BALANCE"),
    (Intent::FetchStatement, "FETCH_STATEMENT"),
    (Intent::ListBalances, "LIST_BALANCES"),
    (Intent::TotalPending, "TOTAL_PENDING"),
    (Intent::DailySummary, "DAILY_SUMMARY"),
    (Intent::CreateCustomer, "CREATE_CUSTOMER"),
    (Intent::UpdateCustomer, "UPDATE_CUSTOMER"),
    (Intent::FetchCustomer, "FETCH_CUSTOMER"),
    (Intent::DeleteCustomer, "DELETE_CUSTOMER"),
    (Intent::ProvideEmail, "PROVIDE_EMAIL"),
    (Intent::ProvideOtp, "PROVIDE_OTP"),
    (Intent::ScheduleReminder, "SCHEDULE_REMINDER"),
    (Intent::RescheduleReminder, "RESCHEDULE_REMINDER"),
    (Intent::CancelReminder, "CANCEL_REMINDER"),
    (Intent::ListReminders, "LIST_REMINDERS"),
    (Intent::CheckStock, "CHECK_STOCK"),
    (Intent::AddStock, "ADD_STOCK"),
    (Intent::SetPrice, "SET_PRICE"),
    (Intent::SwitchLanguage, "SWITCH_LANGUAGE"),
    (Intent::StartRecording, "START_RECORDING"),
    (Intent::StopRecording, "STOP_RECORDING"),
    (Intent::Affirm, "AFFIRM"),
    (Intent::Deny, "DENY"),
    (Intent::SelectOption, "SELECT_OPTION"),
    (Intent::Undo, "UNDO"),
    (Intent::Repeat, "REPEAT"),
    (Intent::Help, "HELP"),
    (Intent::Unknown, "UNKNOWN"),
];

/// Names that a language model may still answer with.
const ALIASES: [(&str, Intent); 10] = [
    ("RECORD_PAYMENT", Intent::AddPayment),
    ("CREATE_REMINDER", Intent::ScheduleReminder),
    ("CHECK_BALANCE", Intent::FetchBalance),
    ("MODIFY_REMINDER", Intent::RescheduleReminder),
    ("GET_CUSTOMER_INFO", Intent::FetchCustomer),
    ("LIST_CUSTOMER_BALANCES", Intent::ListBalances),
    ("TOTAL_PENDING_AMOUNT", Intent::TotalPending),
    ("DELETE_CUSTOMER_DATA", Intent::DeleteCustomer),
    ("SHOW_PENDING_INVOICE", Intent::ShowDraft),
    ("UPDATE_CUSTOMER_PHONE", Intent::UpdateCustomer),
];

/// The text is not the name of an intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an intent")]
pub struct NotAnIntent;

impl Intent {
    /// Every intent, in the order of the contract.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(intent, _)| *intent)
    }

    /// The name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES
            .iter()
            .find(|(intent, _)| *intent == self)
            .map_or("UNKNOWN", |(_, name)| name)
    }

    /// Does it write, send or delete something? What only shows or declines does not.
    ///
    /// A statement acts only when it is to be sent; see [`super::Slots::channel`].
    #[must_use]
    pub fn is_acting(self) -> bool {
        !matches!(
            self,
            Self::ShowDraft
                | Self::ListInvoices
                | Self::FetchBalance
                | Self::FetchStatement
                | Self::ListBalances
                | Self::TotalPending
                | Self::DailySummary
                | Self::FetchCustomer
                | Self::ListReminders
                | Self::CheckStock
                | Self::Deny
                | Self::Repeat
                | Self::Help
                | Self::Unknown
        )
    }
}

impl Intent {
    /// Does it change the books at once, with no read-back before it?
    pub(crate) fn books(self) -> bool {
        matches!(
            self,
            Self::AddPayment
                | Self::AddCredit
                | Self::AddStock
                | Self::SetPrice
                | Self::CreateCustomer
                | Self::DeleteCustomer
                | Self::CancelInvoice
        )
    }
}

impl fmt::Display for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Intent {
    type Err = NotAnIntent;

    fn from_str(text: &str) -> Result<Self, NotAnIntent> {
        let name = text.trim();
        NAMES
            .iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(intent, _)| *intent)
            .or_else(|| {
                ALIASES
                    .iter()
                    .find(|(alias, _)| alias.eq_ignore_ascii_case(name))
                    .map(|(_, intent)| *intent)
            })
            .ok_or(NotAnIntent)
    }
}

impl JsonSchema for Intent {
    fn schema_name() -> Cow<'static, str> {
        "Intent".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = Self::all().map(Self::as_str).collect();
        json_schema!({"type": "string", "enum": names})
    }
}

impl Serialize for Intent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Intent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back_as_its_intent() {
        for intent in Intent::all() {
            assert_eq!(intent.as_str().parse(), Ok(intent));
        }
    }

    #[test]
    fn an_older_name_is_an_alias() {
        assert_eq!("record_payment".parse(), Ok(Intent::AddPayment));
        assert_eq!("SHOW_PENDING_INVOICE".parse(), Ok(Intent::ShowDraft));
        assert_eq!("BOOK_A_CAB".parse::<Intent>(), Err(NotAnIntent));
    }

    #[test]
    fn showing_is_not_acting_and_booking_is() {
        assert!(!Intent::FetchBalance.is_acting());
        assert!(Intent::AddPayment.is_acting());
        assert!(!Intent::Unknown.is_acting());
    }
}
