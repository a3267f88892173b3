//! Who is meant: names before particles and after prepositions, landmarks, pronouns.

use execora_text::tokens::Kind;

use super::lexicon::{Word, is_business};
use super::utterance::Utterance;
use super::vocabulary::Known;

/// Names have at most so many words.
pub(super) const NAME_WORDS_MAX: usize = 4;

/// Second names that are often written small: "Arun kumar".
const SECOND_NAMES: [&str; 14] = [
    "kumar", "singh", "lal", "devi", "rani", "khan", "sharma", "gupta", "verma", "yadav", "das", "prasad",
    "store", "stores",
];

/// A person in the utterance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) name: String,
    pub(super) landmark: Option<String>,
}

/// "rahul" → "Rahul", "D'SOUZA" → "D'Souza".
pub(super) fn title_case(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut start = true;
    for c in word.chars() {
        if start {
            out.extend(c.to_uppercase())
        } else {
            out.extend(c.to_lowercase())
        }
        start = !c.is_alphanumeric();
    }
    out
}

impl Utterance {
    pub(super) fn name_of(&self, from: usize, to: usize) -> String {
        let words: Vec<String> = (from..to)
            .filter(|at| !self.is(*at, &[Word::Honorific, Word::Mister, Word::Filler, Word::Article]))
            .map(|at| title_case(&self.toks[at].word))
            .collect();
        words.join(" ")
    }

    pub(super) fn namey(&self, at: usize) -> bool {
        self.nameable(at) && !self.is_known(at, Known::Product)
            || self.free(at)
                && self.tag(at).is_none()
                // "Tara Das", "Sattar bhai": a number that is somebody.
                && (self.toks[at].word == "das" || self.toks[at].kind == Kind::Code && self.toks[at].atom.is_some())
    }

    /// The person whose words end just before `end`, where a particle stands.
    pub(super) fn person_before(&self, end: usize) -> Option<Person> {
        let mut stop = end;
        while stop > 0
            && self.free(stop - 1)
            && matches!(
                self.tag(stop - 1),
                Some(
                    Word::Honorific
                        | Word::Filler
                        | Word::It
                        | Word::PronounNe
                        | Word::PronounKo
                        | Word::PronounKa
                )
            )
            && !self.in_number(stop - 1)
        {
            stop -= 1;
        }
        if self.tag_before(stop) == Some(Word::Wala) && self.free(stop - 1) {
            return self.person_with_trailing_landmark(stop - 1, end);
        }
        let mut from = stop;
        while from > 0
            && stop - from < NAME_WORDS_MAX
            && (from == stop || !self.toks[from].broken)
            && (self.namey(from - 1)
                || from < stop && self.free(from - 1) && self.tag(from - 1) == Some(Word::Honorific))
        {
            from -= 1;
        }
        let run = from;
        from = self.name_within(from, stop);
        let forced = from == stop && stop > 0 && self.forced_name(stop - 1, end);
        if forced {
            from -= 1;
        }
        if from == stop {
            return None;
        }
        let name = if forced {
            title_case(&self.toks[from].word)
        } else {
            self.name_of(from, stop)
        };
        if name.is_empty() {
            return None;
        }
        if let Some((place, name)) = self.side_of(run, stop).filter(|_| !forced) {
            return Some(self.beside(run, name, stop, end, place));
        }
        let titled = if self.tag_before(from) == Some(Word::Mister) {
            from - 1
        } else {
            from
        };
        let (start, landmark) = self.landmark_before(titled);
        Some(Person {
            start,
            end,
            name,
            landmark,
        })
    }

    fn beside(&self, start: usize, name: usize, stop: usize, end: usize, place: String) -> Person {
        Person {
            start,
            end,
            name: self.name_of(name, stop),
            landmark: Some(place),
        }
    }

    /// Where the name begins in the run `from..stop` of words that may be names: after a quantity come goods first.
    fn name_within(&self, from: usize, stop: usize) -> usize {
        let counted = matches!(self.tag_before(from), Some(Word::Unit(_))) || self.num_before(from).is_some();
        // "paav kilo adrak Rahul ko": the customer whom the shop knows is the rest.
        if counted && from < stop && self.is_known(stop - 1, Known::Customer) {
            return stop - 1;
        }
        // "note down Rahul", "santara Pooja": where cases are mixed, the name begins with its capital.
        if self.is_small(from)
            && let Some(capital) = (from + 1..stop).find(|at| self.is_capital(*at) && self.is_small(at - 1))
        {
            return capital;
        }
        // "ilaychi Bhupendra", "cheeni gupta general store": what follows the last word for goods is the name.
        let last_ware = (from..stop).rev().find(|at| self.is_ware_at(*at));
        match last_ware {
            Some(ware) if counted && ware + 1 < stop && !is_business(self.word(ware + 1)) => ware + 1,
            _ => from,
        }
    }

    /// Does the run of words that ends at `stop` hold goods after a quantity, and a name after them?
    pub(super) fn names_after_goods(&self, stop: usize) -> bool {
        let mut from = stop;
        while from > 0 && self.nameable(from - 1) {
            from -= 1;
        }
        from < stop && self.name_within(from, stop) > from
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.toks
            .get(at)
            .is_some_and(|tok| tok.raw.starts_with(|c: char| c.is_ascii_uppercase()))
    }

    pub(super) fn is_small(&self, at: usize) -> bool {
        self.toks
            .get(at)
            .is_some_and(|tok| tok.raw.starts_with(|c: char| c.is_ascii_lowercase()))
    }

    /// A word of the lexicon is a name when the agent's particle follows it and nothing stands before it.
    fn forced_name(&self, at: usize, end: usize) -> bool {
        let ne = self.tag(end) == Some(Word::Ne);
        let ko = self.tag(end) == Some(Word::Ko);
        let starts = (0..at).all(|before| self.is_filler(before) || self.toks[before].used);
        let hard = matches!(
            self.tag(at),
            Some(
                Word::PronounNe
                    | Word::PronounKo
                    | Word::PronounKa
                    | Word::PronounSe
                    | Word::I
                    | Word::ToMe
                    | Word::All
                    | Word::Who
                    | Word::Customer
                    | Word::People
                    | Word::Ka
                    | Word::Honorific
                    | Word::This
                    | Word::That
                    | Word::Gst
                    | Word::Bill
                    | Word::Draft
                    | Word::Kal
                    | Word::Today
                    | Word::Weekday(_)
                    | Word::Evening
                    | Word::Night
                    | Word::Morning
                    | Word::Parson
                    | Word::No
                    | Word::Tarikh
                    | Word::Reminder
                    | Word::Afternoon
            )
        );
        self.free(at) && starts && (ne || ko && !self.in_number(at)) && !hard
    }

    /// The person named right after `at`, where a preposition or a verb stands.
    pub(super) fn person_after(&self, at: usize) -> Option<Person> {
        let mut from = at + 1;
        while self.free(from)
            && matches!(
                self.tag(from),
                Some(
                    Word::Mister
                        | Word::Filler
                        | Word::Customer
                        | Word::Honorific
                        | Word::Article
                        | Word::Ordinary
                )
            )
            && !self.in_number(from)
        {
            from += 1;
        }
        let mut landmark = None;
        if self.tag(from + 1) == Some(Word::Wala) && self.namey(from) && (self.namey(from + 2)) {
            landmark = Some(self.toks[from].word.clone());
            from += 2;
        }
        let mixed_case = self
            .toks
            .iter()
            .any(|tok| tok.raw.chars().all(|c| c.is_ascii_lowercase()));
        let capital = |at: usize| self.toks[at].raw.chars().next().is_some_and(char::is_uppercase);
        let mut to = from;
        while to - from < NAME_WORDS_MAX
            && self.namey(to)
            && (to == from || !self.toks[to].broken)
            && !(to > from
                && mixed_case
                && capital(from)
                && !capital(to)
                && !SECOND_NAMES.contains(&self.word(to)))
            && (to == from
                || !self.is_ware_at(to)
                || is_business(self.word(to))
                || is_business(self.word(to + 1)))
        {
            to += 1;
        }
        if to == from {
            return None;
        }
        let named_from = match self.side_of(from, to).filter(|_| landmark.is_none()) {
            Some((place, name)) => {
                landmark = Some(place);
                name
            }
            None => from,
        };
        let name = self.name_of(named_from, to);
        while self.free(to) && self.tag(to) == Some(Word::Honorific) {
            to += 1;
        }
        let mut end = to;
        if landmark.is_none()
            && let Some((place, after)) = self.landmark_after(to)
        {
            landmark = Some(place);
            end = after;
        }
        if landmark.is_none() && self.namey(to) && self.tag(to + 1) == Some(Word::Wala) {
            landmark = Some(self.toks[to].word.clone());
            end = to + 2;
        }
        Some(Person {
            start: at + 1,
            end,
            name,
            landmark,
        })
    }
}
