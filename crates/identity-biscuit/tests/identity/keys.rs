use crate::*;
use execora_identity_biscuit::{RootKeyError, TokenRefused};
use std::{fs, path::PathBuf};

fn place() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("keys").join("root.key");
    (directory, path)
}

#[test]
fn the_keys_of_a_file_are_the_same_at_every_start() {
    let (_directory, path) = place();
    assert!(
        matches!(RootKeys::load(&path), Err(RootKeyError::File { .. })),
        "load makes nothing"
    );
    let first = RootKeys::load_or_create(&path).unwrap();
    let second = RootKeys::load_or_create(&path).unwrap();
    assert_eq!(first.public_keys(), second.public_keys());
    let text = Identity::new(first).mint(&grant("*")).unwrap();
    assert!(Identity::new(second).verify(&text, now()).is_ok());
    assert_eq!(
        fs::read_dir(path.parent().unwrap()).unwrap().count(),
        1,
        "nothing is left beside the file"
    );
}

#[test]
fn many_that_start_at_once_agree_on_one_key() {
    let (_directory, path) = place();
    let keys: Vec<_> = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| RootKeys::load_or_create(&path).unwrap()))
            .collect();
        starts
            .into_iter()
            .map(|start| start.join().unwrap().public_keys())
            .collect()
    });
    assert!(keys.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn what_is_published_is_the_public_half_alone() {
    let (_directory, path) = place();
    let [key] = &RootKeys::load_or_create(&path).unwrap().public_keys()[..] else {
        panic!("one key")
    };
    assert_eq!(
        (key.kid, key.algorithm, key.current, key.public_key.len()),
        (1, "ed25519", true, 64)
    );
    assert!(!fs::read_to_string(&path).unwrap().contains(&key.public_key));
}

#[test]
fn after_a_rotation_old_tokens_work_until_the_next_one() {
    let (_directory, path) = place();
    let old = Identity::new(RootKeys::load_or_create(&path).unwrap());
    let (text, signed) = (old.mint(&grant("*")).unwrap(), old.sign("cursor", b"x"));
    let once = Identity::new(RootKeys::rotate(&path).unwrap());
    let listed: Vec<_> = once
        .public_keys()
        .iter()
        .map(|key| (key.kid, key.current))
        .collect();
    assert_eq!(listed, [(2, true), (1, false)]);
    assert!(once.verify(&text, now()).is_ok());
    assert!(once.open("cursor", &signed).is_some());
    assert!(
        old.verify(&once.mint(&grant("*")).unwrap(), now()).is_err(),
        "the new key is another one"
    );
    let twice = Identity::new(RootKeys::rotate(&path).unwrap());
    assert_eq!(twice.verify(&text, now()).unwrap_err(), TokenRefused::UnknownKey);
    assert_eq!(RootKeys::load(&path).unwrap().public_keys(), twice.public_keys());
}

#[cfg(unix)]
#[test]
fn the_file_and_its_directory_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_directory, path) = place();
    RootKeys::load_or_create(&path).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    RootKeys::rotate(&path).unwrap();
    assert_eq!(mode(&path), 0o600);
    for exposed in [0o640, 0o604, 0o620, 0o601] {
        fs::set_permissions(&path, fs::Permissions::from_mode(exposed)).unwrap();
        assert!(
            matches!(RootKeys::load_or_create(&path), Err(RootKeyError::Exposed)),
            "{exposed:o}"
        );
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert!(RootKeys::load_or_create(&path).is_ok());
    fs::set_permissions(path.parent().unwrap(), fs::Permissions::from_mode(0o777)).unwrap();
    assert!(matches!(
        RootKeys::load_or_create(&path),
        Err(RootKeyError::ExposedDirectory)
    ));
}

#[cfg(unix)]
#[test]
fn a_damaged_file_is_refused_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_directory, path) = place();
    RootKeys::load_or_create(&path).unwrap();
    let good = fs::read_to_string(&path).unwrap();
    let key = good.lines().nth(1).unwrap();
    for (text, line) in [
        (String::new(), 1),
        ("another format\n".to_owned(), 1),
        ("execora-root-keys 1\n".to_owned(), 2),
        (good.replace(" current ", " previous "), 2),
        (good.replace("1 current", "-1 current"), 2),
        (good[..good.len() - 3].to_owned(), 2),
        (format!("{good}{}\n", key.replace("current", "previous")), 3),
        (
            format!("{good}{}\nx\n", key.replace("1 current", "2 previous")),
            4,
        ),
    ] {
        fs::write(&path, &text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        match RootKeys::load_or_create(&path) {
            Err(RootKeyError::Damaged { line: found }) => assert_eq!(found, line, "{text}"),
            other => panic!("{other:?} from {text}"),
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}
