//! The distinct words of all names of a shop, and which of them are near a word that was heard.

use crate::near::{PET_FORM, SAME, SAME_KEY, is_one_edit, similarity};
use crate::pet_names::long_forms;
use crate::spoken::NameWord;
use execora_text::skeleton::skeleton;
use std::collections::{BTreeMap, HashMap};

/// How many words of a bucket are measured for one that was heard.
const MEASURED_MAX: usize = 600;
/// How many words of the buckets around it are looked at.
const NEIGHBOURS_MAX: usize = 4_000;
/// How many words may begin with what was heard.
const PREFIXED_MAX: usize = 40;

/// A word and the forms of names that it stands in.
#[derive(Default)]
pub(crate) struct Entry {
    pub(crate) word: String,
    pub(crate) key: String,
    pub(crate) forms: Vec<usize>,
}

/// All words, found by their letters, key, skeleton and skeleton with one consonant left out.
#[derive(Default)]
pub(crate) struct Vocabulary {
    entries: Vec<Entry>,
    free: Vec<usize>,
    by_word: BTreeMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_skeleton: HashMap<String, Vec<usize>>,
    by_gap: HashMap<String, Vec<usize>>,
}

/// How far from what was heard to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Among words of the same consonants.
    SameConsonants,
    /// Also among words with one consonant more, less or other.
    OneConsonant,
}

/// A word of the vocabulary and how alike it is, 50–100.
pub(crate) type Alike = (usize, u8);

impl Vocabulary {
    pub(crate) fn entry(&self, id: usize) -> Option<&Entry> {
        self.entries.get(id)
    }

    pub(crate) fn has_key(&self, key: &str) -> bool {
        self.by_key.contains_key(key)
    }

    /// Notes that a form has this word.
    pub(crate) fn add(&mut self, word: &NameWord, form: usize) -> usize {
        let id = match self.by_word.get(&word.plain) {
            Some(id) => *id,
            None => self.insert(word),
        };
        if let Some(entry) = self.entries.get_mut(id) {
            entry.forms.push(form);
        }
        id
    }

    fn insert(&mut self, word: &NameWord) -> usize {
        let entry = Entry {
            word: word.plain.clone(),
            key: word.key.clone(),
            forms: Vec::new(),
        };
        let id = match self.free.pop() {
            Some(id) => {
                self.entries[id] = entry;
                id
            }
            None => {
                self.entries.push(entry);
                self.entries.len() - 1
            }
        };
        self.by_word.insert(word.plain.clone(), id);
        self.by_key.entry(word.key.clone()).or_default().push(id);
        if let Some(bones) = skeleton(&word.key) {
            for gap in gaps(&bones) {
                self.by_gap.entry(gap).or_default().push(id);
            }
            self.by_skeleton.entry(bones).or_default().push(id);
        }
        id
    }

    /// Forgets that a form has this word, and the word with its last form: nothing of an erased name stays.
    pub(crate) fn remove(&mut self, id: usize, form: usize) {
        let Some(entry) = self.entries.get_mut(id) else {
            return;
        };
        if let Some(at) = entry.forms.iter().position(|f| *f == form) {
            entry.forms.swap_remove(at);
        }
        if !entry.forms.is_empty() {
            return;
        }
        let gone = std::mem::take(entry);
        self.by_word.remove(&gone.word);
        drop_from(&mut self.by_key, &gone.key, id);
        if let Some(bones) = skeleton(&gone.key) {
            for gap in gaps(&bones) {
                drop_from(&mut self.by_gap, &gap, id);
            }
            drop_from(&mut self.by_skeleton, &bones, id);
        }
        self.free.push(id);
    }

    /// Words that may be the one that was heard, by id.
    pub(crate) fn alike(&self, heard: &NameWord, reach: Reach) -> Vec<Alike> {
        let mut found: Vec<Alike> = Vec::new();
        for id in of(&self.by_key, &heard.key) {
            let same = self.entry(*id).is_some_and(|entry| entry.word == heard.plain);
            found.push((*id, if same { SAME } else { SAME_KEY }));
        }
        if let Some(bones) = skeleton(&heard.key) {
            let mut ids: Vec<usize> = of(&self.by_skeleton, &bones)
                .iter()
                .copied()
                .take(MEASURED_MAX)
                .collect();
            if reach == Reach::OneConsonant {
                ids.extend(self.near_bones(&heard.key, &bones));
            }
            for id in ids {
                let alike = self
                    .entry(id)
                    .and_then(|entry| similarity(&heard.key, &entry.key));
                found.extend(alike.map(|alike| (id, alike)));
            }
        }
        for name in long_forms(&heard.key) {
            found.extend(of(&self.by_key, name).iter().map(|id| (*id, PET_FORM)));
        }
        found.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        found.dedup_by_key(|alike| alike.0);
        found
    }

    /// Words with one consonant more, less or other, and all else the same.
    fn near_bones(&self, key: &str, bones: &str) -> Vec<usize> {
        let mut ids = of(&self.by_gap, bones).to_vec();
        for gap in gaps(bones) {
            ids.extend(of(&self.by_skeleton, &gap));
            ids.extend(of(&self.by_gap, &gap));
        }
        ids.truncate(NEIGHBOURS_MAX);
        // The buckets are wide: only what is one edit away is worth measuring.
        ids.retain(|id| self.entry(*id).is_some_and(|entry| is_one_edit(key, &entry.key)));
        ids
    }

    /// The forms with a word that is at least `floor` alike.
    pub(crate) fn forms(&self, alike: &[Alike], floor: u8) -> impl Iterator<Item = usize> {
        self.strong(alike, floor)
            .flat_map(|entry| entry.forms.iter().copied())
    }

    /// How many forms these are.
    pub(crate) fn count_forms(&self, alike: &[Alike], floor: u8) -> usize {
        self.strong(alike, floor).map(|entry| entry.forms.len()).sum()
    }

    fn strong(&self, alike: &[Alike], floor: u8) -> impl Iterator<Item = &Entry> {
        alike
            .iter()
            .filter(move |(_, alike)| *alike >= floor)
            .filter_map(|(word, _)| self.entry(*word))
    }

    /// Words that begin with what was heard so far.
    pub(crate) fn prefixed(&self, start: &str) -> impl Iterator<Item = &Entry> {
        self.by_word
            .range(start.to_owned()..)
            .take_while(move |(word, _)| word.starts_with(start))
            .take(PREFIXED_MAX)
            .filter_map(|(_, id)| self.entry(*id))
    }
}

/// The skeleton with each consonant left out in turn; two consonants are too few to leave one out.
fn gaps(bones: &str) -> Vec<String> {
    if bones.len() < 3 || !bones.is_ascii() {
        return Vec::new();
    }
    let mut gaps: Vec<String> = (0..bones.len())
        .map(|at| format!("{}{}", &bones[..at], &bones[at + 1..]))
        .collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

fn of<'a>(map: &'a HashMap<String, Vec<usize>>, key: &str) -> &'a [usize] {
    map.get(key).map(Vec::as_slice).unwrap_or_default()
}

/// Takes an id out of a list, and the list away with its last id.
pub(crate) fn drop_from(map: &mut HashMap<String, Vec<usize>>, key: &str, id: usize) {
    if let Some(ids) = map.get_mut(key) {
        ids.retain(|other| *other != id);
        if ids.is_empty() {
            map.remove(key);
        }
    }
}
