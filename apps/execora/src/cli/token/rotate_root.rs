//! `execora token rotate-root`: a new root key signs, the one before is believed until the next time, on every node.

use super::super::{Home, print, tell};
use crate::app::App;
use crate::root_keys::KeySource;
use crate::wiring;
use anyhow::Result;
use execora_identity_biscuit::RootKeys;
use execora_usecases::PublishKeys;
use execora_usecases::credential::PublishedKey;
use std::process::ExitCode;

/// Ids from here on are made of keys and not counted.
const COUNTED_KID_MAX: u32 = 1 << 31;

pub(super) async fn run(home: &Home) -> Result<ExitCode> {
    let config = home.config()?;
    let source = KeySource::new(&config)?;
    let house = wiring::open(config).await?;
    let rotated = rotate(&house.app, &source).await;
    house.store.close().await?;
    let keys = rotated?;
    for key in keys.public_keys() {
        let state = if key.current { "current" } else { "previous" };
        print(format_args!("{} {state} {}", key.kid, key.public_key))?;
    }
    tell(
        "running servers sign with the new key within a second; tokens of the previous one go on until the next rotation",
    );
    Ok(ExitCode::SUCCESS)
}

async fn rotate(app: &App, source: &KeySource) -> Result<RootKeys> {
    let path = source.writable()?;
    let before = RootKeys::load(path)?;
    let published = app.usecases.token_news().published_keys().await?;
    let counted = published
        .iter()
        .map(|key| key.kid)
        .filter(|kid| *kid < COUNTED_KID_MAX);
    let highest = counted.max().unwrap_or_default();
    let known: Vec<PublishedKey> = before
        .public_keys()
        .into_iter()
        .map(|key| PublishedKey {
            kid: key.kid,
            public_key: key.public_key,
            dropped: false,
        })
        .chain(published)
        .collect();
    let next = before.next(highest)?;
    let news = PublishKeys {
        keys: news(&next, known),
    };
    // Every node believes the new key before anything is signed with it; the second time tells them that the file is there.
    news.clone().run(&app.usecases).await?;
    let next = next.write(path)?;
    news.run(&app.usecases).await?;
    Ok(next)
}

/// The keys that are believed from now on, and those that are dropped.
fn news(next: &RootKeys, known: Vec<PublishedKey>) -> Vec<PublishedKey> {
    let mut news: Vec<PublishedKey> = next
        .public_keys()
        .into_iter()
        .map(|key| PublishedKey {
            kid: key.kid,
            public_key: key.public_key,
            dropped: false,
        })
        .collect();
    for key in known {
        if news.iter().all(|other| other.public_key != key.public_key) {
            news.push(PublishedKey { dropped: true, ..key });
        }
    }
    news
}
