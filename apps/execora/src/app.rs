//! What every door shares.

use crate::config::Config;
use crate::hub::Hub;
use crate::limits::Limits;
use crate::web::body::BodyRoom;
use execora_identity_biscuit::Identity;
use execora_usecases::UseCases;
use execora_voice_intent::ports::{SpeechToText, TextToSpeech};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;

/// The running application.
pub struct App {
    /// Settings.
    pub config: Config,
    /// Everything a shop can do.
    pub usecases: Arc<UseCases>,
    /// Tokens.
    pub identity: Arc<Identity>,
    /// News for open sockets.
    pub hub: Arc<Hub>,
    /// Who may ask how often.
    pub limits: Limits,
    /// Room for large request bodies.
    pub bodies: Arc<BodyRoom>,
    /// The recogniser on this machine, when there is one.
    pub speech_to_text: Option<Arc<dyn SpeechToText>>,
    /// The voice on this machine, when there is one.
    pub text_to_speech: Option<Arc<dyn TextToSpeech>>,
    /// Cancelled when the server stops taking work.
    pub draining: CancellationToken,
}

impl App {
    /// Whether the server is stopping.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        self.draining.is_cancelled()
    }
}
