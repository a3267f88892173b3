//! The fuzz targets, run one after the other with the stable compiler and the fuzzer's own instruments.

use crate::run::{cargo, print_machine, tell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGETS: &[&str] = &["parse", "numbers", "dates", "transliteration", "dialogue_state"];
const FOLDER: &str = "crates/voice-intent/fuzz";
/// Named, so that build scripts and macros, which are for the host, are built without the instruments.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";
const INSTRUMENTS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";
/// Two seconds of thought about one input are a finding.
const SECONDS_EACH_MAX: u32 = 2;
const MEGABYTES_MAX: u32 = 1_024;

/// What was asked for.
struct Asked {
    targets: Vec<&'static str>,
    minutes: u32,
}

/// Builds and runs the targets.
///
/// # Errors
/// When they cannot be built, or something was found; the message says where it is.
pub(crate) fn fuzz(rest: &[String]) -> Result<()> {
    let asked = asked(rest)?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let built = target.join("fuzz");
    print_machine();
    build(&root, &built)?;
    let mut found = Vec::new();
    for name in &asked.targets {
        found.extend(run(&root, &built, name, asked.minutes)?);
    }
    if found.is_empty() {
        tell("nothing was found");
        return Ok(());
    }
    bail!(
        "found:\n{}\nput each into {FOLDER}/seeds/<target>/ with what it shows mended",
        found.join("\n")
    )
}

fn asked(rest: &[String]) -> Result<Asked> {
    let mut asked = Asked {
        targets: Vec::new(),
        minutes: 10,
    };
    let mut words = rest.iter();
    while let Some(word) = words.next() {
        if word == "--minutes" {
            let minutes = words.next().context("--minutes takes a number")?;
            asked.minutes = minutes.parse().context("--minutes takes a number")?;
            if asked.minutes == 0 {
                bail!("--minutes takes at least one");
            }
        } else if let Some(target) = TARGETS.iter().find(|target| *target == word) {
            asked.targets.push(target);
        } else {
            bail!("no fuzz target {word}: there are {}", TARGETS.join(", "));
        }
    }
    if asked.targets.is_empty() {
        asked.targets = TARGETS.to_vec();
    }
    Ok(asked)
}

fn build(root: &Path, built: &Path) -> Result<()> {
    let mut cargo = cargo();
    cargo
        .current_dir(root.join(FOLDER))
        .args(["build", "--release", "--locked", "--target", PLATFORM])
        .env("CARGO_TARGET_DIR", built)
        .env("RUSTFLAGS", INSTRUMENTS)
        // Set when this runs under cargo; it would win over the flags above.
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    crate::run::check(
        &mut cargo,
        "fuzz targets (they need a C++ compiler: apt-get install build-essential)",
    )
}

/// Runs one target; the paths of what it found.
fn run(root: &Path, built: &Path, name: &str, minutes: u32) -> Result<Vec<String>> {
    let corpus = built.join("corpus").join(name);
    let findings = built.join("findings").join(name);
    std::fs::create_dir_all(&corpus)?;
    std::fs::create_dir_all(&findings)?;
    let before = files(&findings)?;
    let length = if name == "dialogue_state" { 8_192 } else { 2_048 };
    tell(&format!("{name}: {minutes} minutes"));
    let done = Command::new(built.join(PLATFORM).join("release").join(name))
        .arg(&corpus)
        .arg(root.join(FOLDER).join("seeds").join(name))
        .arg(format!("-max_total_time={}", u64::from(minutes) * 60))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(format!(
            "-dict={}",
            root.join(FOLDER).join("words.dict").display()
        ))
        .arg(format!("-timeout={SECONDS_EACH_MAX}"))
        .arg(format!("-rss_limit_mb={MEGABYTES_MAX}"))
        .arg(format!("-max_len={length}"))
        .arg("-print_final_stats=1")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .with_context(|| format!("{name}: cannot start"))?;
    let said = String::from_utf8_lossy(&done.stderr);
    let executions = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .map_or("an unknown number of", str::trim);
    let coverage = said
        .lines()
        .rfind(|line| line.contains(" cov: "))
        .unwrap_or_default();
    let found: Vec<String> = files(&findings)?
        .into_iter()
        .filter(|path| !before.contains(path))
        .collect();
    tell(&format!(
        "{name}: {executions} executions, {} findings; {coverage}",
        found.len()
    ));
    if !done.status.success() {
        for line in said
            .lines()
            .skip_while(|line| !line.contains("panicked at") && !line.contains("ERROR:"))
            .take(12)
        {
            tell(line);
        }
        if found.is_empty() {
            bail!("{name}: ended with {} and left no finding", done.status);
        }
    }
    Ok(found)
}

fn files(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        paths.push(entry?.path().display().to_string());
    }
    Ok(paths)
}
