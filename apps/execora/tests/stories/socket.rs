//! The voice socket of the real binary: a bill by words and a yes, and two customers of one name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::wire::Wire;
use serde_json::json;

#[tokio::test]
async fn a_bill_is_made_by_words_and_issued_by_a_yes() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    assert_eq!(wire.start["protocol"], "execora.v1");
    let asked = wire.say("Rahul ko 2 milk aur 1 bread ka bill bana do").await;
    assert_eq!(asked["state"], "needs_confirmation", "{asked}");
    let done = wire.say("haan").await;
    assert_eq!(
        (&done["state"], &done["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    assert_eq!(done["result"]["invoice"]["total_paise"], 2 * 2_800 + 4_500);
    tokio::task::spawn_blocking(move || {
        let owner = shop.owner();
        let rahul = owner.customer("Rahul");
        let bills = owner.get("/api/v1/invoices");
        assert_eq!(bills.body["data"].as_array().unwrap().len(), 1);
        assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (10_100, (0, 1)));
        assert_eq!(owner.product("Milk")["stock_quantity"], "118");
        assert_eq!(owner.product("Bread")["stock_quantity"], "59");
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_voice_and_by_button() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    let asked = wire.say("Ramesh ko 3 biscuit ka bill bana do").await;
    assert_eq!(asked["state"], "needs_choice", "{asked}");
    assert_eq!(wire.say("doosra wala").await["state"], "needs_confirmation");
    assert_eq!(wire.say("haan").await["result"]["kind"], "invoice");
    assert_eq!(
        wire.say("Ramesh ko 1 bread ka bill bana do").await["state"],
        "needs_choice"
    );
    wire.send("SELECT_INTENT", json!({ "option": 1 })).await;
    let question = wire.next("CLARIFY").await;
    assert_eq!(question["kind"], "confirm", "{question}");
    wire.send("CONFIRM", json!({ "accept": true, "token": question["token"] }))
        .await;
    wire.next("RESPONSE").await;
    let done = wire.next("RESPONSE").await;
    assert_eq!(done["result"]["kind"], "invoice", "{done}");
}

#[tokio::test]
async fn junk_is_refused_and_a_huge_frame_ends_the_socket() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    for junk in [
        "{",
        "[]",
        "{\"type\":\"FLY\"}",
        "{\"type\":\"TEXT\",\"data\":{\"words\":1}}",
    ] {
        wire.send_text(junk.to_owned()).await;
        let error = wire.next("ERROR").await;
        assert!(
            ["bad_json", "unknown_type", "bad_data"].contains(&error["code"].as_str().unwrap()),
            "{error}"
        );
    }
    wire.send_text("x".repeat(100 * 1024)).await;
    let code = wire.closed().await;
    assert!(code.is_none_or(|c| c == 1009), "{code:?}");
}
