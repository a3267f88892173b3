//! Which vowels of Devanagari are spoken, and how syllables are written in Latin letters.

/// One consonant with the vowel that follows it.
pub(crate) struct Syllable {
    pub(crate) onset: &'static str,
    pub(crate) vowel: Vowel,
    pub(crate) nasal: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vowel {
    /// A virama joins the consonant to the next one.
    None,
    /// Written, but not spoken.
    Dropped,
    Schwa,
    Long(&'static str),
}

impl Vowel {
    fn is_spoken(self) -> bool {
        !matches!(self, Self::None | Self::Dropped)
    }
}

/// Writes the collected syllables, dropping the schwas that are not spoken.
pub(crate) fn spell(syllables: &mut Vec<Syllable>, out: &mut String) {
    drop_schwas(syllables);
    let count = syllables.len();
    let last_vowel = syllables.iter().rposition(|s| s.vowel.is_spoken());
    let first_vowel = syllables.iter().position(|s| s.vowel.is_spoken());
    for (at, syllable) in syllables.iter().enumerate() {
        // ishwar, swati; but sarvesh, selvi.
        let after_consonant = at > 0
            && syllables[at - 1].vowel == Vowel::None
            && !syllables[at - 1].nasal
            && !matches!(syllables[at - 1].onset, "r" | "l");
        out.push_str(
            if syllable.onset == "v" && (after_consonant || is_wal(syllables, at)) {
                "w"
            } else {
                syllable.onset
            },
        );
        let closed = Some(at) == last_vowel && at + 1 < count;
        let coda = syllables.get(at + 1).map_or("", |next| next.onset);
        match syllable.vowel {
            Vowel::None | Vowel::Dropped => {}
            Vowel::Schwa if is_inder(syllables, at) => out.push('e'),
            Vowel::Schwa => out.push('a'),
            Vowel::Long("ii") => {
                let long = Some(at) == first_vowel || closed && matches!(coda, "t" | "r" | "n" | "m" | "p");
                let long = long && !is_uddin(syllables, at);
                out.push_str(if long { "ee" } else { "i" });
            }
            Vowel::Long("uu") => {
                let long = closed && Some(at) == first_vowel;
                out.push_str(if long { "oo" } else { "u" });
            }
            Vowel::Long(vowel) => out.push_str(vowel),
        }
        if syllable.nasal {
            let labial = matches!(coda, "p" | "ph" | "f" | "b" | "bh" | "m");
            out.push(if labial { 'm' } else { 'n' });
        }
    }
    syllables.clear();
}

/// -wal and -want: agarwal, balwant.
fn is_wal(syllables: &[Syllable], at: usize) -> bool {
    let here = &syllables[at];
    let last = at + 2 == syllables.len();
    let coda = syllables.get(at + 1).map_or("", |next| next.onset);
    at > 0
        && last
        && (here.vowel == Vowel::Long("a") && coda == "l"
            || here.vowel == Vowel::Schwa && here.nasal && coda == "t")
}

/// -inder: surinder, joginder.
fn is_inder(syllables: &[Syllable], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| syllables.get(before));
    syllables[at].onset == "d"
        && at + 2 == syllables.len()
        && syllables[at + 1].onset == "r"
        && before.is_some_and(|before| before.nasal && before.vowel == Vowel::Long("i"))
}

/// -uddin: nizamuddin.
fn is_uddin(syllables: &[Syllable], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| syllables.get(before));
    syllables[at].onset == "d"
        && before.is_some_and(|before| before.onset == "d" && before.vowel == Vowel::None)
}

/// The schwa of -vati and -mati is spoken: omvati, basmati.
fn is_vati(syllables: &[Syllable], at: usize) -> bool {
    at > 1
        && at + 2 == syllables.len()
        && matches!(syllables[at].onset, "v" | "m")
        && syllables[at + 1].onset == "t"
        && syllables[at + 1].vowel == Vowel::Long("ii")
}

/// Does a second word of a compound begin at `at`, with a stop before r or with py: om-prakash, man-preet, ram-pyari?
fn opens_a_word(syllables: &[Syllable], at: usize) -> bool {
    let (Some(stop), Some(glide)) = (syllables.get(at), syllables.get(at + 1)) else {
        return false;
    };
    let onset = glide.onset == "r"
        && matches!(
            stop.onset,
            "p" | "b" | "k" | "g" | "t" | "d" | "bh" | "sh" | "dh" | "gh" | "kh"
        )
        || glide.onset == "y" && stop.onset == "p";
    stop.vowel == Vowel::None && !stop.nasal && onset && glide.vowel.is_spoken()
}

fn drop_schwas(syllables: &mut [Syllable]) {
    let count = syllables.len();
    let Some(last) = count.checked_sub(1) else { return };
    let cluster = last > 0 && syllables[last - 1].vowel == Vowel::None;
    let keeps = cluster && matches!(syllables[last].onset, "r" | "y" | "v" | "n");
    if syllables[last].vowel == Vowel::Schwa && !syllables[last].nasal && count > 1 && !keeps {
        syllables[last].vowel = Vowel::Dropped;
    }
    for at in (1..last).rev() {
        let spoken = |s: &Syllable| s.vowel.is_spoken();
        let follows_open =
            spoken(&syllables[at - 1]) && !syllables[at - 1].nasal && !syllables[at].onset.is_empty();
        let leads_open = spoken(&syllables[at + 1]) && !syllables[at + 1].onset.is_empty()
            || at + 3 < count && opens_a_word(syllables, at + 1);
        if is_vati(syllables, at) {
            continue;
        }
        if syllables[at].vowel == Vowel::Schwa && !syllables[at].nasal && follows_open && leads_open {
            syllables[at].vowel = Vowel::Dropped;
        }
    }
}
