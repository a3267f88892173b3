//! `execora say`: one turn from the terminal, by words or from a recording.

mod here;
mod there;

use super::{Home, print, tell};
use anyhow::Result;
use clap::Args;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

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
    /// Say it to the shop that is served there, with the token in EXECORA_TOKEN, instead of the one in the home
    // A recording is recognised here, and what a local recogniser hears must be marked as such: REST has no word for it.
    #[arg(long, conflicts_with_all = ["wav", "home"])]
    url: Option<String>,
    /// Answer one question for confirmation with yes
    #[arg(long)]
    yes: bool,
    /// The conversation to go on with [default: the last one of `say` in this home, for two minutes; with --url a new one]
    #[arg(long)]
    session: Option<String>,
    /// Print the server's messages as JSON Lines
    #[arg(long)]
    json: bool,
}

/// What is put to the shop.
enum Input {
    /// Words.
    Said { text: String, locally: bool },
    /// Yes to the question of this token.
    Yes { token: String },
}

/// A shop that takes turns; its answers have the shape of `POST /api/v1/commands`.
enum Door {
    Here(Box<here::Here>),
    There(there::There),
}

impl Door {
    async fn take(&self, session: Option<String>, input: Input) -> Result<Value> {
        match self {
            Self::Here(here) => here.take(session, input).await,
            Self::There(there) => there.take(session, input).await,
        }
    }
}

impl Say {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let door = match &self.url {
            Some(url) => Door::There(there::There::new(url)?),
            None => Door::Here(Box::new(here::Here::open(&self.home).await?)),
        };
        let ended = self.talk(&door).await;
        if let Door::Here(here) = door {
            here.close().await?;
        }
        ended
    }

    async fn talk(&self, door: &Door) -> Result<ExitCode> {
        let text = match (&self.wav, door) {
            (Some(path), Door::Here(here)) => here.heard(path).await?,
            _ => self.text.join(" "),
        };
        let locally = self.wav.is_some();
        if locally && !self.json {
            tell(format_args!("heard: {text}"));
        }
        let session = match (&self.session, door) {
            (Some(session), _) => Some(session.clone()),
            (None, Door::Here(here)) => here.latest_session().await?,
            (None, Door::There(_)) => None,
        };
        let said = Input::Said {
            text: text.clone(),
            locally,
        };
        let mut answer = door.take(session, said).await?;
        self.show(&answer, Some(&text))?;
        if let (true, Some(token)) = (self.yes, question(&answer)) {
            let session = answer["session_id"].as_str().map(str::to_owned);
            answer = door.take(session, Input::Yes { token }).await?;
            self.show(&answer, None)?;
        }
        Ok(ExitCode::from(u8::from(answer["state"] == "failed")))
    }

    fn show(&self, answer: &Value, transcript: Option<&str>) -> Result<()> {
        if !self.json {
            return print(answer["text"].as_str().unwrap_or_default());
        }
        let pick = |names: &[&str]| -> Map<String, Value> {
            names
                .iter()
                .filter_map(|name| Some(((*name).to_owned(), answer.get(*name)?.clone())))
                .collect()
        };
        let message = |kind: &str, data: Value| print(json!({ "type": kind, "data": data }));
        let turn = &answer["turn_id"];
        if let Some(text) = transcript {
            message(
                "TRANSCRIPT",
                json!({ "turn_id": turn, "text": text, "final": true }),
            )?;
        }
        let intent = ["turn_id", "intent", "confidence", "slots", "source", "took_us"];
        message("INTENT", pick(&intent).into())?;
        if let Some(Value::Object(clarify)) = answer.get("clarify") {
            let mut clarify = clarify.clone();
            clarify.insert("turn_id".to_owned(), turn.clone());
            message("CLARIFY", clarify.into())?;
        }
        let response = [
            "session_id",
            "turn_id",
            "text",
            "language",
            "result",
            "state",
            "undo_token",
        ];
        message("RESPONSE", pick(&response).into())
    }
}

/// The token of the question that a yes would answer.
fn question(answer: &Value) -> Option<String> {
    let clarify = answer.get("clarify").filter(|c| c["kind"] == "confirm")?;
    clarify["token"].as_str().map(str::to_owned)
}
