//! One text of DDL for both databases: words in braces stand for what each calls its types.
//!
//! Instants are whole microseconds since 1970, which both compare and keep exactly; nested values that nothing searches are
//! JSON in text. SQLite's STRICT tables refuse a value of the wrong type, as PostgreSQL does by itself.

use sea_orm_migration::prelude::SchemaManager;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, DbErr};

const SQLITE: [(&str, &str); 6] = [
    ("{uuid}", "BLOB"),
    ("{bytes}", "BLOB"),
    ("{int}", "INTEGER"),
    ("{bool}", "INTEGER"),
    ("{date}", "TEXT"),
    ("{strict}", "STRICT"),
];

const POSTGRES: [(&str, &str); 6] = [
    ("{uuid}", "UUID"),
    ("{bytes}", "BYTEA"),
    ("{int}", "BIGINT"),
    ("{bool}", "BOOLEAN"),
    ("{date}", "DATE"),
    ("{strict}", ""),
];

/// Runs statements one after the other.
pub(crate) async fn run(schema: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let words = match schema.get_database_backend() {
        DbBackend::Sqlite => SQLITE,
        DbBackend::Postgres => POSTGRES,
        other => {
            return Err(DbErr::BackendNotSupported {
                db: other.as_str(),
                ctx: "the schema",
            });
        }
    };
    for statement in statements {
        let sql = words.iter().fold((*statement).to_owned(), |sql, (word, meant)| {
            sql.replace(word, meant)
        });
        schema.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// A step made of statements alone; its name is that of its file.
macro_rules! step {
    ($up:expr, drops $($table:literal),+) => {
        crate::ddl::step!($up, undoes &[$(concat!("DROP TABLE ", $table)),+]);
    };
    ($up:expr, undoes $down:expr) => {
        #[derive(sea_orm_migration::prelude::DeriveMigrationName)]
        pub(crate) struct Step;

        #[async_trait::async_trait]
        impl sea_orm_migration::prelude::MigrationTrait for Step {
            async fn up(
                &self,
                schema: &sea_orm_migration::prelude::SchemaManager,
            ) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::ddl::run(schema, $up).await
            }

            async fn down(
                &self,
                schema: &sea_orm_migration::prelude::SchemaManager,
            ) -> Result<(), sea_orm_migration::prelude::DbErr> {
                crate::ddl::run(schema, $down).await
            }
        }
    };
}
pub(crate) use step;
