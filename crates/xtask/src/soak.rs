//! Long runs of what the tests do a few times: `cargo xtask soak kill --rounds N --store sqlite|postgres`.

use crate::{packages, postgres, run};
use anyhow::{Context, Result, bail};

/// Rounds unless told otherwise.
const ROUNDS: u32 = 200;

/// What was asked for.
struct Asked {
    rounds: u32,
    story: &'static str,
}

/// Kills the server under load, round after round, and checks the books after each.
///
/// # Errors
/// When the wish cannot be read, or something was lost, doubled or left unsound.
pub(crate) fn soak(rest: &[String]) -> Result<()> {
    let asked = asked(rest)?;
    packages::ensure()?;
    let server = postgres::start()?;
    run::print_machine();
    let mut cargo = run::cargo();
    cargo
        .args([
            "test",
            "--release",
            "--locked",
            "-p",
            "execora",
            "--test",
            "stories",
            "--",
        ])
        .args(["--nocapture", asked.story])
        .env("EXECORA_TEST_KILL_ROUNDS", asked.rounds.to_string())
        .env("EXECORA_TEST_POSTGRES_URL", server.url());
    run::check(&mut cargo, "soak")
}

fn asked(rest: &[String]) -> Result<Asked> {
    let mut words = rest.iter().map(String::as_str);
    if words.next() != Some("kill") {
        bail!("soak what? there is `kill`");
    }
    let mut asked = Asked {
        rounds: ROUNDS,
        story: "kill::on_sqlite",
    };
    while let Some(word) = words.next() {
        let value = words.next().with_context(|| format!("{word} takes a value"))?;
        match (word, value) {
            ("--rounds", rounds) => asked.rounds = rounds.parse().context("--rounds takes a number")?,
            ("--store", "sqlite") => asked.story = "kill::on_sqlite",
            ("--store", "postgres") => asked.story = "kill::on_postgresql",
            ("--store", _) => bail!("--store takes sqlite or postgres"),
            _ => bail!("soak kill takes --rounds and --store, not {word}"),
        }
    }
    if asked.rounds == 0 {
        bail!("--rounds takes at least one");
    }
    Ok(asked)
}
