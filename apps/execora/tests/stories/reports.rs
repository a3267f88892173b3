//! What the books come to, asked over REST: the day and an account, as they stand in the ledger.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::{Client, Shop};
use serde_json::{Value, json};

fn asked(client: &Client, who: &str, text: &str) -> Value {
    let body = json!({ "text": text });
    let answer = client.post(
        "/api/v1/commands",
        &format!("{who}-{}", text.replace(' ', "-")),
        &body,
    );
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

#[test]
fn the_day_and_an_account_are_told_as_the_ledger_has_them() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    let bill = owner.bill("b1", &rahul, &[("Milk", "2")]);
    assert_eq!(bill.status, 201, "{}", bill.body);
    let paid = |key: &str, amount: i64, mode: &str| {
        let body = json!({ "customer_id": rahul, "amount_paise": amount, "mode": mode });
        let answer = owner.post("/api/v1/ledger/payment", key, &body);
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer.text("/entry_id")
    };
    paid("p1", 3_000, "upi");
    let wrong = paid("p2", 700, "cash");
    let back = owner.post(
        &format!("/api/v1/ledger/entries/{wrong}/reverse"),
        "r1",
        &json!({}),
    );
    assert!(back.status < 300, "{}", back.body);

    let day = asked(&owner, "owner", "aaj kitna sale hua");
    let result = &day["result"];
    assert_eq!(
        (&result["kind"], &result["from"]),
        (&json!("summary"), &result["to"])
    );
    assert_eq!(
        (
            &result["sales_paise"],
            &result["invoices"],
            &result["credit_paise"]
        ),
        (&json!(5_600), &json!(1), &json!(0))
    );
    assert_eq!(result["collections_by_mode"], json!({ "upi": 3_000 }));
    assert!(day["text"].as_str().unwrap().contains("₹56"), "{day}");

    let account = asked(&owner, "owner", "Rahul ka poora khata dikhao");
    let result = &account["result"];
    assert_eq!(
        (&result["kind"], &result["customer_id"]),
        (&json!("statement"), &json!(rahul))
    );
    let rows = result["rows"].as_array().unwrap();
    let column = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<Value>>();
    assert_eq!(column("kind"), ["invoice", "payment", "payment", "reversal"]);
    assert_eq!(column("running_balance_paise"), [5_600, 2_600, 1_900, 2_600]);
    assert_eq!(rows[0]["document_number"], bill.body["number"]);
    assert_eq!(
        (&result["opening_balance_paise"], &result["closing_balance_paise"]),
        (&json!(0), &json!(owner.balance(&rahul)))
    );

    let narrow = shop.client(&shop.token(&["--rights", "voice:use,customers:read"]));
    for text in ["aaj kitna sale hua", "Rahul ka poora khata dikhao"] {
        assert_eq!(
            asked(&narrow, "narrow", text)["result"]["code"],
            "forbidden",
            "{text}"
        );
    }
}
