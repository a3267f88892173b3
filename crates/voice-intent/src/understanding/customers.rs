//! Which of the people named is the customer.

use super::lexicon::Word;
use super::people::{NAME_WORDS_MAX, Person};
use super::slots::Slots;
use super::utterance::Utterance;
use super::vocabulary::Known;

const PRONOUNS: [Word; 6] = [
    Word::PronounKa,
    Word::PronounKo,
    Word::PronounNe,
    Word::PronounSe,
    Word::He,
    Word::Her,
];

impl Utterance {
    pub(super) fn has_pronoun(&self) -> bool {
        self.has_any(&PRONOUNS)
    }

    pub(super) fn take_person(&mut self, person: Person, slots: &mut Slots) {
        self.take(person.start, person.end, "customer");
        slots.customer = Some(person.name);
        slots.landmark = person.landmark;
    }

    /// Finds a customer by the first of `particles` that has a name before it.
    pub(super) fn customer_before(&mut self, particles: &[Word], slots: &mut Slots) -> bool {
        let repeated = [Word::PronounNe, Word::PronounKa, Word::PronounKo];
        for particle in particles.iter().chain(&repeated) {
            for at in 0..self.len() {
                if self.tag(at) == Some(*particle)
                    && self.free(at)
                    && self.tag(at + 1) != Some(Word::Place)
                    && !(at > 0 && self.counted(at))
                    && let Some(person) = self.person_before(at)
                {
                    self.take_person(person, slots);
                    return true;
                }
            }
        }
        false
    }

    /// Is the word before the particle goods with a quantity before them?
    pub(super) fn counted(&self, particle: usize) -> bool {
        if self.is_known(particle - 1, Known::Customer) {
            return false;
        }
        if self.names_after_goods(particle) {
            return false;
        }
        let mut at = particle;
        while at > 0 && self.nameable(at - 1) {
            at -= 1;
        }
        at < particle
            && at > 0
            && (matches!(self.tag_before(at), Some(Word::Unit(_)))
                && self.tag(particle) != Some(Word::Ne)
                && self.num_before(at - 1).is_some()
                || self.num_before(at).is_some()
                    && self.tag(particle) == Some(Word::Ka)
                    && self.has(Word::Bill))
    }

    /// Finds a customer by the first of `prepositions` that has a name after it.
    pub(super) fn customer_after(&mut self, prepositions: &[Word], slots: &mut Slots) -> bool {
        for preposition in prepositions {
            for at in 0..self.len() {
                if self.tag(at) == Some(*preposition)
                    && let Some(person) = self.person_after(at)
                {
                    self.take_person(person, slots);
                    return true;
                }
            }
        }
        false
    }

    /// The usual search: particles, then prepositions, then the first run of unexplained words.
    pub(super) fn customer(&mut self, particles: &[Word], prepositions: &[Word], slots: &mut Slots) {
        slots.pronoun = self.has_pronoun();
        if self.customer_before(particles, slots) || self.customer_after(prepositions, slots) {
            return;
        }
        if !slots.pronoun {
            self.leftover_customer(slots);
        }
    }

    /// The only run of unexplained words, when it is short enough to be a name.
    pub(super) fn leftover_customer(&mut self, slots: &mut Slots) -> bool {
        let Some(start) = (0..self.len()).find(|at| self.namey(*at)) else {
            return false;
        };
        let mut from = start;
        if self.tag_before(from) == Some(Word::Mister) {
            from -= 1;
        }
        let mut end = start;
        while self.namey(end) && (end == start || !self.toks[end].broken)
            || end > start && self.is(end, &[Word::Honorific])
        {
            end += 1;
        }
        if end - start > NAME_WORDS_MAX {
            return false;
        }
        let person = if self.tag(end) == Some(Word::Wala) && self.namey(end + 1) {
            self.person_after(start.wrapping_sub(1).min(start))
        } else if self.tag(end) == Some(Word::Wala) {
            self.person_with_trailing_landmark(end, end + 1)
        } else {
            let (landmark, name) = match self.side_of(start, end) {
                Some((place, name)) => (Some(place), name),
                None => (None, start),
            };
            Some(Person {
                start: from,
                end,
                name: self.name_of(name, end),
                landmark,
            })
        };
        match person {
            Some(person) if !person.name.is_empty() => {
                self.take_person(person, slots);
                true
            }
            _ => false,
        }
    }
}
