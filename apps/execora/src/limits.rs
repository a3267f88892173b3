//! Who may ask how often, counted in this process.

use crate::config;
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::time::Duration;

type Keyed = RateLimiter<String, DefaultKeyedStateStore<String>, DefaultClock, StateInformationMiddleware>;

/// Keys beyond which the table of a limiter is swept before it grows further.
const KEYS_MAX: usize = 50_000;

/// How a request stands with its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Standing {
    pub limit: u32,
    pub window_seconds: u64,
    pub remaining: u32,
    /// Seconds until one more is allowed, when none is left.
    pub wait_seconds: Option<u64>,
}

/// One limit, by key.
pub struct Limit {
    limiter: Option<Keyed>,
    quota: u32,
    window: Duration,
}

impl Limit {
    /// `quota` requests in a window; 0 is no limit.
    #[must_use]
    pub fn new(quota: u32, window: Duration) -> Self {
        let limiter = NonZeroU32::new(quota).and_then(|burst| {
            let one = window.checked_div(quota)?;
            let quota = Quota::with_period(one)?.allow_burst(burst);
            Some(RateLimiter::keyed(quota).with_middleware::<StateInformationMiddleware>())
        });
        Self {
            limiter,
            quota,
            window,
        }
    }

    /// Counts one request; `None` when there is no limit.
    #[must_use]
    pub fn count(&self, key: &str) -> Option<Standing> {
        let limiter = self.limiter.as_ref()?;
        if limiter.len() > KEYS_MAX {
            limiter.retain_recent();
        }
        let standing = |remaining, wait_seconds| Standing {
            limit: self.quota,
            window_seconds: self.window.as_secs(),
            remaining,
            wait_seconds,
        };
        Some(match limiter.check_key(&key.to_owned()) {
            Ok(state) => standing(state.remaining_burst_capacity(), None),
            Err(not_yet) => {
                let wait = not_yet.wait_time_from(limiter.clock().now());
                standing(0, Some(wait.as_secs() + 1))
            }
        })
    }
}

/// Every limit.
pub struct Limits {
    /// Requests of one credential.
    pub requests: Limit,
    /// Sign-ins from one address.
    pub logins: Limit,
    /// Requests without a credential from one address.
    pub anonymous: Limit,
}

/// What a partner may ask an hour unless set otherwise.
const PARTNER_DEFAULT: u32 = 1_000;

impl Limits {
    /// Limits as set.
    #[must_use]
    pub fn new(config: &config::Limits) -> Self {
        let hour = Duration::from_secs(3_600);
        // Only people of the shop have credentials so far; what is set on purpose holds for them too.
        let requests = match config.requests_per_hour {
            PARTNER_DEFAULT => config.signed_in_requests_per_hour,
            set => set,
        };
        Self {
            requests: Limit::new(requests, hour),
            logins: Limit::new(config.logins_per_minute, Duration::from_secs(60)),
            anonymous: Limit::new(6_000, hour),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_counts_by_key_and_says_how_long_to_wait() {
        let limit = Limit::new(2, Duration::from_secs(60));
        let remaining = |key| limit.count(key).map(|s| (s.remaining, s.wait_seconds.is_some()));
        assert_eq!(remaining("a"), Some((1, false)));
        assert_eq!(remaining("a"), Some((0, false)));
        assert_eq!(remaining("a"), Some((0, true)));
        assert_eq!(remaining("b"), Some((1, false)));
        assert_eq!(Limit::new(0, Duration::from_secs(60)).count("a"), None);
    }
}
