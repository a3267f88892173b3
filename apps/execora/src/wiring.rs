//! Which implementation runs: decided here and nowhere else.

use crate::app::App;
use crate::config::Config;
use crate::hub::Hub;
use crate::limits::Limits;
use anyhow::{Context, Result};
use execora_identity_biscuit::{Identity, RootKeys};
use execora_migration::Schema;
use execora_resilience::{BoundedRecogniser, BoundedVoice};
use execora_store_seaorm::{Store, StoreConfig};
use execora_system::{SystemClock, SystemIds};
use execora_usecases::UseCases;
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
}

/// Opens the home.
///
/// # Errors
/// When the folder, the root key or the store cannot be opened.
pub async fn open(config: Config) -> Result<House> {
    config.make_home()?;
    let keys = RootKeys::load_or_create(&config.home.join("keys").join("root.key")).context("root key")?;
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
    let path = std::env::var_os("PATH").unwrap_or_default();
    let speech = execora_speech_local::availability::discover(&path, SPEECH_AT_ONCE);
    for missing in &speech.missing {
        tracing::info!("{missing}");
    }
    let app = App {
        limits: Limits::new(&config.limits),
        bodies: Arc::default(),
        usecases: Arc::new(usecases),
        identity: Arc::new(Identity::new(keys)),
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
    Ok(House { store, schema, app })
}

/// Connects to the database of the settings.
///
/// # Errors
/// When it cannot be reached.
pub async fn connect(config: &Config) -> Result<Store> {
    let mut store = StoreConfig::new(config.database_url());
    store.read_connections_max = config.database.connections_max;
    store.write_connections_max = config.database.connections_max;
    Store::connect_with(&store).await.context("database")
}
