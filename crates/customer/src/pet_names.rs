//! Pet forms and the names that they are usually short for: reasons to offer somebody, never to act.

/// The folded names that a folded pet form may stand for.
pub(crate) fn long_forms(pet: &str) -> &'static [&'static str] {
    PET_FORMS
        .iter()
        .find(|(form, _)| *form == pet)
        .map_or(&[], |(_, names)| names)
}

const PET_FORMS: &[(&str, &[&str])] = &[
    ("raju", &["rajindr", "raj", "rajkumar"]),
    ("papu", &["prakas", "pradip", "pramod"]),
    ("viki", &["vikram", "vikas", "vivek"]),
    ("sonu", &["sonal", "suraj"]),
    ("subu", &["subramaniam"]),
    ("venki", &["venkates"]),
    ("manju", &["manjunat", "manjula"]),
    ("debu", &["debasis", "dev"]),
    ("lala", &["lal"]),
    ("muna", &["munalal"]),
    ("jitu", &["jitindr", "jitu"]),
    ("toni", &["antoni"]),
    ("rafi", &["rafik"]),
    ("golu", &["gopal"]),
    ("bablu", &["babulal"]),
    ("bandiopadie", &["banerji"]),
    ("mukopadie", &["mukerji"]),
    ("chatopadie", &["chaterji"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use execora_text::fold::fold_word;

    #[test]
    fn the_table_is_written_in_folded_words() {
        for (pet, names) in PET_FORMS {
            assert_eq!(fold_word(pet), *pet);
            for name in *names {
                assert_eq!(fold_word(name), *name);
            }
        }
        assert_eq!(long_forms(&fold_word("jeetu")), ["jitindr", "jitu"]);
    }
}
