//! `execora check`.

use super::{Home, print, tell};
use crate::wiring;
use anyhow::{Context, Result, bail};
use clap::Args;
use execora_kernel::Clock;
use execora_migration::Schema;
use execora_store_seaorm::Store;
use execora_system::SystemClock;
use execora_usecases::check::{CheckReport, check_books};
use std::process::ExitCode;

/// Recompute the whole book and name every difference; status 1 when there is one
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    home: Home,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let store = books(&self.home).await?;
        let report = check_books(store.queries().check.as_ref(), SystemClock.now())
            .await
            .context("the books cannot be read")?;
        answer(&report, self.json)
    }
}

/// The books of a home, as they are.
pub(super) async fn books(home: &Home) -> Result<Store> {
    let config = home.config()?;
    // A check reads what is there: it neither makes a home nor changes a schema.
    if config.database.url.is_empty() && !config.file("execora.db").is_file() {
        bail!("there are no books in {}", config.home.display());
    }
    let schema = Schema::connect(&config.database_url()).await?;
    if !schema.is_current().await.context("schema")? {
        bail!("the schema is not up to date: run `execora migrate up`");
    }
    schema.close().await?;
    let store = wiring::connect(&config).await?;
    // Nobody closes it: that would write the log into the file, which is the business of whoever serves.
    Ok(store)
}

/// Tells what a check came to; 1 when something differs.
pub(super) fn answer(report: &CheckReport, json: bool) -> Result<ExitCode> {
    if json {
        print(serde_json::to_string_pretty(report)?)?;
    } else {
        say(report)?;
    }
    Ok(if report.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

fn say(report: &CheckReport) -> Result<()> {
    let checked = &report.checked;
    tell(format_args!(
        "looked at {} shops, {} customers, {} entries, {} products, {} bills, {} payments, {} drafts, {} answers",
        checked.shops,
        checked.customers,
        checked.entries,
        checked.products,
        checked.invoices,
        checked.payments,
        checked.drafts,
        checked.answers,
    ));
    for difference in &report.differences {
        print(format_args!(
            "{} {}: expected {}, found {}",
            difference.kind.as_str(),
            difference.id,
            difference.expected,
            difference.found
        ))?;
    }
    if report.left_out > 0 {
        print(format_args!("and {} more", report.left_out))?;
    }
    if report.ok {
        print("nothing differs")?;
    }
    Ok(())
}
