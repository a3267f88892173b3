//! Customers of a shop and finding the right one by what was heard.

pub mod customer;
pub mod directory;
pub mod error;
pub mod pincode;
pub mod ports;

pub use customer::{Address, Customer, CustomerChanges, CustomerStatus, NewCustomer};
pub use directory::{DirectoryChange, DirectoryEntry};
pub use error::CustomerError;
pub use pincode::Pincode;
pub use ports::{CustomerFilter, CustomerQueries, CustomerRepository};
