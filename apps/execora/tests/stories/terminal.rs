//! The command line of the real binary: what it prints, and how it ends.
#![expect(clippy::expect_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Shop, program};
use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs to the end: status, stdout, stderr.
fn ran(command: &mut Command, input: &str) -> (Option<i32>, String, String) {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut stdin = child.stdin.take().expect("stdin");
    // A command that reads nothing may have closed its end already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let done = child.wait_with_output().expect("ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

fn lines(text: &str) -> Vec<Value> {
    let parse = |line| serde_json::from_str(line).expect("a line of JSON");
    text.lines().map(parse).collect()
}

#[test]
fn parse_answers_line_by_line_and_goes_on_after_a_bad_one() {
    let input = concat!(
        r#"{"id":"c1","text":"Rahul ko 2 milk aur 1 bread ka bill bana do","now":"2026-11-22T10:00:00+05:30"}"#,
        "\n\nno json\n{\"id\":7}\n{\"id\":[1],\"text\":\"haan\"}\n"
    );
    let (status, stdout, _) = ran(program().arg("parse"), input);
    let answers = lines(&stdout);
    assert_eq!((status, answers.len()), (Some(1), 4), "{stdout}");
    let first = answers.first().expect("an answer");
    assert_eq!(
        (&first["id"], &first["intent"]),
        (&"c1".into(), &"CREATE_INVOICE".into())
    );
    assert_eq!(first["slots"]["items"][1]["product"], "bread");
    let bad: Vec<_> = answers.iter().filter(|a| a["error"].is_string()).collect();
    let places: Vec<_> = bad.iter().map(|a| a["line"].as_u64()).collect();
    assert_eq!(places, [Some(3), Some(4)], "{stdout}");
    assert_eq!(bad.last().expect("a refusal")["id"], 7);
    let last = answers.last().expect("an answer");
    assert_eq!((&last["id"][0], &last["intent"]), (&1.into(), &"AFFIRM".into()));
    assert_eq!(ran(program().arg("parse"), "{\"text\":\"haan\"}\n").0, Some(0));
}

#[test]
fn names_of_a_vocabulary_file_win_and_a_bad_file_is_refused() -> std::io::Result<()> {
    let folder = std::env::temp_dir().join(format!("execora-vocabulary-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("names.json");
    std::fs::write(&file, r#"{"customers":["Das"],"products":["5 Star chocolate"]}"#)?;
    let input = "{\"text\":\"Das ko 2 5 star chocolate ka bill bana do\"}\n";
    let (status, stdout, _) = ran(
        program().args(["parse", "--explain", "--vocabulary"]).arg(&file),
        input,
    );
    assert_eq!(status, Some(0));
    assert!(stdout.contains(r#""customer":"Das""#), "{stdout}");
    assert!(
        stdout.contains(r#"{"product":"5 star chocolate","quantity":2}"#),
        "{stdout}"
    );
    assert!(stdout.contains(r#""rule":"make bill""#), "{stdout}");
    std::fs::write(&file, r#"{"kunden":[]}"#)?;
    let (status, stdout, stderr) = ran(program().args(["parse", "--vocabulary"]).arg(&file), input);
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("vocabulary"), "{stderr}");
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

#[test]
fn wrong_usage_ends_with_two_and_a_refusal_with_one() {
    let home = tempfile::tempdir().expect("temporary folder");
    let nowhere = home.path().join("nowhere");
    for args in [
        &["say"][..],
        &["nonsense"],
        &["say", "haan", "--url", "http://x", "--wav", "y"],
    ] {
        assert_eq!(ran(program().args(args), "").0, Some(2), "{args:?}");
    }
    let (status, stdout, stderr) = ran(program().args(["say", "haan", "--home"]).arg(&nowhere), "");
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("execora tenant create"), "{stderr}");
    for (name, value) in [
        ("EXECORA_HTTP__SHUTDOWN_SECONDS", "0"),
        ("EXECORA_DATABASE__CONNECTIONS_MAX", "0"),
        ("EXECORA_NONSENSE", "1"),
    ] {
        let (status, _, stderr) = ran(program().args(["config", "show"]).env(name, value), "");
        assert_eq!(status, Some(1), "{name}: {stderr}");
    }
    assert_eq!(ran(program().arg("--help"), "").0, Some(0));
}

#[test]
fn a_yes_at_the_terminal_answers_what_the_terminal_was_asked_and_nobody_else() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let before = owner.balance(&suresh);
    let command = json!({ "text": "Suresh ko 70000 udhaar likh do" });
    let asked = owner.post("/api/v1/commands", "asked", &command);
    assert_eq!(asked.text("/state"), "needs_confirmation", "{}", asked.body);
    let (status, said) = shop.run(&["say", "haan"]);
    assert_eq!(
        (owner.balance(&suresh), status.is_some()),
        (before, true),
        "{said}"
    );
    // What the terminal itself was asked goes on.
    shop.run(&["say", "Suresh ko 6000 udhaar likh do"]);
    let (_, said) = shop.run(&["say", "haan"]);
    assert_eq!(owner.balance(&suresh), before + 600_000, "{said}");
}

#[test]
fn a_turn_is_taken_at_the_shop_that_is_served_elsewhere() {
    let shop = Shop::open();
    let say = |words: &[&str], token: &str| {
        let mut command = program();
        command
            .args(["say", "--url", &shop.url])
            .args(words)
            .env("EXECORA_TOKEN", token);
        ran(&mut command, "")
    };
    let token = shop.token(&[]);
    let (status, stdout, stderr) = say(&["Rahul ko 2 milk ka bill bana do", "--json", "--yes"], &token);
    assert_eq!(status, Some(0), "{stderr}");
    let messages = lines(&stdout);
    let kinds: Vec<_> = messages.iter().filter_map(|m| m["type"].as_str()).collect();
    let (asked, done) = (
        ["TRANSCRIPT", "INTENT", "CLARIFY", "RESPONSE"],
        ["INTENT", "RESPONSE"],
    );
    assert_eq!(kinds, [&asked[..], &done].concat());
    let last = messages.last().expect("a message");
    assert_eq!(last["data"]["result"]["invoice"]["total_paise"], 5_600);
    let owner = shop.owner();
    assert_eq!(owner.balance(&owner.customer("Rahul")), 5_600);
    assert_eq!(
        say(&["asdf qwer"], &token).0,
        Some(1),
        "what is not understood fails"
    );
    let (status, stdout, stderr) = say(&["haan"], "not-a-token");
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("unauthenticated"), "{stderr}");
}
