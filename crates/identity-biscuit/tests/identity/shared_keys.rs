//! Several nodes: each signs with its own current key and believes what was published, until it is dropped.

use super::{grant, now};
use execora_identity_biscuit::{Identity, PublishedRoot, RootKeyError, RootKeys, TokenRefused};

fn published(keys: &RootKeys, dropped: impl Fn(u32) -> bool) -> Vec<PublishedRoot> {
    let view = |key: execora_identity_biscuit::PublicKeyView| PublishedRoot {
        dropped: dropped(key.kid),
        kid: key.kid,
        public_key: key.public_key,
    };
    keys.public_keys().into_iter().map(view).collect()
}

#[test]
fn a_published_key_is_believed_until_it_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys/root.key");
    RootKeys::load_or_create(&path).unwrap();
    let here = Identity::new(RootKeys::load(&path).unwrap());
    let there = Identity::new(RootKeys::load(&path).unwrap());
    let old = there.mint(&grant("customers:read")).unwrap();

    let second = RootKeys::rotate(&path).unwrap();
    let news = published(&second, |_| false);
    here.replace_keys(second);
    there.replace_keys(RootKeys::load(&path).unwrap().believing(&news));
    let new = here.mint(&grant("customers:read")).unwrap();
    for node in [&here, &there] {
        for text in [&old, &new] {
            assert!(node.verify(text, now()).is_ok());
        }
    }
    // Another node that has no private half of it believes the new one all the same.
    let elsewhere = RootKeys::generate().unwrap().believing(&news);
    let listed: Vec<_> = elsewhere
        .public_keys()
        .iter()
        .map(|k| (k.kid, k.current))
        .collect();
    assert_eq!(listed, [(1, true), (2, false)]);
    let elsewhere = Identity::new(elsewhere);
    assert!(elsewhere.verify(&new, now()).is_ok());

    // What was dropped is not believed any more, not even by who verified it a moment ago and has the key itself.
    let third = RootKeys::rotate(&path).unwrap();
    let mut news = published(&third, |_| false);
    let dropped = first_key_dropped(&there);
    news.push(dropped);
    there.replace_keys(RootKeys::load(&path).unwrap().believing(&news));
    assert_eq!(there.verify(&old, now()).unwrap_err(), TokenRefused::UnknownKey);
    assert!(there.verify(&new, now()).is_ok());
}

fn first_key_dropped(node: &Identity) -> PublishedRoot {
    let key = node.public_keys().into_iter().find(|key| key.kid == 1).unwrap();
    PublishedRoot {
        kid: key.kid,
        public_key: key.public_key,
        dropped: true,
    }
}

#[test]
fn a_node_that_still_signs_with_a_dropped_key_is_not_believed_either() {
    let keys = RootKeys::generate().unwrap();
    let dropped = published(&keys, |_| true);
    let identity = Identity::new(keys.believing(&dropped));
    let text = identity.mint(&grant("customers:read")).unwrap();
    assert_eq!(
        identity.verify(&text, now()).unwrap_err(),
        TokenRefused::UnknownKey
    );
    assert!(identity.public_keys().is_empty());
}

#[test]
fn keys_are_read_from_what_references_lead_to_current_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("root.key");
    RootKeys::load_or_create(&path).unwrap();
    RootKeys::rotate(&path).unwrap();
    let file = std::fs::read_to_string(&path).unwrap();
    let seed = "07".repeat(32);
    let ids = |contents: &[&str]| {
        let keys = RootKeys::from_contents(contents.iter().copied()).unwrap();
        keys.public_keys().iter().map(|k| k.kid).collect::<Vec<_>>()
    };
    assert_eq!(ids(&[&file]), [2, 1]);
    let bare = ids(&[&seed]);
    assert_eq!(
        bare,
        ids(&[&format!("{seed}\n")]),
        "the id of a bare key is always the same"
    );
    assert_eq!(ids(&[&seed, &file]), [bare[0], 2, 1]);
    assert_eq!(ids(&[&file, &file]), [2, 1], "a key that is named twice is one");
    for wrong in [&[][..], &[""], &["07"], &[file.as_str(), "x"]] {
        let refused = RootKeys::from_contents(wrong.iter().copied());
        assert!(matches!(refused, Err(RootKeyError::Damaged { .. })), "{wrong:?}");
    }
}
