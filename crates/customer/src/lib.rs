//! Customers of a shop and finding the right one by what was heard.
