//! Who may depend on whom. A new edge needs a decision record.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read the house must fail"
)]

use cargo_metadata::{Metadata, Package};
use execora_arch::{dependencies, metadata, root};
use std::collections::{BTreeMap, BTreeSet};

/// Ring, room, and the outside crates that rooms of rings 0 to 2 may use.
const ROOMS: &[(u8, &str, &[&str])] = &[
    (
        0,
        "kernel",
        &["chrono", "chrono-tz", "serde", "thiserror", "uuid"],
    ),
    (0, "sound", &["dasp", "hound", "thiserror"]),
    (0, "text", &["rustc-hash", "unicode-normalization"]),
    (
        1,
        "customer",
        &["async-trait", "chrono", "serde", "thiserror", "triple_accel"],
    ),
    (1, "inventory", &["async-trait", "chrono", "serde", "thiserror"]),
    (1, "invoice", &["async-trait", "chrono", "serde", "thiserror"]),
    (1, "ledger", &["async-trait", "chrono", "serde", "thiserror"]),
    (
        1,
        "reminder",
        &["async-trait", "chrono", "rrule", "serde", "thiserror"],
    ),
    (
        1,
        "voice-intent",
        &[
            "async-trait",
            "chrono",
            "fluent-bundle",
            "fluent-syntax",
            "ring",
            "rustc-hash",
            "schemars",
            "serde",
            "serde_json",
            "strum",
            "thiserror",
            "triple_accel",
            "unic-langid",
        ],
    ),
    (
        1,
        "voice-protocol",
        &["chrono", "serde", "serde_json", "thiserror"],
    ),
    (
        2,
        "usecases",
        &[
            "async-trait",
            "chrono",
            "quick_cache",
            "serde",
            "serde_json",
            "thiserror",
            "tokio",
            "uuid",
        ],
    ),
    (3, "store-seaorm", &["*"]),
    (3, "store-memory", &["*"]),
    (3, "identity-biscuit", &["*"]),
    (3, "resilience", &["*"]),
    (3, "speech-local", &["*"]),
    (3, "system", &["*"]),
    (3, "testkit", &["*"]),
    (3, "migration", &["*"]),
    (4, "execora", &["*"]),
    (5, "arch", &["*"]),
    (5, "xtask", &["*"]),
];

/// Outside crates that only one room may use: what they do is that room's business.
const ONLY: &[(&str, &[&str])] = &[
    ("sea-orm", &["store-seaorm"]),
    ("sea-orm-migration", &["migration"]),
    ("biscuit-auth", &["identity-biscuit"]),
    ("actix-web", &["execora"]),
    ("triple_accel", &["customer", "voice-intent"]),
    ("dasp", &["sound"]),
];

/// The packages of the workspace, by the rooms they are.
fn rooms(metadata: &Metadata) -> BTreeMap<&str, &Package> {
    let packages = metadata.workspace_packages();
    let named = packages
        .into_iter()
        .map(|package| (room_of(&package.name), package));
    named.collect()
}

/// The room of a package: the app has the name of the house.
fn room_of(package: &str) -> &str {
    package.strip_prefix("execora-").unwrap_or(package)
}

fn room(name: &str) -> Option<(u8, &'static [&'static str])> {
    ROOMS
        .iter()
        .find(|(_, room, _)| *room == name)
        .map(|(ring, _, allowed)| (*ring, *allowed))
}

#[test]
fn every_room_stands_in_a_ring() {
    let metadata = metadata().unwrap();
    let known: BTreeSet<&str> = ROOMS.iter().map(|(_, name, _)| *name).collect();
    let there: BTreeSet<&str> = rooms(&metadata).into_keys().collect();
    assert_eq!(known, there);
}

#[test]
fn dependencies_point_inwards_only() {
    let metadata = metadata().unwrap();
    let rooms = rooms(&metadata);
    let mut broken = Vec::new();
    for (name, package) in &rooms {
        let (ring, allowed) = room(name).unwrap_or_else(|| panic!("{name} stands in no ring"));
        for dependency in dependencies(package) {
            match room(room_of(dependency)).filter(|_| rooms.contains_key(room_of(dependency))) {
                Some((inner_ring, _)) => {
                    // Domain crates never use each other, adapters never another adapter; tests' rooms may use what they test.
                    let fine = inner_ring < ring && inner_ring < 5;
                    if !fine {
                        broken.push(format!(
                            "{name} (ring {ring}) uses {dependency} (ring {inner_ring})"
                        ));
                    }
                }
                None if allowed.contains(&"*") || allowed.contains(&dependency) => {}
                None => broken.push(format!("{name} uses {dependency}, which is not on its list")),
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn some_crates_are_one_rooms_business() {
    let metadata = metadata().unwrap();
    let mut broken = Vec::new();
    for (name, package) in rooms(&metadata) {
        for dependency in dependencies(package) {
            if let Some((_, owners)) = ONLY.iter().find(|(only, _)| *only == dependency)
                && !owners.contains(&name)
            {
                broken.push(format!("{name} uses {dependency}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

/// The fuzz targets are a workspace of their own, which the others do not build: a lock file that lags behind would only
/// be noticed by who fuzzes next.
#[test]
fn the_fuzz_targets_are_locked_to_what_they_are_built_from() {
    let lock = std::fs::read_to_string(root().unwrap().join("crates/voice-intent/fuzz/Cargo.lock")).unwrap();
    let metadata = metadata().unwrap();
    let rooms = rooms(&metadata);
    let locked = |package: &str| -> BTreeSet<String> {
        let block = lock
            .split("[[package]]")
            .find(|block| block.contains(&format!("name = \"{package}\"\n")))
            .unwrap_or_else(|| panic!("{package} is not locked"));
        let list = block.split_once("dependencies = [").map_or("", |(_, list)| list);
        list.lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","))
            .map(|name| name.split(' ').next().unwrap().to_owned())
            .collect()
    };
    for name in ["kernel", "text", "voice-intent"] {
        let wanted = dependencies(rooms[name]);
        let found = locked(&format!("execora-{name}"));
        assert_eq!(
            wanted,
            found.iter().map(String::as_str).collect(),
            "run `cargo update --workspace` in crates/voice-intent/fuzz"
        );
    }
}
