//! Shops and their people.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::series::next_number;
use crate::sql::{Ask, insert};
use crate::unit::Unit;
use crate::values::{date, id, instant, int, money, text, text_opt, truth, word};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_invoice::Series;
use execora_kernel::{StoreError, TenantId, UserId, zone::FinancialYear};
use execora_usecases::ports::{ShopQueries, ShopRepository};
use execora_usecases::shop::{QuietHours, Shop, User, usual_books_from};
use sea_orm::Value;

const SHOP: &str = "tenant_id, name, address, gstin, state, zone, language, series, round_to_rupee, \
    allow_negative_stock, confirm_above, quiet_from, quiet_to, allow_other_rates, allow_backdating, books_from, \
    created_at, updated_at, version";

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
    let (zone, created_at) = (row.text("zone")?, row.instant("created_at")?);
    let books_from: Option<NaiveDate> = row.get("books_from")?;
    Ok(Shop {
        tenant: row.id("tenant_id", TenantId::new)?,
        name: row.text("name")?,
        address: row.text_opt("address")?,
        gstin: row.text_opt("gstin")?,
        state: row.text("state")?,
        zone,
        language: row.get("language")?,
        series: row.text("series")?,
        round_to_rupee: row.get("round_to_rupee")?,
        allow_negative_stock: row.get("allow_negative_stock")?,
        confirm_above: row.money("confirm_above")?,
        quiet_hours: QuietHours {
            from: row.text("quiet_from")?,
            to: row.text("quiet_to")?,
        },
        allow_other_rates: row.get("allow_other_rates")?,
        allow_backdating: row.get("allow_backdating")?,
        // A shop of before this column has the usual day.
        books_from: books_from.unwrap_or_else(|| usual_books_from(zone, created_at)),
        created_at,
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

/// The values of [`SHOP`].
fn values(shop: &Shop) -> Result<Vec<Value>, StoreError> {
    Ok(vec![
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
        truth(shop.allow_other_rates),
        truth(shop.allow_backdating),
        date(shop.books_from),
        instant(shop.created_at),
        instant(shop.updated_at),
        int(shop.version),
    ])
}

#[async_trait]
impl ShopRepository for Unit {
    async fn find(&mut self, tenant: TenantId) -> Result<Option<Shop>, StoreError> {
        find(self, tenant).await
    }

    async fn insert(&mut self, shop: &Shop) -> Result<(), StoreError> {
        self.run(insert("shop", SHOP), values(shop)?).await.map(|_| ())
    }

    async fn update(&mut self, shop: &Shop, was: i64) -> Result<(), StoreError> {
        let mut values = values(shop)?;
        values.push(int(was));
        let sql = "UPDATE shop SET name = $2, address = $3, gstin = $4, state = $5, zone = $6, language = $7, series = $8, \
             round_to_rupee = $9, allow_negative_stock = $10, confirm_above = $11, quiet_from = $12, quiet_to = $13, \
             allow_other_rates = $14, allow_backdating = $15, books_from = $16, created_at = $17, updated_at = $18, \
             version = $19 WHERE tenant_id = $1 AND version = $20";
        self.run_if_unchanged(sql, values).await
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

    async fn next_number(
        &self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
    ) -> Result<u32, StoreError> {
        next_number(self, tenant, series, year).await
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
