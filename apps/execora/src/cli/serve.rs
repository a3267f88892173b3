//! `execora serve`.

use super::{log, print, tell, token};
use crate::config::{Config, Flags};
use crate::{demo, server, wiring};
use actix_web::web;
use anyhow::Result;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;
use tokio::signal::unix::{SignalKind, signal};

#[derive(Args)]
pub(super) struct Serve {
    /// On an empty home, make the demo shop with products and customers
    #[arg(long)]
    demo: bool,
    /// The folder of the embedded store and the root key [default: ./execora-data]
    #[arg(long)]
    home: Option<PathBuf>,
    /// Host and port; port 0 picks a free one [default: 127.0.0.1:3000]
    #[arg(long)]
    listen: Option<String>,
    /// Do not run background work in this process; there is none yet, so it changes nothing
    #[arg(long)]
    no_worker: bool,
    /// Print one JSON line on stdout when requests are accepted
    #[arg(long)]
    ready_json: bool,
}

impl Serve {
    pub(super) fn run(self) -> Result<ExitCode> {
        let config = Config::load(&Flags {
            home: self.home.clone(),
            listen: self.listen.clone(),
        })?;
        log(&config.log);
        actix_web::rt::System::new().block_on(self.serve(config))
    }

    async fn serve(self, config: Config) -> Result<ExitCode> {
        let house = wiring::open(config).await?;
        if self.demo && demo::seed(&house.app.usecases).await? {
            tell("made the shop “Demo Kirana Store” with 88 products and 40 customers");
        }
        let wiring::House { store, app } = house;
        let app = web::Data::new(app);
        let running = server::bind(&store, app.clone())?;
        let host = running.address.to_string();
        self.announce(&app, &host).await?;
        let handle = running.server.handle();
        let server = actix_web::rt::spawn(running.server);
        let signal = stop_signal().await?;
        tracing::info!(signal, "stopping: accepted requests are finished");
        app.draining.cancel();
        handle.stop(true).await;
        server.await??;
        store.close().await?;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }

    async fn announce(&self, app: &web::Data<crate::app::App>, host: &str) -> Result<()> {
        let link = match token::link(&app.usecases, None, host).await {
            Ok(link) => Some(link),
            Err(reason) => {
                tell(format_args!("no sign-in link: {reason}"));
                None
            }
        };
        if self.ready_json {
            return print(json!({
                "ready": true,
                "url": format!("http://{host}"),
                "ws": format!("ws://{host}/ws"),
                "sign_in": link,
            }));
        }
        tell(format_args!("Execora listens on http://{host} (Ctrl-C stops it)"));
        if let Some(link) = link {
            tell("sign in with this link, once, within 15 minutes:");
            print(link)?;
        }
        Ok(())
    }
}

/// Waits until somebody asks the process to stop.
async fn stop_signal() -> Result<&'static str> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(tokio::select! {
        _ = interrupt.recv() => "interrupt",
        _ = terminate.recv() => "terminate",
    })
}
