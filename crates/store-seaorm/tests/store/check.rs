//! After a busy story the books check; of every damage that is planted into a copy of them, that thing is named and no other.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use super::damage::{Damage, Papers, damages};
use super::databases;
use chrono::{DateTime, Utc};
use execora_kernel::Clock;
use execora_store_seaorm::Store;
use execora_testkit::{Story, story};
use execora_usecases::check::{CheckReport, check_books};
use execora_usecases::ports::Books;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;
use std::sync::Arc;
use tempfile::TempDir;

/// Enough for every kind of paper to be there several times.
const DEEDS: u32 = 120;

/// A story that was told, what it left, and when it ended.
struct Told {
    papers: Papers,
    now: DateTime<Utc>,
}

async fn tell(store: &Store) -> Told {
    let books: Arc<dyn Books> = Arc::new(store.clone());
    let mut story = Story::begin(books, store.queries(), 20_261_122).await;
    let done = story.play(DEEDS).await;
    assert!(done > DEEDS / 2, "only {done} deeds were done");
    let report = story.check().await.expect("a check");
    assert!(report.ok, "{:#?}", report.differences);
    let checked = report.checked;
    for seen in [
        checked.shops,
        checked.customers,
        checked.entries,
        checked.postings,
        checked.products,
        checked.movements,
        checked.invoices,
        checked.payments,
        checked.drafts,
        checked.answers,
    ] {
        assert!(seen > 0, "{checked:?}");
    }
    Told {
        papers: Papers::of(&store.queries(), story.caller.tenant).await,
        now: story.clock.now(),
    }
}

/// What a check names: kind and id.
fn named(report: &CheckReport) -> BTreeSet<(String, String)> {
    let name = |difference: &execora_usecases::check::Difference| {
        (difference.kind.as_str().to_owned(), difference.id.clone())
    };
    report.differences.iter().map(name).collect()
}

/// Plants a damage into a copy; what is wrong with what the check said of it, when something is.
async fn plant(copy: Store, damage: &Damage, now: DateTime<Utc>) -> Option<String> {
    copy.database()
        .execute_unprepared(&damage.sql)
        .await
        .expect(&damage.what);
    let report = check_books(copy.queries().check.as_ref(), now)
        .await
        .expect("a check");
    let expected: BTreeSet<_> = damage.named.iter().cloned().collect();
    copy.close().await.expect("a clean end");
    (report.ok || named(&report) != expected).then(|| {
        format!(
            "{}: expected {expected:?}, found {:#?}",
            damage.what, report.differences
        )
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_every_planted_damage_is_named_and_nothing_else() {
    let folder = databases::folder();
    let store = databases::sqlite(&folder).await;
    let told = tell(&store).await;
    store.close().await.expect("a clean end");
    let damages = damages(&told.papers, damage_sqlite);
    assert!(damages.len() >= 35, "{} damages", damages.len());
    let mut wrong = Vec::new();
    for damage in &damages {
        let copy = TempDir::new().expect("a folder");
        std::fs::copy(folder.path().join("books.db"), copy.path().join("books.db")).expect("a copy");
        let store = Store::connect(&databases::sqlite_url(&copy))
            .await
            .expect("the copy");
        wrong.extend(plant(store, damage, told.now).await);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql_every_planted_damage_is_named_and_nothing_else() {
    let url = databases::postgres_url().await;
    let store = Store::connect(&url).await.expect("a database");
    let told = tell(&store).await;
    store.close().await.expect("a clean end");
    let mut wrong = Vec::new();
    for damage in damages(&told.papers, damage_postgres) {
        let store = Store::connect(&databases::copy_of(&url).await)
            .await
            .expect("the copy");
        wrong.extend(plant(store, &damage, told.now).await);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn damage_sqlite(id: uuid::Uuid) -> String {
    format!("X'{}'", id.simple())
}

fn damage_postgres(id: uuid::Uuid) -> String {
    format!("'{id}'::uuid")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_check_runs_beside_a_busy_shop() {
    let folder = databases::folder();
    for store in [databases::sqlite(&folder).await, databases::postgres().await] {
        let books: Arc<dyn Books> = Arc::new(store.clone());
        let mut story = story::Story::begin(books, store.queries(), 7).await;
        let (queries, clock) = (store.queries(), story.clock.clone());
        let checks = tokio::spawn(async move {
            for _ in 0..5 {
                // The shop's clock goes on between the view and this: what it writes meanwhile is of a later view.
                let ahead = clock.now() + chrono::TimeDelta::days(30);
                let report = check_books(queries.check.as_ref(), ahead).await.expect("a check");
                assert!(report.ok, "{:#?}", report.differences);
            }
        });
        story.play(40).await;
        checks.await.expect("checks");
    }
}
