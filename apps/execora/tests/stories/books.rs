//! What the books must hold after a bill, asked over REST.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Client;
use serde_json::{Value, json};

/// The n-th number of the financial year that a day belongs to: it begins on the first of April.
pub fn number(day: &str, n: u32) -> String {
    let (year, month): (u32, u32) = (day[2..4].parse().unwrap(), day[5..7].parse().unwrap());
    let began = if month >= 4 { year } else { year - 1 };
    format!("INV/{began:02}-{:02}/{n:04}", began + 1)
}

/// The bills of the shop, newest first.
pub fn bills(owner: &Client) -> Vec<Value> {
    let answer = owner.get("/api/v1/invoices");
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body["data"].as_array().unwrap().clone()
}

/// One value of every line of a bill.
pub fn column(bill: &Value, name: &str) -> Vec<Value> {
    let lines = bill["items"].as_array().unwrap();
    lines.iter().map(|line| line[name].clone()).collect()
}

/// The amounts that a bill's entry posts, by account; their sum is nothing.
pub fn postings(owner: &Client, customer: &str, bill: &Value) -> Value {
    let ledger = owner.get(&format!("/api/v1/ledger/{customer}?limit=200"));
    let entries = ledger.body["data"].as_array().unwrap();
    let entry = entries.iter().find(|e| e["id"] == bill["entry_id"]).unwrap();
    let postings = entry["postings"].as_array().unwrap();
    let sum: i64 = postings.iter().map(|p| p["amount_paise"].as_i64().unwrap()).sum();
    assert_eq!(sum, 0, "{entry}");
    let by_account = postings.iter().map(|p| {
        (
            p["account"].as_str().unwrap().to_owned(),
            p["amount_paise"].clone(),
        )
    });
    Value::Object(by_account.collect())
}

/// Two packets of milk and one of bread for Rahul, once: number, lines, tax, total, stock, balance and ledger.
pub fn hold_rahuls_bill(owner: &Client) {
    let bills = bills(owner);
    assert_eq!(bills.len(), 1, "{bills:?}");
    let bill = &bills[0];
    let rahul = owner.customer("Rahul");
    assert_eq!(bill["number"], number(bill["date"].as_str().unwrap(), 1));
    assert_eq!(
        (&bill["status"], &bill["customer_id"]),
        (&json!("issued"), &json!(rahul))
    );
    assert_eq!(column(bill, "name"), ["Milk", "Bread"]);
    assert_eq!(column(bill, "quantity"), ["2", "1"]);
    assert_eq!(column(bill, "price_paise"), [2_800, 4_500]);
    assert_eq!(column(bill, "total_paise"), [5_600, 4_500]);
    for tax in [
        "cgst_paise",
        "sgst_paise",
        "igst_paise",
        "cess_paise",
        "round_off_paise",
    ] {
        assert_eq!(bill[tax], 0, "{tax}");
    }
    assert_eq!(
        (&bill["taxable_paise"], &bill["total_paise"]),
        (&json!(10_100), &json!(10_100))
    );
    assert_eq!(owner.product("Milk")["stock_quantity"], "118");
    assert_eq!(owner.product("Bread")["stock_quantity"], "59");
    assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (10_100, (0, 1)));
    assert_eq!(
        postings(owner, &rahul, bill),
        json!({ "receivable": 10_100, "sales": -10_100 })
    );
}

/// Nothing was sold.
pub fn are_untouched(owner: &Client) {
    assert_eq!(bills(owner), Vec::<Value>::new());
    assert_eq!(owner.product("Milk")["stock_quantity"], "120");
    assert_eq!(owner.balance(&owner.customer("Rahul")), 0);
}
