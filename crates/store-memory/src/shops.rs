//! Shops and users.

use crate::{
    state::State,
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use execora_invoice::Series;
use execora_kernel::{StoreError, TenantId, UserId, zone::FinancialYear};
use execora_usecases::{
    ports::{ShopQueries, ShopRepository},
    shop::{Shop, User},
};
use std::sync::Arc;

/// The most users that a list shows.
const USERS_MAX: usize = 200;

#[async_trait]
impl ShopRepository for Unit {
    async fn find(&mut self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        self.act(|state| Ok(state.shops.get(&tenant).cloned()))
    }

    async fn insert(&mut self, shop: &Shop) -> Result<(), StoreError> {
        self.act(|state| {
            if state.shops.contains_key(&shop.tenant) {
                return Err(StoreError::Duplicate);
            }
            Arc::make_mut(&mut state.shops).insert(shop.tenant, shop.clone());
            Ok(())
        })
    }

    async fn update(&mut self, shop: &Shop, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.shops.get(&shop.tenant).ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            Arc::make_mut(&mut state.shops).insert(shop.tenant, shop.clone());
            Ok(())
        })
    }

    async fn find_user(&mut self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
        self.act(|state| Ok(state.users.get(tenant, &user).cloned()))
    }

    async fn insert_user(&mut self, user: &User) -> Result<(), StoreError> {
        self.act(|state| {
            if state.users.of(user.tenant).any(|other| other.email == user.email) {
                return Err(StoreError::Duplicate);
            }
            state.users.insert(user.tenant, user.id, user.clone())
        })
    }
}

#[async_trait]
impl ShopQueries for MemoryStore {
    async fn find(&self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        Ok(self.state().shops.get(&tenant).cloned())
    }

    async fn next_number(
        &self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError> {
        self.state().next_number(tenant, series, year)
    }

    async fn first(&self, limit: u16) -> Result<Vec<Shop>, StoreError> {
        let mut shops: Vec<Shop> = self.state().shops.values().cloned().collect();
        shops.sort_by_key(|shop| (shop.created_at, shop.tenant));
        shops.truncate(usize::from(limit));
        Ok(shops)
    }

    async fn user(&self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
        Ok(self.state().users.get(tenant, &user).cloned())
    }

    async fn users(&self, tenant: TenantId) -> Result<Vec<User>, StoreError> {
        Ok(owner_first(&self.state(), tenant))
    }
}

fn owner_first(state: &State, tenant: TenantId) -> Vec<User> {
    let mut users: Vec<User> = state.users.of(tenant).cloned().collect();
    users.sort_by_key(|user| (user.role != "owner", user.created_at, user.id));
    users.truncate(USERS_MAX);
    users
}
