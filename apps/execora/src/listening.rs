//! What a recogniser is told of a shop before it listens: the names and products that may be said.

use crate::app::App;
use execora_customer::CustomerFilter;
use execora_kernel::{PageRequest, StoreError, TenantId, page::LIMIT_MAX};
use execora_voice_intent::ports::OpenListening;

/// The most products that a recogniser is told of.
const PRODUCTS_MAX: usize = 300;

/// The request that opens the ears of a shop.
///
/// # Errors
/// When the store does not answer.
pub async fn request(app: &App, tenant: TenantId, language: &str) -> Result<OpenListening, StoreError> {
    let newest = PageRequest::first(LIMIT_MAX);
    let page = app
        .usecases
        .queries
        .customers
        .list(tenant, &CustomerFilter::default(), newest)
        .await?;
    let catalog = app.usecases.catalog(tenant).await?;
    Ok(OpenListening {
        language: language.to_owned(),
        names: page.items.iter().map(|c| c.name.to_string()).collect(),
        products: catalog.read(|c| c.names(PRODUCTS_MAX)),
    })
}
