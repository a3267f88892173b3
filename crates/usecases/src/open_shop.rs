//! Opening a shop with its owner.

use crate::perform::UseCases;
use crate::refusal::Refusal;
use crate::shop::{Shop, User};
use execora_kernel::{Email, Gstin, Label, StateCode, TenantId, UserId};

/// Opens a shop. Only somebody at the machine itself does this: there is no caller yet.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenShop {
    pub name: Label,
    pub owner_email: Email,
    pub gstin: Option<Gstin>,
    pub state: StateCode,
}

/// A new shop and its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenedShop {
    pub shop: Shop,
    pub owner: User,
}

impl OpenShop {
    /// Opens it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run(&self, usecases: &UseCases) -> Result<OpenedShop, Refusal> {
        let now = usecases.clock.now();
        let tenant = usecases.fresh(TenantId::new);
        let shop = Shop::create(tenant, self.name.clone(), self.gstin.clone(), self.state, now);
        let local = self.owner_email.as_str().split('@').next().unwrap_or("owner");
        let owner = User {
            id: usecases.fresh(UserId::new),
            tenant,
            name: Label::parse(local).unwrap_or_else(|_| self.name.clone()),
            email: self.owner_email.clone(),
            phone: None,
            role: "owner".to_owned(),
            created_at: now,
            updated_at: now,
            version: 1,
        };
        let mut unit = usecases.books.begin().await?;
        unit.shops().insert(&shop).await?;
        unit.shops().insert_user(&owner).await?;
        unit.commit().await?;
        Ok(OpenedShop { shop, owner })
    }
}
