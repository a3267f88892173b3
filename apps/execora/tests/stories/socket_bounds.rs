//! What a voice socket of the real binary takes from a client that comes back, and what it leaves behind.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::wire::{Wire, kinds};
use serde_json::json;
use std::time::{Duration, Instant};

/// What the binary may have in memory whatever its clients do.
const MEMORY_MB_MAX: usize = 150;

#[tokio::test]
async fn a_number_that_was_never_sent_is_refused_and_the_socket_goes_on() {
    let shop = Shop::open();
    let mut first = Wire::open(&shop).await;
    let session = first.start["session_id"].clone();
    first.say("Suresh ka balance batao").await;
    for last_seq in [
        json!(u64::MAX),
        json!(u64::MAX - 1),
        json!(1_000_000_001),
        json!(1_000_000),
    ] {
        let mut wire = Wire::open(&shop).await;
        wire.send("RESUME", json!({ "session_id": session, "last_seq": last_seq }))
            .await;
        let messages = wire.so_far().await;
        assert!(kinds(&messages).contains(&"ERROR"), "{last_seq}: {messages:?}");
        assert!(
            messages.iter().all(|m| m["data"]["resumed"] != true),
            "{last_seq}"
        );
        assert_eq!(
            wire.say("Suresh ka balance batao").await["state"],
            "done",
            "{last_seq}"
        );
    }
    assert_eq!(
        first.say("Suresh ka balance batao").await["state"],
        "done",
        "nobody took its line"
    );
}

#[tokio::test]
async fn many_returns_leave_nothing_behind() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    let session = wire.start["session_id"].clone();
    wire.say("Suresh ka balance batao").await;
    let token = shop.token(&[]);
    for n in 0..400_u64 {
        let before = wire.seq;
        wire = Wire::open_by(&shop, &token).await;
        let last_seq = if n.is_multiple_of(2) { u64::MAX } else { before };
        let session = if n.is_multiple_of(3) {
            json!("ses_01900000-0000-7000-8000-000000000001")
        } else {
            session.clone()
        };
        wire.send("RESUME", json!({ "session_id": session, "last_seq": last_seq }))
            .await;
        wire.so_far().await;
    }
    let began = Instant::now();
    assert_eq!(
        wire.say("Rahul ko 2 milk ka bill bana do").await["state"],
        "needs_confirmation"
    );
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert!(shop.memory() < MEMORY_MB_MAX, "{} MB", shop.memory());
}

#[tokio::test]
async fn a_token_without_the_rights_hears_nothing_of_the_owners_session_and_does_not_end_it() {
    let shop = Shop::open();
    let mut owner = Wire::open(&shop).await;
    owner.say("Suresh ka balance batao").await;
    let (session, voice) = (
        owner.start["session_id"].clone(),
        shop.token(&["--rights", "voice:use"]),
    );
    let mut other = Wire::open_by(&shop, &voice).await;
    other
        .send("RESUME", json!({ "session_id": session, "last_seq": 1 }))
        .await;
    let heard = other.so_far().await;
    let refused = heard.iter().find(|m| m["type"] == "ERROR").unwrap();
    assert_eq!(refused["data"]["code"], "forbidden", "{heard:?}");
    assert!(!kinds(&heard).contains(&"RESPONSE"), "{heard:?}");
    assert_eq!(owner.say("Suresh ka balance batao").await["state"], "done");
}
