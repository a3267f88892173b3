//! The store on SQLite and on PostgreSQL.

mod away;
mod contract;
mod conversations;
mod databases;
mod inner_faults;
mod lost_answers;
mod proxy;
mod room;
mod schema;
mod shop;
mod sqlite;
