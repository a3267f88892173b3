//! How long the grammar takes for one command of the labelled corpus.

use std::hint::black_box;

use chrono::{DateTime, FixedOffset};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use execora_voice_intent::understanding::{
    NamedThing, Options, Vocabulary, VocabularyNames, read, read_with,
};
use serde_json::Value;
use std::time::Instant;

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

/// Five thousand names: half of them people, half goods, many of them with the words of the corpus.
fn vocabulary() -> Vocabulary {
    const FIRST: [&str; 10] = [
        "Rahul", "Suresh", "Amit", "Priya", "Das", "Gupta", "Sunita", "Imran", "Lakshmi", "Mohan",
    ];
    const GOODS: [&str; 10] = [
        "milk", "bread", "cheeni", "atta", "5 star", "parle g", "tel", "sabun", "chawal", "dal",
    ];
    let named = |first: &[&str], kind: &str| {
        (0..2_500)
            .map(|n| {
                let first = first.get(n % first.len()).copied().unwrap_or_default();
                let name = if n < 10 {
                    first.to_owned()
                } else {
                    format!("{first} {kind}{n}")
                };
                NamedThing::Name(name)
            })
            .collect()
    };
    Vocabulary::new(&VocabularyNames {
        customers: named(&FIRST, "k"),
        products: named(&GOODS, "p"),
    })
}

/// Percentiles of single commands, which criterion does not print.
fn percentiles(commands: &[(String, DateTime<FixedOffset>)], vocabulary: &Vocabulary) {
    for (name, vocabulary) in [("no names", None), ("5,000 names", Some(vocabulary))] {
        let options = Options {
            vocabulary,
            ..Options::default()
        };
        let mut took: Vec<u128> = (0..10)
            .flat_map(|_| commands)
            .map(|(text, now)| {
                let begin = Instant::now();
                black_box(read_with(black_box(text), *now, &options));
                begin.elapsed().as_nanos()
            })
            .collect();
        took.sort_unstable();
        let at = |part: usize| took.get(took.len() * part / 1_000).copied().unwrap_or_default();
        println!(
            "{name}: median {} ns, p99 {} ns, p99.9 {} ns over {} commands",
            at(500),
            at(990),
            at(999),
            took.len()
        );
    }
}

fn parse(c: &mut Criterion) {
    let commands = commands();
    let vocabulary = vocabulary();
    percentiles(&commands, &vocabulary);
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
    group.bench_function("the same with 5,000 names known", |b| {
        let options = Options {
            vocabulary: Some(&vocabulary),
            ..Options::default()
        };
        b.iter(|| {
            for (text, now) in &commands {
                black_box(read_with(black_box(text), *now, &options));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, parse);
criterion_main!(benches);
