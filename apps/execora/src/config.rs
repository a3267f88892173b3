//! Settings, read once: flags over environment over `execora.toml` over `config.default.toml`.

use anyhow::{Context, Result, bail};
use figment::{
    Figment,
    providers::{Env, Format, Toml},
};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
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
    pub limits: Limits,
    pub cors: Cors,
    #[validate(nested)]
    pub http: Http,
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
    pub url: String,
    #[validate(range(min = 1, max = 1_000))]
    pub connections_max: u32,
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
        let mut figment = Figment::new()
            .merge(Toml::string(DEFAULTS))
            .merge(Toml::file("execora.toml"))
            .merge(Env::prefixed("EXECORA_").split("__").filter(|key| {
                // Names that belong to tests and to commands, not to the server.
                !matches!(
                    key.as_str().to_ascii_lowercase().as_str(),
                    "token" | "install" | "write"
                ) && !key.as_str().to_ascii_lowercase().starts_with("test_")
            }));
        if let Some(home) = &flags.home {
            figment = figment.merge(("home", home));
        }
        if let Some(listen) = &flags.listen {
            figment = figment.merge(("listen", listen));
        }
        let config: Self = figment.extract().context("settings")?;
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
            self.database.url.clone()
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
    /// When it cannot be made.
    pub fn make_home(&self) -> Result<()> {
        make_private(&self.home)
    }

    /// The settings for people to read: secrets masked.
    ///
    /// # Errors
    /// When they cannot be written down.
    pub fn shown(&self) -> Result<serde_json::Value> {
        let mut shown = serde_json::to_value(self)?;
        if let Some(url) = shown.pointer_mut("/database/url")
            && url.as_str().is_some_and(|u| u.contains('@'))
        {
            *url = serde_json::Value::from("••••");
        }
        Ok(shown)
    }
}

fn make_private(path: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    if path.is_dir() {
        return Ok(());
    }
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .with_context(|| format!("cannot make the folder {}", path.display()))
}
