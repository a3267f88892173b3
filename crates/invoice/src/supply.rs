//! Place of supply: which state's tax it is, and why.

use execora_kernel::StateCode;
use serde::{Deserialize, Serialize};

/// Why a bill has its place of supply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupplyReason {
    /// The buyer is registered there.
    BuyerGstin,
    /// The buyer's address is there.
    BuyerAddress,
    /// Nothing is known of the buyer: the shop's own state.
    ShopState,
}

/// A place of supply with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PlaceOfSupply {
    pub state: StateCode,
    pub reason: SupplyReason,
    /// Integrated tax applies.
    pub interstate: bool,
}

/// Decides the place of supply: the state of the buyer's registration, else of the address, else the shop's own.
#[must_use]
pub fn place_of_supply(
    shop: StateCode,
    registered: Option<StateCode>,
    address: Option<StateCode>,
) -> PlaceOfSupply {
    let (state, reason) = match (registered, address) {
        (Some(state), _) => (state, SupplyReason::BuyerGstin),
        (None, Some(state)) => (state, SupplyReason::BuyerAddress),
        (None, None) => (shop, SupplyReason::ShopState),
    };
    PlaceOfSupply {
        state,
        reason,
        interstate: state != shop,
    }
}
