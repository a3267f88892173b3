use crate::*;
use biscuit_auth::{
    KeyPair,
    builder::{BlockBuilder, Scope},
};
use execora_identity_biscuit::TokenRefused;
use std::time::{Duration, Instant};

pub(crate) fn refusal(text: &str) -> TokenRefused {
    identity_and(text)
        .err()
        .unwrap_or_else(|| panic!("accepted: {}", block_of(text)))
}

fn block_of(text: &str) -> String {
    UnverifiedBiscuit::from_base64(text)
        .unwrap()
        .print_block_source(1)
        .unwrap()
}

thread_local! {
    static IDENTITY: Identity = identity();
}

pub(crate) fn minted() -> String {
    IDENTITY
        .with(|identity| identity.mint(&grant("customers:read")))
        .unwrap()
}

pub(crate) fn identity_and(text: &str) -> Result<(), TokenRefused> {
    IDENTITY.with(|identity| identity.verify(text, now()).map(drop))
}

#[test]
fn an_appended_block_that_does_more_than_narrow_is_refused() {
    for block in [
        // facts and rules
        r#"right("customers", "delete")"#,
        r#"tenant("ten_00000000-0000-0000-0000-000000000009")"#,
        r#"user("usr_1"); check if time($t)"#,
        r#"right($r, "delete") <- right($r, "read")"#,
        r#"operation("ledger", "read") <- time($t)"#,
        // other kinds of checks
        r#"check all operation($r, $a), $a == "read""#,
        r#"reject if operation("customers", "delete")"#,
        // other facts, and joins
        r#"check if right("customers", "read")"#,
        r#"check if user($u)"#,
        r#"check if credential($c)"#,
        r#"check if nothing($n)"#,
        r#"check if time($t), operation($r, $a)"#,
        r#"check if operation($r, $a), operation($r, $b)"#,
        r#"check if true"#,
        r#"check if time($t, $u)"#,
        r#"check if operation("customers")"#,
        // scopes
        r#"check if time($t) trusting previous"#,
        r#"check if time($t) trusting authority"#,
        r#"check if time($t) trusting ed25519/acdd6d5b53bfee478bf689f8e012fe7988bf755e3d7c5152947abc149bc20189"#,
        // functions, arithmetic, closures, other terms
        r#"check if operation($r, $a), $r.matches("(a+)+$")"#,
        r#"check if operation($r, $a), $r.starts_with("c")"#,
        r#"check if operation($r, $a), $r.ends_with("c")"#,
        r#"check if operation($r, $a), $r.contains("c")"#,
        r#"check if operation($r, $a), $r.length() > 1"#,
        r#"check if operation($r, $a), $r.type() == "string""#,
        r#"check if operation($r, $a), $r + $a == "x""#,
        r#"check if operation($r, $a), !($r == "x")"#,
        r#"check if operation($r, $a), {"customers", "ledger"}.contains($r)"#,
        r#"check if operation($r, $a), {"customers", "ledger"}.any($x -> $x == $r)"#,
        r#"check if operation($r, $a), [1, 2].all($x -> $x == 1)"#,
        r#"check if operation($r, $a), ($r == 1).try_or(true)"#,
        r#"check if operation($r, $a), $r.extern::call()"#,
        r#"check if operation($r, $a), $r.extern::call($a)"#,
        r#"check if time($t), 1 + 1 == 2"#,
        r#"check if time($t), 1 | 1 == 1"#,
        r#"check if operation($r, $a), $r == {"customers"}"#,
        r#"check if operation($r, $a), $r == null"#,
        r#"check if operation($r, $a), $r == hex:00"#,
        r#"check if operation({"customers"}, $a)"#,
        // a good check does not excuse a bad one
        r#"check if time($t); check if right("customers", "read")"#,
        r#"check if time($t) or right("customers", "read")"#,
    ] {
        assert_eq!(
            refusal(&narrowed(&minted(), block)),
            TokenRefused::NotNarrowingOnly,
            "{block}"
        );
    }
}

#[test]
fn a_block_that_chooses_whom_it_trusts_is_refused() {
    let token = UnverifiedBiscuit::from_base64(minted()).unwrap();
    let block = BlockBuilder::new()
        .code("check if time($t)")
        .unwrap()
        .scope(Scope::Previous);
    let text = token.append(block).unwrap().to_base64().unwrap();
    assert_eq!(refusal(&text), TokenRefused::NotNarrowingOnly);
}

#[test]
fn a_bad_block_is_found_wherever_it_stands() {
    let good = "check if time($t)";
    let bad = r#"right("customers", "delete")"#;
    for at in 0..4 {
        let mut text = minted();
        for block in 0..4 {
            text = narrowed(&text, if block == at { bad } else { good });
        }
        assert_eq!(refusal(&text), TokenRefused::NotNarrowingOnly, "block {at}");
    }
}

#[test]
fn a_join_that_would_take_seconds_is_refused_at_once() {
    let numbers: String = (0..10).map(|n| format!("n({n});")).collect();
    let rule = format!("{numbers} m($a, $b, $c, $d, $e, $f) <- n($a), n($b), n($c), n($d), n($e), n($f);");
    let check = "check if operation($a, $b), operation($c, $d), operation($e, $f), operation($g, $h), operation($i, $j)";
    for block in [rule.as_str(), check] {
        let text = narrowed(&minted(), block);
        let started = Instant::now();
        assert_eq!(refusal(&text), TokenRefused::NotNarrowingOnly);
        assert!(
            started.elapsed() < Duration::from_millis(200),
            "{:?}",
            started.elapsed()
        );
    }
}

#[test]
fn a_third_party_block_is_refused() {
    let service = KeyPair::new();
    let text = minted();
    let token = IDENTITY.with(|identity| opened(identity, &text));
    let request = token.third_party_request().unwrap();
    let block = request
        .create_block(
            &service.private(),
            BlockBuilder::new().code("check if time($t)").unwrap(),
        )
        .unwrap();
    let text = token
        .append_third_party(service.public(), block)
        .unwrap()
        .to_base64()
        .unwrap();
    assert_eq!(refusal(&text), TokenRefused::NotNarrowingOnly);
}

#[test]
fn a_fifth_appended_block_and_a_text_over_4_kib_are_too_large() {
    let mut text = minted();
    for _ in 0..4 {
        text = narrowed(&text, "check if time($t)");
    }
    assert_eq!(identity_and(&text), Ok(()));
    assert_eq!(
        refusal(&narrowed(&text, "check if time($t)")),
        TokenRefused::TooLarge
    );
    let long = format!(r#"check if operation($r, $a), $r != "{}""#, "x".repeat(4096));
    assert_eq!(refusal(&narrowed(&minted(), &long)), TokenRefused::TooLarge);
    assert_eq!(refusal(&"A".repeat(1 << 20)), TokenRefused::TooLarge);
}

#[test]
fn a_text_that_is_no_token_is_malformed() {
    for text in [
        "", "=", "haan", "Bearer x", "ten_1", "\u{0}", "ह", "{}", "AAAA", "....", " ",
    ] {
        assert_eq!(refusal(text), TokenRefused::Malformed, "{text:?}");
    }
    let text = minted();
    assert_eq!(refusal(&format!(" {text}")), TokenRefused::Malformed);
    assert_eq!(refusal(&text[..text.len() / 2]), TokenRefused::Malformed);
}

#[test]
fn no_changed_character_gets_in() {
    let text = narrowed(&minted(), r#"check if operation("customers", "read")"#);
    let text = text.trim_end_matches('=').to_owned();
    assert_eq!(identity_and(&text), Ok(()));
    for at in 0..text.len() {
        let mut forged = text.clone();
        forged.replace_range(at..=at, if text.as_bytes()[at] == b'A' { "B" } else { "A" });
        assert!(identity_and(&forged).is_err(), "character {at}");
    }
}

#[test]
fn a_token_of_ours_that_says_too_little_or_two_things_is_malformed() {
    // Signed with the right key, as only another version of this program could.
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("root.key");
    let identity = Identity::new(RootKeys::load_or_create(&path).unwrap());
    let file = std::fs::read_to_string(&path).unwrap();
    let seed = hex::decode(file.split_whitespace().last().unwrap()).unwrap();
    let private = biscuit_auth::PrivateKey::from_bytes(&seed, biscuit_auth::Algorithm::Ed25519).unwrap();
    let (tenant, user) = (tenant(), grant("*").user);
    let end = "check if time($t), $t < 2027-01-15T09:00:00Z;";
    let whole = format!(r#"tenant("{tenant}"); user("{user}"); credential("c"); {end}"#);
    for (source, accepted) in [
        (whole.clone(), true),
        (whole.replace(end, ""), false),
        (whole.replace("tenant(", "shop("), false),
        (whole.replace("ten_", "usr_"), false),
        (format!(r#"{whole} credential("d");"#), false),
        (format!(r#"{whole} right("moon", "fly");"#), false),
    ] {
        let builder = Biscuit::builder().code(&source).unwrap().root_key_id(1);
        let text = builder
            .build(&KeyPair::from(&private))
            .unwrap()
            .to_base64()
            .unwrap();
        assert_eq!(
            identity
                .verify(&text, now())
                .map_err(|e| assert_eq!(e, TokenRefused::Malformed))
                .is_ok(),
            accepted
        );
    }
}
