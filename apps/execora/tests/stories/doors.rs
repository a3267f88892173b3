//! HTTP as it is written, at the doors of the real binary.

use crate::shop::{Client, Shop};
use serde_json::{Value, json};

#[test]
fn what_can_be_read_can_be_asked_for_without_its_body() {
    let shop = Shop::open();
    let owner = shop.owner();
    for path in ["/api/v1/customers", "/health", "/", "/api/openapi.json"] {
        let (head, get) = (owner.send("HEAD", path, &[], None), owner.get(path));
        assert_eq!((head.status, get.status), (200, 200), "{path}");
        assert_eq!(head.body, Value::String(String::new()), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
    }
    assert_eq!(owner.send("HEAD", "/api/v1/nowhere", &[], None).status, 404);
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    let shop = Shop::open();
    let owner = shop.owner();
    for (method, path, allowed) in [
        ("DELETE", "/api/v1/customers", "GET, HEAD, POST"),
        ("POST", "/api/v1/customers/search", "GET, HEAD"),
        ("GET", "/api/v1/ws-tickets", "POST"),
        ("POST", "/health", "GET, HEAD"),
        ("PATCH", "/api/v1/customers/search", "GET, HEAD"),
    ] {
        let refused = owner.send(method, path, &[("content-type", "application/json")], Some(b"{}"));
        assert_eq!(
            refused.text("/code"),
            "method_not_allowed",
            "{method} {path}: {}",
            refused.body
        );
        assert_eq!(refused.header("allow"), allowed, "{method} {path}");
    }
    // A right method on an id that is none.
    for path in [
        "/api/v1/ledger/abc",
        "/api/v1/ledger/null%2Cnull",
        "/api/v1/customers/abc",
    ] {
        let unknown = owner.get(path);
        assert_eq!(
            (unknown.status, unknown.text("/code").as_str()),
            (404, "not_found"),
            "{path}"
        );
    }
}

#[test]
fn a_packed_body_is_refused_and_people_stay_out_of_caches() {
    let shop = Shop::open();
    let owner = shop.owner();
    let packed = [("content-type", "application/json"), ("content-encoding", "gzip")];
    let refused = owner.send("POST", "/api/v1/customers", &packed, Some(b"\x1f\x8b"));
    assert_eq!(
        (refused.status, refused.text("/code").as_str()),
        (415, "unsupported_media_type")
    );
    let plain = [
        ("content-type", "application/json"),
        ("content-encoding", "identity"),
    ];
    let made = owner.send("POST", "/api/v1/customers", &plain, Some(br#"{"name":"Tara"}"#));
    assert_eq!(made.status, 201, "{}", made.body);
    for path in [
        "/api/v1/customers",
        "/api/v1/customers/search?q=ra",
        "/api/v1/auth/me",
        "/api/v1/nowhere",
    ] {
        assert_eq!(owner.get(path).header("cache-control"), "no-store", "{path}");
    }
    let one = owner.get(&format!("/api/v1/customers/{}", made.text("/id")));
    assert_eq!(one.header("cache-control"), "private, no-cache");
}

#[test]
fn what_a_stranger_says_about_himself_is_not_believed() {
    let shop = Shop::open();
    let owner = shop.owner();
    let lies = [
        ("content-type", "application/json"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "https"),
        ("forwarded", "host=evil.example;proto=https"),
    ];
    let ticket = owner.send("POST", "/api/v1/ws-tickets", &lies, Some(b"{}"));
    assert_eq!(
        ticket.text("/url"),
        format!("ws://{}/ws", shop.address()),
        "{}",
        ticket.body
    );
    let behind = Shop::open_with(&[("EXECORA_HTTP__TRUSTED_PROXIES", r#"["127.0.0.1"]"#)]);
    let ticket = behind
        .owner()
        .send("POST", "/api/v1/ws-tickets", &lies, Some(b"{}"));
    assert_eq!(ticket.text("/url"), "wss://evil.example/ws", "{}", ticket.body);
}

#[test]
fn guessing_is_bounded_by_address_and_hurts_nobody_with_a_token() {
    let shop = Shop::open_with(&[("EXECORA_LIMITS__ANONYMOUS_REQUESTS_PER_HOUR", "30")]);
    let owner = shop.owner();
    let guess = |n: usize| {
        let client = shop.client(&format!("junk{n}"));
        if n.is_multiple_of(2) {
            client.get("/api/v1/auth/me").status
        } else {
            shop.client("").get(&format!("/ws?token=junk{n}")).status
        }
    };
    let statuses: Vec<u16> = (0..40).map(guess).collect();
    assert!(
        statuses.iter().take(30).all(|status| *status == 401),
        "{statuses:?}"
    );
    assert!(
        statuses.iter().skip(30).all(|status| *status == 429),
        "{statuses:?}"
    );
    assert_eq!(owner.get("/api/v1/auth/me").status, 200);
    let refused = shop.client("").get("/api/v1/auth/me");
    assert!(!refused.header("retry-after").is_empty(), "{}", refused.body);
}

#[test]
fn the_right_comes_before_the_body_and_a_list_of_errors_ends() {
    let shop = Shop::open();
    let lines = json!({ "product_name": "", "quantity": "x" });
    let bill = json!({ "customer_id": "x", "items": vec![lines; 5_000] }).to_string();
    let reader = shop.client(&shop.token(&["--rights", "invoices:read"]));
    let refused = reader.post_text("/api/v1/invoices", "a", &bill);
    assert_eq!(
        (refused.status, refused.body["errors"].as_array().map(Vec::len)),
        (403, Some(0))
    );
    let refused = shop.owner().post_text("/api/v1/invoices", "a", &bill);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let errors = refused.body["errors"]
        .as_array()
        .map(Vec::len)
        .unwrap_or_default();
    assert!((1..=20).contains(&errors), "{errors} errors");
}

#[test]
fn one_token_given_away_does_not_use_up_its_makers_quota() {
    let shop = Shop::open_with(&[("EXECORA_LIMITS__REQUESTS_PER_HOUR", "3")]);
    let (owner, partner) = (
        shop.owner(),
        shop.client(&shop.token(&["--rights", "customers:read"])),
    );
    let ask = |client: &Client| client.get("/api/v1/auth/me").status;
    assert_eq!([0; 5].map(|_| ask(&partner)), [200, 200, 200, 429, 429]);
    assert_eq!(ask(&owner), 200);
    let wait = partner.get("/api/v1/auth/me");
    let seconds: u64 = wait.header("retry-after").parse().unwrap_or_default();
    assert!(
        (1_100..=1_201).contains(&seconds),
        "a third of the hour and not all of it: {seconds}"
    );
}

#[test]
fn a_log_that_cannot_be_written_stops_nobody() {
    let shop = Shop::open_with_full_log();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    for n in 0..5 {
        let paid = owner.post(
            "/api/v1/ledger/payment",
            &format!("full-{n}"),
            &json!({ "customer_id": suresh, "amount_paise": 100, "mode": "cash" }),
        );
        assert_eq!(paid.status, 201, "{}", paid.body);
    }
    assert_eq!(shop.stop(), Some(0));
}
