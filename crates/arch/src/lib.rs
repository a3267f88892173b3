//! The laws of the house, as tests: see `tests/`.
