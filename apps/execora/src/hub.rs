//! News of a shop for its open sockets.

use execora_kernel::TenantId;
use execora_usecases::{Announcement, Listener};
use tokio::sync::broadcast;

/// News that a slow socket may lag behind before it must look for itself.
const NEWS_MAX: usize = 256;

/// Passes on what was committed.
#[derive(Debug)]
pub struct Hub {
    news: broadcast::Sender<(TenantId, Announcement)>,
}

impl Hub {
    /// A hub without listeners.
    #[must_use]
    pub fn new() -> Self {
        Self {
            news: broadcast::channel(NEWS_MAX).0,
        }
    }

    /// News from now on, of every shop: take only those of your own.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<(TenantId, Announcement)> {
        self.news.subscribe()
    }
}

impl Default for Hub {
    fn default() -> Self {
        Self::new()
    }
}

impl Listener for Hub {
    fn committed(&self, tenant: TenantId, announcement: &Announcement) {
        // Nobody listening is no error.
        let _ = self.news.send((tenant, announcement.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use execora_testkit::contract::gateways::listener;
    use execora_usecases::DraftsReason;

    #[test]
    fn nobody_who_commits_waits_for_a_socket() {
        let hub = Hub::new();
        let _slow = hub.listen();
        let news = Announcement::Drafts(DraftsReason::Changed);
        listener::it_does_not_block(&hub, TenantId::new(uuid::Uuid::nil()), &news);
    }
}
