//! How a change of a bill's line is meant: "milk 3 kar do" sets it, "1 bread aur daal do" adds to it, "1 bread kam karo"
//! takes from it.

use execora_kernel::Unit;
use execora_text::numbers::read_number;
use serde::{Deserialize, Serialize};

use super::choose::alike;
use super::items;
use crate::understanding::{Intent, Item, Language, Slots, Tagged, Word, tagged};

/// Which goods of a change are meant as more, or as less, than what stands on the bill.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Changes {
    /// These are added to.
    #[serde(default)]
    pub more: Vec<String>,
    /// These are taken from.
    #[serde(default)]
    pub less: Vec<String>,
    /// Goods that come for the ones spoken of last, which were not named.
    #[serde(default)]
    pub instead: bool,
    /// Prices that were said for one of another unit than the goods are counted in, by the goods.
    #[serde(default)]
    pub per: Vec<(String, Unit)>,
}

impl Changes {
    /// As the words say it, for each of the goods that were read out of them.
    pub(super) fn said(text: &str, language: Language, intent: Intent, slots: &Slots) -> Self {
        let mut changes = Self::default();
        changes.priced(&slots.items);
        if intent != Intent::EditDraft {
            return changes;
        }
        let words = tagged(text);
        changes.instead = slots.remove.is_empty()
            && slots.items.len() == 1
            && words.iter().any(|word| {
                word.is_any(&[Word::Instead]) || word.spelt(&["jagah", "badle"]) || word.raw == "जगह"
            });
        for item in slots.items.iter().filter(|item| item.quantity.is_some()) {
            match how(&words, language, &item.product) {
                Some(How::More) => changes.more.push(item.product.clone()),
                Some(How::Less) => changes.less.push(item.product.clone()),
                _ => {}
            }
        }
        changes
    }

    /// Notes for one of which unit the prices of `goods` were said.
    pub(super) fn priced(&mut self, goods: &[Item]) {
        let said = goods
            .iter()
            .filter_map(|item| Some((item.product.clone(), items::unit(item.price_per?))));
        self.per.extend(said);
    }

    /// For one of which unit the price of these goods was said, when that was said.
    pub(super) fn price_per(&self, product: &str) -> Option<Unit> {
        let last = self.per.iter().rev().find(|(name, _)| name == product);
        last.map(|(_, unit)| *unit)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    More,
    /// "daal do": more of it after "aur", or where the number stands before it.
    Put,
    Less,
    To,
}

/// How the goods are meant: by the verb that follows them in Hindi, and by the one before them in English.
fn how(words: &[Tagged], language: Language, product: &str) -> Option<How> {
    let verbs: Vec<(usize, How)> = (0..words.len())
        .filter_map(|at| Some((at, verb(words, at)?)))
        .collect();
    let name = product.split(' ').next().unwrap_or(product);
    let place = words.iter().position(|word| alike(&word.word, name));
    let (_, first) = *verbs.first()?;
    let meant = match place {
        Some(place) => {
            let before = verbs.iter().rev().find(|(at, _)| *at < place);
            let after = verbs.iter().find(|(at, _)| *at > place);
            let nearest = match language {
                Language::English => before.or(after),
                Language::Hindi | Language::Hinglish => after.or(before),
            };
            nearest.map(|(_, how)| *how)?
        }
        None => verbs.iter().all(|(_, how)| *how == first).then_some(first)?,
    };
    if meant != How::Put {
        return Some(meant);
    }
    let place = place?;
    let more = words
        .iter()
        .any(|word| word.is_any(&[Word::More]) || word.spelt(&["aur", "bhi"]));
    let number = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| read_number(&[word.word.as_str()]).is_some())
    };
    // "2 bread daal do", "2 packet bread daal do"; "bread 2 daal do" says how much there is to be.
    let counted = (1..=2).any(|back| place.checked_sub(back).is_some_and(number));
    Some(if more || counted { How::More } else { How::To })
}

fn verb(words: &[Tagged], at: usize) -> Option<How> {
    let word = words.get(at)?;
    match word.is? {
        Word::Add | Word::Increase | Word::More => Some(How::More),
        Word::Move if word.word.starts_with("bad") => Some(How::More),
        Word::Put => Some(How::Put),
        Word::Reduce => Some(How::Less),
        Word::Change | Word::Set | Word::Make | Word::Keep => Some(How::To),
        // "kam kar do", "add kar do": the verb before it says what is done.
        Word::Do => {
            let before = at.checked_sub(1).and_then(|before| words.get(before)?.is);
            let helps = matches!(
                before,
                Some(Word::Add | Word::Reduce | Word::Put | Word::Increase | Word::Move | Word::Change)
            );
            (!helps).then_some(How::To)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_and_less_are_told_from_so_much() {
        use How::{Less, More, To};
        for (text, language, how_meant) in [
            ("1 aur bread daal do", Language::Hinglish, Some(More)),
            ("ek bread aur jod do", Language::Hinglish, Some(More)),
            ("एक ब्रेड और जोड़ दो", Language::Hindi, Some(More)),
            ("2 bread jod do", Language::Hinglish, Some(More)),
            ("2 bread daal do", Language::Hinglish, Some(More)),
            ("2 packet bread add kar do", Language::Hinglish, Some(More)),
            ("add one more bread", Language::English, Some(More)),
            ("add 2 bread and make milk 3", Language::English, Some(More)),
            ("milk 3 kar do aur 1 bread jod do", Language::Hinglish, Some(More)),
            ("bread 2 daal do", Language::Hinglish, Some(To)),
            ("bread 3 kar do", Language::Hinglish, Some(To)),
            ("bread 3 kar do aur milk 2 jod do", Language::Hinglish, Some(To)),
            ("make bread 3", Language::English, Some(To)),
            ("1 bread kam kar do", Language::Hinglish, Some(Less)),
            ("bread 1 kam karo", Language::Hinglish, Some(Less)),
            ("reduce bread by 1", Language::English, Some(Less)),
        ] {
            assert_eq!(how(&tagged(text), language, "bread"), how_meant, "{text}");
        }
    }
}
