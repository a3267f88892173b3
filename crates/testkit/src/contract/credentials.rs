//! Secrets that work once.

use super::{Harness, World, world::when_free};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::{IdSource, StoreError};
use execora_usecases::credential::{CodeKind, OneTimeCode, RefreshOutcome, RefreshToken};
use uuid::Uuid;

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

async fn refresh(world: &World, hash: u8, family: Uuid) -> RefreshToken {
    let token = RefreshToken {
        hash: vec![hash; 32],
        family,
        tenant: world.tenant(),
        user: world.owner.id,
        expires_at: START + TimeDelta::days(30),
    };
    let mut unit = world.unit().await;
    let inserted = unit.credentials().insert_refresh(&token).await;
    inserted.expect("a new token");
    unit.commit().await.expect("a commit");
    token
}

async fn use_refresh(world: &World, hash: u8, seconds: i64) -> Result<RefreshOutcome, StoreError> {
    let at = START + TimeDelta::seconds(seconds);
    let mut unit = world.books.begin().await?;
    let outcome = unit.credentials().take_refresh(&[hash; 32], at).await?;
    unit.commit().await?;
    Ok(outcome)
}

/// A refresh token is fresh once; every later use of it tells its family.
pub async fn a_refresh_token_is_fresh_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let family = world.ids.next();
    let token = refresh(&world, 1, family).await;
    let first = use_refresh(&world, 1, 0).await;
    assert_eq!(first, Ok(RefreshOutcome::Fresh(token)));
    for seconds in [1, 2] {
        let again = use_refresh(&world, 1, seconds).await;
        assert_eq!(again, Ok(RefreshOutcome::Reused { family }));
    }
}

/// A refresh token that nobody gave out, or that expired, is unknown.
pub async fn an_expired_refresh_token_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    refresh(&world, 1, world.ids.next()).await;
    let never = use_refresh(&world, 2, 0).await;
    assert_eq!(never, Ok(RefreshOutcome::Unknown));
    let late = use_refresh(&world, 1, 30 * 24 * 3_600).await;
    assert_eq!(late, Ok(RefreshOutcome::Unknown));
}

/// Revoking a family ends all its tokens, and no other family's.
pub async fn revoking_a_family_ends_all_its_tokens(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (family, other) = (world.ids.next(), world.ids.next());
    refresh(&world, 1, family).await;
    refresh(&world, 2, family).await;
    let theirs = refresh(&world, 3, other).await;
    let mut unit = world.unit().await;
    let revoked = unit.credentials().revoke_family(family, START).await;
    revoked.expect("a revocation");
    unit.commit().await.expect("a commit");
    for hash in [1, 2] {
        let outcome = use_refresh(&world, hash, 1).await;
        assert_eq!(outcome, Ok(RefreshOutcome::Reused { family }));
    }
    let outcome = use_refresh(&world, 3, 1).await;
    assert_eq!(outcome, Ok(RefreshOutcome::Fresh(theirs)));
}

/// Of many that use one refresh token at once, for one it is fresh.
pub async fn of_many_uses_at_once_one_is_fresh(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let family = world.ids.next();
    let token = refresh(&world, 1, family).await;
    let mut users = tokio::task::JoinSet::new();
    for _ in 0..10 {
        let world = world.clone();
        users.spawn(async move { when_free!(use_refresh(&world, 1, 0)) });
    }
    let outcomes = users.join_all().await;
    let fresh: Vec<_> = outcomes
        .into_iter()
        .filter(|outcome| *outcome != RefreshOutcome::Reused { family })
        .collect();
    assert_eq!(fresh, vec![RefreshOutcome::Fresh(token)]);
}
