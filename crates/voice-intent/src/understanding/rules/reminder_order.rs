//! What an order does with a reminder: sets it, drops it, moves it, asks for it, or none of these.

use super::errands;
use crate::understanding::lexicon::Word;
use crate::understanding::utterance::Utterance;

/// What is to be done with the reminder: the words before what it is to say.
pub(super) struct Order<'a> {
    pub(super) u: &'a Utterance,
    pub(super) end: usize,
}

impl Order<'_> {
    pub(super) fn has(&self, words: &[Word]) -> bool {
        (0..self.end).any(|at| self.u.is(at, words))
    }

    fn says(&self, words: &[&str]) -> bool {
        (0..self.end).any(|at| words.contains(&self.u.word(at)))
    }

    fn noun(&self) -> Option<usize> {
        (0..self.end).find(|at| self.u.is(*at, &[Word::Reminder]))
    }

    /// "maine yaad dila diya", "I have reminded her": done, and nothing to do.
    pub(super) fn is_told(&self) -> bool {
        let last = (0..self.end).rfind(|at| !self.u.is(*at, &[Word::Filler, Word::Be, Word::Question]));
        // "yaad dilaye", "remind karaye" ask kindly, unless somebody did it.
        let by_somebody = self.has(&[Word::Ne, Word::PronounNe, Word::I]);
        let kindly = |at: usize| {
            !by_somebody
                && matches!(
                    self.u.word(at),
                    "dilaye" | "karaye" | "karwaye" | "karwai" | "karaiye" | "karavaye"
                )
        };
        let done = last
            .filter(|at| !kindly(*at))
            .is_some_and(|at| self.u.is(at, &[Word::Given, Word::Done]) && self.u.word(at) != "di")
            && self.has(&[Word::Yaad, Word::Remind, Word::Send]);
        let due = (1..self.end).any(|at| {
            self.u.word(at) == "reminded" && matches!(self.u.word(at - 1), "be" | "is" | "gets" | "get")
        });
        let sent = last.filter(|at| !kindly(*at)).is_some_and(|at| {
            matches!(
                self.u.word(at),
                "bheja" | "bheji" | "bheje" | "dilaya" | "dilayi" | "dilaye"
            )
        }) || self.says(&["sent"]) && self.has(&[Word::I]);
        let english = self.says(&["reminded"]) && !due;
        let told = by_somebody && self.says(&["dilaya", "dilayi", "dilaye"]);
        done || english || sent || told
    }

    /// "reminder hata do", "yaad mat dilana", "stop reminding him"; "drop a reminder" sends one.
    pub(super) fn drops(&self) -> bool {
        let u = self.u;
        let forgets = self.says(&["forget", "bhoolna", "bhulna", "bhul", "bhool"]);
        // "on monday and not on tuesday" denies a day.
        let reminds = u.find(&[Word::Remind]).unwrap_or(self.end);
        let no = (0..self.end).any(|at| u.is(at, &[Word::No]) && (u.word(at) != "not" || at < reminds));
        let denied = self.has(&[Word::Dont]) || no && !self.has(&[Word::Question]);
        let sent =
            (1..self.end).any(|at| u.word(at - 1) == "drop" && matches!(u.word(at), "a" | "an" | "one"));
        // "rehne do"; "ek din chhod ke" leaves a day out.
        let left = (0..self.end).any(|at| {
            u.is(at, &[Word::Leave]) && !u.is(at + 1, &[Word::Ka]) && !matches!(u.word(at + 1), "kar" | "ke")
        });
        let from = errands::ends(u).unwrap_or(0);
        // "somvaar se hata ke budhvaar ko kar do" moves it.
        let onward = |at: usize| {
            matches!(u.word(at + 1), "ke" | "kar") && (at + 2..self.end).any(|at| u.is(at, &[Word::Do]))
        };
        let dropped =
            (from..self.end).any(|at| u.is(at, &[Word::Cancel, Word::Remove, Word::Stop]) && !onward(at));
        denied && !forgets || dropped && !sent || left
    }

    /// "reminder mat hatana": it is to stay.
    pub(super) fn is_kept(&self) -> bool {
        let no = |at: usize| self.u.is(at, &[Word::Dont, Word::No]);
        (0..self.end).any(|at| {
            let drops = self.u.is(at, &[Word::Cancel, Word::Remove, Word::Stop]);
            drops && (at > 0 && no(at - 1) || no(at + 1))
        })
    }

    /// "aaj ke reminder dikhao", "any reminders for Monday".
    pub(super) fn asks(&self) -> bool {
        let set = (0..self.end).find(|at| self.u.is(*at, &[Word::Set]));
        // "kya aap … reminder set kar sakte hai"
        let kindly = self.has(&[Word::Can])
            && self.has(&[
                Word::Set,
                Word::Put,
                Word::Make,
                Word::Send,
                Word::Add,
                Word::Do,
                Word::Give,
            ]);
        let sets = set.is_some() && set < self.noun() || kindly;
        !self.has(&[Word::Remind])
            && !sets
            && (self.has(&[
                Word::Question,
                Word::HowMuch,
                Word::Who,
                Word::Show,
                Word::Tell,
                Word::List,
            ]) || self.says(&["have", "any", "koi"]))
    }

    /// "parson ke reminder": several are named, and nothing is ordered.
    pub(super) fn names_several(&self) -> bool {
        let last = self.u.len() - 1;
        let several = self.u.word(last) == "reminders" || last > 0 && self.u.word(last - 1) == "ke";
        self.u.is(last, &[Word::Reminder])
            && several
            && !self.has(&[
                Word::Send,
                Word::Set,
                Word::Put,
                Word::Make,
                Word::Add,
                Word::Ko,
                Word::To,
            ])
            && self.u.nums.is_empty()
    }

    /// "Rahul ka reminder parson kar do", "make it 8 in the evening", "wo wala reminder kal pe rakh do".
    pub(super) fn moves(&self) -> bool {
        let u = self.u;
        let Some(noun) = self.noun() else { return false };
        if self.has(&[Word::Every, Word::Daily, Word::Weekly, Word::Monthly]) {
            return false;
        }
        let after = |words: &[Word]| (noun + 1..self.end).any(|at| u.is(at, words));
        // "… agle mahine pe daal do": there it goes, and "reminder daal do" sets a new one.
        let put_there = self.has(&[Word::Put, Word::Keep, Word::Take]) && after(&[Word::Pe]);
        let brought = self.says(&["bring", "brought"]) && self.says(&["forward", "back", "ahead", "up"]);
        let onward = (noun + 1..self.end)
            .any(|at| u.is(at, &[Word::Remove]) && matches!(u.word(at + 1), "ke" | "kar"));
        let made_it = (noun + 1..self.end).any(|at| {
            u.is(at, &[Word::It, Word::This, Word::That])
                && u.is(at - 1, &[Word::Make, Word::Set, Word::Keep])
        });
        // "make Rahul's reminder Saturday": it is there already.
        let owned = (1..noun).any(|at| u.is(at, &[Word::Apostrophe, Word::PronounKa]));
        let made = owned && (0..noun).any(|at| u.word(at) == "make") && noun + 1 < u.len()
            || owned && (0..noun).any(|at| u.is(at, &[Word::Set])) && after(&[Word::To]);
        let existing = noun > 0
            && u.is(noun - 1, &[Word::Wala, Word::That])
            && after(&[Word::Do, Word::Keep, Word::Put, Word::Set, Word::Take]);
        // "Irfan ke reminder ko kal teen baje le jao"
        let object = u.is(noun + 1, &[Word::Ko])
            && after(&[Word::Do, Word::Keep, Word::Put, Word::Set, Word::Take, Word::Make]);
        let to_person = u
            .find(&[Word::Ko])
            .is_some_and(|at| u.person_before(at).is_some());
        let sets = self.has(&[
            Word::Send,
            Word::Put,
            Word::Set,
            Word::Make,
            Word::Add,
            Word::Write,
            Word::Remind,
            Word::Yaad,
        ]);
        self.has(&[Word::Move, Word::Change, Word::Instead])
            || put_there
            || brought
            || onward
            || made_it
            || made
            || existing
            || object
            || self.has(&[Word::Do]) && !sets && !to_person
    }
}
