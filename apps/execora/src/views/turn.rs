//! Turns on the wire (being written).
