//! Who may ask how often, counted in this process.

use crate::config;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The most keys that one limit remembers.
const KEYS_MAX: usize = 50_000;
/// How often a full table is searched for keys that count for nothing any more.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

const HOUR: Duration = Duration::from_secs(3_600);
const MINUTE: Duration = Duration::from_secs(60);

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

/// One limit, by key: the whole quota at once if nothing of it was used, and one more each time its part of the window
/// has passed, so that whoever has used it up goes on soon and not at the end of the hour.
pub struct Limit {
    quota: u32,
    window: Duration,
    table: Mutex<Table>,
}

struct Table {
    /// When all of the quota is free again, by key.
    free_at: HashMap<Box<str>, Instant>,
    swept: Instant,
}

impl Limit {
    /// `quota` requests in a window; 0 is no limit.
    #[must_use]
    pub fn new(quota: u32, window: Duration) -> Self {
        let table = Table {
            free_at: HashMap::new(),
            swept: Instant::now(),
        };
        Self {
            quota,
            window,
            table: Mutex::new(table),
        }
    }

    /// Counts one request, unless none is left; `None` when there is no limit.
    #[must_use]
    pub fn count(&self, key: &str) -> Option<Standing> {
        let step = self.step()?;
        let now = Instant::now();
        let mut table = self.table();
        let free_at = table.free_at.get(key).copied().unwrap_or(now).max(now);
        let standing = self.standing(step, (free_at + step).saturating_duration_since(now));
        if standing.wait_seconds.is_none() {
            table.keep(key, free_at + step, now);
        }
        Some(standing)
    }

    /// Seconds until one more is allowed, when none is left; nothing is counted.
    #[must_use]
    pub fn wait(&self, key: &str) -> Option<u64> {
        let step = self.step()?;
        let now = Instant::now();
        let free_at = self.table().free_at.get(key).copied().unwrap_or(now).max(now);
        self.standing(step, (free_at + step).saturating_duration_since(now))
            .wait_seconds
    }

    /// Takes one back that turned out not to count.
    pub fn forgive(&self, key: &str) {
        let Some(step) = self.step() else { return };
        if let Some(free_at) = self.table().free_at.get_mut(key)
            && let Some(earlier) = free_at.checked_sub(step)
        {
            *free_at = earlier;
        }
    }

    /// The part of the window that one request takes.
    fn step(&self) -> Option<Duration> {
        self.window.checked_div(self.quota)
    }

    fn standing(&self, step: Duration, used: Duration) -> Standing {
        let left = self.window.saturating_sub(used);
        let remaining = left.as_nanos().checked_div(step.as_nanos()).unwrap_or_default();
        Standing {
            limit: self.quota,
            window_seconds: self.window.as_secs(),
            remaining: u32::try_from(remaining).unwrap_or(self.quota),
            wait_seconds: used
                .checked_sub(self.window)
                .filter(|over| !over.is_zero())
                .map(|over| over.as_secs() + 1),
        }
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// A table that is full of keys in use remembers no further ones: it must not grow with the number of those who ask.
    fn keep(&mut self, key: &str, free_at: Instant, now: Instant) {
        if let Some(known) = self.free_at.get_mut(key) {
            *known = free_at;
            return;
        }
        if self.free_at.len() >= KEYS_MAX && now.duration_since(self.swept) >= SWEEP_EVERY {
            self.swept = now;
            self.free_at.retain(|_, free_at| *free_at > now);
        }
        if self.free_at.len() < KEYS_MAX {
            self.free_at.insert(key.into(), free_at);
        }
    }
}

/// Every limit.
pub struct Limits {
    /// Requests by a token of somebody of the shop.
    pub people: Limit,
    /// Requests by a partner's key.
    pub partners: Limit,
    /// Requests of a whole shop.
    pub shop: Limit,
    /// Spoken commands of somebody of the shop.
    pub people_commands: Limit,
    /// Spoken commands by a partner's key.
    pub partner_commands: Limit,
    /// Sign-ins from one address.
    pub logins: Limit,
    /// Requests without a credential from one address, and those whose credential was no good.
    pub anonymous: Limit,
}

/// What a partner may ask an hour unless set otherwise.
const PARTNER_DEFAULT: u32 = 1_000;
/// What a partner may say an hour unless set otherwise.
const PARTNER_COMMANDS_DEFAULT: u32 = 100;

impl Limits {
    /// Limits as set.
    #[must_use]
    pub fn new(config: &config::Limits) -> Self {
        // What is set for partners on purpose holds for everybody: 0 switches the limit off, a small number is meant.
        let people = match config.requests_per_hour {
            PARTNER_DEFAULT => config.signed_in_requests_per_hour,
            set => set,
        };
        let shop = match people {
            0 => 0,
            _ => config.shop_requests_per_hour,
        };
        let people_commands = match config.commands_per_hour {
            PARTNER_COMMANDS_DEFAULT => config.signed_in_commands_per_hour,
            set => set,
        };
        Self {
            people: Limit::new(people, HOUR),
            partners: Limit::new(config.requests_per_hour, HOUR),
            shop: Limit::new(shop, HOUR),
            people_commands: Limit::new(people_commands, HOUR),
            partner_commands: Limit::new(config.commands_per_hour, HOUR),
            logins: Limit::new(config.logins_per_minute, MINUTE),
            anonymous: Limit::new(config.anonymous_requests_per_hour, HOUR),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_counts_by_key_and_says_how_long_to_wait() {
        let limit = Limit::new(2, MINUTE);
        let remaining = |key| limit.count(key).map(|s| (s.remaining, s.wait_seconds));
        assert_eq!(remaining("a"), Some((1, None)));
        assert_eq!(remaining("a"), Some((0, None)));
        // Not the whole window: half a minute after the first, one more is allowed.
        assert!(matches!(remaining("a"), Some((0, Some(29..=31)))));
        assert!(matches!(limit.wait("a"), Some(29..=31)));
        assert_eq!(remaining("b"), Some((1, None)));
        assert_eq!(limit.wait("b"), None);
        assert_eq!(Limit::new(0, MINUTE).count("a"), None);
        assert_eq!(Limit::new(0, MINUTE).wait("a"), None);
    }

    #[test]
    fn what_is_forgiven_was_never_counted() {
        let limit = Limit::new(1, MINUTE);
        for _ in 0..5 {
            assert_eq!(limit.count("a").and_then(|s| s.wait_seconds), None);
            limit.forgive("a");
        }
        limit.forgive("nobody");
    }

    #[test]
    fn a_limit_remembers_so_many_keys_and_no_more() {
        let limit = Limit::new(1, MINUTE);
        for key in 0..KEYS_MAX + 10 {
            assert!(limit.count(&key.to_string()).is_some());
        }
        assert_eq!(limit.table().free_at.len(), KEYS_MAX);
    }
}
