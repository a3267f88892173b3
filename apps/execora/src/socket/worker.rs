//! What a client asked for, done strictly one after the other.

use super::desk::Desk;
use super::ear::Ear;
use super::mouth::Mouth;
use super::said;
use execora_usecases::turn::{
    Interpreted, Progress, SetLanguage, TakeTurn, Taken, TurnAnswer, TurnInput, TurnName, UndoToken,
};
use execora_voice_intent::ports::{Transcript, Trust, Utterance};
use execora_voice_intent::understanding::Intent;
use execora_voice_protocol::{
    Confirm, ErrorCode, Heard, Language, Recording, RecordingState, Selection, ServerMessage, Text, Undo,
};
use futures_util::future::join;
use serde_json::Value;
use std::cell::Cell;
use std::rc::Rc;
use tokio::sync::mpsc::{Receiver, UnboundedSender, unbounded_channel};

/// The most commands that wait on one socket.
pub(super) const WAITING_MAX: usize = 128;

/// Something to be done in its turn.
pub(super) enum Job {
    /// An utterance whose last words are to be waited for.
    Spoken(Ear),
    /// Words.
    Typed(Text),
    /// A choice, or a command with its slots.
    Selected(Selection),
    /// A yes or no.
    Answered(Confirm),
    /// Taking something back.
    TookBack(Undo),
    /// Another language.
    Language(Language),
    /// Recording on or off.
    Recording,
}

/// Works until the socket ends or the server stops; what is under way is always finished.
pub(super) async fn run(desk: Rc<Desk>, mouth: Rc<Mouth>, mut jobs: Receiver<Job>) {
    loop {
        let job = tokio::select! {
            biased;
            _ = desk.ending.ended() => return,
            () = desk.app.draining.cancelled() => return,
            job = jobs.recv() => job,
        };
        let Some(job) = job else { return };
        work(&desk, &mouth, job).await;
    }
}

/// A turn before it is taken.
struct Wanted {
    input: TurnInput,
    /// The words, when there are any.
    words: Option<Words>,
}

struct Words {
    text: String,
    id: Option<String>,
    confidence: Option<f64>,
}

async fn work(desk: &Rc<Desk>, mouth: &Mouth, job: Job) {
    let wanted = match job {
        Job::Spoken(ear) => heard(desk, ear).await,
        Job::Typed(Text { text, id }) => {
            let input = TurnInput::Said {
                text: text.clone(),
                locally: false,
            };
            Wanted {
                input,
                words: Some(Words {
                    text,
                    id,
                    confidence: None,
                }),
            }
        }
        Job::Selected(selection) => match selected(selection) {
            Some(input) => Wanted { input, words: None },
            None => {
                return desk
                    .fail(ErrorCode::BadData, "no such intent, or a slot it does not have")
                    .await;
            }
        },
        Job::Answered(Confirm { accept, token }) => Wanted {
            input: TurnInput::Answered { accept, token },
            words: None,
        },
        Job::TookBack(Undo { token }) => match token.parse::<UndoToken>() {
            Ok(token) => Wanted {
                input: TurnInput::TookBack(token),
                words: None,
            },
            Err(_) => {
                return desk
                    .fail(ErrorCode::UndoExpired, "it cannot be taken back any more")
                    .await;
            }
        },
        Job::Language(language) => return set_language(desk, language).await,
        Job::Recording => {
            // Audio is not kept here, and the client is told so.
            let (state, recording_id) = (RecordingState::Stopped, None);
            return desk
                .say(ServerMessage::Recording(Recording { state, recording_id }))
                .await;
        }
    };
    take_turn(desk, mouth, wanted).await;
}

/// The last words of an utterance. When the recogniser fails nothing was understood, and that is answered too.
async fn heard(desk: &Desk, ear: Ear) -> Wanted {
    let transcript = match ear.heard().await {
        Ok(transcript) => transcript,
        Err(error) => {
            tracing::warn!(%error, "the recogniser failed");
            desk.fail(ErrorCode::NoRecogniser, "the recogniser failed").await;
            Transcript {
                text: String::new(),
                confidence: None,
                trust: Trust::AskFirst,
            }
        }
    };
    let Transcript {
        text,
        confidence,
        trust,
    } = transcript;
    let confidence = confidence.map(crate::views::turn::confidence);
    let input = TurnInput::Said {
        text: text.clone(),
        locally: trust == Trust::AskFirst,
    };
    Wanted {
        input,
        words: Some(Words {
            text,
            id: None,
            confidence,
        }),
    }
}

fn selected(selection: Selection) -> Option<TurnInput> {
    match selection {
        Selection::Option { option } => Some(TurnInput::Chose(option.into())),
        Selection::Intent { intent, slots } => {
            let intent: Intent = intent.parse().ok()?;
            let slots = serde_json::from_value(Value::Object(slots)).ok()?;
            Some(TurnInput::Meant {
                intent,
                slots: Box::new(slots),
            })
        }
    }
}

async fn set_language(desk: &Desk, language: Language) {
    let verb = SetLanguage {
        session: desk.line().session,
        language: Some(said::spoken(language)),
    };
    match desk.app.usecases.perform(&desk.signed.caller, &verb, None).await {
        Ok(set) => {
            let language = said::language(set.value);
            desk.language.set(Some(language));
            desk.say(ServerMessage::LanguageChanged { language }).await;
        }
        Err(refusal) => desk.say(ServerMessage::Error(said::not_set(&refusal))).await,
    }
}

async fn take_turn(desk: &Rc<Desk>, mouth: &Mouth, wanted: Wanted) {
    let Wanted { input, words } = wanted;
    let id = words.as_ref().and_then(|words| words.id.clone());
    let turn = TakeTurn {
        session: Some(desk.line().session),
        name: id.clone().map(TurnName::InSession),
        language: None,
        input,
    };
    let told = Cell::new(false);
    let (telling, mut known) = unbounded_channel();
    let taking = async {
        let telling = Telling(telling);
        turn.run_telling(&desk.app.usecases, &desk.signed.caller, &telling)
            .await
    };
    // What is known goes out while the turn is still being taken.
    let saying = async {
        while let Some(interpreted) = known.recv().await {
            told.set(true);
            say_understood(desk, words.as_ref(), interpreted).await;
        }
    };
    let (taken, ()) = join(taking, saying).await;
    let Taken { answer, replayed } = match taken {
        Ok(taken) => taken,
        Err(refused) => {
            tracing::info!(reason = %refused, "a turn without an answer");
            return desk.say(ServerMessage::Error(said::failure(&refused))).await;
        }
    };
    if !told.get() {
        say_understood(desk, words.as_ref(), said::understood_as(&answer)).await;
    }
    for message in said::messages(&answer, id) {
        desk.say(message).await;
    }
    if !replayed {
        speak(desk, mouth, &answer).await;
    }
}

/// Passes on what a turn is found to be.
struct Telling(UnboundedSender<Interpreted>);

impl Progress for Telling {
    fn understood(&self, interpreted: Interpreted) {
        // Who would hear it is gone with the socket.
        let _ = self.0.send(interpreted);
    }
}

/// TRANSCRIPT, when there were words, and INTENT.
async fn say_understood(desk: &Desk, words: Option<&Words>, interpreted: Interpreted) {
    if let Some(Words { text, id, confidence }) = words {
        let heard = Heard {
            turn_id: interpreted.turn,
            text: text.clone(),
            is_final: true,
            confidence: *confidence,
            id: id.clone(),
        };
        desk.say(ServerMessage::Transcript(heard)).await;
    }
    desk.say(ServerMessage::Intent(said::interpretation(interpreted)))
        .await;
}

async fn speak(desk: &Rc<Desk>, mouth: &Mouth, answer: &TurnAnswer) {
    let Some(voice) = desk.app.text_to_speech.clone().filter(|_| desk.speaks.get()) else {
        return;
    };
    let words = Utterance {
        text: answer.speakable(),
        language: answer.language.as_str().to_owned(),
        words_per_minute: None,
    };
    mouth.speak(desk, voice, answer.turn, words).await;
}
