//! Conversations and their turns.

use super::{Harness, World, world::walk};
use crate::clock::START;
use chrono::TimeDelta;
use execora_kernel::{IdSource, PageRequest, SessionId, StoreError, TurnId};
use execora_usecases::session::{Session, Turn};

fn turn(world: &World, session: &Session, text: &str) -> Turn {
    Turn {
        id: TurnId::new(world.ids.next()),
        tenant: session.tenant,
        session: session.id,
        at: START,
        text: text.to_owned(),
        intent: "CHECK_BALANCE".to_owned(),
        confidence: 9_800,
        source: "grammar".to_owned(),
        state: "{}".to_owned(),
        took_us: 420,
        answer: r#"{"text":"₹0"}"#.to_owned(),
    }
}

async fn append(world: &World, turn: &Turn) -> Result<(), StoreError> {
    let mut unit = world.unit().await;
    unit.sessions().append_turn(turn).await?;
    unit.commit().await
}

/// A session comes back as it was written, inside a unit and outside.
pub async fn a_session_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let session = world.session(3).await;
    let found = world.queries.sessions.find(world.tenant(), session.id).await;
    assert_eq!(found, Ok(Some(session.clone())));
    let mut unit = world.unit().await;
    let locked = unit.sessions().lock(world.tenant(), session.id).await;
    assert_eq!(locked, Ok(Some(session)));
}

/// An update writes language, state and end, if it knows the version; else it is stale and changes nothing.
pub async fn an_update_writes_language_state_and_end(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let session = world.session(0).await;
    let changed = Session {
        language: "en".to_owned(),
        state: r#"{"draft":"x"}"#.to_owned(),
        ended_at: Some(START + TimeDelta::minutes(1)),
        updated_at: START + TimeDelta::minutes(1),
        version: 2,
        ..session.clone()
    };
    let mut unit = world.unit().await;
    let updated = unit.sessions().update(&changed, 2).await;
    assert_eq!(updated, Err(StoreError::Stale));
    drop(unit);
    let found = world.queries.sessions.find(world.tenant(), session.id).await;
    assert_eq!(found, Ok(Some(session)));
    let mut unit = world.unit().await;
    unit.sessions()
        .update(&changed, 1)
        .await
        .expect("the version as it was");
    unit.commit().await.expect("a commit");
    let found = world.queries.sessions.find(world.tenant(), changed.id).await;
    assert_eq!(found, Ok(Some(changed)));
}

/// A turn comes back as it was written, in its own conversation alone.
pub async fn a_turn_comes_back_as_it_was_written(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (session, other) = (world.session(0).await, world.session(1).await);
    let first = turn(&world, &session, "Rahul ka balance");
    assert_eq!(append(&world, &first).await, Ok(()));
    let mut unit = world.unit().await;
    let found = unit.sessions().turn(world.tenant(), session.id, first.id).await;
    assert_eq!(found, Ok(Some(first.clone())));
    let found = unit.sessions().turn(world.tenant(), other.id, first.id).await;
    assert_eq!(found, Ok(None));
}

/// A conversation of another shop is as unknown as one that never was, and so are its turns.
pub async fn a_session_of_another_shop_is_unknown(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let session = world.session(0).await;
    let named = turn(&world, &session, "haan");
    append(&world, &named).await.expect("a new turn");
    let other = world.another_shop().await;
    let tenant = other.tenant();
    let foreign = Session {
        tenant,
        ..session.clone()
    };
    let mut unit = other.unit().await;
    let sessions = unit.sessions();
    assert_eq!(sessions.lock(tenant, session.id).await, Ok(None));
    assert_eq!(sessions.turn(tenant, session.id, named.id).await, Ok(None));
    assert_eq!(sessions.update(&foreign, 1).await, Err(StoreError::Stale));
    drop(unit);
    let sessions = &other.queries.sessions;
    assert_eq!(sessions.find(tenant, session.id).await, Ok(None));
    assert_eq!(sessions.turns(tenant, session.id, 10).await, Ok(vec![]));
    let list = sessions.list(tenant, PageRequest::first(10)).await;
    assert_eq!(list.expect("a page").items, vec![]);
}

/// The last turns come oldest first, at most as many as asked for, and of one conversation alone.
pub async fn the_last_turns_come_oldest_first(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let (session, other) = (world.session(0).await, world.session(1).await);
    let mut turns = Vec::new();
    for seconds in 0..4 {
        let mut turn = turn(&world, &session, "haan");
        turn.at = START + TimeDelta::seconds(seconds);
        append(&world, &turn).await.expect("a new turn");
        turns.push(turn);
    }
    append(&world, &turn(&world, &other, "haan"))
        .await
        .expect("a new turn");
    let sessions = &world.queries.sessions;
    let last = sessions.turns(world.tenant(), session.id, 3).await;
    assert_eq!(last, Ok(turns[1..].to_vec()));
    let all = sessions.turns(world.tenant(), session.id, 50).await;
    assert_eq!(all, Ok(turns));
}

/// Pages come newest first, without a gap or a repeat.
pub async fn pages_come_newest_first_without_gap_or_repeat(harness: &dyn Harness) {
    let world = World::open(harness).await;
    let mut expected = Vec::new();
    for minutes in 0..5 {
        expected.insert(0, world.session(minutes).await.id);
    }
    let rows = walk(2, async |page| {
        world.queries.sessions.list(world.tenant(), page).await
    })
    .await;
    let ids: Vec<SessionId> = rows.iter().map(|session| session.id).collect();
    assert_eq!(ids, expected);
}
