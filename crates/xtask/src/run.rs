//! Running other programs.

use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// Says something to the person who runs this.
#[expect(clippy::print_stderr, reason = "a command line speaks on stderr")]
pub(crate) fn tell(line: &str) {
    eprintln!("{line}");
}

/// The cargo that runs this.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started or fails.
pub(crate) fn check(command: &mut Command, what: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{what}: cannot start"))?;
    if !status.success() {
        bail!("{what}: failed with {status}");
    }
    Ok(())
}

/// What a program prints, or nothing when it is not there or fails.
pub(crate) fn output(program: &str, args: &[&str]) -> Option<String> {
    let done = Command::new(program)
        .args(args)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    done.status
        .success()
        .then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// What figures are to be read with.
pub(crate) fn print_machine() {
    for (program, args) in [
        ("uname", &["-srm"][..]),
        ("rustc", &["--version"]),
        ("nproc", &[]),
        ("cat", &["/proc/loadavg"]),
    ] {
        tell(&format!(
            "{program}: {}",
            output(program, args).unwrap_or_else(|| "unknown".to_owned())
        ));
    }
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    if let Some(model) = cpu.lines().find(|l| l.starts_with("model name")) {
        tell(model);
    }
}
