//! The journal: entries with their postings, and the balances that follow them.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, Filter, insert, insert_many, places};
use crate::unit::Unit;
use crate::values::{date, id, id_opt, instant, int, money, text, text_opt};
use async_trait::async_trait;
use execora_kernel::{CustomerId, EntryId, Money, Page, PageRequest, StoreError, TenantId};
use execora_ledger::{
    Entry, EntryFilter, KhataRow, LedgerQueries, LedgerRepository, Payment, Posting, balanced,
};
use std::collections::BTreeMap;
use uuid::Uuid;

const COLUMNS: &str = "tenant_id, id, kind, effective_on, recorded_at, customer_id, document, description, reverses, reversed_by";

const POSTING: &str = "tenant_id, entry_id, position, account, customer_id, amount";

/// An entry that still lacks its postings.
const SHAPE: Shape<Entry> = Shape {
    what: "journal entry",
    read: entry,
};

const POSTING_SHAPE: Shape<(Uuid, Posting)> = Shape {
    what: "posting",
    read: posting,
};

const BALANCE: Shape<Money> = Shape {
    what: "balance",
    read: |row| row.money("balance"),
};

const KHATA: Shape<KhataRow> = Shape {
    what: "customer",
    read: |row| {
        Ok(KhataRow {
            customer: row.id("id", CustomerId::new)?,
            name: row.get("name")?,
            balance: row.money("balance")?,
        })
    },
};

const PENDING: Shape<(Money, u64)> = Shape {
    what: "balance",
    read: |row| Ok((row.money("balance")?, row.small("customers")?)),
};

const UNBALANCED: StoreError = StoreError::Corrupt {
    what: "a journal entry that does not balance",
};

fn entry(row: &Row) -> Result<Entry, Unreadable> {
    Ok(Entry {
        id: row.id("id", EntryId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        kind: row.text("kind")?,
        effective_on: row.get("effective_on")?,
        recorded_at: row.instant("recorded_at")?,
        customer: row.id_opt("customer_id", CustomerId::new)?,
        document: row.get("document")?,
        description: row.get("description")?,
        postings: Vec::new(),
        reverses: row.id_opt("reverses", EntryId::new)?,
        reversed_by: row.id_opt("reversed_by", EntryId::new)?,
    })
}

fn posting(row: &Row) -> Result<(Uuid, Posting), Unreadable> {
    let posting = Posting {
        account: row.text("account")?,
        customer: row.id_opt("customer_id", CustomerId::new)?,
        amount: row.money("amount")?,
    };
    Ok((row.get("entry_id")?, posting))
}

/// Gives entries their postings, which never change.
async fn with_postings(
    db: &impl Ask,
    tenant: TenantId,
    mut entries: Vec<Entry>,
) -> Result<Vec<Entry>, StoreError> {
    if entries.is_empty() {
        return Ok(entries);
    }
    let sql = format!(
        "SELECT {POSTING} FROM posting WHERE tenant_id = $1 AND entry_id IN ({}) ORDER BY entry_id, position",
        places(2, entries.len())
    );
    let values = std::iter::once(id(tenant.uuid()))
        .chain(entries.iter().map(|e| id(e.id.uuid())))
        .collect();
    for (owner, posting) in db.all(&POSTING_SHAPE, sql, values).await? {
        if let Some(entry) = entries.iter_mut().find(|e| e.id.uuid() == owner) {
            entry.postings.push(posting);
        }
    }
    Ok(entries)
}

impl Unit {
    /// Marks what an entry takes back; an entry is taken back once.
    async fn mark_reversed(&self, entry: &Entry, reversed: EntryId) -> Result<(), StoreError> {
        let key = vec![id(entry.tenant.uuid()), id(reversed.uuid())];
        let sql = "UPDATE journal_entry SET reversed_by = $3 \
             WHERE tenant_id = $1 AND id = $2 AND reversed_by IS NULL";
        let mut values = key.clone();
        values.push(id(entry.id.uuid()));
        if self.run(sql, values).await? > 0 {
            return Ok(());
        }
        let sql = format!("SELECT {COLUMNS} FROM journal_entry WHERE tenant_id = $1 AND id = $2");
        match self.one(&SHAPE, sql, key).await? {
            Some(_) => Err(StoreError::Duplicate),
            None => Err(StoreError::Corrupt {
                what: "the entry to take back",
            }),
        }
    }

    async fn insert_postings(&self, entry: &Entry) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(entry.postings.len() * 6);
        for (position, posting) in (0_i64..).zip(&entry.postings) {
            values.extend([
                id(entry.tenant.uuid()),
                id(entry.id.uuid()),
                int(position),
                text(posting.account.as_str()),
                id_opt(posting.customer.map(CustomerId::uuid)),
                money(posting.amount),
            ]);
        }
        self.run(insert_many("posting", POSTING, entry.postings.len()), values)
            .await
            .map(|_| ())
    }

    /// Moves the balances of an entry's customers, always in the order of their ids, so that no two units wait for each other.
    async fn move_balances(&self, entry: &Entry) -> Result<BTreeMap<CustomerId, Money>, StoreError> {
        let mut moved = BTreeMap::new();
        for posting in &entry.postings {
            if let Some(customer) = posting.customer {
                let sum = moved.entry(customer).or_insert(Money::ZERO);
                *sum = sum.plus(posting.amount).ok_or(UNBALANCED)?;
            }
        }
        let sql = "UPDATE customer SET balance = balance + $3, updated_at = $4 \
             WHERE tenant_id = $1 AND id = $2 RETURNING balance";
        for (customer, amount) in &mut moved {
            let values = vec![
                id(entry.tenant.uuid()),
                id(customer.uuid()),
                money(*amount),
                instant(entry.recorded_at),
            ];
            let balance = self.one(&BALANCE, sql, values).await?;
            *amount = balance.ok_or(StoreError::Corrupt { what: "customer" })?;
        }
        Ok(moved)
    }

    async fn balance_of(&self, tenant: TenantId, customer: CustomerId) -> Result<Option<Money>, StoreError> {
        let sql = "SELECT balance FROM customer WHERE tenant_id = $1 AND id = $2";
        self.one(&BALANCE, sql, vec![id(tenant.uuid()), id(customer.uuid())])
            .await
    }
}

#[async_trait]
impl LedgerRepository for Unit {
    async fn find(&mut self, tenant: TenantId, entry: EntryId) -> Result<Option<Entry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM journal_entry WHERE tenant_id = $1 AND id = $2");
        let found = self
            .all(&SHAPE, sql, vec![id(tenant.uuid()), id(entry.uuid())])
            .await?;
        Ok(with_postings(self, tenant, found).await?.pop())
    }

    async fn append(&mut self, entry: &Entry) -> Result<Option<Money>, StoreError> {
        if entry.postings.is_empty() || balanced(&entry.postings).is_err() {
            return Err(UNBALANCED);
        }
        if let Some(reversed) = entry.reverses {
            self.mark_reversed(entry, reversed).await?;
        }
        let values = vec![
            id(entry.tenant.uuid()),
            id(entry.id.uuid()),
            text(entry.kind.as_str()),
            date(entry.effective_on),
            instant(entry.recorded_at),
            id_opt(entry.customer.map(CustomerId::uuid)),
            text_opt(entry.document.as_ref()),
            text(&entry.description),
            id_opt(entry.reverses.map(EntryId::uuid)),
            id_opt(entry.reversed_by.map(EntryId::uuid)),
        ];
        self.run(insert("journal_entry", COLUMNS), values).await?;
        self.insert_postings(entry).await?;
        let balances = self.move_balances(entry).await?;
        match entry.customer {
            None => Ok(None),
            Some(customer) => match balances.get(&customer) {
                Some(balance) => Ok(Some(*balance)),
                None => self.balance_of(entry.tenant, customer).await,
            },
        }
    }
}

#[async_trait]
impl<C: Connection> LedgerQueries for Reader<C> {
    async fn entries(
        &self,
        tenant: TenantId,
        wanted: &EntryFilter,
        page: PageRequest,
    ) -> Result<Page<Entry>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and_if("customer_id = ?", wanted.customer.map(CustomerId::uuid).map(id));
        filter.and_if("effective_on >= ?", wanted.from.map(date));
        filter.and_if("effective_on <= ?", wanted.to.map(date));
        filter.and_if("id < ?", page.after.map(id));
        let sql = filter.newest(&format!("SELECT {COLUMNS} FROM journal_entry"), page);
        let rows = self.all(&SHAPE, sql, filter.values).await?;
        let rows = with_postings(self, tenant, rows).await?;
        Ok(Page::from_rows(rows, page.limit, |e| e.id.uuid()))
    }

    async fn payments(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Payment>, StoreError> {
        crate::payment::list(self, tenant, customer, page).await
    }

    async fn debtors(&self, tenant: TenantId, limit: u16) -> Result<Vec<KhataRow>, StoreError> {
        let sql = "SELECT id, name, balance FROM customer WHERE tenant_id = $1 AND balance > 0 \
             ORDER BY balance DESC, id LIMIT $2";
        self.all(&KHATA, sql, vec![id(tenant.uuid()), int(limit.into())])
            .await
    }

    async fn total_pending(&self, tenant: TenantId) -> Result<(Money, u64), StoreError> {
        let sql = "SELECT CAST(COALESCE(SUM(balance), 0) AS BIGINT) AS balance, COUNT(*) AS customers \
             FROM customer WHERE tenant_id = $1 AND balance > 0";
        let sums = self.one(&PENDING, sql, vec![id(tenant.uuid())]).await?;
        Ok(sums.unwrap_or((Money::ZERO, 0)))
    }

    async fn postings_sum(&self, tenant: TenantId) -> Result<Money, StoreError> {
        let sql =
            "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS balance FROM posting WHERE tenant_id = $1";
        let sum = self.one(&BALANCE, sql, vec![id(tenant.uuid())]).await?;
        Ok(sum.unwrap_or(Money::ZERO))
    }
}
