//! Goods that go by several everyday names: who says "doodh" in a shop that wrote "milk" means the milk.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Names of one and the same thing, in Hindi and in English. What differs in kind (atta and maida) stands apart.
const SAME: &[&[&str]] = &[
    &["milk", "doodh"],
    &["sugar", "cheeni", "shakkar"],
    &["salt", "namak"],
    &["rice", "chawal"],
    &["oil", "tel"],
    &["egg", "anda"],
    &["onion", "pyaz", "kanda"],
    &["potato", "aloo", "batata"],
    &["tomato", "tamatar"],
    &["curd", "dahi"],
    &["butter", "makkhan"],
    &["tea", "chai"],
    &["soap", "sabun"],
    &["matchbox", "maachis"],
    &["turmeric", "haldi"],
    &["chilli", "mirch", "mirchi"],
    &["coriander", "dhaniya"],
    &["cumin", "jeera"],
    &["ginger", "adrak"],
    &["garlic", "lahsun"],
    &["banana", "kela"],
    &["lemon", "nimbu"],
    &["jaggery", "gud"],
    &["semolina", "sooji", "rava"],
    &["peas", "matar"],
    &["honey", "shahad"],
    &["coconut", "nariyal"],
    &["peanut", "moongfali"],
    &["cashew", "kaju"],
    &["almond", "badam"],
    &["raisin", "kishmish"],
    &["cardamom", "elaichi"],
    &["clove", "laung"],
    &["broom", "jhadu"],
    &["bucket", "balti"],
    &["candle", "mombatti"],
    &["water", "paani"],
];

/// Other everyday names of a word, each as it is compared; empty for a word that has none.
pub(crate) fn others(word: &str) -> &'static [String] {
    static OTHERS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
        let mut others: HashMap<String, Vec<String>> = HashMap::new();
        for same in SAME {
            let keys: Vec<String> = same
                .iter()
                .flat_map(|name| execora_text::word_keys(name))
                .collect();
            for key in &keys {
                let rest = keys.iter().filter(|other| *other != key).cloned();
                others.entry(key.clone()).or_default().extend(rest);
            }
        }
        others
    });
    OTHERS.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_things() {
        let mut seen = std::collections::BTreeSet::new();
        for name in SAME.iter().copied().flatten() {
            let keys = execora_text::word_keys(name);
            assert_eq!(keys.len(), 1, "{name}");
            assert!(seen.insert(keys), "{name} stands twice");
        }
    }
}
