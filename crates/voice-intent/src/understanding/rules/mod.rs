//! The rules, from the narrowest to the widest; the first that fits reads the utterance.

mod answers;
mod bills;
mod choices;
mod codes;
mod drafts;
mod errands;
mod khata;
mod machine;
mod money;
mod naming;
mod new_bill;
mod particulars;
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

/// One rule: it reads an utterance or lets it pass. Its examples stand beside it and are tests.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) read: fn(&mut Utterance) -> Option<Found>,
    /// Commands that this rule reads.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test below"))]
    pub(super) fits: &'static [&'static str],
    /// Commands near to them that it leaves to others.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test below"))]
    pub(super) leaves: &'static [&'static str],
}

/// Narrow before wide.
const RULES: &[Rule] = &[
    codes::OTP,
    codes::EMAIL,
    machine::RECORDING,
    machine::LANGUAGE,
    choices::UNDO,
    talk::REPEAT,
    talk::HELP,
    choices::CHOICE,
    answers::ANSWER,
    reminders::REMINDER,
    drafts::TOGGLE_GST,
    people::CREATE,
    particulars::TAX_NUMBER,
    particulars::CONTACT,
    khata::STATEMENT,
    bills::CANCEL,
    bills::CONFIRM,
    drafts::SHOW,
    drafts::REMOVE_FROM_BILL,
    bills::SEND,
    bills::LIST,
    drafts::DISCOUNT,
    drafts::SET_ON_BILL,
    drafts::ADD_TO_BILL,
    new_bill::CREATE,
    shelves::STOCK,
    shelves::PRICE,
    people::DELETE,
    naming::UPDATE,
    particulars::FETCH,
    khata::SUMMARY,
    khata::TOTAL,
    khata::BALANCES,
    money::MONEY,
    khata::BALANCE,
    drafts::CHANGE,
    drafts::REMOVE,
    new_bill::SALE,
];

/// Reads the utterance by the first rule that fits.
pub(super) fn read(utterance: &mut Utterance) -> Found {
    for rule in RULES {
        utterance.reset();
        let nums = utterance.nums.clone();
        if let Some(mut found) = (rule.read)(utterance) {
            found.rule = rule.name;
            return utterance.weigh(found);
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
            // Half a name or half of what is asked for may be what is left: such a reading is right one time in three.
            (1, _) | (2, false) => 0.6,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read_by(text: &str) -> &'static str {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
        Utterance::of(text, now, None).map_or("nobody", |mut utterance| {
            utterance.repair();
            let found = read(&mut utterance);
            if found.intent == Intent::Unknown {
                "nobody"
            } else {
                found.rule
            }
        })
    }

    #[test]
    fn every_rule_reads_its_examples_and_leaves_the_others() {
        let mut wrong = Vec::new();
        for rule in RULES {
            assert!(
                !rule.fits.is_empty() && !rule.leaves.is_empty(),
                "{} has examples",
                rule.name
            );
            for text in rule.fits {
                if read_by(text) != rule.name {
                    wrong.push(format!(
                        "{text}: read by {} instead of {}",
                        read_by(text),
                        rule.name
                    ));
                }
            }
            for text in rule.leaves {
                if read_by(text) == rule.name {
                    wrong.push(format!("{text}: read by {}", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
