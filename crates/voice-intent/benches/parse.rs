//! How long the grammar takes for one command of the labelled corpus.

use std::hint::black_box;

use chrono::{DateTime, FixedOffset};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use execora_voice_intent::understanding::read;
use serde_json::Value;

const CORPUS: &str = include_str!("../corpora/commands-dev.jsonl");

fn commands() -> Vec<(String, DateTime<FixedOffset>)> {
    CORPUS
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|row| {
            let now = DateTime::parse_from_rfc3339(row["now"].as_str()?).ok()?;
            Some((row["text"].as_str()?.to_owned(), now))
        })
        .collect()
}

fn parse(c: &mut Criterion) {
    let commands = commands();
    let mut group = c.benchmark_group("understanding");
    group.throughput(Throughput::Elements(
        u64::try_from(commands.len()).unwrap_or(u64::MAX),
    ));
    group.bench_function("every command of the corpus", |b| {
        b.iter(|| {
            for (text, now) in &commands {
                black_box(read(black_box(text), *now));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
