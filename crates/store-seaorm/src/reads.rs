//! Statements outside units of work: each has a connection of its own.

use crate::error::broke;
use crate::pool::{Pool, Taken};
use async_trait::async_trait;
use sea_orm::{ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

impl Pool {
    async fn connected(&self) -> Result<Taken, DbErr> {
        let taken = self.take().await;
        taken.map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))
    }
}

#[async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        self.backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let taken = self.connected().await?;
        taken.connection.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let taken = self.connected().await?;
        taken.connection.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.query_all_raw(statement).await?.into_iter().next())
    }

    /// A connection that broke while it lay in the pool is passed over: a read may be put again.
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        for _ in 0..self.size() {
            let taken = self.connected().await?;
            match taken.connection.rows(&statement).await {
                Err(error) if broke(&error) => {}
                answer => return answer,
            }
        }
        self.connected().await?.connection.rows(&statement).await
    }
}
