//! A shop's own names cost nothing that grows with their number. Alone in its program: what is allocated beside it would count.
#![expect(clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset};
use execora_voice_intent::understanding::{NamedThing, Options, Vocabulary, VocabularyNames, read_with};

#[global_allocator]
static COUNTED: dhat::Alloc = dhat::Alloc;

/// So many customers and as many products.
fn many(count: usize) -> Vocabulary {
    let syllables = ["ra", "mo", "ki", "ta", "lu", "ve", "sha", "pri", "na", "do"];
    let name = |mut number: usize, first: &str| {
        let mut name = first.to_owned();
        while number > 0 {
            name.push_str(syllables[number % 10]);
            number /= 10;
        }
        name
    };
    let all = |first: &str, second: &str| {
        (0..count)
            .map(|n| NamedThing::Name(format!("{} {}", name(n, first), name(n / 3, second))))
            .collect()
    };
    Vocabulary::new(&VocabularyNames {
        customers: all("Su", "Go"),
        products: all("be", "cha"),
    })
}

fn options(vocabulary: &Vocabulary) -> Options<'_> {
    Options {
        vocabulary: Some(vocabulary),
        ..Options::default()
    }
}

#[test]
fn a_command_allocates_the_same_with_fifty_names_and_with_fifty_thousand() {
    let (few, lots) = (many(50), many(50_000));
    assert!(lots.len() > 90_000, "{}", lots.len());
    let text = "Rahul ko 2 kilo cheeni aur 3 packet biscuit ka bill bana do";
    let now: DateTime<FixedOffset> = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    let _profiler = dhat::Profiler::builder().testing().build();
    let allocated = |vocabulary: &Vocabulary| {
        let before = dhat::HeapStats::get();
        let reading = read_with(text, now, &options(vocabulary));
        let after = dhat::HeapStats::get();
        assert_eq!(reading.slots.items.len(), 2);
        (
            after.total_blocks - before.total_blocks,
            after.total_bytes - before.total_bytes,
        )
    };
    // What is built on the first reading of all is not counted.
    allocated(&few);
    let (small, large) = (allocated(&few), allocated(&lots));
    println!(
        "{} blocks, {} bytes with {} names; {} blocks, {} bytes with {}",
        small.0,
        small.1,
        few.len(),
        large.0,
        large.1,
        lots.len()
    );
    assert_eq!(small, large);
}
