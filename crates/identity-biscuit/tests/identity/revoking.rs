//! A revoked token is refused from that moment on, with everything that was narrowed from it.

use super::{grant, identity, narrowed, now};
use chrono::TimeDelta;
use execora_identity_biscuit::{Grant, TokenRefused};
use execora_kernel::SignInId;
use std::time::Duration;
use uuid::Uuid;

const BLOCK: &str = r#"check if operation($r, $a), $a == "read""#;

#[test]
fn a_revoked_token_is_refused_although_it_was_just_verified_with_all_that_was_narrowed_from_it() {
    let identity = identity();
    let text = identity.mint(&grant("customers:read")).unwrap();
    let other = identity.mint(&grant("customers:read")).unwrap();
    let child = narrowed(&text, BLOCK);
    let grandchild = narrowed(&child, BLOCK);
    let token = identity.verify(&text, now()).unwrap();
    for narrower in [&child, &grandchild] {
        assert!(identity.verify(narrower, now()).is_ok());
    }
    let name = token.own_revocation_id().unwrap().to_owned();
    identity.revocations().add([(name, token.expires_at)]);
    for refused in [&text, &child, &grandchild] {
        assert_eq!(
            identity.verify(refused, now()).unwrap_err(),
            TokenRefused::Revoked
        );
    }
    assert!(identity.verify(&other, now()).is_ok());
}

#[test]
fn revoking_a_narrowed_token_leaves_what_it_was_narrowed_from() {
    let identity = identity();
    let text = identity.mint(&grant("customers:read")).unwrap();
    let child = narrowed(&text, BLOCK);
    let token = identity.verify(&child, now()).unwrap();
    let name = token.own_revocation_id().unwrap().to_owned();
    identity.revocations().add([(name, token.expires_at)]);
    assert_eq!(identity.verify(&child, now()).unwrap_err(), TokenRefused::Revoked);
    assert_eq!(
        identity.verify(&narrowed(&child, BLOCK), now()).unwrap_err(),
        TokenRefused::Revoked
    );
    assert!(identity.verify(&text, now()).is_ok());
}

#[test]
fn what_came_of_a_sign_in_stops_with_it() {
    let identity = identity();
    let sign_in = |n| Some(SignInId::new(Uuid::from_u128(n)));
    let of = |sign_in| {
        let grant = Grant {
            sign_in,
            ..grant("customers:read")
        };
        identity.mint(&grant).unwrap()
    };
    let (first, second, other, none) = (of(sign_in(7)), of(sign_in(7)), of(sign_in(8)), of(None));
    assert_eq!(identity.verify(&first, now()).unwrap().sign_in, sign_in(7));
    let name = sign_in(7).unwrap().to_string();
    identity.revocations().add([(name, now() + TimeDelta::days(1))]);
    for refused in [&first, &second, &narrowed(&first, BLOCK)] {
        assert_eq!(
            identity.verify(refused, now()).unwrap_err(),
            TokenRefused::Revoked
        );
    }
    for going in [&other, &none] {
        assert!(identity.verify(going, now()).is_ok());
    }
}

#[test]
fn a_revocation_is_forgotten_when_nothing_of_it_would_work_any_more() {
    let identity = identity();
    let text = identity.mint(&grant("customers:read")).unwrap();
    let token = identity.verify(&text, now()).unwrap();
    let name = || token.own_revocation_id().unwrap().to_owned();
    // The later end counts, in whichever order they come.
    identity.revocations().add([(name(), token.expires_at)]);
    identity.revocations().add([(name(), now())]);
    identity
        .revocations()
        .forget_expired(now() + TimeDelta::minutes(59));
    assert!(identity.revocations().cover(&token));
    identity.revocations().forget_expired(token.expires_at);
    assert!(!identity.revocations().cover(&token));
    assert_eq!(
        identity.verify(&text, token.expires_at).unwrap_err(),
        TokenRefused::Expired
    );
}

#[tokio::test]
async fn whoever_waits_for_a_revocation_hears_of_his_own() {
    let identity = identity();
    let token = |text: &str| identity.verify(text, now()).unwrap();
    let ours = token(&identity.mint(&grant("customers:read")).unwrap());
    let theirs = token(&identity.mint(&grant("customers:read")).unwrap());
    let waiting = identity.revocations().reached(&ours);
    tokio::pin!(waiting);
    let soon = Duration::from_millis(20);
    assert!(tokio::time::timeout(soon, &mut waiting).await.is_err());
    let name = theirs.own_revocation_id().unwrap().to_owned();
    identity.revocations().add([(name, theirs.expires_at)]);
    assert!(tokio::time::timeout(soon, &mut waiting).await.is_err());
    let name = ours.own_revocation_id().unwrap().to_owned();
    identity.revocations().add([(name, ours.expires_at)]);
    let late = Duration::from_secs(5);
    assert!(tokio::time::timeout(late, &mut waiting).await.is_ok());
    assert!(
        tokio::time::timeout(late, identity.revocations().reached(&ours))
            .await
            .is_ok()
    );
}
