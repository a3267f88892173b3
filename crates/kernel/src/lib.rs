//! Ids, money, quantities, clocks, callers and errors that every room of Execora shares.
//!
//! ```
//! use execora_kernel::{Money, Quantity};
//! let price = Money::from_paise(4_500);
//! let half_kilo = Quantity::parse("0.5").unwrap();
//! assert_eq!(price.times(half_kilo), Some(Money::from_paise(2_250)));
//! ```

pub mod caller;
pub mod clock;
pub mod contact;
pub mod error;
pub mod gstin;
pub mod ids;
pub mod money;
pub mod page;
pub mod quantity;
pub mod right;
pub mod unit;
pub mod words;
pub mod zone;

pub use caller::{Caller, CredentialId, Grants};
pub use clock::{Clock, IdSource};
pub use contact::{Email, Phone};
pub use error::{GatewayError, StoreError};
pub use gstin::{Gstin, StateCode};
pub use ids::*;
pub use money::Money;
pub use page::{Page, PageRequest};
pub use quantity::Quantity;
pub use right::{Right, Rights};
pub use unit::Unit;
pub use words::{Label, TextRefused};
pub use zone::ShopZone;
