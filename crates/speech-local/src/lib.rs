//! Speech from programs installed on this machine.

pub mod resample;
