//! `/api/v1/commands`: the same turn that a spoken command takes, with its choices, its yes and its undo.

use super::body::Body;
use super::extract::{Key, May};
use super::openapi::headers::NeededKey;
use super::openapi::scalars as doc;
use super::openapi::{codes, rights};
use crate::app::App;
use crate::problem::{Code, Problem};
use crate::views::turn::CommandView;
use crate::views::words::LanguageWord;
use actix_web::{HttpResponse, post, web};
use async_trait::async_trait;
use execora_identity_biscuit::hash_code;
use execora_kernel::{PageRequest, Right, SessionId, UndoId};
use execora_usecases::reads::Guarded;
use execora_usecases::session::Session;
use execora_usecases::turn::{TEXT_MAX, TakeTurn, TurnInput, TurnRefused};
use execora_usecases::{FieldCode, Refusal, RequestKey, Scene, UnitOfWork, Verb};
use execora_voice_intent::dialogue::DialogueState;
use execora_voice_intent::understanding::Language;
use serde::Deserialize;
use utoipa::ToSchema;

/// In how many of the latest conversations a thing is looked for that is to be taken back.
const SESSIONS_SEARCHED: u16 = 50;

/// A command: `{text, session_id?, language?}`, `{undo_token}`, `{session_id, option}` or `{session_id, accept, token}`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommandRequest)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CommandBody {
    #[schema(min_length = 1, max_length = 1000)]
    pub text: Option<String>,
    /// Without one a new session begins.
    #[schema(value_type = Option<doc::SessionRef>)]
    pub session_id: Option<String>,
    /// `en`, `hi` or `hi-Latn`: the language to answer in from now on.
    #[schema(value_type = Option<LanguageWord>)]
    pub language: Option<String>,
    pub undo_token: Option<String>,
    /// The option chosen, from 1.
    #[schema(minimum = 1, maximum = 100)]
    pub option: Option<i32>,
    pub accept: Option<bool>,
    /// The token of the question that `accept` answers.
    pub token: Option<String>,
}

/// What a body asks for.
struct Asked {
    session: Option<SessionId>,
    language: Option<Language>,
    input: TurnInput,
}

impl CommandBody {
    fn parse(self) -> Result<Asked, Problem> {
        let session = match &self.session_id {
            Some(text) => Some(
                text.parse()
                    .map_err(|_| refused("/session_id", FieldCode::InvalidFormat))?,
            ),
            None => None,
        };
        let language = self.language.as_deref().map(language).transpose()?;
        let input = match &self {
            Self {
                text: Some(said),
                undo_token: None,
                option: None,
                accept: None,
                token: None,
                ..
            } => TurnInput::Said {
                text: text(said)?,
                locally: false,
            },
            Self {
                text: None,
                undo_token: Some(token),
                option: None,
                accept: None,
                token: None,
                ..
            } => {
                let id: Result<UndoId, _> = token.parse();
                TurnInput::TookBack(id.map_err(|_| over("/undo_token"))?)
            }
            Self {
                text: None,
                undo_token: None,
                option: Some(option),
                accept: None,
                token: None,
                ..
            } => {
                if !(1..=100).contains(option) {
                    return Err(refused("/option", FieldCode::OutOfRange));
                }
                TurnInput::Chose(*option)
            }
            Self {
                text: None,
                undo_token: None,
                option: None,
                accept: Some(accept),
                token: Some(token),
                ..
            } => TurnInput::Answered {
                accept: *accept,
                token: token.clone(),
            },
            Self {
                accept: Some(_),
                token: None,
                ..
            } => return Err(refused("/token", FieldCode::Required)),
            Self {
                accept: None,
                token: Some(_),
                ..
            } => return Err(refused("/accept", FieldCode::Required)),
            Self {
                text: None,
                undo_token: None,
                option: None,
                ..
            } => {
                return Err(refused("/text", FieldCode::Required));
            }
            _ => {
                let words = "send one of text, undo_token, option, or accept with token";
                return Err(Problem::new(Code::ValidationFailed).saying(words));
            }
        };
        let answers = matches!(input, TurnInput::Chose(_) | TurnInput::Answered { .. });
        if answers && session.is_none() {
            return Err(refused("/session_id", FieldCode::Required));
        }
        Ok(Asked {
            session,
            language,
            input,
        })
    }
}

fn refused(pointer: &str, code: FieldCode) -> Problem {
    Problem::field(pointer, code)
}

/// What was answered, chosen or taken back is over.
fn over(pointer: &str) -> Problem {
    Problem::new(Code::CodeWrong)
        .saying("it is over, or it was never asked")
        .at(pointer)
}

fn text(said: &str) -> Result<String, Problem> {
    if said.trim().is_empty() {
        return Err(refused("/text", FieldCode::Required));
    }
    if said.chars().count() > TEXT_MAX {
        return Err(refused("/text", FieldCode::TooLong));
    }
    Ok(said.to_owned())
}

fn language(tag: &str) -> Result<Language, Problem> {
    match tag {
        "en" => Ok(Language::English),
        "hi" => Ok(Language::Hindi),
        "hi-Latn" => Ok(Language::Hinglish),
        _ => Err(refused("/language", FieldCode::InvalidFormat)),
    }
}

/// Claims a request and settles in which conversation it is answered, so that the same request finds the same one.
struct ClaimCommand {
    session: Option<SessionId>,
    /// A new conversation begins when none is named.
    begins: bool,
    /// What is to be taken back; its conversation is looked for when none is named.
    undo: Option<UndoId>,
    language: Option<Language>,
}

/// The conversation of this caller in which the thing was done.
async fn done_in(scene: &Scene<'_>, undo: UndoId) -> Result<Option<SessionId>, Refusal> {
    let page = PageRequest::first(SESSIONS_SEARCHED);
    let sessions = scene.queries.sessions.list(scene.tenant(), page).await?.items;
    let holds = |session: &&Session| {
        let state: Option<DialogueState> = serde_json::from_str(&session.state).ok();
        let mine = session.user == scene.caller.user;
        mine && state.is_some_and(|state| state.can_be_undone(scene.now).any(|thing| thing.id == undo))
    };
    Ok(sessions.iter().find(holds).map(|session| session.id))
}

#[async_trait]
impl Verb for ClaimCommand {
    type Output = Option<SessionId>;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Self::Output, Refusal> {
        scene.caller.require(Right::VOICE_USE, None, scene.now)?;
        if let (None, Some(undo)) = (self.session, self.undo) {
            return done_in(scene, undo).await;
        }
        if self.session.is_some() || !self.begins {
            return Ok(self.session);
        }
        let mut state = DialogueState::for_shop(&scene.shop.language);
        state.set_language(self.language);
        let corrupt = |_| execora_kernel::StoreError::Corrupt { what: "conversation" };
        let session = Session {
            id: scene.id(SessionId::new),
            tenant: scene.tenant(),
            user: scene.caller.user,
            language: state.tag().to_owned(),
            state: serde_json::to_string(&state).map_err(corrupt)?,
            started_at: scene.now,
            ended_at: None,
            updated_at: scene.now,
            version: 1,
        };
        unit.sessions().insert(&session).await?;
        Ok(Some(session.id))
    }
}

/// The name of a turn that came with a request key: of fixed length, whatever the key.
fn turn_name(key: &RequestKey) -> String {
    format!(
        "key:{}",
        hex::encode(hash_code(&key.key).get(..16).unwrap_or_default())
    )
}

fn problem(refused: TurnRefused) -> Problem {
    match refused {
        TurnRefused::Forbidden(forbidden) => forbidden.into(),
        TurnRefused::UnknownSession => Problem::new(Code::NotFound),
        TurnRefused::ClarifyExpired | TurnRefused::ClarifyUnknown => over("/token"),
        TurnRefused::UndoExpired => over("/undo_token"),
        TurnRefused::Busy => Problem::new(Code::Unavailable),
        TurnRefused::Store(error) => error.into(),
    }
}

/// Takes a turn: a command in words, a choice, a yes or no, or taking something back.
#[utoipa::path(
    tag = "commands",
    operation_id = "take_command",
    request_body = CommandBody,
    params(NeededKey),
    responses((status = 200, description = "What it came to.", body = CommandView)),
    extensions(("x-rights" = json!(rights(&[TakeTurn::RIGHT]))), ("x-codes" = json!(codes(&[Code::CodeWrong]))))
)]
#[post("/api/v1/commands")]
pub async fn take(
    app: web::Data<App>,
    signed: May<TakeTurn>,
    key: Key,
    body: Body<CommandBody>,
) -> Result<HttpResponse, Problem> {
    let key = key.required(&body.fingerprint)?;
    let asked = body.value.parse()?;
    let begins = matches!(asked.input, TurnInput::Said { .. });
    let undo = match asked.input {
        TurnInput::TookBack(undo) => Some(undo),
        _ => None,
    };
    let claim = ClaimCommand {
        session: asked.session,
        begins,
        undo,
        language: asked.language,
    };
    let claimed = app.usecases.perform(&signed.caller, &claim, Some(&key)).await?;
    let turn = TakeTurn {
        session: claimed.value,
        client_id: Some(turn_name(&key)),
        language: asked.language,
        input: asked.input,
    };
    // Turns are numbered in the order of their making: an earlier number is an earlier answer.
    let before = app.usecases.fresh(|uuid| uuid);
    let answer = turn.run(&app.usecases, &signed.caller).await.map_err(problem)?;
    let mut response = HttpResponse::Ok();
    if claimed.replayed && answer.turn.uuid() < before {
        response.insert_header(("idempotency-replayed", "true"));
    }
    Ok(response.json(CommandView::from(&answer)))
}
