//! Taking a turn: the dialogue's steps, one after the other, until there is one answer; then the conversation is kept.

use crate::perform::UseCases;
use crate::session::{Session, Turn as TurnRow};
use crate::turn::answer::{Source, TurnAnswer};
use crate::turn::facts;
use crate::turn::kept::Kept;
use crate::turn::open_session::{fresh, state_of, stored};
use crate::turn::present::answer_of;
use crate::turn::refused::{TurnRefused, to_dialogue};
use crate::turn::work::Work;
use chrono::{DateTime, Utc};
use execora_kernel::{Caller, PageRequest, Right, SessionId, StoreError, TurnId, UndoId};
use execora_voice_intent::dialogue::{self, DialogueState, Effect, Event, Heard, Reply, step};
use execora_voice_intent::understanding::{Intent, Language, Reading, Slots, read};

/// The most characters of one utterance.
pub const TEXT_MAX: usize = 1_000;
/// The most steps of one turn; a dialogue that wants more is in a circle.
const STEPS_MAX: usize = 200;
/// How often a turn is taken again when another turn of the conversation came in between.
const ATTEMPTS_MAX: u32 = 4;
/// How many conversations of a shop are searched for an undo token that comes without one.
const SESSIONS_SEARCHED: u16 = 50;

/// What somebody did.
#[derive(Debug, Clone, PartialEq)]
pub enum TurnInput {
    /// Said or typed something.
    Said {
        /// The words.
        text: String,
        /// The recogniser of this machine heard them, which nothing is acted upon without a yes.
        locally: bool,
    },
    /// Chose a command with its slots, instead of saying it.
    Meant {
        /// The command.
        intent: Intent,
        /// Its slots.
        slots: Box<Slots>,
    },
    /// Chose an option of the open question, counted from one.
    Chose(i32),
    /// Answered the question with this token.
    Answered {
        /// Yes or no.
        accept: bool,
        /// Which question.
        token: String,
    },
    /// Wants the thing with this token taken back.
    TookBack(UndoId),
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeTurn {
    /// The conversation; `None` begins one.
    pub session: Option<SessionId>,
    /// The client's own name of the turn: the same name in a conversation is the same turn, with the same answer.
    pub client_id: Option<String>,
    /// The language to answer in from now on, when asked for.
    pub language: Option<Language>,
    /// What was done.
    pub input: TurnInput,
}

/// What the words were understood as, and how long that took.
struct Understood {
    reading: Reading,
    took_us: u32,
    text: String,
}

impl TakeTurn {
    /// Takes the turn.
    ///
    /// # Errors
    /// Why there is no answer. What verbs refuse is not among these: that is answered in words.
    pub async fn run(&self, cases: &UseCases, caller: &Caller) -> Result<TurnAnswer, TurnRefused> {
        caller.require(Right::VOICE_USE, None, cases.clock.now())?;
        let turn = cases.fresh(TurnId::new);
        for _ in 0..ATTEMPTS_MAX {
            match self.attempt(cases, caller, turn).await {
                Err(TurnRefused::Store(StoreError::Stale | StoreError::Duplicate)) => {}
                ended => return ended,
            }
        }
        Err(TurnRefused::Busy)
    }

    async fn attempt(
        &self,
        cases: &UseCases,
        caller: &Caller,
        turn: TurnId,
    ) -> Result<TurnAnswer, TurnRefused> {
        let began = cases.clock.now();
        let shop = cases
            .queries
            .shops
            .find(caller.tenant)
            .await?
            .ok_or(TurnRefused::UnknownSession)?;
        let known = self.known_session(cases, caller).await?;
        if let Some(answer) = self.answered_before(cases, caller, known.as_ref()).await? {
            return Ok(answer);
        }
        let (session, is_new) = match known {
            Some(session) => (session, false),
            None => (fresh(cases, caller, &shop.language, self.language)?, true),
        };
        let mut state = state_of(&session);
        if self.language.is_some() {
            state.set_language(self.language);
        }
        let circumstances = dialogue::Turn {
            id: turn,
            at: shop.zone.local(began),
            confirm_above: shop.confirm_above,
        };
        let understood = self.understand(cases, &circumstances);
        let mut work = Work {
            cases,
            caller,
            shop,
            session: session.id,
            now: began,
            key: String::new(),
            acted: 0,
            kept: Kept::default(),
        };
        let reply = self
            .converse(&mut work, &mut state, &circumstances, &understood)
            .await?;
        let answer = answer(&work, turn, &understood, reply).await?;
        self.keep(
            cases,
            caller,
            (session, is_new),
            &state,
            (began, &understood.text),
            &answer,
        )
        .await?;
        Ok(answer)
    }

    /// The conversation that was named, or the one in which the thing was done that is to be taken back.
    async fn known_session(&self, cases: &UseCases, caller: &Caller) -> Result<Option<Session>, TurnRefused> {
        let sessions = &cases.queries.sessions;
        match (self.session, &self.input) {
            (Some(id), _) => {
                let found = sessions.find(caller.tenant, id).await?;
                let mine = found.filter(|session| session.user == caller.user);
                mine.map(Some).ok_or(TurnRefused::UnknownSession)
            }
            (None, TurnInput::TookBack(token)) => {
                let page = PageRequest::first(SESSIONS_SEARCHED);
                let now = cases.clock.now();
                let found = sessions
                    .list(caller.tenant, page)
                    .await?
                    .items
                    .into_iter()
                    .find(|session| {
                        session.user == caller.user
                            && state_of(session)
                                .can_be_undone(now)
                                .any(|thing| thing.id == *token)
                    });
                found.map(Some).ok_or(TurnRefused::UndoExpired)
            }
            (None, TurnInput::Chose(_) | TurnInput::Answered { .. }) => Err(TurnRefused::ClarifyUnknown),
            (None, _) => Ok(None),
        }
    }

    async fn answered_before(
        &self,
        cases: &UseCases,
        caller: &Caller,
        session: Option<&Session>,
    ) -> Result<Option<TurnAnswer>, TurnRefused> {
        let (Some(name), Some(session)) = (&self.client_id, session) else {
            return Ok(None);
        };
        let mut unit = cases.books.begin().await?;
        let turn = unit
            .sessions()
            .turn_named(caller.tenant, session.id, name)
            .await?;
        match turn {
            Some(turn) => Ok(Some(answer_of(&turn).ok_or(StoreError::Corrupt {
                what: "answer of a turn",
            })?)),
            None => Ok(None),
        }
    }

    fn understand(&self, cases: &UseCases, turn: &dialogue::Turn) -> Understood {
        let certain = |intent: Intent, slots: Slots| Understood {
            reading: Reading {
                intent,
                confidence: 1.0,
                slots,
                ..Reading::default()
            },
            took_us: 0,
            text: String::new(),
        };
        match &self.input {
            TurnInput::Said { text, .. } => {
                let begin = cases.clock.now();
                // A longer text is nothing that anybody says: it is not understood rather than cut.
                let fits = text.chars().count() <= TEXT_MAX;
                let reading = if fits {
                    read(text, turn.at)
                } else {
                    Reading::default()
                };
                let took = (cases.clock.now() - begin).num_microseconds().unwrap_or_default();
                let took_us = u32::try_from(took).unwrap_or(0);
                Understood {
                    reading,
                    took_us,
                    text: text.chars().take(TEXT_MAX).collect(),
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
        }
    }

    fn first_event(&self, understood: &Understood, state: &DialogueState) -> Event {
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
            TurnInput::TookBack(token) => Event::UndoAsked(*token),
        }
    }

    /// Steps until there is a reply.
    async fn converse(
        &self,
        work: &mut Work<'_>,
        state: &mut DialogueState,
        turn: &dialogue::Turn,
        understood: &Understood,
    ) -> Result<Reply, TurnRefused> {
        let first = self.first_event(understood, state);
        let mut effect = step(state, first, turn);
        // One question is acted upon once, and one named turn too, however often they come.
        let name = self
            .client_id
            .as_ref()
            .map_or_else(|| turn.id.to_string(), |name| format!("c:{name}"));
        let named = state.answers().map_or(name, str::to_owned);
        work.key = format!("{}:{named}", work.session);
        for _ in 0..STEPS_MAX {
            let event = match effect {
                Effect::Reply(reply) => return Ok(*reply),
                Effect::Void(void) => return Err(void.into()),
                Effect::LookUp(look_up) => match work.look_up(look_up).await {
                    Ok(looked) => Event::Looked(looked),
                    Err(refusal) => Event::Refused(to_dialogue(&refusal, |_| String::new(), None)),
                },
                Effect::Act(action) => self.act(work, *action).await?,
            };
            effect = step(state, event, turn);
        }
        Err(TurnRefused::Busy)
    }

    async fn act(&self, work: &mut Work<'_>, action: dialogue::Action) -> Result<Event, TurnRefused> {
        let for_whom = match &action {
            dialogue::Action::GiveCredit { customer, .. } => Some(*customer),
            dialogue::Action::IssueDraft { draft, .. } => {
                work.kept.draft(*draft).and_then(|draft| draft.customer)
            }
            _ => None,
        };
        let refusal = match work.act(action).await {
            Ok(outcome) => {
                let undo = work.cases.fresh(UndoId::new);
                return Ok(Event::Done {
                    outcome: Box::new(outcome),
                    undo,
                });
            }
            Err(refusal) => refusal,
        };
        let mut name = String::new();
        let mut limit = None;
        match (&refusal, for_whom) {
            (crate::Refusal::DuplicateCustomer(id), _) => {
                name = work
                    .customer(*id)
                    .await?
                    .map(|found| found.name.to_string())
                    .unwrap_or_default();
            }
            (crate::Refusal::CreditLimitExceeded, Some(id)) => {
                limit = work.customer(id).await?.and_then(|found| found.credit_limit);
            }
            _ => {}
        }
        let named = |line: usize| {
            if name.is_empty() {
                facts::line_name(&work.kept, line)
            } else {
                name.clone()
            }
        };
        Ok(Event::Refused(to_dialogue(&refusal, named, limit)))
    }

    /// Keeps the conversation and the turn, in one unit.
    async fn keep(
        &self,
        cases: &UseCases,
        caller: &Caller,
        (mut session, is_new): (Session, bool),
        state: &DialogueState,
        (began, text): (DateTime<Utc>, &str),
        answer: &TurnAnswer,
    ) -> Result<(), TurnRefused> {
        session.state = stored(state)?;
        state.language().as_str().clone_into(&mut session.language);
        let now = cases.clock.now();
        session.updated_at = now;
        let mut unit = cases.books.begin().await?;
        if is_new {
            unit.sessions().insert(&session).await?;
        } else {
            let was = session.version;
            session.version += 1;
            unit.sessions().update(&session, was).await?;
        }
        let took = (now - began).num_microseconds().unwrap_or_default();
        let turn = TurnRow {
            id: answer.turn,
            tenant: caller.tenant,
            session: session.id,
            client_id: self.client_id.clone(),
            at: began,
            text: text.to_owned(),
            intent: answer.intent.as_str().to_owned(),
            confidence: basis_points(answer.confidence),
            source: answer.source.as_str().to_owned(),
            state: state_word(answer.state).to_owned(),
            took_us: u32::try_from(took).unwrap_or(0),
            answer: serde_json::to_string(answer).map_err(|_| StoreError::Corrupt {
                what: "answer of a turn",
            })?,
        };
        unit.sessions().append_turn(&turn).await?;
        unit.commit().await?;
        Ok(())
    }
}

async fn answer(
    work: &Work<'_>,
    turn: TurnId,
    understood: &Understood,
    reply: Reply,
) -> Result<TurnAnswer, TurnRefused> {
    let clarify = match reply.clarify {
        Some(clarify) => Some(work.clarify(clarify).await?),
        None => None,
    };
    Ok(TurnAnswer {
        session: work.session,
        turn,
        intent: understood.reading.intent,
        confidence: understood.reading.confidence,
        slots: understood.reading.slots.clone(),
        source: Source::Grammar,
        took_us: understood.took_us,
        about: reply.intent,
        text: reply.text,
        language: reply.language,
        state: reply.state,
        result: work.results(reply.shown).await?,
        clarify,
        undo: reply.undo,
    })
}

/// The word on the wire for how a turn ended.
fn state_word(state: dialogue::ReplyState) -> &'static str {
    match state {
        dialogue::ReplyState::Done => "done",
        dialogue::ReplyState::NeedsConfirmation => "needs_confirmation",
        dialogue::ReplyState::NeedsChoice => "needs_choice",
        dialogue::ReplyState::Failed => "failed",
    }
}

/// A confidence in ten-thousandths, read off its decimal form so that no float is rounded by hand.
fn basis_points(confidence: f32) -> u16 {
    let decimal = format!("{:.4}", confidence.clamp(0.0, 1.0));
    decimal.replace('.', "").parse().unwrap_or(0)
}
