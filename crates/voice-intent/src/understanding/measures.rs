//! The quantities that an utterance says, each in the unit that it was said in.

use super::amount::Measure;
use super::figures::measured;
use super::slots::Unit;
use super::utterance::{Utterance, unit};

/// What was measured, and in what.
pub(super) struct Measures {
    /// A number with the unit beside it.
    with_unit: Vec<(Measure, Option<Unit>)>,
    /// A number with no unit beside it.
    bare: Vec<Measure>,
    /// The numbers themselves, whatever was counted.
    spoken: Vec<Measure>,
    /// Units that were named.
    units: Vec<Unit>,
    /// Units that stand beside no number: "2 cheeni ke packet".
    apart: Vec<Unit>,
}

impl Measures {
    pub(super) fn of(utterance: &Utterance) -> Self {
        let mut this = Self {
            with_unit: Vec::new(),
            bare: Vec::new(),
            spoken: Vec::new(),
            units: Vec::new(),
            apart: Vec::new(),
        };
        for num in &utterance.nums {
            this.spoken.push(Measure::from_milli(num.milli));
            let Some(measure) = unit(utterance.tag(num.end)) else {
                this.bare.push(Measure::from_milli(num.milli));
                if let Some((milli, at)) = utterance.quarters(*num)
                    && let Some(measure) = unit(utterance.tag(at))
                {
                    this.with_unit.push(measured(milli, measure));
                }
                continue;
            };
            this.with_unit.push(measured(num.milli, measure));
            // "2 kilo 500 gram" is one quantity too.
            if let Some((milli, _)) = utterance.smaller_part(num.milli, Some(measure), num.end + 1) {
                this.with_unit.push(measured(milli, measure));
            }
        }
        for at in 0..utterance.len() {
            let Some(named) = unit(utterance.tag(at)).and_then(|measure| measured(1_000, measure).1) else {
                continue;
            };
            this.units.push(named);
            if utterance.num_before(at).is_none() {
                this.apart.push(named);
            }
        }
        this
    }

    /// Was this unit named?
    pub(super) fn name(&self, unit: Unit) -> bool {
        self.units.contains(&unit)
    }

    /// Was so much said, in this unit? What is named without a number is one.
    pub(super) fn hold(&self, quantity: Option<Measure>, unit: Option<Unit>) -> bool {
        if unit.is_some_and(|unit| !self.name(unit)) {
            return false;
        }
        let Some(quantity) = quantity else { return true };
        let one = quantity == Measure::ONE && self.one(unit);
        let beside = self.with_unit.iter().any(|(said, in_unit)| {
            *said == quantity && (*in_unit == unit || unit.is_none() && self.is_plain(*said))
        });
        let bare = self.bare.contains(&quantity) && unit.is_none_or(|unit| self.apart.contains(&unit));
        one || beside || bare
    }

    /// One of what was named without a number; in a unit only when the unit was named so.
    fn one(&self, unit: Option<Unit>) -> bool {
        unit.is_none_or(|unit| self.apart.contains(&unit))
    }

    /// Leaving a unit out is no invention, unless the number was turned into another for it.
    fn is_plain(&self, said: Measure) -> bool {
        self.spoken.contains(&said)
    }
}
