//! What an option of a question stands for, and what a yes would do, on the wire.

use super::bill::DraftView;
use super::words::UnitWord;
use crate::web::openapi::scalars as doc;
use execora_usecases::turn::{TurnChoice, TurnPreview};
use execora_voice_intent::dialogue::{CustomerFact, ProductFact};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// A customer to choose; one who is to be made when chosen has no id.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerChoice)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomerChoiceView {
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    pub name: String,
    pub landmark: Option<String>,
    #[schema(value_type = Option<doc::PhoneEnd>)]
    pub phone_last4: Option<String>,
    #[schema(value_type = doc::Paise)]
    pub balance_paise: i64,
}

/// A product to choose.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProductChoice)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductChoiceView {
    #[schema(value_type = doc::ProductRef)]
    pub product_id: String,
    pub name: String,
    pub unit: UnitWord,
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<i64>,
}

/// A whole reading to choose: what was said, and what it would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReadingChoice)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReadingChoiceView {
    #[schema(value_type = doc::IntentText)]
    pub intent: &'static str,
    #[schema(value_type = doc::Slots)]
    pub slots: Value,
    pub preview: Box<PreviewView>,
}

/// What an option stands for: a customer, a product, a draft or a whole reading.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = Choice)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChoiceView {
    Customer(CustomerChoiceView),
    Product(ProductChoiceView),
    Draft(Box<DraftView>),
    Reading(ReadingChoiceView),
}

/// What a yes would do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Preview)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PreviewView {
    #[schema(value_type = doc::IntentText)]
    pub intent: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = CustomerChoiceView, required = false)]
    pub customer: Option<CustomerChoiceView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = DraftView, required = false)]
    pub draft: Option<Box<DraftView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = doc::Amount, required = false)]
    pub amount_paise: Option<i64>,
}

impl From<&CustomerFact> for CustomerChoiceView {
    fn from(c: &CustomerFact) -> Self {
        Self {
            customer_id: Some(c.id.to_string()),
            name: c.name.clone(),
            landmark: c.landmark.clone(),
            phone_last4: c.phone_last4.clone(),
            balance_paise: c.balance.paise(),
        }
    }
}

impl From<&ProductFact> for ProductChoiceView {
    fn from(p: &ProductFact) -> Self {
        Self {
            product_id: p.id.to_string(),
            name: p.name.clone(),
            unit: p.unit.into(),
            price_paise: p.price.map(|m| m.paise()),
        }
    }
}

impl From<&TurnChoice> for ChoiceView {
    fn from(choice: &TurnChoice) -> Self {
        match choice {
            TurnChoice::Customer(fact) => Self::Customer(fact.into()),
            TurnChoice::NewCustomer(name) => Self::Customer(CustomerChoiceView {
                customer_id: None,
                name: name.clone(),
                landmark: None,
                phone_last4: None,
                balance_paise: 0,
            }),
            TurnChoice::Product(fact) => Self::Product(fact.into()),
            TurnChoice::Draft(draft) => Self::Draft(Box::new(draft.as_ref().into())),
            TurnChoice::Reading { intent, slots } => Self::Reading(ReadingChoiceView {
                intent: intent.as_str(),
                slots: json!(slots),
                preview: Box::new(PreviewView {
                    intent: intent.as_str(),
                    customer: None,
                    draft: None,
                    amount_paise: slots.amount.map(|amount| amount.paise()),
                }),
            }),
        }
    }
}

impl From<&TurnPreview> for PreviewView {
    fn from(p: &TurnPreview) -> Self {
        Self {
            intent: p.intent.as_str(),
            customer: p.customer.as_ref().map(Into::into),
            draft: p.draft.as_ref().map(|draft| Box::new(draft.as_ref().into())),
            amount_paise: p.amount.map(|m| m.paise()),
        }
    }
}
