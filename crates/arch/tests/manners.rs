//! Manners of the sources: sizes of files, a sentence at the top, no words that do not belong.
#![expect(clippy::unwrap_used, reason = "a test that cannot read the house must fail")]

use execora_arch::sources;
use std::path::{Path, PathBuf};

fn all() -> Vec<PathBuf> {
    let found = sources().unwrap();
    assert!(found.len() > 100, "the sources are there");
    found
}

fn is_test(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs")
}

#[test]
fn a_file_does_one_thing() {
    const LINES_MAX: usize = 450;
    let long: Vec<String> = all()
        .into_iter()
        .filter(|path| !is_test(path))
        .filter_map(|path| {
            let lines = std::fs::read_to_string(&path).unwrap().lines().count();
            (lines > LINES_MAX).then(|| format!("{}: {lines} lines", path.display()))
        })
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_module_opens_with_a_sentence() {
    let silent: Vec<PathBuf> = all()
        .into_iter()
        .filter(|path| !is_test(path))
        .filter(|path| !std::fs::read_to_string(path).unwrap().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn nothing_is_left_unsaid_or_switched_off() {
    let mut broken = Vec::new();
    for path in all().into_iter().filter(|p| !p.ends_with("manners.rs")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for word in [
            "todo!(",
            "unimplemented!(",
            "#[ignore",
            "#[should_panic",
            "#[allow(",
            "#![allow(",
        ] {
            if text.contains(word) {
                broken.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
