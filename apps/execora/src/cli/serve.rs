//! `execora serve`.

use super::{print, tell, token};
use crate::config::{Config, Flags};
use crate::{demo, logging, server, wiring, worker};
use actix_web::web;
use anyhow::Result;
use clap::Args;
use serde_json::json;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
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
    /// Do not run background work in this process; `execora worker` does it
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
        logging::start(&config.log);
        actix_web::rt::System::new().block_on(self.serve(config))
    }

    async fn serve(self, config: Config) -> Result<ExitCode> {
        let house = wiring::open(config).await?;
        if self.demo && demo::seed(&house.app.usecases).await? {
            tell("made the shop “Demo Kirana Store” with 88 products and 40 customers");
        }
        let wiring::House {
            store,
            schema,
            app,
            watch,
        } = house;
        let app = web::Data::new(app);
        actix_web::rt::spawn(watch.follow(app.clone()));
        let work = worker::run(
            app.usecases.clone(),
            app.config.retention.kept(),
            app.draining.clone(),
        );
        let work = (!self.no_worker).then(|| actix_web::rt::spawn(work));
        let running = server::bind(schema.clone(), app.clone())?;
        let host = reachable(running.address).to_string();
        self.announce(&app, &host).await?;
        let handle = running.server.handle();
        let server = actix_web::rt::spawn(running.server);
        let signal = stop_signal().await?;
        tracing::info!(signal, "stopping: accepted requests are finished");
        app.draining.cancel();
        handle.stop(true).await;
        server.await??;
        if let Some(work) = work {
            work.await?;
        }
        schema.close().await?;
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
        if let Some(address) = in_this_network(&app.config.listen, host) {
            tell(format_args!(
                "others in this network reach it on http://{address}"
            ));
        }
        if let Some(link) = link {
            tell("sign in with this link, once, within 15 minutes:");
            print(link)?;
        }
        Ok(())
    }
}

/// An address that can be opened: one that stands for every address of this machine is none.
pub(super) fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

/// Where others in the network find a server that listens on every address of this machine.
fn in_this_network(listen: &str, host: &str) -> Option<SocketAddr> {
    let everywhere = listen.parse::<SocketAddr>().ok()?.ip().is_unspecified();
    let port = host.parse::<SocketAddr>().ok()?.port();
    // Nothing is sent: the system only says by which of its addresses it would reach the outside.
    let outside = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    outside.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let own = outside.local_addr().ok()?.ip();
    (everywhere && !own.is_loopback() && !own.is_unspecified()).then(|| SocketAddr::new(own, port))
}

/// Waits until somebody asks the process to stop.
pub(super) async fn stop_signal() -> Result<&'static str> {
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(tokio::select! {
        _ = interrupt.recv() => "interrupt",
        _ = terminate.recv() => "terminate",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_address_can_be_opened() {
        for (bound, printed) in [
            ("0.0.0.0:3000", "127.0.0.1:3000"),
            ("[::]:3000", "[::1]:3000"),
            ("192.168.1.7:80", "192.168.1.7:80"),
        ] {
            let address = bound.parse::<SocketAddr>().map(reachable);
            assert_eq!(address.map(|a| a.to_string()), Ok(printed.to_owned()));
        }
    }
}
