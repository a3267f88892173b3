//! The line of one conversation: it numbers what the server says, keeps the last of it, and knows the socket of the moment.

use chrono::{DateTime, Utc};
use execora_kernel::{Caller, Right, SessionId, TenantId, UserId};
use execora_voice_protocol::{ServerFrame, ServerMessage, close, limits};
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

/// How long a client may take to read before it is given up.
const SEND_MAX: Duration = Duration::from_secs(10);
/// How many bytes of messages are kept for a client that comes back.
const KEPT_BYTES_MAX: usize = 256 * 1024;

/// That a socket is to end, and with which code.
#[derive(Debug, Default)]
pub(super) struct Ending {
    code: AtomicU16,
    token: CancellationToken,
}

impl Ending {
    /// Ends the socket; the first reason counts.
    pub(super) fn end(&self, code: u16) {
        let _ = self
            .code
            .compare_exchange(0, code, Ordering::Relaxed, Ordering::Relaxed);
        self.token.cancel();
    }

    /// Waits for the end.
    pub(super) async fn ended(&self) -> u16 {
        self.token.cancelled().await;
        self.code.load(Ordering::Relaxed)
    }
}

/// The socket that a line speaks through.
pub(super) struct Link {
    pub(super) session: actix_ws::Session,
    pub(super) ending: Arc<Ending>,
}

struct Kept {
    seq: u64,
    at: Instant,
    text: String,
}

#[derive(Default)]
struct Memory {
    seq: u64,
    kept: VecDeque<Kept>,
    kept_bytes: usize,
    /// The last number that is no longer kept.
    lost: u64,
    link: Option<Link>,
    /// Since when nobody is there.
    alone_since: Option<Instant>,
    commands: Hour,
    /// The rights of those who spoke here: what was answered needed no others.
    rights: Vec<Right>,
}

/// Commands of the hour under way.
#[derive(Default)]
struct Hour {
    began: Option<Instant>,
    count: u32,
}

/// One conversation as sockets see it.
pub(super) struct Line {
    pub(super) session: SessionId,
    pub(super) tenant: TenantId,
    pub(super) user: UserId,
    memory: Mutex<Memory>,
}

impl Line {
    pub(super) fn new(
        session: SessionId,
        tenant: TenantId,
        user: UserId,
        link: Option<Link>,
        seq: u64,
    ) -> Self {
        let memory = Memory {
            seq,
            lost: seq,
            link,
            ..Memory::default()
        };
        Self {
            session,
            tenant,
            user,
            memory: Mutex::new(memory),
        }
    }

    /// Says something; what cannot be said now is kept for a client that comes back.
    pub(super) async fn say(&self, message: ServerMessage, at: DateTime<Utc>) {
        let mut memory = self.memory.lock().await;
        memory.say(message, at).await;
    }

    /// Sends sound, which is not kept. False when there is nobody to hear it.
    pub(super) async fn sound(&self, bytes: Vec<u8>) -> bool {
        let mut memory = self.memory.lock().await;
        let Some(mut link) = memory.link.take() else {
            return false;
        };
        let sent = tokio::time::timeout(SEND_MAX, link.session.binary(bytes)).await;
        memory.settle(link, sent)
    }

    /// Notes that somebody speaks here, whose answers need what he may do.
    pub(super) async fn spoken_by(&self, caller: &Caller, now: DateTime<Utc>) {
        let mut memory = self.memory.lock().await;
        for right in caller.grants.rights().iter() {
            if !memory.rights.contains(&right) && caller.require(right, None, now).is_ok() {
                memory.rights.push(right);
            }
        }
    }

    /// Whether somebody may hear what was answered here: he has every right of those who spoke.
    pub(super) async fn may_be_heard_by(&self, caller: &Caller, now: DateTime<Utc>) -> bool {
        let memory = self.memory.lock().await;
        memory
            .rights
            .iter()
            .all(|right| caller.require(*right, None, now).is_ok())
    }

    /// Lets another socket go on with this conversation, if it is known what that one missed: `first` is said, then what was
    /// missed. Whoever was on the line before is gone.
    pub(super) async fn go_on(
        &self,
        link: Link,
        last_seq: u64,
        first: ServerMessage,
        at: DateTime<Utc>,
    ) -> bool {
        let mut memory = self.memory.lock().await;
        memory.forget_old();
        if last_seq < memory.lost || last_seq > memory.seq {
            return false;
        }
        let missed: Vec<String> = memory
            .kept
            .iter()
            .filter(|k| k.seq > last_seq)
            .map(|k| k.text.clone())
            .collect();
        if let Some(before) = memory.link.replace(link) {
            before.ending.end(close::BYE);
        }
        memory.alone_since = None;
        memory.say(first, at).await;
        for text in missed {
            memory.send(text).await;
        }
        true
    }

    /// The socket is gone, unless another has taken the line already.
    pub(super) async fn leave(&self, ending: &Arc<Ending>) {
        let mut memory = self.memory.lock().await;
        if memory
            .link
            .as_ref()
            .is_some_and(|link| Arc::ptr_eq(&link.ending, ending))
        {
            memory.link = None;
        }
        if memory.link.is_none() {
            memory.alone_since.get_or_insert_with(Instant::now);
        }
    }

    /// Counts one command; false when the hour allows no more. 0 is no limit.
    pub(super) async fn count_command(&self, most: u32) -> bool {
        const HOUR: Duration = Duration::from_secs(3_600);
        let mut memory = self.memory.lock().await;
        let hour = &mut memory.commands;
        if hour.began.is_none_or(|began| began.elapsed() >= HOUR) {
            *hour = Hour {
                began: Some(Instant::now()),
                count: 0,
            };
        }
        if most != 0 && hour.count >= most {
            return false;
        }
        hour.count = hour.count.saturating_add(1);
        true
    }

    /// Whether nobody was there for so long that nothing is kept any more.
    pub(super) fn is_stale(&self) -> bool {
        // A line whose memory is in use is not stale.
        self.memory.try_lock().is_ok_and(|memory| {
            memory
                .alone_since
                .is_some_and(|since| since.elapsed() > limits::RESUME_AGE_MAX)
        })
    }

    /// Whether nobody is there.
    pub(super) fn is_alone(&self) -> bool {
        self.memory.try_lock().is_ok_and(|memory| memory.link.is_none())
    }
}

impl Memory {
    async fn say(&mut self, message: ServerMessage, at: DateTime<Utc>) {
        // Numbers begin at most at `LAST_SEQ_MAX`, so that there is room for more than can ever be said.
        self.seq = self.seq.saturating_add(1);
        // A snapshot of the drafts follows every return, and a PONG is worth nothing later.
        let passing = matches!(message, ServerMessage::Drafts(_) | ServerMessage::Pong {});
        let frame = ServerFrame {
            message,
            seq: self.seq,
            timestamp: at,
        };
        let Ok(text) = serde_json::to_string(&frame) else {
            tracing::error!("a message has no JSON form");
            return;
        };
        if !passing {
            self.kept_bytes += text.len();
            self.kept.push_back(Kept {
                seq: self.seq,
                at: Instant::now(),
                text: text.clone(),
            });
            self.forget_old();
        }
        self.send(text).await;
    }

    async fn send(&mut self, text: String) {
        let Some(mut link) = self.link.take() else { return };
        let sent = tokio::time::timeout(SEND_MAX, link.session.text(text)).await;
        self.settle(link, sent);
    }

    /// Keeps the link when it took what was sent, and gives the socket up when it did not.
    fn settle<E>(&mut self, link: Link, sent: Result<Result<(), actix_ws::Closed>, E>) -> bool {
        match sent {
            Ok(Ok(())) => {
                self.link = Some(link);
                return true;
            }
            Ok(Err(_)) => link.ending.end(close::BYE),
            Err(_) => link.ending.end(close::TOO_BUSY),
        }
        self.alone_since = Some(Instant::now());
        false
    }

    fn forget_old(&mut self) {
        while let Some(oldest) = self.kept.front() {
            let within = self.kept.len() <= limits::RESUME_MESSAGES_MAX
                && self.kept_bytes <= KEPT_BYTES_MAX
                && oldest.at.elapsed() <= limits::RESUME_AGE_MAX;
            if within {
                return;
            }
            self.lost = oldest.seq;
            self.kept_bytes -= oldest.text.len();
            self.kept.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn line() -> Line {
        let id = Uuid::from_u128(7);
        Line::new(SessionId::new(id), TenantId::new(id), UserId::new(id), None, 0)
    }

    #[tokio::test]
    async fn the_last_messages_are_kept_and_no_more() {
        let line = line();
        for _ in 0..limits::RESUME_MESSAGES_MAX + 5 {
            line.say(ServerMessage::AudioStarted {}, DateTime::default())
                .await;
        }
        let memory = line.memory.lock().await;
        assert_eq!(memory.kept.len(), limits::RESUME_MESSAGES_MAX);
        assert_eq!((memory.lost, memory.seq), (5, 205));
        assert_eq!(
            memory.kept_bytes,
            memory.kept.iter().map(|k| k.text.len()).sum::<usize>()
        );
    }

    #[tokio::test]
    async fn passing_messages_are_numbered_but_not_kept() {
        let line = line();
        line.say(ServerMessage::Pong {}, DateTime::default()).await;
        let memory = line.memory.lock().await;
        assert_eq!((memory.seq, memory.kept.len(), memory.lost), (1, 0, 0));
    }

    #[tokio::test]
    async fn an_hour_allows_so_many_commands_and_zero_is_no_limit() {
        let line = line();
        for allowed in [true, true, false, false] {
            assert_eq!(line.count_command(2).await, allowed);
        }
        assert!(line.count_command(0).await);
    }
}
