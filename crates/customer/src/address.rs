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

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Address")
            .field("state_code", &self.state_code)
            .finish_non_exhaustive()
    }
}
