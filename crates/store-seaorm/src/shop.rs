//! Shops and their people.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, insert};
use crate::unit::Unit;
use crate::values::{id, instant, int, money, text, text_opt, truth, word};
use async_trait::async_trait;
use execora_kernel::{StoreError, TenantId, UserId};
use execora_usecases::ports::{ShopQueries, ShopRepository};
use execora_usecases::shop::{QuietHours, Shop, User};

const SHOP: &str = "tenant_id, name, address, gstin, state, zone, language, series, round_to_rupee, \
    allow_negative_stock, confirm_above, quiet_from, quiet_to, created_at, updated_at, version";

const USER: &str = "tenant_id, id, name, email, phone, role, created_at, updated_at, version";

const SHAPE: Shape<Shop> = Shape {
    what: "shop",
    read: shop,
};

const USER_SHAPE: Shape<User> = Shape {
    what: "user",
    read: user,
};

fn shop(row: &Row) -> Result<Shop, Unreadable> {
    Ok(Shop {
        tenant: row.id("tenant_id", TenantId::new)?,
        name: row.text("name")?,
        address: row.text_opt("address")?,
        gstin: row.text_opt("gstin")?,
        state: row.text("state")?,
        zone: row.text("zone")?,
        language: row.get("language")?,
        series: row.text("series")?,
        round_to_rupee: row.get("round_to_rupee")?,
        allow_negative_stock: row.get("allow_negative_stock")?,
        confirm_above: row.money("confirm_above")?,
        quiet_hours: QuietHours {
            from: row.text("quiet_from")?,
            to: row.text("quiet_to")?,
        },
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

fn user(row: &Row) -> Result<User, Unreadable> {
    Ok(User {
        id: row.id("id", UserId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        name: row.text("name")?,
        email: row.text("email")?,
        phone: row.text_opt("phone")?,
        role: row.get("role")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

async fn find(db: &impl Ask, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
    let sql = format!("SELECT {SHOP} FROM shop WHERE tenant_id = $1");
    db.one(&SHAPE, sql, vec![id(tenant.uuid())]).await
}

async fn find_user(db: &impl Ask, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
    let sql = format!("SELECT {USER} FROM app_user WHERE tenant_id = $1 AND id = $2");
    db.one(&USER_SHAPE, sql, vec![id(tenant.uuid()), id(user.uuid())])
        .await
}

#[async_trait]
impl ShopRepository for Unit {
    async fn find(&mut self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        find(self, tenant).await
    }

    async fn insert(&mut self, shop: &Shop) -> Result<(), StoreError> {
        let values = vec![
            id(shop.tenant.uuid()),
            text(&shop.name),
            text_opt(shop.address.as_ref()),
            text_opt(shop.gstin.as_ref().map(|g| g.as_str())),
            word(&shop.state)?,
            word(&shop.zone)?,
            text(&shop.language),
            text(shop.series.as_str()),
            truth(shop.round_to_rupee),
            truth(shop.allow_negative_stock),
            money(shop.confirm_above),
            word(&shop.quiet_hours.from)?,
            word(&shop.quiet_hours.to)?,
            instant(shop.created_at),
            instant(shop.updated_at),
            int(shop.version),
        ];
        self.run(insert("shop", SHOP), values).await.map(|_| ())
    }

    async fn find_user(&mut self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
        find_user(self, tenant, user).await
    }

    async fn insert_user(&mut self, user: &User) -> Result<(), StoreError> {
        let values = vec![
            id(user.tenant.uuid()),
            id(user.id.uuid()),
            text(&user.name),
            text(user.email.as_str()),
            text_opt(user.phone.as_ref().map(|p| p.as_str())),
            text(&user.role),
            instant(user.created_at),
            instant(user.updated_at),
            int(user.version),
        ];
        self.run(insert("app_user", USER), values).await.map(|_| ())
    }
}

#[async_trait]
impl<C: Connection> ShopQueries for Reader<C> {
    async fn find(&self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        find(self, tenant).await
    }

    async fn first(&self, limit: u16) -> Result<Vec<Shop>, StoreError> {
        let sql = format!("SELECT {SHOP} FROM shop ORDER BY created_at, tenant_id LIMIT $1");
        self.all(&SHAPE, sql, vec![int(limit.into())]).await
    }

    async fn user(&self, tenant: TenantId, user: UserId) -> Result<Option<User>, StoreError> {
        find_user(self, tenant, user).await
    }

    async fn users(&self, tenant: TenantId) -> Result<Vec<User>, StoreError> {
        let sql = format!(
            "SELECT {USER} FROM app_user WHERE tenant_id = $1
             ORDER BY CASE role WHEN 'owner' THEN 0 ELSE 1 END, id LIMIT 200"
        );
        self.all(&USER_SHAPE, sql, vec![id(tenant.uuid())]).await
    }
}
