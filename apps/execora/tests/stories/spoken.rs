//! From sound to books on the real binary: what is spoken is heard, asked about, and booked after a yes.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::shop::Shop;
use crate::wire::{Wire, kinds};
use crate::{books, sound};
use execora_speech_local::sample_speech::{HAAN, RAHUL_BILL};
use serde_json::{Value, json};

const WORDS: &str = "rahul ko do milk aur ek bread ka bill bana do";

/// Speaks in frames of 20 ms and answers the turn, from its transcript to its answer.
async fn speak(wire: &mut Wire, spelling: &str, sample_rate: u32, channels: usize) -> Vec<Value> {
    let bytes = sound::linear16(&sound::record(spelling, sample_rate).await, channels);
    let start = json!({ "encoding": "linear16", "sample_rate": sample_rate, "channels": channels,
        "speak": "none" });
    wire.send("START_AUDIO", start).await;
    wire.next("AUDIO_STARTED").await;
    let frame = usize::try_from(sample_rate / 50).unwrap() * channels * 2;
    for frame in bytes.chunks(frame) {
        wire.send_sound(frame).await;
    }
    wire.send("STOP_AUDIO", json!({})).await;
    wire.next("AUDIO_STOPPED").await;
    let mut turn = wire.until("RESPONSE").await;
    // What changes the drafts is told beside the turn.
    turn.retain(|message| message["type"] != "DRAFTS");
    turn
}

/// The bill is spoken, heard word for word, and asked about; nothing is booked by it.
async fn ask_for_rahuls_bill(wire: &mut Wire, sample_rate: u32, channels: usize) {
    assert_eq!(wire.start["speech_to_text"], "local", "{}", wire.start);
    let turn = speak(wire, RAHUL_BILL, sample_rate, channels).await;
    assert_eq!(
        kinds(&turn),
        ["TRANSCRIPT", "INTENT", "TASK", "CLARIFY", "RESPONSE"]
    );
    let [transcript, intent, _, clarify, response] = [0, 1, 2, 3, 4].map(|at| &turn[at]["data"]);
    assert_eq!(
        (&transcript["text"], &transcript["final"]),
        (&json!(WORDS), &json!(true))
    );
    assert_eq!(intent["intent"], "CREATE_INVOICE");
    assert_eq!(clarify["kind"], "confirm");
    assert_eq!(clarify["preview"]["draft"]["total_paise"], 10_100, "{clarify}");
    assert_eq!(
        (&response["state"], &response["result"]["kind"]),
        (&json!("needs_confirmation"), &json!("draft"))
    );
}

#[tokio::test]
async fn a_spoken_bill_is_booked_after_a_spoken_yes() {
    let shop = Shop::open();
    let owner = shop.owner();
    let mut wire = Wire::open(&shop).await;
    ask_for_rahuls_bill(&mut wire, 48_000, 1).await;
    books::are_untouched(&owner);
    let turn = speak(&mut wire, HAAN, 48_000, 1).await;
    assert_eq!(turn[0]["data"]["text"], "haan");
    let done = &turn.last().unwrap()["data"];
    assert_eq!(
        (&done["state"], &done["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    assert_eq!(done["result"]["balance_paise"], 10_100);
    assert_eq!(
        done["result"]["invoice"]["number"],
        books::bills(&owner)[0]["number"]
    );
    books::hold_rahuls_bill(&owner);
}

#[tokio::test]
async fn two_channels_at_another_rate_are_heard_and_a_spoken_no_books_nothing() {
    let shop = Shop::open();
    let owner = shop.owner();
    let mut wire = Wire::open(&shop).await;
    ask_for_rahuls_bill(&mut wire, 16_000, 2).await;
    let turn = speak(&mut wire, "nahee", 16_000, 2).await;
    let answer = &turn.last().unwrap()["data"];
    assert_eq!(
        (&turn[0]["data"]["text"], &answer["state"]),
        (&json!("nahi"), &json!("done"))
    );
    assert_eq!(owner.get("/api/v1/drafts?status=open").body["data"], json!([]));
    books::are_untouched(&owner);
}

#[tokio::test]
async fn a_recording_taken_at_the_terminal_is_booked_after_a_yes_in_words() {
    let shop = Shop::open();
    let file = shop.home.path().join("bill.wav");
    sound::record_file(&file, RAHUL_BILL, 0, 0).await;
    let (status, lines) = shop.run(&["say", "--json", "--wav", file.to_str().unwrap()]);
    assert_eq!(status, Some(0), "{lines}");
    let messages: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(kinds(&messages), ["TRANSCRIPT", "INTENT", "CLARIFY", "RESPONSE"]);
    assert_eq!(messages[0]["data"]["text"], WORDS);
    assert_eq!(messages[3]["data"]["state"], "needs_confirmation");
    let owner = shop.owner();
    books::are_untouched(&owner);
    let (status, lines) = shop.run(&["say", "--json", "haan"]);
    assert_eq!(status, Some(0), "{lines}");
    let done: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&done["data"]["state"], &done["data"]["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    books::hold_rahuls_bill(&owner);
}

#[tokio::test]
async fn a_spoken_payment_waits_for_a_yes_that_a_typed_one_does_not_need() {
    let shop = Shop::open();
    let owner = shop.owner();
    let mut wire = Wire::open(&shop).await;
    let typed = wire.say("Suresh ne 500 diye").await;
    assert_eq!(typed["state"], "done", "{typed}");
    let turn = speak(&mut wire, "soorehsh nay pahnch soh dee yay", 44_100, 1).await;
    assert_ne!(turn.last().unwrap()["data"]["state"], "done", "{turn:?}");
    let balance = owner.balance(&owner.customer("Suresh"));
    assert_eq!(
        typed["result"]["balance_paise"], balance,
        "only what was typed is booked"
    );
}

#[tokio::test]
async fn an_answer_spoken_by_the_server_stops_when_it_is_interrupted() {
    let shop = Shop::open();
    let mut wire = Wire::open(&shop).await;
    let start = json!({ "encoding": "linear16", "sample_rate": 16_000, "channels": 1, "speak": "server" });
    wire.send("START_AUDIO", start).await;
    wire.next("AUDIO_STARTED").await;
    wire.send("STOP_AUDIO", json!({})).await;
    wire.say("Suresh ka balance batao").await;
    let begun = wire.next("AUDIO_BEGIN").await;
    assert_eq!(
        (&begun["format"], &begun["provider"]),
        (&json!("pcm16"), &json!("local"))
    );
    wire.send("INTERRUPT", json!({})).await;
    let ended = wire.next("AUDIO_END").await;
    assert_eq!(
        (&ended["utterance_id"], &ended["reason"]),
        (&begun["utterance_id"], &json!("interrupted"))
    );
}
