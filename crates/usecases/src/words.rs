//! The words of a shop that help to understand what is said in it: names of its customers and products, as they are now.

use execora_customer::{DirectoryChange, DirectoryEntry};
use execora_inventory::{CatalogChange, CatalogEntry};
use execora_kernel::{CustomerId, Label, ProductId};
use execora_voice_intent::understanding::{Known, Vocabulary};
use std::collections::HashMap;
use std::hash::Hash;

/// One shop's vocabulary and what it was made from.
#[derive(Debug, Default)]
pub(crate) struct Words {
    vocabulary: Vocabulary,
    customers_seq: i64,
    products_seq: i64,
    customers: HashMap<CustomerId, Vec<Label>>,
    products: HashMap<ProductId, Vec<Label>>,
}

impl Words {
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The last change of a customer, and of a product, that was taken in.
    pub(crate) fn seqs(&self) -> (i64, i64) {
        (self.customers_seq, self.products_seq)
    }

    pub(crate) fn customers(&mut self, changes: Vec<DirectoryChange>) {
        for DirectoryChange { seq, entry } in changes {
            if seq > self.customers_seq {
                self.customers_seq = seq;
                let names = names_of_customer(&entry);
                replace(
                    &mut self.vocabulary,
                    Known::Customer,
                    &mut self.customers,
                    entry.customer,
                    names,
                );
            }
        }
    }

    pub(crate) fn products(&mut self, changes: Vec<CatalogChange>) {
        for CatalogChange { seq, entry } in changes {
            if seq > self.products_seq {
                self.products_seq = seq;
                let names = names_of_product(&entry);
                replace(
                    &mut self.vocabulary,
                    Known::Product,
                    &mut self.products,
                    entry.product,
                    names,
                );
            }
        }
    }
}

fn names_of_customer(entry: &DirectoryEntry) -> Vec<Label> {
    if !entry.active {
        return Vec::new();
    }
    let names = std::iter::once(&entry.name)
        .chain(&entry.nickname)
        .chain(&entry.aliases);
    names.cloned().collect()
}

fn names_of_product(entry: &CatalogEntry) -> Vec<Label> {
    std::iter::once(&entry.name)
        .chain(&entry.aliases)
        .cloned()
        .collect()
}

/// What somebody or something was called before is unlearnt with the change.
fn replace<Id: Hash + Eq>(
    vocabulary: &mut Vocabulary,
    known: Known,
    named: &mut HashMap<Id, Vec<Label>>,
    id: Id,
    names: Vec<Label>,
) {
    for old in named.remove(&id).into_iter().flatten() {
        vocabulary.forget(known, old.as_str());
    }
    for name in &names {
        vocabulary.learn(known, name.as_str());
    }
    if !names.is_empty() {
        named.insert(id, names);
    }
}
