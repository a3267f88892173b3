//! The consonants of a folded name, as a bucket to look for near spellings in: never a reason to take two names for one.

/// The skeleton of a folded word: vowels and inner h dropped, b/v, k/g and j/s/z in one class each, a first vowel kept
/// as a mark. `None` for a word that has too little to go by (fewer than two marks, or letters other than Latin ones):
/// an empty key matches nothing.
#[must_use]
pub fn skeleton(folded: &str) -> Option<String> {
    let mut out = String::with_capacity(folded.len());
    for (at, c) in folded.chars().enumerate() {
        match c {
            'a' | 'e' | 'i' | 'o' | 'u' if at == 0 => out.push('a'),
            'a' | 'e' | 'i' | 'o' | 'u' => {}
            'h' | 'y' if at > 0 => {}
            'b' | 'v' => out.push('v'),
            'k' | 'g' => out.push('k'),
            'j' | 's' | 'z' => out.push('s'),
            c if c.is_ascii_lowercase() => out.push(c),
            _ => return None,
        }
    }
    (out.len() >= 2).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_spellings_share_a_bucket() {
        for (one, other) in [
            ("suers", "sures"),
            ("raul", "rahul"),
            ("vinod", "binod"),
            ("murugan", "murukan"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }

    #[test]
    fn a_word_without_letters_to_go_by_has_no_bucket() {
        for word in ["", "a", "ae", "r", "42", "முருகன்", "செல்வி"] {
            assert_eq!(skeleton(word), None, "{word}");
        }
    }
}
