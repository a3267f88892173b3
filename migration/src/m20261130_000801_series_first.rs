//! The number that a series began with, below which no bill is missing.

crate::ddl::step!(
    &["ALTER TABLE number_series ADD COLUMN first {int} NOT NULL DEFAULT 1"],
    undoes & ["ALTER TABLE number_series DROP COLUMN first"]
);
