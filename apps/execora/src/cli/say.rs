//! `execora say`: one turn from the terminal, by words or from a recording.

use super::{Home, print, tell};
use crate::app::App;
use crate::listening;
use crate::views::turn::CommandView;
use crate::wiring;
use anyhow::{Context, Result, bail};
use chrono::TimeDelta;
use clap::Args;
use execora_kernel::right::Role;
use execora_kernel::{Caller, CredentialId, Grants, Right, Rights, SessionId};
use execora_usecases::turn::{TakeTurn, TurnAnswer, TurnInput};
use execora_voice_intent::dialogue::{ClarifyKind, ReplyState};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// How long the home's last conversation goes on without being named.
const GOES_ON: TimeDelta = TimeDelta::minutes(2);

#[derive(Args)]
pub(super) struct Say {
    #[command(flatten)]
    home: Home,
    /// What is said
    #[arg(required_unless_present = "wav", conflicts_with = "wav")]
    text: Vec<String>,
    /// A recording of what is said: WAV, 16 bit, 8 to 48 kHz, one or two channels, at most a minute
    #[arg(long)]
    wav: Option<PathBuf>,
    /// Answer one question for confirmation with yes
    #[arg(long)]
    yes: bool,
    /// The conversation to go on with [default: the home's last one, for two minutes]
    #[arg(long)]
    session: Option<String>,
    /// Print the server's messages as JSON Lines
    #[arg(long)]
    json: bool,
}

impl Say {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let house = wiring::open(self.home.config()?).await?;
        let ended = self.talk(&house.app).await;
        house.store.close().await?;
        ended
    }

    async fn talk(&self, app: &App) -> Result<ExitCode> {
        let caller = owner(app).await?;
        let input = match &self.wav {
            Some(path) => TurnInput::Said {
                text: heard(app, &caller, path).await?,
                locally: true,
            },
            None => TurnInput::Said {
                text: self.text.join(" "),
                locally: false,
            },
        };
        let transcript = match &input {
            TurnInput::Said { text, .. } => text.clone(),
            _ => String::new(),
        };
        if self.wav.is_some() && !self.json {
            tell(format_args!("heard: {transcript}"));
        }
        let session = self.conversation(app, &caller).await?;
        let mut answer = take(app, &caller, session, input).await?;
        self.show(&answer, Some(&transcript))?;
        let question = answer
            .clarify
            .as_ref()
            .filter(|c| c.kind == ClarifyKind::Confirm)
            .map(|c| c.token.clone());
        if let (true, Some(token)) = (self.yes, question) {
            let yes = TurnInput::Answered { accept: true, token };
            answer = take(app, &caller, Some(answer.session), yes).await?;
            self.show(&answer, None)?;
        }
        Ok(if answer.state == ReplyState::Failed {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        })
    }

    async fn conversation(&self, app: &App, caller: &Caller) -> Result<Option<SessionId>> {
        if let Some(text) = &self.session {
            return Ok(Some(text.parse().context("--session")?));
        }
        let since = app.usecases.clock.now() - GOES_ON;
        let latest = app
            .usecases
            .queries
            .sessions
            .latest(caller.tenant, caller.user, since)
            .await?;
        Ok(latest.map(|s| s.id))
    }

    fn show(&self, answer: &TurnAnswer, transcript: Option<&str>) -> Result<()> {
        if !self.json {
            return print(&answer.text);
        }
        let view = serde_json::to_value(CommandView::from(answer))?;
        let pick = |names: &[&str]| -> Value {
            names
                .iter()
                .filter_map(|n| Some(((*n).to_owned(), view.get(*n)?.clone())))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        if let Some(text) = transcript {
            print(
                json!({ "type": "TRANSCRIPT", "data": { "turn_id": view["turn_id"], "text": text, "final": true } }),
            )?;
        }
        let intent = pick(&["turn_id", "intent", "confidence", "slots", "source", "took_us"]);
        print(json!({ "type": "INTENT", "data": intent }))?;
        if let Some(Value::Object(clarify)) = view.get("clarify") {
            let mut clarify = clarify.clone();
            clarify.insert("turn_id".to_owned(), view["turn_id"].clone());
            print(json!({ "type": "CLARIFY", "data": clarify }))?;
        }
        let response = pick(&[
            "session_id",
            "turn_id",
            "text",
            "language",
            "result",
            "state",
            "undo_token",
        ]);
        print(json!({ "type": "RESPONSE", "data": response }))
    }
}

async fn take(
    app: &App,
    caller: &Caller,
    session: Option<SessionId>,
    input: TurnInput,
) -> Result<TurnAnswer> {
    let turn = TakeTurn {
        session,
        client_id: None,
        language: None,
        input,
    };
    turn.run(&app.usecases, caller).await.context("no answer")
}

/// Whoever sits at the machine speaks for the owner of the only shop.
async fn owner(app: &App) -> Result<Caller> {
    let shops = app.usecases.queries.shops.first(2).await?;
    let shop = match shops.as_slice() {
        [] => bail!("there is no shop yet: make one with `execora tenant create` or `execora serve --demo`"),
        [only] => only,
        _ => bail!("there are several shops in this home"),
    };
    let users = app.usecases.queries.shops.users(shop.tenant).await?;
    let owner = users.first().context("the shop has no owner")?;
    let role: Role = owner.role.parse().context("the owner's role")?;
    Ok(Caller {
        tenant: shop.tenant,
        user: owner.id,
        credential: CredentialId(owner.id.to_string()),
        grants: Arc::new(OfRole(role.rights())),
    })
}

/// The rights of a role, without a token.
struct OfRole(Rights);

impl Grants for OfRole {
    fn permits(
        &self,
        right: Right,
        _: Option<execora_kernel::CustomerId>,
        _: chrono::DateTime<chrono::Utc>,
    ) -> bool {
        self.0.has(right)
    }
    fn rights(&self) -> &Rights {
        &self.0
    }
    fn expires_at(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::<chrono::Utc>::MAX_UTC
    }
}

async fn heard(app: &App, caller: &Caller, path: &Path) -> Result<String> {
    let Some(recogniser) = &app.speech_to_text else {
        bail!("no recogniser is installed here (Debian packages pocketsphinx and pocketsphinx-en-us)");
    };
    let samples = execora_speech_local::wav::read_for_recognition(path).context("--wav")?;
    let request = listening::request(app, caller.tenant, "hi-Latn").await?;
    let mut listening = recogniser.open(&request).await.context("recogniser")?;
    listening.hear(&samples).await.context("recogniser")?;
    let transcript = listening.finish().await.context("recogniser")?;
    if transcript.text.is_empty() {
        bail!("nothing was understood");
    }
    Ok(transcript.text)
}
