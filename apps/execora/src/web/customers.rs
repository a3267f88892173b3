//! `/api/v1/customers`: writing down, finding and changing customers.

use super::answer;
use super::body::Body;
use super::extract::{self, IfMatch, Key, Signed};
use super::fields::{self, Fields, email, finish, label, phone, present};
use super::json::Object;
use crate::app::App;
use crate::problem::{Problem, ProblemView};
use crate::views::customer::{BalanceView, CustomerView, SearchHitsView, hit};
use crate::views::{CURRENCY, ListView, instant};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use execora_customer::{Address, CustomerChanges, CustomerFilter, NewCustomer, Query};
use execora_kernel::{CustomerId, Money, Right, money::AMOUNT_MAX};
use execora_usecases::{CreateCustomer, FieldCode, UpdateCustomer};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// How many hits a search shows.
const HITS_MAX: usize = 5;

/// An address as sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AddressBody {
    pub line1: Option<String>,
    pub line2: Option<String>,
    pub city: Option<String>,
    pub state_code: Option<String>,
    pub pincode: Option<String>,
}

/// A new customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateCustomerBody {
    pub name: String,
    pub nickname: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub landmark: Option<String>,
    #[schema(value_type = Option<AddressBody>)]
    pub address: Option<Object<AddressBody>>,
    pub gstin: Option<String>,
    pub language: Option<String>,
    #[serde(default)]
    pub aliases: Option<Vec<String>>,
    pub credit_limit_paise: Option<i64>,
    /// What is owed already; an advance is negative. Needs an `Idempotency-Key`.
    pub opening_balance_paise: Option<i64>,
}

/// Changes of a customer (RFC 7396): absent keeps, null clears.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateCustomerBody {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub nickname: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub email: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub landmark: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<AddressPatch>)]
    pub address: Option<Option<Object<AddressPatch>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub gstin: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub language: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<String>>)]
    pub aliases: Option<Option<Vec<String>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i64>)]
    pub credit_limit_paise: Option<Option<i64>>,
}

/// Changes of an address (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AddressPatch {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub line1: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub line2: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub city: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub state_code: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub pincode: Option<Option<String>>,
}

fn state(text: &str) -> Result<execora_kernel::StateCode, FieldCode> {
    execora_kernel::StateCode::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn pincode(text: &str) -> Result<execora_customer::Pincode, FieldCode> {
    execora_customer::Pincode::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn gstin(text: &str) -> Result<execora_kernel::Gstin, FieldCode> {
    execora_kernel::Gstin::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn credit_limit(fields: &mut Fields, paise: Option<i64>) -> Option<Money> {
    let limit = Money::from_paise(paise?);
    if limit < Money::ZERO || limit > AMOUNT_MAX {
        fields.refuse("/credit_limit_paise", FieldCode::OutOfRange);
    }
    Some(limit)
}

impl AddressBody {
    fn parse(&self, fields: &mut Fields) -> Address {
        Address {
            line1: fields.opt("/address/line1", self.line1.as_ref(), label),
            line2: fields.opt("/address/line2", self.line2.as_ref(), label),
            city: fields.opt("/address/city", self.city.as_ref(), label),
            state_code: fields.opt("/address/state_code", self.state_code.as_ref(), state),
            pincode: fields.opt("/address/pincode", self.pincode.as_ref(), pincode),
        }
    }
}

impl CreateCustomerBody {
    /// Reads the fields.
    ///
    /// # Errors
    /// `validation_failed`.
    pub fn parse(&self) -> Result<CreateCustomer, Problem> {
        let mut fields = Fields::default();
        let opening = self.opening_balance_paise.map(Money::from_paise);
        if opening.is_some_and(|m| m > AMOUNT_MAX || m.negated().is_none_or(|n| n > AMOUNT_MAX)) {
            fields.refuse("/opening_balance_paise", FieldCode::OutOfRange);
        }
        let aliases = self.aliases.as_deref().unwrap_or_default();
        let name = fields.put("/name", label(&self.name));
        let rest = NewCustomer {
            nickname: fields.opt("/nickname", self.nickname.as_ref(), label),
            phone: fields.opt("/phone", self.phone.as_ref(), phone),
            email: fields.opt("/email", self.email.as_ref(), email),
            landmark: fields.opt("/landmark", self.landmark.as_ref(), label),
            address: self.address.as_ref().map(|a| a.parse(&mut fields)),
            gstin: fields.opt("/gstin", self.gstin.as_ref(), gstin),
            language: fields.opt("/language", self.language.as_ref(), label),
            aliases: fields.labels("/aliases", aliases),
            credit_limit: credit_limit(&mut fields, self.credit_limit_paise),
            name: match &name {
                Some(name) => name.clone(),
                None => return finish(fields, "/name", None),
            },
        };
        finish(fields, "/name", name)?;
        Ok(CreateCustomer {
            new: rest,
            opening_balance: opening,
        })
    }
}

impl UpdateCustomerBody {
    fn parse(&self, before: Option<&Address>) -> Result<CustomerChanges, Problem> {
        let mut fields = Fields::default();
        let name = match &self.name {
            None => None,
            Some(None) => {
                fields.refuse("/name", FieldCode::Required);
                None
            }
            Some(Some(name)) => fields.put("/name", label(name)),
        };
        let changes = CustomerChanges {
            name,
            nickname: fields.merge("/nickname", self.nickname.as_ref(), label),
            phone: fields.merge("/phone", self.phone.as_ref(), phone),
            email: fields.merge("/email", self.email.as_ref(), email),
            landmark: fields.merge("/landmark", self.landmark.as_ref(), label),
            address: self
                .address
                .as_ref()
                .map(|a| a.as_ref().map(|a| a.onto(before, &mut fields))),
            gstin: fields.merge("/gstin", self.gstin.as_ref(), gstin),
            language: fields.merge("/language", self.language.as_ref(), label),
            aliases: self
                .aliases
                .as_ref()
                .map(|a| fields.labels("/aliases", a.as_deref().unwrap_or_default())),
            credit_limit: self.credit_limit_paise.map(|l| credit_limit(&mut fields, l)),
        };
        fields.finish()?;
        Ok(changes)
    }
}

impl AddressPatch {
    fn onto(&self, before: Option<&Address>, fields: &mut Fields) -> Address {
        let mut address = before.cloned().unwrap_or_default();
        if let Some(line1) = fields.merge("/address/line1", self.line1.as_ref(), label) {
            address.line1 = line1;
        }
        if let Some(line2) = fields.merge("/address/line2", self.line2.as_ref(), label) {
            address.line2 = line2;
        }
        if let Some(city) = fields.merge("/address/city", self.city.as_ref(), label) {
            address.city = city;
        }
        if let Some(code) = fields.merge("/address/state_code", self.state_code.as_ref(), state) {
            address.state_code = code;
        }
        if let Some(code) = fields.merge("/address/pincode", self.pincode.as_ref(), pincode) {
            address.pincode = code;
        }
        address
    }
}

/// Writes a customer down.
#[utoipa::path(tag = "customers", request_body = CreateCustomerBody, params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = CustomerView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/customers")]
pub async fn create(
    app: web::Data<App>,
    signed: Signed,
    key: Key,
    body: Body<CreateCustomerBody>,
) -> Result<HttpResponse, Problem> {
    let verb = body.value.parse()?;
    let key = match verb.opening_balance {
        Some(_) => Some(key.required(&body.fingerprint)?),
        None => key.optional(&body.fingerprint),
    };
    let done = app.usecases.perform(&signed.caller, &verb, key.as_ref()).await?;
    Ok(answer::created(
        "customers",
        &CustomerView::from(&done.value),
        done.replayed,
    ))
}

/// Which customers to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomersQuery {
    /// Part of a name, nickname, landmark or phone.
    pub q: Option<String>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Lists customers, newest first.
#[utoipa::path(tag = "customers", params(CustomersQuery),
    responses((status = 200, body = ListView<CustomerView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/customers")]
pub async fn list(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::CUSTOMERS_READ, None)?;
    let query: CustomersQuery = extract::query(&request)?;
    let name = format!("customers q={}", query.q.as_deref().unwrap_or_default());
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let filter = CustomerFilter {
        q: query.q.filter(|q| !q.trim().is_empty()),
    };
    let page = app
        .usecases
        .queries
        .customers
        .list(signed.caller.tenant, &filter, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |c| CustomerView::from(c))
}

/// One customer.
#[utoipa::path(tag = "customers", params(("id" = String, Path)),
    responses((status = 200, body = CustomerView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/customers/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let id: CustomerId = extract::id(&path)?;
    signed.may(Right::CUSTOMERS_READ, Some(id))?;
    let found = app
        .usecases
        .queries
        .customers
        .find(signed.caller.tenant, id)
        .await?;
    let customer = found.ok_or_else(|| Problem::new(crate::problem::Code::NotFound))?;
    Ok(answer::read(&request, &CustomerView::from(&customer)))
}

/// Changes a customer.
#[utoipa::path(tag = "customers", request_body = UpdateCustomerBody, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = CustomerView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[patch("/api/v1/customers/{id}")]
pub async fn update(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    expected: IfMatch,
    body: Body<UpdateCustomerBody>,
) -> Result<HttpResponse, Problem> {
    let id: CustomerId = extract::id(&path)?;
    // An address is merged into the one that is there; If-Match guards the moment in between.
    let before = app
        .usecases
        .queries
        .customers
        .find(signed.caller.tenant, id)
        .await?;
    let changes = body
        .value
        .parse(before.as_ref().and_then(|c| c.address.as_ref()))?;
    let verb = UpdateCustomer {
        customer: id,
        expected: expected.0,
        changes,
    };
    let done = app.usecases.perform(&signed.caller, &verb, None).await?;
    let customer = CustomerView::from(&done.value.customer);
    Ok(answer::done(&customer, done.replayed))
}

/// What to search for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// A name, nickname, landmark or part of a phone, as heard.
    pub q: String,
}

/// Finds customers by what was heard, best first.
#[utoipa::path(tag = "customers", params(SearchQuery),
    responses((status = 200, body = SearchHitsView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/customers/search")]
pub async fn search(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::CUSTOMERS_READ, None)?;
    let query: SearchQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    checked.put("/q", fields::label(&query.q));
    checked.finish()?;
    let tenant = signed.caller.tenant;
    let directory = app.usecases.directory(tenant).await?;
    let matches = directory.read(|d| d.search(&Query::named(query.q.as_str()), HITS_MAX));
    let mut data = Vec::with_capacity(HITS_MAX);
    for found in matches.iter().take(HITS_MAX) {
        if let Some(customer) = app
            .usecases
            .queries
            .customers
            .find(tenant, found.customer)
            .await?
        {
            data.push(hit(found, &customer));
        }
    }
    Ok(HttpResponse::Ok().json(SearchHitsView { data }))
}

/// What a customer owes now.
#[utoipa::path(tag = "customers", params(("id" = String, Path)),
    responses((status = 200, body = BalanceView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/customers/{id}/balance")]
pub async fn balance(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id: CustomerId = extract::id(&path)?;
    signed.may(Right::LEDGER_READ, Some(id))?;
    let found = app
        .usecases
        .queries
        .customers
        .find(signed.caller.tenant, id)
        .await?;
    let customer = found.ok_or_else(|| Problem::new(crate::problem::Code::NotFound))?;
    Ok(HttpResponse::Ok().json(BalanceView {
        customer_id: customer.id.to_string(),
        balance_paise: customer.balance.paise(),
        currency: CURRENCY,
        as_of: instant(signed.now),
    }))
}
