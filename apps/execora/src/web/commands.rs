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
use execora_kernel::SessionId;
use execora_usecases::reads::Guarded;
use execora_usecases::turn::{TEXT_MAX, TakeTurn, TurnInput, TurnName, TurnRefused};
use execora_usecases::{FieldCode, Refusal};
use execora_voice_intent::understanding::Language;
use serde::Deserialize;
use utoipa::ToSchema;

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
            } => TurnInput::TookBack(token.parse().map_err(|_| over("/undo_token"))?),
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

fn problem(refused: TurnRefused) -> Problem {
    match refused {
        TurnRefused::Forbidden(forbidden) => forbidden.into(),
        TurnRefused::UnknownSession => Problem::new(Code::NotFound),
        TurnRefused::ClarifyExpired | TurnRefused::ClarifyUnknown => over("/token"),
        TurnRefused::UndoExpired => over("/undo_token"),
        TurnRefused::Busy => Problem::new(Code::Unavailable).saying("the turns before it took too long"),
        TurnRefused::KeyReused => Refusal::KeyReused.into(),
        TurnRefused::InProgress => Refusal::KeyInProgress.into(),
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
    let Asked {
        session,
        language,
        input,
    } = body.value.parse()?;
    let turn = TakeTurn {
        session,
        name: Some(TurnName::OfRequest(key)),
        language,
        input,
    };
    let taken = turn.run(&app.usecases, &signed.caller).await.map_err(problem)?;
    let mut response = HttpResponse::Ok();
    if taken.replayed {
        response.insert_header(("idempotency-replayed", "true"));
    }
    Ok(response.json(CommandView::from(&taken.answer)))
}
