//! kill -9 under load, again and again: nothing that was acknowledged is lost, nothing is done twice, and the books check.
//!
//! `cargo xtask soak kill --rounds N --store sqlite|postgres` runs many rounds of these; the tests run a few.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Answer, Client, Shop};
use sea_orm::{ConnectionTrait, Database};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

/// Rounds of one test, unless `EXECORA_TEST_KILL_ROUNDS` says otherwise.
const ROUNDS: u64 = 3;

/// Clients that write at once.
const CLIENTS: u64 = 6;

/// Limits would end the load before the kill does.
const NO_LIMITS: [(&str, &str); 3] = [
    ("EXECORA_LIMITS__REQUESTS_PER_HOUR", "0"),
    ("EXECORA_LIMITS__SIGNED_IN_REQUESTS_PER_HOUR", "0"),
    ("EXECORA_LIMITS__LOGINS_PER_MINUTE", "0"),
];

/// One request and what was heard of it.
struct Sent {
    path: &'static str,
    key: String,
    body: Value,
    /// The id of what was made, when an answer came before the kill.
    acknowledged: Option<String>,
}

fn rounds() -> u64 {
    let asked = std::env::var("EXECORA_TEST_KILL_ROUNDS").ok();
    asked.map_or(ROUNDS, |rounds| rounds.parse().unwrap())
}

/// The `n`-th request of a round: two payments for each bill and each udhaar.
fn request(customers: &[String], name: &str, n: u64) -> Sent {
    let customer = &customers[usize::try_from(n).unwrap() % customers.len()];
    let (path, body) = match n % 4 {
        0 => (
            "/api/v1/invoices",
            json!({ "customer_id": customer, "items": [
                { "product_name": "Toffee", "quantity": "1" }, { "product_name": "Milk", "quantity": "1" } ] }),
        ),
        1 => (
            "/api/v1/ledger/credit",
            json!({ "customer_id": customer, "amount_paise": 100 + n }),
        ),
        _ => (
            "/api/v1/ledger/payment",
            json!({ "customer_id": customer, "amount_paise": 200 + n, "mode": "upi" }),
        ),
    };
    Sent {
        path,
        key: format!("{name}-{n}"),
        body,
        acknowledged: None,
    }
}

/// Writes until the server is gone; what was sent.
fn load(owner: &Client, customers: &[String], round: u64, killed: &AtomicBool) -> Vec<Sent> {
    let sent = Mutex::new(Vec::new());
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                while !killed.load(Ordering::SeqCst) {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    let mut one = request(customers, &format!("round-{round}"), n);
                    let answer = owner.attempt(one.path, &one.key, &one.body);
                    // Out of stock or out of reach: nothing was acknowledged.
                    one.acknowledged = answer
                        .filter(|answer| answer.status == 201)
                        .map(|answer| answer.text("/id"));
                    sent.lock().unwrap().push(one);
                }
            });
        }
    });
    sent.into_inner().unwrap()
}

/// Sends everything again: what was acknowledged is answered as before, and everything is done once by then.
fn settle(owner: &Client, sent: &[Sent]) -> (u64, i64) {
    let (mut acknowledged, mut owed) = (0, 0);
    let mut made = BTreeSet::new();
    for one in sent {
        let answer = owner.post(one.path, &one.key, &one.body);
        let id = answer.text("/id");
        if let Some(before) = &one.acknowledged {
            acknowledged += 1;
            assert_eq!(
                (answer.status, &id),
                (201, before),
                "{}: {}",
                one.key,
                answer.body
            );
            assert_eq!(answer.header("idempotency-replayed"), "true", "{}", one.key);
        }
        if answer.status == 201 {
            assert!(made.insert(id), "{} was made twice", one.key);
            owed += owed_by(one, &answer);
        }
    }
    (acknowledged, owed)
}

fn owed_by(one: &Sent, answer: &Answer) -> i64 {
    match one.path {
        "/api/v1/invoices" => answer.number("/total_paise"),
        "/api/v1/ledger/credit" => one.body["amount_paise"].as_i64().unwrap(),
        _ => -one.body["amount_paise"].as_i64().unwrap(),
    }
}

fn balances(owner: &Client, customers: &[String]) -> i64 {
    customers.iter().map(|customer| owner.balance(customer)).sum()
}

/// `execora check` beside the running server.
fn must_check(shop: &Shop, settings: &[(&str, &str)]) {
    let (status, report) = shop.run_with(&["check", "--json"], settings);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["differences"], json!([]), "{report}");
    assert_eq!((status, &report["ok"]), (Some(0), &json!(true)));
}

fn owner_of(shop: &Shop, settings: &[(&str, &str)]) -> Client {
    let (status, token) = shop.run_with(&["token", "mint"], settings);
    assert_eq!(status, Some(0), "a token is minted");
    shop.client(&token)
}

fn kill_again_and_again(settings: &[(&str, &str)]) {
    let mut shop = Shop::open_with(settings);
    let mut acknowledged = 0;
    for round in 0..rounds() {
        let owner = owner_of(&shop, settings);
        let customers: Vec<String> = ["Rahul", "Suresh", "Neha"]
            .map(|name| owner.customer(name))
            .into();
        let before = balances(&owner, &customers);
        let killed = AtomicBool::new(false);
        let sent = std::thread::scope(|scope| {
            let loading = scope.spawn(|| load(&owner, &customers, round, &killed));
            std::thread::sleep(Duration::from_millis(700 + 37 * (round % 16)));
            shop.kill();
            killed.store(true, Ordering::SeqCst);
            loading.join().unwrap()
        });
        shop = shop.restart(settings);
        must_check(&shop, settings);
        let owner = owner_of(&shop, settings);
        let (heard, owed) = settle(&owner, &sent);
        acknowledged += heard;
        assert_eq!(balances(&owner, &customers) - before, owed, "round {round}");
        must_check(&shop, settings);
    }
    assert!(
        acknowledged > rounds(),
        "only {acknowledged} writes were acknowledged"
    );
}

#[test]
fn on_sqlite_a_kill_under_load_loses_and_doubles_nothing() {
    kill_again_and_again(&NO_LIMITS);
}

#[test]
fn on_postgresql_a_kill_under_load_loses_and_doubles_nothing() {
    let url = new_database();
    let mut settings = NO_LIMITS.to_vec();
    settings.push(("EXECORA_DATABASE__URL", &url));
    kill_again_and_again(&settings);
}

/// A database of its own on the server of the test run.
fn new_database() -> String {
    // A PostgreSQL server on which databases may be made; `cargo xtask test` starts one.
    let server = std::env::var("EXECORA_TEST_POSTGRES_URL").unwrap();
    let name = format!(
        "kill_{}_{}",
        std::process::id(),
        std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap()
            .as_millis()
    );
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let db = Database::connect(&server).await.unwrap();
        db.execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .unwrap();
    });
    let (start, _) = server.rsplit_once('/').unwrap();
    format!("{start}/{name}")
}

#[test]
fn a_check_names_what_was_damaged_and_makes_no_home() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    assert_eq!(owner.bill("b", &rahul, &[("Milk", "2")]).status, 201);
    let asked = json!({ "text": "Rahul ka balance" });
    assert_eq!(owner.post("/api/v1/commands", "asked", &asked).status, 200);
    must_check(&shop, &[]);
    let file = shop.home.path().join("shop/execora.db");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let db = Database::connect(format!("sqlite://{}", file.display()))
            .await
            .unwrap();
        let damage = "UPDATE customer SET balance = balance + 7 WHERE balance = 5600";
        db.execute_unprepared(damage).await.unwrap();
        db.close().await.unwrap();
    });
    let (status, report) = shop.run(&["check", "--json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    let difference = json!({ "kind": "balance", "id": rahul, "expected": 5_600, "found": 5_607 });
    assert_eq!((status, &report["ok"]), (Some(1), &json!(false)));
    assert_eq!(report["differences"], json!([difference]));
    let (status, told) = shop.run(&["check"]);
    assert_eq!(
        (status, told),
        (Some(1), format!("balance {rahul}: expected 5600, found 5607"))
    );
    let nowhere = shop.home.path().join("nowhere");
    let done = crate::shop::program()
        .args(["check", "--home"])
        .arg(&nowhere)
        .output()
        .unwrap();
    assert_eq!((done.status.code(), nowhere.exists()), (Some(1), false));
}
