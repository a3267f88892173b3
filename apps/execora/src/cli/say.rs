//! `execora say` (being written).
use anyhow::{Result, bail};
#[derive(clap::Args)]
pub(super) struct Say {
    text: Vec<String>,
}
impl Say {
    pub(super) async fn run(self) -> Result<std::process::ExitCode> {
        bail!("{}", self.text.len())
    }
}
