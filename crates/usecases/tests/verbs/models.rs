//! A turn whose words the grammar does not understand, with a language model behind it.

use crate::world::{Shop, rupees};
use async_trait::async_trait;
use execora_kernel::{GatewayError, Money};
use execora_usecases::turn::Source;
use execora_voice_intent::dialogue::ReplyState;
use execora_voice_intent::model::{CacheKey, CachedIntentModel, IntentCache, IntentModel, Prompt};
use execora_voice_intent::understanding::Intent;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Answers every question alike, or is down.
struct Told(Option<&'static str>, AtomicUsize);

#[async_trait]
impl IntentModel for Told {
    fn provider(&self) -> &str {
        "told"
    }

    async fn answer(&self, _: &Prompt) -> Result<String, GatewayError> {
        self.1.fetch_add(1, Ordering::SeqCst);
        self.0.map(str::to_owned).ok_or(GatewayError::Unavailable)
    }
}

#[derive(Default)]
struct Kept(Mutex<HashMap<String, String>>);

#[async_trait]
impl IntentCache for Kept {
    async fn get(&self, key: &CacheKey) -> Result<Option<String>, GatewayError> {
        Ok(self.0.lock().unwrap().get(key.as_str()).cloned())
    }

    async fn put(&self, key: &CacheKey, answer: &str) -> Result<(), GatewayError> {
        let mut kept = self.0.lock().unwrap();
        kept.insert(key.as_str().to_owned(), answer.to_owned());
        Ok(())
    }
}

async fn shop_with(answer: Option<&'static str>) -> (Shop, Arc<Told>) {
    let mut shop = Shop::open().await;
    let told = Arc::new(Told(answer, AtomicUsize::new(0)));
    let model: Arc<dyn IntentModel> = told.clone();
    let cache: Arc<dyn IntentCache> = Arc::new(Kept::default());
    shop.cases = shop.cases.with_model(CachedIntentModel::new(model, cache));
    (shop, told)
}

const ODD: &str = "Suresh galle mein paanch sau thama gaya";
const PAID: &str = r#"{"intent":"ADD_PAYMENT","confidence":0.97,"slots":{"customer":"Suresh","amount":500}}"#;

#[tokio::test]
async fn what_only_the_model_understands_is_done_on_a_yes() {
    let (mut shop, told) = shop_with(Some(PAID)).await;
    let answer = shop.says(ODD).await;
    assert_eq!(
        (answer.intent, answer.source, answer.state),
        (Intent::AddPayment, Source::Model, ReplyState::NeedsConfirmation),
        "{}",
        answer.text
    );
    assert_eq!(shop.balance("Suresh"), Money::ZERO);
    let answer = shop.says("haan").await;
    assert_eq!((answer.source, answer.state), (Source::Grammar, ReplyState::Done));
    assert_eq!(shop.balance("Suresh"), rupees(-500));
    assert_eq!(told.1.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn the_model_is_not_asked_for_what_the_grammar_reads_or_the_speaker_has_to_say() {
    let (mut shop, told) = shop_with(Some(PAID)).await;
    for text in [
        "Suresh ka balance batao",
        "Suresh ne lagbhag 500 diye",
        "Rahul ko 2 milk ka bill bana do",
        "hmm kuch aur",
    ] {
        shop.says(text).await;
    }
    assert_eq!(told.1.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_model_that_is_down_or_makes_things_up_leaves_the_grammar_alone() {
    let invented =
        r#"{"intent":"ADD_PAYMENT","confidence":0.97,"slots":{"customer":"Suresh","amount":5000}}"#;
    for answer in [None, Some(invented), Some("{}")] {
        let (mut shop, told) = shop_with(answer).await;
        let answer = shop.says(ODD).await;
        assert_eq!(
            (answer.source, answer.state),
            (Source::Grammar, ReplyState::Failed)
        );
        assert_eq!(shop.balance("Suresh"), Money::ZERO);
        assert_eq!(told.1.load(Ordering::SeqCst), 1);
    }
}
