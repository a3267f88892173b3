//! Changing the settings of a shop.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{FieldCode, Refusal, Subject};
use crate::request::Expected;
use crate::shop::{BOOKS_BEGIN, QuietHours, Shop};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::{Series, numbering::NUMBER_MAX};
use execora_kernel::{
    Gstin, Label, Money, Right, ShopZone, StateCode, money::AMOUNT_MAX, zone::FinancialYear,
};
use serde::{Deserialize, Serialize};

/// A merge: `None` keeps, `Some(None)` clears.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ShopChanges {
    pub name: Option<Label>,
    pub address: Option<Option<Label>>,
    pub gstin: Option<Option<Gstin>>,
    pub state: Option<StateCode>,
    pub zone: Option<ShopZone>,
    pub language: Option<String>,
    pub series: Option<Series>,
    /// The number that the series goes on with; only while none of its numbers was taken in this financial year.
    pub next_number: Option<u32>,
    pub books_from: Option<NaiveDate>,
    pub round_to_rupee: Option<bool>,
    pub allow_negative_stock: Option<bool>,
    pub allow_other_rates: Option<bool>,
    pub allow_backdating: Option<bool>,
    pub confirm_above: Option<Money>,
    pub quiet_hours: Option<QuietHours>,
}

/// Changes the settings.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateShop {
    pub expected: Expected,
    pub changes: ShopChanges,
}

/// A shop and the number that its next bill gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ShopSettings {
    pub shop: Shop,
    pub next_number: u32,
}

#[async_trait]
impl Verb for UpdateShop {
    type Output = ShopSettings;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<ShopSettings, Refusal> {
        scene.caller.require(Right::SETTINGS_UPDATE, None, scene.now)?;
        self.expected.check(scene.shop.version)?;
        let changes = &self.changes;
        let mut shop = scene.shop.clone();
        registration(&mut shop, changes)?;
        put(&mut shop.name, changes.name.as_ref());
        put(&mut shop.address, changes.address.as_ref());
        put(&mut shop.zone, changes.zone.as_ref());
        put(&mut shop.language, changes.language.as_ref());
        put(&mut shop.series, changes.series.as_ref());
        put(&mut shop.round_to_rupee, changes.round_to_rupee.as_ref());
        put(
            &mut shop.allow_negative_stock,
            changes.allow_negative_stock.as_ref(),
        );
        put(&mut shop.allow_other_rates, changes.allow_other_rates.as_ref());
        put(&mut shop.allow_backdating, changes.allow_backdating.as_ref());
        put(&mut shop.quiet_hours, changes.quiet_hours.as_ref());
        let today = shop.zone.date(scene.now);
        if let Some(day) = changes.books_from {
            if day < BOOKS_BEGIN || day > today {
                return Err(Refusal::out_of_range(Subject::BooksFrom));
            }
            shop.books_from = day;
        }
        if let Some(limit) = changes.confirm_above {
            if limit < Money::ZERO || limit > AMOUNT_MAX {
                return Err(Refusal::out_of_range(Subject::ConfirmAbove));
            }
            shop.confirm_above = limit;
        }
        let was = shop.version;
        shop.updated_at = scene.now;
        shop.version += 1;
        unit.shops().update(&shop, was).await?;
        let year = FinancialYear::of(today);
        let next_number = match changes.next_number {
            Some(first) => begin_at(unit, &shop, year, first).await?,
            None => {
                let shops = &scene.queries.shops;
                shops.next_number(shop.tenant, &shop.series, year).await?
            }
        };
        Ok(ShopSettings { shop, next_number })
    }
}

fn put<T: Clone>(slot: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        slot.clone_from(value);
    }
}

/// A registered shop has the state of its registration.
fn registration(shop: &mut Shop, changes: &ShopChanges) -> Result<(), Refusal> {
    put(&mut shop.gstin, changes.gstin.as_ref());
    put(&mut shop.state, changes.state.as_ref());
    let registered = shop.gstin.as_ref().and_then(Gstin::state);
    match registered {
        Some(state) if changes.state.is_some() && shop.state != state => {
            Err(Refusal::of(Subject::State, FieldCode::InvalidFormat))
        }
        Some(state) => {
            shop.state = state;
            Ok(())
        }
        None => Ok(()),
    }
}

async fn begin_at(
    unit: &mut dyn UnitOfWork,
    shop: &Shop,
    year: FinancialYear,
    first: u32,
) -> Result<u32, Refusal> {
    if !(1..=NUMBER_MAX).contains(&first) {
        return Err(Refusal::out_of_range(Subject::NextNumber));
    }
    // Numbers are consecutive: once one was taken, the next one follows it.
    let next = unit
        .series()
        .begin_at(shop.tenant, &shop.series, year, first)
        .await?;
    if next == first {
        Ok(next)
    } else {
        Err(Refusal::out_of_range(Subject::NextNumber))
    }
}
