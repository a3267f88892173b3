//! What the house is built from: licences, sources and bans, by the table in `.deny.toml` (which cargo-deny reads too).
#![expect(clippy::unwrap_used, reason = "a test that cannot read the house must fail")]

use cargo_metadata::{DependencyKind, Metadata, Package};
use execora_arch::{metadata, root};
use serde::Deserialize;

#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    /// Who may depend on it all the same; nobody when empty.
    #[serde(default)]
    wrappers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

fn rules() -> Rules {
    toml::from_str(&std::fs::read_to_string(root().unwrap().join(".deny.toml")).unwrap()).unwrap()
}

fn unlicensed(package: &Package, allowed: &[spdx::Licensee]) -> Option<String> {
    let named = |what: &str| format!("{} {}: {what}", package.name, package.version);
    let Some(licence) = &package.license else {
        return Some(named("no licence is named"));
    };
    // Old manifests write `MIT/Apache-2.0`, which means either.
    let Ok(licence) = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) else {
        return Some(named("the licence cannot be read"));
    };
    let fits = licence.evaluate(|wanted| allowed.iter().any(|licensee| licensee.satisfies(wanted)));
    (!fits).then(|| named(licence.as_ref()))
}

#[test]
fn every_licence_is_on_the_list() {
    let allowed = rules().licenses.allow;
    let allowed: Vec<_> = allowed
        .iter()
        .map(|name| spdx::Licensee::parse(name).unwrap())
        .collect();
    let refused: Vec<String> = metadata()
        .unwrap()
        .packages
        .iter()
        .filter_map(|package| unlicensed(package, &allowed))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn a_licence_that_is_not_on_the_list_is_found() {
    let mit = [spdx::Licensee::parse("MIT").unwrap()];
    let metadata = metadata().unwrap();
    let package = |name: &str| {
        metadata
            .packages
            .iter()
            .find(|package| package.name == name)
            .unwrap()
    };
    assert_eq!(unlicensed(package("tokio"), &mit), None);
    assert!(unlicensed(package("ring"), &mit).is_some());
}

#[test]
fn everything_comes_from_the_registry_and_nothing_from_a_mirror() {
    let allowed = rules().sources.allow_registry;
    let lock = std::fs::read_to_string(root().unwrap().join("Cargo.lock")).unwrap();
    let strange: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = \"")?.strip_suffix('"'))
        .filter(|source| {
            let registry = source.strip_prefix("registry+");
            !registry.is_some_and(|registry| allowed.iter().any(|known| known == registry))
        })
        .collect();
    assert!(strange.is_empty(), "{strange:#?}");
}

/// Who depends on what is banned, other than those who may.
fn banned(metadata: &Metadata, bans: &[Ban]) -> Vec<String> {
    let mut found = Vec::new();
    for package in &metadata.packages {
        for ban in bans {
            // Tests may use what the house is not built from.
            let dependents = package.dependencies.iter().filter(|needed| {
                needed.name == ban.name && !needed.optional && needed.kind != DependencyKind::Development
            });
            if dependents.count() > 0 && !ban.wrappers.iter().any(|wrapper| *package.name == *wrapper) {
                found.push(format!("{} depends on {}", package.name, ban.name));
            }
            if *package.name == *ban.name && ban.wrappers.is_empty() {
                found.push(format!("{} is built in", package.name));
            }
        }
    }
    found
}

#[test]
fn what_is_banned_is_not_built_in() {
    let metadata = metadata().unwrap();
    // The lock file holds what other platforms would be built from too.
    let lock = std::fs::read_to_string(root().unwrap().join("Cargo.lock")).unwrap();
    let bans = rules().bans.deny;
    let mut found = banned(&metadata, &bans);
    for ban in bans.iter().filter(|ban| ban.wrappers.is_empty()) {
        if lock.contains(&format!("name = \"{}\"\n", ban.name)) {
            found.push(format!("{} is locked", ban.name));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_ban_is_noticed() {
    let metadata = metadata().unwrap();
    let ban = |wrappers: &[&str]| Ban {
        name: "sea-orm".to_owned(),
        wrappers: wrappers.iter().map(|name| (*name).to_owned()).collect(),
    };
    assert!(!banned(&metadata, &[ban(&[])]).is_empty());
    assert!(!banned(&metadata, &[ban(&["execora-store-seaorm"])]).is_empty());
}
