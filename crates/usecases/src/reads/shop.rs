//! The shop: its settings, and what a recogniser is told of it before it listens.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use crate::update_shop::ShopSettings;
use async_trait::async_trait;
use execora_customer::{Customer, CustomerFilter};
use execora_kernel::zone::FinancialYear;
use execora_kernel::{Label, PageRequest, Right};

/// The settings as they are.
#[derive(Debug, Clone, Copy)]
pub struct ReadShop;

impl Guarded for ReadShop {
    const RIGHT: Right = Right::SETTINGS_READ;
}

#[async_trait]
impl Read for ReadShop {
    type Output = ShopSettings;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let shops = &scene.queries().shops;
        let shop = shops.find(scene.tenant()).await?.ok_or(Refusal::NotFound)?;
        let year = FinancialYear::of(shop.zone.date(scene.now));
        let next_number = shops.next_number(shop.tenant, &shop.series, year).await?;
        Ok(ShopSettings { shop, next_number })
    }
}

/// The names that may be said in the shop: its newest customers and its products.
#[derive(Debug, Clone, Copy)]
pub struct NamesToHear {
    /// How many customers at the most.
    pub customers: u16,
    /// How many products at the most.
    pub products: usize,
}

/// Names of a shop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpokenNames {
    /// Names and nicknames of customers.
    pub customers: Vec<String>,
    /// Names of products.
    pub products: Vec<String>,
}

impl Guarded for NamesToHear {
    const RIGHT: Right = Right::VOICE_USE;
}

#[async_trait]
impl Read for NamesToHear {
    type Output = SpokenNames;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let (tenant, page) = (scene.tenant(), PageRequest::first(self.customers));
        let customers = &scene.queries().customers;
        let page = customers.list(tenant, &CustomerFilter::default(), page).await?;
        let catalog = scene.cases.catalog(tenant).await?;
        Ok(SpokenNames {
            customers: page.items.iter().flat_map(called).map(Label::to_string).collect(),
            products: catalog.read(|c| c.names(self.products)),
        })
    }
}

fn called(customer: &Customer) -> impl Iterator<Item = &Label> {
    [Some(&customer.name), customer.nickname.as_ref()]
        .into_iter()
        .flatten()
}
