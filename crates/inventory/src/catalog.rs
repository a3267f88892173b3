//! Finding a product by what was said: an index of one shop's names, kept up to date by sequence number.
//!
//! A product is found by its whole name or an alias, or by all the words that were said standing in one product's name. Never by
//! part of a word: "a" is no product.

use crate::everyday_names;
use execora_kernel::{Label, ProductId, Unit};
use std::collections::{BTreeSet, HashMap};

/// What the index knows of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CatalogEntry {
    pub product: ProductId,
    pub name: Label,
    pub aliases: Vec<Label>,
    pub unit: Unit,
}

/// An entry that was made or changed, with the shop's sequence number of that change.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CatalogChange {
    pub seq: i64,
    pub entry: CatalogEntry,
}

/// How a spoken name fits the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CatalogMatch {
    /// Exactly one product.
    Certain(ProductId),
    /// Several that fit equally well, at most ten.
    Ambiguous(Vec<ProductId>),
    /// None.
    Unknown,
}

/// The index. Its cost in memory grows with the shop's names alone.
#[derive(Debug, Default)]
pub struct Catalog {
    seq: i64,
    entries: HashMap<ProductId, CatalogEntry>,
    by_name: HashMap<String, BTreeSet<ProductId>>,
    by_word: HashMap<String, BTreeSet<ProductId>>,
}

/// The most products a choice lists.
const CHOICE_MAX: usize = 10;

impl Catalog {
    /// The last change that the index has seen.
    #[must_use]
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// Takes changes in, in rising order; those that it has seen are skipped.
    pub fn apply(&mut self, changes: Vec<CatalogChange>) {
        for CatalogChange { seq, entry } in changes {
            if seq <= self.seq {
                continue;
            }
            self.seq = seq;
            if let Some(old) = self.entries.remove(&entry.product) {
                self.each_key(&old, |map, key, id| {
                    if let Some(ids) = map.get_mut(&key) {
                        ids.remove(&id);
                    }
                });
            }
            self.each_key(&entry, |map, key, id| {
                map.entry(key).or_default().insert(id);
            });
            self.entries.insert(entry.product, entry);
        }
    }

    fn each_key(
        &mut self,
        entry: &CatalogEntry,
        mut act: impl FnMut(&mut HashMap<String, BTreeSet<ProductId>>, String, ProductId),
    ) {
        for name in std::iter::once(&entry.name).chain(&entry.aliases) {
            let words = words(name.as_str());
            act(&mut self.by_name, words.join(" "), entry.product);
            for word in words {
                act(&mut self.by_word, word, entry.product);
            }
        }
    }

    /// Finds what was said: first whole names, then names that hold every word, then both with another everyday name
    /// of one of the words.
    #[must_use]
    pub fn find(&self, said: &str) -> CatalogMatch {
        let words = words(said);
        if words.is_empty() {
            return CatalogMatch::Unknown;
        }
        let as_said = self.of_words(&words);
        if as_said != CatalogMatch::Unknown {
            return as_said;
        }
        let mut other = words.clone();
        for (at, word) in words.iter().enumerate() {
            for name in everyday_names::others(word) {
                other[at].clone_from(name);
                let found = self.of_words(&other);
                if found != CatalogMatch::Unknown {
                    return found;
                }
            }
            other[at].clone_from(word);
        }
        CatalogMatch::Unknown
    }

    fn of_words(&self, words: &[String]) -> CatalogMatch {
        if let Some(ids) = self.by_name.get(&words.join(" ")).filter(|ids| !ids.is_empty()) {
            return chosen(ids);
        }
        let mut sets = Vec::with_capacity(words.len());
        for word in words {
            match self.by_word.get(word) {
                Some(ids) => sets.push(ids),
                None => return CatalogMatch::Unknown,
            }
        }
        sets.sort_by_key(|s| s.len());
        match sets.split_first() {
            Some((first, rest)) => chosen(
                &first
                    .iter()
                    .copied()
                    .filter(|id| rest.iter().all(|s| s.contains(id)))
                    .collect(),
            ),
            None => CatalogMatch::Unknown,
        }
    }

    /// Every name and alias, for a recogniser's vocabulary; at most `limit`.
    #[must_use]
    pub fn names(&self, limit: usize) -> Vec<String> {
        self.entries
            .values()
            .take(limit)
            .map(|e| e.name.as_str().to_owned())
            .collect()
    }
}

fn chosen(ids: &BTreeSet<ProductId>) -> CatalogMatch {
    let mut some = ids.iter().copied();
    match (some.next(), some.next()) {
        (None, _) => CatalogMatch::Unknown,
        (Some(only), None) => CatalogMatch::Certain(only),
        _ => CatalogMatch::Ambiguous(ids.iter().copied().take(CHOICE_MAX).collect()),
    }
}

/// Words as they are compared: transliterated, folded, singular.
fn words(text: &str) -> Vec<String> {
    execora_text::word_keys(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn catalog(names: &[(&str, &[&str])]) -> Catalog {
        let label = |s: &&str| Label::parse(s).ok();
        let mut catalog = Catalog::default();
        let changes = names.iter().enumerate().filter_map(|(i, (name, aliases))| {
            let product = ProductId::new(Uuid::from_u128(u128::try_from(i).ok()?));
            let aliases = aliases.iter().filter_map(label).collect();
            let entry = CatalogEntry {
                product,
                name: label(name)?,
                aliases,
                unit: Unit::Piece,
            };
            Some(CatalogChange {
                seq: i64::try_from(i).ok()? + 1,
                entry,
            })
        });
        catalog.apply(changes.collect());
        catalog
    }

    fn id(n: u128) -> CatalogMatch {
        CatalogMatch::Certain(ProductId::new(Uuid::from_u128(n)))
    }

    #[test]
    fn a_product_is_found_by_name_alias_script_and_number() {
        let c = catalog(&[
            ("Milk", &["doodh"]),
            ("Bread", &[]),
            ("Rice", &["chawal"]),
            ("Eggs", &["anda"]),
        ]);
        for (said, n) in [
            ("milk", 0),
            ("दूध", 0),
            ("doodh", 0),
            ("चावल", 2),
            ("egg", 3),
            ("eggs", 3),
            ("BREAD", 1),
        ] {
            assert_eq!(c.find(said), id(n), "{said}");
        }
    }

    #[test]
    fn part_of_a_word_is_no_product_and_two_that_fit_are_not_guessed_between() {
        let c = catalog(&[("Toor Dal", &[]), ("Moong Dal", &[]), ("Atta", &[])]);
        assert_eq!(c.find("a"), CatalogMatch::Unknown);
        assert_eq!(c.find(""), CatalogMatch::Unknown);
        assert_eq!(c.find("toor dal"), id(0));
        assert!(matches!(c.find("dal"), CatalogMatch::Ambiguous(ids) if ids.len() == 2));
        assert_eq!(c.find("masoor dal"), CatalogMatch::Unknown);
    }

    #[test]
    fn a_whole_name_wins_over_a_longer_one_and_a_renamed_product_is_found_anew() {
        let mut c = catalog(&[("Milk", &[]), ("Milk Powder", &[])]);
        assert_eq!(c.find("milk"), id(0));
        let entry = CatalogEntry {
            product: ProductId::new(Uuid::from_u128(0)),
            name: Label::parse("Curd").unwrap_or_else(|_| unreachable!()),
            aliases: vec![],
            unit: Unit::Kg,
        };
        c.apply(vec![CatalogChange { seq: 9, entry }]);
        assert_eq!((c.find("milk"), c.find("curd"), c.seq()), (id(1), id(0), 9));
    }

    #[test]
    fn goods_are_found_by_another_everyday_name() {
        let catalog = catalog(&[("Amul milk", &[]), ("cheeni", &[]), ("milk", &[])]);
        let id = |n| CatalogMatch::Certain(ProductId::new(Uuid::from_u128(n)));
        assert_eq!(catalog.find("दूध"), id(2));
        assert_eq!(catalog.find("amul doodh"), id(0));
        assert_eq!(catalog.find("sugar"), id(1));
        assert_eq!(catalog.find("namak"), CatalogMatch::Unknown);
    }
}
