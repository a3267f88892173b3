//! Who may open a voice socket of the real binary, and how one is ended.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::wire::{Refused, Wire, kinds};
use serde_json::{Value, json};

async fn refused(shop: &Shop, path: &str, protocols: &str) -> Refused {
    let refused = Wire::try_open(shop, path, protocols).await.err().unwrap();
    assert_eq!(refused.kind, "application/problem+json", "{}", refused.problem);
    refused
}

#[tokio::test]
async fn strangers_and_tokens_without_the_right_are_refused_before_the_upgrade() {
    let shop = Shop::open();
    let silent = shop.token(&["--rights", "customers:read,invoices:read"]);
    for (protocols, status, code) in [
        ("execora.v1".to_owned(), 401, "unauthenticated"),
        ("execora.v1, bearer.AAAA".to_owned(), 401, "unauthenticated"),
        (format!("execora.v1, bearer.{silent}"), 403, "forbidden"),
    ] {
        for path in ["/ws", "/api/v1/ws"] {
            let refused = refused(&shop, path, &protocols).await;
            assert_eq!(
                (refused.status, &refused.problem["code"]),
                (status, &json!(code)),
                "{path}"
            );
        }
    }
    let voice = shop.token(&["--rights", "voice:use"]);
    let mut wire = Wire::open_by(&shop, &voice).await;
    // The right to talk is not the right to sell.
    let answer = wire.say("Rahul ko 2 milk ka bill bana do").await;
    assert_eq!(answer["state"], "failed", "{answer}");
    assert_eq!(shop.owner().get("/api/v1/drafts").body["data"], json!([]));
}

#[tokio::test]
async fn a_ticket_opens_one_socket() {
    let shop = Shop::open();
    let made = shop.owner().post("/api/v1/ws-tickets", "t", &json!({}));
    assert_eq!(made.status, 201, "{}", made.body);
    let path = format!("/ws?token={}", made.text("/ticket"));
    let mut wire = Wire::try_open(&shop, &path, "execora.v1").await.ok().unwrap();
    assert_eq!(wire.next("VOICE_START").await["resumed"], false);
    let answer = wire.say("Suresh ka balance batao").await;
    assert_eq!(answer["result"]["balance_paise"], 45_000, "{answer}");
    let again = refused(&shop, &path, "execora.v1").await;
    assert_eq!(
        (again.status, &again.problem["code"]),
        (401, &json!("unauthenticated"))
    );
}

#[tokio::test]
async fn ping_is_answered_and_goodbye_closes() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    wire.next("DRAFTS").await;
    assert_eq!(kinds(&wire.so_far().await), ["PONG"]);
    wire.send("DISCONNECT", json!({})).await;
    assert_eq!(wire.message().await["type"], "GOODBYE");
    assert_eq!(wire.closed().await, Some(1000));
}

#[tokio::test]
async fn sound_before_it_was_announced_closes() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    wire.send_sound(&[0; 640]).await;
    assert_eq!(wire.next("ERROR").await["code"], "binary_before_start");
    assert_eq!(wire.closed().await, Some(1003));
}

#[tokio::test]
async fn twenty_bad_frames_in_a_row_close_and_a_good_one_between_forgives() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    wire.next("DRAFTS").await;
    for _ in 0..19 {
        wire.send_text("{".to_owned()).await;
    }
    let first: Vec<Value> = wire.so_far().await;
    assert_eq!(first.len(), 20, "19 errors, and the PING is answered");
    assert!(
        first.iter().take(19).all(|m| m["data"]["code"] == "bad_json"),
        "{first:?}"
    );
    for _ in 0..20 {
        wire.send_text("{\"type\":\"FLY\",\"data\":{}}".to_owned()).await;
    }
    for _ in 0..20 {
        assert_eq!(wire.next("ERROR").await["code"], "unknown_type");
    }
    assert_eq!(wire.closed().await, Some(1008));
}

#[tokio::test]
async fn a_socket_ends_with_its_token() {
    let shop = Shop::open();
    let token = shop.token(&["--expires", "2s"]);
    let mut wire = Wire::open_by(&shop, &token).await;
    assert_eq!(wire.say("Suresh ka balance batao").await["state"], "done");
    assert_eq!(wire.closed().await, Some(1008));
}
