//! A proxy in front of PostgreSQL that cuts connections, or lets nothing through.

#![expect(clippy::expect_used, reason = "a test stops at what must not fail")]

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the proxy does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Lets everything through.
    Pass,
    /// At the next COMMIT cuts the connection before the server hears of it; lets everything through after that.
    CutBefore,
    /// Passes the next COMMIT on, waits until the server has answered and cuts the connection; lets everything through then.
    CutAfter,
    /// Like `CutAfter`, and nothing gets through after that.
    CutAfterAndBlock,
    /// Takes connections and bytes, and lets nothing through.
    Block,
    /// Closes every connection.
    Refuse,
}

/// A proxy on a port of its own.
#[derive(Clone)]
pub struct Proxy {
    mode: Arc<Mutex<Mode>>,
    commits: Arc<Mutex<u32>>,
}

/// How PostgreSQL's protocol carries it.
const COMMIT: &[u8] = b"COMMIT\0";

impl Proxy {
    /// In front of the server of `url`; answers the address that goes through it.
    pub async fn before(url: &str) -> (Self, String) {
        let (start, rest) = url.split_once('@').expect("a user in the address");
        let (server, database) = rest.split_once('/').expect("a database in the address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let proxy = Self {
            mode: Arc::new(Mutex::new(Mode::Pass)),
            commits: Arc::default(),
        };
        let (this, server) = (proxy.clone(), server.to_owned());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (this, server) = (this.clone(), server.clone());
                tokio::spawn(async move { this.carry(client, &server).await });
            }
        });
        (proxy, format!("{start}@127.0.0.1:{port}/{database}"))
    }

    pub fn set(&self, mode: Mode) {
        *self.mode.lock().unwrap_or_else(PoisonError::into_inner) = mode;
    }

    pub fn mode(&self) -> Mode {
        *self.mode.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many times a client sent COMMIT.
    pub fn commits(&self) -> u32 {
        *self.commits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn carry(&self, mut client: TcpStream, server: &str) {
        if self.mode() == Mode::Refuse {
            return;
        }
        let Ok(mut upstream) = TcpStream::connect(server).await else {
            return;
        };
        let (mut asked, mut answered) = (vec![0_u8; 65_536], vec![0_u8; 65_536]);
        let mut cut = false;
        loop {
            tokio::select! {
                read = client.read(&mut asked) => {
                    let Ok(count @ 1..) = read else { return };
                    let bytes = &asked[..count];
                    if bytes.windows(COMMIT.len()).any(|part| part == COMMIT) {
                        *self.commits.lock().unwrap_or_else(PoisonError::into_inner) += 1;
                        match self.mode() {
                            Mode::CutBefore => return self.set(Mode::Pass),
                            Mode::CutAfter | Mode::CutAfterAndBlock => cut = true,
                            Mode::Pass | Mode::Block | Mode::Refuse => {}
                        }
                    }
                    if !self.held().await || upstream.write_all(bytes).await.is_err() {
                        return;
                    }
                }
                read = upstream.read(&mut answered) => {
                    let Ok(count @ 1..) = read else { return };
                    if cut {
                        let then = if self.mode() == Mode::CutAfterAndBlock { Mode::Block } else { Mode::Pass };
                        return self.set(then);
                    }
                    if !self.held().await || client.write_all(&answered[..count]).await.is_err() {
                        return;
                    }
                }
            }
        }
    }

    /// Waits while nothing may get through; whether anything may then.
    async fn held(&self) -> bool {
        while self.mode() == Mode::Block {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.mode() != Mode::Refuse
    }
}
