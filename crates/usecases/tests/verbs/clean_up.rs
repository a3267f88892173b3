//! Retention: what is old goes in small steps, and what is young stays.

use crate::world::Shop;
use chrono::TimeDelta;
use execora_usecases::clean_up::{CleanUp, Kept, Retention, STEP_ROWS};
use execora_usecases::credential::CodeKind;
use execora_usecases::{IssueCode, SignOut};

#[tokio::test]
async fn what_is_old_goes_in_steps_and_what_is_young_stays() {
    let shop = Shop::open().await;
    let code = |n: u64| IssueCode {
        hash: n.to_be_bytes().to_vec(),
        kind: CodeKind::SignIn,
        tenant: shop.caller.tenant,
        user: shop.caller.user,
        sealed: None,
        life: TimeDelta::minutes(15),
    };
    let step = u64::from(STEP_ROWS);
    for n in 0..step + 5 {
        code(n).run(&shop.cases).await.unwrap();
    }
    shop.clock.advance(TimeDelta::minutes(16));
    code(step + 5).run(&shop.cases).await.unwrap();
    let now = shop.cases.clock.now();
    let mut removed = Vec::new();
    for (kept, before) in Retention::default().due(now) {
        loop {
            let gone = CleanUp { kept, before }.run(&shop.cases).await.unwrap();
            removed.push((kept, gone));
            if gone < step {
                break;
            }
        }
    }
    removed.retain(|(_, gone)| *gone > 0);
    assert_eq!(removed, [(Kept::Codes, step), (Kept::Codes, 5)]);
    assert_eq!(shop.store.dump()["codes"].as_array().unwrap().len(), 1);
}

#[test]
fn each_kind_goes_by_its_own_age() {
    let now = chrono::DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let retention = Retention {
        turns: TimeDelta::days(3),
        sessions: TimeDelta::days(5),
        requests: TimeDelta::hours(7),
    };
    for (kept, before) in retention.due(now) {
        let age = match kept {
            Kept::Turns => TimeDelta::days(3),
            Kept::TurnsOfSessions | Kept::Sessions => TimeDelta::days(5),
            Kept::Requests => TimeDelta::hours(7),
            Kept::Codes | Kept::RefreshTokens | Kept::Revocations => TimeDelta::zero(),
        };
        assert_eq!(now - before, age, "{kept:?}");
    }
    let usual = Retention::default();
    assert_eq!(
        (usual.turns, usual.sessions),
        (TimeDelta::days(90), TimeDelta::days(90))
    );
    assert_eq!(usual.requests, TimeDelta::hours(72));
}

#[tokio::test]
async fn a_revocation_goes_when_nothing_of_it_would_work_any_more() {
    let shop = Shop::open().await;
    let token = execora_usecases::credential::Revocation {
        name: "ab".to_owned(),
        expires_at: shop.cases.clock.now() + TimeDelta::hours(1),
    };
    let out = SignOut {
        token: Some(token),
        ..SignOut::default()
    };
    out.run(&shop.cases).await.unwrap();
    let kept = Kept::Revocations;
    for (later, gone) in [(TimeDelta::hours(1), 0), (TimeDelta::microseconds(1), 1)] {
        shop.clock.advance(later);
        let before = shop.cases.clock.now();
        assert_eq!(CleanUp { kept, before }.run(&shop.cases).await, Ok(gone));
    }
}
