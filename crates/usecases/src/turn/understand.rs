//! What a turn begins with: the words as they were understood, or the button that was pressed.

use crate::index::Names;
use crate::perform::UseCases;
use crate::turn::answer::Source;
use crate::turn::input::{TEXT_MAX, TakeTurn, TurnInput};
use crate::turn::progress::Interpreted;
use crate::words::Words;
use execora_kernel::{StoreError, TenantId, TurnId};
use execora_voice_intent::dialogue::{self, DialogueState, Event, Heard};
use execora_voice_intent::understanding::{Intent, Language, Options, Reading, Slots, read_with};

/// What the words were understood as, and how long that took.
pub(super) struct Understood {
    pub(super) reading: Reading,
    pub(super) took_us: u32,
    pub(super) text: String,
    pub(super) source: Source,
}

impl Understood {
    pub(super) fn interpreted(&self, turn: TurnId) -> Interpreted {
        Interpreted {
            turn,
            intent: self.reading.intent,
            confidence: self.reading.confidence,
            slots: self.reading.slots.clone(),
            source: self.source,
            took_us: self.took_us,
        }
    }
}

/// Asks the model, where there is one, for what the grammar is not certain of. A short answer to an open question is the
/// conversation's business, an amount that is no amount is asked of the speaker, and a model that fails is no model.
async fn ask_model(
    cases: &UseCases,
    words: &Names<Words>,
    text: &str,
    read: &Reading,
    state: &DialogueState,
    turn: &dialogue::Turn,
) -> Option<(Reading, Source)> {
    let model = cases.model.as_ref()?;
    let wanted = !read.is_certain() && !read.vague && state.open_question(turn.at.to_utc()).is_none();
    if !wanted {
        return None;
    }
    let conversation = words.read(|words| {
        state
            .for_model(turn.at.to_utc())
            .with_names_near(text, words.vocabulary())
    });
    let answered = model.understand(text, &conversation, turn.at).await.ok()?;
    let source = if answered.from_cache {
        Source::Cache
    } else {
        Source::Model
    };
    let reading = Reading {
        language: read.language,
        ..answered.reading
    };
    Some((reading, source))
}

impl TakeTurn {
    pub(super) async fn understand(
        &self,
        cases: &UseCases,
        tenant: TenantId,
        state: &DialogueState,
        turn: &dialogue::Turn,
    ) -> Result<Understood, StoreError> {
        let certain = |intent: Intent, slots: Slots| Understood {
            reading: Reading {
                intent,
                confidence: 1.0,
                slots,
                ..Reading::default()
            },
            took_us: 0,
            text: String::new(),
            source: Source::Grammar,
        };
        Ok(match &self.input {
            TurnInput::Said { text, .. } => {
                let words = cases.words(tenant).await?;
                let begin = cases.clock.now();
                // A longer text is nothing that anybody says: it is not understood rather than cut.
                let fits = text.chars().count() <= TEXT_MAX;
                let reading = if fits {
                    words.read(|words| {
                        let options = Options {
                            vocabulary: Some(words.vocabulary()),
                            ..Options::default()
                        };
                        read_with(text, turn.at, &options)
                    })
                } else {
                    Reading::default()
                };
                let mut source = Source::Grammar;
                let mut reading = reading;
                if fits && let Some(answered) = ask_model(cases, &words, text, &reading, state, turn).await {
                    (reading, source) = answered;
                }
                let took = (cases.clock.now() - begin).num_microseconds().unwrap_or_default();
                let took_us = u32::try_from(took).unwrap_or(0);
                Understood {
                    reading,
                    took_us,
                    text: text.chars().take(TEXT_MAX).collect(),
                    source,
                }
            }
            TurnInput::Meant { intent, slots } => certain(*intent, (**slots).clone()),
            TurnInput::Chose(index) => certain(
                Intent::SelectOption,
                Slots {
                    index: Some(*index),
                    ..Slots::default()
                },
            ),
            TurnInput::Answered { accept, .. } => certain(
                if *accept { Intent::Affirm } else { Intent::Deny },
                Slots::default(),
            ),
            TurnInput::TookBack(_) => certain(Intent::Undo, Slots::default()),
        })
    }

    pub(super) fn first_event(&self, understood: &Understood, state: &DialogueState) -> Event {
        let heard = |locally: bool, language: Language| {
            let mut reading = understood.reading.clone();
            reading.language = language;
            Event::Heard(Box::new(Heard {
                text: understood.text.clone(),
                reading,
                locally,
            }))
        };
        match &self.input {
            TurnInput::Said { locally, .. } => heard(*locally, understood.reading.language),
            // Without words the conversation stays in its language.
            TurnInput::Meant { .. } => heard(false, state.language()),
            TurnInput::Chose(index) => Event::Chosen(*index),
            TurnInput::Answered { accept, token } => Event::Accepted {
                accept: *accept,
                token: token.clone(),
            },
            TurnInput::TookBack(token) => Event::UndoAsked(token.thing),
        }
    }
}
