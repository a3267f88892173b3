//! Asking and telling the database: plain statements with `$1` places, which both dialects understand.

use crate::away::Away;
use crate::error::meaning;
use crate::row::{Row, Shape};
use execora_kernel::{PageRequest, StoreError};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, QueryResult, Statement, Value};
use std::fmt::Write;
use std::future::Future;

/// Something that statements can be put to: a unit of work, or the readers outside of units.
pub(crate) trait Ask: Sync {
    /// The connection.
    fn connection(&self) -> &impl ConnectionTrait;

    /// What is known of the server behind it.
    fn away(&self) -> &Away;

    /// Told of every failure of a statement.
    fn failed(&self) {}

    /// The rows of an answer.
    fn rows(
        &self,
        sql: impl Into<String> + Send,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<QueryResult>, StoreError>> + Send {
        async move {
            let db = self.connection();
            let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
            self.checked(self.away().watch(db.query_all_raw(statement)).await)
        }
    }

    /// Every row of an answer, read.
    fn all<T>(
        &self,
        shape: &Shape<T>,
        sql: impl Into<String> + Send,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<T>, StoreError>> + Send {
        let (what, read) = (shape.what, shape.read);
        async move {
            self.rows(sql, values)
                .await?
                .into_iter()
                .map(|row| read(&Row(row)).map_err(|_| StoreError::Corrupt { what }))
                .collect()
        }
    }

    /// The first row of an answer, read.
    fn one<T>(
        &self,
        shape: &Shape<T>,
        sql: impl Into<String> + Send,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Option<T>, StoreError>> + Send {
        let (what, read) = (shape.what, shape.read);
        async move {
            match self.rows(sql, values).await?.into_iter().next() {
                Some(row) => read(&Row(row))
                    .map(Some)
                    .map_err(|_| StoreError::Corrupt { what }),
                None => Ok(None),
            }
        }
    }

    /// Runs a statement; how many rows it changed.
    fn run(
        &self,
        sql: impl Into<String> + Send,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<u64, StoreError>> + Send {
        async move {
            let db = self.connection();
            let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
            let done = self.away().watch(db.execute_raw(statement)).await;
            self.checked(done.map(|done| done.rows_affected()))
        }
    }

    /// Runs a statement that must change one row: none means that it changed since it was read.
    fn run_if_unchanged(
        &self,
        sql: impl Into<String> + Send,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send {
        async move {
            match self.run(sql, values).await? {
                0 => Err(StoreError::Stale),
                _ => Ok(()),
            }
        }
    }

    /// What ends a `SELECT` whose row stays locked. SQLite has one writer, and its unit holds everything already;
    /// on PostgreSQL rows that merely refer to the locked one may still be added.
    fn for_update(&self) -> &'static str {
        match self.connection().get_database_backend() {
            DbBackend::Postgres => " FOR NO KEY UPDATE",
            _ => "",
        }
    }

    /// A driver's answer in the kernel's words.
    fn checked<T>(&self, answer: Result<T, DbErr>) -> Result<T, StoreError> {
        answer.map_err(|error| {
            self.failed();
            meaning(&error)
        })
    }
}

/// `INSERT` of one row: every column has its place.
pub(crate) fn insert(table: &str, columns: &str) -> String {
    insert_many(table, columns, 1)
}

/// `INSERT` of several rows in one statement.
pub(crate) fn insert_many(table: &str, columns: &str, rows: usize) -> String {
    let width = columns.split(',').count();
    let mut sql = format!("INSERT INTO {table} ({columns}) VALUES ");
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        sql.push_str(&places(row * width + 1, width));
        sql.push(')');
    }
    sql
}

/// `$n, $n+1, …`
pub(crate) fn places(first: usize, count: usize) -> String {
    let mut list = String::with_capacity(count * 5);
    for n in first..first + count {
        let comma = if n == first { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(list, "{comma}${n}");
    }
    list
}

/// Conditions that are joined by AND, with the values of their places.
pub(crate) struct Filter {
    sql: String,
    pub(crate) values: Vec<Value>,
}

impl Filter {
    /// Starts with the one condition that is always there; its value takes `$1`.
    pub(crate) fn new(condition: &str, value: Value) -> Self {
        Self {
            sql: format!("{condition} = $1"),
            values: vec![value],
        }
    }

    /// Adds a condition; `?` in it is the place of the value.
    pub(crate) fn and(&mut self, condition: &str, value: Value) {
        self.values.push(value);
        let place = format!("${}", self.values.len());
        let _ = write!(self.sql, " AND {}", condition.replace('?', &place));
    }

    /// Adds a condition when there is a value for it.
    pub(crate) fn and_if(&mut self, condition: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.and(condition, value);
        }
    }

    /// Adds a condition without a value.
    pub(crate) fn and_plain(&mut self, condition: &str) {
        let _ = write!(self.sql, " AND {condition}");
    }

    /// The statement that reads the newest rows first: one more than the page holds, to know whether there are more.
    pub(crate) fn newest(&self, select: &str, page: PageRequest) -> String {
        let rows = u32::from(page.limit) + 1;
        format!("{select} WHERE {} ORDER BY id DESC LIMIT {rows}", self.sql)
    }

    /// The conditions.
    pub(crate) fn sql(&self) -> &str {
        &self.sql
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_an_insert_has_its_own_place() {
        assert_eq!(
            insert_many("t", "a, b", 2),
            "INSERT INTO t (a, b) VALUES ($1, $2), ($3, $4)"
        );
    }

    #[test]
    fn a_filter_numbers_its_places() {
        let mut filter = Filter::new("tenant_id", Value::from(1_i64));
        filter.and_if("a = ?", None);
        filter.and("b < ?", Value::from(2_i64));
        filter.and_plain("c IS NULL");
        assert_eq!(filter.sql(), "tenant_id = $1 AND b < $2 AND c IS NULL");
    }
}
