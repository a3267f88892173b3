//! The voice page in a real browser on the real binary: spoken into its microphone, by touch, and by keyboard alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use crate::chrome::Chrome;
use crate::shop::Shop;
use crate::{books, sound};
use execora_speech_local::sample_speech::RAHUL_BILL;
use fantoccini::key::Key;
use serde_json::{Value, json};

const WORDS: &str = "rahul ko do milk aur ek bread ka bill bana do";
const CONFIRM: &str = "#conversation [data-action=confirm]";
const READY: &str = "document.querySelector('#talk').dataset.state === 'ready'";
const SPEAKING: &str = "document.querySelector('#talk').dataset.state === 'speaking'";
const LISTENING: &str = "document.querySelector('#talk').dataset.state === 'listening'";

/// A browser that has the bill of Rahul in its microphone, and after how many seconds of it everything was said.
async fn open_with_rahuls_bill(shop: &Shop) -> (Chrome, f64) {
    let file = shop.home.path().join("microphone.wav");
    let seconds = sound::record_file(&file, RAHUL_BILL, 1, 3).await;
    (open(shop, Some(&file)).await, seconds - 2.0)
}

/// Opens the sign-in link and waits until one can talk.
async fn open(shop: &Shop, microphone: Option<&std::path::Path>) -> Chrome {
    let chrome = Chrome::open(microphone).await;
    chrome.page.goto(&shop.sign_in).await.unwrap();
    chrome.until(READY).await;
    assert_eq!(chrome.words("#shop").await, "Demo Kirana Store");
    assert_eq!(
        chrome.value("location.hash").await,
        "",
        "the code does not stay in the address"
    );
    chrome
}

/// So often it is said on a machine that has other stories to tell at the same time.
const ATTEMPTS: usize = 6;

/// Talks until the bill was said. A machine with too much to do loses sound on its way from the microphone: who is
/// misheard says no and says it again, [`ATTEMPTS`] times at most; the device is opened anew for it and plays its file again.
async fn say_rahuls_bill(chrome: &Chrome, said: f64, by: Hand) {
    const ANSWERS: &str = "document.querySelectorAll('#conversation .theirs').length";
    for _ in 0..ATTEMPTS {
        let before = chrome.value(ANSWERS).await;
        by.press_talk(chrome).await;
        chrome.until(LISTENING).await;
        chrome.until(&format!("soundSent > {said}")).await;
        by.press_talk(chrome).await;
        chrome.until(&format!("{ANSWERS} > {before}")).await;
        if heard(chrome).await == WORDS {
            return;
        }
        if chrome
            .value(&format!("document.querySelector('{CONFIRM}') !== null"))
            .await
            == json!(true)
        {
            chrome.press("#conversation [data-action=cancel]").await;
            chrome
                .until(&format!("document.querySelector('{CONFIRM}') === null"))
                .await;
        }
        chrome.page.refresh().await.unwrap();
        chrome.until(READY).await;
    }
}

/// What was heard last.
async fn heard(chrome: &Chrome) -> String {
    chrome
        .value("[...document.querySelectorAll('#conversation .mine [translate]')].at(-1)?.textContent ?? ''")
        .await
        .as_str()
        .unwrap()
        .to_owned()
}

/// How the talk button is pressed.
#[derive(Clone, Copy)]
enum Hand {
    Thumb,
    Keyboard,
}

impl Hand {
    async fn press_talk(self, chrome: &Chrome) {
        match self {
            Self::Thumb => chrome.press("#talk").await,
            Self::Keyboard => {
                tab_to(chrome, "#talk").await;
                chrome.keys(" ").await;
            }
        }
    }
}

fn no_complaint(chrome: &Chrome) {
    assert_eq!(chrome.complaints(), Vec::<String>::new());
}

async fn hold_the_draft(chrome: &Chrome) {
    assert_eq!(
        chrome.words("#conversation .mine").await.lines().last(),
        Some(WORDS)
    );
    let card = chrome.words("#conversation .card.draft").await;
    for part in ["Rahul Verma", "Milk", "Bread", "₹101.00"] {
        assert!(card.contains(part), "{part} in {card}");
    }
}

async fn hold_the_invoice(chrome: &Chrome, shop: &Shop) {
    let owner = shop.owner();
    let card = chrome.words("#conversation [data-invoice]").await;
    books::hold_rahuls_bill(&owner);
    let number = books::bills(&owner)[0]["number"].as_str().unwrap().to_owned();
    assert!(card.contains(&number) && card.contains("₹101.00"), "{card}");
}

#[tokio::test]
async fn a_bill_spoken_into_the_microphone_is_confirmed_by_touch() {
    let shop = Shop::open();
    let (chrome, said) = open_with_rahuls_bill(&shop).await;
    say_rahuls_bill(&chrome, said, Hand::Thumb).await;
    chrome.see(CONFIRM).await;
    hold_the_draft(&chrome).await;
    books::are_untouched(&shop.owner());
    chrome.press(CONFIRM).await;
    hold_the_invoice(&chrome, &shop).await;
    no_complaint(&chrome);
    // A complaint would have been seen.
    let style =
        "document.head.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }))";
    chrome.value(style).await;
    let complaints = chrome.complaints();
    assert!(
        complaints.iter().any(|c| c.contains("Content Security Policy")),
        "{complaints:?}"
    );
}

#[tokio::test]
async fn the_keyboard_alone_does_everything() {
    let shop = Shop::open();
    let (chrome, said) = open_with_rahuls_bill(&shop).await;
    say_rahuls_bill(&chrome, said, Hand::Keyboard).await;
    chrome.see(CONFIRM).await;
    hold_the_draft(&chrome).await;
    tab_to(&chrome, CONFIRM).await;
    chrome.keys(&Key::Enter.to_string()).await;
    hold_the_invoice(&chrome, &shop).await;
    tab_to(&chrome, "#say").await;
    chrome.keys("Suresh ka balance batao").await;
    chrome.keys(&Key::Enter.to_string()).await;
    chrome
        .until("document.querySelector('#conversation').innerText.includes('₹450')")
        .await;
    // Esc ends an answer that is spoken, and listening. Space in the text box was a space.
    chrome.until(SPEAKING).await;
    chrome.keys(&Key::Escape.to_string()).await;
    chrome.until(READY).await;
    tab_to(&chrome, "#talk").await;
    chrome.keys(" ").await;
    chrome.until(LISTENING).await;
    chrome.keys(&Key::Escape.to_string()).await;
    chrome.until(&format!("!({LISTENING})")).await;
    no_complaint(&chrome);
}

/// Goes on by Tab until the last such thing has the focus.
async fn tab_to(chrome: &Chrome, css: &str) {
    let there = format!(
        "document.activeElement === [...document.querySelectorAll({})].at(-1)",
        json!(css)
    );
    for _ in 0..60 {
        if chrome.value(&there).await == json!(true) {
            return;
        }
        chrome.keys(&Key::Tab.to_string()).await;
    }
    chrome.until(&there).await;
}

async fn write(chrome: &Chrome, text: &str) {
    chrome.see("#say").await.send_keys(text).await.unwrap();
    chrome.press("#send").await;
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_touch_and_by_words() {
    let shop = Shop::open();
    let owner = shop.owner();
    let chrome = open(&shop, None).await;
    let found = owner.get("/api/v1/customers/search?q=Ramesh");
    let of = |landmark: &str| -> String {
        let all = found.body["data"].as_array().unwrap();
        let one = all
            .iter()
            .find(|c| c["customer"]["landmark"] == landmark)
            .unwrap();
        one["customer"]["id"].as_str().unwrap().to_owned()
    };
    let (mandir, station) = (of("Mandir"), of("Station"));

    write(&chrome, "Ramesh ko 3 biscuit ka bill bana do").await;
    let (first, second) = (
        chrome.words("#conversation [data-option='1']").await,
        chrome.words("#conversation [data-option='2']").await,
    );
    let expected = [("Mandir", "0002", "₹0"), ("Station", "0003", "₹1,250")];
    let options = [&first, &second];
    for (landmark, digits, balance) in expected {
        let told = options.iter().find(|o| o.contains(landmark));
        assert!(
            told.is_some_and(|o| o.contains(digits) && o.contains(balance)),
            "{options:?}"
        );
    }
    // Who can see reads each on its button, who cannot hears each once.
    let times = |css: &str| format!("document.querySelector('{css}').textContent.split('Mandir').length - 1");
    chrome.until(&format!("{} === 1", times("#announcer"))).await;
    assert_eq!(chrome.value(&times("#conversation")).await, 1);
    for list in ["/api/v1/invoices", "/api/v1/drafts?status=open"] {
        assert_eq!(owner.get(list).body["data"], json!([]), "nobody is guessed");
    }
    let chosen = if first.contains("Station") { 1 } else { 2 };
    chrome
        .press(&format!("#conversation [data-option='{chosen}']"))
        .await;
    chrome.press(CONFIRM).await;
    chrome.see("#conversation [data-invoice]").await;
    assert_eq!((owner.balance(&mandir), owner.balance(&station)), (0, 128_000));

    write(&chrome, "Ramesh ko 1 bread ka bill bana do").await;
    chrome
        .until("document.querySelectorAll(\"#conversation [data-option='2']:not([aria-disabled])\").length === 1")
        .await;
    let second = chrome.words("#conversation [data-option='2']").await;
    write(&chrome, "doosra wala").await;
    chrome.press(CONFIRM).await;
    chrome
        .until("document.querySelectorAll('#conversation [data-invoice]').length === 2")
        .await;
    let sold = if second.contains("Station") {
        (0, 132_500)
    } else {
        (4_500, 128_000)
    };
    assert_eq!((owner.balance(&mandir), owner.balance(&station)), sold);
    let totals: Vec<Value> = books::bills(&owner)
        .iter()
        .map(|b| b["total_paise"].clone())
        .collect();
    assert_eq!(totals, [4_500, 3_000]);
    assert_eq!(owner.postings(&station).0 + owner.postings(&mandir).0, 0);
    no_complaint(&chrome);
}
