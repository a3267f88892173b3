//! The rules, from the narrowest to the widest; the first that fits reads the utterance.

mod answers;
mod bills;
mod drafts;
mod khata;
mod money;
mod new_bill;
mod people;
mod reminders;
mod shelves;
mod talk;

use super::intent::Intent;
use super::slots::Slots;
use super::utterance::Utterance;

/// What a rule made of an utterance.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) intent: Intent,
    pub(super) slots: Slots,
    pub(super) confidence: f32,
    pub(super) rule: &'static str,
}

/// A rule reads an utterance or lets it pass.
type Rule = fn(&mut Utterance) -> Option<Found>;

/// Narrow before wide.
const RULES: &[(&str, Rule)] = &[
    ("otp", talk::otp),
    ("email", talk::email),
    ("recording", talk::recording),
    ("language", talk::language),
    ("undo", answers::undo),
    ("repeat", talk::repeat),
    ("help", talk::help),
    ("choice", answers::choice),
    ("answer", answers::answer),
    ("reminder", reminders::reminder),
    ("toggle gst", drafts::toggle_gst),
    ("new customer", people::create),
    ("tax number", people::tax_number),
    ("statement", khata::statement),
    ("cancel bill", bills::cancel),
    ("confirm bill", bills::confirm),
    ("show draft", drafts::show),
    ("remove from draft", drafts::remove_from_bill),
    ("send bill", bills::send),
    ("list bills", bills::list),
    ("reduce draft", drafts::discount),
    ("set on draft", drafts::set_on_bill),
    ("add to draft", drafts::add_to_bill),
    ("make bill", new_bill::create),
    ("stock", shelves::stock),
    ("price", shelves::price),
    ("delete customer", people::delete),
    ("customer particulars", people::update),
    ("fetch customer", people::fetch),
    ("summary", khata::summary),
    ("total pending", khata::total),
    ("balances", khata::balances),
    ("payment or credit", money::money),
    ("balance", khata::balance),
    ("change draft", drafts::change),
    ("remove goods", drafts::remove),
    ("sale without a bill word", new_bill::sale),
];

/// Reads the utterance by the first rule that fits.
pub(super) fn read(utterance: &mut Utterance) -> Found {
    for (name, rule) in RULES {
        utterance.reset();
        let nums = utterance.nums.clone();
        if let Some(mut found) = rule(utterance) {
            found.rule = name;
            return found;
        }
        utterance.nums = nums;
    }
    utterance.reset();
    unknown()
}

pub(super) fn unknown() -> Found {
    Found {
        intent: Intent::Unknown,
        slots: Slots::default(),
        confidence: 0.3,
        rule: "nothing fits",
    }
}

impl Utterance {
    /// The reading, as certain as the words left over allow.
    pub(super) fn found(&self, intent: Intent, slots: Slots) -> Option<Found> {
        let acting = intent.is_acting();
        let confidence = match (self.unexplained(), acting) {
            (0, _) => 0.95,
            (1, true) => 0.6,
            (1, false) => 0.75,
            (2, false) => 0.6,
            _ => return Some(unknown()),
        };
        Some(Found {
            intent,
            slots,
            confidence,
            rule: "",
        })
    }

    /// The same reading, but never certain enough to act.
    pub(super) fn doubtful(&self, intent: Intent, slots: Slots) -> Option<Found> {
        let mut found = self.found(intent, slots)?;
        found.confidence = found.confidence.min(0.6);
        Some(found)
    }
}
