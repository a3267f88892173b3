//! One utterance being listened to: sound of the client becomes what a recogniser takes, and waits while that opens.

use super::desk::Desk;
use crate::listening;
use execora_kernel::GatewayError;
use execora_sound::level::LevelMeter;
use execora_sound::resample::{Resampler, SPEECH_RATE};
use execora_voice_intent::ports::{Listening, OpenListening, SpeechToText, Transcript};
use execora_voice_protocol::{StartAudio, limits};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// What is louder than this is somebody who speaks, and not the room.
const SPEECH_DBFS: f32 = -35.0;

/// Sound that the recogniser has not taken yet.
#[derive(Default)]
struct Waiting {
    samples: Vec<i16>,
    ended: bool,
}

#[derive(Default)]
struct Between {
    waiting: RefCell<Waiting>,
    more: Notify,
}

/// An utterance; dropping it ends all work on it.
pub(super) struct Ear {
    listening: Task,
}

struct Task(JoinHandle<Result<Transcript, GatewayError>>);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Ear {
    /// Waits for the last words.
    pub(super) async fn heard(mut self) -> Result<Transcript, GatewayError> {
        (&mut self.listening.0)
            .await
            .unwrap_or(Err(GatewayError::Unavailable))
    }
}

/// The sound side of an utterance, fed by the reader.
pub(super) struct Sound {
    resampler: Resampler,
    level: LevelMeter,
    /// Samples that may still be kept.
    left: usize,
    between: Rc<Between>,
}

/// Begins to listen.
pub(super) fn open(
    desk: &Rc<Desk>,
    recogniser: Arc<dyn SpeechToText>,
    start: &StartAudio,
) -> Option<(Sound, Ear)> {
    let resampler = Resampler::for_recognition(start.sample_rate, start.channels).ok()?;
    let between = Rc::new(Between::default());
    let language = start
        .language
        .or(desk.language.get())
        .map(|l| l.as_str().to_owned())
        .unwrap_or_default();
    let task = listen(Rc::clone(desk), recogniser, language, Rc::clone(&between));
    let left = usize::try_from(u64::from(SPEECH_RATE) * u64::from(limits::UTTERANCE_SECONDS_MAX)).ok()?;
    let sound = Sound {
        resampler,
        level: LevelMeter::default(),
        left,
        between: Rc::clone(&between),
    };
    Some((
        sound,
        Ear {
            listening: Task(actix_web::rt::spawn(task)),
        },
    ))
}

impl Sound {
    /// Takes sound as it came; what is more than a minute is not kept. True when somebody speaks in it.
    pub(super) fn take(&mut self, bytes: &[u8]) -> bool {
        let mut samples = Vec::new();
        self.resampler.push_bytes(bytes, &mut samples);
        let loud = self.level.hear(&samples) > SPEECH_DBFS;
        keep(&self.between, &mut self.left, &samples);
        loud
    }

    /// No more sound comes.
    pub(super) fn end(mut self) {
        let mut rest = Vec::new();
        self.resampler.finish(&mut rest);
        keep(&self.between, &mut self.left, &rest);
        self.between.waiting.borrow_mut().ended = true;
        self.between.more.notify_one();
    }
}

fn keep(between: &Between, left: &mut usize, samples: &[i16]) {
    let kept = samples.get(..samples.len().min(*left)).unwrap_or_default();
    *left -= kept.len();
    between.waiting.borrow_mut().samples.extend_from_slice(kept);
    between.more.notify_one();
}

async fn listen(
    desk: Rc<Desk>,
    recogniser: Arc<dyn SpeechToText>,
    language: String,
    between: Rc<Between>,
) -> Result<Transcript, GatewayError> {
    let request = vocabulary(&desk, language).await;
    let mut listening: Box<dyn Listening> = recogniser.open(&request).await?;
    let mut full = false;
    loop {
        let (samples, ended) = {
            let mut waiting = between.waiting.borrow_mut();
            (std::mem::take(&mut waiting.samples), waiting.ended)
        };
        if !full && !samples.is_empty() {
            // What was taken before it was too much is still understood.
            full = match listening.hear(&samples).await {
                Ok(_) => false,
                Err(GatewayError::Refused { .. }) => true,
                Err(error) => return Err(error),
            };
        }
        if ended {
            return listening.finish().await;
        }
        between.more.notified().await;
    }
}

/// What may be said in this shop. Without its names a recogniser still hears commands.
async fn vocabulary(desk: &Desk, language: String) -> OpenListening {
    match listening::request(&desk.app, &desk.signed.caller, &language).await {
        Ok(request) => request,
        Err(refusal) => {
            tracing::warn!(%refusal, "the recogniser listens without the names of the shop");
            OpenListening {
                language,
                names: Vec::new(),
                products: Vec::new(),
            }
        }
    }
}
