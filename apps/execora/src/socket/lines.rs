//! The lines of this process: those that somebody is on, and those that a client may come back to.

use super::line::{Line, Link};
use execora_kernel::{SessionId, TenantId, UserId};
use execora_usecases::session::Session;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The most lines that are kept; beyond it those go first that nobody is on.
const LINES_MAX: usize = 10_000;

static LINES: LazyLock<Mutex<HashMap<SessionId, Arc<Line>>>> = LazyLock::new(Mutex::default);

/// A line for a new conversation.
pub(super) fn begin(session: &Session, user: UserId, link: Link) -> Arc<Line> {
    keep(Line::new(session.id, session.tenant, user, Some(link), 0))
}

/// A line for an earlier conversation of which this process remembers nothing; its numbers go on after `last_seq`.
pub(super) fn begin_again(session: &Session, last_seq: u64) -> Arc<Line> {
    keep(Line::new(
        session.id,
        session.tenant,
        session.user,
        None,
        last_seq,
    ))
}

fn keep(line: Line) -> Arc<Line> {
    let line = Arc::new(line);
    let mut lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    if lines.len() >= LINES_MAX {
        lines.retain(|_, line| !line.is_stale());
    }
    if lines.len() >= LINES_MAX {
        lines.retain(|_, line| !line.is_alone());
    }
    lines.insert(line.session, Arc::clone(&line));
    line
}

/// The line of an earlier conversation of the same person in the same shop.
pub(super) fn find(session: SessionId, tenant: TenantId, user: UserId) -> Option<Arc<Line>> {
    let lines = LINES.lock().unwrap_or_else(PoisonError::into_inner);
    lines
        .get(&session)
        .filter(|line| line.tenant == tenant && line.user == user)
        .cloned()
}

/// Nobody will come back to this line.
pub(super) fn forget(session: SessionId) {
    LINES
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .remove(&session);
}
