//! Speaking one answer: words become sound, and sound goes out at the pace at which it is heard, so that it can be stopped.

use super::desk::Desk;
use execora_kernel::TurnId;
use execora_voice_intent::ports::{Speaking, TextToSpeech, Utterance};
use execora_voice_protocol::{ServerMessage, SpeechBegin, SpeechEnd, SpeechFormat, SpeechReason};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// The longest binary frame.
const CHUNK_BYTES_MAX: usize = 32 * 1024;
/// The sound that is sent ahead of what is heard.
const AHEAD: Duration = Duration::from_millis(800);
/// Sound of one frame, as a part of a second.
const CHUNKS_PER_SECOND: u32 = 5;
/// The rate that is named for speech that never came about.
const NO_SPEECH_RATE: u32 = 22_050;

struct Playing {
    stop: CancellationToken,
    task: JoinHandle<()>,
}

/// Speaks one answer at a time.
#[derive(Default)]
pub(super) struct Mouth {
    now: RefCell<Option<Playing>>,
}

impl Mouth {
    /// Stops speaking.
    pub(super) fn hush(&self) {
        if let Some(playing) = &*self.now.borrow() {
            playing.stop.cancel();
        }
    }

    /// Stops speaking and waits until the client was told so.
    pub(super) async fn fall_silent(&self) {
        let before = self.now.borrow_mut().take();
        if let Some(before) = before {
            before.stop.cancel();
            let _ = before.task.await;
        }
    }

    /// Speaks; what was being spoken is over.
    pub(super) async fn speak(
        &self,
        desk: &Rc<Desk>,
        voice: Arc<dyn TextToSpeech>,
        turn: TurnId,
        words: Utterance,
    ) {
        self.fall_silent().await;
        let stop = CancellationToken::new();
        let task = actix_web::rt::spawn(speak(Rc::clone(desk), voice, turn, words, stop.clone()));
        self.now.replace(Some(Playing { stop, task }));
    }
}

async fn speak(
    desk: Rc<Desk>,
    voice: Arc<dyn TextToSpeech>,
    turn_id: TurnId,
    words: Utterance,
    stop: CancellationToken,
) {
    let said = tokio::select! {
        said = voice.say(&words) => said,
        () = stop.cancelled() => return,
    };
    let rate = said
        .as_ref()
        .map_or(NO_SPEECH_RATE, |speaking| speaking.sample_rate());
    let begin = SpeechBegin {
        turn_id,
        utterance_id: desk.app.usecases.fresh(|uuid| format!("utt_{uuid}")),
        format: SpeechFormat::Pcm16,
        sample_rate: rate,
        provider: voice.provider().to_owned(),
    };
    desk.say(ServerMessage::AudioBegin(begin.clone())).await;
    let reason = match said {
        Ok(speaking) => send(&desk, speaking, &stop).await,
        Err(error) => {
            tracing::warn!(%error, "the voice failed");
            SpeechReason::Failed
        }
    };
    desk.say(ServerMessage::AudioEnd(SpeechEnd {
        speech: begin,
        reason,
    }))
    .await;
}

/// Sends the sound as it comes, no further ahead of what is heard than [`AHEAD`].
async fn send(desk: &Desk, mut speaking: Box<dyn Speaking>, stop: &CancellationToken) -> SpeechReason {
    let rate = speaking.sample_rate().max(1);
    let in_chunk = usize::try_from(rate / CHUNKS_PER_SECOND).unwrap_or(1);
    let in_chunk = in_chunk.clamp(1, CHUNK_BYTES_MAX / 2);
    let began = Instant::now();
    let mut sent = 0_u64;
    loop {
        let next = tokio::select! {
            biased;
            () = stop.cancelled() => return SpeechReason::Interrupted,
            next = speaking.next() => next,
        };
        let sound = match next {
            Ok(Some(sound)) => sound,
            Ok(None) => return SpeechReason::Complete,
            Err(error) => {
                tracing::warn!(%error, "the voice failed while it spoke");
                return SpeechReason::Failed;
            }
        };
        for chunk in sound.chunks(in_chunk) {
            let heard_at = Duration::from_millis(sent * 1_000 / u64::from(rate));
            let wait = heard_at.saturating_sub(AHEAD).saturating_sub(began.elapsed());
            tokio::select! {
                biased;
                () = stop.cancelled() => return SpeechReason::Interrupted,
                () = tokio::time::sleep(wait) => {}
            }
            let bytes = chunk.iter().flat_map(|sample| sample.to_le_bytes()).collect();
            if !desk.line().sound(bytes).await {
                return SpeechReason::Interrupted;
            }
            sent += chunk.len() as u64;
        }
    }
}
