//! Recomputing the whole book: every law of it, one file each, over one view of what is stored.
//!
//! The laws read in pages and keep sums alone (one of each customer and product, one bit of each number), so a long book needs
//! no more memory than a short one. They run beside a server: a view is of one moment and keeps nobody waiting.

mod answers;
mod balances;
mod bills;
mod difference;
mod drafts;
mod entries;
mod facts;
mod numbers;
mod payments;
mod ports;
mod stock;

pub use difference::{CheckReport, Checked, DIFFERENCES_MAX, Difference, DifferenceKind, Fact};
pub use facts::*;
pub use ports::{BillsView, BooksView, CheckQueries, DeskView, LedgerView, Part, ShelfView, Span};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use difference::{Findings, count};
use execora_kernel::{ShopZone, StoreError, TenantId};
use uuid::Uuid;

/// Rows of one page.
const PAGE: u32 = 500;

/// How far the clocks of two nodes may be apart: what another node wrote a moment ago is not of the future.
const CLOCKS_APART_MAX: TimeDelta = TimeDelta::minutes(5);

/// The shop that is looked at, and when.
#[derive(Debug, Clone, Copy)]
struct Moment {
    tenant: TenantId,
    zone: ShopZone,
    /// Nothing is recorded later than this.
    latest: DateTime<Utc>,
    /// Nothing counts for a later day than this.
    today: NaiveDate,
    /// The shop may have been in another time zone when something was written.
    zone_may_have_changed: bool,
}

/// How far local time is from Greenwich at the most, to the west and to the east.
const ZONES: (TimeDelta, TimeDelta) = (TimeDelta::hours(-12), TimeDelta::hours(14));

impl Moment {
    /// Whether it was this day in the shop at an instant. A shop whose settings have changed may have been elsewhere then.
    fn was_on(&self, day: Option<NaiveDate>, at: Option<DateTime<Utc>>) -> bool {
        let (Some(day), Some(at)) = (day, at) else {
            return false;
        };
        let date = |offset: TimeDelta| at.checked_add_signed(offset).map(|local| local.date_naive());
        day == self.zone.date(at)
            || self.zone_may_have_changed && (date(ZONES.0) == Some(day) || date(ZONES.1) == Some(day))
    }
}

/// Recomputes the books of every shop of a store and names what differs.
///
/// # Errors
/// When the store does not answer, or cannot say which shops there are.
pub async fn check_books(queries: &dyn CheckQueries, now: DateTime<Utc>) -> Result<CheckReport, StoreError> {
    let mut view = queries.view().await?;
    let mut findings = Findings::default();
    let latest = now.checked_add_signed(CLOCKS_APART_MAX).unwrap_or(now);
    let mut part = Some(first());
    while let Some(wanted) = part {
        let shops = view.shops(wanted).await?;
        count(&mut findings.checked.shops, shops.len());
        part = next(wanted, &shops, |shop| shop.tenant.uuid());
        for shop in shops {
            let moment = Moment {
                tenant: shop.tenant,
                zone: shop.zone,
                latest,
                today: if shop.settings_changed {
                    latest.checked_add_signed(ZONES.1).unwrap_or(latest).date_naive()
                } else {
                    shop.zone.date(latest)
                },
                zone_may_have_changed: shop.settings_changed,
            };
            check_shop(view.as_mut(), &moment, &mut findings).await?;
        }
    }
    Ok(findings.into_report())
}

async fn check_shop(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let sums = entries::check(view, moment, findings).await?;
    balances::check(view, moment, sums, findings).await?;
    stock::check(view, moment, findings).await?;
    let numbers = bills::check(view, moment, findings).await?;
    numbers::check(view, moment, &numbers, findings).await?;
    payments::check(view, moment, findings).await?;
    drafts::check(view, moment, findings).await?;
    answers::check(view, moment, findings).await
}

/// The first page.
fn first() -> Part {
    Part {
        after: Uuid::nil(),
        limit: PAGE,
    }
}

/// The page after one that was full.
fn next<T>(part: Part, rows: &[T], id: impl Fn(&T) -> Uuid) -> Option<Part> {
    let full = usize::try_from(part.limit).is_ok_and(|limit| rows.len() >= limit);
    let after = rows.last().map(id).filter(|_| full)?;
    Some(Part { after, ..part })
}
