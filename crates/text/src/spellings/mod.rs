//! Words whose usual Latin spelling no rule of transliteration gives: loan words and settled names. Data.

mod goods;
mod names;
mod places;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::transliterate::fold_devanagari;

/// The settled spelling of a folded Devanagari word.
pub(crate) fn known_spelling(folded: &str) -> Option<&'static str> {
    KNOWN.get(folded).map(String::as_str)
}

/// By the folded word: without nukta, chandrabindu as anusvara.
static KNOWN: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let mut known = FxHashMap::default();
    let tables = [names::TABLE, places::TABLE, goods::TABLE];
    for line in tables.into_iter().flatten() {
        let mut words = line.split_whitespace();
        while let (Some(word), Some(spelling)) = (words.next(), words.next()) {
            known
                .entry(fold_devanagari(word))
                .or_insert_with(|| spelling.replace('_', " "));
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transliterate::is_devanagari;

    #[test]
    fn every_entry_is_a_word_in_devanagari_and_its_spelling_in_latin_letters() {
        for line in [names::TABLE, places::TABLE, goods::TABLE].into_iter().flatten() {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(words.len() % 2, 0, "{line}");
            for pair in words.chunks(2) {
                let [word, spelling] = pair else { continue };
                assert!(word.chars().all(is_devanagari), "{word}");
                assert!(
                    spelling
                        .bytes()
                        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn loan_words_and_names_are_spelt_as_people_spell_them() {
        for (word, spelling) in [
            ("रजिस्टर", "register"),
            ("ओआरएस", "ors"),
            ("इलायची", "elaichi"),
            ("रफीक", "rafiq"),
            ("रफ़ीक़", "rafiq"),
            ("मेडिकल", "medical"),
        ] {
            assert_eq!(known_spelling(&fold_devanagari(word)), Some(spelling), "{word}");
        }
    }
}
