//! What a person or CI runs: `cargo xtask setup | test | bench | fuzz | soak`.

mod fuzz;
mod packages;
mod peers;
mod postgres;
mod run;
mod soak;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <setup|test|bench|fuzz|soak>

  setup   install the Debian packages that tests need (as root, or with EXECORA_INSTALL=1), after naming them
  test    setup, then every test of the workspace, with a throw-away PostgreSQL beside them; with --peers instead what
          outsiders' tools make of the OpenAPI document and of a running shop (they are fetched into target/peers)
  bench   every benchmark; prints the machine first
  fuzz    [TARGET...] [--minutes N]: the fuzz targets one after the other, 10 minutes each unless told otherwise
  soak    kill [--rounds N] [--store sqlite|postgres]: kill -9 under load and `execora check`, 200 rounds unless told otherwise";

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    match work(&command, std::env::args().skip(2).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            run::tell(&format!("xtask: {error:#}"));
            ExitCode::from(
                if USAGE.contains(&format!("  {command} ")) && !command.is_empty() {
                    1
                } else {
                    2
                },
            )
        }
    }
}

fn work(command: &str, rest: Vec<String>) -> Result<()> {
    match command {
        "setup" => packages::ensure(),
        "test" => test(&rest),
        "bench" => bench(&rest),
        "fuzz" => fuzz::fuzz(&rest),
        "soak" => soak::soak(&rest),
        _ => bail!("{USAGE}"),
    }
}

/// Everything is built and tested in one profile, so that the binary that tests start is the one that ships for trying out.
fn test(rest: &[String]) -> Result<()> {
    if rest.iter().any(|word| word == "--peers") {
        return peers::peers();
    }
    packages::ensure()?;
    let postgres = postgres::start()?;
    let mut cargo = run::cargo();
    cargo
        .args(["test", "--workspace", "--release", "--locked", "--no-fail-fast"])
        .args(rest);
    cargo.env("EXECORA_TEST_POSTGRES_URL", postgres.url());
    run::check(&mut cargo, "tests")
}

fn bench(rest: &[String]) -> Result<()> {
    run::print_machine();
    let mut cargo = run::cargo();
    cargo
        .args([
            "bench",
            "--workspace",
            "--profile",
            "dist",
            "--locked",
            "--benches",
        ])
        .args(rest);
    run::check(&mut cargo, "benchmarks")
}
