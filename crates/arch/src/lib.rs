//! The dependency rule and other laws of the house, as tests.
