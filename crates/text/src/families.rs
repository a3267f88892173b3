//! Spelling families that no rule of folding joins.

/// The key of the family that a folded word belongs to.
pub(crate) fn family(folded: &[u8]) -> Option<&'static [u8]> {
    let (key, _) = FAMILIES
        .iter()
        .find(|(_, members)| members.iter().any(|member| member.as_bytes() == folded))?;
    Some(key.as_bytes())
}

/// The key of a name that the rules would fold into another one, from its plain letters.
pub(crate) fn kept_apart(word: &[u8]) -> Option<&'static [u8]> {
    let (key, _) = KEPT_APART
        .iter()
        .find(|(_, members)| members.iter().any(|member| member.as_bytes() == word))?;
    Some(key.as_bytes())
}

/// Shetty is not Sethi. Each key is among its own members, so that folding it changes nothing.
const KEPT_APART: &[(&str, &[&str])] = &[("shetti", &["shetti", "shetty", "shety", "setty"])];

/// A key that folds to itself, and the folded spellings that stand for it.
const FAMILIES: &[(&str, &[&str])] = &[
    (
        "mohamad",
        &[
            "md", "mohd", "mohamd", "mohamed", "mohmad", "mohmed", "muhamad", "muhamed", "mahomed", "muhmad",
        ],
    ),
    (
        "chodari",
        &["chodri", "choduri", "chaduri", "chodhari", "chaudari"],
    ),
    ("agraval", &["agarval", "agrval", "agarvala", "agravala"]),
    ("ier", &["eyar", "eyer", "iar"]),
    ("yusuf", &["yosuf", "yosef", "yusef", "yosif", "yusif"]),
    ("rahman", &["rehman", "raheman", "rahiman"]),
    ("firoz", &["feroz", "firoj", "feroj", "feroze", "firoze"]),
    (
        "subramaniam",
        &[
            "subramanian",
            "subramanim",
            "subrahmaniam",
            "subrahmanian",
            "subramani",
        ],
    ),
    ("sures", &["suris"]),
    ("rahul", &["rol"]),
    ("dsoza", &["desoza", "disoza"]),
    ("subrata", &["subroto", "subrato"]),
    ("barua", &["borua", "baroa", "boroa"]),
    ("asok", &["asoka"]),
    ("krisna", &["krisn", "krisan", "krusna"]),
    ("ahmad", &["ahmed", "ehmad", "ahamad", "ahamed"]),
    ("husen", &["hosen", "hussen", "hasen"]),
    ("batacharia", &["batacharji"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_word;

    #[test]
    fn a_family_key_folds_to_itself_and_belongs_to_no_other_family() {
        for (key, members) in FAMILIES {
            assert_eq!(fold_word(key), *key);
            for member in *members {
                assert_eq!(fold_word(member), *key, "{member}");
            }
        }
    }
}
