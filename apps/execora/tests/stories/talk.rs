//! A client of the voice socket.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

/// Longer than any answer takes, the recogniser's included.
const PATIENCE: Duration = Duration::from_secs(20);

type Stream = tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

/// An open socket.
pub struct Talk {
    stream: Stream,
    /// The number of the last message that came.
    pub seq: u64,
}

impl Talk {
    /// The owner's socket.
    pub async fn open(shop: &Shop) -> Self {
        Self::open_with(shop, &shop.token(&[])).await.unwrap()
    }

    /// A socket with a token or ticket, or the status and body that refuse it.
    pub async fn open_with(shop: &Shop, token: &str) -> Result<Self, (u16, Value)> {
        let url = format!("{}/ws", shop.url.replacen("http", "ws", 1));
        let mut request = url.into_client_request().unwrap();
        let offered = match token {
            "" => "execora.v1".to_owned(),
            token => format!("execora.v1, bearer.{token}"),
        };
        request
            .headers_mut()
            .insert("sec-websocket-protocol", offered.parse().unwrap());
        match tokio_tungstenite::connect_async(request).await {
            Ok((stream, _)) => Ok(Self { stream, seq: 0 }),
            Err(tokio_tungstenite::tungstenite::Error::Http(refused)) => {
                let body = refused.body().clone().unwrap_or_default();
                Err((
                    refused.status().as_u16(),
                    serde_json::from_slice(&body).unwrap_or_default(),
                ))
            }
            Err(error) => panic_with(&error.to_string()),
        }
    }

    /// The next message, or the code with which the socket was closed.
    pub async fn message(&mut self) -> Result<Value, Option<u16>> {
        let wait = async {
            loop {
                match self.stream.next().await {
                    Some(Ok(Message::Text(text))) => return Ok(text),
                    Some(Ok(Message::Close(frame))) => return Err(frame.map(|f| u16::from(f.code))),
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return Err(None),
                }
            }
        };
        let text = tokio::time::timeout(PATIENCE, wait).await.unwrap()?;
        let message: Value = serde_json::from_str(&text).unwrap();
        self.seq = message["seq"].as_u64().unwrap();
        Ok(message)
    }

    /// The data of the next message of a type; others on the way are passed over.
    pub async fn next(&mut self, kind: &str) -> Value {
        loop {
            let message = self.message().await.unwrap();
            if message["type"] == kind {
                return message["data"].clone();
            }
        }
    }

    /// The code with which the socket is closed; messages on the way are passed over.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Err(code) = self.message().await {
                return code;
            }
        }
    }

    /// Sends a message.
    pub async fn send(&mut self, kind: &str, data: Value) {
        self.raw(&json!({ "type": kind, "data": data }).to_string()).await;
    }

    /// Sends any text.
    pub async fn raw(&mut self, text: &str) {
        self.stream.send(Message::text(text)).await.unwrap();
    }

    /// Sends sound.
    pub async fn sound(&mut self, bytes: &[u8]) {
        self.stream.send(Message::binary(bytes.to_vec())).await.unwrap();
    }

    /// Says something in writing and waits for the answer.
    pub async fn say(&mut self, text: &str) -> Value {
        self.send("TEXT", json!({ "text": text })).await;
        self.next("RESPONSE").await
    }
}

#[expect(clippy::panic, reason = "a test fails with what it saw")]
fn panic_with(seen: &str) -> ! {
    panic!("no socket and no refusal: {seen}")
}

/// Runs what blocks, such as REST, beside the socket.
pub async fn meanwhile<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}
