//! Contracts, builders and the fault sweep that every adapter must pass.
