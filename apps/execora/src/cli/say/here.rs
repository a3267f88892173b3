//! The shop in the home on this machine.

use super::Input;
use crate::cli::Home;
use crate::listening;
use crate::private;
use crate::views::turn::CommandView;
use crate::wiring::{self, House};
use anyhow::{Context, Result, bail};
use chrono::{DateTime, TimeDelta, Utc};
use execora_kernel::right::Role;
use execora_kernel::{Caller, CredentialId, CustomerId, Grants, Right, Rights};
use execora_usecases::Refusal;
use execora_usecases::reads::sessions::OwnSession;
use execora_usecases::turn::{TakeTurn, TurnInput};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long the terminal's last conversation goes on without being named.
const GOES_ON: TimeDelta = TimeDelta::minutes(2);
/// The file in the home that names it. Conversations of pages and of partners are not in it: a yes at the terminal is no
/// answer to what they were asked.
const CONVERSATION: &str = "terminal-conversation";

pub(super) struct Here {
    house: House,
    caller: Caller,
    conversation: PathBuf,
}

impl Here {
    pub(super) async fn open(home: &Home) -> Result<Self> {
        let config = home.config()?;
        let conversation = config.file(CONVERSATION);
        let house = wiring::open(config).await?;
        match owner(&house).await {
            Ok(caller) => Ok(Self {
                house,
                caller,
                conversation,
            }),
            Err(error) => {
                house.store.close().await?;
                Err(error)
            }
        }
    }

    pub(super) async fn close(self) -> Result<()> {
        Ok(self.house.store.close().await?)
    }

    pub(super) async fn take(&self, session: Option<String>, input: Input) -> Result<Value> {
        let turn = TakeTurn {
            session: session
                .map(|text| text.parse())
                .transpose()
                .context("--session")?,
            name: None,
            language: None,
            input: match input {
                Input::Said { text, locally } => TurnInput::Said { text, locally },
                Input::Yes { token } => TurnInput::Answered { accept: true, token },
            },
        };
        let answer = turn.run(&self.house.app.usecases, &self.caller).await;
        let answer = serde_json::to_value(CommandView::from(&answer.context("no answer")?.answer))?;
        if let Some(session) = answer["session_id"].as_str() {
            private::write(&self.conversation, session).context("the home")?;
        }
        Ok(answer)
    }

    /// The conversation of this terminal, if it is of the last two minutes.
    pub(super) async fn latest_session(&self) -> Result<Option<String>> {
        let Ok(Ok(id)) = fs::read_to_string(&self.conversation).map(|text| text.trim().parse()) else {
            return Ok(None);
        };
        let cases = &self.house.app.usecases;
        let since = cases.clock.now() - GOES_ON;
        let session = cases.read(&self.caller, &OwnSession(id)).await;
        let recent = match session {
            Ok(session) => Some(session).filter(|session| session.updated_at >= since),
            Err(Refusal::NotFound) => None,
            Err(refusal) => return Err(refusal.into()),
        };
        Ok(recent.map(|session| session.id.to_string()))
    }

    /// The words of a recording.
    pub(super) async fn heard(&self, path: &Path) -> Result<String> {
        let app = &self.house.app;
        let Some(recogniser) = &app.speech_to_text else {
            bail!("no recogniser is installed here (Debian packages pocketsphinx and pocketsphinx-en-us)");
        };
        let samples = execora_sound::wav::read_for_recognition(path).context("--wav")?;
        let request = listening::request(app, &self.caller, "hi-Latn").await?;
        let mut listening = recogniser.open(&request).await.context("recogniser")?;
        listening.hear(&samples).await.context("recogniser")?;
        let transcript = listening.finish().await.context("recogniser")?;
        if transcript.text.is_empty() {
            bail!("nothing was understood");
        }
        Ok(transcript.text)
    }
}

/// Whoever sits at the machine speaks for the owner of the only shop.
async fn owner(house: &House) -> Result<Caller> {
    let cases = &house.app.usecases;
    let shops = cases.first_shops(2).await?;
    let shop = match shops.as_slice() {
        [] => bail!("there is no shop yet: make one with `execora tenant create` or `execora serve --demo`"),
        [only] => only,
        _ => bail!("there are several shops in this home"),
    };
    let users = cases.people(shop.tenant).await?;
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
    fn permits(&self, right: Right, _: Option<CustomerId>, _: DateTime<Utc>) -> bool {
        self.0.has(right)
    }
    fn rights(&self) -> &Rights {
        &self.0
    }
    fn expires_at(&self) -> DateTime<Utc> {
        DateTime::<Utc>::MAX_UTC
    }
}
