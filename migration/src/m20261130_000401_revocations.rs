//! What stops before its time, and which root keys are believed; a refresh token keeps what it turned into.

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
                "ALTER TABLE refresh_token ADD COLUMN successor {bytes}",
                "ALTER TABLE refresh_token ADD COLUMN successor_sealed {bytes}",
                // One row, locked to the end of every change: the numbers that others read on by have no gap that fills later.
                "CREATE TABLE credential_change (
                    id {int} NOT NULL PRIMARY KEY CHECK (id = 1),
                    last {int} NOT NULL
                ) {strict}",
                "INSERT INTO credential_change (id, last) VALUES (1, 0)",
                "CREATE TABLE revocation (
                    name TEXT NOT NULL PRIMARY KEY,
                    change {int} NOT NULL,
                    expires_at {int} NOT NULL
                ) {strict}",
                "CREATE UNIQUE INDEX ux_revocation_change ON revocation (change)",
                "CREATE INDEX ix_revocation_age ON revocation (expires_at)",
                "CREATE TABLE root_key (
                    public_key TEXT NOT NULL PRIMARY KEY,
                    kid {int} NOT NULL,
                    published_at {int} NOT NULL,
                    dropped {bool} NOT NULL
                ) {strict}",
            ],
        )
        .await
    }

    async fn down(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        ddl::run(
            schema,
            &[
                "DROP TABLE root_key",
                "DROP TABLE revocation",
                "DROP TABLE credential_change",
                "ALTER TABLE refresh_token DROP COLUMN successor_sealed",
                "ALTER TABLE refresh_token DROP COLUMN successor",
            ],
        )
        .await
    }
}
