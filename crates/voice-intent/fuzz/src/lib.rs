//! What must hold whatever is said: one function for each fuzz target, which the ordinary tests run over the seeds too.

mod conversation;

pub use conversation::dialogue_state;

use chrono::{DateTime, FixedOffset};
use execora_text::fold::{fold_word, words};
use execora_text::numbers::read_number;
use execora_text::skeleton::skeleton;
use execora_text::tokens::tokenise;
use execora_text::transliterate::{fold_devanagari, transliterate};
use execora_text::word_keys;
use execora_voice_intent::understanding::{Amount, Discount, Item, Measure, Options, Slots, read, read_with};

/// No number said in a shop is larger: ten thousand crore, in thousandths.
const NUMBER_MILLI_MAX: i64 = 100_000_000_000_000;
/// The largest amount that may be named: ten crore rupees.
const AMOUNT_PAISE_MAX: i64 = 10_000_000_000;
const LINES_MAX: usize = 40;
const COMMANDS_MAX: usize = 5;
/// One letter of compatibility may stand for a phrase of eighteen.
const GROWTH_MAX: usize = 18;

/// When nothing else is said: a Sunday morning in the shop's zone.
fn sunday() -> DateTime<FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset() + chrono::TimeDelta::seconds(1_795_321_800)
}

/// Reads any text as a command.
pub fn parse(data: &[u8]) {
    understood(&String::from_utf8_lossy(data), sunday());
}

/// Reads any text as a reminder at any moment: the first line is the moment, the rest is said.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (first, rest) = text.split_once('\n').unwrap_or(("", &text));
    let now = DateTime::parse_from_rfc3339(first).unwrap_or_else(|_| sunday());
    understood(rest, now);
    // The same words said of a reminder, so that they need not be found by chance.
    understood(&format!("Rahul ko {rest} reminder bhejo"), now);
    understood(&format!("remind Rahul {rest} to pay 500"), now);
}

fn understood(text: &str, now: DateTime<FixedOffset>) {
    let reading = read(text, now);
    assert!((0.0..=1.0).contains(&reading.confidence), "{reading:?}");
    assert!(
        reading.also.len() < COMMANDS_MAX,
        "{} commands",
        reading.also.len()
    );
    sound(&reading.slots, text, now);
    for also in &reading.also {
        assert!((0.0..=1.0).contains(&also.confidence), "{also:?}");
        sound(&also.slots, text, now);
    }
    let explained = read_with(
        text,
        now,
        &Options {
            explain: true,
            ..Options::default()
        },
    );
    assert_eq!(
        (reading.intent, &reading.slots),
        (explained.intent, &explained.slots),
        "explaining changes nothing"
    );
    for entry in &explained.explain {
        assert!(entry.words[0] <= entry.words[1], "{entry:?}");
    }
}

/// What a command names can be booked as it stands, and is no longer than what was said.
fn sound(slots: &Slots, text: &str, now: DateTime<FixedOffset>) {
    let longest = text.len() * GROWTH_MAX + 64;
    assert!(slots.amount.is_none_or(payable), "{slots:?}");
    assert!(slots.price.is_none_or(payable), "{slots:?}");
    assert!(slots.quantity.is_none_or(countable), "{slots:?}");
    assert!(slots.when.is_none_or(|when| when > now), "{slots:?} at {now}");
    assert!(slots.when.is_none() || slots.recurrence.is_none(), "{slots:?}");
    assert!(slots.limit != Some(0), "{slots:?}");
    assert!(slots.index.is_none_or(|index| index >= -1), "{slots:?}");
    match slots.discount {
        Some(Discount::Percent(share)) => assert!(countable(share) && share.milli() <= 100_000, "{slots:?}"),
        // None of it is what "discount hata do" asks for.
        Some(Discount::Amount(amount)) => assert!(payable(amount) || amount.paise() == 0, "{slots:?}"),
        None => {}
    }
    assert!(slots.items.len() <= LINES_MAX && slots.remove.len() <= LINES_MAX);
    for Item {
        product,
        quantity,
        price,
        ..
    } in &slots.items
    {
        assert!(
            !product.trim().is_empty() && product.len() <= longest,
            "{slots:?}"
        );
        assert!(quantity.is_none_or(countable), "{slots:?}");
        assert!(price.is_none_or(payable), "{slots:?}");
    }
    let names = [
        &slots.customer,
        &slots.landmark,
        &slots.name,
        &slots.note,
        &slots.phone,
        &slots.email,
        &slots.nickname,
        &slots.gstin,
        &slots.message,
        &slots.product,
        &slots.invoice_number,
    ];
    for name in names.into_iter().flatten() {
        assert!(!name.trim().is_empty() && name.len() <= longest, "{slots:?}");
    }
    if let Some(otp) = &slots.otp {
        assert!(
            otp.len() == 6 && otp.bytes().all(|b| b.is_ascii_digit()),
            "{slots:?}"
        );
    }
    let written = serde_json::to_string(slots).map(|json| serde_json::from_str::<Slots>(&json));
    let Ok(Ok(again)) = written else {
        unreachable!("{slots:?} is written as {written:?}")
    };
    let pronoun = slots.pronoun;
    assert_eq!(
        *slots,
        Slots { pronoun, ..again },
        "slots read back as themselves"
    );
}

fn payable(amount: Amount) -> bool {
    (1..=AMOUNT_PAISE_MAX).contains(&amount.paise())
}

/// Nothing at all may be said of goods; the dialogue answers that it cannot be billed. A quintal is a hundred kilos.
fn countable(measure: Measure) -> bool {
    (0..=NUMBER_MILLI_MAX * 100).contains(&measure.milli())
}

/// Reads any words as a number, from wherever one might begin.
pub fn numbers(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let plain: Vec<String> = text.split_whitespace().take(40).map(str::to_owned).collect();
    let tokens: Vec<String> = tokenise(&text).into_iter().take(40).map(|t| t.word).collect();
    for said in [&plain, &tokens] {
        for start in 0..said.len() {
            let words = said.get(start..).unwrap_or_default();
            let Some(number) = read_number(words) else {
                continue;
            };
            assert!(
                (0..=NUMBER_MILLI_MAX).contains(&number.milli),
                "{number:?} of {words:?}"
            );
            assert!(
                (1..=words.len()).contains(&number.words),
                "{number:?} of {words:?}"
            );
            let taken = words.get(..number.words).unwrap_or_default();
            let again = read_number(taken).map(|again| (again.milli, again.words));
            assert_eq!(
                again,
                Some((number.milli, number.words)),
                "{words:?} and {taken:?}"
            );
        }
    }
}

/// Spells, folds and splits any text.
pub fn transliteration(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let longest = text.len() * GROWTH_MAX + 64;
    let latin = transliterate(&text);
    assert!(latin.len() <= longest, "{} of {}", latin.len(), text.len());
    let folded = fold_devanagari(&text);
    assert!(folded.len() <= longest, "{} of {}", folded.len(), text.len());
    assert_eq!(fold_devanagari(&folded), folded, "folding Devanagari twice");
    let words = words(&text);
    assert!(words.iter().map(String::len).sum::<usize>() <= longest);
    for word in &words {
        assert!(
            !word.is_empty() && !word.contains(char::is_whitespace),
            "{word:?}"
        );
        let key = fold_word(word);
        assert!(key.len() <= word.len() * 2 + 16, "{word:?} {key:?}");
        assert_eq!(fold_word(&key), key, "folding {word:?} twice");
        assert!(skeleton(&key).is_none_or(|bones| bones.len() >= 2 && bones.len() <= key.len()));
    }
    let keys = word_keys(&text);
    assert!(keys.iter().map(String::len).sum::<usize>() <= longest);
    assert!(keys.iter().all(|key| !key.is_empty()), "{keys:?}");
    let tokens = tokenise(&text);
    assert!(tokens.len() <= text.len());
    assert!(tokens.iter().all(|token| !token.word.is_empty()), "{tokens:?}");
    assert!(tokens.iter().map(|token| token.word.len()).sum::<usize>() <= longest);
}
