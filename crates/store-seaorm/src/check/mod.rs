//! A view of the books for a check: one transaction that only reads, so that every answer is of one moment.
//!
//! On SQLite a reader of the write-ahead log keeps nobody waiting; on PostgreSQL the transaction is REPEATABLE READ READ ONLY.

mod bills;
mod desk;
mod ledger;
mod shelf;

use crate::away::Away;
use crate::connection::Connection;
use crate::pool::{Pool, Taken};
use crate::reader::Reader;
use crate::row::Shape;
use crate::sql::{Ask, places};
use crate::values::{id, int};
use async_trait::async_trait;
use execora_kernel::{StoreError, TenantId};
use execora_usecases::check::{BooksView, CheckQueries, Part};
use sea_orm::{ConnectionTrait, DbBackend, Value};
use std::sync::Arc;
use uuid::Uuid;

/// Ids of one question.
const IDS_MAX: usize = 500;

/// How many strays of one kind are named.
const STRAYS_MAX: i64 = 200;

/// What a view begins with. A check of a long book takes longer than a request is allowed to.
const BEGIN_POSTGRES: [&str; 3] = [
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "SET LOCAL statement_timeout = '10min'",
    "SET LOCAL idle_in_transaction_session_timeout = '10min'",
];

/// A transaction of its own, or that of the unit which is looked at from inside.
enum Held {
    Own(Taken),
    Units(Arc<Connection>),
}

struct View {
    held: Held,
    away: Arc<Away>,
}

impl View {
    fn held(&self) -> &Connection {
        match &self.held {
            Held::Own(taken) => &taken.connection,
            Held::Units(connection) => connection,
        }
    }
}

impl Ask for View {
    fn connection(&self) -> &impl ConnectionTrait {
        self.held()
    }

    fn away(&self) -> &Away {
        &self.away
    }
}

/// Closing its connection ends the transaction; a check comes too seldom to hand it back.
impl Drop for View {
    fn drop(&mut self) {
        if let Held::Own(taken) = &self.held {
            taken.connection.doubt();
        }
    }
}

#[async_trait]
impl CheckQueries for Reader<Connection> {
    /// From inside a unit the books are what the unit sees.
    async fn view(&self) -> Result<Box<dyn BooksView>, StoreError> {
        Ok(Box::new(View {
            held: Held::Units(Arc::clone(&self.db)),
            away: Arc::clone(&self.away),
        }))
    }
}

#[async_trait]
impl CheckQueries for Reader<Pool> {
    async fn view(&self) -> Result<Box<dyn BooksView>, StoreError> {
        let view = View {
            held: Held::Own(self.db.take().await?),
            away: Arc::clone(&self.away),
        };
        let begin: &[&str] = match view.connection().get_database_backend() {
            DbBackend::Postgres => &BEGIN_POSTGRES,
            _ => &["BEGIN"],
        };
        for statement in begin {
            let done = view.connection().execute_unprepared(statement).await;
            view.checked(done)?;
        }
        // The moment of a transaction is that of its first read.
        view.rows("SELECT tenant_id FROM shop LIMIT 1", Vec::new())
            .await?;
        Ok(Box::new(view))
    }
}

impl View {
    /// A page of a shop's rows: `select` ends before its WHERE, `key` is the column of its ids.
    async fn part<T>(
        &self,
        shape: &Shape<T>,
        select: &str,
        key: &str,
        (tenant, wanted): (TenantId, Part),
    ) -> Result<Vec<T>, StoreError> {
        let sql = format!("{select} WHERE tenant_id = $1 AND {key} > $2 ORDER BY {key} LIMIT $3");
        let values = vec![id(tenant.uuid()), id(wanted.after), int(wanted.limit.into())];
        self.all(shape, sql, values).await
    }

    /// A shop's rows of these ids: `select` ends before its WHERE, `key` is the column of the ids.
    async fn named<T>(
        &self,
        shape: &Shape<T>,
        (select, key): (&str, &str),
        tenant: TenantId,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<Vec<T>, StoreError> {
        let mut ids: Vec<Uuid> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let mut rows = Vec::new();
        for some in ids.chunks(IDS_MAX) {
            let sql = format!(
                "{select} WHERE tenant_id = $1 AND {key} IN ({}) ORDER BY {key}",
                places(2, some.len())
            );
            let values: Vec<Value> = std::iter::once(tenant.uuid())
                .chain(some.iter().copied())
                .map(id)
                .collect();
            rows.extend(self.all(shape, sql, values).await?);
        }
        Ok(rows)
    }
}
