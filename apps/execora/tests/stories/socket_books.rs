//! What words over the socket do to the books of the real binary: tax, a crash, the same text twice, taking back.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::books;
use crate::shop::{Client, Shop};
use crate::wire::{Wire, kinds};
use serde_json::{Value, json};

/// Goods at 5 % and 18 %, tax inside, and a quarter of a kilo that leaves paise to round.
const GST_BILL: &str = "Rahul ko 2 butter, 1 detergent aur 250 gram sugar ka bill bana do with GST";

/// Everything that bill must have left behind. Each half of a tax is rounded half up by itself:
/// ₹120.00 × 2.5 / 105 = 2.857, ₹125.00 × 9 / 118 = 9.534, ₹11.50 × 2.5 / 105 = 0.274.
fn hold_the_gst_bill(owner: &Client) {
    let rahul = owner.customer("Rahul");
    let bills = books::bills(owner);
    let bill = bills.last().unwrap();
    assert_eq!(bill["number"], books::number(bill["date"].as_str().unwrap(), 1));
    assert_eq!(books::column(bill, "name"), ["Butter", "Detergent", "Sugar"]);
    assert_eq!(books::column(bill, "quantity"), ["2", "1", "0.25"]);
    assert_eq!(books::column(bill, "rate_bp"), [500, 1_800, 500]);
    assert_eq!(books::column(bill, "cgst_paise"), [286, 953, 27]);
    assert_eq!(books::column(bill, "sgst_paise"), [286, 953, 27]);
    assert_eq!(books::column(bill, "taxable_paise"), [11_428, 10_594, 1_096]);
    assert_eq!(books::column(bill, "total_paise"), [12_000, 12_500, 1_150]);
    let sums = [
        "taxable_paise",
        "cgst_paise",
        "sgst_paise",
        "igst_paise",
        "cess_paise",
    ];
    assert_eq!(
        sums.map(|s| bill[s].as_i64().unwrap()),
        [23_118, 1_266, 1_266, 0, 0]
    );
    assert_eq!(
        (&bill["round_off_paise"], &bill["total_paise"]),
        (&json!(50), &json!(25_700))
    );
    assert_eq!(
        books::postings(owner, &rahul, bill),
        json!({ "receivable": 25_700, "sales": -23_118, "cgst": -1_266, "sgst": -1_266, "round_off": -50 })
    );
    let stock = ["Butter", "Detergent", "Sugar"].map(|name| owner.product(name)["stock_quantity"].clone());
    assert_eq!(stock, ["38", "79", "149.75"]);
}

#[tokio::test]
async fn a_bill_with_tax_outlives_a_crash_and_so_does_the_question_under_way() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    assert_eq!(wire.say(GST_BILL).await["state"], "needs_confirmation");
    assert_eq!(wire.say("haan").await["result"]["kind"], "invoice");
    let owner = shop.owner();
    hold_the_gst_bill(&owner);
    assert_eq!(owner.balance(&owner.customer("Rahul")), 25_700);
    assert_eq!(
        wire.say("Rahul ko 2 milk ka bill bana do").await["state"],
        "needs_confirmation"
    );
    let (session, seq) = (wire.start["session_id"].clone(), wire.seq);

    let shop = shop.crash_and_restart();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    hold_the_gst_bill(&owner);
    assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (25_700, (0, 1)));
    // The conversation goes on; only what was said before the crash cannot be said again.
    let mut wire = Wire::open(&shop).await;
    wire.send("RESUME", json!({ "session_id": session, "last_seq": seq }))
        .await;
    let start = wire.next("VOICE_START").await;
    assert_eq!(
        (&start["resumed"], &start["session_id"]),
        (&json!(true), &session)
    );
    assert!(wire.seq > seq, "{} after {seq}", wire.seq);
    assert_eq!(wire.next("ERROR").await["code"], "resume_gap");
    let drafts = wire.next("DRAFTS").await;
    assert_eq!(drafts["drafts"].as_array().unwrap().len(), 1, "{drafts}");
    let done = wire.say("haan").await;
    assert_eq!(done["result"]["invoice"]["total_paise"], 5_600, "{done}");
    assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (31_300, (0, 2)));
    assert_eq!(owner.product("Milk")["stock_quantity"], "118");
    hold_the_gst_bill(&owner);
}

#[tokio::test]
async fn what_was_missed_is_said_again_in_its_order_and_the_numbers_go_on() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    let session = wire.start["session_id"].clone();
    let started = wire.seq;
    wire.send(
        "TEXT",
        json!({ "text": "Rahul ko 2 milk ka bill bana do", "id": "one" }),
    )
    .await;
    let mut before = wire.until("RESPONSE").await;
    before.retain(|m| m["type"] != "DRAFTS");
    drop(wire);
    let mut wire = Wire::open(&shop).await;
    wire.send("RESUME", json!({ "session_id": session, "last_seq": started }))
        .await;
    let start = wire.next("VOICE_START").await;
    assert_eq!(
        (&start["resumed"], &start["session_id"]),
        (&json!(true), &session)
    );
    let last = before.last().unwrap()["seq"].as_u64().unwrap();
    assert!(wire.seq > last, "{} after {last}", wire.seq);
    let resumed = wire.seq;
    let again = wire.until("RESPONSE").await;
    assert_eq!(
        again, before,
        "the very same messages under the very same numbers"
    );
    assert_eq!(wire.next("DRAFTS").await["drafts"].as_array().unwrap().len(), 1);
    assert!(wire.seq > resumed);
    // The question is the one that was asked before the line dropped.
    assert_eq!(wire.say("haan").await["result"]["kind"], "invoice");
    // To somebody of another shop there is nothing to go on with.
    let mut stranger = Wire::open_by(&shop, &shop.token_of_another_shop()).await;
    stranger
        .send("RESUME", json!({ "session_id": session, "last_seq": started }))
        .await;
    let messages = stranger.so_far().await;
    assert_eq!(
        kinds(&messages),
        ["DRAFTS", "ERROR", "DRAFTS", "PONG"],
        "{messages:?}"
    );
    assert_eq!(messages[1]["data"]["code"], "resume_gap");
    assert_eq!(messages[2]["data"]["drafts"], json!([]));
}

#[tokio::test]
async fn the_same_text_twice_acts_once_and_gets_the_same_answer() {
    let shop = Shop::open();
    let owner = shop.owner();
    let suresh = owner.customer("Suresh");
    let before = owner.balance(&suresh);
    let mut wire = Wire::open(&shop).await;
    let mut answers: Vec<Value> = Vec::new();
    for _ in 0..3 {
        wire.send("TEXT", json!({ "text": "Suresh ne 150 diye", "id": "pay-1" }))
            .await;
        answers.push(wire.next("RESPONSE").await);
    }
    assert_eq!(
        (&answers[0]["state"], &answers[0]["id"]),
        (&json!("done"), &json!("pay-1"))
    );
    assert!(answers.iter().all(|a| *a == answers[0]), "{answers:?}");
    assert_eq!(owner.balance(&suresh), before - 15_000);
    wire.send("TEXT", json!({ "text": "Suresh ne 150 diye", "id": "pay-2" }))
        .await;
    assert_ne!(wire.next("RESPONSE").await["turn_id"], answers[0]["turn_id"]);
    assert_eq!(owner.balance(&suresh), before - 30_000);
    assert_eq!(owner.postings(&suresh), (0, 3), "opened, and paid twice");
}

#[tokio::test]
async fn an_issued_bill_is_taken_back_once() {
    let shop = Shop::open();
    let owner = shop.owner();
    let rahul = owner.customer("Rahul");
    let mut wire = Wire::open(&shop).await;
    wire.say("Rahul ko 2 milk ka bill bana do").await;
    let done = wire.say("haan").await;
    assert_eq!(owner.balance(&rahul), 5_600);
    wire.send("UNDO", json!({ "token": done["undo_token"] })).await;
    let undone = wire.next("RESPONSE").await;
    assert_eq!(
        (&undone["state"], &undone["result"]["kind"]),
        (&json!("done"), &json!("undone")),
        "{undone}"
    );
    assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (0, (0, 2)));
    assert_eq!(owner.product("Milk")["stock_quantity"], "120");
    let bills = books::bills(&owner);
    assert_eq!((bills.len(), &bills[0]["status"]), (1, &json!("cancelled")));
    assert_eq!(owner.get("/api/v1/drafts?status=open").body["data"], json!([]));
    wire.send("UNDO", json!({ "token": done["undo_token"] })).await;
    assert_eq!(wire.next("ERROR").await["code"], "undo_expired");
    assert_eq!(owner.postings(&rahul), (0, 2));
    // The number stays used.
    wire.say("Rahul ko 1 milk ka bill bana do").await;
    let next = wire.say("haan").await;
    let bill = &next["result"]["invoice"];
    assert_eq!(bill["number"], books::number(bill["date"].as_str().unwrap(), 2));
}

#[tokio::test]
async fn a_yes_to_an_earlier_question_is_void_and_gets_no_answer() {
    let shop = Shop::open();
    let owner = shop.owner();
    let mut wire = Wire::open(&shop).await;
    wire.send("TEXT", json!({ "text": "Rahul ko 2 milk ka bill bana do" }))
        .await;
    let stale = wire.next("CLARIFY").await["token"].clone();
    wire.next("RESPONSE").await;
    assert_eq!(
        wire.say("Neha ko 1 bread ka bill bana do").await["state"],
        "needs_confirmation"
    );
    wire.send("CONFIRM", json!({ "accept": true, "token": stale }))
        .await;
    assert_eq!(wire.next("ERROR").await["code"], "clarify_expired");
    wire.send(
        "TEXT",
        json!({ "text": "Suresh ka balance batao", "id": "after" }),
    )
    .await;
    let after = wire.until("RESPONSE").await;
    assert_eq!(after.last().unwrap()["data"]["id"], "after", "{after:?}");
    assert_eq!(books::bills(&owner), Vec::<Value>::new());
    let drafts = owner.get("/api/v1/drafts?status=open");
    assert_eq!(drafts.body["data"].as_array().unwrap().len(), 2, "both are kept");
}

#[tokio::test]
async fn drafts_are_told_to_every_socket_of_the_shop_and_to_no_other() {
    let shop = Shop::open();
    let mut counter = Wire::open(&shop).await;
    let mut back_room = Wire::open(&shop).await;
    let mut stranger = Wire::open_by(&shop, &shop.token_of_another_shop()).await;
    for wire in [&mut counter, &mut back_room, &mut stranger] {
        let snapshot = wire.next("DRAFTS").await;
        assert_eq!(snapshot, json!({ "drafts": [], "reason": "snapshot" }));
    }
    counter
        .send(
            "TEXT",
            json!({ "text": "Rahul ko 2 milk aur 1 bread ka bill bana do" }),
        )
        .await;
    let told = counter.next("DRAFTS").await;
    assert_eq!(
        (&told["reason"], &told["drafts"][0]["total_paise"]),
        (&json!("created"), &json!(10_100))
    );
    assert_eq!(back_room.next("DRAFTS").await, told);
    counter.so_far().await;
    // From another session of the shop the bill is issued by its customer's name.
    let done = back_room.say("Rahul ka bill confirm karo").await;
    assert_eq!(done["result"]["kind"], "invoice", "{done}");
    let told = counter.next("DRAFTS").await;
    assert_eq!(told, json!({ "drafts": [], "reason": "confirmed" }));
    assert_eq!(kinds(&stranger.so_far().await), ["PONG"]);
}
