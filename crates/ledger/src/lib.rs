//! Balanced journal entries, payments and the khata.
