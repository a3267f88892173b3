//! Commands spoken by espeak-ng and heard by pocketsphinx, over the sound that a browser or a file would bring.

#![expect(clippy::unwrap_used, clippy::panic)]

use std::ffi::OsStr;
use std::sync::{Arc, LazyLock};

use execora_kernel::GatewayError;
use execora_sound::resample::Resampler;
use execora_sound::{Pcm, wav};
use execora_speech_local::availability::{LocalSpeech, discover};
use execora_speech_local::espeak;
use execora_speech_local::sample_speech::{self, DOOSRA_WALA, HAAN, RAHUL_BILL};
use execora_testkit::contract::gateways;
use execora_voice_intent::ports::{OpenListening, SpeechToText, TextToSpeech, Trust, Utterance};

const NAMES: [&str; 40] = [
    "Rahul",
    "Ramesh",
    "Ramesh",
    "Suresh",
    "Priya",
    "Amit",
    "Sumit",
    "Mohan",
    "Sohan",
    "Chaudhary",
    "Lakshmi",
    "Anil",
    "Sunil",
    "Geeta",
    "Neeta",
    "Vinod",
    "Harish",
    "Girish",
    "Bharat",
    "Imran",
    "Rakesh",
    "Rajesh",
    "Mahesh",
    "Deepak",
    "Sanjay",
    "Vijay",
    "Ajay",
    "Pooja",
    "Kavita",
    "Sunita",
    "Anita",
    "Manoj",
    "Dinesh",
    "Mukesh",
    "Naresh",
    "Ashok",
    "Kiran",
    "Meena",
    "Seema",
    "Arjun Sharma",
];
const PRODUCTS: [&str; 88] = [
    "Milk",
    "Bread",
    "Butter",
    "Eggs",
    "Rice",
    "Sugar",
    "Salt",
    "Atta",
    "Maida",
    "Besan",
    "Toor Dal",
    "Moong Dal",
    "Chana Dal",
    "Urad Dal",
    "Masoor Dal",
    "Rajma",
    "Poha",
    "Suji",
    "Ghee",
    "Mustard Oil",
    "Sunflower Oil",
    "Tea",
    "Coffee",
    "Biscuit",
    "Maggi",
    "Chips",
    "Soap",
    "Shampoo",
    "Toothpaste",
    "Detergent",
    "Paneer",
    "Curd",
    "Jeera",
    "Haldi",
    "Dhania Powder",
    "Mirchi Powder",
    "Garam Masala",
    "Hing",
    "Ajwain",
    "Cinnamon",
    "Cardamom",
    "Cloves",
    "Almonds",
    "Cashew",
    "Raisins",
    "Honey",
    "Jam",
    "Ketchup",
    "Vinegar",
    "Noodles",
    "Vermicelli",
    "Papad",
    "Pickle",
    "Namkeen",
    "Bhujia",
    "Chocolate",
    "Toffee",
    "Cold Drink",
    "Juice",
    "Water Bottle",
    "Agarbatti",
    "Matchbox",
    "Candle",
    "Broom",
    "Bucket",
    "Bulb",
    "Battery",
    "Pen",
    "Notebook",
    "Pencil",
    "Eraser",
    "Hair Oil",
    "Comb",
    "Cream",
    "Face Wash",
    "Razor",
    "Tissue",
    "Diaper",
    "Onion",
    "Potato",
    "Tomato",
    "Garlic",
    "Ginger",
    "Lemon",
    "Green Chilli",
    "Coriander",
    "Banana",
    "Jaggery",
];

static SPEECH: LazyLock<LocalSpeech> =
    LazyLock::new(|| discover(OsStr::new("/usr/local/bin:/usr/bin:/bin"), 2));

fn voice() -> Arc<dyn TextToSpeech> {
    SPEECH
        .text_to_speech
        .clone()
        .unwrap_or_else(|| panic!("{}", SPEECH.missing.join("; ")))
}

fn recogniser() -> Arc<dyn SpeechToText> {
    SPEECH
        .speech_to_text
        .clone()
        .unwrap_or_else(|| panic!("{}", SPEECH.missing.join("; ")))
}

fn shop() -> OpenListening {
    OpenListening {
        language: "hi-Latn".to_owned(),
        names: NAMES.iter().map(ToString::to_string).collect(),
        products: PRODUCTS.iter().map(ToString::to_string).collect(),
    }
}

async fn heard(samples: &[i16]) -> String {
    let mut listening = recogniser().open(&shop()).await.unwrap();
    for chunk in samples.chunks(1_600) {
        assert_eq!(listening.hear(chunk).await.unwrap(), None);
    }
    let transcript = listening.finish().await.unwrap();
    assert_eq!((transcript.trust, transcript.confidence), (Trust::AskFirst, None));
    transcript.text
}

/// Spoken, brought to the rate of a microphone, and back to the recogniser's.
async fn heard_at(spelling: &str, sample_rate: u32) -> String {
    let speech = sample_speech::record(&*voice(), spelling, sample_rate)
        .await
        .unwrap();
    let mut resampler = Resampler::for_recognition(sample_rate, 1).unwrap();
    let mut samples = Vec::new();
    for chunk in speech.samples.chunks(1_234) {
        resampler.push(chunk, &mut samples);
    }
    resampler.finish(&mut samples);
    heard(&samples).await
}

#[tokio::test]
async fn a_spoken_bill_is_heard_word_for_word_at_every_usual_rate() {
    for sample_rate in [16_000, 22_050, 44_100, 48_000] {
        let text = heard_at(RAHUL_BILL, sample_rate).await;
        assert_eq!(
            text, "rahul ko do milk aur ek bread ka bill bana do",
            "{sample_rate}"
        );
    }
}

#[tokio::test]
async fn yes_no_and_a_choice_are_heard() {
    for (spelling, text) in [
        (HAAN, "haan"),
        ("yes", "yes"),
        ("nahee", "nahi"),
        ("no", "no"),
        (DOOSRA_WALA, "doosra wala"),
        ("pehlah vahlah", "pehla wala"),
    ] {
        assert_eq!(heard_at(spelling, 48_000).await, text);
    }
}

#[tokio::test]
async fn payments_balances_and_stock_are_heard_in_both_languages() {
    for (spelling, text) in [
        (
            "preeya nay pahnch saw roopaye deeyay",
            "priya ne paanch sau rupaye diye",
        ),
        (
            "record payment of five hundred rupees from preeya",
            "record payment of five hundred rupees from priya",
        ),
        ("rahool kah balance buttow", "rahul ka balance batao"),
        ("what is the balance of suresh", "what is the balance of suresh"),
        ("milk kah stock kitnah hay", "milk ka stock kitna hai"),
        (
            "create invoice for rahool with two milk and one bread",
            "create invoice for rahul with two milk and one bread",
        ),
        (
            "rahmesh koh teen butter kah bill bunnah doe",
            "ramesh ko teen butter ka bill bana do",
        ),
    ] {
        assert_eq!(heard_at(spelling, 48_000).await, text);
    }
}

#[tokio::test]
async fn small_talk_silence_and_hiss_are_not_commands() {
    for talk in [
        "please turn on the kitchen lights",
        "i would like to order a pizza",
        "hello how are you today",
        "okay so what did she say yesterday",
        "where is the bus stop",
        "are you coming home for dinner",
    ] {
        assert_eq!(heard_at(talk, 48_000).await, "", "{talk}");
    }
    assert_eq!(heard(&[]).await, "");
    assert_eq!(heard(&[0; 48_000]).await, "");
    let mut hiss = vec![0; 32_000];
    execora_sound::level::FaintNoise::new(sample_speech::ROOM_NOISE).add_to(&mut hiss);
    assert_eq!(heard(&hiss).await, "");
}

#[tokio::test]
async fn a_recording_in_a_wav_file_is_heard() {
    let bytes = sample_speech::record_wav(&*voice(), RAHUL_BILL, 48_000)
        .await
        .unwrap();
    let samples = wav::bytes_for_recognition(&bytes).unwrap();
    assert_eq!(
        heard(&samples).await,
        "rahul ko do milk aur ek bread ka bill bana do"
    );
}

#[tokio::test]
async fn a_shop_without_customers_or_products_still_hears_yes() {
    let speech = sample_speech::record(&*voice(), HAAN, 16_000).await.unwrap();
    let mut listening = recogniser().open(&OpenListening::default()).await.unwrap();
    listening.hear(&speech.samples).await.unwrap();
    assert_eq!(listening.finish().await.unwrap().text, "haan");
}

#[tokio::test]
async fn more_than_a_minute_is_refused_and_what_came_before_is_kept() {
    let speech = sample_speech::record(&*voice(), HAAN, 16_000).await.unwrap();
    let mut listening = recogniser().open(&shop()).await.unwrap();
    listening.hear(&speech.samples).await.unwrap();
    let refused = listening.hear(&vec![0; 16_000 * 60]).await;
    assert!(matches!(refused, Err(GatewayError::Refused { .. })));
    assert_eq!(listening.finish().await.unwrap().text, "haan");
}

fn said(text: &str, language: &str) -> Utterance {
    Utterance {
        text: text.to_owned(),
        language: language.to_owned(),
        words_per_minute: None,
    }
}

/// All the sound of one answer.
async fn spoken(text: &str, language: &str) -> Pcm {
    let mut speaking = voice().say(&said(text, language)).await.unwrap();
    let (sample_rate, mut samples) = (speaking.sample_rate(), Vec::new());
    while let Some(sound) = speaking.next().await.unwrap() {
        samples.extend(sound);
    }
    Pcm { samples, sample_rate }
}

#[tokio::test]
async fn the_voice_and_the_recogniser_keep_the_contract_of_their_ports() {
    let (voice, recogniser) = (voice(), recogniser());
    gateways::voice::a_sentence_is_spoken_to_its_end(&voice).await;
    gateways::voice::what_cannot_be_spoken_is_refused(&voice).await;
    gateways::voice::what_is_dropped_stops(&voice).await;
    gateways::recogniser::any_number_of_names_is_accepted(&recogniser).await;
    gateways::recogniser::silence_is_an_empty_text(&recogniser).await;
    gateways::recogniser::too_much_sound_is_refused(&recogniser).await;
}

#[tokio::test]
async fn answers_are_spoken_in_hindi_english_and_hinglish() {
    for (text, language) in [
        ("राहुल का बिल बन गया", "hi"),
        ("the bill of Rahul is ready", "en"),
        ("Rahul ka bill ban gaya", "hi-Latn"),
    ] {
        let speech = spoken(text, language).await;
        assert_eq!(speech.sample_rate, 22_050, "{language}");
        let seconds = speech.samples.len() / 22_050;
        assert!((1..=6).contains(&seconds), "{language}: {seconds} s");
        assert!(
            speech.samples.iter().any(|s| s.unsigned_abs() > 3_000),
            "{language}"
        );
    }
}

#[tokio::test]
async fn hinglish_sounds_like_hindi() {
    let hinglish = spoken("paanch sau rupaye baaki", "hi-Latn").await;
    let hindi = spoken("पाँच सौ रुपये बाकी", "hi").await;
    assert_eq!(hinglish, hindi);
}

#[tokio::test]
async fn text_that_is_too_long_or_nothing_is_refused() {
    for text in [
        String::new(),
        " ₹ … ".to_owned(),
        "a ".repeat(espeak::TEXT_BYTES_MAX),
    ] {
        let refused = voice().say(&said(&text, "en")).await;
        assert!(
            matches!(refused.err(), Some(GatewayError::Invalid { .. })),
            "{}",
            text.len()
        );
    }
}

#[tokio::test]
async fn names_are_spoken_as_text_and_never_as_instructions() {
    for text in [
        "-h",
        "--version",
        "$(touch x) `id` Rahul",
        "[[h@l'oU]] Rahul",
        "<voice name='hi'>Rahul</voice>",
        "Ra\u{0}hul",
    ] {
        let speech = spoken(text, "en").await;
        assert!(speech.samples.len() > 5_000, "{text}");
    }
}
