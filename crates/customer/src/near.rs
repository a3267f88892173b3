//! How near two folded words are: what a slip of tongue or key costs, and what makes another name.

use triple_accel::levenshtein::levenshtein_simd_k;

/// Same letters.
pub(crate) const SAME: u8 = 100;
/// Another usual spelling: one fold key.
pub(crate) const SAME_KEY: u8 = 97;
/// Letters that stand for each other in usual spellings (v/b, z/j), or an unspoken a.
pub(crate) const SAME_SOUND: u8 = 94;
/// From here on two words may be one name without asking.
pub(crate) const CERTAIN: u8 = 90;
/// One letter for a whole word.
pub(crate) const INITIAL: u8 = 80;
/// A pet form of the name.
pub(crate) const PET_FORM: u8 = 60;

/// An edit that makes a word another one.
const OTHER: u8 = 20;
/// More edits than a near word has.
const EDITS_MAX: u32 = 3;
const LENGTH_MAX: usize = 24;

/// How alike two different folded words are, 50–94, or `None` when they are different words.
pub(crate) fn similarity(a: &str, b: &str) -> Option<u8> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short < 3 || long > LENGTH_MAX || long - short > 2 || levenshtein_simd_k(a, b, EDITS_MAX)? == 0 {
        return None;
    }
    let cost = cost(a, b);
    match cost {
        0..=3 => Some(SAME_SOUND),
        4..=5 if long > 3 => Some(80),
        6..=8 if long > 4 => Some(72),
        9..=10 if long > 4 => Some(65),
        11..=OTHER if short > 3 => Some(50),
        _ => None,
    }
}

/// Whether one letter more, less or other, or two neighbours that changed places, make one word the other.
pub(crate) fn is_one_edit(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        ([] | [_], [] | [_]) => true,
        ([x, y], [v, w]) => x == w && y == v,
        _ => false,
    }
}

/// The cheapest way from one word to the other, neighbours that changed places included.
fn cost(a: &[u8], b: &[u8]) -> u8 {
    let long = a.len().max(b.len());
    let mut rows = [[0_u8; LENGTH_MAX + 1]; 3];
    for j in 1..=b.len() {
        rows[0][j] = rows[0][j - 1].saturating_add(lone(b, j - 1, long));
    }
    for i in 1..=a.len() {
        rows.rotate_right(1);
        // rows[0] is being written, rows[1] is the row before, rows[2] the one before that.
        rows[0][0] = rows[1][0].saturating_add(lone(a, i - 1, long));
        for j in 1..=b.len() {
            let mut least = rows[1][j - 1].saturating_add(swap(a, i - 1, b, j - 1, long));
            least = least.min(rows[1][j].saturating_add(lone(a, i - 1, long)));
            least = least.min(rows[0][j - 1].saturating_add(lone(b, j - 1, long)));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[2][j - 2].saturating_add(5));
            }
            rows[0][j] = least;
        }
    }
    rows[0][b.len()]
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// A letter that stands in one word only.
fn lone(word: &[u8], at: usize, long: usize) -> u8 {
    let (first, last) = (at == 0, at + 1 == word.len());
    match word[at] {
        // Anil and Anila, Santosh and Santoshi are two people.
        b'a' if last => 8,
        b'a' if !first && long >= 6 => 3,
        b if is_vowel(b) && first => 10,
        b if is_vowel(b) && last => 9,
        b if is_vowel(b) => 5,
        b'h' if !first => 4,
        b'y' if !first => 5,
        b'n' if !first && !last => 6,
        _ => OTHER,
    }
}

/// One letter for another.
fn swap(a: &[u8], i: usize, b: &[u8], j: usize, long: usize) -> u8 {
    let (x, y) = (a[i].min(b[j]), a[i].max(b[j]));
    if x == y {
        return 0;
    }
    let first = i == 0 && j == 0;
    let last = i + 1 == a.len() && j + 1 == b.len();
    match (x, y) {
        (b'j' | b's', b'z') => 1,
        (b'b', b'v') if long > 3 => 2,
        (b'g', b'k') if !first && !last && long >= 6 => 3,
        (b'm', b'n') if last && long >= 6 => 5,
        (b'd', b't') if !first => 6,
        (x, y) if is_vowel(x) && is_vowel(y) && first => 10,
        (b'e', b'i') | (b'a', b'o') | (b'o', b'u') | (b'a', b'e') => 4,
        (x, y) if is_vowel(x) && is_vowel(y) => 7,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_swaps_are_one_name() {
        for (a, b) in [
            ("vinod", "binod"),
            ("zakir", "jakir"),
            ("fezal", "fesal"),
            ("murugan", "murukan"),
        ] {
            assert_eq!(similarity(a, b), Some(SAME_SOUND), "{a} {b}");
        }
        assert_eq!(similarity("basavaraj", "basavraj"), Some(SAME_SOUND));
    }

    #[test]
    fn a_slip_is_near_but_never_certain() {
        for (a, b) in [
            ("suers", "sures"),
            ("surs", "sures"),
            ("rahl", "rahul"),
            ("patel", "patil"),
            ("parvin", "pravin"),
        ] {
            let alike = similarity(a, b);
            assert!(
                alike.is_some_and(|s| (60..CERTAIN).contains(&s)),
                "{a} {b} {alike:?}"
            );
        }
    }

    #[test]
    fn one_edit_is_told_from_two() {
        for (a, b, one) in [
            ("rames", "rakes", true),
            ("sonam", "sonama", true),
            ("suers", "sures", true),
            ("anil", "sunil", false),
            ("gita", "gita", true),
            ("mohan", "mahon", false),
            ("", "a", true),
        ] {
            assert_eq!((is_one_edit(a, b), is_one_edit(b, a)), (one, one), "{a} {b}");
        }
    }

    #[test]
    fn another_consonant_is_another_name() {
        for (a, b) in [
            ("rames", "rakes"),
            ("rames", "rajes"),
            ("mohan", "rohan"),
            ("amit", "sumit"),
            ("anil", "sunil"),
            ("gita", "nita"),
            ("ram", "raman"),
            ("usa", "asa"),
            ("uma", "umar"),
            ("hari", "haris"),
        ] {
            assert!(
                similarity(a, b).is_none_or(|s| s <= 65),
                "{a} {b} {:?}",
                similarity(a, b)
            );
        }
    }
}
