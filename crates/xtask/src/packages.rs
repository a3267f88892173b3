//! The Debian packages that tests need, and installing them when that is allowed.

use crate::run::{check, output, tell};
use anyhow::{Result, bail};
use std::process::Command;

/// Package and what it is for.
const PACKAGES: &[(&str, &str)] = &[
    (
        "postgresql",
        "the second database that every storage test runs on",
    ),
    ("espeak-ng", "speaks the sentences that the recogniser hears"),
    ("pocketsphinx", "the offline recogniser"),
    ("pocketsphinx-en-us", "its model"),
    ("chromium", "the browser that opens the voice page"),
    ("chromium-driver", "drives it"),
    ("fonts-noto-core", "Devanagari in the browser"),
];

/// Installs what is missing, after naming it.
///
/// # Errors
/// When something is missing and may not or cannot be installed.
pub(crate) fn ensure() -> Result<()> {
    let missing: Vec<_> = PACKAGES
        .iter()
        .filter(|(package, _)| !installed(package))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    tell("the tests need these Debian packages:");
    for (package, why) in &missing {
        tell(&format!("  {package:<20} {why}"));
    }
    let names: Vec<&str> = missing.iter().map(|(package, _)| *package).collect();
    install(&names)
}

fn install(names: &[&str]) -> Result<()> {
    let root = output("id", &["-u"]).as_deref() == Some("0");
    let allowed = std::env::var_os("EXECORA_INSTALL").is_some_and(|v| v == "1");
    if !root && !allowed {
        bail!(
            "install them with `sudo apt-get install {}`, or let this do it with EXECORA_INSTALL=1",
            names.join(" ")
        );
    }
    tell("installing them …");
    apt(root, &["update", "-q"])?;
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(names);
    apt(root, &install)
}

/// Installs the packages that bring programs which are not there, wherever those come from.
///
/// # Errors
/// When one is missing and may not or cannot be installed.
pub(crate) fn ensure_programs(programs: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<&str> = programs
        .iter()
        .filter(|(program, _)| output(program, &["--version"]).is_none())
        .flat_map(|(_, packages)| packages.split(' '))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

fn installed(package: &str) -> bool {
    output("dpkg-query", &["-W", "-f=${Status}", package]).is_some_and(|s| s.ends_with("ok installed"))
}

fn apt(root: bool, args: &[&str]) -> Result<()> {
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    check(command.args(args), "apt-get")
}
