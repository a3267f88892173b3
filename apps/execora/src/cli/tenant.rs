//! `execora tenant create`.

use super::{Home, print, tell};
use crate::wiring;
use anyhow::{Context, Result, anyhow};
use clap::Subcommand;
use execora_kernel::{Email, Gstin, Label, StateCode};
use execora_usecases::OpenShop;
use serde_json::json;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum Tenant {
    /// Make a shop with its owner
    Create {
        #[command(flatten)]
        home: Home,
        /// What the shop is called
        #[arg(long)]
        name: String,
        /// The owner's e-mail address
        #[arg(long)]
        owner_email: String,
        /// The shop's GST number
        #[arg(long)]
        gstin: Option<String>,
        /// The two-digit GST code of the shop's state; that of the GSTIN when there is one, else 09
        #[arg(long)]
        state: Option<String>,
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
}

impl Tenant {
    pub(super) async fn run(self) -> Result<ExitCode> {
        let Self::Create {
            home,
            name,
            owner_email,
            gstin,
            state,
            json,
        } = self;
        let gstin = gstin.map(|g| Gstin::parse(&g)).transpose().context("--gstin")?;
        let state = match (state, &gstin) {
            (Some(code), _) => StateCode::parse(&code).context("--state")?,
            (None, Some(gstin)) => gstin.state().context("--gstin")?,
            (None, None) => StateCode::parse("09")?,
        };
        if gstin
            .as_ref()
            .and_then(Gstin::state)
            .is_some_and(|of_gstin| of_gstin != state)
        {
            return Err(anyhow!("--state is not the state of the GSTIN"));
        }
        let open = OpenShop {
            name: Label::parse(&name).context("--name")?,
            owner_email: Email::parse(&owner_email).context("--owner-email")?,
            gstin,
            state,
        };
        let house = wiring::open(home.config()?).await?;
        let opened = open
            .run(&house.app.usecases)
            .await
            .context("the shop could not be made")?;
        house.store.close().await?;
        if json {
            print(json!({ "tenant_id": opened.shop.tenant, "owner_id": opened.owner.id }))?;
        } else {
            tell(format_args!("made the shop {} with its owner", opened.shop.name));
            print(format_args!(
                "tenant {}\nowner  {}",
                opened.shop.tenant, opened.owner.id
            ))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}
