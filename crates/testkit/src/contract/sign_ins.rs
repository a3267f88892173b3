//! Refresh tokens: each is used once, and all of a sign-in end together.

use super::{Harness, World, world::when_free};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::{IdSource, SignInId, StoreError};
use execora_usecases::credential::{RefreshToken, Successor};

async fn refresh(world: &World, hash: u8, sign_in: SignInId) -> RefreshToken {
    let whose = (world.tenant(), world.owner.id);
    let token = RefreshToken::fresh(vec![hash; 32], sign_in, whose, START + TimeDelta::days(30));
    let mut unit = world.unit().await;
    let inserted = unit.credentials().insert_refresh(&token).await;
    inserted.expect("a new token");
    unit.commit().await.expect("a commit");
    token
}

fn successor(hash: u8) -> Successor {
    Successor {
        hash: vec![hash; 32],
        sealed: vec![0, hash, 255],
    }
}

async fn found(world: &World, hash: u8) -> Option<RefreshToken> {
    let mut unit = world.unit().await;
    let locked = unit.credentials().lock_refresh(&[hash; 32]).await;
    let found = unit.credentials().find_refresh(&[hash; 32]).await;
    assert_eq!(locked, found);
    found.expect("an answer")
}

/// A refresh token comes back as it was written, with what it turned into.
pub async fn a_refresh_token_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let token = refresh(&world, 1, SignInId::new(world.ids.next())).await;
    assert_eq!(found(&world, 1).await, Some(token.clone()));
    assert_eq!(found(&world, 2).await, None);
    let mut unit = world.unit().await;
    let used = unit
        .credentials()
        .use_refresh(&[1; 32], &successor(2), START)
        .await;
    used.expect("the first use");
    unit.commit().await.expect("a commit");
    let after = RefreshToken {
        used_at: Some(START),
        successor: Some(successor(2)),
        ..token
    };
    assert_eq!(found(&world, 1).await, Some(after));
}

/// A refresh token that was used, or that nobody gave out, cannot be used.
pub async fn a_refresh_token_is_used_once(harness: &dyn Harness) {
    let world = World::open(harness).await;
    refresh(&world, 1, SignInId::new(world.ids.next())).await;
    for (hash, outcome) in [
        (1, Ok(())),
        (1, Err(StoreError::Stale)),
        (9, Err(StoreError::Stale)),
    ] {
        let mut unit = world.unit().await;
        let used = unit
            .credentials()
            .use_refresh(&[hash; 32], &successor(2), START)
            .await;
        assert_eq!(used, outcome);
        if used.is_ok() {
            unit.commit().await.expect("a commit");
        }
    }
}

/// Revoking a sign-in ends all its tokens, and no other's; what ended before keeps its time.
pub async fn revoking_a_sign_in_ends_all_its_tokens(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (ours, theirs) = (SignInId::new(world.ids.next()), SignInId::new(world.ids.next()));
    refresh(&world, 1, ours).await;
    refresh(&world, 2, ours).await;
    refresh(&world, 3, theirs).await;
    for at in [START, START + TimeDelta::hours(1)] {
        let mut unit = world.unit().await;
        let revoked = unit.credentials().revoke_sign_in(ours, at).await;
        revoked.expect("a revocation");
        unit.commit().await.expect("a commit");
    }
    for (hash, ended) in [(1, Some(START)), (2, Some(START)), (3, None)] {
        let token = found(&world, hash).await.expect("a token");
        assert_eq!(token.revoked_at, ended, "token {hash}");
    }
}

async fn use_once(world: &World, n: u8) -> Result<bool, StoreError> {
    let mut unit = world.books.begin().await?;
    let token = unit.credentials().lock_refresh(&[1; 32]).await?;
    if token.is_none_or(|token| token.used_at.is_some()) {
        return Ok(false);
    }
    unit.credentials()
        .use_refresh(&[1; 32], &successor(n), START)
        .await?;
    unit.commit().await.map(|()| true)
}

/// Who locks a refresh token waits for who holds it, and sees that it was used.
pub async fn of_many_uses_at_once_one_is_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    refresh(&world, 1, SignInId::new(world.ids.next())).await;
    let mut users = tokio::task::JoinSet::new();
    for n in 10..20 {
        let world = world.clone();
        users.spawn(async move { when_free!(use_once(&world, n)) });
    }
    let first = users.join_all().await.into_iter().filter(|first| *first).count();
    assert_eq!(first, 1);
}
