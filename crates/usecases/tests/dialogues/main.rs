//! Dialogues with a shop, written as text: what was said, what was answered, and what the books show after it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what must not fail")]

mod books;
mod fixtures;
mod run;
mod script;

use script::Script;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// So many dialogues there are at least.
const DIALOGUES_MIN: usize = 300;

fn written() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues/scripts");
    let mut files = Vec::new();
    for area in fs::read_dir(root).unwrap() {
        for file in fs::read_dir(area.unwrap().path()).unwrap() {
            files.push(file.unwrap().path());
        }
    }
    files.sort();
    files
}

/// With `EXECORA_WRITE` the answers are written anew, and nothing else is: the books are always held to their lines.
#[tokio::test]
async fn every_dialogue_is_answered_as_written_and_leaves_the_books_as_written() {
    let writes = std::env::var_os("EXECORA_WRITE").is_some();
    let (mut count, mut failed, mut report) = (0, 0, String::new());
    for file in written() {
        let text = fs::read_to_string(&file).unwrap();
        let name = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display();
        let scripts = Script::all(&text).unwrap_or_else(|wrong| panic!("{name}:{wrong}"));
        let mut anew = String::new();
        for script in scripts {
            count += 1;
            let ran = run::run(&script, writes).await;
            anew.push_str(&ran.text);
            failed += usize::from(!ran.wrong.is_empty());
            for wrong in ran.wrong {
                writeln!(report, "{name}:{wrong}").unwrap();
            }
        }
        if writes && anew != text {
            fs::write(&file, anew).unwrap();
        }
    }
    assert!(report.is_empty(), "{failed} of {count} dialogues fail\n{report}");
    assert!(count >= DIALOGUES_MIN, "there are {count} dialogues");
}

#[test]
fn a_line_of_no_known_kind_is_refused_with_its_number() {
    let wrong = Script::all("## a\nshop: Rahul\n> hello\n? what\n$ invoices 0\n");
    assert_eq!(wrong.unwrap_err(), "4: no such kind of line: ? what");
}

#[test]
fn a_dialogue_that_does_not_look_at_the_books_is_refused() {
    let wrong = Script::all("## a\nshop: Rahul\n> hello\n< hi\n");
    assert_eq!(wrong.unwrap_err(), "1: looks at no books");
}

#[tokio::test]
async fn a_wrong_answer_and_a_wrong_book_are_told_with_their_lines() {
    let text = "## a\nshop: Rahul owes 500\n> Rahul ka balance batao\n< nothing\n$ balance Rahul 400\n";
    let scripts = Script::all(text).unwrap();
    let ran = run::run(&scripts[0], false).await;
    assert_eq!(ran.wrong.len(), 2, "{:?}", ran.wrong);
    assert!(ran.wrong[0].starts_with("3: "), "{:?}", ran.wrong);
    assert_eq!(ran.wrong[1], "5: balance Rahul 400, but it is 500");
    let ran = run::run(&scripts[0], true).await;
    assert_eq!(ran.wrong.len(), 1, "the books are not written anew");
    assert!(ran.text.ends_with("\n$ balance Rahul 400\n"), "{}", ran.text);
}
