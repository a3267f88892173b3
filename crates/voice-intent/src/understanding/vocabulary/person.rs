//! Where a person's name can stand in a command.

use execora_text::tokens::Kind;

use super::place::{OF_GOODS, Place, is_grammar, is_light, numeric, plain};
use crate::understanding::lexicon::Word;

impl Place<'_> {
    /// Does a person stand here?
    pub(super) fn is_customer(&self) -> bool {
        // "Mohan Das" is not Das, and "kal" is nobody.
        if self.is_longer() || self.words().iter().all(|tok| tok.tag.is_some_and(is_grammar)) {
            return false;
        }
        self.takes_a_particle() || self.follows_a_preposition() || self.does_something()
    }

    /// "Das ne", "Das ko", "Das ke khate mein", "Das se mile".
    fn takes_a_particle(&self) -> bool {
        let number = self.is_number();
        let counted = number && self.before().is_some_and(|tok| tok.kind == Kind::Word) && self.is_counted();
        match self.tag(self.end) {
            Some(Word::Ne | Word::Apostrophe | Word::Honorific) => true,
            Some(Word::Ko) => !(self.is_moment() || counted),
            Some(Word::Se) => {
                let range = number && self.toks.get(self.end + 1).is_some_and(|tok| tok.atom.is_some());
                self.says(&[Word::Got, Word::Taken, Word::Deposit, Word::Take])
                    && !range
                    && !counted
                    && !self.is_somebody_else_named()
            }
            Some(Word::Ka) => self.owns(),
            _ => false,
        }
    }

    /// "Das ka balance" is a person's; "das ka discount" is an amount.
    fn owns(&self) -> bool {
        let next = self.toks.get(self.end + 1);
        let owned = next.and_then(|tok| tok.tag);
        let counted = self.is_counted();
        // "Rahul ko diya ka bill": it is Rahul's.
        if self
            .before()
            .is_some_and(|tok| matches!(tok.tag, Some(Word::Ko | Word::PronounKo)))
        {
            return false;
        }
        if owned.is_some_and(|tag| OF_A_PERSON.contains(&tag)) {
            // "500 Das ke khate mein" is money; "2 diye ka bill" is goods.
            let money = owned.is_some_and(|tag| OF_MONEY.contains(&tag));
            return !counted || money && (!self.is_number() || owned == Some(Word::Khata));
        }
        if self.is_number() {
            let measures =
                owned.is_some_and(|tag| OF_A_NUMBER.contains(&tag) || matches!(tag, Word::Unit(_)));
            return !counted && !measures && !next.is_some_and(plain) && !self.is_somebody_else_named();
        }
        // "sara ka sara": all of it.
        let doubled = next
            .is_some_and(|tok| Some(tok.word.as_str()) == self.words().first().map(|tok| tok.word.as_str()));
        let bills = self
            .toks
            .iter()
            .any(|tok| matches!(tok.tag, Some(Word::Bill | Word::Khata | Word::Credit)));
        !doubled
            && (self.opens() || self.sounds_alike())
            && !(self.is_moment() || owned.is_some_and(|tag| OF_GOODS.contains(&tag)))
            || next.is_some_and(numeric) && bills && !self.is_somebody_else_named()
    }

    /// "for Das", "from Das", "Mr Das", "bill Das 2 milk".
    fn follows_a_preposition(&self) -> bool {
        let Some(before) = self.from.checked_sub(1).and_then(|at| self.tag(at)) else {
            return false;
        };
        let measured = self
            .tag(self.end)
            .is_some_and(|tag| OF_A_NUMBER.contains(&tag) || matches!(tag, Word::Unit(_)))
            || self
                .toks
                .get(self.end)
                .is_some_and(|tok| self.is_number() && plain(tok));
        match before {
            Word::Mister => true,
            Word::For | Word::To | Word::Of | Word::From | Word::By => !measured,
            // "bill Das 2 milk"
            Word::Bill => {
                let opens = self.toks.iter().take(self.from - 1).all(is_light);
                opens && !self.is_number() && self.toks.get(self.end).is_some_and(numeric)
            }
            _ => false,
        }
    }

    /// "Das paid 500", "how much does Das owe".
    fn does_something(&self) -> bool {
        let acts = matches!(self.tag(self.end), Some(Word::Paid | Word::Owe))
            || self
                .toks
                .get(self.end)
                .is_some_and(|tok| DEEDS.contains(&tok.word.as_str()));
        let asked = self.before().is_some_and(|tok| {
            matches!(
                tok.tag,
                Some(Word::Be | Word::HowMuch | Word::Question | Word::If)
            )
        });
        acts && (self.opens() || asked)
    }
}

/// What a person has in the shop.
const OF_A_PERSON: [Word; 22] = [
    Word::Khata,
    Word::Balance,
    Word::Bill,
    Word::Hisaab,
    Word::Name,
    Word::Due,
    Word::Credit,
    Word::Payment,
    Word::Reminder,
    Word::Draft,
    Word::Statement,
    Word::Details,
    Word::Data,
    Word::Number,
    Word::Phone,
    Word::Email,
    Word::Money,
    Word::Paise,
    Word::Nickname,
    Word::Landmark,
    Word::Record,
    Word::Entry,
];

/// Where a person's money stands: "500 Das ke khate mein".
const OF_MONEY: [Word; 7] = [
    Word::Khata,
    Word::Credit,
    Word::Name,
    Word::Due,
    Word::Hisaab,
    Word::Balance,
    Word::Payment,
];

/// What follows an amount: "das ka discount", "for das rupaye".
const OF_A_NUMBER: [Word; 12] = [
    Word::Discount,
    Word::Off,
    Word::Reduce,
    Word::Rupee,
    Word::Paise,
    Word::Percent,
    Word::Oclock,
    Word::Tarikh,
    Word::Day,
    Word::Minute,
    Word::Hour,
    Word::Wala,
];

/// What people are said to do in English.
const DEEDS: [&str; 9] = [
    "gave", "took", "bought", "owes", "sent", "returned", "has", "wants", "needs",
];
