//! The REST doors of the real binary: money under concurrency, the same request twice, bad input, strangers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Client, Shop};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Runs `work` for 0..n at once.
fn at_once<T: Send>(n: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..n).map(|i| scope.spawn(move || work(i))).collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    })
}

#[test]
fn a_bill_moves_stock_ledger_and_balance_and_outlives_a_crash() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    let stock = |c: &Client, name: &str| {
        c.product(name)["stock_quantity"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        (stock(&owner, "Biscuit"), stock(&owner, "Detergent")),
        ("200".into(), "80".into())
    );
    let bill = owner.bill(
        "k1",
        &rahul,
        &[("Milk", "2"), ("Biscuit", "3"), ("Detergent", "1")],
    );
    assert_eq!(bill.status, 201, "{}", bill.body);
    assert_eq!(bill.text("/number"), format!("INV/{}/0001", year()));
    // 30.00 at 5 % and 125.00 at 18 %, tax inside: each half rounded half up.
    assert_eq!(
        (
            bill.number("/items/1/cgst_paise"),
            bill.number("/items/1/sgst_paise")
        ),
        (71, 71)
    );
    assert_eq!(
        (
            bill.number("/items/2/cgst_paise"),
            bill.number("/items/2/taxable_paise")
        ),
        (953, 10_594)
    );
    assert_eq!(bill.number("/total_paise"), 21_100);
    let shop = shop.crash_and_restart();
    let owner = shop.owner();
    assert_eq!(owner.balance(&rahul), 21_100);
    assert_eq!(owner.postings(&rahul), (0, 1));
    assert_eq!(
        (stock(&owner, "Biscuit"), stock(&owner, "Detergent")),
        ("197".into(), "79".into())
    );
    assert_eq!(
        owner.get(bill.header("location")).body["number"],
        bill.body["number"]
    );
    assert_eq!(shop.stop(), Some(0), "SIGTERM ends with 0");
}

/// The financial year of today in India, as numbers show it.
fn year() -> String {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let at = chrono::DateTime::from_timestamp(i64::try_from(now).unwrap(), 0).unwrap();
    let year = execora_kernel::zone::FinancialYear::of(execora_kernel::ShopZone::INDIA.date(at)).to_string();
    year.chars().skip(2).collect()
}

#[test]
fn fifty_payments_at_once_are_fifty_entries_and_an_exact_balance() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let before = owner.balance(&suresh);
    let statuses = at_once(50, |i| {
        let body = json!({ "customer_id": suresh, "amount_paise": 100 + i, "mode": "upi" });
        owner
            .post("/api/v1/ledger/payment", &format!("p{i}"), &body)
            .status
    });
    assert_eq!(statuses, vec![201; 50]);
    let paid: i64 = (0..50).map(|i| 100 + i).sum();
    assert_eq!(owner.balance(&suresh), before - paid);
    // The opening balance is an entry as well.
    assert_eq!(owner.postings(&suresh), (0, 51));
}

#[test]
fn fifty_bills_at_once_are_numbered_without_a_gap() {
    let shop = Shop::open();
    let owner = shop.owner();
    let neha = owner.customer("Neha");
    let numbers: BTreeSet<String> = at_once(50, |i| {
        owner
            .bill(&format!("b{i}"), &neha, &[("Toffee", "1")])
            .text("/number")
    })
    .into_iter()
    .collect();
    let expected: BTreeSet<String> = (1..=50).map(|n| format!("INV/{}/{n:04}", year())).collect();
    assert_eq!(numbers, expected);
    assert_eq!(owner.balance(&neha), 50 * 100);
}

#[test]
fn the_last_piece_is_sold_once() {
    let shop = Shop::open();
    let owner = shop.owner();
    let neha = owner.customer("Neha");
    let body = json!({ "name": "Diary", "unit": "piece", "price_paise": 5000, "gst_rates": [] });
    let diary = owner.post("/api/v1/products", "d", &body).text("/id");
    let stock = json!({ "reason": "purchase", "quantity": "1" });
    assert_eq!(
        owner
            .post(&format!("/api/v1/products/{diary}/stock"), "s", &stock)
            .status,
        201
    );
    let mut statuses = at_once(2, |i| {
        owner.bill(&format!("l{i}"), &neha, &[("Diary", "1")]).status
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
    assert_eq!(
        owner
            .get(&format!("/api/v1/products/{diary}"))
            .text("/stock_quantity"),
        "0"
    );
}

#[test]
fn the_same_key_twenty_times_at_once_is_one_invoice() {
    let shop = Shop::open();
    let owner = shop.owner();
    let neha = owner.customer("Neha");
    let answers = at_once(20, |_| owner.bill("same", &neha, &[("Bread", "1")]));
    let numbers: BTreeSet<String> = answers.iter().map(|a| a.text("/number")).collect();
    assert!(
        answers.iter().all(|a| a.status == 201),
        "{:?}",
        answers.iter().map(|a| a.status).collect::<Vec<_>>()
    );
    assert_eq!(numbers.len(), 1);
    let replayed = answers
        .iter()
        .filter(|a| a.header("idempotency-replayed") == "true")
        .count();
    assert_eq!((replayed, owner.balance(&neha)), (19, 4_500));
    let other = owner.bill("same", &neha, &[("Bread", "2")]);
    assert_eq!(
        (other.status, other.text("/code")),
        (422, "idempotency_key_reused".into())
    );
}

#[test]
fn bad_input_gets_a_clear_problem_and_changes_nothing() {
    let shop = Shop::open();
    let owner = shop.owner();
    let (rahul, path) = (owner.customer("Rahul"), "/api/v1/invoices");
    let bill = |quantity: Value| {
        json!({ "customer_id": rahul, "items": [{ "product_name": "Milk", "quantity": quantity }] })
            .to_string()
    };
    let unknown = json!({ "customer_id": "cus_01900000-0000-7000-8000-000000000001",
        "items": [{ "product_name": "Milk", "quantity": "1" }] });
    let cases = [
        (unknown.to_string(), 422, "unknown_customer"),
        (bill(json!("0")), 422, "validation_failed"),
        (bill(json!("-1")), 422, "validation_failed"),
        (bill(json!("NaN")), 422, "validation_failed"),
        (bill(json!("1e9")), 422, "validation_failed"),
        (bill(json!("1000000000")), 422, "validation_failed"),
        (bill(json!("0.0001")), 422, "validation_failed"),
        (bill(json!(1)), 400, "wrong_type"),
        (
            bill(json!("1")).replacen('{', "{\"colour\":1,", 1),
            400,
            "unknown_field",
        ),
        (
            bill(json!("1")).replacen('{', "{\"notes\":\"a\",\"notes\":\"b\",", 1),
            400,
            "malformed_json",
        ),
        ("{\"customer_id\":".to_owned(), 400, "malformed_json"),
        (
            format!("{{\"notes\":\"{}\"}}", "x".repeat(2 << 20)),
            413,
            "body_too_large",
        ),
    ];
    for (i, (body, status, code)) in cases.iter().enumerate() {
        let answer = owner.post_text(path, &format!("bad{i}"), body);
        let shown: String = body.chars().take(120).collect();
        assert_eq!(
            (answer.status, answer.text("/code")),
            (*status, (*code).to_owned()),
            "{shown}"
        );
        assert!(
            answer
                .header("content-type")
                .starts_with("application/problem+json"),
            "{shown}"
        );
        assert!(!answer.text("/request_id").is_empty() && !answer.header("x-correlation-id").is_empty());
    }
    let keyless = owner.send(
        "POST",
        path,
        &[("content-type", "application/json")],
        Some(bill(json!("1")).as_bytes()),
    );
    assert_eq!(
        (keyless.status, keyless.text("/code")),
        (400, "idempotency_key_required".into())
    );
    for (accept, status) in [
        ("text/csv", 406),
        ("application/json;q=0, text/html", 406),
        ("text/html, application/*;q=0.5", 200),
        ("*/*", 200),
    ] {
        let answer = owner.send("GET", path, &[("accept", accept)], None);
        assert_eq!(answer.status, status, "{accept}");
    }
    assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (0, (0, 0)));
    assert_eq!(owner.get("/api/v1/invoices").body["data"], json!([]));
    assert_eq!(owner.product("Milk")["stock_quantity"], "120");
}

#[test]
fn strangers_and_narrowed_or_expired_tokens_get_nothing() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    let path = format!("/api/v1/customers/{rahul}");
    for token in ["", "x", "AAAA", &owner_token_tampered(&shop)] {
        let answer = shop.client(token).get(&path);
        assert_eq!(
            (answer.status, answer.text("/code")),
            (401, "unauthenticated".into()),
            "{token}"
        );
    }
    let short = shop.client(&shop.token(&["--expires", "1s"]));
    std::thread::sleep(std::time::Duration::from_millis(1_600));
    assert_eq!(short.get(&path).status, 401, "expired");
    let viewer = shop.client(&shop.token(&["--role", "viewer"]));
    assert_eq!(viewer.get(&path).status, 200);
    assert_eq!(
        viewer.bill("v", &rahul, &[("Milk", "1")]).text("/code"),
        "forbidden"
    );
    // Another shop's id is answered as one that never was.
    let stranger = shop.client(&shop.token_of_another_shop());
    let (theirs, nobodys) = (
        stranger.get(&path),
        stranger.get("/api/v1/customers/cus_01900000-0000-7000-8000-000000000001"),
    );
    assert_eq!((theirs.status, nobodys.status), (404, 404));
    assert_eq!(theirs.body["code"], nobodys.body["code"]);
    assert_eq!(
        stranger.bill("o", &rahul, &[("Milk", "1")]).text("/code"),
        "unknown_customer"
    );
    let payment = json!({ "customer_id": rahul, "amount_paise": 100, "mode": "cash" });
    assert_eq!(
        stranger
            .post("/api/v1/ledger/payment", "p", &payment)
            .text("/code"),
        "unknown_customer"
    );
}

fn owner_token_tampered(shop: &Shop) -> String {
    let token = shop.token(&[]);
    let middle = token.len() / 2;
    let other = if token.as_bytes()[middle] == b'A' {
        "B"
    } else {
        "A"
    };
    format!("{}{other}{}", &token[..middle], &token[middle + 1..])
}

#[test]
fn versions_pages_and_sign_in_keep_their_promises() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = format!("/api/v1/customers/{}", owner.customer("Rahul"));
    let tag = owner.get(&rahul).header("etag").to_owned();
    assert_eq!(
        owner.send("GET", &rahul, &[("if-none-match", &tag)], None).status,
        304
    );
    let change = json!({ "landmark": "Clock Tower" });
    let headers = [("content-type", "application/json")];
    let bare = owner.send("PATCH", &rahul, &headers, Some(change.to_string().as_bytes()));
    assert_eq!(
        (bare.status, bare.text("/code")),
        (428, "if_match_required".into())
    );
    assert_eq!(owner.patch(&rahul, &tag, &change).status, 200);
    let stale = owner.patch(&rahul, &tag, &change);
    assert_eq!((stale.status, stale.text("/code")), (412, "version_stale".into()));
    // Pages: every customer once.
    let (mut seen, mut path) = (BTreeSet::new(), "/api/v1/customers?limit=7".to_owned());
    loop {
        let page = owner.get(&path);
        assert_eq!(page.status, 200, "{}", page.body);
        for row in page.body["data"].as_array().unwrap() {
            assert!(
                seen.insert(row["id"].as_str().unwrap().to_owned()),
                "a customer came twice"
            );
        }
        match page.body["next_cursor"].as_str() {
            Some(cursor) => path = format!("/api/v1/customers?limit=7&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 40);
    let forged = owner.get("/api/v1/customers?limit=7&cursor=AAAA");
    assert_eq!(
        (forged.status, forged.text("/code")),
        (400, "invalid_cursor".into())
    );
    // The link works once.
    let code = shop.sign_in.split("#sign_in=").nth(1).unwrap().to_owned();
    let nobody = shop.client("");
    let first = nobody.post("/api/v1/auth/exchange", "x", &json!({ "code": code }));
    assert_eq!(first.status, 200, "{}", first.body);
    let again = nobody.post("/api/v1/auth/exchange", "x", &json!({ "code": code }));
    assert_eq!((again.status, again.text("/code")), (422, "code_wrong".into()));
    let me = shop.client(&first.text("/access_token")).get("/api/v1/auth/me");
    assert_eq!((me.status, me.text("/role")), (200, "owner".into()));
}

#[test]
fn limits_are_shown_and_kept() {
    let shop = Shop::open_with(&[("EXECORA_LIMITS__REQUESTS_PER_HOUR", "3")]);
    let owner = shop.owner();
    let statuses: Vec<u16> = (0..4).map(|_| owner.get("/api/v1/auth/me").status).collect();
    assert_eq!(statuses, [200, 200, 200, 429]);
    let refused = owner.get("/api/v1/auth/me");
    assert_eq!(refused.text("/code"), "rate_limited");
    assert!(!refused.header("retry-after").is_empty() && refused.header("ratelimit-policy").contains("q=3"));
}
