//! Where goods can stand in a command.

use super::Known;
use super::place::{OF_GOODS, Place, VERBS, is_grammar, numeric, plain};
use crate::understanding::lexicon::{Word, is_ware};
use crate::understanding::utterance::Utterance;

impl Utterance {
    /// Is this a word for goods, and not the name of a customer whom the shop knows?
    pub(crate) fn is_ware_at(&self, at: usize) -> bool {
        is_ware(self.word(at)) && !self.is_known(at, Known::Customer)
    }
}

impl Place<'_> {
    /// Do goods stand here?
    pub(super) fn is_goods(&self) -> bool {
        if self
            .words()
            .iter()
            .all(|tok| numeric(tok) || tok.tag.is_some_and(is_of_the_shop))
        {
            return false;
        }
        let next = self.tag(self.end);
        let forbids = self.words().iter().all(|tok| tok.tag == Some(Word::Dont));
        let handled = next.is_some_and(|tag| HANDLED.contains(&tag));
        // "3 mat bhejo" forbids; "3 mat bhej do" does not, since nobody forbids so.
        if forbids && (handled || next.is_some_and(|tag| VERBS.contains(&tag))) && !self.is_asked_for() {
            return false;
        }
        if self.words().iter().any(|tok| tok.tag.is_some_and(is_grammar)) {
            return false;
        }
        let all = self.words().iter().any(|tok| tok.tag == Some(Word::All));
        let of_all = all && next.is_some_and(|tag| OF_ALL.contains(&tag));
        if self.sounds_alike() && !of_all {
            return true;
        }
        let joined =
            self.words().len() > 1 && !self.words().iter().any(|tok| tok.tag.is_some_and(is_of_the_shop));
        let modifies = self
            .toks
            .get(self.end)
            .is_some_and(|tok| plain(tok) || numeric(tok));
        // "500 diya" was given; "2 diya ka bill" is goods.
        let given = self
            .words()
            .iter()
            .all(|tok| matches!(tok.tag, Some(Word::Given | Word::Taken | Word::Got | Word::Paid)));
        let measured = self
            .before()
            .is_some_and(|tok| matches!(tok.tag, Some(Word::Unit(_))));
        let stands =
            measured || next.is_some_and(|tag| handled || matches!(tag, Word::Ka | Word::And | Word::Stock));
        self.is_counted() && (!given || stands)
            || joined
            || self.is_stocked()
            || (handled || self.is_put()) && !modifies && !of_all
    }

    /// "saree ka stock", "ring ka rate", "stock of rings", "Rahul ko saree ka bill".
    fn is_stocked(&self) -> bool {
        let next = self.tag(self.end);
        let then = self.tag(self.end + 1);
        let before = |back: usize| self.from.checked_sub(back).and_then(|at| self.tag(at));
        let shelf = |tag: Option<Word>| tag.is_some_and(|tag| OF_GOODS.contains(&tag));
        let to_whom = matches!(
            before(1),
            Some(Word::Ko | Word::PronounKo | Word::And | Word::Unit(_))
        );
        next == Some(Word::Ka) && (shelf(then) || to_whom && then == Some(Word::Bill))
            || shelf(next) && !self.is_moment()
            || before(1) == Some(Word::Of) && shelf(before(2))
    }

    /// "remove the ring", "add ring".
    fn is_put(&self) -> bool {
        let article = usize::from(self.before().is_some_and(|tok| tok.tag == Some(Word::Article)));
        let verb = self.from.checked_sub(1 + article).and_then(|at| self.tag(at));
        verb.is_some_and(|tag| HANDLED.contains(&tag))
    }

    /// "hata do", "bhej dena": asked for in two words.
    fn is_asked_for(&self) -> bool {
        self.toks.get(self.end + 1).is_some_and(|tok| {
            matches!(
                tok.word.as_str(),
                "do" | "dena" | "dijiye" | "dijie" | "lo" | "lena"
            )
        })
    }
}

/// What the commands themselves are about; goods that are called so are only counted.
fn is_of_the_shop(tag: Word) -> bool {
    matches!(
        tag,
        Word::Bill | Word::Rupee | Word::Paise | Word::Percent | Word::Unit(_) | Word::Oclock
    ) || [
        Word::Gst,
        Word::Discount,
        Word::Reminder,
        Word::Balance,
        Word::Khata,
        Word::Customer,
        Word::Stock,
        Word::Rate,
        Word::Payment,
        Word::Credit,
        Word::Draft,
        Word::Do,
        Word::Give,
        Word::Make,
        Word::Remove,
        Word::Add,
        Word::Put,
        Word::Cancel,
        Word::Name,
        Word::Number,
    ]
    .contains(&tag)
}

/// "saare bill", "all customers".
const OF_ALL: [Word; 14] = [
    Word::Bill,
    Word::Customer,
    Word::Reminder,
    Word::List,
    Word::Draft,
    Word::Goods,
    Word::Data,
    Word::Khata,
    Word::Balance,
    Word::Due,
    Word::Hisaab,
    Word::Credit,
    Word::People,
    Word::Payment,
];

/// What is done with goods.
const HANDLED: [Word; 6] = [
    Word::Remove,
    Word::Put,
    Word::Add,
    Word::Cut,
    Word::Sell,
    Word::Keep,
];
