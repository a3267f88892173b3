//! Work that nobody asked for: clean-up, in rounds of small steps, by `serve` and by `worker`.

use execora_usecases::UseCases;
use execora_usecases::clean_up::{CleanUp, Retention, STEP_ROWS};
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long it rests between two rounds.
const ROUND_EVERY: Duration = Duration::from_secs(30);
/// How long it rests between two steps, so that whoever asks for something comes first.
const STEP_EVERY: Duration = Duration::from_millis(50);

/// Works until it is told to stop. Several that work on one database take different rows.
pub async fn run(usecases: Arc<UseCases>, retention: Retention, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = round(&usecases, retention) => {}
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(ROUND_EVERY) => {}
        }
    }
}

async fn round(usecases: &UseCases, retention: Retention) {
    for (kept, before) in retention.due(usecases.clock.now()) {
        loop {
            match (CleanUp { kept, before }).run(usecases).await {
                Ok(removed) => {
                    if removed > 0 {
                        tracing::info!(?kept, removed, "cleaned up");
                    }
                    if removed < u64::from(STEP_ROWS) {
                        break;
                    }
                }
                Err(error) => {
                    tracing::warn!(?kept, %error, "could not clean up; the next round tries again");
                    break;
                }
            }
            tokio::time::sleep(STEP_EVERY).await;
        }
        tokio::time::sleep(STEP_EVERY).await;
    }
}
