//! Settings: secrets are masked by what they are, references are read and not shown, and the home is its owner's alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Shop, program};
use serde_json::Value;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

fn show(settings: &[(&str, &str)]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let done = program()
        .args(["config", "show"])
        .envs(settings.iter().copied())
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.code(), text(&done.stdout), text(&done.stderr))
}

#[test]
fn a_secret_is_masked_whatever_form_its_value_has() {
    for url in [
        "postgres://app:hunter2@db/books",
        "postgres://db/books?user=app&password=hunter2",
        "postgres://hunter2",
        "hunter2",
        "[hunter2]",
        "{a=hunter2}",
        "\"hunter2\"",
        "password=hunter2 host=db",
        "1234567",
        "true",
    ] {
        let (status, shown, said) = show(&[("EXECORA_DATABASE__URL", url)]);
        assert_eq!(status, Some(0), "{url}: {said}");
        let shown: Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(shown["database"]["url"], "••••", "{url}");
        assert!(!said.contains("hunter2"));
    }
    let (_, shown, _) = show(&[]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["database"]["url"], "", "nothing was set");
}

#[test]
fn a_reference_is_read_and_shown_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        format!("file:{}", path.display())
    };
    let (url, number, word) = (
        file("url", "postgres://app:hunter2@db/books\n"),
        file("number", "3\n"),
        file("word", "hunter3"),
    );
    let (status, shown, said) = show(&[
        ("EXECORA_DATABASE__URL", &url),
        ("EXECORA_DATABASE__CONNECTIONS_MAX", &number),
    ]);
    assert_eq!(status, Some(0), "{said}");
    assert!(!shown.contains("hunter2"), "{shown}");
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["database"]["url"], url.as_str());
    assert_eq!(shown["database"]["connections_max"], number.as_str());
    for (name, value, told) in [
        (
            "EXECORA_DATABASE__CONNECTIONS_MAX",
            word.as_str(),
            "database.connections_max",
        ),
        ("EXECORA_DATABASE__URL", "file:/no/such/file", "database.url"),
        (
            "EXECORA_DATABASE__URL",
            "vault:secret/data/execora#hunter3",
            "file:",
        ),
        ("EXECORA_DATABASE__URL", "aws-sm:execora#hunter3", "file:"),
        ("EXECORA_NO__SUCH", "hunter3", "no"),
        ("EXECORA_LIMITS__SOCKETS", "hunter3", "limits.sockets"),
    ] {
        let (status, _, said) = show(&[(name, value)]);
        assert_eq!(status, Some(1), "{name}={value}");
        assert!(said.contains(told) && !said.contains("hunter3"), "{said}");
    }
    let (_, shown, _) = show(&[("EXECORA_CORS__ORIGINS", "https://a.example, https://b.example")]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(
        shown["cors"]["origins"],
        serde_json::json!(["https://a.example", "https://b.example"])
    );
}

fn modes(folder: &Path, found: &mut Vec<(String, u32)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        found.push((path.display().to_string(), mode));
        if path.is_dir() {
            modes(&path, found);
        }
    }
}

#[test]
fn all_in_the_home_is_its_owners_alone_or_the_start_is_refused() {
    let shop = Shop::open();
    assert_eq!(shop.run(&["say", "Rahul ka balance"]).0, Some(0));
    let home = shop.home.path().join("shop");
    let mut found = Vec::new();
    modes(&home, &mut found);
    assert!(
        found.len() >= 5,
        "database, wal, shm, keys and a conversation: {found:?}"
    );
    let open: Vec<_> = found.iter().filter(|(_, mode)| mode & 0o077 != 0).collect();
    assert!(open.is_empty(), "{open:?}");
    let database = home.join("execora.db");
    for (path, mode) in [(&database, 0o644), (&home, 0o755)] {
        let before = fs::metadata(path).unwrap().permissions();
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
        let done = program()
            .args(["token", "mint", "--home"])
            .arg(&home)
            .output()
            .unwrap();
        assert_eq!(done.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&done.stderr).contains("chmod -R go= "));
        fs::set_permissions(path, before).unwrap();
    }
    assert_eq!(shop.run(&["token", "mint"]).0, Some(0));
}
