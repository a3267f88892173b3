//! What the terminal revokes or rotates, a running server knows within a second.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Shop, program};
use crate::wire::Wire;
use serde_json::Value;
use std::time::{Duration, Instant};

/// How long a running server may take to hear of it.
const HEARD: Duration = Duration::from_secs(1);

/// Waits until it is so; the time that the machine took for asking is not the server's.
fn within_a_second(mut so: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    loop {
        let asked = Instant::now();
        if so() {
            return true;
        }
        if asked.duration_since(begun) > HEARD {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn me(shop: &Shop, token: &str) -> u16 {
    shop.client(token).get("/api/v1/auth/me").status
}

fn inspected(shop: &Shop, token: &str) -> Value {
    let (status, view) = shop.run(&["token", "inspect", token, "--json"]);
    assert_eq!(status, Some(0), "{view}");
    serde_json::from_str(&view).unwrap()
}

#[tokio::test]
async fn a_revoked_token_stops_within_a_second_by_itself_or_by_its_id_and_its_sockets_are_closed() {
    let shop = Shop::open();
    let (by_text, by_id, other) = (shop.token(&[]), shop.token(&[]), shop.token(&[]));
    let mut wire = Wire::open_by(&shop, &by_text).await;
    let id = inspected(&shop, &by_id)["revocation_ids"][0]
        .as_str()
        .unwrap()
        .to_owned();
    for (named, token) in [(&by_text, &by_text), (&id, &by_id)] {
        assert_eq!(me(&shop, token), 200);
        assert_eq!(shop.run(&["token", "revoke", named]).0, Some(0));
        assert!(within_a_second(|| me(&shop, token) == 401));
        assert_eq!(
            shop.run(&["token", "inspect", token]).0,
            Some(1),
            "inspect says so"
        );
    }
    assert_eq!(wire.closed().await, Some(1008));
    assert_eq!(me(&shop, &other), 200);
    assert_eq!(shop.run(&["token", "revoke", "junk"]).0, Some(1));
    let shop = shop.crash_and_restart();
    assert_eq!(
        (me(&shop, &by_text), me(&shop, &other)),
        (401, 200),
        "also after a restart"
    );
}

#[test]
fn a_rotated_root_key_signs_at_once_and_the_one_before_is_believed_until_the_next_time() {
    let shop = Shop::open();
    let keys = || {
        let answer = shop.client("").get("/api/v1/auth/public-key");
        let keys = answer.body["keys"].as_array().cloned().unwrap();
        let kid = |key: &Value| (key["kid"].as_u64().unwrap(), key["current"].as_bool().unwrap());
        keys.iter().map(kid).collect::<Vec<_>>()
    };
    assert_eq!(keys(), [(1, true)]);
    let old = shop.token(&[]);
    assert_eq!(shop.run(&["token", "rotate-root"]).0, Some(0));
    assert!(
        within_a_second(|| keys() == [(2, true), (1, false)]),
        "{:?}",
        keys()
    );
    let new = shop.token(&[]);
    assert_eq!((me(&shop, &old), me(&shop, &new)), (200, 200));
    assert_eq!(shop.run(&["token", "rotate-root"]).0, Some(0));
    assert!(within_a_second(|| me(&shop, &old) == 401));
    assert_eq!(keys(), [(3, true), (2, false)]);
    assert_eq!((me(&shop, &new), me(&shop, &shop.token(&[]))), (200, 200));
}

#[test]
fn a_token_is_not_minted_for_longer_than_the_settings_allow() {
    let shop = Shop::open();
    let mint = |expires: &str, days: &str| {
        let done = program()
            .args(["token", "mint", "--expires", expires, "--home"])
            .arg(shop.home.path().join("shop"))
            .env("EXECORA_IDENTITY__KEY_DAYS_MAX", days)
            .output()
            .unwrap();
        (
            done.status.code(),
            String::from_utf8_lossy(&done.stderr).into_owned(),
        )
    };
    for (expires, days) in [("10y", "90"), ("91d", "90"), ("8d", "7")] {
        let (status, said) = mint(expires, days);
        assert_eq!(status, Some(1), "{expires}");
        assert!(said.contains(days) && said.contains("key_days_max"), "{said}");
    }
    assert_eq!(mint("90d", "90").0, Some(0));
    assert_eq!(mint("10y", "3650").0, Some(0));
}
