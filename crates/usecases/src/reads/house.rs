//! What the house itself asks, before there is a caller: at the start, at the terminal, at a sign-in, for a sign of life.
//! Nothing of this is told to anybody who has not shown who he is.

use crate::perform::UseCases;
use crate::shop::{Shop, User};
use execora_kernel::{StoreError, TenantId, UserId};

impl UseCases {
    /// The first shops, oldest first, at most `limit`.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn first_shops(&self, limit: u16) -> Result<Vec<Shop>, StoreError> {
        self.queries.shops.first(limit).await
    }

    /// The shop, or `None`.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn shop(&self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        self.queries.shops.find(tenant).await
    }

    /// The person of this shop, or `None`.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn person(&self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
        self.queries.shops.user(tenant, user).await
    }

    /// The people of a shop, its owner first.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn people(&self, tenant: TenantId) -> Result<Vec<User>, StoreError> {
        self.queries.shops.users(tenant).await
    }

    /// Asks the store for a sign of life.
    ///
    /// # Errors
    /// When it gives none.
    pub async fn sign_of_life(&self) -> Result<(), StoreError> {
        self.queries.health.ping().await
    }
}
