//! From sound to the books: a command spoken by this machine's voice and heard by its recogniser, on the real binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on must fail"
)]

use crate::shop::Shop;
use crate::talk::{Talk, meanwhile};
use execora_speech_local::availability::{LocalSpeech, discover};
use execora_speech_local::sample_speech::{HAAN, RAHUL_BILL, record, record_wav};
use serde_json::{Value, json};
use std::sync::Arc;

const WORDS: &str = "rahul ko do milk aur ek bread ka bill bana do";
/// 2 × 28.00 and 45.00.
const TOTAL: i64 = 10_100;

/// The speech of this machine; without it these tests fail and say what is missing.
pub fn speech() -> LocalSpeech {
    let speech = discover(&std::env::var_os("PATH").unwrap_or_default(), 2);
    assert!(speech.missing.is_empty(), "{}", speech.missing.join("; "));
    speech
}

/// What a microphone of this rate hears when `spelling` is said: 16 bits, little-endian, once per channel.
async fn sound(spelling: &str, rate: u32, channels: usize) -> Vec<u8> {
    let voice = speech().text_to_speech.expect("a voice");
    let speech = record(voice.as_ref(), spelling, rate).await.unwrap();
    let doubled = speech
        .samples
        .iter()
        .flat_map(|s| std::iter::repeat_n(*s, channels));
    doubled.flat_map(i16::to_le_bytes).collect()
}

/// Speaks in pieces of 20 ms, as a microphone does, and answers with what was heard and what was answered.
async fn speak(talk: &mut Talk, spelling: &str, rate: u32, channels: usize) -> (Value, Value) {
    let sound = sound(spelling, rate, channels).await;
    let start = json!({ "encoding": "linear16", "sample_rate": rate, "channels": channels });
    talk.send("START_AUDIO", start).await;
    talk.next("AUDIO_STARTED").await;
    let piece = usize::try_from(rate).unwrap() / 50 * 2 * channels;
    for piece in sound.chunks(piece) {
        talk.sound(piece).await;
    }
    talk.send("STOP_AUDIO", json!({})).await;
    let heard = loop {
        let heard = talk.next("TRANSCRIPT").await;
        if heard["final"] == true {
            break heard;
        }
    };
    (heard, talk.next("RESPONSE").await)
}

/// One bill, and everything that follows from it, once.
pub async fn the_books_hold_the_bill(shop: Shop) {
    meanwhile(move || {
        let owner = shop.owner();
        let bills = owner.get("/api/v1/invoices");
        assert_eq!(bills.body["data"].as_array().map(Vec::len), Some(1));
        let lines = bills.body["data"][0]["items"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        let lines: Vec<_> = lines
            .iter()
            .map(|line| (line["name"].as_str(), line["quantity"].as_str()))
            .collect();
        assert_eq!(lines, [(Some("Milk"), Some("2")), (Some("Bread"), Some("1"))]);
        assert!(bills.text("/data/0/number").ends_with("/0001"));
        assert_eq!(bills.number("/data/0/total_paise"), TOTAL);
        let rahul = owner.customer("Rahul");
        assert_eq!((owner.balance(&rahul), owner.postings(&rahul)), (TOTAL, (0, 1)));
        assert_eq!(owner.product("Milk")["stock_quantity"], "118");
        assert_eq!(owner.product("Bread")["stock_quantity"], "59");
    })
    .await;
}

#[tokio::test]
async fn a_bill_is_spoken_and_agreed_to_aloud() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let start = talk.next("VOICE_START").await;
    assert_eq!(
        (&start["speech_to_text"], &start["text_to_speech"]),
        (&json!("local"), &json!("local"))
    );
    let (heard, asked) = speak(&mut talk, RAHUL_BILL, 48_000, 1).await;
    assert_eq!(heard["text"], WORDS);
    assert_eq!(asked["state"], "needs_confirmation", "{asked}");
    let (heard, done) = speak(&mut talk, HAAN, 16_000, 2).await;
    assert_eq!(heard["text"], "haan");
    assert_eq!(
        (&done["state"], &done["result"]["kind"]),
        (&json!("done"), &json!("invoice")),
        "{done}"
    );
    the_books_hold_the_bill(shop).await;
}

#[tokio::test]
async fn what_the_local_recogniser_hears_is_never_acted_on_without_a_yes() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    // A payment for a certain customer within the limit needs no yes when it is typed.
    let typed = talk.say("Suresh ne 500 diye").await;
    assert_eq!(typed["state"], "done", "{typed}");
    let (heard, asked) = speak(&mut talk, "soorehsh nay pahnch soh dee yay", 44_100, 1).await;
    assert_ne!(asked["state"], "done", "heard {heard}, answered {asked}");
    let (suresh, shop) = meanwhile(move || {
        let owner = shop.owner();
        (owner.balance(&owner.customer("Suresh")), shop)
    })
    .await;
    assert_eq!(
        typed["result"]["balance_paise"], suresh,
        "only what was typed is booked"
    );
    drop(shop);
}

#[tokio::test]
async fn the_answer_is_spoken_when_the_client_wants_it_and_stops_when_interrupted() {
    let shop = Shop::open();
    let mut talk = Talk::open(&shop).await;
    let start = json!({ "encoding": "linear16", "sample_rate": 16_000, "channels": 1, "speak": "server" });
    talk.send("START_AUDIO", start).await;
    talk.next("AUDIO_STARTED").await;
    talk.send("STOP_AUDIO", json!({})).await;
    talk.say("Suresh ka balance batao").await;
    let begun = talk.next("AUDIO_BEGIN").await;
    assert_eq!(
        (&begun["format"], &begun["provider"]),
        (&json!("pcm16"), &json!("local"))
    );
    talk.send("INTERRUPT", json!({})).await;
    let ended = talk.next("AUDIO_END").await;
    assert_eq!(
        (&ended["utterance_id"], &ended["reason"]),
        (&begun["utterance_id"], &json!("interrupted"))
    );
}

#[tokio::test]
async fn a_recording_is_said_from_the_terminal() {
    let voice: Arc<_> = speech().text_to_speech.expect("a voice");
    let wav = record_wav(voice.as_ref(), RAHUL_BILL, 48_000).await.unwrap();
    let shop = Shop::open();
    let file = shop.home.path().join("bill.wav");
    std::fs::write(&file, wav).unwrap();
    let shop = meanwhile(move || {
        let (status, answer) = shop.run(&["say", "--json", "--wav", &file.to_string_lossy()]);
        assert_eq!(status, Some(0), "{answer}");
        assert!(
            answer.contains(WORDS) && answer.contains("needs_confirmation"),
            "{answer}"
        );
        let (status, answer) = shop.run(&["say", "haan"]);
        assert_eq!(status, Some(0), "{answer}");
        shop
    })
    .await;
    the_books_hold_the_bill(shop).await;
}
