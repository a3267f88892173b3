//! How old turns and conversations are, for removing them a few at a time.

use crate::ddl;
use sea_orm_migration::prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager};

#[derive(DeriveMigrationName)]
pub(crate) struct Step;

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        ddl::run(
            schema,
            &[
                "CREATE INDEX ix_turn_age ON turn (at)",
                "CREATE INDEX ix_session_age ON session (updated_at)",
            ],
        )
        .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        ddl::run(schema, &["DROP INDEX ix_session_age", "DROP INDEX ix_turn_age"]).await
    }
}
