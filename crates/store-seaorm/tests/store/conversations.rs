//! One conversation that two nodes speak to: two stores over one database.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::databases;
use execora_store_seaorm::Store;
use execora_testkit::contract::{World, turns};
use std::sync::Arc;

async fn two_nodes(one: Store, other: Store) {
    let first = World::over(Arc::new(one.clone()), one.queries()).await;
    let second = first.beside(Arc::new(other.clone()), other.queries());
    turns::forty_at_once(&[first, second]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_over_one_sqlite_file_book_what_they_answer() {
    let folder = databases::folder();
    let one = databases::sqlite(&folder).await;
    let other = Store::connect(&databases::sqlite_url(&folder))
        .await
        .expect("a second node");
    two_nodes(one, other).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_over_one_postgres_database_book_what_they_answer() {
    let url = databases::postgres_url().await;
    let one = Store::connect(&url).await.expect("a second node");
    let other = Store::connect(&url).await.expect("a second node");
    two_nodes(one, other).await;
}
