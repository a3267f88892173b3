//! Whether the one customer that fits was named, or only guessed: by the surname alone, or by a name heard with a slip.

use execora_text::fold::{fold_word, words};

use crate::Customer;

/// Was `customer` not named by `said`, but only guessed from it? Whoever acts on a guess asks first.
#[must_use]
pub fn is_guessed(said: &str, customer: &Customer) -> bool {
    let said = words(said);
    let [said] = said.as_slice() else {
        return false;
    };
    let key = fold_word(said);
    let slipped = |word: &String| without_h(word).is_some_and(|heard| heard == *said);
    let is_said = |word: &String| fold_word(word) == key && !slipped(word);
    let own = customer.nickname.iter().chain(&customer.aliases);
    if own
        .flat_map(|name| words(name.as_str()))
        .any(|word| is_said(&word))
    {
        return false;
    }
    let name = words(customer.name.as_str());
    let Some((first, rest)) = name.split_first() else {
        return false;
    };
    slipped(first) || !is_said(first) && rest.iter().any(is_said)
}

/// The name without an h that stands between vowels, where it has one: "rahul" is heard as "raul".
fn without_h(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let vowel = |at: usize| {
        letters
            .get(at)
            .is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'))
    };
    let at =
        (1..letters.len()).find(|at| letters.get(*at) == Some(&'h') && vowel(at - 1) && vowel(at + 1))?;
    let kept = letters.iter().enumerate().filter(|(other, _)| *other != at);
    Some(kept.map(|(_, c)| *c).collect())
}
