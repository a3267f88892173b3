//! The rules, from the narrowest to the widest; the first that fits reads the utterance.

mod account_holder;
mod answers;
mod asked_back;
mod bill_customer;
mod bill_told;
mod bills;
mod choices;
mod codes;
mod customer_errands;
mod draft_lines;
mod draft_removals;
mod drafts;
mod errands;
mod khata;
mod machine;
mod money;
mod money_way;
mod naming;
mod new_bill;
mod owed;
mod particulars;
mod people;
mod reminder_order;
mod reminders;
mod shelf_prices;
mod shelves;
mod shop_figures;
mod talk;
mod unbooked;

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
    draft_removals::REMOVE_FROM_BILL,
    draft_removals::REPLACE,
    bills::SEND,
    bills::LIST,
    drafts::DISCOUNT,
    draft_lines::SET_ON_BILL,
    draft_lines::ADD_TO_BILL,
    new_bill::CREATE,
    shelves::STOCK,
    shelf_prices::PRICE,
    people::DELETE,
    naming::UPDATE,
    particulars::FETCH,
    shop_figures::SUMMARY,
    shop_figures::TOTAL,
    shop_figures::BALANCES,
    money::MONEY,
    khata::BALANCE,
    draft_lines::CHANGE,
    draft_removals::REMOVE,
    new_bill::SALE,
];

/// So certain is a reading that must be asked back.
pub(super) const ASKED: f32 = 0.6;

/// Names the decision that a command is none.
pub(super) const NOTHING_FITS: &str = "nothing fits";

/// Reads the utterance by the first rule that fits.
pub(super) fn read(utterance: &mut Utterance) -> Found {
    let nums = utterance.nums.clone();
    for rule in RULES {
        utterance.reset();
        if let Some(mut found) = (rule.read)(utterance) {
            found.rule = if found.intent == Intent::Unknown {
                NOTHING_FITS
            } else {
                rule.name
            };
            utterance.decided_by(found.rule);
            utterance.ask_back(&mut found);
            return utterance.weigh(found);
        }
        // A rule that took digits for a telephone number took them out.
        if utterance.nums != nums {
            utterance.nums.clone_from(&nums);
        }
    }
    utterance.reset();
    utterance.decided_by(NOTHING_FITS);
    unknown()
}

pub(super) fn unknown() -> Found {
    Found {
        intent: Intent::Unknown,
        slots: Slots::default(),
        confidence: 0.3,
        rule: NOTHING_FITS,
    }
}

impl Utterance {
    /// The reading, as certain as the words left over allow.
    pub(super) fn found(&self, intent: Intent, slots: Slots) -> Option<Found> {
        let acting = intent.is_acting();
        let confidence: f32 = match (self.unexplained(), acting) {
            (0, _) => 0.95,
            // Half a name or half of what is asked for may be what is left: such a reading is right one time in three.
            (1, _) | (2, false) => ASKED,
            _ => return Some(unknown()),
        };
        let confidence = if (self.unsure || self.doubted) && acting || self.leaves_a_doubt(intent, &slots) {
            confidence.min(ASKED)
        } else {
            confidence
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
        found.confidence = found.confidence.min(ASKED);
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
    fn every_rule_is_named_as_the_one_that_decided() {
        use crate::understanding::{Options, read_with};
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
        let options = Options {
            explain: true,
            ..Options::default()
        };
        for rule in RULES {
            for text in rule.fits {
                let reading = read_with(text, now, &options);
                let named = reading.explain.iter().any(|entry| entry.rule == rule.name);
                // A breath of two commands is explained by the rules of both.
                assert!(named || !reading.also.is_empty(), "{text}: {:?}", reading.explain);
                let words = text.split_whitespace().count();
                for entry in &reading.explain {
                    assert!(
                        entry.words[0] < entry.words[1] && entry.words[1] <= words,
                        "{text}: {entry:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_tag_of_an_utterance_is_found_in_it() {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap_or_default();
        for text in RULES.iter().flat_map(|rule| rule.fits.iter().chain(rule.leaves)) {
            let Some(mut utterance) = Utterance::of(text, now, None) else {
                continue;
            };
            utterance.repair();
            for tag in utterance.toks.iter().filter_map(|tok| tok.tag) {
                assert!(utterance.has(tag), "{text}: {tag:?}");
            }
        }
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
