//! Both databases keep the contract of every storage port.

use super::databases;

use async_trait::async_trait;
use execora_testkit::contract::Harness;
use execora_usecases::ports::{Books, Queries};
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::TempDir;

/// Fresh SQLite files, gone with the harness.
#[derive(Default)]
struct OnSqlite(Mutex<Vec<TempDir>>);

#[async_trait]
impl Harness for OnSqlite {
    async fn fresh(&self) -> (Arc<dyn Books>, Queries) {
        let folder = databases::folder();
        let store = databases::sqlite(&folder).await;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(folder);
        let queries = store.queries();
        (Arc::new(store), queries)
    }
}

/// Fresh databases on the server of the test run.
struct OnPostgres;

#[async_trait]
impl Harness for OnPostgres {
    async fn fresh(&self) -> (Arc<dyn Books>, Queries) {
        let store = databases::postgres().await;
        let queries = store.queries();
        (Arc::new(store), queries)
    }
}

mod sqlite {
    execora_testkit::contract_tests!(crate::contract::OnSqlite::default());
}

mod postgres {
    execora_testkit::contract_tests!(crate::contract::OnPostgres);
}
