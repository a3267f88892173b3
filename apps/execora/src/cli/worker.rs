//! `execora worker`: the work that nobody asked for, without a server.

use super::serve::stop_signal;
use super::{Home, tell};
use crate::{logging, wiring, worker};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct Worker {
    #[command(flatten)]
    home: Home,
}

impl Worker {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let config = self.home.config()?;
        logging::start(&config.log);
        let house = wiring::open(config).await?;
        let app = &house.app;
        let retention = app.config.retention.kept();
        let work = worker::run(app.usecases.clone(), retention, app.draining.clone());
        let work = tokio::spawn(work);
        tell("the worker runs (Ctrl-C stops it)");
        let signal = stop_signal().await?;
        tracing::info!(signal, "stopping");
        app.draining.cancel();
        work.await?;
        house.store.close().await?;
        Ok(ExitCode::SUCCESS)
    }
}
