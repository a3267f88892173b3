//! Customers and the order of their changes.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::series::{Counter, next_of};
use crate::sql::{Ask, Filter, insert};
use crate::unit::Unit;
use crate::values::{id, id_opt, instant, int, json, json_opt, money_opt, text, text_opt, word};
use async_trait::async_trait;
use execora_customer::{Customer, CustomerFilter, CustomerQueries, CustomerRepository, DirectoryChange};
use execora_kernel::{CustomerId, Page, PageRequest, Phone, StoreError, TenantId};
use sea_orm::Value;

const COLUMNS: &str = "tenant_id, id, name, nickname, phone, email, landmark, address, gstin, language, aliases, \
    credit_limit, status, merged_into, search, directory_seq, created_at, updated_at, version";

const SELECT: &str = "SELECT tenant_id, id, name, nickname, phone, email, landmark, address, gstin, language, \
    aliases, credit_limit, balance, status, merged_into, directory_seq, created_at, updated_at, version FROM customer";

const SHAPE: Shape<Customer> = Shape {
    what: "customer",
    read: customer,
};

const CHANGE: Shape<DirectoryChange> = Shape {
    what: "customer",
    read: |row| {
        Ok(DirectoryChange {
            seq: row.get("directory_seq")?,
            entry: customer(row)?.directory_entry(),
        })
    },
};

fn customer(row: &Row) -> Result<Customer, Unreadable> {
    Ok(Customer {
        id: row.id("id", CustomerId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        name: row.text("name")?,
        nickname: row.text_opt("nickname")?,
        phone: row.text_opt("phone")?,
        email: row.text_opt("email")?,
        landmark: row.text_opt("landmark")?,
        address: row.json_opt("address")?,
        gstin: row.text_opt("gstin")?,
        language: row.text_opt("language")?,
        aliases: row.json("aliases")?,
        credit_limit: row.money_opt("credit_limit")?,
        balance: row.money("balance")?,
        status: row.text("status")?,
        merged_into: row.id_opt("merged_into", CustomerId::new)?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

/// The values of [`COLUMNS`]: everything but the balance, which the books alone move.
fn values(customer: &Customer, seq: i64) -> Result<Vec<Value>, StoreError> {
    Ok(vec![
        id(customer.tenant.uuid()),
        id(customer.id.uuid()),
        text(&customer.name),
        text_opt(customer.nickname.as_ref()),
        text_opt(customer.phone.as_ref().map(Phone::as_str)),
        text_opt(customer.email.as_ref().map(|e| e.as_str())),
        text_opt(customer.landmark.as_ref()),
        json_opt(customer.address.as_ref())?,
        text_opt(customer.gstin.as_ref().map(|g| g.as_str())),
        text_opt(customer.language.as_ref()),
        json(&customer.aliases)?,
        money_opt(customer.credit_limit),
        word(&customer.status)?,
        id_opt(customer.merged_into.map(CustomerId::uuid)),
        text(searched(customer)),
        int(seq),
        instant(customer.created_at),
        instant(customer.updated_at),
        int(customer.version),
    ])
}

/// Name, nickname, landmark and phone in lower case, one a line.
fn searched(customer: &Customer) -> String {
    let phone = customer.phone.as_ref().map(Phone::as_str);
    let labels = [
        Some(&customer.name),
        customer.nickname.as_ref(),
        customer.landmark.as_ref(),
    ];
    let parts: Vec<&str> = labels
        .into_iter()
        .flatten()
        .map(|l| l.as_str())
        .chain(phone)
        .collect();
    parts.join("\n").to_lowercase()
}

/// The pattern that finds `q` as plain text.
fn pattern(q: &str) -> String {
    let mut pattern = String::with_capacity(q.len() + 2);
    pattern.push('%');
    for c in q.to_lowercase().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

async fn find(
    db: &impl Ask,
    tenant: TenantId,
    customer: CustomerId,
    end: &str,
) -> Result<Option<Customer>, StoreError> {
    let sql = format!("{SELECT} WHERE tenant_id = $1 AND id = $2{end}");
    db.one(&SHAPE, sql, vec![id(tenant.uuid()), id(customer.uuid())])
        .await
}

#[async_trait]
impl CustomerRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        find(self, tenant, id, "").await
    }

    async fn lock(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        let end = self.for_update();
        find(self, tenant, id, end).await
    }

    async fn find_by_phone(
        &mut self,
        tenant: TenantId,
        phone: &Phone,
    ) -> Result<Option<Customer>, StoreError> {
        let sql = format!(
            "{SELECT} WHERE tenant_id = $1 AND phone = $2 AND status = 'active' ORDER BY created_at, id LIMIT 1"
        );
        self.one(&SHAPE, sql, vec![id(tenant.uuid()), text(phone.as_str())])
            .await
    }

    async fn insert(&mut self, customer: &Customer) -> Result<(), StoreError> {
        let seq = next_of(self, Counter::Customers, customer.tenant).await?;
        self.run(insert("customer", COLUMNS), values(customer, seq)?)
            .await
            .map(|_| ())
    }

    async fn update(&mut self, customer: &Customer, was_version: i64) -> Result<(), StoreError> {
        let seq = next_of(self, Counter::Customers, customer.tenant).await?;
        let mut values = values(customer, seq)?;
        values.push(int(was_version));
        let sql = "UPDATE customer SET name = $3, nickname = $4, phone = $5, email = $6, landmark = $7, address = $8, \
             gstin = $9, language = $10, aliases = $11, credit_limit = $12, status = $13, merged_into = $14, \
             search = $15, directory_seq = $16, created_at = $17, updated_at = $18, version = $19 \
             WHERE tenant_id = $1 AND id = $2 AND version = $20";
        self.run_if_unchanged(sql, values).await
    }
}

#[async_trait]
impl<C: Connection> CustomerQueries for Reader<C> {
    async fn find(&self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        find(self, tenant, id, "").await
    }

    async fn list(
        &self,
        tenant: TenantId,
        filter: &CustomerFilter,
        page: PageRequest,
    ) -> Result<Page<Customer>, StoreError> {
        let mut conditions = Filter::new("tenant_id", id(tenant.uuid()));
        conditions.and_plain("status <> 'erased'");
        conditions.and_if(
            "search LIKE ? ESCAPE '\\'",
            filter.q.as_deref().map(pattern).map(text),
        );
        let phone = filter.phone.as_ref().map(|phone| text(phone.as_str()));
        conditions.and_if("phone = ?", phone);
        conditions.and_if("updated_at >= ?", filter.updated_since.map(instant));
        conditions.and_if("id < ?", page.after.map(id));
        let rows = self
            .all(&SHAPE, conditions.newest(SELECT, page), conditions.values)
            .await?;
        Ok(Page::from_rows(rows, page.limit, |c| c.id.uuid()))
    }

    async fn directory_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<DirectoryChange>, StoreError> {
        let sql =
            format!("{SELECT} WHERE tenant_id = $1 AND directory_seq > $2 ORDER BY directory_seq LIMIT $3");
        let values = vec![id(tenant.uuid()), int(after), int(limit.into())];
        self.all(&CHANGE, sql, values).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_in_a_search_is_a_wildcard() {
        assert_eq!(pattern("50%_\\"), "%50\\%\\_\\\\%");
        assert_eq!(pattern("RAHUL"), "%rahul%");
    }
}
