//! The voice socket of the real binary: bills by words and a yes, two customers of one name, and everything that goes wrong.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::talk::{Talk, meanwhile};
use serde_json::{Value, json};

#[tokio::test]
async fn a_bill_is_made_by_words_and_issued_by_a_yes() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    assert_eq!(talk.next("VOICE_START").await["protocol"], "execora.v1");
    let asked = talk.say("Rahul ko 2 milk aur 1 bread ka bill bana do").await;
    assert_eq!(asked["state"], "needs_confirmation", "{asked}");
    let done = talk.say("haan").await;
    assert_eq!(
        (&done["state"], &done["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    assert_eq!(done["result"]["invoice"]["total_paise"], 2 * 2_800 + 4_500);
    meanwhile(move || {
        let owner = shop.owner();
        let rahul = owner.customer("Rahul");
        let bills = owner.get("/api/v1/invoices");
        assert_eq!(bills.body["data"].as_array().unwrap().len(), 1);
        assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (10_100, (0, 1)));
        assert_eq!(owner.product("Milk")["stock_quantity"], "118");
        assert_eq!(owner.product("Bread")["stock_quantity"], "59");
    })
    .await;
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_voice_and_by_button() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let asked = talk.say("Ramesh ko 3 biscuit ka bill bana do").await;
    assert_eq!(asked["state"], "needs_choice", "{asked}");
    assert_eq!(talk.say("doosra wala").await["state"], "needs_confirmation");
    assert_eq!(talk.say("haan").await["result"]["kind"], "invoice");
    assert_eq!(
        talk.say("Ramesh ko 1 bread ka bill bana do").await["state"],
        "needs_choice"
    );
    talk.send("SELECT_INTENT", json!({ "option": 1 })).await;
    let question = talk.next("CLARIFY").await;
    assert_eq!(question["kind"], "confirm", "{question}");
    talk.send("CONFIRM", json!({ "accept": true, "token": question["token"] }))
        .await;
    talk.next("RESPONSE").await;
    let done = talk.next("RESPONSE").await;
    assert_eq!(done["result"]["kind"], "invoice", "{done}");
}

#[tokio::test]
async fn junk_is_refused_and_a_huge_frame_ends_the_socket() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    for junk in [
        "{",
        "[]",
        "{\"type\":\"FLY\"}",
        "{\"type\":\"TEXT\",\"data\":{\"words\":1}}",
    ] {
        talk.raw(junk).await;
        let error = talk.next("ERROR").await;
        assert!(
            ["bad_json", "unknown_type", "bad_data"].contains(&error["code"].as_str().unwrap()),
            "{error}"
        );
    }
    talk.raw(&"x".repeat(100 * 1024)).await;
    let code = talk.closed().await;
    assert!(code.is_none_or(|c| c == 1009), "{code:?}");
}

#[tokio::test]
async fn junk_without_end_and_sound_before_its_start_close_the_socket() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    for _ in 0..20 {
        talk.raw("junk").await;
    }
    assert_eq!(talk.closed().await, Some(1008));
    let mut talk = Talk::open(&shop).await;
    talk.sound(&[0; 640]).await;
    let error = talk.next("ERROR").await;
    assert_eq!(error["code"], "binary_before_start");
    assert_eq!(talk.closed().await, Some(1003));
    let mut talk = Talk::open(&shop).await;
    talk.send("PING", json!({})).await;
    talk.next("PONG").await;
    talk.send("DISCONNECT", json!({})).await;
    talk.next("GOODBYE").await;
    assert_eq!(talk.closed().await, Some(1000));
}

#[tokio::test]
async fn nobody_gets_in_without_a_token_and_a_ticket_is_good_once() {
    let shop = Shop::open();
    let (no_voice, forged) = (
        shop.token(&["--rights", "customers:read"]),
        "not-a-token".to_owned(),
    );
    for (token, status, code) in [
        (String::new(), 401, "unauthenticated"),
        (forged, 401, "unauthenticated"),
        (no_voice, 403, "forbidden"),
    ] {
        let (seen, body) = Talk::open_with(&shop, &token).await.err().unwrap();
        assert_eq!((seen, body["code"].as_str()), (status, Some(code)), "{body}");
    }
    let (ticket, shop) = meanwhile(move || {
        let ticket = shop.owner().post("/api/v1/ws-tickets", "t", &json!({}));
        assert_eq!(ticket.status, 201, "{}", ticket.body);
        (ticket.text("/ticket"), shop)
    })
    .await;
    let mut talk = Talk::open_with(&shop, &ticket).await.unwrap();
    assert_eq!(talk.say("Suresh ka balance batao").await["state"], "done");
    assert_eq!(Talk::open_with(&shop, &ticket).await.err().unwrap().0, 401);
}

#[tokio::test]
async fn the_same_words_under_one_id_act_once_and_can_be_taken_back_once() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let said = json!({ "text": "Suresh ne 500 UPI kiya", "id": "u-1" });
    talk.send("TEXT", said.clone()).await;
    let first = talk.next("RESPONSE").await;
    talk.send("TEXT", said).await;
    let again = talk.next("RESPONSE").await;
    assert_eq!(first["result"]["kind"], "payment", "{first}");
    assert_eq!(first, again);
    let balance = &first["result"]["balance_paise"];
    let undo = json!({ "token": first["undo_token"] });
    talk.send("UNDO", undo.clone()).await;
    let undone = talk.next("RESPONSE").await;
    assert_eq!(undone["result"]["kind"], "undone", "{undone}");
    talk.send("UNDO", undo).await;
    assert_eq!(talk.next("ERROR").await["code"], "undo_expired");
    let after = talk.say("Suresh ka balance batao").await;
    let paid = after["result"]["balance_paise"].as_i64().unwrap() - balance.as_i64().unwrap();
    assert_eq!(paid, 50_000, "the payment was booked once and taken back once");
}

#[tokio::test]
async fn a_yes_that_comes_too_late_is_an_error_and_no_answer() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    talk.send("TEXT", json!({ "text": "Rahul ko 1 milk ka bill bana do" }))
        .await;
    let stale = talk.next("CLARIFY").await;
    talk.next("RESPONSE").await;
    talk.send("TEXT", json!({ "text": "Suresh ko 2 bread ka bill bana do" }))
        .await;
    let question = talk.next("CLARIFY").await;
    talk.next("RESPONSE").await;
    talk.send("CONFIRM", json!({ "accept": true, "token": stale["token"] }))
        .await;
    loop {
        let message = talk.message().await.unwrap();
        assert_ne!(message["type"], "RESPONSE", "{message}");
        if message["type"] == "ERROR" {
            assert_eq!(message["data"]["code"], "clarify_expired");
            break;
        }
    }
    talk.send("CONFIRM", json!({ "accept": true, "token": question["token"] }))
        .await;
    let done = talk.next("RESPONSE").await;
    assert_eq!(
        done["result"]["invoice"]["buyer"]["name"], "Suresh Gupta",
        "{done}"
    );
}

#[tokio::test]
async fn drafts_are_told_to_every_session_of_the_shop_and_to_no_other_shop() {
    let shop = Shop::open();
    let (mut one, mut two) = (Talk::open(&shop).await, Talk::open(&shop).await);
    let made = shop.run(&[
        "tenant",
        "create",
        "--name",
        "Other",
        "--owner-email",
        "o@example.org",
        "--json",
    ]);
    let other: Value = serde_json::from_str(&made.1).unwrap();
    let stranger = shop.token(&["--tenant", other["tenant_id"].as_str().unwrap()]);
    let mut stranger = Talk::open_with(&shop, &stranger).await.unwrap();
    assert_eq!(stranger.next("DRAFTS").await["reason"], "snapshot");
    for talk in [&mut one, &mut two] {
        assert_eq!(talk.next("DRAFTS").await["drafts"], json!([]));
    }
    one.say("Rahul ko 1 milk ka bill bana do").await;
    let told = two.next("DRAFTS").await;
    assert_eq!(
        (&told["reason"], told["drafts"].as_array().map(Vec::len)),
        (&json!("created"), Some(1))
    );
    stranger.send("PING", json!({})).await;
    assert_eq!(
        stranger.message().await.unwrap()["type"],
        "PONG",
        "another shop hears nothing of it"
    );
}

#[tokio::test]
async fn a_conversation_goes_on_after_the_line_dropped() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let session = talk.next("VOICE_START").await["session_id"].clone();
    talk.next("DRAFTS").await;
    let seen = talk.seq;
    let asked = talk.say("Rahul ko 2 milk ka bill bana do").await;
    let last = talk.seq;
    drop(talk);
    let mut talk = Talk::open(&shop).await;
    talk.send("RESUME", json!({ "session_id": session, "last_seq": seen }))
        .await;
    let resumed = loop {
        let start = talk.next("VOICE_START").await;
        if start["resumed"] == true {
            break start;
        }
    };
    assert_eq!(resumed["session_id"], session);
    assert!(talk.seq > last, "numbers go on");
    assert_eq!(
        talk.next("RESPONSE").await,
        asked,
        "what was missed is sent again"
    );
    assert_eq!(talk.seq, last);
    let done = talk.say("haan").await;
    assert_eq!(done["result"]["kind"], "invoice", "{done}");
    let mut stranger = Talk::open_with(&shop, &shop.token(&[])).await.unwrap();
    let unknown = "ses_00000000-0000-7000-8000-000000000000";
    stranger
        .send("RESUME", json!({ "session_id": unknown, "last_seq": 1 }))
        .await;
    assert_eq!(stranger.next("ERROR").await["code"], "resume_gap");
    assert_eq!(stranger.next("DRAFTS").await["reason"], "snapshot");
}

#[tokio::test]
async fn a_spoken_bill_with_gst_outlives_a_crash() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let session = talk.next("VOICE_START").await["session_id"].clone();
    talk.say("Rahul ko 2 milk, 3 biscuit aur 1 detergent ka bill bana do GST ke saath")
        .await;
    let done = talk.say("haan").await;
    let bill = &done["result"]["invoice"];
    // 56.00 at 0 %, 30.00 at 5 % and 125.00 at 18 %, tax inside, each half rounded half up.
    let tax = |line: usize| {
        (
            bill["items"][line]["rate_bp"].as_i64(),
            bill["items"][line]["cgst_paise"].as_i64(),
        )
    };
    assert_eq!(
        [tax(0), tax(1), tax(2)],
        [
            (Some(0), Some(0)),
            (Some(500), Some(71)),
            (Some(1_800), Some(953))
        ],
        "{done}"
    );
    assert_eq!(
        (&bill["cgst_paise"], &bill["sgst_paise"]),
        (&json!(1_024), &json!(1_024))
    );
    assert_eq!(bill["total_paise"], 21_100);
    let (id, seq) = (bill["id"].as_str().unwrap().to_owned(), talk.seq);
    let shop = meanwhile(move || {
        let shop = shop.crash_and_restart();
        let owner = shop.owner();
        let rahul = owner.customer("Rahul");
        assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (21_100, (0, 1)));
        assert_eq!(
            owner.get(&format!("/api/v1/invoices/{id}")).number("/cgst_paise"),
            1_024
        );
        assert_eq!(owner.product("Biscuit")["stock_quantity"], "197");
        assert_eq!(owner.product("Detergent")["stock_quantity"], "79");
        shop
    })
    .await;
    // The conversation is known to the new process; what was missed of it is not.
    let mut talk = Talk::open(&shop).await;
    talk.send("RESUME", json!({ "session_id": session, "last_seq": seq }))
        .await;
    assert_eq!(talk.next("ERROR").await["code"], "resume_gap");
    let undone = talk.say("galti ho gayi, wapas lo").await;
    assert_eq!(undone["result"]["kind"], "undone", "{undone}");
}
