//! The manners that a partner's program relies on: tags and versions, parameters that are named, the right before all else.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Answer, Client, Shop};
use serde_json::json;

/// (status, code, what is wrong first, where that is)
fn told(answer: &Answer) -> (u16, String, String, String, String) {
    (
        answer.status,
        answer.text("/code"),
        answer.text("/errors/0/pointer"),
        answer.text("/errors/0/code"),
        answer.text("/errors/0/in"),
    )
}

fn expected(status: u16, words: [&str; 4]) -> (u16, String, String, String, String) {
    let [code, pointer, field, place] = words.map(str::to_owned);
    (status, code, pointer, field, place)
}

fn version(answer: &Answer) -> i64 {
    answer.number("/version")
}

#[test]
fn a_sale_makes_no_change_of_a_partner_stale() {
    let shop = Shop::open();
    let owner = shop.owner();
    let (neha, bread) = (
        owner.customer("Neha"),
        owner.product("Bread")["id"].as_str().unwrap().to_owned(),
    );
    let paths = [
        format!("/api/v1/customers/{neha}"),
        format!("/api/v1/products/{bread}"),
    ];
    let before = paths.each_ref().map(|path| owner.get(path));
    let bill = owner.bill("b", &neha, &[("Bread", "1")]);
    assert_eq!(bill.status, 201, "{}", bill.body);
    for (path, before) in paths.iter().zip(&before) {
        let (after, seen) = (owner.get(path), before.header("etag"));
        assert_eq!(version(&after), version(before), "{path}");
        assert_ne!(after.header("etag"), seen, "{path} looks otherwise now");
        let part = |tag: &str| tag.split('.').next().unwrap().to_owned();
        assert_eq!(part(after.header("etag")), part(seen));
        // The reader who has the whole tag need not read again; the one who has the version alone must.
        let reads = |tag: &str| owner.send("GET", path, &[("if-none-match", tag)], None).status;
        assert_eq!(reads(after.header("etag")), 304);
        assert_eq!((reads(seen), reads(&format!("{}\"", part(seen)))), (200, 200));
        let changed = owner.patch(path, seen, &json!({ "name": "Changed" }));
        assert_eq!(changed.status, 200, "{}", changed.body);
        assert_eq!(version(&changed), version(before) + 1);
        let stale = owner.patch(path, seen, &json!({ "name": "Again" }));
        assert_eq!(
            (stale.status, stale.text("/code")),
            (412, "version_stale".to_owned())
        );
    }
    let invoice = bill.header("location").to_owned();
    let (issued, paid) = (
        owner.get(&invoice),
        json!({"customer_id": neha, "amount_paise": 100, "mode": "cash"}),
    );
    assert_eq!(owner.post("/api/v1/ledger/payment", "p", &paid).status, 201);
    let after = owner.get(&invoice);
    assert_eq!(version(&after), version(&issued));
    assert_ne!(after.header("etag"), issued.header("etag"));
}

#[test]
fn what_is_wrong_with_a_parameter_or_header_is_told_of_it() {
    let shop = Shop::open();
    let owner = shop.owner();
    let neha = owner.customer("Neha");
    let ledger = format!("/api/v1/ledger/{neha}?from=2026-11-02&to=2026-11-01");
    for (path, status, words) in [
        (
            "/api/v1/customers?limit=x",
            422,
            ["validation_failed", "/limit", "invalid_format", "query"],
        ),
        (
            "/api/v1/customers?limit=0",
            422,
            ["validation_failed", "/limit", "out_of_range", "query"],
        ),
        (
            "/api/v1/products?limit=99999",
            422,
            ["validation_failed", "/limit", "out_of_range", "query"],
        ),
        (
            "/api/v1/products?low_stock=maybe",
            422,
            ["validation_failed", "/low_stock", "invalid_format", "query"],
        ),
        (
            "/api/v1/customers?colour=red",
            400,
            ["unknown_field", "/colour", "unknown_field", "query"],
        ),
        (
            "/api/v1/customers?phone=12",
            422,
            ["validation_failed", "/phone", "invalid_format", "query"],
        ),
        (
            "/api/v1/customers?updated_since=now",
            422,
            ["validation_failed", "/updated_since", "invalid_format", "query"],
        ),
        (
            "/api/v1/customers/search",
            422,
            ["validation_failed", "/q", "required", "query"],
        ),
        (
            "/api/v1/invoices?status=open",
            422,
            ["validation_failed", "/status", "invalid_format", "query"],
        ),
        (
            "/api/v1/invoices?customer_id=7",
            422,
            ["validation_failed", "/customer_id", "invalid_format", "query"],
        ),
        (
            "/api/v1/invoices?from=2026-11-02&to=2026-11-01",
            422,
            ["validation_failed", "/to", "out_of_range", "query"],
        ),
        (
            &ledger,
            422,
            ["validation_failed", "/to", "out_of_range", "query"],
        ),
    ] {
        assert_eq!(told(&owner.get(path)), expected(status, words), "{path}");
    }
    let path = format!("/api/v1/customers/{neha}");
    let change = json!({ "nickname": "N" });
    let unreadable = expected(
        422,
        ["validation_failed", "/If-Match", "invalid_format", "header"],
    );
    for tag in ["7", "banana", "\"1\", \"2\""] {
        assert_eq!(told(&owner.patch(&path, tag, &change)), unreadable, "{tag}");
    }
    for tag in ["\"abc\"", "\"99\"", "W/\"1\""] {
        assert_eq!(owner.patch(&path, tag, &change).status, 412, "{tag}");
    }
    assert_eq!(owner.patch(&path, "*", &change).status, 200);
}

#[test]
fn customers_are_found_by_phone_and_by_what_is_new() {
    let shop = Shop::open();
    let owner = shop.owner();
    let made = |name: &str, phone: &str| {
        let body = json!({ "name": name, "phone": phone });
        owner.post("/api/v1/customers", name, &body)
    };
    let (first, second) = (made("Tarachand", "98111 22233"), made("Tarun", "98111 22244"));
    let names = |client: &Client, query: &str| -> Vec<String> {
        let page = client.get(&format!("/api/v1/customers?{query}"));
        let rows = page.body["data"].as_array().cloned().unwrap_or_default();
        rows.iter()
            .filter_map(|c| c["name"].as_str())
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(names(&owner, "phone=%2B919811122233"), ["Tarachand"]);
    let since = second.text("/created_at");
    assert_eq!(names(&owner, &format!("updated_since={since}")), ["Tarun"]);
    let neha = owner.customer("Neha");
    assert_eq!(owner.bill("b", &neha, &[("Bread", "1")]).status, 201);
    assert_eq!(
        names(&owner, &format!("updated_since={since}")),
        ["Tarun", "Neha Mishra"]
    );
    assert_eq!(first.status, 201);
}

#[test]
fn the_right_comes_before_all_else() {
    let shop = Shop::open();
    let looker = shop.client(&shop.token(&["--rights", "invoices:read,customers:read"]));
    let drafts = looker.get("/api/v1/drafts");
    assert_eq!(
        (drafts.status, drafts.text("/code")),
        (403, "forbidden".to_owned())
    );
    let nobody = "dft_0193a5b0-7c1e-7d42-9f3a-2b6c8e1d4f70";
    for (method, path) in [
        ("POST", "/api/v1/invoices".to_owned()),
        ("POST", "/api/v1/drafts".to_owned()),
        ("PATCH", format!("/api/v1/drafts/{nobody}")),
        ("DELETE", format!("/api/v1/drafts/{nobody}")),
        ("POST", format!("/api/v1/drafts/{nobody}/confirm")),
        ("GET", format!("/api/v1/drafts/{nobody}")),
        ("GET", "/api/v1/products?limit=x".to_owned()),
        ("GET", "/api/v1/products/x".to_owned()),
        ("POST", "/api/v1/ledger/payment".to_owned()),
        ("POST", "/api/v1/commands".to_owned()),
    ] {
        let body = (method != "GET").then_some(b"{".as_slice());
        let answer = looker.send(method, &path, &[("content-type", "text/plain")], body);
        assert_eq!(
            (answer.status, answer.text("/code")),
            (403, "forbidden".to_owned()),
            "{method} {path}"
        );
    }
    let owner = shop.owner();
    let wrong = owner.get("/api/v1/ledger/payment");
    assert_eq!((wrong.status, wrong.header("allow")), (405, "POST"));
}
