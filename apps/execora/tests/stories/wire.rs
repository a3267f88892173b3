//! A client of the voice socket.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must fail"
)]

use crate::shop::Shop;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

type Stream = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open socket.
pub struct Wire {
    stream: Stream,
    /// The data of VOICE_START.
    pub start: Value,
    /// The number of the last message.
    pub seq: u64,
}

/// An upgrade that was refused: status, media type, problem.
pub struct Refused {
    pub status: u16,
    pub kind: String,
    pub problem: Value,
}

impl Wire {
    /// A socket of the owner.
    pub async fn open(shop: &Shop) -> Self {
        Self::open_by(shop, &shop.token(&[])).await
    }

    /// A socket with a token.
    pub async fn open_by(shop: &Shop, token: &str) -> Self {
        let opened = Self::try_open(shop, "/ws", &format!("execora.v1, bearer.{token}")).await;
        let mut wire = opened.unwrap_or_else(|refused| panic!("{}", refused.problem));
        wire.start = wire.next("VOICE_START").await;
        wire
    }

    /// A socket that may be refused, before its first message was read.
    pub async fn try_open(shop: &Shop, path: &str, protocols: &str) -> Result<Self, Refused> {
        let url = format!("{}{path}", shop.url.replacen("http", "ws", 1));
        let mut request = url.into_client_request().unwrap();
        request
            .headers_mut()
            .insert("sec-websocket-protocol", protocols.parse().unwrap());
        match tokio_tungstenite::connect_async(request).await {
            Ok((stream, _)) => Ok(Self {
                stream,
                start: Value::Null,
                seq: 0,
            }),
            Err(Error::Http(answer)) => Err(Refused {
                status: answer.status().as_u16(),
                kind: answer
                    .headers()
                    .get("content-type")
                    .map(|v| v.to_str().unwrap().to_owned())
                    .unwrap_or_default(),
                problem: serde_json::from_slice(answer.body().as_deref().unwrap_or_default()).unwrap(),
            }),
            Err(error) => panic!("{error}"),
        }
    }

    /// The next message, whatever it is.
    pub async fn message(&mut self) -> Value {
        let wait = async {
            loop {
                if let Message::Text(text) = self.stream.next().await.unwrap().unwrap() {
                    return serde_json::from_str::<Value>(&text).unwrap();
                }
            }
        };
        let message = tokio::time::timeout(PATIENCE, wait).await.unwrap();
        self.seq = message["seq"].as_u64().unwrap();
        message
    }

    /// The messages up to the next of a type, that one included.
    pub async fn until(&mut self, kind: &str) -> Vec<Value> {
        let mut messages = Vec::new();
        loop {
            messages.push(self.message().await);
            if messages.last().unwrap()["type"] == kind {
                return messages;
            }
        }
    }

    /// The data of the next message of a type; others on the way are passed over.
    pub async fn next(&mut self, kind: &str) -> Value {
        self.until(kind).await.pop().unwrap()["data"].take()
    }

    /// What has come until now: a PING is answered after it.
    pub async fn so_far(&mut self) -> Vec<Value> {
        self.send("PING", json!({})).await;
        self.until("PONG").await
    }

    pub async fn send(&mut self, kind: &str, data: Value) {
        self.send_text(json!({ "type": kind, "data": data }).to_string())
            .await;
    }

    pub async fn send_text(&mut self, text: String) {
        self.stream.send(Message::text(text)).await.unwrap();
    }

    pub async fn send_sound(&mut self, bytes: &[u8]) {
        self.stream.send(Message::binary(bytes.to_vec())).await.unwrap();
    }

    /// Says something and waits for its answer.
    pub async fn say(&mut self, text: &str) -> Value {
        self.send("TEXT", json!({ "text": text })).await;
        self.next("RESPONSE").await
    }

    /// The code the server closes with; `None` when it just went.
    pub async fn closed(&mut self) -> Option<u16> {
        let ended = async {
            loop {
                match self.stream.next().await {
                    Some(Ok(Message::Close(frame))) => return frame.map(|f| u16::from(f.code)),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return None,
                }
            }
        };
        tokio::time::timeout(PATIENCE, ended).await.unwrap()
    }
}

/// The types of messages, in their order.
pub fn kinds(messages: &[Value]) -> Vec<&str> {
    messages.iter().filter_map(|m| m["type"].as_str()).collect()
}
