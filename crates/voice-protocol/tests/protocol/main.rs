//! What clients and servers rely on when they speak over the voice socket.

#![expect(clippy::unwrap_used)]

mod asyncapi;
mod from_client;
mod from_server;
