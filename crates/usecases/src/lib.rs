//! What a shop can do: one file per verb, over one unit of work.
