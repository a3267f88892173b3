//! What is not kept for ever: what is old goes, a few rows at a time, and nothing else does.

use super::{Harness, World};
use crate::clock::START;
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::{IdSource, SessionId, SignInId, StoreError, TurnId};
use execora_usecases::clean_up::Kept;
use execora_usecases::credential::{CodeKind, OneTimeCode, RefreshToken, Revocation};
use execora_usecases::ports::RequestName;
use execora_usecases::session::{Session, Turn};

fn days(days: i64) -> DateTime<Utc> {
    START + TimeDelta::days(days)
}

fn session(world: &World, at: DateTime<Utc>) -> Session {
    Session {
        id: SessionId::new(world.ids.next()),
        tenant: world.tenant(),
        user: world.owner.id,
        language: "hi-Latn".to_owned(),
        state: "{}".to_owned(),
        started_at: START,
        ended_at: None,
        updated_at: at,
        version: 1,
    }
}

fn turn(world: &World, session: &Session, at: DateTime<Utc>) -> Turn {
    Turn {
        id: TurnId::new(world.ids.next()),
        tenant: session.tenant,
        session: session.id,
        at,
        text: "Rahul ka balance".to_owned(),
        intent: "CHECK_BALANCE".to_owned(),
        confidence: 9_800,
        source: "grammar".to_owned(),
        state: "{}".to_owned(),
        took_us: 420,
        answer: "{}".to_owned(),
    }
}

async fn keep(world: &World, session: &Session, turns: &[Turn]) {
    let mut unit = world.unit().await;
    unit.sessions().insert(session).await.expect("a new session");
    for turn in turns {
        unit.sessions().append_turn(turn).await.expect("a new turn");
    }
    unit.commit().await.expect("a commit");
}

async fn remove(world: &World, kept: Kept, before: DateTime<Utc>, limit: u16) -> u64 {
    let mut unit = world.unit().await;
    let removed = unit.retention().remove(kept, before, limit).await;
    unit.commit().await.expect("a commit");
    removed.expect("a number")
}

async fn turns(world: &World, session: &Session) -> usize {
    let turns = world.queries.sessions.turns(world.tenant(), session.id, 50).await;
    turns.expect("turns").len()
}

async fn is_there(world: &World, session: &Session) -> bool {
    let found = world.queries.sessions.find(world.tenant(), session.id).await;
    found.expect("an answer").is_some()
}

/// Old turns go, at most so many at a time, and young ones stay.
pub async fn old_turns_go_a_few_at_a_time(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let talk = session(&world, days(9));
    let said: Vec<Turn> = (0..5).map(|day| turn(&world, &talk, days(day))).collect();
    keep(&world, &talk, &said).await;
    let mut removed = Vec::new();
    for _ in 0..3 {
        removed.push(remove(&world, Kept::Turns, days(3), 2).await);
    }
    assert_eq!(removed, [2, 1, 0]);
    assert_eq!(
        (turns(&world, &talk).await, is_there(&world, &talk).await),
        (2, true)
    );
}

/// A conversation that has not moved for long goes after its turns; one with turns stays, and so does one that moved.
pub async fn an_old_conversation_goes_after_its_turns(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (old, going, silent) = (
        session(&world, days(1)),
        session(&world, days(9)),
        session(&world, days(1)),
    );
    keep(&world, &old, &[turn(&world, &old, days(0))]).await;
    keep(&world, &going, &[turn(&world, &going, days(0))]).await;
    keep(&world, &silent, &[]).await;
    assert_eq!(remove(&world, Kept::Sessions, days(2), 10).await, 1);
    assert_eq!(
        (is_there(&world, &old).await, is_there(&world, &silent).await),
        (true, false)
    );
    assert_eq!(remove(&world, Kept::TurnsOfSessions, days(2), 10).await, 1);
    assert_eq!((turns(&world, &old).await, turns(&world, &going).await), (0, 1));
    assert_eq!(remove(&world, Kept::Sessions, days(2), 10).await, 1);
    assert_eq!(
        (is_there(&world, &old).await, is_there(&world, &going).await),
        (false, true)
    );
}

async fn claim(world: &World, key: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
    let name = RequestName {
        tenant: world.tenant(),
        credential: "key-1".to_owned(),
        route: "POST /ledger/payment".to_owned(),
        key: key.to_owned(),
    };
    let mut unit = world.books.begin().await?;
    unit.idempotency().claim(&name, "f", at, days(-9)).await?;
    unit.idempotency().answer(&name, "201").await?;
    unit.commit().await
}

/// Old answers of requests go, and young ones stay.
pub async fn old_answers_of_requests_go(harness: &dyn Harness) {
    let world = World::open(harness).await;
    for (key, day) in [("a", 0), ("b", 1), ("c", 2)] {
        claim(&world, key, days(day)).await.expect("a claim");
    }
    let mut removed = Vec::new();
    for _ in 0..3 {
        removed.push(remove(&world, Kept::Requests, days(2), 1).await);
    }
    assert_eq!(removed, [1, 1, 0]);
}

/// Codes, refresh tokens and revocations go when they are expired, and not before.
pub async fn expired_secrets_and_revocations_go(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut unit = world.unit().await;
    let credentials = unit.credentials();
    for day in 0_u8..4 {
        let (hash, expires_at) = (vec![day; 32], days(day.into()));
        let code = OneTimeCode {
            hash: hash.clone(),
            kind: CodeKind::SignIn,
            tenant: world.tenant(),
            user: world.owner.id,
            sealed: None,
            expires_at,
        };
        credentials.insert_code(&code).await.expect("a new code");
        let whose = (world.tenant(), world.owner.id);
        let token = RefreshToken::fresh(hash, SignInId::new(world.ids.next()), whose, expires_at);
        credentials.insert_refresh(&token).await.expect("a new token");
        let revocation = Revocation {
            name: format!("token {day}"),
            expires_at,
        };
        credentials.revoke(&revocation).await.expect("a revocation");
    }
    unit.commit().await.expect("a commit");
    for kept in [Kept::Codes, Kept::RefreshTokens, Kept::Revocations] {
        let mut removed = Vec::new();
        for _ in 0..3 {
            removed.push(remove(&world, kept, days(2), 1).await);
        }
        assert_eq!(removed, [1, 1, 0], "{kept:?}");
    }
    let left = world
        .queries
        .credentials
        .revocations(0, 10)
        .await
        .expect("revocations");
    assert_eq!(left.len(), 2);
}
