//! Requests that may come twice.

use super::{Harness, World};
use crate::clock::START;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::StoreError;
use execora_usecases::ports::{Claim, RequestName, UnitOfWork};
use std::time::Duration;

fn name(world: &World) -> RequestName {
    RequestName {
        tenant: world.tenant(),
        credential: "key-1".to_owned(),
        route: "POST /ledger/payment".to_owned(),
        key: "abc".to_owned(),
    }
}

/// When claims made at `START` still count.
fn yesterday() -> DateTime<Utc> {
    START - TimeDelta::days(1)
}

async fn claim(
    unit: &mut Box<dyn UnitOfWork>,
    name: &RequestName,
    fingerprint: &str,
) -> Result<Claim, StoreError> {
    let requests = unit.idempotency();
    requests.claim(name, fingerprint, START, yesterday()).await
}

async fn answer(world: &World, name: &RequestName) {
    let mut unit = world.unit().await;
    let first = claim(&mut unit, name, "f1").await;
    assert_eq!(first, Ok(Claim::New));
    unit.idempotency()
        .answer(name, "201 first")
        .await
        .expect("a claim");
    unit.commit().await.expect("a commit");
}

fn answered() -> Claim {
    Claim::Answered {
        fingerprint: "f1".to_owned(),
        answer: "201 first".to_owned(),
    }
}

/// The first claim is new; the second sees the first one's answer and fingerprint, whatever its own.
pub async fn a_second_claim_sees_the_first_answer(harness: &dyn Harness) {
    let world = World::open(harness).await;
    answer(&world, &name(&world)).await;
    for fingerprint in ["f1", "f2"] {
        let mut unit = world.unit().await;
        let second = claim(&mut unit, &name(&world), fingerprint).await;
        assert_eq!(second, Ok(answered()));
    }
}

/// Another shop, credential, route or key makes another request.
pub async fn another_shop_credential_route_or_key_is_another_request(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let other = world.another_shop().await;
    let first = name(&world);
    answer(&world, &first).await;
    let others = [
        name(&other),
        RequestName {
            credential: "key-2".to_owned(),
            ..first.clone()
        },
        RequestName {
            route: "POST /invoices".to_owned(),
            ..first.clone()
        },
        RequestName {
            key: "abd".to_owned(),
            ..first.clone()
        },
    ];
    for name in others {
        answer(&world, &name).await;
    }
}

/// A unit that is dropped gives its claim back.
pub async fn a_dropped_unit_gives_its_claim_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut unit = world.unit().await;
    let first = claim(&mut unit, &name(&world), "f0").await;
    assert_eq!(first, Ok(Claim::New));
    unit.idempotency()
        .answer(&name(&world), "500")
        .await
        .expect("a claim");
    drop(unit);
    answer(&world, &name(&world)).await;
}

/// A claim from before the given time counts as never made; one from that very time still counts.
pub async fn an_expired_claim_counts_as_never_made(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let name = name(&world);
    answer(&world, &name).await;
    let tomorrow = START + TimeDelta::days(1);
    let mut unit = world.unit().await;
    let second = unit.idempotency().claim(&name, "f2", tomorrow, START).await;
    assert_eq!(second, Ok(answered()));
    drop(unit);
    let just_after = START + TimeDelta::milliseconds(1);
    let mut unit = world.unit().await;
    let again = unit.idempotency().claim(&name, "f2", tomorrow, just_after).await;
    assert_eq!(again, Ok(Claim::New));
    unit.idempotency()
        .answer(&name, "201 second")
        .await
        .expect("a claim");
    unit.commit().await.expect("a commit");
    let mut unit = world.unit().await;
    let third = claim(&mut unit, &name, "f3").await;
    let renewed = Claim::Answered {
        fingerprint: "f2".to_owned(),
        answer: "201 second".to_owned(),
    };
    assert_eq!(third, Ok(renewed));
}

/// Claims in another unit while this one runs; answers what it found, and answers the request when it was new.
fn second(world: &World) -> tokio::task::JoinHandle<Result<Claim, StoreError>> {
    let world = world.clone();
    tokio::spawn(async move {
        let mut unit = world.books.begin().await?;
        let found = claim(&mut unit, &name(&world), "f1").await?;
        if found == Claim::New {
            unit.idempotency().answer(&name(&world), "201 second").await?;
        }
        unit.commit().await?;
        Ok(found)
    })
}

/// Who claims a request that a running unit holds waits for its end, and sees its answer.
pub async fn a_second_claim_waits_for_the_running_one_and_sees_its_answer(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut unit = world.unit().await;
    let first = claim(&mut unit, &name(&world), "f1").await;
    assert_eq!(first, Ok(Claim::New));
    let second = second(&world);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!second.is_finished(), "it did not wait");
    let named = name(&world);
    unit.idempotency()
        .answer(&named, "201 first")
        .await
        .expect("a claim");
    unit.commit().await.expect("a commit");
    assert_eq!(second.await.expect("no panic"), Ok(answered()));
}

/// Who claims a request that a running unit holds may go on when that one is dropped.
pub async fn a_second_claim_is_new_when_the_running_one_is_dropped(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut unit = world.unit().await;
    let first = claim(&mut unit, &name(&world), "f1").await;
    assert_eq!(first, Ok(Claim::New));
    let second = second(&world);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!second.is_finished(), "it did not wait");
    drop(unit);
    assert_eq!(second.await.expect("no panic"), Ok(Claim::New));
}

/// Of many that claim one request at once, one finds it new, and the others see its answer.
pub async fn of_many_claims_at_once_one_is_new(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut found = Vec::new();
    for claim in (0..10).map(|_| second(&world)).collect::<Vec<_>>() {
        found.push(claim.await.expect("no panic").expect("an answer in time"));
    }
    let new = found.iter().filter(|claim| **claim == Claim::New);
    assert_eq!(new.count(), 1);
}
