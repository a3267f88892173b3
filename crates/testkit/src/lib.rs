//! What tests share: a clock and ids that they decide, builders, mocks and faulty twins, the fault sweep, and the contract of every
//! port.

pub mod books;
pub mod builders;
pub mod clock;
pub mod contract;
pub mod fault;
mod faulty_gateway;
mod faulty_unit;
mod inner_sweep;
pub mod models;
pub mod speech;
pub mod story;

pub use clock::{CountingIds, FixedClock};
pub use fault::{FaultyBooks, sweep};
pub use faulty_gateway::{FaultyCache, FaultyModel, FaultyRecogniser, FaultyVoice, GatewayFault};
pub use inner_sweep::{Planted, sweep_inside};
pub use story::Story;
