//! `/api/v1/customers`: writing down, finding and changing customers.

use super::answer;
use super::body::Body;
use super::extract::{self, IfMatch, Key, May};
use super::fields::{self, Fields, email, finish, label, phone, present};
use super::json::Object;
use super::openapi::headers::{KnownVersion, NeededVersion, OptionalKey};
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::customer::{BalanceView, CustomerView, SearchHitsView, hit};
use crate::views::{CURRENCY, ListView, instant};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use execora_customer::{Address, AddressChanges, CustomerChanges, CustomerFilter, NewCustomer};
use execora_kernel::{Money, money::AMOUNT_MAX};
use execora_usecases::reads::Guarded;
use execora_usecases::reads::customers::{FindCustomer, ListCustomers, ReadBalance, SearchCustomers};
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

/// A new customer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateCustomerBody {
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<doc::LabelText>)]
    pub nickname: Option<String>,
    #[schema(value_type = Option<doc::PhoneIn>)]
    pub phone: Option<String>,
    #[schema(value_type = Option<doc::EmailText>)]
    pub email: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub landmark: Option<String>,
    #[schema(value_type = Option<AddressBody>)]
    pub address: Option<Object<AddressBody>>,
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub language: Option<String>,
    #[serde(default)]
    #[schema(value_type = Option<Vec<doc::LabelText>>)]
    pub aliases: Option<Vec<String>>,
    #[schema(value_type = Option<doc::Price>)]
    pub credit_limit_paise: Option<i64>,
    /// What is owed already; an advance is negative. Needs an `Idempotency-Key`.
    #[schema(value_type = Option<doc::OpeningBalance>)]
    pub opening_balance_paise: Option<i64>,
}

/// Changes of a customer (RFC 7396): absent keeps, null clears.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateCustomerBody {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::LabelText)]
    pub name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub nickname: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::PhoneIn>)]
    pub phone: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::EmailText>)]
    pub email: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub landmark: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<AddressPatch>)]
    pub address: Option<Option<Object<AddressPatch>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub language: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<doc::LabelText>>)]
    pub aliases: Option<Option<Vec<String>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Price>)]
    pub credit_limit_paise: Option<Option<i64>>,
}

/// Changes of an address (RFC 7396).
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AddressPatch {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub line1: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub line2: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub city: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::StateCode>)]
    pub state_code: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::PincodeText>)]
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
    fn parse(&self) -> Result<CustomerChanges, Problem> {
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
                .map(|a| a.as_ref().map(|a| a.parse(&mut fields))),
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
    fn parse(&self, fields: &mut Fields) -> AddressChanges {
        AddressChanges {
            line1: fields.merge("/address/line1", self.line1.as_ref(), label),
            line2: fields.merge("/address/line2", self.line2.as_ref(), label),
            city: fields.merge("/address/city", self.city.as_ref(), label),
            state_code: fields.merge("/address/state_code", self.state_code.as_ref(), state),
            pincode: fields.merge("/address/pincode", self.pincode.as_ref(), pincode),
        }
    }
}

/// Writes a customer down.
#[utoipa::path(
    tag = "customers",
    operation_id = "create_customer",
    request_body = CreateCustomerBody,
    params(OptionalKey),
    responses((status = 201, description = "The customer, with others whose names are near.", body = CustomerView)),
    extensions(("x-rights" = json!(rights(&[CreateCustomer::RIGHT]))), ("x-codes" = json!(codes(&[Code::DuplicateCustomer]))))
)]
#[post("/api/v1/customers")]
pub async fn create(
    app: web::Data<App>,
    signed: May<CreateCustomer>,
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
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CustomersQuery {
    /// Part of a name, nickname, landmark or phone.
    #[param(max_length = 255)]
    pub q: Option<String>,
    /// This very phone, in any usual writing.
    #[param(value_type = Option<doc::PhoneIn>)]
    pub phone: Option<String>,
    /// Those that were changed, or whose balance was moved, at this instant or after it.
    #[param(value_type = Option<doc::Instant>)]
    pub updated_since: Option<String>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

impl CustomersQuery {
    fn filter(&self) -> Result<CustomerFilter, Problem> {
        let mut checked = Fields::default();
        // Nothing to look for is no filter.
        let q = self.q.as_ref().filter(|q| !q.trim().is_empty());
        let filter = CustomerFilter {
            q: checked.opt("/q", q, label).map(|q| q.as_str().to_owned()),
            phone: checked.opt("/phone", self.phone.as_ref(), phone),
            updated_since: checked.opt("/updated_since", self.updated_since.as_ref(), fields::instant),
        };
        checked.finish_query()?;
        Ok(filter)
    }
}

/// Lists customers, newest first.
#[utoipa::path(
    tag = "customers",
    operation_id = "list_customers",
    params(CustomersQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<CustomerView>)),
    extensions(("x-rights" = json!(rights(&[ListCustomers::RIGHT]))))
)]
#[get("/api/v1/customers")]
pub async fn list(
    app: web::Data<App>,
    signed: May<ListCustomers>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: CustomersQuery = extract::query(&request)?;
    let filter = query.filter()?;
    // The filter shows nothing of what was searched for; the cursor is bound to it all the same.
    let name = format!("customers {}", filter.key());
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListCustomers { filter, page };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |c| CustomerView::from(c))
}

/// One customer.
#[utoipa::path(
    tag = "customers",
    operation_id = "read_customer",
    params(("id" = doc::CustomerRef, Path, description = "Which customer."), KnownVersion),
    responses((status = 200, description = "The customer.", body = CustomerView)),
    extensions(("x-rights" = json!(rights(&[FindCustomer::RIGHT]))))
)]
#[get("/api/v1/customers/{id:cus_[^/]+}")]
pub async fn read(
    app: web::Data<App>,
    signed: May<FindCustomer>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = FindCustomer(extract::id(&path)?);
    let customer = app.usecases.read(&signed.caller, &asked).await?;
    Ok(answer::read(&request, &CustomerView::from(&customer)))
}

/// Changes a customer.
#[utoipa::path(
    tag = "customers",
    operation_id = "update_customer",
    request_body = UpdateCustomerBody,
    params(("id" = doc::CustomerRef, Path, description = "Which customer."), NeededVersion),
    responses((status = 200, description = "The customer as it is now.", body = CustomerView)),
    extensions(("x-rights" = json!(rights(&[UpdateCustomer::RIGHT]))), ("x-codes" = json!(codes(&[Code::DuplicateCustomer]))))
)]
#[patch("/api/v1/customers/{id:cus_[^/]+}")]
pub async fn update(
    app: web::Data<App>,
    signed: May<UpdateCustomer>,
    path: web::Path<String>,
    expected: IfMatch,
    body: Body<UpdateCustomerBody>,
) -> Result<HttpResponse, Problem> {
    let verb = UpdateCustomer {
        customer: extract::id(&path)?,
        expected: expected.0,
        changes: body.value.parse()?,
    };
    let done = app.usecases.perform(&signed.caller, &verb, None).await?;
    let customer = CustomerView::from(&done.value.customer);
    Ok(answer::done(&customer, done.replayed))
}

/// What to search for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// A name, nickname, landmark or part of a phone, as heard.
    #[param(value_type = doc::LabelText)]
    pub q: String,
}

/// Finds customers by what was heard, best first.
#[utoipa::path(
    tag = "customers",
    operation_id = "search_customers",
    params(SearchQuery),
    responses((status = 200, description = "At most five, best first.", body = SearchHitsView)),
    extensions(("x-rights" = json!(rights(&[SearchCustomers::RIGHT]))))
)]
#[get("/api/v1/customers/search")]
pub async fn search(
    app: web::Data<App>,
    signed: May<SearchCustomers>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: SearchQuery = extract::query(&request)?;
    let mut checked = Fields::default();
    checked.put("/q", fields::label(&query.q));
    checked.finish_query()?;
    let (heard, limit) = (query.q, HITS_MAX);
    let asked = SearchCustomers { heard, limit };
    let found = app.usecases.read(&signed.caller, &asked).await?;
    let data = found.iter().map(|(fit, customer)| hit(fit, customer)).collect();
    Ok(HttpResponse::Ok().json(SearchHitsView { data }))
}

/// What a customer owes now.
#[utoipa::path(
    tag = "customers",
    operation_id = "read_balance",
    params(("id" = doc::CustomerRef, Path, description = "Which customer.")),
    responses((status = 200, description = "What is owed now.", body = BalanceView)),
    extensions(("x-rights" = json!(rights(&[ReadBalance::RIGHT]))))
)]
#[get("/api/v1/customers/{id}/balance")]
pub async fn balance(
    app: web::Data<App>,
    signed: May<ReadBalance>,
    path: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let asked = ReadBalance(extract::id(&path)?);
    let customer = app.usecases.read(&signed.caller, &asked).await?;
    Ok(HttpResponse::Ok().json(BalanceView {
        customer_id: customer.id.to_string(),
        balance_paise: customer.balance.paise(),
        currency: CURRENCY,
        as_of: instant(signed.now),
    }))
}
