//! Biscuit tokens: minting, inspecting, narrowing and authorising.
