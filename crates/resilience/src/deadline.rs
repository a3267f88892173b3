//! Waiting no longer than is allowed.

use execora_kernel::GatewayError;
use std::future::Future;
use std::time::Duration;

/// What comes within `wait`, else [`GatewayError::Timeout`]; the work is dropped then.
pub(crate) async fn within<T>(
    wait: Duration,
    work: impl Future<Output = Result<T, GatewayError>>,
) -> Result<T, GatewayError> {
    tokio::time::timeout(wait, work)
        .await
        .unwrap_or(Err(GatewayError::Timeout))
}
