//! Taking a turn: the dialogue's steps, one after the other, until there is one answer; then the conversation is kept.

use crate::perform::UseCases;
use crate::session::Session;
use crate::turn::answer::TurnAnswer;
use crate::turn::kept::Kept;
use crate::turn::open_session::{fresh, state_of};
use crate::turn::present::answer_of;
use crate::turn::refused::{TurnRefused, to_dialogue};
use crate::turn::understand::Understood;
use crate::turn::work::Work;
use execora_kernel::{Caller, PageRequest, Right, SessionId, StoreError, TurnId, UndoId};
use execora_voice_intent::dialogue::{self, DialogueState, Effect, Event, Reply, step};
use execora_voice_intent::understanding::{Intent, Language, Slots};

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
            // Nothing can leave the shop and no sound is kept yet.
            sends: false,
            records: false,
        };
        let understood = self
            .understand(cases, caller.tenant, &state, &circumstances)
            .await?;
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
                    Err(refusal) => Event::Refused(to_dialogue(&refusal, |_| String::new())),
                },
                Effect::Act(action) => work.event(*action).await?,
            };
            effect = step(state, event, turn);
        }
        Err(TurnRefused::Busy)
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
        source: understood.source,
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
