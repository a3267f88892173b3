//! The house as its laws see it: where it stands, what its crates depend on, which sources it is made of. The laws themselves are
//! the tests of this crate.

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The top folder of the repository.
///
/// # Errors
/// When it is not where this crate was built.
pub fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    here.canonicalize().context("the top of the repository")
}

/// What cargo knows of the workspace and of everything it is built from, on this machine's platform, without a network.
///
/// # Errors
/// When cargo does not answer, as when the lock file lags behind.
pub fn metadata() -> Result<Metadata> {
    MetadataCommand::new()
        .manifest_path(root()?.join("Cargo.toml"))
        .other_options(vec![
            "--locked".to_owned(),
            "--offline".to_owned(),
            format!("--filter-platform={}", host()?),
        ])
        .exec()
        .context("cargo metadata")
}

fn host() -> Result<String> {
    let rustc = std::process::Command::new("rustc").arg("-vV").output();
    let told = String::from_utf8(rustc.context("rustc")?.stdout)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc names its host")?.to_owned())
}

/// What a package needs to run or to be built, by the packages' own names: a dependency that was renamed keeps none.
#[must_use]
pub fn dependencies(package: &Package) -> BTreeSet<&str> {
    let needed = package
        .dependencies
        .iter()
        .filter(|needed| needed.kind != DependencyKind::Development);
    needed.map(|needed| needed.name.as_str()).collect()
}

/// Every Rust source of the workspace.
///
/// # Errors
/// When a folder cannot be read.
pub fn sources() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in ["crates", "apps", "migration"] {
        sources_in(&root()?.join(folder), &mut found)?;
    }
    Ok(found)
}

/// Every Rust source of a folder, into `found`.
///
/// # Errors
/// When a folder cannot be read.
pub fn sources_in(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("target") {
                sources_in(&path, found)?;
            }
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    Ok(())
}
