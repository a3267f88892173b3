//! The store on SQLite and on PostgreSQL.

mod away;
mod check;
mod contract;
mod conversations;
mod damage;
mod databases;
mod inner_faults;
mod lost_answers;
mod proxy;
mod room;
mod schema;
mod shop;
mod sqlite;
