//! `/api/v1/tenant`: the shop's own settings.

use super::answer;
use super::body::Body;
use super::extract::{IfMatch, May};
use super::fields::{self, Fields, form, kept, label, present};
use super::json::Object;
use super::openapi::headers::{KnownVersion, NeededVersion};
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::shop::TenantView;
use crate::views::words::LanguageWord;
use actix_web::{HttpRequest, HttpResponse, get, patch, web};
use chrono::NaiveTime;
use execora_invoice::Series;
use execora_kernel::{Gstin, Money, ShopZone, StateCode};
use execora_usecases::reads::shop::ReadShop;
use execora_usecases::shop::QuietHours;
use execora_usecases::{FieldCode, Guarded, ShopChanges, UpdateShop};
use serde::Deserialize;
use utoipa::ToSchema;

/// The languages that a shop may be answered in.
const LANGUAGES: [&str; 3] = ["en", "hi", "hi-Latn"];

/// When nothing is sent to customers, in the shop's local time.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct QuietHoursBody {
    #[schema(value_type = doc::Time)]
    pub from: String,
    #[schema(value_type = doc::Time)]
    pub to: String,
}

/// Changes of the settings (RFC 7396): absent keeps, null clears where there may be nothing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TenantPatch {
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::LabelText)]
    pub name: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::LabelText>)]
    pub address: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::StateCode)]
    pub state_code: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::LabelText)]
    pub time_zone: Option<Option<String>>,
    /// `en`, `hi` or `hi-Latn`.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = LanguageWord)]
    pub language: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::SeriesText)]
    pub invoice_series: Option<Option<String>>,
    /// Where the series begins; only before its first bill of the financial year.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::NextNumber)]
    pub next_number: Option<Option<i64>>,
    /// Not before 2017-07-01.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::Day)]
    pub books_from: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    pub round_to_rupee: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    pub allow_negative_stock: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    pub allow_other_rates: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = bool)]
    pub allow_backdating: Option<Option<bool>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = doc::Price)]
    pub confirm_above_paise: Option<Option<i64>>,
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = QuietHoursBody)]
    pub quiet_hours: Option<Option<Object<QuietHoursBody>>>,
}

fn language(text: &str) -> Result<String, FieldCode> {
    if LANGUAGES.contains(&text) {
        Ok(text.to_owned())
    } else {
        Err(FieldCode::InvalidFormat)
    }
}

fn series(text: &str) -> Result<Series, FieldCode> {
    Series::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn state(text: &str) -> Result<StateCode, FieldCode> {
    StateCode::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn gstin(text: &str) -> Result<Gstin, FieldCode> {
    Gstin::parse(text).map_err(|_| FieldCode::InvalidFormat)
}

fn time(text: &str) -> Result<NaiveTime, FieldCode> {
    let time = NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| FieldCode::InvalidFormat)?;
    if time.format("%H:%M").to_string() == text {
        Ok(time)
    } else {
        Err(FieldCode::InvalidFormat)
    }
}

fn hours(fields: &mut Fields, body: &QuietHoursBody) -> Option<QuietHours> {
    let from = fields.put("/quiet_hours/from", time(&body.from));
    let to = fields.put("/quiet_hours/to", time(&body.to));
    Some(QuietHours { from: from?, to: to? })
}

impl TenantPatch {
    fn parse(&self) -> Result<ShopChanges, Problem> {
        let mut fields = Fields::default();
        let f = &mut fields;
        let name = kept(f, "/name", self.name.as_ref());
        let state_code = kept(f, "/state_code", self.state_code.as_ref());
        let zone = kept(f, "/time_zone", self.time_zone.as_ref());
        let spoken = kept(f, "/language", self.language.as_ref());
        let invoice_series = kept(f, "/invoice_series", self.invoice_series.as_ref());
        let books_from = kept(f, "/books_from", self.books_from.as_ref());
        let next = kept(f, "/next_number", self.next_number.as_ref());
        let quiet = kept(f, "/quiet_hours", self.quiet_hours.as_ref());
        let confirm_above = kept(f, "/confirm_above_paise", self.confirm_above_paise.as_ref());
        let changes = ShopChanges {
            name: f.opt("/name", name.as_ref(), label),
            address: f.merge("/address", self.address.as_ref(), label),
            gstin: f.merge("/gstin", self.gstin.as_ref(), gstin),
            state: f.opt("/state_code", state_code.as_ref(), state),
            zone: f.opt("/time_zone", zone.as_ref(), form::<ShopZone>),
            language: f.opt("/language", spoken.as_ref(), language),
            series: f.opt("/invoice_series", invoice_series.as_ref(), series),
            next_number: next.and_then(|n| {
                let n = u32::try_from(n).map_err(|_| FieldCode::OutOfRange);
                f.put("/next_number", n)
            }),
            books_from: f.opt("/books_from", books_from.as_ref(), fields::date),
            round_to_rupee: kept(f, "/round_to_rupee", self.round_to_rupee.as_ref()),
            allow_negative_stock: kept(f, "/allow_negative_stock", self.allow_negative_stock.as_ref()),
            allow_other_rates: kept(f, "/allow_other_rates", self.allow_other_rates.as_ref()),
            allow_backdating: kept(f, "/allow_backdating", self.allow_backdating.as_ref()),
            confirm_above: confirm_above.map(Money::from_paise),
            quiet_hours: quiet.and_then(|body| hours(f, &body)),
        };
        fields.finish()?;
        Ok(changes)
    }
}

/// The settings.
#[utoipa::path(
    tag = "tenant",
    operation_id = "read_settings",
    params(KnownVersion),
    responses((status = 200, description = "The settings.", body = TenantView)),
    extensions(("x-rights" = json!(rights(&[ReadShop::RIGHT]))))
)]
#[get("/api/v1/tenant")]
pub async fn read(
    app: web::Data<App>,
    signed: May<ReadShop>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let settings = app.usecases.read(&signed.caller, &ReadShop).await?;
    Ok(answer::read(&request, &TenantView::from(&settings)))
}

/// Changes the settings.
#[utoipa::path(
    tag = "tenant",
    operation_id = "update_settings",
    request_body = TenantPatch,
    params(NeededVersion),
    responses((status = 200, description = "The settings as they are now.", body = TenantView)),
    extensions(("x-rights" = json!(rights(&[UpdateShop::RIGHT]))), ("x-codes" = json!(codes(&[Code::GstinInvalid]))))
)]
#[patch("/api/v1/tenant")]
pub async fn update(
    app: web::Data<App>,
    signed: May<UpdateShop>,
    expected: IfMatch,
    body: Body<TenantPatch>,
) -> Result<HttpResponse, Problem> {
    let verb = UpdateShop {
        expected: expected.0,
        changes: body.value.parse()?,
    };
    let done = app.usecases.perform(&signed.caller, &verb, None).await?;
    Ok(answer::done(&TenantView::from(&done.value), done.replayed))
}
