//! How answers are given: created, changed, read with a version, listed.

use super::extract::{self, Signed};
use crate::app::App;
use crate::problem::Problem;
use crate::views::ListView;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use execora_kernel::Page;
use serde::Serialize;

/// What every single resource has.
pub trait Versioned {
    /// Its version, with which its `ETag` begins.
    fn version(&self) -> i64;
    /// Its id.
    fn id(&self) -> &str;
    /// What the books move by themselves, and when they last did; nothing where they move nothing.
    fn books(&self) -> Option<String>;
}

/// Names the resources, and of each what the books move.
macro_rules! versioned {
    ($($view:ty { $($field:ident),* })*) => {$(
        impl Versioned for $view {
            fn version(&self) -> i64 { self.version }
            fn id(&self) -> &str { &self.id }
            fn books(&self) -> Option<String> {
                let moved: &[String] = &[$(self.$field.to_string()),*];
                (!moved.is_empty()).then(|| moved.join(" "))
            }
        }
    )*};
}

versioned! {
    crate::views::customer::CustomerView { balance_paise, updated_at }
    crate::views::product::ProductView { stock_quantity, updated_at }
    crate::views::product::MovementView {}
    crate::views::bill::DraftView {}
    crate::views::bill::InvoiceView { paid_paise, credited_paise, open_paise, updated_at }
    crate::views::ledger::EntryView {}
    crate::views::ledger::PaymentView { advance_paise, updated_at }
    crate::views::session::SessionView {}
    crate::views::shop::TenantView { next_number }
}

/// How many characters tell one state of the books from another.
const BOOKS_CHARACTERS: usize = 8;

/// `"7"`, or `"7.3f2a91c4"` where the books move something: a change needs what stands before the dot alone.
fn tag<V: Versioned>(view: &V) -> String {
    let version = view.version();
    match view.books() {
        None => format!("\"{version}\""),
        Some(books) => {
            let digest = hex::encode(ring::digest::digest(&ring::digest::SHA256, books.as_bytes()));
            let books = digest.get(..BOOKS_CHARACTERS).unwrap_or_default();
            format!("\"{version}.{books}\"")
        }
    }
}

fn replay(builder: &mut HttpResponseBuilder, replayed: bool) {
    if replayed {
        builder.insert_header(("idempotency-replayed", "true"));
    }
}

/// 201 with `Location`.
pub fn created<V: Versioned + Serialize>(folder: &str, view: &V, replayed: bool) -> HttpResponse {
    let mut builder = HttpResponse::Created();
    builder.insert_header((header::LOCATION, format!("/api/v1/{folder}/{}", view.id())));
    builder.insert_header((header::ETAG, tag(view)));
    replay(&mut builder, replayed);
    builder.json(view)
}

/// 200 after an action.
pub fn done<V: Versioned + Serialize>(view: &V, replayed: bool) -> HttpResponse {
    let mut builder = HttpResponse::Ok();
    builder.insert_header((header::ETAG, tag(view)));
    replay(&mut builder, replayed);
    builder.json(view)
}

/// 200 with `ETag`, or 304 when the reader has this version.
pub fn read<V: Versioned + Serialize>(request: &HttpRequest, view: &V) -> HttpResponse {
    let tag = tag(view);
    let known = request
        .headers()
        .get(header::IF_NONE_MATCH)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|seen| {
            seen.split(',')
                .map(|t| t.trim().trim_start_matches("W/"))
                .any(|t| t == tag || t == "*")
        });
    if known {
        return HttpResponse::NotModified()
            .insert_header((header::ETAG, tag))
            .finish();
    }
    HttpResponse::Ok().insert_header((header::ETAG, tag)).json(view)
}

/// A page of a list with `Link` to the next.
///
/// # Errors
/// Never today; a cursor that cannot be signed would be one.
pub fn list<T, V: Serialize>(
    app: &App,
    signed: &Signed,
    request: &HttpRequest,
    list: &str,
    page: Page<T>,
    view: impl Fn(&T) -> V,
) -> Result<HttpResponse, Problem> {
    let next_cursor = extract::cursor(app, signed, list, page.next);
    let mut builder = HttpResponse::Ok();
    if let Some(cursor) = &next_cursor {
        let kept: Vec<&str> = request
            .query_string()
            .split('&')
            .filter(|p| !p.is_empty() && !p.starts_with("cursor="))
            .collect();
        let query = kept
            .iter()
            .copied()
            .chain([format!("cursor={cursor}").as_str()])
            .collect::<Vec<_>>()
            .join("&");
        builder.insert_header((
            header::LINK,
            format!("<{}?{query}>; rel=\"next\"", request.path()),
        ));
    }
    Ok(builder.json(ListView {
        data: page.items.iter().map(view).collect::<Vec<_>>(),
        next_cursor,
    }))
}
