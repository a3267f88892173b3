//! What the drivers say, in the kernel's words; the drivers' own text stays inside, since it may quote data.

use execora_kernel::StoreError;
use sea_orm::sqlx;
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
        // PostgreSQL: lock_not_available. SQLite: SQLITE_BUSY and its extended codes.
        "55P03" | "5" | "261" | "517" | "773" => StoreError::Busy,
        // PostgreSQL: check and not-null violations. SQLite: SQLITE_CONSTRAINT_CHECK, _NOTNULL, _DATATYPE.
        "23514" | "23502" | "275" | "1299" | "3091" => StoreError::Corrupt {
            what: "a value that breaks a rule of the books",
        },
        // SQLite: SQLITE_CORRUPT, SQLITE_NOTADB.
        "11" | "26" => StoreError::Corrupt {
            what: "the database file",
        },
        _ => {
            tracing::error!(code, "the store failed");
            StoreError::Unavailable
        }
    }
}

fn code(error: &DbErr) -> Option<String> {
    let (DbErr::Conn(RuntimeErr::SqlxError(e))
    | DbErr::Exec(RuntimeErr::SqlxError(e))
    | DbErr::Query(RuntimeErr::SqlxError(e))) = error
    else {
        return None;
    };
    match e.as_ref() {
        sqlx::Error::Database(e) => e.code().map(|c| c.into_owned()),
        _ => None,
    }
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
}
