//! `/api/v1/products`: what the shop sells and how much of it there is.

use super::answer;
use super::body::Body;
use super::extract::{self, IfMatch, Key, May};
use super::fields::{self, Fields, finish, form, kept, label, present, quantity};
use super::json::Object;
use super::openapi::headers::{KnownVersion, NeededKey, NeededVersion, OptionalKey};
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::ListView;
use crate::views::product::{MovementView, ProductView};
use crate::views::words::{MovementReasonWord, UnitWord};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use execora_inventory::{
    GstRate, HsnCode, MovementReason, NewProduct, ProductChanges, ProductFilter, check_rates,
};
use execora_kernel::{Money, ProductId, Quantity, Unit};
use execora_usecases::reads::Guarded;
use execora_usecases::reads::products::{FindProduct, ListProducts};
use execora_usecases::{CreateProduct, FieldCode, MoveStock, UpdateProduct};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// A GST rate and the day it holds from.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GstRateBody {
    #[schema(value_type = doc::BasisPoints)]
    pub rate_bp: i64,
    #[serde(default)]
    #[schema(value_type = doc::BasisPoints)]
    pub cess_bp: i64,
    #[schema(value_type = doc::Day)]
    pub from: String,
}

/// A new product.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CreateProductBody {
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Option<Vec<doc::LabelText>>)]
    pub aliases: Option<Vec<String>>,
    #[schema(value_type = UnitWord)]
    pub unit: String,
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<i64>,
    pub price_includes_tax: Option<bool>,
    #[schema(value_type = Option<doc::HsnText>)]
    pub hsn: Option<String>,
    #[schema(value_type = Option<Vec<GstRateBody>>)]
    pub gst_rates: Option<Vec<Object<GstRateBody>>>,
    #[schema(value_type = Option<doc::Mark>)]
    pub low_stock_at: Option<String>,
}

/// Changes of a product (RFC 7396): absent keeps, null clears.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateProductBody {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::LabelText)]
    pub name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<doc::LabelText>>)]
    pub aliases: Option<Option<Vec<String>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = UnitWord)]
    pub unit: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<Option<i64>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    pub price_includes_tax: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::HsnText>)]
    pub hsn: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<GstRateBody>>)]
    pub gst_rates: Option<Option<Vec<Object<GstRateBody>>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Mark>)]
    pub low_stock_at: Option<Option<String>>,
}

/// A stock movement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MoveStockBody {
    #[schema(value_type = MovementReasonWord)]
    pub reason: MovementReason,
    /// Signed for an adjustment only.
    #[schema(value_type = doc::SignedQuantity)]
    pub quantity: String,
    #[schema(value_type = Option<UnitWord>)]
    pub unit: Option<String>,
    #[schema(value_type = Option<doc::Price>)]
    pub cost_paise: Option<i64>,
    #[schema(value_type = Option<doc::NoteText>)]
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
#[utoipa::path(
    tag = "products",
    operation_id = "create_product",
    request_body = CreateProductBody,
    params(OptionalKey),
    responses((status = 201, description = "The product.", body = ProductView)),
    extensions(("x-rights" = json!(rights(&[CreateProduct::RIGHT]))))
)]
#[post("/api/v1/products")]
pub async fn create(
    app: web::Data<App>,
    signed: May<CreateProduct>,
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
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductsQuery {
    /// Only those at or below their low-stock mark.
    pub low_stock: Option<bool>,
    /// How many rows, 50 unless said.
    #[param(minimum = 1, maximum = 200, example = 50)]
    pub limit: Option<u16>,
    #[param(value_type = Option<doc::Cursor>)]
    pub cursor: Option<String>,
}

/// Lists products, newest first.
#[utoipa::path(
    tag = "products",
    operation_id = "list_products",
    params(ProductsQuery),
    responses((status = 200, description = "A page, newest first.", body = ListView<ProductView>)),
    extensions(("x-rights" = json!(rights(&[ListProducts::RIGHT]))))
)]
#[get("/api/v1/products")]
pub async fn list(
    app: web::Data<App>,
    signed: May<ListProducts>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query: ProductsQuery = extract::query(&request)?;
    let filter = ProductFilter {
        low_stock: query.low_stock.unwrap_or(false),
    };
    let name = format!("products low_stock={}", filter.low_stock);
    let page = extract::page(&app, &signed, &name, query.limit, query.cursor.as_deref())?;
    let asked = ListProducts { filter, page };
    let page = app.usecases.read(&signed.caller, &asked).await?;
    answer::list(&app, &signed, &request, &name, page, |p| ProductView::from(p))
}

/// One product.
#[utoipa::path(
    tag = "products",
    operation_id = "read_product",
    params(("id" = doc::ProductRef, Path, description = "Which product."), KnownVersion),
    responses((status = 200, description = "The product.", body = ProductView)),
    extensions(("x-rights" = json!(rights(&[FindProduct::RIGHT]))))
)]
#[get("/api/v1/products/{id}")]
pub async fn read(
    app: web::Data<App>,
    signed: May<FindProduct>,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let asked = FindProduct(extract::id(&path)?);
    let product = app.usecases.read(&signed.caller, &asked).await?;
    Ok(answer::read(&request, &ProductView::from(&product)))
}

/// Changes a product.
#[utoipa::path(
    tag = "products",
    operation_id = "update_product",
    request_body = UpdateProductBody,
    params(("id" = doc::ProductRef, Path, description = "Which product."), NeededVersion),
    responses((status = 200, description = "The product as it is now.", body = ProductView)),
    extensions(("x-rights" = json!(rights(&[UpdateProduct::RIGHT]))))
)]
#[patch("/api/v1/products/{id}")]
pub async fn update(
    app: web::Data<App>,
    signed: May<UpdateProduct>,
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
#[utoipa::path(
    tag = "products",
    operation_id = "move_stock",
    request_body = MoveStockBody,
    params(("id" = doc::ProductRef, Path, description = "Which product."), NeededKey),
    responses((status = 201, description = "The movement.", body = MovementView)),
    extensions(("x-rights" = json!(rights(&[MoveStock::RIGHT]))), ("x-codes" = json!(codes(&[Code::OutOfStock]))))
)]
#[post("/api/v1/products/{id}/stock")]
pub async fn move_stock(
    app: web::Data<App>,
    signed: May<MoveStock>,
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
