//! The REST interface.

pub mod answer;
pub mod assets;
pub mod auth;
pub mod bills;
pub mod body;
pub mod commands;
pub mod customers;
pub mod drafts;
pub mod early;
pub mod extract;
pub mod fields;
pub mod frame;
pub mod health;
pub mod invoices;
pub mod json;
pub mod ledger;
pub mod methods;
pub mod openapi;
pub mod peer;
pub mod products;
pub mod routes;
pub mod sessions;
pub mod tenant;
pub mod traceparent;
