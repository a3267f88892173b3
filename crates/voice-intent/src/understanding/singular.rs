//! English plurals of goods in the singular; words of other languages are left as spoken.

/// Words that end in s and are no plurals, or have no other form.
const AS_THEY_ARE: &[&str] = &[
    "chips",
    "noodles",
    "oats",
    "jeans",
    "gas",
    "lays",
    "cornflakes",
    "scissors",
    "species",
    "ice",
    "machis",
    "maachis",
    "ananas",
    "kapas",
    "ghaas",
    "khus",
    "halls",
    "vicks",
    "horlicks",
    "pampers",
    "huggies",
    "kelloggs",
    "cheetos",
    "doritos",
    "canvas",
    "atlas",
    "lens",
    "bans",
    "paras",
    "shorts",
    "trousers",
    "pants",
    "goggles",
    "tongs",
    "pliers",
    "stairs",
    "kismis",
    "kishmis",
    "ors",
    "axis",
];

/// Plurals that no rule undoes.
const IRREGULAR: &[(&str, &str)] = &[
    ("shoes", "shoe"),
    ("knives", "knife"),
    ("loaves", "loaf"),
    ("leaves", "leaf"),
    ("shelves", "shelf"),
    ("brownies", "brownie"),
    ("hoodies", "hoodie"),
    ("buses", "bus"),
    ("lenses", "lens"),
    ("batteries", "battery"),
    ("kurties", "kurti"),
    ("axes", "axe"),
];

/// The singular of an English plural.
pub(super) fn singular(word: &str) -> String {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    if AS_THEY_ARE.contains(&word) || word.len() < 4 || !word.ends_with('s') {
        return word.to_owned();
    }
    let stem = |cut: usize| word.get(..word.len() - cut).unwrap_or(word);
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("sis") {
        return word.to_owned();
    }
    if word.ends_with("ies") && word.len() > 5 && !word.ends_with("kies") {
        return format!("{}y", stem(3));
    }
    if ["oes", "ches", "shes", "xes", "sses"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        return stem(2).to_owned();
    }
    stem(1).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_plurals_lose_their_s_and_other_words_do_not() {
        for (said, named) in [
            ("shoes", "shoe"),
            ("machis", "machis"),
            ("breads", "bread"),
            ("tomatoes", "tomato"),
            ("sarees", "saree"),
            ("glass", "glass"),
            ("berries", "berry"),
            ("kurkure", "kurkure"),
            ("boxes", "box"),
            ("ras", "ras"),
            ("brushes", "brush"),
            ("biscuits", "biscuit"),
        ] {
            assert_eq!(singular(said), named);
        }
    }
}
