//! The contract of [`IntentModel`] and [`IntentCache`].

use super::in_time;
use chrono::{DateTime, FixedOffset};
use execora_voice_intent::model::{
    ANSWER_BYTES_MAX, CacheKey, Conversation, IntentCache, IntentModel, Prompt,
};

/// More answers than any memory keeps.
const ANSWERS: usize = 20_000;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").expect("a moment")
}

fn key(n: usize) -> CacheKey {
    CacheKey::new(&format!("words number {n}"), &Conversation::default())
}

/// Whatever is asked, an answer comes in time and bounded, or an error does.
pub async fn an_answer_is_bounded(model: &dyn IntentModel) {
    for text in ["Suresh ne 500 diye", "", &"words ".repeat(10_000)] {
        let prompt = Prompt::new(text, &Conversation::default(), now());
        if let Ok(answer) = in_time(model.answer(&prompt)).await {
            assert!(answer.len() <= ANSWER_BYTES_MAX, "{} bytes", answer.len());
        }
    }
}

/// What was put is given back under its own key alone, or forgotten.
pub async fn an_answer_is_kept_under_its_own_key(cache: &dyn IntentCache) {
    in_time(cache.put(&key(1), "one"))
        .await
        .expect("a cache that works");
    in_time(cache.put(&key(2), "two"))
        .await
        .expect("a cache that works");
    in_time(cache.put(&key(1), "one anew"))
        .await
        .expect("a cache that works");
    let kept = async |n| in_time(cache.get(&key(n))).await.expect("a cache that works");
    assert!(matches!(kept(1).await.as_deref(), None | Some("one anew")));
    assert!(matches!(kept(2).await.as_deref(), None | Some("two")));
    assert_eq!(kept(3).await, None);
}

/// How many answers are kept is bounded; those put last are there the longest.
pub async fn the_number_of_answers_is_bounded(cache: &dyn IntentCache) {
    for n in 0..ANSWERS {
        in_time(cache.put(&key(n), "kept"))
            .await
            .expect("a cache that works");
    }
    let mut kept = 0;
    for n in 0..ANSWERS {
        let found = in_time(cache.get(&key(n))).await.expect("a cache that works");
        kept += usize::from(found.is_some());
    }
    assert!(kept < ANSWERS, "every one of {ANSWERS} answers is still there");
}

/// However it fails, it ends.
pub async fn a_failing_cache_ends(cache: &dyn IntentCache) {
    if let Ok(Some(answer)) = in_time(cache.get(&key(1))).await {
        assert!(answer.len() <= ANSWER_BYTES_MAX, "{} bytes", answer.len());
    }
    let _ = in_time(cache.put(&key(1), "kept")).await;
}
