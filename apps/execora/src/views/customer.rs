//! Customers on the wire.

use super::{CURRENCY, instant, score};
use execora_customer::{Customer, Match};
use execora_usecases::{CreatedCustomer, PossibleDuplicate};
use serde::Serialize;
use utoipa::ToSchema;

/// An address.
#[derive(Debug, Serialize, ToSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AddressView {
    pub line1: Option<String>,
    pub line2: Option<String>,
    pub city: Option<String>,
    pub state_code: Option<String>,
    pub pincode: Option<String>,
}

/// A customer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Customer)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomerView {
    pub id: String,
    pub name: String,
    pub nickname: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub landmark: Option<String>,
    pub address: Option<AddressView>,
    pub gstin: Option<String>,
    pub language: Option<String>,
    pub aliases: Vec<String>,
    pub credit_limit_paise: Option<i64>,
    /// What the customer owes the shop; an advance is negative.
    pub balance_paise: i64,
    pub currency: &'static str,
    pub status: &'static str,
    pub merged_into: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
    /// Only in the answer to a create.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible_duplicates: Option<Vec<PossibleDuplicateView>>,
}

/// Another customer whose name is near.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PossibleDuplicate)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PossibleDuplicateView {
    pub customer_id: String,
    pub name: String,
    pub landmark: Option<String>,
    pub phone_last4: Option<String>,
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
            status: c.status.word(),
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
    pub id: String,
    pub name: String,
    pub nickname: Option<String>,
    pub landmark: Option<String>,
    pub phone_last4: Option<String>,
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
    pub score: String,
    pub reason: &'static str,
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
    pub customer_id: String,
    pub balance_paise: i64,
    pub currency: &'static str,
    pub as_of: String,
}

/// One hit with what is known of the customer.
#[must_use]
pub fn hit(found: &Match, customer: &Customer) -> SearchHitView {
    SearchHitView {
        customer: customer.into(),
        score: score(found.score.basis_points()),
        reason: found.reason.word(),
    }
}
