//! What this machine can say and hear: the programs that are installed, looked for in their usual places.

use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use execora_voice_intent::ports::{SpeechToText, TextToSpeech};

use crate::espeak::Espeak;
use crate::sphinx::{Sphinx, SphinxFiles};

/// Where Debian and those built on it keep the recogniser's American English model.
const MODEL_FOLDER: &str = "/usr/share/pocketsphinx/model/en-us";

/// The speech that this machine offers, and why it does not offer the rest.
#[derive(Clone)]
pub struct LocalSpeech {
    /// A voice, when espeak-ng is installed.
    pub text_to_speech: Option<Arc<dyn TextToSpeech>>,
    /// A recogniser, when pocketsphinx and its model are installed.
    pub speech_to_text: Option<Arc<dyn SpeechToText>>,
    /// What is missing, one sentence each, for the operator.
    pub missing: Vec<String>,
}

/// Looks for the programs on `path` (the value of `PATH`) and the model in its usual place; at most `at_once`
/// processes of each kind will run at a time.
#[must_use]
pub fn discover(path: &OsStr, at_once: usize) -> LocalSpeech {
    discover_in(path, Path::new(MODEL_FOLDER), at_once)
}

fn discover_in(path: &OsStr, model_folder: &Path, at_once: usize) -> LocalSpeech {
    let mut missing = Vec::new();
    let espeak = find(path, "espeak-ng");
    if espeak.is_none() {
        missing
            .push("no voice: the program espeak-ng is not installed (Debian package espeak-ng)".to_owned());
    }
    let program = find(path, "pocketsphinx_batch");
    if program.is_none() {
        missing.push(
            "no recogniser: the program pocketsphinx_batch is not installed (Debian package pocketsphinx)"
                .into(),
        );
    }
    let (model, dictionary) = (
        model_folder.join("en-us"),
        model_folder.join("cmudict-en-us.dict"),
    );
    let has_model = model.join("mdef").is_file() && dictionary.is_file();
    if !has_model {
        missing.push(format!(
            "no recogniser: there is no model in {} (Debian package pocketsphinx-en-us)",
            model_folder.display()
        ));
    }
    let files = program.filter(|_| has_model).map(|program| SphinxFiles {
        program,
        model,
        dictionary,
    });
    LocalSpeech {
        text_to_speech: espeak.map(|path| Arc::new(Espeak::new(path, at_once)) as Arc<dyn TextToSpeech>),
        speech_to_text: files.map(|files| Arc::new(Sphinx::new(files, at_once)) as Arc<dyn SpeechToText>),
        missing,
    }
}

/// The first executable file of this name; only absolute folders count.
fn find(path: &OsStr, name: &str) -> Option<PathBuf> {
    std::env::split_paths(path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(name))
        .find(|file| {
            file.metadata()
                .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
        })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_bare_machine_offers_nothing_and_says_what_to_install() {
        let nothing = tempfile::tempdir().unwrap();
        let speech = discover_in(nothing.path().as_os_str(), nothing.path(), 1);
        assert!(speech.text_to_speech.is_none() && speech.speech_to_text.is_none());
        for package in [
            "package espeak-ng",
            "package pocketsphinx)",
            "package pocketsphinx-en-us",
        ] {
            assert!(
                speech.missing.iter().any(|line| line.contains(package)),
                "{package}"
            );
        }
    }

    #[test]
    fn a_recogniser_without_its_model_is_not_offered() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["espeak-ng", "pocketsphinx_batch"] {
            let file = folder.path().join(name);
            std::fs::write(&file, "").unwrap();
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        let speech = discover_in(folder.path().as_os_str(), folder.path(), 1);
        assert_eq!(
            speech
                .text_to_speech
                .map(|voice| voice.provider().to_owned())
                .as_deref(),
            Some("local")
        );
        assert!(speech.speech_to_text.is_none());

        std::fs::create_dir(folder.path().join("en-us")).unwrap();
        std::fs::write(folder.path().join("en-us/mdef"), "").unwrap();
        std::fs::write(folder.path().join("cmudict-en-us.dict"), "").unwrap();
        let speech = discover_in(folder.path().as_os_str(), folder.path(), 1);
        assert!(speech.speech_to_text.is_some() && speech.missing.is_empty());
    }

    #[test]
    fn what_cannot_be_run_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("espeak-ng"), "").unwrap();
        assert_eq!(find(folder.path().as_os_str(), "espeak-ng"), None);
        assert_eq!(find(OsStr::new("."), "espeak-ng"), None);
    }
}
