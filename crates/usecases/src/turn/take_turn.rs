//! Taking a turn: what was said or chosen, through the dialogue's steps, to one answer, in one unit of work.
//!
//! The words are understood, and what can be looked up is, before the unit is open: a model may be asked, and nobody waits for it.
//! The first thing that changes something, and the end at the latest, opens the unit: it claims the turn's name, locks the session,
//! and makes sure that the conversation is where it was; if it moved on, the same words are taken from where it is now. Verbs,
//! session, turn and answer are committed once.

use crate::needs::Needs;
use crate::perform::UseCases;
use crate::session::Session;
use crate::turn::act::changes;
use crate::turn::answer::TurnAnswer;
use crate::turn::input::{TakeTurn, Taken, TurnInput};
use crate::turn::keep::Keeping;
use crate::turn::memory::Memory;
use crate::turn::open_session::fresh;
use crate::turn::progress::{Once, Progress, Silent};
use crate::turn::refused::{TurnRefused, to_dialogue};
use crate::turn::token::UndoToken;
use crate::turn::understand::Understood;
use crate::turn::work::Work;
use execora_kernel::{Caller, Right, SessionId, StoreError, TurnId};
use execora_voice_intent::dialogue::{self, DialogueState, Effect, Event, Reply, step};

/// The most steps of one turn; a dialogue that wants more is in a circle.
const STEPS_MAX: usize = 200;
/// How often a turn is taken again when the store gave up before anything of it was committed.
const ATTEMPTS_MAX: u32 = 3;

/// A conversation on its way through one turn.
struct Talk {
    turn: TurnId,
    /// What was remembered before.
    before: Memory,
    /// What the dialogue is at now.
    state: DialogueState,
    /// What it wants next.
    next: Effect,
}

/// What a turn begins from.
struct Start<'a> {
    work: Work<'a>,
    session: Session,
    is_new: bool,
    circumstances: dialogue::Turn,
    understood: Understood,
}

impl TakeTurn {
    /// Takes the turn: effect, answer, session and turn are committed together, or none of them. A turn of a conversation waits
    /// for those before it, at most [`QUEUE_WAIT_MAX`](crate::turn::QUEUE_WAIT_MAX).
    ///
    /// # Errors
    /// Why there is no answer; nothing of the turn was done then. What verbs refuse is not among these: that is answered in words.
    pub async fn run(&self, cases: &UseCases, caller: &Caller) -> Result<Taken, TurnRefused> {
        self.run_telling(cases, caller, &Silent).await
    }

    /// As [`TakeTurn::run`], and tells what the words were understood as when that is known, before the answer.
    ///
    /// # Errors
    /// As [`TakeTurn::run`].
    pub async fn run_telling(
        &self,
        cases: &UseCases,
        caller: &Caller,
        progress: &dyn Progress,
    ) -> Result<Taken, TurnRefused> {
        let progress = Once::new(progress);
        caller.require(Right::VOICE_USE, None, cases.clock.now())?;
        let _turn = match self.conversation()? {
            Some(session) => Some(cases.queues.turn(session).await?),
            None => None,
        };
        let turn = cases.fresh(TurnId::new);
        let mut attempt = 1;
        loop {
            // On the heap: whoever awaits a turn holds a pointer, and not every step that a turn may take.
            match Box::pin(self.attempt(cases, caller, turn, &progress)).await {
                Err(TurnRefused::Store(
                    StoreError::Unavailable | StoreError::Stale | StoreError::Duplicate,
                )) if attempt < ATTEMPTS_MAX => attempt += 1,
                ended => return ended,
            }
        }
    }

    async fn attempt(
        &self,
        cases: &UseCases,
        caller: &Caller,
        turn: TurnId,
        progress: &Once<'_>,
    ) -> Result<Taken, TurnRefused> {
        let Start {
            mut work,
            mut session,
            is_new,
            circumstances,
            understood,
        } = self.start(cases, caller, turn).await?;
        // A turn with a name may have been taken before: whether it is a new one is known when the name is claimed.
        if self.name.is_none() {
            progress.understood(|| understood.interpreted(turn));
        }
        let mut talk = self.begin(&work, Memory::of(&session), &understood, &circumstances)?;
        Box::pin(talk.go_on(&mut work, &circumstances)).await?;
        if let (Effect::Void(void), None) = (&talk.next, &self.name) {
            return Err((*void).into());
        }
        work.open().await?;
        if let Some(answered) = self.claim(&mut work).await? {
            return Ok(answered);
        }
        progress.understood(|| understood.interpreted(turn));
        if !is_new && let Some(moved) = locked(&mut work, &session).await? {
            // Another process took a turn meanwhile: the same words, from where the conversation is now.
            session = moved;
            work.start_anew().await?;
            talk = self.begin(&work, Memory::of(&session), &understood, &circumstances)?;
        }
        Box::pin(talk.go_on(&mut work, &circumstances)).await?;
        self.finish(work, (session, is_new), talk, understood).await
    }

    /// What the turn begins from, and what its words are understood as.
    async fn start<'a>(
        &self,
        cases: &'a UseCases,
        caller: &Caller,
        turn: TurnId,
    ) -> Result<Start<'a>, TurnRefused> {
        let began = cases.clock.now();
        let shop = cases.queries.shops.find(caller.tenant).await?;
        let shop = shop.ok_or(TurnRefused::UnknownSession)?;
        let known = self.known_session(cases, caller).await?;
        let is_new = known.is_none();
        let session = match known {
            Some(session) => session,
            None => {
                let id = cases.fresh(SessionId::new);
                fresh(id, caller, &shop.language, self.language, began)?
            }
        };
        let circumstances = dialogue::Turn {
            id: turn,
            at: shop.zone.local(began),
            confirm_above: shop.confirm_above,
            // Nothing can leave the shop and no sound is kept yet.
            sends: false,
            records: false,
        };
        let state = Memory::of(&session).dialogue;
        let understood = self
            .understand(cases, caller.tenant, &state, &circumstances)
            .await?;
        let names = (
            cases.directory(caller.tenant).await?,
            cases.catalog(caller.tenant).await?,
        );
        Ok(Start {
            work: Work::new(cases, caller, shop, session.id, (began, names)),
            session,
            is_new,
            circumstances,
            understood,
        })
    }

    /// The answer to what the dialogue came to, kept.
    async fn finish(
        &self,
        work: Work<'_>,
        (session, is_new): (Session, bool),
        Talk {
            turn,
            before,
            state,
            next,
        }: Talk,
        understood: Understood,
    ) -> Result<Taken, TurnRefused> {
        let reply = match next {
            Effect::Reply(reply) => *reply,
            Effect::Void(void) => return Err(void.into()),
            Effect::LookUp(_) | Effect::Act(_) => return Err(TurnRefused::Busy),
        };
        let answer = answer(&work, turn, &understood, reply).await?;
        let kept = Keeping {
            session,
            is_new,
            before,
            state,
            text: understood.text,
        };
        let answer = self.keep(work, kept, answer).await?;
        Ok(Taken {
            answer,
            replayed: false,
        })
    }

    /// The conversation that is named, be it by the thing that is to be taken back.
    fn conversation(&self) -> Result<Option<SessionId>, TurnRefused> {
        match (self.session, &self.input) {
            (Some(session), TurnInput::TookBack(token)) if session != token.session => {
                Err(TurnRefused::UndoExpired)
            }
            (None, TurnInput::TookBack(token)) => Ok(Some(token.session)),
            (None, TurnInput::Chose(_) | TurnInput::Answered { .. }) => Err(TurnRefused::ClarifyUnknown),
            (session, _) => Ok(session),
        }
    }

    async fn known_session(&self, cases: &UseCases, caller: &Caller) -> Result<Option<Session>, TurnRefused> {
        let Some(id) = self.conversation()? else {
            return Ok(None);
        };
        let found = cases.queries.sessions.find(caller.tenant, id).await?;
        let mine = found.filter(|session| session.user == caller.user);
        match (mine, self.session) {
            (Some(session), _) => Ok(Some(session)),
            (None, None) => Err(TurnRefused::UndoExpired),
            (None, Some(_)) => Err(TurnRefused::UnknownSession),
        }
    }

    /// The conversation before its first step.
    fn begin(
        &self,
        work: &Work<'_>,
        before: Memory,
        understood: &Understood,
        turn: &dialogue::Turn,
    ) -> Result<Talk, TurnRefused> {
        let mut state = before.seen_by(&work.caller, understood.reading.intent, work.now)?;
        if self.language.is_some() {
            state.set_language(self.language);
        }
        let first = self.first_event(understood, &state);
        let next = step(&mut state, first, turn);
        Ok(Talk {
            turn: turn.id,
            before,
            state,
            next,
        })
    }
}

impl Talk {
    /// Steps until there is a reply, or until something is to be done for which the unit has to be open.
    async fn go_on(&mut self, work: &mut Work<'_>, turn: &dialogue::Turn) -> Result<(), TurnRefused> {
        for _ in 0..STEPS_MAX {
            let event = match &self.next {
                Effect::Reply(_) | Effect::Void(_) => return Ok(()),
                Effect::Act(action) if changes(action) && !work.is_open() => return Ok(()),
                Effect::Act(action) => work.event(action.as_ref().clone()).await?,
                Effect::LookUp(look_up) => match work.look_up(look_up.clone()).await {
                    Ok(looked) => Event::Looked(looked),
                    Err(refusal) => {
                        work.refused(&refusal)?;
                        Event::Refused(to_dialogue(&refusal, |_| String::new()))
                    }
                },
            };
            self.next = step(&mut self.state, event, turn);
        }
        Err(TurnRefused::Busy)
    }
}

/// Locks the conversation; the session as it is now when it is not what it was.
async fn locked(work: &mut Work<'_>, seen: &Session) -> Result<Option<Session>, TurnRefused> {
    let found = work.unit()?.sessions().lock(seen.tenant, seen.id).await?;
    let session = found.ok_or(TurnRefused::UnknownSession)?;
    Ok((session.version != seen.version).then_some(session))
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
    let reading = &understood.reading;
    let session = work.session;
    Ok(TurnAnswer {
        session,
        turn,
        intent: reading.intent,
        confidence: reading.confidence,
        slots: reading.slots.clone(),
        source: understood.source,
        took_us: understood.took_us,
        commands: std::iter::once(reading.intent)
            .chain(reading.also.iter().map(|also| also.intent))
            .collect(),
        about: reply.intent,
        text: reply.text,
        language: reply.language,
        state: reply.state,
        result: work.results(reply.shown).await?,
        clarify,
        undo: reply.undo.map(|thing| UndoToken { session, thing }),
        needs: Needs::default(),
    })
}
