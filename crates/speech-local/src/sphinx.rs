//! Sound becomes words by the program pocketsphinx, within a grammar of spoken commands.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_sound::level::{FaintNoise, LevelMeter};
use execora_sound::resample::SPEECH_RATE;
use execora_voice_intent::ports::{Listening, OpenListening, SpeechToText, Transcript, Trust};

use crate::command_grammar::{self, CommandGrammar};
use crate::program::Program;

/// Longer speech is refused.
pub const SECONDS_MAX: usize = 60;
const SAMPLES_MAX: usize = SPEECH_RATE as usize * SECONDS_MAX;
/// Shorter or softer sound holds no word.
const SAMPLES_MIN: usize = SPEECH_RATE as usize / 10;
const LOUDEST_DBFS_MIN: f32 = -60.0;
const TIME_MAX: Duration = Duration::from_secs(30);
const OUTPUT_BYTES_MAX: usize = 64 * 1024;

/// Where the program and its model are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SphinxFiles {
    /// `pocketsphinx_batch`.
    pub program: PathBuf,
    /// The folder of the acoustic model.
    pub model: PathBuf,
    /// The pronunciation dictionary that belongs to it.
    pub dictionary: PathBuf,
}

/// Recognises commands by running pocketsphinx, a process for each utterance.
///
/// It knows a closed set of commands and an American English model. It hears commands in small talk now and then, and
/// has no figure of confidence worth the name: nothing it heard may be acted on without a yes.
#[derive(Debug)]
pub struct Sphinx {
    files: Arc<SphinxFiles>,
    program: Arc<Program>,
    /// The grammar made last: one shop speaks many times in a row.
    latest: Mutex<Option<(OpenListening, Arc<CommandGrammar>)>>,
}

impl Sphinx {
    /// Recognises with these files, at most `at_once` utterances at a time.
    #[must_use]
    pub fn new(files: SphinxFiles, at_once: usize) -> Self {
        let program = Program::new(files.program.clone(), at_once, TIME_MAX);
        Self {
            files: Arc::new(files),
            program: Arc::new(program),
            latest: Mutex::new(None),
        }
    }

    async fn grammar(&self, request: &OpenListening) -> Result<Arc<CommandGrammar>, GatewayError> {
        {
            let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, grammar)) = latest.as_ref().filter(|(made_for, _)| made_for == request) {
                return Ok(Arc::clone(grammar));
            }
        }
        let (files, wanted) = (Arc::clone(&self.files), request.clone());
        let made = tokio::task::spawn_blocking(move || {
            let dictionary = std::fs::read(&files.dictionary).map_err(|error| {
                tracing::warn!(file = %files.dictionary.display(), %error, "the pronunciations cannot be read");
                GatewayError::Unavailable
            })?;
            let dictionary = String::from_utf8_lossy(&dictionary);
            Ok::<_, GatewayError>(CommandGrammar::new(&wanted.names, &wanted.products, &dictionary))
        });
        let grammar = Arc::new(made.await.map_err(|_error| GatewayError::Unavailable)??);
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        *latest = Some((request.clone(), Arc::clone(&grammar)));
        Ok(grammar)
    }
}

#[async_trait]
impl SpeechToText for Sphinx {
    fn provider(&self) -> &str {
        "local"
    }

    async fn open(&self, request: &OpenListening) -> Result<Box<dyn Listening>, GatewayError> {
        Ok(Box::new(SphinxListening {
            files: Arc::clone(&self.files),
            program: Arc::clone(&self.program),
            grammar: self.grammar(request).await?,
            sound: Vec::new(),
            level: LevelMeter::default(),
        }))
    }
}

/// One utterance, kept until its end: the recogniser runs once, over the whole.
struct SphinxListening {
    files: Arc<SphinxFiles>,
    program: Arc<Program>,
    grammar: Arc<CommandGrammar>,
    sound: Vec<i16>,
    level: LevelMeter,
}

#[async_trait]
impl Listening for SphinxListening {
    async fn hear(&mut self, samples: &[i16]) -> Result<Option<String>, GatewayError> {
        if self.sound.len() + samples.len() > SAMPLES_MAX {
            return Err(GatewayError::refused(
                "more than a minute of speech in one utterance",
            ));
        }
        self.level.hear(samples);
        self.sound.extend_from_slice(samples);
        Ok(None)
    }

    async fn finish(mut self: Box<Self>) -> Result<Transcript, GatewayError> {
        let nothing = self.sound.len() < SAMPLES_MIN || self.level.loudest_dbfs() < LOUDEST_DBFS_MIN;
        let text = if nothing {
            String::new()
        } else {
            self.recognise().await?
        };
        Ok(Transcript {
            text,
            confidence: None,
            trust: Trust::AskFirst,
        })
    }
}

impl SphinxListening {
    async fn recognise(&mut self) -> Result<String, GatewayError> {
        FaintNoise::under(&self.sound).add_to(&mut self.sound);
        let (grammar, sound) = (Arc::clone(&self.grammar), std::mem::take(&mut self.sound));
        // The folder is for this user only and goes with its last word, also when the caller goes first.
        let folder = tokio::task::spawn_blocking(move || utterance_folder(&grammar, &sound))
            .await
            .map_err(|_error| GatewayError::Unavailable)?
            .map_err(|error| {
                tracing::warn!(%error, "no room for an utterance");
                GatewayError::Unavailable
            })?;
        let model = self.files.model.to_str().ok_or(GatewayError::Unavailable)?;
        let arguments = [
            "-adcin",
            "yes",
            "-cepdir",
            ".",
            "-cepext",
            ".raw",
            "-ctl",
            "utterances",
            "-hyp",
            "heard",
            "-jsgf",
            "commands.jsgf",
            "-dict",
            "words.dict",
            "-hmm",
            model,
            "-cmn",
            "batch",
            "-logfn",
            "/dev/null",
        ];
        self.program
            .run(&arguments, folder.path(), &[], OUTPUT_BYTES_MAX)
            .await?;
        let heard = tokio::fs::read_to_string(folder.path().join("heard"))
            .await
            .map_err(|_error| GatewayError::invalid("the recogniser left no answer"))?;
        Ok(hypothesis(&heard).to_owned())
    }
}

fn utterance_folder(grammar: &CommandGrammar, sound: &[i16]) -> std::io::Result<tempfile::TempDir> {
    let folder = tempfile::Builder::new().prefix("execora-speech-").tempdir()?;
    let write = |name: &str, content: &[u8]| std::fs::write(Path::join(folder.path(), name), content);
    write("commands.jsgf", grammar.jsgf.as_bytes())?;
    write("words.dict", grammar.dictionary.as_bytes())?;
    write("utterances", b"utterance\n")?;
    write(
        "utterance.raw",
        &sound
            .iter()
            .flat_map(|sample| sample.to_le_bytes())
            .collect::<Vec<_>>(),
    )?;
    Ok(folder)
}

/// The words of a line like `haan ji (utterance -2891)`.
fn hypothesis(heard: &str) -> &str {
    let line = heard.lines().next().unwrap_or_default();
    command_grammar::understood(line.rsplit_once('(').map_or(line, |(words, _)| words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_taken_out_of_the_answer() {
        assert_eq!(hypothesis("haan ji (utterance -2891)\n"), "haan ji");
        assert_eq!(hypothesis(" (utterance 0)\n"), "");
        assert_eq!(hypothesis("zzk zzae (utterance -100)\n"), "");
        assert_eq!(hypothesis(""), "");
    }
}
