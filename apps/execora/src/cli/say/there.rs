//! A shop that is served elsewhere, over REST.

use super::Input;
use anyhow::{Context, Result, bail};
use execora_kernel::IdSource;
use execora_system::SystemIds;
use serde_json::{Value, json};
use std::time::Duration;

/// The variable that holds the token; a flag would show it to everybody on the machine.
const TOKEN: &str = "EXECORA_TOKEN";
/// How long an answer is waited for.
const ANSWER_MAX: Duration = Duration::from_secs(30);
/// The longest answer that is read.
const ANSWER_BYTES_MAX: u64 = 1 << 20;

pub(super) struct There {
    agent: ureq::Agent,
    url: String,
    token: String,
}

impl There {
    pub(super) fn new(url: &str) -> Result<Self> {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(ANSWER_MAX));
        Ok(Self {
            agent: config.build().into(),
            url: format!("{}/api/v1/commands", url.trim_end_matches('/')),
            token: std::env::var(TOKEN).with_context(|| format!("--url needs a token in {TOKEN}"))?,
        })
    }

    pub(super) async fn take(&self, session: Option<String>, input: Input) -> Result<Value> {
        let mut body = match input {
            Input::Said { text, .. } => json!({ "text": text }),
            Input::Yes { token } => json!({ "accept": true, "token": token }),
        };
        if let Some(session) = session {
            body["session_id"] = Value::from(session);
        }
        let request = self
            .agent
            .post(&self.url)
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json")
            .header("idempotency-key", SystemIds.next().to_string());
        tokio::task::spawn_blocking(move || {
            let mut answer = request.send(body.to_string()).context("no answer")?;
            let status = answer.status();
            let limited = answer.body_mut().with_config().limit(ANSWER_BYTES_MAX);
            let answer: Value = serde_json::from_str(&limited.read_to_string().context("no answer")?)
                .with_context(|| format!("status {status} and no JSON"))?;
            if status.is_success() {
                return Ok(answer);
            }
            let told = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
            bail!("{status}: {} {}", told("code"), told("detail"))
        })
        .await?
    }
}
