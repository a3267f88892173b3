//! What the drivers say, in the kernel's words; the drivers' own text stays inside, since it may quote data.

use execora_kernel::StoreError;
use sea_orm::sqlx;
use sea_orm::sqlx::postgres::{PgDatabaseError, PgSeverity};
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlErr};

/// Why a store cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConnectError {
    /// Neither a SQLite file nor a PostgreSQL database. SQLite in memory is refused: its readers would see nothing.
    #[error("the database address is neither sqlite://<file> nor postgres://…")]
    UnknownAddress,
    /// The database does not answer, or does not let us in.
    #[error("the database cannot be opened")]
    Unreachable,
}

/// What a failed statement means to a use case.
pub(crate) fn meaning(error: &DbErr) -> StoreError {
    if let DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) = error {
        return StoreError::Unavailable;
    }
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => return StoreError::Duplicate,
        Some(SqlErr::ForeignKeyConstraintViolation(_)) => {
            return StoreError::Corrupt {
                what: "a reference to a row that is not there",
            };
        }
        _ => {}
    }
    let code = code(error).unwrap_or_default();
    match code.as_str() {
        // PostgreSQL: lock_not_available.
        "55P03" => return StoreError::Busy,
        // PostgreSQL: check and not-null violations. SQLite: SQLITE_CONSTRAINT_CHECK, _NOTNULL, _DATATYPE.
        "23514" | "23502" | "275" | "1299" | "3091" => {
            return StoreError::Corrupt {
                what: "a value that breaks a rule of the books",
            };
        }
        // PostgreSQL: data_corrupted, index_corrupted.
        "XX001" | "XX002" => return DAMAGED,
        _ => {}
    }
    match primary(&code) {
        Some(BUSY) => StoreError::Busy,
        Some(CORRUPT | NOT_A_DATABASE) => DAMAGED,
        _ => {
            tracing::error!(code, "the store failed");
            StoreError::Unavailable
        }
    }
}

/// What a driver that gave no connection means to a use case.
pub(crate) fn no_connection(error: &sqlx::Error) -> StoreError {
    let code = error.as_database_error().and_then(|e| e.code());
    tracing::error!(code = code.as_deref().unwrap_or_default(), "no connection");
    StoreError::Unavailable
}

const DAMAGED: StoreError = StoreError::Corrupt {
    what: "the database file",
};

// SQLite's primary codes; the extended ones hold them in their lowest byte.
const ERROR: u32 = 1;
const BUSY: u32 = 5;
const LOCKED: u32 = 6;
const CORRUPT: u32 = 11;
const SCHEMA: u32 = 17;
const TOO_BIG: u32 = 18;
const CONSTRAINT: u32 = 19;
const MISMATCH: u32 = 20;
const RANGE: u32 = 25;
const NOT_A_DATABASE: u32 = 26;

/// SQLite's primary code. PostgreSQL's codes have five characters, SQLite's at most four.
fn primary(code: &str) -> Option<u32> {
    let code: u32 = code.parse().ok().filter(|_| code.len() < 5)?;
    Some(code % 256)
}

/// Whether nobody knows, after this error, in which state its connection is. SQLite takes a transaction back by itself after a
/// full disk (FULL), a failed read or write (IOERR), want of memory (NOMEM), damage and an interruption; PostgreSQL ends the
/// connection. A statement that was merely refused leaves the transaction as it was, or (PostgreSQL) in wait for its end.
pub(crate) fn leaves_in_doubt(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => {
            if let Some(postgres) = error.try_downcast_ref::<PgDatabaseError>() {
                let fatal = matches!(postgres.severity(), PgSeverity::Fatal | PgSeverity::Panic);
                // Connection exceptions, want of resources, an operator's hand, failures of the system, and of the server itself.
                let class = postgres.code().get(..2);
                return fatal || matches!(class, Some("08" | "53" | "58" | "XX"));
            }
            let code = error.code().unwrap_or_default();
            let harmless = [ERROR, BUSY, LOCKED, SCHEMA, TOO_BIG, CONSTRAINT, MISMATCH, RANGE];
            !primary(&code).is_some_and(|code| harmless.contains(&code))
        }
        sqlx::Error::RowNotFound
        | sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnIndexOutOfBounds { .. }
        | sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::TypeNotFound { .. }
        | sqlx::Error::Encode(_)
        | sqlx::Error::Decode(_) => false,
        _ => true,
    }
}

/// Whether a failed COMMIT is known to have committed nothing: the database itself refused it, and goes on answering.
pub(crate) fn refused_commit(error: &DbErr) -> bool {
    let Some(sqlx::Error::Database(error)) = cause(error) else {
        return false;
    };
    match error.try_downcast_ref::<PgDatabaseError>() {
        Some(postgres) => matches!(postgres.severity(), PgSeverity::Error),
        // SQLite answers in the process itself, and a commit that failed is taken back.
        None => true,
    }
}

/// Whether the connection itself broke, so that nothing is known of the statement.
pub(crate) fn broke(error: &DbErr) -> bool {
    matches!(cause(error), Some(sqlx::Error::Io(_) | sqlx::Error::Protocol(_)))
}

/// Whether a statement names a table that the schema does not have yet.
pub(crate) fn no_such_table(error: &DbErr) -> bool {
    let Some(error) = cause(error).and_then(sqlx::Error::as_database_error) else {
        return false;
    };
    match error.code().as_deref() {
        Some("42P01") => true,
        // SQLite has one code for every statement that it cannot make sense of.
        Some("1") => error.message().starts_with("no such table"),
        _ => false,
    }
}

fn cause(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(e))
        | DbErr::Exec(RuntimeErr::SqlxError(e))
        | DbErr::Query(RuntimeErr::SqlxError(e)) => Some(e.as_ref()),
        _ => None,
    }
}

fn code(error: &DbErr) -> Option<String> {
    let code = cause(error)?.as_database_error()?.code()?;
    Some(code.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_pool_is_unavailable_and_says_nothing_of_the_driver() {
        let error = meaning(&DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
        assert_eq!(error, StoreError::Unavailable);
        assert_eq!(error.to_string(), "the store is unavailable");
    }

    #[test]
    fn an_extended_code_of_sqlite_holds_the_primary_one() {
        assert_eq!(primary("13"), Some(13));
        assert_eq!(primary("3082"), Some(10), "IOERR_NOMEM");
        assert_eq!(primary("517"), Some(BUSY), "BUSY_SNAPSHOT");
        assert_eq!(primary("53100"), None, "PostgreSQL's disk_full");
        assert_eq!(primary("55P03"), None);
    }
}
