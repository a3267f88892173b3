//! Secrets that work once.

use super::{Harness, World, world::when_free};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::StoreError;
use execora_usecases::credential::{CodeKind, OneTimeCode};

async fn code(world: &World) -> OneTimeCode {
    let code = OneTimeCode {
        hash: vec![7; 32],
        kind: CodeKind::SignIn,
        tenant: world.tenant(),
        user: world.owner.id,
        sealed: Some(vec![0, 1, 255]),
        expires_at: START + TimeDelta::minutes(15),
    };
    let mut unit = world.unit().await;
    unit.credentials().insert_code(&code).await.expect("a new code");
    unit.commit().await.expect("a commit");
    code
}

async fn take_code(
    world: &World,
    hash: &[u8],
    kind: CodeKind,
    seconds: i64,
) -> Result<Option<OneTimeCode>, StoreError> {
    let at = START + TimeDelta::seconds(seconds);
    let mut unit = world.books.begin().await?;
    let taken = unit.credentials().take_code(hash, kind, at).await?;
    unit.commit().await?;
    Ok(taken)
}

/// A code is taken once, and comes back as it was written.
pub async fn a_code_is_taken_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let code = code(&world).await;
    let unknown = take_code(&world, &[8; 32], CodeKind::SignIn, 0).await;
    assert_eq!(unknown, Ok(None));
    let first = take_code(&world, &code.hash, CodeKind::SignIn, 1).await;
    assert_eq!(first, Ok(Some(code.clone())));
    let second = take_code(&world, &code.hash, CodeKind::SignIn, 2).await;
    assert_eq!(second, Ok(None));
}

/// A code is good for its own purpose alone, and trying it for another does not use it up.
pub async fn a_code_is_good_for_its_own_purpose_alone(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let code = code(&world).await;
    let wrong = take_code(&world, &code.hash, CodeKind::SocketTicket, 0).await;
    assert_eq!(wrong, Ok(None));
    let right = take_code(&world, &code.hash, CodeKind::SignIn, 0).await;
    assert_eq!(right, Ok(Some(code)));
}

/// A code is worthless from the moment it expires.
pub async fn an_expired_code_is_worthless(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let code = code(&world).await;
    let late = take_code(&world, &code.hash, CodeKind::SignIn, 15 * 60).await;
    assert_eq!(late, Ok(None));
    let in_time = take_code(&world, &code.hash, CodeKind::SignIn, 15 * 60 - 1).await;
    assert_eq!(in_time, Ok(Some(code)));
}

/// A code that a dropped unit took can be taken again.
pub async fn a_dropped_unit_gives_the_code_back(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let code = code(&world).await;
    let mut unit = world.unit().await;
    let credentials = unit.credentials();
    let taken = credentials.take_code(&code.hash, CodeKind::SignIn, START).await;
    assert_eq!(taken, Ok(Some(code.clone())));
    drop(unit);
    let again = take_code(&world, &code.hash, CodeKind::SignIn, 0).await;
    assert_eq!(again, Ok(Some(code)));
}

/// Of many that take one code at once, one gets it.
pub async fn of_many_takers_at_once_one_gets_the_code(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let code = code(&world).await;
    let mut takers = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let (world, hash) = (world.clone(), code.hash.clone());
        takers.spawn(async move { when_free!(take_code(&world, &hash, CodeKind::SignIn, 0)) });
    }
    let taken = takers.join_all().await;
    assert_eq!(taken.into_iter().flatten().collect::<Vec<_>>(), vec![code]);
}
