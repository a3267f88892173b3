//! What stops before its time, and which root keys are believed: read on from a number, so that every node hears of all of it.

use super::{Harness, World, world::when_free};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::StoreError;
use execora_usecases::credential::{PublishedKey, Revocation};

fn revocation(name: &str, days: i64) -> Revocation {
    Revocation {
        name: name.to_owned(),
        expires_at: START + TimeDelta::days(days),
    }
}

async fn revoke(world: &World, revocation: &Revocation) -> Result<(), StoreError> {
    let mut unit = world.books.begin().await?;
    unit.credentials().revoke(revocation).await?;
    unit.commit().await
}

async fn read(world: &World, after: i64, limit: u16) -> Vec<(i64, Revocation)> {
    let rows = world.queries.credentials.revocations(after, limit).await;
    rows.expect("revocations")
}

async fn last(world: &World) -> i64 {
    let last = world.queries.credentials.last_change().await;
    last.expect("a number")
}

/// Revocations are read on from a number, in the order of their changes.
pub async fn revocations_come_in_the_order_of_their_changes(harness: &dyn Harness) {
    let world = World::open(harness).await;
    assert_eq!((last(&world).await, read(&world, 0, 10).await), (0, Vec::new()));
    for name in ["c", "a", "b"] {
        revoke(&world, &revocation(name, 1)).await.expect("a revocation");
    }
    let all = read(&world, 0, 10).await;
    let names: Vec<&str> = all.iter().map(|(_, r)| r.name.as_str()).collect();
    assert_eq!(names, ["c", "a", "b"]);
    assert_eq!(all.first().map(|(_, r)| r.clone()), Some(revocation("c", 1)));
    let (first, page) = (all.first().expect("a row").0, read(&world, 0, 2).await);
    assert_eq!(page.as_slice(), all.get(..2).expect("two rows"));
    assert_eq!(
        read(&world, first, 10).await.as_slice(),
        all.get(1..).expect("two rows")
    );
    assert_eq!(last(&world).await, all.last().expect("a row").0);
}

/// What is revoked again is read again, and counts to the later of its ends.
pub async fn what_is_revoked_again_counts_to_the_later_end(harness: &dyn Harness) {
    let world = World::open(harness).await;
    for (days, kept) in [(2, 2), (1, 2), (3, 3)] {
        let before = last(&world).await;
        revoke(&world, &revocation("a", days))
            .await
            .expect("a revocation");
        let after: Vec<_> = read(&world, before, 10)
            .await
            .into_iter()
            .map(|(_, r)| r)
            .collect();
        assert_eq!(after, vec![revocation("a", kept)]);
    }
}

/// A unit that was dropped revokes nothing and leaves no gap.
pub async fn a_dropped_unit_revokes_nothing(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut unit = world.unit().await;
    let revoked = unit.credentials().revoke(&revocation("a", 1)).await;
    revoked.expect("a revocation");
    drop(unit);
    revoke(&world, &revocation("b", 1)).await.expect("a revocation");
    assert_eq!(read(&world, 0, 10).await, vec![(1, revocation("b", 1))]);
}

/// Who reads on from the last number it saw, while many revoke at once, misses none.
pub async fn a_reader_of_revocations_misses_none(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut writers = tokio::task::JoinSet::new();
    for n in 0..20 {
        let world = world.clone();
        let one = revocation(&format!("token {n}"), 1);
        writers.spawn(async move { when_free!(revoke(&world, &one)) });
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut after = 0;
    loop {
        let over = writers.is_empty();
        for (change, revocation) in read(&world, after, 3).await {
            after = change;
            seen.insert(revocation.name);
        }
        if over && after == last(&world).await {
            break;
        }
        if let Some(written) = writers.try_join_next() {
            written.expect("a writer");
        }
        tokio::task::yield_now().await;
    }
    assert_eq!(seen.len(), 20);
}

/// A root key is published once, can be dropped, and either is a change.
pub async fn a_published_key_can_be_dropped(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let key = |kid, public_key: &str, dropped| PublishedKey {
        kid,
        public_key: public_key.to_owned(),
        dropped,
    };
    let mut before = 0;
    for published in [key(1, "aa", false), key(2, "bb", false), key(1, "aa", true)] {
        let mut unit = world.unit().await;
        let done = unit.credentials().publish_key(&published, START).await;
        done.expect("a key");
        unit.commit().await.expect("a commit");
        let now = last(&world).await;
        assert!(now > before, "a change is noticed");
        before = now;
    }
    let keys = world.queries.credentials.published_keys().await;
    assert_eq!(keys, Ok(vec![key(2, "bb", false), key(1, "aa", true)]));
}
