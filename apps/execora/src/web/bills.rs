//! What drafts and invoices take in common: items, discounts, dates.

use super::fields::{self, Fields, finish, form, present};
use super::json::Object;
use super::openapi::scalars as doc;
use crate::problem::Problem;
use crate::views::words::UnitWord;
use execora_kernel::{CustomerId, Money, ProductId, Unit};
use execora_usecases::{DraftChanges, FieldCode, IssueInvoice, ItemWanted, ProductWanted, SaveDraft};
use serde::Deserialize;
use utoipa::ToSchema;

/// One item: a product by id or by a name that fits exactly one.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ItemBody {
    #[schema(value_type = Option<doc::ProductRef>)]
    pub product_id: Option<String>,
    #[schema(value_type = Option<doc::LabelText>)]
    pub product_name: Option<String>,
    /// A decimal string such as `"0.5"`.
    #[schema(value_type = doc::LineQuantity)]
    pub quantity: String,
    #[schema(value_type = Option<UnitWord>)]
    pub unit: Option<String>,
    /// Replaces the product's price on this bill.
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<i64>,
    #[schema(value_type = Option<doc::Price>)]
    pub discount_paise: Option<i64>,
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<String>,
}

/// A new draft; an invoice that is issued at once takes the same, and needs `customer_id` and `items`.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct BillBody {
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    #[schema(value_type = Option<Vec<ItemBody>>)]
    pub items: Option<Vec<Object<ItemBody>>>,
    pub with_gst: Option<bool>,
    #[schema(value_type = Option<doc::Price>)]
    pub discount_paise: Option<i64>,
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<String>,
    #[schema(value_type = Option<doc::NoteText>)]
    pub notes: Option<String>,
    #[schema(value_type = Option<doc::Day>)]
    pub date: Option<String>,
}

/// Changes of a draft (RFC 7396): absent keeps, null clears; items are replaced as a whole.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct DraftPatch {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Vec<ItemBody>>)]
    pub items: Option<Option<Vec<Object<ItemBody>>>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<bool>)]
    pub with_gst: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Price>)]
    pub discount_paise: Option<Option<i64>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Percent>)]
    pub discount_percent: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::NoteText>)]
    pub notes: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::Day>)]
    pub date: Option<Option<String>>,
}

/// The most items of one bill.
const ITEMS_MAX: usize = execora_invoice::line::LINES_MAX;

fn items(fields: &mut Fields, bodies: &[Object<ItemBody>]) -> Vec<ItemWanted> {
    if bodies.len() > ITEMS_MAX {
        fields.refuse("/items", FieldCode::TooLong);
        return Vec::new();
    }
    bodies
        .iter()
        .enumerate()
        .filter_map(|(i, body)| item(fields, i, body))
        .collect()
}

fn item(fields: &mut Fields, i: usize, body: &ItemBody) -> Option<ItemWanted> {
    let at = |name: &str| format!("/items/{i}/{name}");
    let product = match (&body.product_id, &body.product_name) {
        (Some(id), None) => fields
            .put(at("product_id"), form::<ProductId>(id))
            .map(ProductWanted::Id),
        (None, Some(name)) => fields
            .put(at("product_name"), fields::label(name))
            .map(|name| ProductWanted::Named(name.as_str().to_owned())),
        (None, None) => {
            fields.refuse(at("product_id"), FieldCode::Required);
            None
        }
        (Some(_), Some(_)) => {
            fields.refuse(at("product_name"), FieldCode::InvalidFormat);
            None
        }
    };
    let quantity = fields.put(at("quantity"), fields::line_quantity(&body.quantity));
    let unit = body
        .unit
        .as_ref()
        .and_then(|u| fields.put(at("unit"), form::<Unit>(u)));
    let price = body.price_paise.map(Money::from_paise);
    if price.is_some_and(|p| p < Money::ZERO || p > execora_kernel::money::AMOUNT_MAX) {
        fields.refuse(at("price_paise"), FieldCode::OutOfRange);
    }
    let discount = fields::discount(
        fields,
        &format!("/items/{i}"),
        body.discount_paise,
        body.discount_percent.as_ref(),
    );
    Some(ItemWanted {
        product: product?,
        quantity: quantity?,
        unit,
        price,
        discount,
    })
}

impl BillBody {
    /// Reads a draft.
    ///
    /// # Errors
    /// `validation_failed`.
    pub fn draft(&self) -> Result<SaveDraft, Problem> {
        let mut fields = Fields::default();
        let draft = SaveDraft {
            customer: fields.opt("/customer_id", self.customer_id.as_ref(), form::<CustomerId>),
            items: items(&mut fields, self.items.as_deref().unwrap_or_default()),
            with_gst: self.with_gst,
            discount: fields::discount(
                &mut fields,
                "",
                self.discount_paise,
                self.discount_percent.as_ref(),
            ),
            notes: fields.opt("/notes", self.notes.as_ref(), fields::note),
            date: fields.opt("/date", self.date.as_ref(), fields::date),
            session: None,
        };
        fields.finish()?;
        Ok(draft)
    }

    /// Reads an invoice that is issued at once.
    ///
    /// # Errors
    /// `validation_failed`.
    pub fn invoice(&self) -> Result<IssueInvoice, Problem> {
        let mut missing = Fields::default();
        if self.customer_id.is_none() {
            missing.refuse("/customer_id", FieldCode::Required);
        }
        if self.items.as_ref().is_none_or(Vec::is_empty) {
            missing.refuse("/items", FieldCode::Required);
        }
        missing.finish()?;
        let draft = self.draft()?;
        let customer = finish(Fields::default(), "/customer_id", draft.customer)?;
        Ok(IssueInvoice {
            customer,
            items: draft.items,
            with_gst: draft.with_gst,
            discount: draft.discount,
            notes: draft.notes,
            date: draft.date,
        })
    }
}

impl DraftPatch {
    /// Reads the changes.
    ///
    /// # Errors
    /// `validation_failed`.
    pub fn parse(&self) -> Result<DraftChanges, Problem> {
        let mut fields = Fields::default();
        let discount = match (self.discount_paise, &self.discount_percent) {
            (None, None) => None,
            (paise, percent) => Some(fields::discount(
                &mut fields,
                "",
                paise.flatten(),
                percent.as_ref().and_then(Option::as_ref),
            )),
        };
        let changes = DraftChanges {
            customer: fields.merge("/customer_id", self.customer_id.as_ref(), form::<CustomerId>),
            items: self
                .items
                .as_ref()
                .map(|i| items(&mut fields, i.as_deref().unwrap_or_default())),
            with_gst: self.with_gst,
            discount,
            notes: fields.merge("/notes", self.notes.as_ref(), fields::note),
            date: fields.merge("/date", self.date.as_ref(), fields::date),
        };
        fields.finish()?;
        Ok(changes)
    }
}
