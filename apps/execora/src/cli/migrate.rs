//! `execora migrate up|status`.

use super::{Home, print, tell};
use crate::wiring;
use anyhow::Result;
use clap::Subcommand;
use execora_migration::Schema;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Migrate {
    /// Bring the schema up to date; one at a time
    Up(Home),
    /// Show every step and whether it was taken; status 1 when one is missing
    Status(Home),
}

impl Migrate {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let (Self::Up(home) | Self::Status(home)) = &self;
        let config = home.config()?;
        config.make_home()?;
        wiring::make_sqlite_file(&config)?;
        let schema = Schema::connect(&config.database_url()).await?;
        if matches!(self, Self::Up(_)) {
            schema.up().await?;
        }
        let mut current = true;
        for step in schema.status().await? {
            current &= step.applied;
            print(format_args!(
                "{} {}",
                if step.applied { "applied" } else { "pending" },
                step.name
            ))?;
        }
        schema.close().await?;
        if !current {
            tell("the schema is not up to date: run `execora migrate up`");
        }
        Ok(if current {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }
}
