//! What every gateway must keep: one function for each MUST of its port that can be seen from outside, named after the sentence.
//!
//! What cannot be seen from outside (that words are not logged, that instructions and data are sent apart) is left to the tests of
//! each adapter against its provider's simulator.

pub mod listener;
pub mod model;
pub mod recogniser;
pub mod voice;

use std::future::Future;
use std::time::Duration;

/// No gateway may take longer than this for anything, whatever it is asked.
pub const WAIT_MAX: Duration = Duration::from_secs(60);

async fn in_time<T>(work: impl Future<Output = T>) -> T {
    tokio::time::timeout(WAIT_MAX, work)
        .await
        .expect("a gateway bounds its time")
}
