//! `/api/v1/products`: what the shop sells and how much of it there is.

use super::answer;
use super::body::Body;
use super::extract::{self, IfMatch, Key, Signed};
use super::fields::{self, Fields, finish, form, kept, label, present, quantity};
use super::json::Object;
use crate::app::App;
use crate::problem::{Code, Problem, ProblemView};
use crate::views::ListView;
use crate::views::product::{MovementView, ProductView};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use execora_inventory::{
    GstRate, HsnCode, MovementReason, NewProduct, ProductChanges, ProductFilter, check_rates,
};
use execora_kernel::{Money, ProductId, Quantity, Right, Unit};
use execora_usecases::{CreateProduct, FieldCode, MoveStock, UpdateProduct};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// A GST rate and the day it holds from.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GstRateBody {
    pub rate_bp: i64,
    #[serde(default)]
    pub cess_bp: i64,
    pub from: String,
}

/// A new product.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateProductBody {
    pub name: String,
    pub aliases: Option<Vec<String>>,
    pub unit: String,
    pub price_paise: Option<i64>,
    pub price_includes_tax: Option<bool>,
    pub hsn: Option<String>,
    #[schema(value_type = Option<Vec<GstRateBody>>)]
    pub gst_rates: Option<Vec<Object<GstRateBody>>>,
    pub low_stock_at: Option<String>,
}

/// Changes of a product (RFC 7396): absent keeps, null clears.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateProductBody {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<String>>)]
    pub aliases: Option<Option<Vec<String>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub unit: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<i64>)]
    pub price_paise: Option<Option<i64>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<bool>)]
    pub price_includes_tax: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub hsn: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<GstRateBody>>)]
    pub gst_rates: Option<Option<Vec<Object<GstRateBody>>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    pub low_stock_at: Option<Option<String>>,
}

/// A stock movement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MoveStockBody {
    #[schema(value_type = String)]
    pub reason: MovementReason,
    /// Signed for an adjustment only.
    pub quantity: String,
    pub unit: Option<String>,
    pub cost_paise: Option<i64>,
    pub note: Option<String>,
}

fn hsn(text: &str) -> Result<HsnCode, FieldCode> {
    HsnCode::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn mark(text: &str) -> Result<Quantity, FieldCode> {
    quantity(text).and_then(|q| {
        if q >= Quantity::ZERO {
            Ok(q)
        } else {
            Err(FieldCode::OutOfRange)
        }
    })
}

fn price(fields: &mut Fields, paise: Option<i64>) -> Option<Money> {
    let price = Money::from_paise(paise?);
    if price < Money::ZERO || price > execora_kernel::money::AMOUNT_MAX {
        fields.refuse("/price_paise", FieldCode::OutOfRange);
    }
    Some(price)
}

fn rates(fields: &mut Fields, bodies: &[Object<GstRateBody>]) -> Vec<GstRate> {
    let mut rates = Vec::with_capacity(bodies.len());
    for (i, body) in bodies.iter().enumerate() {
        let bp = |value: i64| u16::try_from(value).map_err(|_| FieldCode::OutOfRange);
        let rate_bp = fields.put(format!("/gst_rates/{i}/rate_bp"), bp(body.rate_bp));
        let cess_bp = fields.put(format!("/gst_rates/{i}/cess_bp"), bp(body.cess_bp));
        let from = fields.put(format!("/gst_rates/{i}/from"), fields::date(&body.from));
        if let (Some(rate_bp), Some(cess_bp), Some(from)) = (rate_bp, cess_bp, from) {
            rates.push(GstRate {
                rate_bp,
                cess_bp,
                from,
            });
        }
    }
    fields
        .put(
            "/gst_rates",
            check_rates(rates).map_err(|_| FieldCode::OutOfRange),
        )
        .unwrap_or_default()
}

impl CreateProductBody {
    fn parse(&self) -> Result<CreateProduct, Problem> {
        let mut fields = Fields::default();
        let name = fields.put("/name", label(&self.name));
        let unit = fields.put("/unit", form::<Unit>(&self.unit));
        let aliases = fields.labels("/aliases", self.aliases.as_deref().unwrap_or_default());
        let price = price(&mut fields, self.price_paise);
        let hsn = fields.opt("/hsn", self.hsn.as_ref(), hsn);
        let gst_rates = rates(&mut fields, self.gst_rates.as_deref().unwrap_or_default());
        let low_stock_at = fields.opt("/low_stock_at", self.low_stock_at.as_ref(), mark);
        let (name, unit) = finish(fields, "/name", name.zip(unit))?;
        let new = NewProduct {
            name,
            aliases,
            unit,
            price,
            price_includes_tax: self.price_includes_tax.unwrap_or(true),
            hsn,
            gst_rates,
            low_stock_at,
        };
        Ok(CreateProduct {
            new,
            opening_stock: None,
        })
    }
}

impl UpdateProductBody {
    fn parse(&self) -> Result<ProductChanges, Problem> {
        let mut fields = Fields::default();
        let name = kept(&mut fields, "/name", self.name.as_ref());
        let unit = kept(&mut fields, "/unit", self.unit.as_ref());
        let changes = ProductChanges {
            name: fields.opt("/name", name.as_ref(), label),
            aliases: self
                .aliases
                .as_ref()
                .map(|a| fields.labels("/aliases", a.as_deref().unwrap_or_default())),
            unit: fields.opt("/unit", unit.as_ref(), form::<Unit>),
            price: self.price_paise.map(|p| price(&mut fields, p)),
            price_includes_tax: kept(
                &mut fields,
                "/price_includes_tax",
                self.price_includes_tax.as_ref(),
            ),
            hsn: fields.merge("/hsn", self.hsn.as_ref(), hsn),
            gst_rates: self
                .gst_rates
                .as_ref()
                .map(|r| rates(&mut fields, r.as_deref().unwrap_or_default())),
            low_stock_at: fields.merge("/low_stock_at", self.low_stock_at.as_ref(), mark),
        };
        fields.finish()?;
        Ok(changes)
    }
}

impl MoveStockBody {
    fn parse(&self, product: ProductId) -> Result<MoveStock, Problem> {
        let mut fields = Fields::default();
        let quantity = fields.put("/quantity", quantity(&self.quantity));
        let unit = fields.opt("/unit", self.unit.as_ref(), form::<Unit>);
        let note = fields.opt("/note", self.note.as_ref(), fields::note);
        let quantity = finish(fields, "/quantity", quantity)?;
        let cost = self.cost_paise.map(Money::from_paise);
        Ok(MoveStock {
            product,
            reason: self.reason,
            quantity,
            unit,
            cost,
            note,
        })
    }
}

/// Adds a product; stock comes by movements.
#[utoipa::path(tag = "products", request_body = CreateProductBody, params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = ProductView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/products")]
pub async fn create(
    app: web::Data<App>,
    signed: Signed,
    key: Key,
    body: Body<CreateProductBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.optional(&body.fingerprint);
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.parse()?, key.as_ref())
        .await?;
    Ok(answer::created(
        "products",
        &ProductView::from(&done.value),
        done.replayed,
    ))
}

/// Which products to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductsQuery {
    /// Only those at or below their low-stock mark.
    pub low_stock: Option<bool>,
    pub limit: Option<u16>,
    pub cursor: Option<String>,
}

/// Lists products, newest first.
#[utoipa::path(tag = "products", params(ProductsQuery),
    responses((status = 200, body = ListView<ProductView>), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/products")]
pub async fn list(
    app: web::Data<App>,
    signed: Signed,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::PRODUCTS_READ, None)?;
    let query: ProductsQuery = extract::query(&request)?;
    let filter = ProductFilter {
        low_stock: query.low_stock.unwrap_or(false),
    };
    let name = format!("products low_stock={}", filter.low_stock);
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let page = app
        .usecases
        .queries
        .products
        .list(signed.caller.tenant, &filter, page)
        .await?;
    answer::list(&app, &signed, &request, &name, page, |p| ProductView::from(p))
}

/// One product.
#[utoipa::path(tag = "products", params(("id" = String, Path)),
    responses((status = 200, body = ProductView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[get("/api/v1/products/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    signed.may(Right::PRODUCTS_READ, None)?;
    let found = app
        .usecases
        .queries
        .products
        .find(signed.caller.tenant, extract::id(&path)?)
        .await?;
    let product = found.ok_or_else(|| Problem::new(Code::NotFound))?;
    Ok(answer::read(&request, &ProductView::from(&product)))
}

/// Changes a product.
#[utoipa::path(tag = "products", request_body = UpdateProductBody, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = ProductView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[patch("/api/v1/products/{id}")]
pub async fn update(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    expected: IfMatch,
    body: Body<UpdateProductBody>,
) -> Result<HttpResponse, Problem> {
    let verb = UpdateProduct {
        product: extract::id(&path)?,
        expected: expected.0,
        changes: body.value.parse()?,
    };
    let done = app.usecases.perform(&signed.caller, &verb, None).await?;
    Ok(answer::done(
        &ProductView::from(&done.value.product),
        done.replayed,
    ))
}

/// Moves stock.
#[utoipa::path(tag = "products", request_body = MoveStockBody, params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = MovementView), (status = "default", body = ProblemView, content_type = "application/problem+json")))]
#[post("/api/v1/products/{id}/stock")]
pub async fn move_stock(
    app: web::Data<App>,
    signed: Signed,
    path: web::Path<String>,
    key: Key,
    body: Body<MoveStockBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let product: ProductId = extract::id(&path)?;
    let done = app
        .usecases
        .perform(&signed.caller, &body.value.parse(product)?, Some(&key))
        .await?;
    let folder = format!("products/{product}/stock");
    Ok(answer::created(
        &folder,
        &MovementView::from(&done.value),
        done.replayed,
    ))
}
