//! The voice page in headless Chromium: spoken into a microphone, pressed with a thumb, written on the keyboard.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on must fail"
)]

use crate::page::Page;
use crate::shop::Shop;
use crate::spoken::{speech, the_books_hold_the_bill};
use crate::talk::meanwhile;
use execora_speech_local::sample_speech::{RAHUL_BILL, record_wav};
use std::time::Duration;

#[tokio::test]
async fn a_bill_is_spoken_into_the_page_and_confirmed_with_a_thumb() {
    let voice = speech().text_to_speech.expect("a voice");
    let shop = Shop::open();
    let recording = shop.home.path().join("bill.wav");
    let wav = record_wav(voice.as_ref(), RAHUL_BILL, 48_000).await.unwrap();
    // 16 bits, 48,000 times a second.
    let lasts = Duration::from_millis(wav.len() as u64 / 96);
    std::fs::write(&recording, wav).unwrap();
    let page = Page::open(&shop, Some(&recording)).await;
    page.wait_for_words("#shop", "Demo Kirana Store").await;
    page.picture("1-hello-360").await;
    page.press("#talk[data-state=ready]").await;
    page.wait("#talk[data-state=listening]").await;
    page.picture("2-listening-360").await;
    // The recording is over when its last word was said; the button ends the utterance.
    tokio::time::sleep(lasts).await;
    page.press("#talk").await;
    page.wait_for_words(
        "#conversation .mine:not(.interim)",
        "rahul ko do milk aur ek bread ka bill bana do",
    )
    .await;
    page.wait("#conversation [data-action=confirm]").await;
    page.wait_for_words("#conversation", "₹101").await;
    page.picture("3-draft-360").await;
    page.dark(true).await;
    page.picture("3-draft-360-dark").await;
    page.size(1280, 800).await;
    page.wait_for_words("#customers", "Rahul").await;
    page.picture("3-draft-1280-dark").await;
    page.dark(false).await;
    page.picture("3-draft-1280").await;
    page.size(360, 740).await;
    page.press("#conversation [data-action=confirm]").await;
    page.wait_for_words("#conversation", "INV/").await;
    page.wait("#conversation [data-action=undo]").await;
    page.picture("4-invoice-360").await;
    page.press("#language").await;
    page.picture("4-invoice-360-hindi").await;
    page.press("#tab-khata").await;
    page.wait_for_words("#customers", "Rahul").await;
    page.picture("5-khata-360-hindi").await;
    page.press("#tab-bills").await;
    page.wait_for_words("#invoices", "INV/").await;
    page.picture("6-bills-360-hindi").await;
    page.close_without_complaint().await;
    the_books_hold_the_bill(shop).await;
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_button_and_by_word() {
    let shop = Shop::open();
    let page = Page::open(&shop, None).await;
    page.write("Ramesh ko 3 biscuit ka bill bana do").await;
    page.wait("#conversation [data-option='2']").await;
    page.picture("7-choice-360").await;
    page.size(1280, 800).await;
    page.wait_for_words("#customers", "Rahul").await;
    page.picture("7-choice-1280").await;
    page.size(360, 740).await;
    page.press("#conversation [data-option='1']").await;
    page.press("#conversation [data-action=confirm]").await;
    page.wait_for_words("#conversation", "/0001").await;
    page.write("Ramesh ko 1 bread ka bill bana do").await;
    page.wait("#conversation li:last-child [data-option='2']").await;
    page.write("doosra wala").await;
    page.press("#conversation li:last-child [data-action=confirm]")
        .await;
    page.wait_for_words("#conversation", "/0002").await;
    page.picture("8-both-360").await;
    page.close_without_complaint().await;
    meanwhile(move || {
        let bills = shop.owner().get("/api/v1/invoices");
        let whose = |bill: usize| bills.text(&format!("/data/{bill}/customer_id"));
        assert_eq!(bills.body["data"].as_array().map(Vec::len), Some(2));
        assert_ne!(whose(0), whose(1), "each Ramesh got one");
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_alone_talks_and_interrupts() {
    let shop = Shop::open();
    let page = Page::open(&shop, None).await;
    page.wait("#talk[data-state=ready]").await;
    page.blur().await;
    page.key(" ").await;
    page.wait("#talk[data-state=listening]").await;
    page.key("\u{e00c}").await;
    page.wait("#talk[data-state=ready]").await;
    page.close_without_complaint().await;
}
