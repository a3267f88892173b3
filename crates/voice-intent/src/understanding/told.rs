//! Is it told, not ordered? What somebody said, what would be if, what has been, and what is asked of others than the
//! machine: none of that is a command, whatever words of the shop it holds.

use super::intent::Intent;
use super::lexicon::Word;
use super::rules::{Found, unknown};
use super::utterance::Utterance;

/// Verbs of saying in the forms that report: "usne bola", "kehta hai ki".
const SAID: &[&str] = &[
    "bola", "boli", "bole", "kaha", "kehta", "kehti", "kehte", "kahta", "kahti", "kahte", "bataya", "batayi",
    "bataye", "poocha", "puchha", "poochha", "pucha", "puchta", "poochta", "bolta", "bolti", "bolte",
    "socha", "sochta",
];
/// Their stems, which report before "raha", "rahi", "rahe" or "ke gaya".
const SAYING: &[&str] = &[
    "bol", "keh", "kah", "bata", "puch", "pooch", "poochh", "sun", "soch", "maang", "mang",
];
/// The same in English.
const SAID_ENGLISH: &[&str] = &[
    "said",
    "says",
    "saying",
    "told",
    "telling",
    "tells",
    "asked",
    "asks",
    "asking",
    "heard",
    "thinks",
    "claims",
    "claimed",
    "promised",
    "mentioned",
    "wondering",
    "complained",
    "complaining",
];
/// Verbs of other people's business, in the stem that "do", "lo" and "dena" follow.
const OTHER_DEEDS: &[&str] = &[
    "gira", "girao", "mangwa", "mangwao", "manga", "mangao", "bula", "bulao", "bulwa", "baja", "bajao",
    "utha", "uthao", "utarwa", "chala", "chalao", "hila", "hilao", "khila", "khilao", "pila", "pilao",
    "jala", "jalao", "bujha", "bujhao", "dho", "pochh", "pakda", "pakdo", "pakad", "phenk", "fenk", "phenko",
    "bitha", "bithao", "sula", "sulao", "jaga", "jagao", "saja", "sajao", "pukar", "pukaro", "pahuncha",
    "khoda", "ghuma", "ghumao", "silwa", "dhulwa", "tudwa", "todwa", "tod", "todo", "play", "sing",
];
/// Deeds that are asked for with "kar do", and in English with a verb's plain form at the beginning.
const OTHER_ERRANDS: &[&str] = &[
    "order",
    "book",
    "recharge",
    "download",
    "install",
    "repair",
    "parcel",
    "translate",
    "renew",
    "saaf",
    "jhadu",
    "jhaadu",
    "pocha",
    "search",
    "google",
    "subscribe",
];
/// What follows the stem of a verb that is asked for.
const ASKED: [Word; 4] = [Word::Give, Word::Take, Word::Do, Word::Given];
/// The business of the shop: what else is done beside it is part of it.
const BUSINESS: [Word; 12] = [
    Word::Bill,
    Word::Draft,
    Word::Khata,
    Word::Stock,
    Word::Reminder,
    Word::Yaad,
    Word::Remind,
    Word::Payment,
    Word::Balance,
    Word::Hisaab,
    Word::Rupee,
    Word::Credit,
];
/// Verbs that a command orders with.
const DEEDS: [Word; 26] = [
    Word::Do,
    Word::Make,
    Word::Send,
    Word::Show,
    Word::Tell,
    Word::Cancel,
    Word::Remove,
    Word::Confirm,
    Word::Add,
    Word::Write,
    Word::Change,
    Word::Keep,
    Word::Put,
    Word::Deposit,
    Word::Remind,
    Word::Yaad,
    Word::Move,
    Word::Start,
    Word::Stop,
    Word::Set,
    Word::Save,
    Word::Select,
    Word::Open,
    Word::Cut,
    Word::Undo,
    Word::Sell,
];

impl Utterance {
    fn among(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Is the past told at `at`: "tha", "thi", and "the" after a verb?
    fn is_past(&self, at: usize) -> bool {
        match self.word(at) {
            "tha" | "thi" | "thin" | "thee" => self.is(at, &[Word::Be]) || self.tag(at).is_none(),
            "the" => {
                at > 0
                    && (self.toks[at].devanagari
                        || self.is(
                            at - 1,
                            &[
                                Word::Given,
                                Word::Taken,
                                Word::Got,
                                Word::Done,
                                Word::Paid,
                                Word::Be,
                                Word::Went,
                            ],
                        ) && !self.among(at - 1, &["is", "be", "was", "were", "got", "paid", "received"]))
            }
            _ => false,
        }
    }

    /// Does somebody else speak here: "Faizan bol raha tha ki …", "usne kaha", "Ravi said …"?
    pub(super) fn is_reported(&self) -> bool {
        let asked_back = self.is(0, &[Word::Question]);
        (0..self.len()).any(|at| {
            let next = self.is(at + 1, &[Word::Be]) && self.among(at + 1, &["raha", "rahi", "rahe"]);
            let left = self.among(at + 1, &["ke", "kar"]) && self.among(at + 2, &["gaya", "gayi", "gaye"]);
            if self.among(at, SAYING) && (next || left) {
                return true;
            }
            if self.among(at, SAID) {
                let said_that =
                    self.among(at + 1, &["ki", "tha", "thi", "hai", "the"]) || self.among(at + 2, &["ki"]);
                let by = at.checked_sub(1).is_some_and(|before| {
                    self.is(before, &[Word::Ne, Word::PronounNe]) || self.names_somebody(before)
                });
                return !asked_back && (said_that || by) && !self.has(Word::Nickname);
            }
            // "suna hai Saroj ki tabiyat kharab hai"
            if self.among(at, &["suna", "sunaa"]) && self.among(at + 1, &["hai", "tha", "ki"]) {
                return true;
            }
            let speaker = at
                .checked_sub(1)
                .is_some_and(|before| !self.is(before, &[Word::I]))
                && !self.has_any(&[Word::Remind, Word::Reminder])
                && !asked_back;
            speaker && self.among(at, SAID_ENGLISH) && !self.among(at + 1, &["above", "earlier"])
        })
    }

    /// Does it depend on something: "agar Selvaraj paise de", "if Rosamma comes", "Rahul aaye to"?
    pub(super) fn is_conditional(&self) -> bool {
        let conditions = (0..self.len()).any(|at| {
            let asks = at > 0 && self.is(at - 1, &[Word::Show, Word::Tell, Word::Find, Word::Confirm]);
            let polite = self.among(at + 1, &["you", "possible"]);
            self.is(at, &[Word::If]) && !asks && !polite
        });
        conditions || (1..self.len()).any(|at| self.is_when(at))
    }

    /// "aaye to", "de jaye to", "bole to", "aa gaya to": what is to be done then.
    fn is_when(&self, at: usize) -> bool {
        const THEN: &[&str] = &["to", "toh", "tab"];
        const PERHAPS: &[&str] = &[
            "aaye", "aae", "aye", "aayein", "aaen", "aayen", "jaye", "jaaye", "jae", "bole", "puche",
            "pooche", "mile", "kahe", "maange", "mange", "lautaye", "kare",
        ];
        self.among(at, THEN) && self.among(at - 1, PERHAPS) && self.has_order(at + 1)
    }

    /// Is something ordered at or after `from`? The stem of a verb orders with "do" or "lo"; so do "karo" and "karna".
    pub(super) fn has_order(&self, from: usize) -> bool {
        (from..self.len()).any(|at| {
            if !self.is(at, &DEEDS) {
                return false;
            }
            let word = self.word(at);
            // "delete kar diya", "bana ho gaya": what follows the verb tells that it is done.
            let then = if self.is(at + 1, &[Word::Do]) && !self.word(at + 1).ends_with('o') {
                at + 2
            } else {
                at + 1
            };
            let past = self.is_past(then) || self.is_past(then + 1);
            let gone = self.is(then, &[Word::Given, Word::Done, Word::Be, Word::Taken])
                && !self.among(then, &["chahiye", "chaiye", "hai", "hain", "h"]);
            let imperative = word.ends_with('o') && word.len() > 2 && word != "do"
                || word.ends_with("iye")
                || word.ends_with("iyega")
                || word.ends_with("na") && word.len() > 4
                || word.ends_with("kardo");
            let english = ENGLISH_DEEDS.contains(&word);
            let helped = self.is(at + 1, &[Word::Give, Word::Take, Word::Do, Word::Keep])
                || matches!(self.word(at + 1), "do" | "de" | "le" | "lo");
            // "has to be made", "is to be removed"
            let to_be = at > 0 && self.word(at - 1) == "be";
            (imperative || english || helped || to_be) && !(past || gone)
        })
    }

    /// Is a verb that is none of the shop's ordered: "shutter gira do", "charger order kar do"?
    pub(super) fn orders_other_deeds(&self) -> bool {
        !self.has_any(&BUSINESS)
            && (0..self.len()).any(|at| {
                let asked = self.is(at + 1, &ASKED) || self.among(at + 1, &["do", "de", "lo", "le"]);
                let opens = at == self.first();
                let errand = self.among(at, OTHER_ERRANDS)
                    && (self.is(at + 1, &[Word::Do])
                        || opens && self.is(at + 1, &[Word::Article, Word::Mine, Word::It]));
                errand
                    || self.among(at, OTHER_DEEDS)
                        && (asked || opens || self.word(at).ends_with('o') && self.word(at).len() > 4)
            })
    }

    /// Is a past deed told, or asked after, and nothing ordered: "bill to kal hi de diya tha na"?
    fn tells_the_past(&self) -> bool {
        (0..self.len()).any(|at| self.is_past(at)) && !self.has_order(0)
    }

    /// "tha na", "diya kya": a past deed with a question at its end.
    fn asks_back(&self) -> bool {
        let Some(last) = self.len().checked_sub(1) else {
            return false;
        };
        last > 0
            && self.among(last, &["na", "kya"])
            && (self.is_past(last - 1)
                || self.word(last) == "kya" && self.is(last - 1, &[Word::Given, Word::Done]))
    }

    /// "bill galat bana hai", "data delete ho gaya": something is done, and nothing is ordered.
    fn tells_what_is_done(&self) -> bool {
        const ENDED: &[&str] = &[
            "hai", "hain", "gaya", "gayi", "gaye", "hua", "hui", "tha", "thi", "chuka", "chuki", "diya",
        ];
        let done = (0..self.len()).any(|at| {
            let made = self.among(at, &["bana", "bani", "bane", "ban", "bheja", "bheji", "kata"])
                && self.among(at + 1, ENDED);
            let became = self.is(at, &DEEDS)
                && (self.word(at + 1) == "ho" && self.among(at + 2, ENDED)
                    || self.is(at + 1, &[Word::Do]) && self.is(at + 2, &[Word::Given, Word::Be])
                    || self.is(at + 1, &[Word::Given, Word::Done]));
            made || became
        });
        let made = (0..self.len())
            .any(|at| self.among(at, &["made", "sent", "created", "generated", "billed"]))
            && !(0..self.len()).any(|at| self.among(at, &["be", "gets", "get"]));
        (done || made) && !self.has_order(0)
    }

    /// "kyun banaya", "kisne hataya", "mana kar diya": a deed asked after or refused.
    fn asks_why(&self) -> bool {
        (0..self.len()).any(|at| {
            let refused = self.among(at, &["mana"]) && self.is(at + 1, &[Word::Do, Word::Done]);
            refused || self.among(at, &["kyun", "kyon", "kyu", "why", "kisne", "kinhone"])
        })
    }

    /// A reading weighed against the signs of talk: an order stays, talk is none.
    pub(super) fn weigh(&self, mut found: Found) -> Found {
        if !found.intent.is_acting() {
            let asks_who = found.intent == Intent::CheckStock
                && (self.is_conditional()
                    || self
                        .toks
                        .iter()
                        .any(|tok| matches!(tok.word.as_str(), "kisne" | "kinhone")));
            return if asks_who { unknown() } else { found };
        }
        if answers(found.intent) {
            return found;
        }
        let booked = matches!(
            found.intent,
            Intent::AddPayment | Intent::AddCredit | Intent::AddStock
        );
        let kept = matches!(
            found.intent,
            Intent::ScheduleReminder | Intent::RescheduleReminder | Intent::CancelReminder
        );
        let reported = self.is_reported();
        let conditional = self.is_conditional();
        if self.asks_why() && !kept {
            return unknown();
        }
        if conditional && !kept
            || reported && !kept && !self.has_order(0)
            || self.orders_other_deeds()
            || self.asks_back() && !kept
        {
            return unknown();
        }
        let named = !found.slots.items.is_empty();
        if !booked && !kept && !named && (self.tells_the_past() || self.tells_what_is_done()) {
            return unknown();
        }
        if conditional || reported && !kept {
            found.confidence = found.confidence.min(0.6);
        }
        found
    }
}

/// Answers to the machine's own questions, which their own rules judge.
fn answers(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Affirm
            | Intent::SelectOption
            | Intent::Undo
            | Intent::ProvideOtp
            | Intent::ProvideEmail
            | Intent::SwitchLanguage
            | Intent::StartRecording
            | Intent::StopRecording
    )
}

/// English verbs that order in their plain form.
const ENGLISH_DEEDS: &[&str] = &[
    "make",
    "create",
    "generate",
    "prepare",
    "send",
    "forward",
    "share",
    "show",
    "display",
    "tell",
    "cancel",
    "discard",
    "void",
    "scrap",
    "remove",
    "delete",
    "erase",
    "drop",
    "clear",
    "confirm",
    "finalize",
    "finalise",
    "approve",
    "add",
    "enter",
    "include",
    "put",
    "apply",
    "charge",
    "write",
    "note",
    "log",
    "change",
    "update",
    "modify",
    "edit",
    "replace",
    "rename",
    "keep",
    "set",
    "fix",
    "schedule",
    "save",
    "deposit",
    "remind",
    "shift",
    "move",
    "push",
    "postpone",
    "reschedule",
    "start",
    "begin",
    "stop",
    "end",
    "select",
    "choose",
    "pick",
    "open",
    "undo",
    "reverse",
    "view",
    "see",
    "check",
    "fetch",
    "get",
    "mark",
    "record",
    "bill",
    "debit",
];
