//! Where a customer lives.

use crate::Pincode;
use execora_kernel::{Label, StateCode};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a customer lives; every part may be unknown.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// House and street.
    pub line1: Option<Label>,
    /// The rest of the address.
    pub line2: Option<Label>,
    /// Town or village.
    pub city: Option<Label>,
    /// GST code of the state.
    pub state_code: Option<StateCode>,
    /// Postal code.
    pub pincode: Option<Pincode>,
}

/// A parsed merge patch of an address: `None` keeps a part, `Some(None)` clears it, `Some(Some(_))` sets it.
#[derive(Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the parts are those of an address")]
pub struct AddressChanges {
    pub line1: Option<Option<Label>>,
    pub line2: Option<Option<Label>>,
    pub city: Option<Option<Label>>,
    pub state_code: Option<Option<StateCode>>,
    pub pincode: Option<Option<Pincode>>,
}

impl AddressChanges {
    /// The address after the changes; where none was known, what is set is all of it.
    #[must_use]
    pub fn onto(self, before: Option<&Address>) -> Address {
        let before = before.cloned().unwrap_or_default();
        Address {
            line1: self.line1.unwrap_or(before.line1),
            line2: self.line2.unwrap_or(before.line2),
            city: self.city.unwrap_or(before.city),
            state_code: self.state_code.unwrap_or(before.state_code),
            pincode: self.pincode.unwrap_or(before.pincode),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("state_code", &self.state_code)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merge_keeps_clears_and_sets_parts() {
        let before = Address {
            city: Label::parse("Pune").ok(),
            state_code: StateCode::parse("27").ok(),
            ..Address::default()
        };
        let changes = AddressChanges {
            line1: Some(Label::parse("1 Market Road").ok()),
            state_code: Some(None),
            ..AddressChanges::default()
        };
        let after = changes.clone().onto(Some(&before));
        assert_eq!(after.line1, Label::parse("1 Market Road").ok());
        assert_eq!((after.city, after.state_code), (before.city, None));
        assert_eq!(changes.onto(None).city, None);
    }
}
