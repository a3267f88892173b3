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
    let names = customer.nickname.iter().chain(&customer.aliases);
    let is_own =
        |name: &execora_kernel::Label| words(name.as_str()).iter().any(|word| fold_word(word) == key);
    if names.into_iter().any(is_own) {
        return false;
    }
    let name = words(customer.name.as_str());
    let Some((first, rest)) = name.split_first() else {
        return false;
    };
    if fold_word(first) == key {
        return without_h(first).is_some_and(|heard| heard == *said);
    }
    rest.iter().any(|last| fold_word(last) == key)
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
