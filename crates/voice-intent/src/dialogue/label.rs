//! A command, or what came of one, in a few words: "payment, Suresh, ₹9,000".

use execora_kernel::Money;
use serde::{Deserialize, Serialize};

use super::task::{ForWhom, Task};
use super::{money, phrases};
use crate::understanding::{Intent, Language};
use crate::wording::{Key, say};

/// What a command was about, kept for naming it later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// Number of the bill.
    #[serde(default)]
    pub number: Option<String>,
    /// Whom, or which product.
    #[serde(default)]
    pub name: Option<String>,
    /// How much money.
    #[serde(default)]
    pub amount: Option<Money>,
    /// How much of a product, with its unit.
    #[serde(default)]
    pub measure: Option<String>,
    /// It was sent as well, which stays so.
    #[serde(default)]
    pub sent: bool,
}

impl About {
    /// What a command that was not done is about, as far as it is known.
    pub(super) fn of(task: &Task) -> Self {
        let slots = &task.slots;
        let drafted = task.draft.as_ref();
        let name = match &task.who {
            Some(who @ (ForWhom::Known(_) | ForWhom::New(_))) => Some(money::name(who)),
            None => drafted
                .and_then(|draft| draft.customer_name.clone())
                .or_else(|| slots.customer.clone())
                .or_else(|| slots.name.clone())
                .or_else(|| slots.product.clone()),
        };
        Self {
            number: slots.invoice_number.clone(),
            name,
            amount: task.amount().or_else(|| drafted.map(|draft| draft.total)),
            ..Self::default()
        }
    }

    /// The noun and what is known.
    pub(super) fn said(&self, language: Language, noun: Key) -> String {
        let noun = Some(say(language, noun, &[]));
        let amount = self.amount.as_ref().map(ToString::to_string);
        let known = [&noun, &self.number, &self.name, &amount, &self.measure];
        let known: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
        known.join(", ")
    }
}

/// A command that waits or was let go, kept for naming it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Named {
    pub intent: Intent,
    pub about: About,
}

impl Named {
    pub(super) fn of(task: &Task) -> Self {
        Self {
            intent: task.intent,
            about: About::of(task),
        }
    }

    pub(super) fn said(&self, language: Language) -> String {
        self.about.said(language, noun(self.intent))
    }
}

/// Several commands, one after the other.
pub(super) fn list<'a>(language: Language, named: impl Iterator<Item = &'a Named>) -> String {
    named.map(|one| one.said(language)).collect::<Vec<_>>().join("; ")
}

/// What a command is called.
fn noun(intent: Intent) -> Key {
    match intent {
        Intent::CreateInvoice | Intent::ConfirmInvoice | Intent::ShowDraft | Intent::ListInvoices => {
            Key::NounBill
        }
        Intent::EditDraft | Intent::ToggleGst => Key::NounBillChange,
        Intent::CancelInvoice => Key::NounBillCancel,
        Intent::SendInvoice => Key::NounSending,
        Intent::AddPayment => Key::NounPayment,
        Intent::AddCredit => Key::NounCredit,
        Intent::FetchBalance
        | Intent::FetchStatement
        | Intent::ListBalances
        | Intent::TotalPending
        | Intent::DailySummary => Key::NounAccount,
        Intent::CreateCustomer => Key::NounCustomer,
        Intent::UpdateCustomer | Intent::FetchCustomer | Intent::ProvideEmail => Key::NounDetails,
        Intent::DeleteCustomer | Intent::ProvideOtp => Key::NounErasing,
        Intent::ScheduleReminder | Intent::ListReminders => Key::NounReminder,
        Intent::RescheduleReminder => Key::NounReminderTime,
        Intent::CancelReminder => Key::NounReminderCancel,
        Intent::CheckStock | Intent::AddStock => Key::NounStock,
        Intent::SetPrice => Key::NounPrice,
        _ => Key::NounOther,
    }
}

/// The same, in words.
pub(super) fn noun_of(language: Language, intent: Intent) -> String {
    say(language, noun(intent), &[])
}

/// A customer as named in an answer, or nobody.
pub(super) fn person(task: &Task) -> Option<String> {
    task.customer().map(phrases::called)
}
