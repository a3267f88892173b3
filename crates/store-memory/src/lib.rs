//! Every storage port in memory, atomic, for tests and embedders.
