//! Turns on the wire, the same over the socket, REST and the terminal.

use super::bill::{DraftView, InvoiceView};
use super::customer::CustomerView;
use super::instant;
use super::ledger::{EntryView, PaymentView};
use super::product::{MovementView, ProductView};
use super::reminder::ReminderView;
use super::report::{StatementView, SummaryView};
use execora_usecases::MovedStock;
use execora_usecases::turn::{
    Owed, TurnAnswer, TurnChoice, TurnClarify, TurnOption, TurnPreview, TurnResult,
};
use execora_voice_intent::dialogue::{ClarifyKind, CustomerFact, ProductFact, ReplyState};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// One option of a question.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClarifyOption)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OptionView {
    /// Counted from one.
    pub index: usize,
    pub label: String,
    /// The customer, product or draft; a customer who is to be made has `customer_id` null.
    #[schema(value_type = Object)]
    pub value: Value,
}

/// The question that an answer leaves open.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clarify)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ClarifyView {
    /// `customer`, `product`, `draft`, `confirm` or `missing`.
    pub kind: &'static str,
    pub prompt: String,
    pub options: Vec<OptionView>,
    /// What a yes would do: `{intent, customer?, draft?, amount_paise?}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub preview: Option<Value>,
    /// What was not said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    pub token: String,
    pub expires_at: String,
}

/// What a command came to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Command)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CommandView {
    pub session_id: String,
    pub turn_id: String,
    pub intent: &'static str,
    /// 0 to 1.
    pub confidence: f64,
    /// What was said: rupees and numbers.
    #[schema(value_type = Object)]
    pub slots: Value,
    pub source: &'static str,
    pub took_us: u32,
    /// The answer in words.
    pub text: String,
    pub language: &'static str,
    /// `done`, `needs_confirmation`, `needs_choice` or `failed`.
    pub state: &'static str,
    /// What happened; always has a `kind`, and with `summary` and `statement` the fields of the schema of that name.
    #[schema(value_type = Object)]
    pub result: Value,
    pub clarify: Option<ClarifyView>,
    /// Takes back the last thing that was done, for ten minutes.
    pub undo_token: Option<String>,
}

impl From<&TurnAnswer> for CommandView {
    fn from(a: &TurnAnswer) -> Self {
        Self {
            session_id: a.session.to_string(),
            turn_id: a.turn.to_string(),
            intent: a.intent.as_str(),
            confidence: confidence(a.confidence),
            slots: json!(a.slots),
            source: a.source.as_str(),
            took_us: a.took_us,
            text: a.text.clone(),
            language: a.language.as_str(),
            state: state(a.state),
            result: result(&a.result),
            clarify: a.clarify.as_ref().map(ClarifyView::from),
            undo_token: a.undo.map(|id| id.to_string()),
        }
    }
}

impl From<&TurnClarify> for ClarifyView {
    fn from(c: &TurnClarify) -> Self {
        Self {
            kind: match c.kind {
                ClarifyKind::Customer => "customer",
                ClarifyKind::Product => "product",
                ClarifyKind::Draft => "draft",
                ClarifyKind::Confirm => "confirm",
                ClarifyKind::Missing => "missing",
            },
            prompt: c.prompt.clone(),
            options: c.options.iter().map(OptionView::from).collect(),
            preview: c.preview.as_ref().map(preview),
            missing: c
                .missing
                .iter()
                .filter_map(|m| json!(m).as_str().map(str::to_owned))
                .collect(),
            token: c.token.clone(),
            expires_at: instant(c.expires_at),
        }
    }
}

impl From<&TurnOption> for OptionView {
    fn from(o: &TurnOption) -> Self {
        Self {
            index: o.index,
            label: o.label.clone(),
            value: choice(&o.value),
        }
    }
}

/// The word for how a turn ended.
#[must_use]
pub fn state(state: ReplyState) -> &'static str {
    match state {
        ReplyState::Done => "done",
        ReplyState::NeedsConfirmation => "needs_confirmation",
        ReplyState::NeedsChoice => "needs_choice",
        ReplyState::Failed => "failed",
    }
}

/// A certainty with four decimals: what is 0.95 in the program reads 0.95 on the wire.
#[must_use]
pub fn confidence(certainty: f32) -> f64 {
    (f64::from(certainty) * 10_000.0).round() / 10_000.0
}

fn customer(c: &CustomerFact) -> Value {
    json!({
        "customer_id": c.id,
        "name": c.name,
        "landmark": c.landmark,
        "phone_last4": c.phone_last4,
        "balance_paise": c.balance.paise(),
    })
}

fn product(p: &ProductFact) -> Value {
    json!({
        "product_id": p.id,
        "name": p.name,
        "unit": p.unit.as_str(),
        "price_paise": p.price.map(|m| m.paise()),
    })
}

fn choice(choice: &TurnChoice) -> Value {
    match choice {
        TurnChoice::Customer(fact) => customer(fact),
        TurnChoice::NewCustomer(name) => json!({
            "customer_id": null, "name": name, "landmark": null, "phone_last4": null, "balance_paise": 0,
        }),
        TurnChoice::Product(fact) => product(fact),
        TurnChoice::Draft(draft) => json!(DraftView::from(draft.as_ref())),
    }
}

fn preview(p: &TurnPreview) -> Value {
    let mut shown = json!({ "intent": p.intent.as_str() });
    let parts = [
        ("customer", p.customer.as_ref().map(customer)),
        (
            "draft",
            p.draft.as_ref().map(|d| json!(DraftView::from(d.as_ref()))),
        ),
        ("amount_paise", p.amount.map(|m| json!(m.paise()))),
    ];
    if let Some(shown) = shown.as_object_mut() {
        shown.extend(
            parts
                .into_iter()
                .filter_map(|(name, part)| Some((name.to_owned(), part?))),
        );
    }
    shown
}

fn owed(o: &Owed) -> Value {
    json!({ "customer_id": o.customer, "name": o.name, "balance_paise": o.balance.paise() })
}

/// What happened, always with a `kind`.
#[must_use]
pub fn result(result: &TurnResult) -> Value {
    match result {
        TurnResult::Nothing => json!({ "kind": "nothing" }),
        TurnResult::NotUnderstood => json!({ "kind": "not_understood" }),
        TurnResult::Draft(draft) => json!({ "kind": "draft", "draft": DraftView::from(draft.as_ref()) }),
        TurnResult::Drafts(drafts) => json!({ "kind": "drafts", "drafts": list::<_, DraftView>(drafts) }),
        TurnResult::Invoice { invoice, balance } => json!({
            "kind": "invoice", "invoice": InvoiceView::from(invoice.as_ref()), "balance_paise": balance.paise(),
        }),
        TurnResult::Invoices(invoices) => {
            json!({ "kind": "invoices", "data": list::<_, InvoiceView>(invoices) })
        }
        TurnResult::Payment { payment, balance } => json!({
            "kind": "payment",
            "payment": PaymentView::new(payment, Some(*balance)),
            "balance_paise": balance.paise(),
        }),
        TurnResult::Entry { entry, balance } => json!({
            "kind": "entry", "entry": EntryView::from(entry.as_ref()), "balance_paise": balance.paise(),
        }),
        TurnResult::Several(results) => {
            json!({ "kind": "several", "results": results.iter().map(self::result).collect::<Vec<_>>() })
        }
        other => figure(other),
    }
}

/// What shows no document.
fn figure(result: &TurnResult) -> Value {
    match result {
        TurnResult::Balance(one) => with_kind("balance", owed(one)),
        TurnResult::Balances(all) => {
            json!({ "kind": "balances", "data": all.iter().map(owed).collect::<Vec<_>>() })
        }
        TurnResult::TotalPending { total, customers } => {
            json!({ "kind": "total_pending", "total_paise": total.paise(), "customers": customers })
        }
        TurnResult::Customer(one) => {
            json!({ "kind": "customer", "customer": CustomerView::from(one.as_ref()) })
        }
        TurnResult::Reminder(one) => {
            json!({ "kind": "reminder", "reminder": ReminderView::from(one.as_ref()) })
        }
        TurnResult::Reminders(all) => json!({ "kind": "reminders", "data": list::<_, ReminderView>(all) }),
        TurnResult::Product(one) => json!({ "kind": "product", "product": ProductView::from(one.as_ref()) }),
        TurnResult::Priced { product, old_price } => json!({
            "kind": "product",
            "product": ProductView::from(product.as_ref()),
            "old_price_paise": old_price.map(|m| m.paise()),
        }),
        TurnResult::Movement { movement, stock } => {
            let moved = MovedStock {
                movement: movement.as_ref().clone(),
                stock: *stock,
            };
            json!({ "kind": "movement", "movement": MovementView::from(&moved) })
        }
        TurnResult::Summary(one) => with_kind("summary", json!(SummaryView::from(one.as_ref()))),
        TurnResult::Statement(one) => with_kind("statement", json!(StatementView::from(one.as_ref()))),
        TurnResult::Message(message) => json!({
            "kind": "message", "message_id": message.id, "channel": message.channel, "state": message.state,
        }),
        TurnResult::Recording(state) => json!({ "kind": "recording", "state": state }),
        TurnResult::Undone { intent, entries } => {
            json!({ "kind": "undone", "intent": intent.as_str(), "entry_ids": entries })
        }
        TurnResult::Language(language) => json!({ "kind": "language", "language": language.as_str() }),
        TurnResult::Help(examples) => json!({ "kind": "help", "examples": examples }),
        TurnResult::Refused { code } => json!({ "kind": "refused", "code": code }),
        _ => json!({ "kind": "nothing" }),
    }
}

fn with_kind(kind: &str, mut shown: Value) -> Value {
    shown["kind"] = json!(kind);
    shown
}

fn list<'a, T, V: From<&'a T>>(things: &'a [T]) -> Vec<V> {
    things.iter().map(V::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use execora_kernel::{CustomerId, Money};
    use uuid::Uuid;

    #[test]
    fn a_certainty_reads_as_it_was_meant() {
        assert_eq!(confidence(0.95).to_string(), "0.95");
        assert_eq!(confidence(1.0).to_string(), "1");
    }

    #[test]
    fn a_balance_is_one_object_with_its_kind() {
        let one = Owed {
            customer: CustomerId::new(Uuid::from_u128(1)),
            name: "Rahul".to_owned(),
            balance: Money::from_paise(12_345),
        };
        let shown = result(&TurnResult::Several(vec![
            TurnResult::Balance(one),
            TurnResult::Nothing,
        ]));
        let expected = json!({"kind": "several", "results": [
            {"kind": "balance", "customer_id": "cus_00000000-0000-0000-0000-000000000001", "name": "Rahul", "balance_paise": 12_345},
            {"kind": "nothing"},
        ]});
        assert_eq!(shown, expected);
    }
}
