use crate::*;
use execora_identity_biscuit::{Denied, TokenRefused};
use execora_kernel::Right;

#[test]
fn an_expired_token_is_refused_to_the_second() {
    let identity = identity();
    let text = identity.mint(&grant("*")).unwrap();
    let end = now() + TimeDelta::hours(1);
    assert!(identity.verify(&text, end - TimeDelta::milliseconds(1)).is_ok());
    assert_eq!(identity.verify(&text, end).unwrap_err(), TokenRefused::Expired);
}

#[test]
fn a_remembered_token_still_expires() {
    let identity = identity();
    let mut short = grant("*");
    short.expires_at = now() + TimeDelta::seconds(10);
    let text = identity.mint(&short).unwrap();
    let token = identity.verify(&text, now()).unwrap();
    assert!(std::sync::Arc::ptr_eq(
        &token,
        &identity.verify(&text, now() + TimeDelta::seconds(9)).unwrap()
    ));
    let late = now() + TimeDelta::seconds(10);
    assert_eq!(identity.verify(&text, late).unwrap_err(), TokenRefused::Expired);
    assert_eq!(token.decide(Right::VOICE_USE, None, late), Err(Denied::Expired));
}

#[test]
fn a_token_is_remembered_for_a_minute_at_most() {
    let identity = identity();
    let text = identity.mint(&grant("*")).unwrap();
    let token = identity.verify(&text, now()).unwrap();
    for (seconds, same) in [(59, true), (60, false), (-1, false)] {
        let at = now() + TimeDelta::seconds(seconds);
        let again = identity.verify(&text, at).unwrap();
        assert_eq!(std::sync::Arc::ptr_eq(&token, &again), same, "{seconds}");
    }
}

#[test]
fn an_appended_end_of_time_is_the_expiry_of_the_token() {
    let identity = identity();
    let text = identity.mint(&grant("*")).unwrap();
    for (check, end) in [
        ("check if time($t), $t < 2027-01-15T08:10:00Z", 600),
        ("check if time($now), $now <= 2027-01-15T08:10:00Z", 601),
        ("check if time($t), $t < 2030-01-01T00:00:00Z", 3600),
    ] {
        let child = narrowed(&text, check);
        let end = now() + TimeDelta::seconds(end);
        let token = identity.verify(&child, end - TimeDelta::seconds(1)).unwrap();
        assert_eq!(token.expires_at, end, "{check}");
        assert!(
            token
                .decide(Right::VOICE_USE, None, end - TimeDelta::seconds(1))
                .is_ok(),
            "{check}"
        );
        assert_eq!(
            identity.verify(&child, end).unwrap_err(),
            TokenRefused::Expired,
            "{check}"
        );
    }
}

#[test]
fn a_token_without_an_end_is_not_made() {
    let identity = identity();
    let mut before_1970 = grant("*");
    before_1970.expires_at = DateTime::from_timestamp(-1, 0).unwrap();
    assert!(identity.mint(&before_1970).is_err());
}
