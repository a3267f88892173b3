//! The store on SQLite and on PostgreSQL.

mod contract;
mod databases;
mod schema;
mod sqlite;
