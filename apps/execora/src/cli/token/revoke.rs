//! `execora token revoke`: a token, a block or a sign-in stops before its time, on every node.

use super::super::{Home, print, tell};
use super::given;
use crate::app::App;
use crate::wiring;
use anyhow::{Result, bail};
use chrono::TimeDelta;
use execora_identity_biscuit::TokenRefused;
use execora_kernel::SignInId;
use execora_usecases::SignOut;
use execora_usecases::credential::Revocation;
use std::process::ExitCode;

/// How long the revocation of a block is kept whose expiry is not known: no token was ever made for longer.
const LIFE_UNKNOWN: TimeDelta = TimeDelta::days(3_650);
/// How long a revocation id is, in hex digits.
const ID_DIGITS: usize = 128;

pub(super) async fn run(home: &Home, token: Option<String>) -> Result<ExitCode> {
    let text = given(token)?;
    let house = wiring::open(home.config()?).await?;
    let revoked = revoke(&house.app, &text).await;
    house.store.close().await?;
    for revocation in revoked? {
        print(revocation.name)?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn revoke(app: &App, text: &str) -> Result<Vec<Revocation>> {
    let Some(sign_out) = named(app, text)? else {
        tell("it was revoked before");
        return Ok(Vec::new());
    };
    Ok(sign_out.run(&app.usecases).await?)
}

/// What is to stop; nothing when it has stopped.
fn named(app: &App, text: &str) -> Result<Option<SignOut>> {
    let now = app.usecases.clock.now();
    let one = |name: String, expires_at| SignOut {
        token: Some(Revocation { name, expires_at }),
        ..SignOut::default()
    };
    if let Ok(sign_in) = text.parse::<SignInId>() {
        let sign_out = SignOut {
            sign_in: Some(sign_in),
            ..SignOut::default()
        };
        return Ok(Some(sign_out));
    }
    if text.len() == ID_DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Ok(Some(one(text.to_ascii_lowercase(), now + LIFE_UNKNOWN)));
    }
    match app.identity.recognise(text, now) {
        Ok(token) => match token.own_revocation_id() {
            Some(name) => Ok(Some(one(name.to_owned(), token.expires_at.max(now)))),
            None => bail!("the token has no revocation id"),
        },
        Err(TokenRefused::Revoked) => Ok(None),
        Err(refused) => bail!("neither a token of this installation ({refused}) nor an id to revoke"),
    }
}
