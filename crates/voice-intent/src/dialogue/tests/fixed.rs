//! A shop whose language is not answered in hears the fixed phrases in it, and the answer after them.

use super::spoken::say;
use super::world::{World, paid};
use crate::dialogue::*;
use crate::understanding::{Intent, Language};
use crate::wording::{SystemLanguage, SystemPhrase};

fn in_shop(tag: &str) -> World {
    let mut world = World::new();
    world.state = DialogueState::for_shop(tag);
    world
}

/// The answer without the phrases, when they are the ones that belong to it.
fn around(
    reply: &Reply,
    language: SystemLanguage,
    before: Option<SystemPhrase>,
    after: Option<SystemPhrase>,
) -> &str {
    let mut text = reply.text.as_str();
    if let Some(phrase) = before {
        text = text
            .strip_prefix(phrase.text(language))
            .unwrap_or_else(|| panic!("{phrase:?} in {language:?}: {text}"));
    }
    if let Some(phrase) = after {
        text = text
            .strip_suffix(phrase.text(language))
            .unwrap_or_else(|| panic!("{phrase:?} in {language:?}: {text}"));
    }
    assert!(
        text.is_ascii() || text.contains('₹') || text.contains('…'),
        "nothing else is in it: {text}"
    );
    text.trim()
}

const NINE: [&str; 9] = ["bn", "ta", "te", "mr", "gu", "kn", "pa", "ml", "ur"];

#[test]
fn each_kind_of_answer_has_its_phrase_in_each_of_the_nine_languages() {
    for tag in NINE {
        let own = SystemLanguage::from_tag(tag).unwrap();
        let mut world = in_shop(tag);
        assert_eq!(world.state.tag(), tag);
        let reply = world.mutters("brmpf grmpf");
        assert!(!around(&reply, own, Some(SystemPhrase::NotUnderstood), None).is_empty());
        let reply = world.says("…", Intent::AddPayment, paid("Suresh", 500));
        assert!(around(&reply, own, Some(SystemPhrase::Done), None).contains("₹500"));
        let reply = world.says("…", Intent::AddPayment, paid("Suresh", 9000));
        assert!(around(&reply, own, None, Some(SystemPhrase::YesOrNo)).ends_with('?'));
        let reply = world.no();
        assert!(!around(&reply, own, Some(SystemPhrase::Cancelled), None).is_empty());
        let reply = world.says("…", Intent::DeleteCustomer, super::world::of("Rahul"));
        assert!(around(&reply, own, Some(SystemPhrase::CodeSent), None).contains("Rahul"));
        let reply = say(&mut world, "OTP 111111");
        around(&reply, own, None, None);
        world.wait(700);
        let reply = say(&mut world, "OTP 482910");
        assert!(!around(&reply, own, Some(SystemPhrase::TimedOut), None).is_empty());
        world.refuse = Some(Refusal::Unavailable);
        let reply = world.says("…", Intent::AddPayment, paid("Suresh", 500));
        assert!(!around(&reply, own, Some(SystemPhrase::TryLater), None).is_empty());
    }
}

#[test]
fn what_is_only_read_out_has_no_phrase() {
    let mut world = in_shop("ta");
    let reply = world.says("…", Intent::FetchBalance, super::world::of("Suresh"));
    assert_eq!(reply.text, "Suresh owes nothing.");
}

#[test]
fn the_answer_itself_is_in_english_where_hindi_is_little_spoken() {
    for (tag, language) in [
        ("ta", Language::English),
        ("te", Language::English),
        ("kn", Language::English),
        ("ml", Language::English),
        ("bn", Language::Hinglish),
        ("mr", Language::Hinglish),
        ("gu", Language::Hinglish),
        ("pa", Language::Hinglish),
        ("ur", Language::Hinglish),
        ("hi", Language::Hindi),
        ("en", Language::English),
        ("hi-Latn", Language::Hinglish),
    ] {
        assert_eq!(DialogueState::for_shop(tag).language(), language, "{tag}");
    }
}

#[test]
fn a_shop_that_is_answered_in_its_language_hears_no_phrases() {
    for tag in ["en", "hi", "hi-Latn"] {
        let mut world = in_shop(tag);
        let with = world.mutters("brmpf").text;
        let key = crate::wording::Key::NotUnderstood;
        let plain = crate::wording::say(world.state.language(), key, &[]);
        assert!(with.starts_with(&plain), "{with}");
        assert_eq!(world.state.tag(), tag);
    }
}

#[test]
fn asking_for_a_language_brings_its_phrases_and_asking_for_another_ends_them() {
    let mut world = World::new();
    let language = |tag: &str| crate::understanding::Slots {
        language: Some(tag.to_owned()),
        ..Default::default()
    };
    let reply = world.says("…", Intent::SwitchLanguage, language("ta"));
    let answered = SystemPhrase::LanguagesAnswered.text(SystemLanguage::Tamil);
    assert!(reply.text.starts_with(answered), "{}", reply.text);
    assert_eq!(world.state.tag(), "ta");
    let reply = world.mutters("brmpf");
    let phrase = SystemPhrase::NotUnderstood.text(SystemLanguage::Tamil);
    assert!(
        reply
            .text
            .starts_with(&format!("{phrase} Samajh nahi aaya, phir se boliye.")),
        "the speaker is answered as before: {}",
        reply.text
    );
    world.says("…", Intent::SwitchLanguage, language("hi"));
    assert_eq!(world.state.tag(), "hi");
    assert!(
        world
            .mutters("brmpf")
            .text
            .starts_with("समझ नहीं आया, फिर से बोलिए।")
    );
}

#[test]
fn an_answer_that_is_said_again_is_said_as_it_was() {
    let mut world = in_shop("bn");
    let first = world.says("…", Intent::AddPayment, paid("Suresh", 500));
    let again = world.says("phir se bolo", Intent::Repeat, Default::default());
    assert_eq!(again.text, first.text);
}
