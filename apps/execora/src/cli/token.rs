//! `execora token mint|inspect|link|revoke|rotate-root`.

mod revoke;
mod rotate_root;

use super::{Home, print, tell};
use crate::app::App;
use crate::root_keys::KeySource;
use crate::web::auth::LINK_LIFE;
use crate::wiring;
use anyhow::{Context, Result, anyhow, bail};
use chrono::TimeDelta;
use clap::Subcommand;
use execora_identity_biscuit::{Grant, TokenView, hash_code, random_code};
use execora_kernel::right::Role;
use execora_kernel::{CredentialId, Email, Rights, TenantId};
use execora_usecases::credential::CodeKind;
use execora_usecases::shop::User;
use execora_usecases::{IssueCode, UseCases};
use std::io::Read;
use std::process::ExitCode;

/// The longest token that is read from stdin.
const TOKEN_BYTES_MAX: u64 = 64 * 1024;

#[derive(Subcommand)]
pub(super) enum Token {
    /// Print a token: by default the owner's of the only shop, with all rights, for an hour
    Mint {
        #[command(flatten)]
        home: Home,
        /// Rights such as customers:read,payments:create or customers:*
        #[arg(long)]
        rights: Option<String>,
        /// owner, admin, manager, staff or viewer, instead of rights
        #[arg(long, conflicts_with = "rights")]
        role: Option<String>,
        /// Whose token, by e-mail
        #[arg(long)]
        user: Option<String>,
        /// How long it works: 90s, 15m, 1h, 30d; at most as long as identity.key_days_max allows
        #[arg(long, default_value = "1h")]
        expires: String,
        /// Which shop
        #[arg(long)]
        tenant: Option<String>,
    },
    /// Say what a token allows; status 1 when it is not valid
    Inspect {
        #[command(flatten)]
        home: Home,
        /// The token; `-` or nothing reads it from stdin
        token: Option<String>,
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Stop a token, with all that was narrowed from it, before its time
    Revoke {
        #[command(flatten)]
        home: Home,
        /// The token, one of the revocation ids that `inspect` shows, or the id of a sign-in; `-` or nothing reads it from stdin
        token: Option<String>,
    },
    /// Make a new root key; tokens of the one before go on until the next time
    RotateRoot(Home),
    /// Print a new sign-in link for the owner
    Link {
        #[command(flatten)]
        home: Home,
        /// Which shop
        #[arg(long)]
        tenant: Option<String>,
        /// Host and port that the link leads to [default: as set in `listen`]
        #[arg(long)]
        listen: Option<String>,
    },
}

impl Token {
    pub(super) async fn run(self) -> Result<ExitCode> {
        match self {
            Self::Mint {
                home,
                rights,
                role,
                user,
                expires,
                tenant,
            } => {
                let wanted = rights
                    .map(|r| Rights::parse(&r))
                    .transpose()
                    .context("--rights")?;
                let role: Option<Role> = role.map(|r| r.parse()).transpose().context("--role")?;
                let config = home.config()?;
                let life = life(&expires, config.identity.key_days_max)?;
                let house = wiring::open(config).await?;
                let token = mint(&house.app, wanted, role, user.as_deref(), life, tenant.as_deref()).await;
                house.store.close().await?;
                print(token?)?;
                Ok(ExitCode::SUCCESS)
            }
            Self::Inspect { home, token, json } => inspect(&home, token, json).await,
            Self::Revoke { home, token } => revoke::run(&home, token).await,
            Self::RotateRoot(home) => rotate_root::run(&home).await,
            Self::Link { home, tenant, listen } => {
                let house = wiring::open(home.config()?).await?;
                let app = &house.app;
                let host = listen.unwrap_or_else(|| app.config.listen.clone());
                let link = link(&app.usecases, tenant.as_deref(), &host).await;
                house.store.close().await?;
                print(link?)?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

/// A length of time such as `90s`, `15m`, `1h`, `30d`, `2w` or `1y`, within the bound of the settings.
fn life(text: &str, days_max: u16) -> Result<TimeDelta> {
    let refused = || anyhow!("--expires must be a number with s, m, h, d, w or y, such as 1h");
    let (number, unit) = text
        .split_at_checked(text.len().saturating_sub(1))
        .ok_or_else(refused)?;
    let seconds: i64 = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 7 * 86_400,
        "y" => 365 * 86_400,
        _ => return Err(refused()),
    };
    let number: i64 = number.parse().map_err(|_| refused())?;
    if number <= 0 {
        return Err(refused());
    }
    let life = number.checked_mul(seconds).and_then(TimeDelta::try_seconds);
    life.filter(|life| *life <= TimeDelta::days(days_max.into()))
        .ok_or_else(|| {
            anyhow!("--expires {text} is longer than the {days_max} days that identity.key_days_max allows")
        })
}

/// The shop that was named, or the only one.
async fn shop(usecases: &UseCases, tenant: Option<&str>) -> Result<TenantId> {
    if let Some(text) = tenant {
        let id: TenantId = text.parse().context("--tenant")?;
        return Ok(usecases.shop(id).await?.context("there is no such shop")?.tenant);
    }
    match usecases.first_shops(2).await?.as_slice() {
        [] => bail!("there is no shop yet: make one with `execora tenant create` or `execora serve --demo`"),
        [only] => Ok(only.tenant),
        _ => bail!("there are several shops: name one with --tenant"),
    }
}

async fn user(usecases: &UseCases, tenant: TenantId, email: Option<&str>) -> Result<User> {
    let users = usecases.people(tenant).await?;
    let wanted = email.map(Email::parse).transpose().context("--user")?;
    users
        .into_iter()
        .find(|u| wanted.as_ref().is_none_or(|w| *w == u.email))
        .context("there is no such user in this shop")
}

async fn mint(
    app: &App,
    rights: Option<Rights>,
    role: Option<Role>,
    email: Option<&str>,
    life: TimeDelta,
    tenant: Option<&str>,
) -> Result<String> {
    let tenant = shop(&app.usecases, tenant).await?;
    let user = user(&app.usecases, tenant, email).await?;
    let own: Role = user.role.parse().context("the user's role")?;
    let rights = rights.unwrap_or_else(|| role.unwrap_or(own).rights());
    if rights.iter().any(|r| !own.rights().has(r)) {
        bail!("a token cannot allow more than its user may");
    }
    let grant = Grant {
        tenant,
        user: user.id,
        credential: CredentialId(user.id.to_string()),
        sign_in: None,
        rights,
        expires_at: app.usecases.clock.now() + life,
    };
    Ok(app.identity.mint(&grant)?)
}

/// The token that was given, or what stdin holds.
fn given(token: Option<String>) -> Result<String> {
    let text = match token {
        Some(token) if token != "-" => token,
        _ => {
            let mut text = String::new();
            std::io::stdin()
                .lock()
                .take(TOKEN_BYTES_MAX)
                .read_to_string(&mut text)
                .context("stdin")?;
            text
        }
    };
    Ok(text.trim().to_owned())
}

async fn inspect(home: &Home, token: Option<String>, json: bool) -> Result<ExitCode> {
    let token = given(token)?;
    let config = home.config()?;
    // A home without keys has made no token, and is not made by asking.
    KeySource::new(&config)?.load()?;
    let house = wiring::open(config).await?;
    let verified = house.app.identity.verify(&token, house.app.usecases.clock.now());
    house.store.close().await?;
    match verified {
        Ok(token) => {
            let view = TokenView::from(token.as_ref());
            if json {
                print(serde_json::to_string(&view)?)?;
            } else {
                print(serde_json::to_string_pretty(&view)?)?;
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(refused) => {
            tell(format_args!("not valid: {refused}"));
            Ok(ExitCode::from(1))
        }
    }
}

/// Makes a link that signs the owner of a shop in, once, within 15 minutes. The code stands in the fragment, which browsers
/// do not send and servers do not log.
pub(super) async fn link(usecases: &UseCases, tenant: Option<&str>, host: &str) -> Result<String> {
    let tenant = shop(usecases, tenant).await?;
    let owner = user(usecases, tenant, None).await?;
    let code = random_code()?;
    let verb = IssueCode {
        hash: hash_code(&code).to_vec(),
        kind: CodeKind::SignIn,
        tenant,
        user: owner.id,
        sealed: None,
        life: LINK_LIFE,
    };
    verb.run(usecases).await?;
    let host = match host.parse() {
        Ok(address) => super::serve::reachable(address).to_string(),
        Err(_) => host.to_owned(),
    };
    Ok(format!("http://{host}/#sign_in={code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_is_a_number_and_a_unit_within_the_bound() {
        for (text, seconds) in [
            ("90s", 90),
            ("15m", 900),
            ("1h", 3_600),
            ("90d", 7_776_000),
            ("2160h", 7_776_000),
            ("2w", 1_209_600),
        ] {
            assert_eq!(life(text, 90).ok(), TimeDelta::try_seconds(seconds), "{text}");
        }
        for text in ["10y", "91d", "2161h", "7776001s", "99999999999999999d", "1y"] {
            let refused = life(text, 90).map_err(|e| e.to_string());
            assert!(refused.is_err_and(|e| e.contains("90 days")), "{text}");
        }
        for text in ["", "h", "0h", "-1h", "1", "1.5h", "1 h", "ten d", "1é"] {
            let refused = life(text, 90).map_err(|e| e.to_string());
            assert!(refused.is_err_and(|e| e.contains("such as 1h")), "{text}");
        }
    }
}
