//! The store in memory keeps the contract of every storage port.

use async_trait::async_trait;
use execora_store_memory::MemoryStore;
use execora_testkit::contract::Harness;
use execora_usecases::ports::{Books, Queries};
use std::sync::Arc;

struct InMemory;

#[async_trait]
impl Harness for InMemory {
    async fn fresh(&self) -> (Arc<dyn Books>, Queries) {
        let store = MemoryStore::new();
        let queries = store.queries();
        (Arc::new(store), queries)
    }
}

execora_testkit::contract_tests!(InMemory);
