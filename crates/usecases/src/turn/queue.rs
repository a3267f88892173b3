//! One conversation is one queue: its turns are taken one after the other, in the order in which they came.

use crate::turn::refused::TurnRefused;
use execora_kernel::SessionId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex as ShortMutex, PoisonError, Weak};
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;

/// How long a turn waits for those before it; who waits longer is refused, and nothing of it is done.
pub const QUEUE_WAIT_MAX: Duration = Duration::from_secs(10);
/// How many queues are kept before those are looked for that nobody stands in.
const QUEUES_SWEPT_AT: usize = 1_024;

type Queue = Mutex<()>;

/// The queues of this process. Other processes are kept apart by the lock on the session's row.
#[derive(Debug, Default)]
pub(crate) struct Queues(ShortMutex<HashMap<SessionId, Weak<Queue>>>);

impl Queues {
    /// Waits for the turn of whoever came now.
    pub(crate) async fn turn(&self, session: SessionId) -> Result<OwnedMutexGuard<()>, TurnRefused> {
        self.turn_within(session, QUEUE_WAIT_MAX).await
    }

    async fn turn_within(
        &self,
        session: SessionId,
        wait: Duration,
    ) -> Result<OwnedMutexGuard<()>, TurnRefused> {
        let queue = self.of(session);
        // The lock is fair: who waited longest is next.
        timeout(wait, queue.lock_owned())
            .await
            .map_err(|_| TurnRefused::Busy)
    }

    fn of(&self, session: SessionId) -> Arc<Queue> {
        let mut queues = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if queues.len() >= QUEUES_SWEPT_AT {
            queues.retain(|_, queue| queue.strong_count() > 0);
        }
        if let Some(queue) = queues.get(&session).and_then(Weak::upgrade) {
            return queue;
        }
        let queue = Arc::new(Queue::default());
        queues.insert(session, Arc::downgrade(&queue));
        queue
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[tokio::test]
    async fn who_waits_too_long_is_refused_and_others_are_not_held_up() {
        let queues = Queues::default();
        let [one, other] = [1, 2].map(|n| SessionId::new(Uuid::from_u128(n)));
        let first = queues.turn(one).await;
        let late = queues.turn_within(one, Duration::from_millis(20)).await;
        assert!(matches!(late, Err(TurnRefused::Busy)));
        assert!(queues.turn(other).await.is_ok());
        drop(first);
        assert!(queues.turn(one).await.is_ok());
    }
}
