//! Which implementation runs: decided here and nowhere else.

use crate::app::App;
use crate::config::Config;
use crate::credential_watch::CredentialWatch;
use crate::hub::Hub;
use crate::limits::Limits;
use crate::private;
use crate::root_keys::KeySource;
use anyhow::{Context, Result};
use execora_identity_biscuit::Identity;
use execora_migration::Schema;
use execora_resilience::{BoundedRecogniser, BoundedVoice};
use execora_store_seaorm::{Store, StoreConfig};
use execora_system::{SystemClock, SystemIds};
use execora_usecases::UseCases;
use std::path::Path;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// How many programs for speech run at once.
const SPEECH_AT_ONCE: usize = 2;

/// An open home: the store and everything over it.
pub struct House {
    /// The store, to be closed last.
    pub store: Store,
    /// Where its schema stands.
    pub schema: Schema,
    /// The application.
    pub app: App,
    /// How far the news of tokens was read.
    pub watch: CredentialWatch,
}

/// Opens the home.
///
/// # Errors
/// When the folder, the root key or the store cannot be opened.
pub async fn open(config: Config) -> Result<House> {
    config.make_home()?;
    let keys = KeySource::new(&config)?;
    let identity = Identity::new(keys.load_or_create()?);
    make_sqlite_file(&config)?;
    let schema = Schema::connect(&config.database_url()).await?;
    if !config.production() {
        // In production the schema is changed by `execora migrate up` alone, before the new program starts.
        schema.up().await?;
    }
    let store = connect(&config).await?;
    let hub = Arc::new(Hub::new());
    let usecases = UseCases::new(
        Arc::new(store.clone()),
        store.queries(),
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        Arc::clone(&hub) as _,
    );
    let mut watch = CredentialWatch::new(keys);
    if let Err(error) = watch.read_on(usecases.token_news(), &identity).await {
        // A database that has not got the schema yet: nobody gets in before the list can be read.
        tracing::error!("{error:#}");
        identity.revocations().set_unknown(true);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let speech = execora_speech_local::availability::discover(&path, SPEECH_AT_ONCE);
    for missing in &speech.missing {
        tracing::info!("{missing}");
    }
    let app = App {
        limits: Limits::new(&config.limits),
        bodies: Arc::default(),
        usecases: Arc::new(usecases),
        identity: Arc::new(identity),
        hub,
        speech_to_text: speech
            .speech_to_text
            .map(|recogniser| Arc::new(BoundedRecogniser::new(recogniser)) as _),
        text_to_speech: speech
            .text_to_speech
            .map(|voice| Arc::new(BoundedVoice::new(voice)) as _),
        draining: CancellationToken::new(),
        config,
    };
    Ok(House {
        store,
        schema,
        app,
        watch,
    })
}

/// Connects to the database of the settings.
///
/// # Errors
/// When it cannot be reached.
pub async fn connect(config: &Config) -> Result<Store> {
    make_sqlite_file(config)?;
    let mut store = StoreConfig::new(config.database_url());
    store.read_connections_max = config.database.connections_max;
    store.write_connections_max = config.database.connections_max;
    Store::connect_with(&store).await.context("database")
}

/// Makes the file of a SQLite database for its owner alone; SQLite gives what it puts beside it the same rights.
///
/// # Errors
/// When it cannot be made.
pub fn make_sqlite_file(config: &Config) -> Result<()> {
    sqlite_file(&config.database_url()).map_or(Ok(()), private::make_file)
}

/// The file of a SQLite database.
fn sqlite_file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    (!path.is_empty() && !path.contains('%') && path != ":memory:").then(|| Path::new(path))
}
