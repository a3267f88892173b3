//! What a turn came to, on the wire: one tagged type for every door.

use super::bill::{DraftView, InvoiceView};
use super::customer::CustomerView;
use super::ledger::{EntryView, PaymentView};
use super::product::{MovementView, ProductView};
use super::reminder::ReminderView;
use super::report::{StatementView, SummaryView};
use super::words::{LanguageWord, MessageStateWord, RecordingStateWord, SaidChannelWord};
use crate::web::openapi::scalars as doc;
use execora_inventory::{Movement, Product};
use execora_kernel::{EntryId, Money, Quantity};
use execora_ledger::Payment;
use execora_usecases::MovedStock;
use execora_usecases::turn::{Owed, TurnResult};
use execora_voice_intent::dialogue::MessageFact;
use execora_voice_intent::understanding::Intent;
use serde::Serialize;
use utoipa::ToSchema;

/// What one customer owes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Owed)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OwedView {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    pub name: String,
    #[schema(value_type = doc::Paise)]
    pub balance_paise: i64,
}

impl From<&Owed> for OwedView {
    fn from(owed: &Owed) -> Self {
        Self {
            customer_id: owed.customer.to_string(),
            name: owed.name.clone(),
            balance_paise: owed.balance.paise(),
        }
    }
}

/// A product and what it cost before; the same as a product alone but for that.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProductResult)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductResultView {
    pub product: Box<ProductView>,
    /// Only where the price was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<doc::Price>, required = false)]
    pub old_price_paise: Option<Option<i64>>,
}

/// What happened.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = Result)]
#[expect(missing_docs, reason = "the kinds say it")]
pub enum ResultView {
    Nothing,
    NotUnderstood,
    Draft {
        draft: Box<DraftView>,
    },
    Drafts {
        drafts: Vec<DraftView>,
    },
    Invoice {
        invoice: Box<InvoiceView>,
        #[schema(value_type = doc::Paise)]
        balance_paise: i64,
    },
    Invoices {
        data: Vec<InvoiceView>,
    },
    Payment {
        payment: Box<PaymentView>,
        #[schema(value_type = doc::Paise)]
        balance_paise: i64,
    },
    Entry {
        entry: Box<EntryView>,
        #[schema(value_type = doc::Paise)]
        balance_paise: i64,
    },
    Balance(OwedView),
    Balances {
        data: Vec<OwedView>,
    },
    TotalPending {
        #[schema(value_type = doc::Paise)]
        total_paise: i64,
        customers: u64,
    },
    Customer {
        customer: Box<CustomerView>,
    },
    Reminder {
        reminder: Box<ReminderView>,
    },
    Reminders {
        data: Vec<ReminderView>,
    },
    Product(ProductResultView),
    Movement {
        movement: Box<MovementView>,
    },
    Summary(Box<SummaryView>),
    Statement(Box<StatementView>),
    Message {
        #[schema(value_type = doc::MessageRef)]
        message_id: String,
        channel: SaidChannelWord,
        state: MessageStateWord,
    },
    Recording {
        state: RecordingStateWord,
    },
    Undone {
        #[schema(value_type = doc::IntentText)]
        intent: &'static str,
        #[schema(value_type = Vec<doc::EntryRef>)]
        entry_ids: Vec<String>,
    },
    Language {
        language: LanguageWord,
    },
    Help {
        examples: Vec<String>,
    },
    Refused {
        code: String,
    },
    Several {
        #[schema(no_recursion)]
        results: Vec<ResultView>,
    },
}

fn list<'a, T, V: From<&'a T>>(things: &'a [T]) -> Vec<V> {
    things.iter().map(V::from).collect()
}

fn one<'a, T, V: From<&'a T>>(thing: &'a T) -> Box<V> {
    Box::new(V::from(thing))
}

impl ResultView {
    fn payment(payment: &Payment, balance: Money) -> Self {
        Self::Payment {
            payment: Box::new(PaymentView::new(payment, Some(balance))),
            balance_paise: balance.paise(),
        }
    }

    fn product(product: &Product, old_price: Option<Option<Money>>) -> Self {
        Self::Product(ProductResultView {
            product: one(product),
            old_price_paise: old_price.map(|price| price.map(Money::paise)),
        })
    }

    fn movement(movement: &Movement, stock: Quantity) -> Self {
        let movement = movement.clone();
        Self::Movement {
            movement: one(&MovedStock { movement, stock }),
        }
    }

    fn message(message: &MessageFact) -> Self {
        Self::Message {
            message_id: message.id.to_string(),
            channel: message.channel.into(),
            state: message.state.into(),
        }
    }

    fn undone(intent: Intent, entries: &[EntryId]) -> Self {
        Self::Undone {
            intent: intent.as_str(),
            entry_ids: entries.iter().map(EntryId::to_string).collect(),
        }
    }

    fn owed_by_all(total: Money, customers: u64) -> Self {
        Self::TotalPending {
            total_paise: total.paise(),
            customers,
        }
    }
}

impl From<&TurnResult> for ResultView {
    fn from(result: &TurnResult) -> Self {
        use TurnResult as T;
        match result {
            T::Nothing => Self::Nothing,
            T::NotUnderstood => Self::NotUnderstood,
            T::Draft(draft) => Self::Draft {
                draft: one(draft.as_ref()),
            },
            T::Drafts(drafts) => Self::Drafts { drafts: list(drafts) },
            T::Invoice { invoice, balance } => Self::Invoice {
                invoice: one(invoice.as_ref()),
                balance_paise: balance.paise(),
            },
            T::Invoices(data) => Self::Invoices { data: list(data) },
            T::Payment { payment, balance } => Self::payment(payment, *balance),
            T::Entry { entry, balance } => Self::Entry {
                entry: one(entry.as_ref()),
                balance_paise: balance.paise(),
            },
            T::Balance(owed) => Self::Balance(owed.into()),
            T::Balances(data) => Self::Balances { data: list(data) },
            T::TotalPending { total, customers } => Self::owed_by_all(*total, *customers),
            T::Summary(summary) => Self::Summary(one(summary.as_ref())),
            T::Statement(statement) => Self::Statement(one(statement.as_ref())),
            T::Message(message) => Self::message(message),
            T::Recording(state) => Self::Recording {
                state: (*state).into(),
            },
            T::Customer(customer) => Self::Customer {
                customer: one(customer.as_ref()),
            },
            T::Reminder(reminder) => Self::Reminder {
                reminder: one(reminder.as_ref()),
            },
            T::Reminders(data) => Self::Reminders { data: list(data) },
            T::Product(product) => Self::product(product, None),
            T::Priced { product, old_price } => Self::product(product, Some(*old_price)),
            T::Movement { movement, stock } => Self::movement(movement, *stock),
            T::Undone { intent, entries } => Self::undone(*intent, entries),
            T::Language(language) => Self::Language {
                language: (*language).into(),
            },
            T::Help(examples) => Self::Help {
                examples: examples.clone(),
            },
            T::Refused { code } => Self::Refused { code: code.clone() },
            T::Several(results) => Self::Several {
                results: list(results),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use execora_kernel::CustomerId;
    use serde_json::json;
    use uuid::Uuid;

    #[test]
    fn a_balance_is_one_object_with_its_kind() {
        let owed = Owed {
            customer: CustomerId::new(Uuid::from_u128(1)),
            name: "Rahul".to_owned(),
            balance: Money::from_paise(12_345),
        };
        let shown = ResultView::from(&TurnResult::Several(vec![
            TurnResult::Balance(owed),
            TurnResult::Nothing,
        ]));
        let expected = json!({"kind": "several", "results": [
            {"kind": "balance", "customer_id": "cus_00000000-0000-0000-0000-000000000001", "name": "Rahul", "balance_paise": 12_345},
            {"kind": "nothing"},
        ]});
        assert_eq!(json!(shown), expected);
    }
}
