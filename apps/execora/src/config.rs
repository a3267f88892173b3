//! Settings, read once: flags over environment over `execora.toml` over `config.default.toml`.

mod reading;
mod secret;

pub use secret::Secret;

use crate::private;
use anyhow::{Context, Result, bail};
use chrono::TimeDelta;
use execora_usecases::clean_up::Retention as Kept;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use validator::Validate;

/// Every setting with its default, as shipped.
pub const DEFAULTS: &str = include_str!("../config.default.toml");

/// Settings in force.
#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Config {
    pub home: PathBuf,
    pub listen: String,
    pub env: Environment,
    pub log: String,
    #[validate(nested)]
    pub database: Database,
    #[validate(nested)]
    pub identity: Identity,
    #[validate(nested)]
    pub limits: Limits,
    pub cors: Cors,
    #[validate(nested)]
    pub http: Http,
    #[validate(nested)]
    pub retention: Retention,
    /// What stood in the place of values.
    #[serde(skip)]
    references: reading::References,
}

/// Where the process runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Environment {
    Development,
    Production,
}

#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Database {
    pub url: Secret,
    #[validate(range(min = 1, max = 1_000))]
    pub connections_max: u32,
}

/// The longest life of a token that comes of a sign-in, in hours: its revocation is kept as long as its refresh token would live.
const ACCESS_HOURS_MAX: u16 = 720;

#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Identity {
    pub root_keys: Vec<String>,
    #[validate(range(min = 1, max = 3_650))]
    pub key_days_max: u16,
    #[validate(range(min = 1, max = ACCESS_HOURS_MAX))]
    pub access_hours: u16,
    #[validate(range(max = 300))]
    pub refresh_grace_seconds: u16,
}

impl Identity {
    /// How long the access token of a signed-in person works.
    #[must_use]
    pub fn access_life(&self) -> TimeDelta {
        TimeDelta::hours(self.access_hours.into())
    }

    /// How long a refresh token that was just used gives the same next one again.
    #[must_use]
    pub fn refresh_grace(&self) -> TimeDelta {
        TimeDelta::seconds(self.refresh_grace_seconds.into())
    }

    /// The longest life of a token that is minted.
    #[must_use]
    pub fn key_life_max(&self) -> TimeDelta {
        TimeDelta::days(self.key_days_max.into())
    }
}

#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Limits {
    pub requests_per_hour: u32,
    pub signed_in_requests_per_hour: u32,
    pub shop_requests_per_hour: u32,
    pub anonymous_requests_per_hour: u32,
    pub logins_per_minute: u32,
    pub commands_per_hour: u32,
    pub signed_in_commands_per_hour: u32,
    #[validate(range(min = 1, max = 1_000_000))]
    pub sockets: usize,
}

#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Retention {
    #[validate(range(min = 1, max = 36_500))]
    pub turns_days: u16,
    #[validate(range(min = 1, max = 36_500))]
    pub sessions_days: u16,
    #[validate(range(min = 1, max = 72))]
    pub requests_hours: u16,
}

impl Retention {
    /// The same, as the clean-up needs it.
    #[must_use]
    pub fn kept(&self) -> Kept {
        Kept {
            turns: TimeDelta::days(self.turns_days.into()),
            sessions: TimeDelta::days(self.sessions_days.into()),
            requests: TimeDelta::hours(self.requests_hours.into()),
        }
    }
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Cors {
    pub origins: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize, Validate)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "config.default.toml documents every one")]
pub struct Http {
    #[validate(range(max = 1_024))]
    pub workers: usize,
    pub trusted_proxies: Vec<String>,
    #[validate(range(min = 1, max = 3_600))]
    pub shutdown_seconds: u64,
}

/// What flags say.
#[derive(Debug, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Flags {
    pub home: Option<PathBuf>,
    pub listen: Option<String>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// When a file or variable does not say what it should; the error names it, never its value.
    pub fn load(flags: &Flags) -> Result<Self> {
        let config = reading::read(flags)?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<()> {
        self.validate().context("settings out of range")?;
        if self.production() {
            if self.cors.origins.iter().any(|o| o == "*") {
                bail!("cors.origins: `*` is refused in production");
            }
            if self.http.trusted_proxies.is_empty() {
                bail!("in production the server needs `http.trusted_proxies`: it has no TLS of its own");
            }
        }
        for proxy in &self.http.trusted_proxies {
            proxy
                .parse::<std::net::IpAddr>()
                .context("http.trusted_proxies holds something that is no address")?;
        }
        Ok(())
    }

    /// Whether this is production.
    #[must_use]
    pub fn production(&self) -> bool {
        self.env == Environment::Production
    }

    /// The database: as set, else a file in the home.
    #[must_use]
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!("sqlite://{}?mode=rwc", self.home.join("execora.db").display())
        } else {
            self.database.url.expose().to_owned()
        }
    }

    /// A file in the home.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.home.join(name)
    }

    /// Makes the home when it is not there, closed to others.
    ///
    /// # Errors
    /// When it cannot be made, or others can reach something in it.
    pub fn make_home(&self) -> Result<()> {
        private::make_home(&self.home)
    }

    /// The settings for people to read: secrets masked, and references as they were written, not what they lead to.
    ///
    /// # Errors
    /// When they cannot be written down.
    pub fn shown(&self) -> Result<serde_json::Value> {
        let mut shown = serde_json::to_value(self)?;
        for (pointer, reference) in &self.references {
            if let Some(value) = shown.pointer_mut(pointer) {
                *value = serde_json::Value::from(reference.as_str());
            }
        }
        Ok(shown)
    }
}
