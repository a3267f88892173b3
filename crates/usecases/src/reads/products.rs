//! Products: lists and one of them.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_inventory::{Product, ProductFilter};
use execora_kernel::{Page, PageRequest, ProductId, Right};

/// A page of products, newest first.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListProducts {
    pub filter: ProductFilter,
    pub page: PageRequest,
}

impl Guarded for ListProducts {
    const RIGHT: Right = Right::PRODUCTS_READ;
}

#[async_trait]
impl Read for ListProducts {
    type Output = Page<Product>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let products = &scene.queries().products;
        Ok(products.list(scene.tenant(), &self.filter, self.page).await?)
    }
}

/// One product.
#[derive(Debug, Clone, Copy)]
pub struct FindProduct(pub ProductId);

impl Guarded for FindProduct {
    const RIGHT: Right = Right::PRODUCTS_READ;
}

#[async_trait]
impl Read for FindProduct {
    type Output = Product;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let found = scene.queries().products.find(scene.tenant(), self.0).await?;
        found.ok_or(Refusal::NotFound)
    }
}
