//! The contract of [`Listener`].

use execora_kernel::TenantId;
use execora_usecases::{Announcement, Listener};
use std::time::{Duration, Instant};

/// News that come while nobody reads them.
const NEWS: u32 = 10_000;
/// What that many may take all together: a listener that waits for anybody takes longer.
const TIME_MAX: Duration = Duration::from_secs(5);

/// However many news come and whoever reads them not, whoever commits is not kept waiting.
pub fn it_does_not_block(listener: &dyn Listener, tenant: TenantId, news: &Announcement) {
    let began = Instant::now();
    for _ in 0..NEWS {
        listener.committed(tenant, news);
    }
    assert!(began.elapsed() < TIME_MAX, "{:?}", began.elapsed());
}
