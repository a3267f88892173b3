//! Words become sound by the program espeak-ng.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use async_trait::async_trait;
use execora_kernel::GatewayError;
use execora_sound::wav::WavStream;
use execora_voice_intent::ports::{Speaking, TextToSpeech, Utterance};

use crate::program::{Program, Running};

/// Longer text is refused; an answer is a sentence or two.
pub const TEXT_BYTES_MAX: usize = 2_000;
/// Three minutes at the 22,050 samples a second of its voices.
const SOUND_BYTES_MAX: usize = 22_050 * 2 * 180;
const TIME_MAX: Duration = Duration::from_secs(10);
const PACE: std::ops::RangeInclusive<u16> = 80..=450;
const USUAL_PACE: u16 = 160;

/// Hindi in Latin letters.
const HINGLISH: &str = "hi-latn";
/// Its words and how the Hindi voice reads them.
static HINDI_WORDS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../data/hinglish_words.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .collect()
});

/// Speaks by running espeak-ng, a process for each sentence.
///
/// The caller writes amounts out ("two hundred rupees", "दो सौ रुपये"): the Hindi voice drops the rupee sign, the English
/// one says it before the number.
#[derive(Debug)]
pub struct Espeak {
    program: Program,
}

impl Espeak {
    /// Speaks by the program at `path`, at most `at_once` sentences at a time.
    #[must_use]
    pub fn new(path: PathBuf, at_once: usize) -> Self {
        Self {
            program: Program::new(path, at_once, TIME_MAX),
        }
    }
}

/// The voice for a language. Hinglish is read by the Hindi voice, which reads what stays in Latin letters the English way.
fn voice(language: &str) -> &'static str {
    match language.to_ascii_lowercase().as_str() {
        "en-us" => "en-us",
        "hi" | "hi-in" | "hi-deva" | HINGLISH => "hi",
        "bn" => "bn",
        "gu" => "gu",
        "kn" => "kn",
        "ml" => "ml",
        "mr" => "mr",
        "pa" => "pa",
        "ta" => "ta",
        "te" => "te",
        _ => "en-gb",
    }
}

/// Writes the Hindi words that are known in Devanagari; names, goods and English words stay as they are.
fn hindi_words_in_devanagari(text: &str) -> String {
    // "Saath" is sixty, and after "ke" it is "with": only an amount may not be misread.
    text.replace("ke saath", "ke साथ")
        .split_inclusive(|c: char| !c.is_ascii_alphabetic())
        .map(|piece| {
            let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
            match HINDI_WORDS.get(word.to_ascii_lowercase().as_str()) {
                Some(hindi) => format!("{hindi}{}", &piece[word.len()..]),
                None => piece.to_owned(),
            }
        })
        .collect()
}

#[async_trait]
impl TextToSpeech for Espeak {
    fn provider(&self) -> &str {
        "local"
    }

    async fn say(&self, utterance: &Utterance) -> Result<Box<dyn Speaking>, GatewayError> {
        if utterance.text.len() > TEXT_BYTES_MAX {
            return Err(GatewayError::invalid("the text is too long to be spoken"));
        }
        if !utterance.text.chars().any(char::is_alphanumeric) {
            return Err(GatewayError::invalid("there is nothing to speak"));
        }
        let pace = utterance.words_per_minute.unwrap_or(USUAL_PACE);
        let pace = pace.clamp(*PACE.start(), *PACE.end()).to_string();
        // `[[` begins phonemes in the program's own notation, which no customer's name may.
        let mut text = utterance
            .text
            .replace("[[", " ")
            .replace(|c: char| c.is_control(), " ");
        if utterance.language.eq_ignore_ascii_case(HINGLISH) {
            text = hindi_words_in_devanagari(&text);
        }
        let arguments = [
            "-v",
            voice(&utterance.language),
            "-s",
            &pace,
            "-b",
            "1",
            "--stdin",
            "--stdout",
        ];
        let root = Path::new("/");
        let program = self
            .program
            .start(&arguments, root, text.into_bytes(), SOUND_BYTES_MAX)
            .await?;
        Ok(Box::new(EspeakSpeaking::begun(program).await?))
    }
}

/// One sentence being spoken; dropping it ends the program.
#[derive(Debug)]
struct EspeakSpeaking {
    program: Option<Running>,
    wav: WavStream,
    sample_rate: u32,
    /// Sound that came with the header.
    first: Vec<i16>,
}

impl EspeakSpeaking {
    /// Waits for the header, which says how fast the samples are.
    async fn begun(program: Running) -> Result<Self, GatewayError> {
        let mut speaking = Self {
            program: Some(program),
            wav: WavStream::default(),
            sample_rate: 0,
            first: Vec::new(),
        };
        loop {
            let Some(sound) = speaking.sound().await? else {
                return Err(no_sound());
            };
            if let Some(sample_rate) = speaking.wav.sample_rate() {
                speaking.sample_rate = sample_rate;
                speaking.first = sound;
                return Ok(speaking);
            }
        }
    }

    /// The samples in the next piece that the program writes, which may be none; `None` at its end.
    async fn sound(&mut self) -> Result<Option<Vec<i16>>, GatewayError> {
        let Some(program) = &mut self.program else {
            return Ok(None);
        };
        let piece = program.next().await;
        // An ended program is waited for no more, and one that failed is over.
        if !matches!(piece, Ok(Some(_))) {
            self.program = None;
        }
        let Some(piece) = piece? else {
            return Ok(None);
        };
        let mut samples = Vec::with_capacity(piece.len() / 2 + 1);
        if self.wav.push(&piece, &mut samples).is_err() {
            self.program = None;
            return Err(no_sound());
        }
        Ok(Some(samples))
    }
}

fn no_sound() -> GatewayError {
    GatewayError::invalid("the voice did not answer with sound")
}

#[async_trait]
impl Speaking for EspeakSpeaking {
    fn sample_rate(&self) -> u32 {
        self.sample_rate
    }

    async fn next(&mut self) -> Result<Option<Vec<i16>>, GatewayError> {
        let first = std::mem::take(&mut self.first);
        if !first.is_empty() {
            return Ok(Some(first));
        }
        loop {
            match self.sound().await? {
                Some(samples) if samples.is_empty() => {}
                said => return Ok(said),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hinglish_is_given_to_the_hindi_voice_in_its_own_letters_and_names_stay() {
        assert_eq!(
            hindi_words_in_devanagari("Rahul ka bill pakka kar dun? Do sau pachaas rupaye, UPI."),
            "Rahul का bill पक्का कर दूँ? दो सौ पचास रुपये, UPI."
        );
        assert_eq!(
            hindi_words_in_devanagari("saath rupaye baaki ke saath"),
            "साठ रुपये बाकी के साथ"
        );
        assert_eq!(
            hindi_words_in_devanagari("Karim 2kilo — नहीं"),
            "Karim 2किलो — नहीं"
        );
    }

    #[test]
    fn each_language_has_a_voice() {
        for (language, name) in [
            ("en", "en-gb"),
            ("en-US", "en-us"),
            ("hi", "hi"),
            ("hi-Latn", "hi"),
            ("bn", "bn"),
            ("fr", "en-gb"),
        ] {
            assert_eq!(voice(language), name);
        }
    }
}
