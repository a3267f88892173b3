//! Customers on the wire.

use super::words::{CustomerStatusWord, SearchReasonWord};
use super::{CURRENCY, instant, score};
use crate::web::openapi::scalars as doc;
use execora_customer::{Customer, Match};
use execora_usecases::{CreatedCustomer, PossibleDuplicate};
use serde::Serialize;
use utoipa::ToSchema;

/// An address.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Address)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AddressView {
    #[schema(value_type = Option<doc::LabelText>)]
    pub line1: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub line2: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub city: Option<String>,
    #[schema(value_type = Option<doc::StateCode>)]
    pub state_code: Option<String>,
    #[schema(value_type = Option<doc::PincodeText>)]
    pub pincode: Option<String>,
}

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Customer)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomerView {
    #[schema(value_type = doc::CustomerRef)]
    pub id: String,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<doc::LabelText>)]
    pub nickname: Option<String>,
    #[schema(value_type = Option<doc::PhoneOut>)]
    pub phone: Option<String>,
    #[schema(value_type = Option<doc::EmailText>)]
    pub email: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub landmark: Option<String>,
    pub address: Option<AddressView>,
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub language: Option<String>,
    #[schema(value_type = Vec<doc::LabelText>)]
    pub aliases: Vec<String>,
    #[schema(value_type = Option<doc::Price>)]
    pub credit_limit_paise: Option<i64>,
    /// What the customer owes the shop; an advance is negative.
    #[schema(value_type = doc::Paise)]
    pub balance_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    pub status: CustomerStatusWord,
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub merged_into: Option<String>,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
    /// Only in the answer to a create.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Vec<PossibleDuplicateView>)]
    pub possible_duplicates: Option<Vec<PossibleDuplicateView>>,
}

/// Another customer whose name is near.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PossibleDuplicate)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PossibleDuplicateView {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<doc::LabelText>)]
    pub landmark: Option<String>,
    #[schema(value_type = Option<doc::PhoneEnd>)]
    pub phone_last4: Option<String>,
    #[schema(value_type = doc::Score)]
    pub score: String,
}

impl From<&Customer> for CustomerView {
    fn from(c: &Customer) -> Self {
        Self {
            id: c.id.to_string(),
            name: c.name.to_string(),
            nickname: c.nickname.as_ref().map(ToString::to_string),
            phone: c.phone.as_ref().map(|p| p.as_str().to_owned()),
            email: c.email.as_ref().map(|e| e.as_str().to_owned()),
            landmark: c.landmark.as_ref().map(ToString::to_string),
            address: c.address.as_ref().map(|a| AddressView {
                line1: a.line1.as_ref().map(ToString::to_string),
                line2: a.line2.as_ref().map(ToString::to_string),
                city: a.city.as_ref().map(ToString::to_string),
                state_code: a.state_code.map(|s| s.to_string()),
                pincode: a.pincode.as_ref().map(ToString::to_string),
            }),
            gstin: c.gstin.as_ref().map(|g| g.as_str().to_owned()),
            language: c.language.as_ref().map(ToString::to_string),
            aliases: c.aliases.iter().map(ToString::to_string).collect(),
            credit_limit_paise: c.credit_limit.map(|m| m.paise()),
            balance_paise: c.balance.paise(),
            currency: CURRENCY,
            status: c.status.into(),
            merged_into: c.merged_into.map(|id| id.to_string()),
            created_at: instant(c.created_at),
            updated_at: instant(c.updated_at),
            version: c.version,
            possible_duplicates: None,
        }
    }
}

impl From<&CreatedCustomer> for CustomerView {
    fn from(created: &CreatedCustomer) -> Self {
        let possible = |d: &PossibleDuplicate| PossibleDuplicateView {
            customer_id: d.customer.to_string(),
            name: d.name.clone(),
            landmark: d.landmark.clone(),
            phone_last4: d.phone_last4.clone(),
            score: score(d.score),
        };
        let mut view = Self::from(&created.customer);
        view.possible_duplicates = Some(created.possible_duplicates.iter().map(possible).collect());
        view
    }
}

/// A customer as a search shows him.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CustomerBrief)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomerBriefView {
    #[schema(value_type = doc::CustomerRef)]
    pub id: String,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<doc::LabelText>)]
    pub nickname: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub landmark: Option<String>,
    #[schema(value_type = Option<doc::PhoneEnd>)]
    pub phone_last4: Option<String>,
    #[schema(value_type = doc::Paise)]
    pub balance_paise: i64,
}

impl From<&Customer> for CustomerBriefView {
    fn from(c: &Customer) -> Self {
        Self {
            id: c.id.to_string(),
            name: c.name.to_string(),
            nickname: c.nickname.as_ref().map(ToString::to_string),
            landmark: c.landmark.as_ref().map(ToString::to_string),
            phone_last4: c.phone.as_ref().map(|p| p.last4().to_owned()),
            balance_paise: c.balance.paise(),
        }
    }
}

/// One hit of a search.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SearchHit)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SearchHitView {
    pub customer: CustomerBriefView,
    #[schema(value_type = doc::Score)]
    pub score: String,
    pub reason: SearchReasonWord,
}

/// The hits of a search, best first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SearchHits)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SearchHitsView {
    pub data: Vec<SearchHitView>,
}

/// What a customer owes now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Balance)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BalanceView {
    #[schema(value_type = doc::CustomerRef)]
    pub customer_id: String,
    #[schema(value_type = doc::Paise)]
    pub balance_paise: i64,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    #[schema(value_type = doc::Instant)]
    pub as_of: String,
}

/// One hit with what is known of the customer.
#[must_use]
pub fn hit(found: &Match, customer: &Customer) -> SearchHitView {
    SearchHitView {
        customer: customer.into(),
        score: score(found.score.basis_points()),
        reason: found.reason.into(),
    }
}
