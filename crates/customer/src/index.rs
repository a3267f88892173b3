//! One shop's customers as forms of names over a vocabulary: what can be added, dropped and looked up.

use crate::DirectoryEntry;
use crate::phone_index::{PhoneIndex, digits_of};
use crate::spoken::{NameWord, landmark_keys, name_words};
use crate::vocabulary::{Vocabulary, drop_from};
use execora_kernel::CustomerId;
use execora_text::fold::fold_word;
use std::collections::HashMap;

/// One way to call a customer.
#[derive(Default)]
pub(crate) struct Form {
    /// Whose it is.
    pub(crate) slot: usize,
    /// A nickname or alias, and not the name in the book.
    pub(crate) is_other_name: bool,
    /// Ids of the words, titles left out.
    pub(crate) words: Vec<usize>,
    /// All words as written, titles included, parted by spaces.
    pub(crate) written: String,
}

/// One customer.
pub(crate) struct Slot {
    pub(crate) customer: CustomerId,
    pub(crate) forms: Vec<usize>,
    pub(crate) landmark: Vec<String>,
    pub(crate) phone: Option<String>,
}

/// The index.
#[derive(Default)]
pub(crate) struct Index {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) phones: PhoneIndex,
    forms: Vec<Form>,
    free_forms: Vec<usize>,
    slots: Vec<Option<Slot>>,
    free_slots: Vec<usize>,
    by_customer: HashMap<CustomerId, usize>,
    by_whole: HashMap<String, Vec<usize>>,
    by_landmark: HashMap<String, Vec<usize>>,
}

/// The key of a whole name, however it is cut into words.
pub(crate) fn whole_key(words: &[NameWord]) -> String {
    fold_word(&words.iter().map(|word| word.plain.as_str()).collect::<String>())
}

pub(crate) fn written(words: &[NameWord]) -> String {
    words
        .iter()
        .map(|word| word.plain.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Index {
    pub(crate) fn len(&self) -> usize {
        self.by_customer.len()
    }

    pub(crate) fn form(&self, id: usize) -> Option<&Form> {
        self.forms.get(id)
    }

    pub(crate) fn slot(&self, id: usize) -> Option<&Slot> {
        self.slots.get(id).and_then(Option::as_ref)
    }

    /// Forms whose whole name has this key; an empty key is nobody's.
    pub(crate) fn called(&self, whole: &str) -> &[usize] {
        self.by_whole.get(whole).map(Vec::as_slice).unwrap_or_default()
    }

    /// Slots with this word in their landmark.
    pub(crate) fn at_landmark(&self, key: &str) -> &[usize] {
        self.by_landmark.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Takes the latest state of a customer in, in place of an earlier one.
    pub(crate) fn put(&mut self, entry: &DirectoryEntry) {
        self.drop_customer(entry.customer);
        if !entry.active {
            return;
        }
        let slot = self.free_slots.pop().unwrap_or_else(|| {
            self.slots.push(None);
            self.slots.len() - 1
        });
        let others = entry
            .nickname
            .iter()
            .chain(&entry.aliases)
            .map(|label| (label, true));
        let mut forms = Vec::new();
        for (label, is_other_name) in std::iter::once((&entry.name, false)).chain(others) {
            forms.extend(self.add_form(label.as_str(), slot, is_other_name));
        }
        let mut landmark = entry
            .landmark
            .as_ref()
            .map(|l| landmark_keys(l.as_str()))
            .unwrap_or_default();
        landmark.sort_unstable();
        landmark.dedup();
        for key in &landmark {
            self.by_landmark.entry(key.clone()).or_default().push(slot);
        }
        let phone = entry.phone.as_ref().map(|phone| digits_of(phone).to_owned());
        if let Some(digits) = &phone {
            self.phones.add(digits, slot);
        }
        self.slots[slot] = Some(Slot {
            customer: entry.customer,
            forms,
            landmark,
            phone,
        });
        self.by_customer.insert(entry.customer, slot);
    }

    fn add_form(&mut self, text: &str, slot: usize, is_other_name: bool) -> Option<usize> {
        let (all, stripped) = name_words(text);
        if all.is_empty() {
            return None;
        }
        let id = self.free_forms.pop().unwrap_or_else(|| {
            self.forms.push(Form::default());
            self.forms.len() - 1
        });
        let words = stripped
            .iter()
            .map(|word| self.vocabulary.add(word, id))
            .collect();
        self.by_whole.entry(whole_key(&all)).or_default().push(id);
        self.forms[id] = Form {
            slot,
            is_other_name,
            words,
            written: written(&all),
        };
        Some(id)
    }

    fn drop_customer(&mut self, customer: CustomerId) {
        let Some(at) = self.by_customer.remove(&customer) else {
            return;
        };
        let Some(slot) = self.slots.get_mut(at).and_then(Option::take) else {
            return;
        };
        for id in slot.forms {
            let form = std::mem::take(&mut self.forms[id]);
            for word in form.words {
                self.vocabulary.remove(word, id);
            }
            drop_from(&mut self.by_whole, &fold_word(&form.written.replace(' ', "")), id);
            self.free_forms.push(id);
        }
        for key in &slot.landmark {
            drop_from(&mut self.by_landmark, key, at);
        }
        if let Some(digits) = &slot.phone {
            self.phones.remove(digits, at);
        }
        self.free_slots.push(at);
    }
}
