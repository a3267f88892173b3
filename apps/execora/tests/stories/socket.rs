//! The voice socket of the real binary: a bill by words and a yes, and two customers of one name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

type Stream = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

async fn open(shop: &Shop) -> Stream {
    let url = format!("{}/ws", shop.url.replacen("http", "ws", 1));
    let mut request = url.into_client_request().unwrap();
    let offered = format!("execora.v1, bearer.{}", shop.token(&[]));
    request
        .headers_mut()
        .insert("sec-websocket-protocol", offered.parse().unwrap());
    tokio_tungstenite::connect_async(request).await.unwrap().0
}

/// The data of the next message of a type; others on the way are passed over.
async fn next(stream: &mut Stream, kind: &str) -> Value {
    let wait = async {
        loop {
            if let Message::Text(text) = stream.next().await.unwrap().unwrap() {
                let message: Value = serde_json::from_str(&text).unwrap();
                if message["type"] == kind {
                    return message["data"].clone();
                }
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(10), wait).await.unwrap()
}

async fn send(stream: &mut Stream, kind: &str, data: Value) {
    let text = json!({ "type": kind, "data": data }).to_string();
    stream.send(Message::text(text)).await.unwrap();
}

async fn say(stream: &mut Stream, text: &str) -> Value {
    send(stream, "TEXT", json!({ "text": text })).await;
    next(stream, "RESPONSE").await
}

#[tokio::test]
async fn a_bill_is_made_by_words_and_issued_by_a_yes() {
    let shop = Shop::open();
    let mut stream = open(&shop).await;
    assert_eq!(next(&mut stream, "VOICE_START").await["protocol"], "execora.v1");
    let asked = say(&mut stream, "Rahul ko 2 milk aur 1 bread ka bill bana do").await;
    assert_eq!(asked["state"], "needs_confirmation", "{asked}");
    let done = say(&mut stream, "haan").await;
    assert_eq!(
        (&done["state"], &done["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    assert_eq!(done["result"]["invoice"]["total_paise"], 2 * 2_800 + 4_500);
    tokio::task::spawn_blocking(move || {
        let owner = shop.owner();
        let rahul = owner.customer("Rahul");
        let bills = owner.get("/api/v1/invoices");
        assert_eq!(bills.body["data"].as_array().unwrap().len(), 1);
        assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (10_100, (0, 1)));
        assert_eq!(owner.product("Milk")["stock_quantity"], "118");
        assert_eq!(owner.product("Bread")["stock_quantity"], "59");
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_voice_and_by_button() {
    let shop = Shop::open();
    let mut stream = open(&shop).await;
    let asked = say(&mut stream, "Ramesh ko 3 biscuit ka bill bana do").await;
    assert_eq!(asked["state"], "needs_choice", "{asked}");
    assert_eq!(
        say(&mut stream, "doosra wala").await["state"],
        "needs_confirmation"
    );
    assert_eq!(say(&mut stream, "haan").await["result"]["kind"], "invoice");
    assert_eq!(
        say(&mut stream, "Ramesh ko 1 bread ka bill bana do").await["state"],
        "needs_choice"
    );
    send(&mut stream, "SELECT_INTENT", json!({ "option": 1 })).await;
    let question = next(&mut stream, "CLARIFY").await;
    assert_eq!(question["kind"], "confirm", "{question}");
    send(
        &mut stream,
        "CONFIRM",
        json!({ "accept": true, "token": question["token"] }),
    )
    .await;
    next(&mut stream, "RESPONSE").await;
    let done = next(&mut stream, "RESPONSE").await;
    assert_eq!(done["result"]["kind"], "invoice", "{done}");
}

#[tokio::test]
async fn junk_is_refused_and_a_huge_frame_ends_the_socket() {
    let shop = Shop::open();
    let mut stream = open(&shop).await;
    for junk in [
        "{",
        "[]",
        "{\"type\":\"FLY\"}",
        "{\"type\":\"TEXT\",\"data\":{\"words\":1}}",
    ] {
        stream.send(Message::text(junk)).await.unwrap();
        let error = next(&mut stream, "ERROR").await;
        assert!(
            ["bad_json", "unknown_type", "bad_data"].contains(&error["code"].as_str().unwrap()),
            "{error}"
        );
    }
    stream.send(Message::text("x".repeat(100 * 1024))).await.unwrap();
    let ended = async {
        loop {
            match stream.next().await {
                Some(Ok(Message::Close(frame))) => return frame.map(|f| u16::from(f.code)),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return None,
            }
        }
    };
    let code = tokio::time::timeout(Duration::from_secs(10), ended)
        .await
        .unwrap();
    assert!(code.is_none_or(|c| c == 1009), "{code:?}");
}
