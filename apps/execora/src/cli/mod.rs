//! The command line: results on stdout, everything else on stderr, 0 done, 1 refused or failed, 2 wrong usage.

mod check;
mod migrate;
mod parse;
mod say;
mod serve;
mod tenant;
mod token;
mod worker;

use crate::config::{Config, Flags};
use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// A shop's books by talking.
#[derive(Parser)]
#[command(name = "execora", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Where the home is.
#[derive(clap::Args, Clone)]
pub(crate) struct Home {
    /// The folder of the embedded store and the root key [default: ./execora-data]
    #[arg(long)]
    pub(crate) home: Option<PathBuf>,
}

impl Home {
    pub(crate) fn config(&self) -> Result<Config> {
        Config::load(&Flags {
            home: self.home.clone(),
            listen: None,
        })
    }
}

#[derive(Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Serve),
    /// Do the work that nobody asked for, without a server: clean-up
    Worker(worker::Worker),
    /// Bring the schema up to date, or show where it is
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// Recompute the whole book and name every difference
    Check(check::Check),
    /// Understand commands: JSON Lines in, JSON Lines out, without a store
    Parse(parse::Parse),
    /// Take one turn against the shop
    Say(say::Say),
    /// Make and inspect tokens
    #[command(subcommand)]
    Token(token::Token),
    /// Make shops
    #[command(subcommand)]
    Tenant(tenant::Tenant),
    /// Show the settings in force, secrets masked
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print the OpenAPI document
    Openapi,
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Print the settings
    Show(Home),
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    // clap ends with 2 on wrong usage and with 0 on --help.
    let cli = Cli::parse();
    match run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln_error(&error);
            ExitCode::from(1)
        }
    }
}

fn eprintln_error(error: &anyhow::Error) {
    tell(format_args!("execora: {error:#}"));
}

/// Writes a result line.
///
/// # Errors
/// When stdout is gone.
pub(crate) fn print(line: impl std::fmt::Display) -> Result<()> {
    use std::io::Write;
    writeln!(std::io::stdout().lock(), "{line}").context("stdout")
}

/// Writes a line for people. Where stderr cannot be written nobody reads it either, and that stops nothing.
pub(crate) fn tell(line: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

fn run(cli: Cli) -> Result<ExitCode> {
    match cli.command {
        Command::Serve(serve) => serve.run(),
        Command::Parse(parse) => parse.run(),
        Command::Worker(worker) => wait(worker.run()),
        Command::Migrate(migrate) => wait(migrate.run()),
        Command::Check(check) => wait(check.run()),
        Command::Say(say) => wait(say.run()),
        Command::Token(token) => wait(token.run()),
        Command::Tenant(tenant) => wait(tenant.run()),
        Command::Config(ConfigCommand::Show(home)) => {
            print(serde_json::to_string_pretty(&home.config()?.shown()?)?)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Openapi => {
            print(crate::web::openapi::text().trim_end())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "execora", &mut std::io::stdout());
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn wait(work: impl Future<Output = Result<ExitCode>>) -> Result<ExitCode> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}
