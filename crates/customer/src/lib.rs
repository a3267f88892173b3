//! Customers of a shop and finding the right one by what was heard.
//!
//! ```
//! use execora_customer::{Decision, Directory, DirectoryChange, DirectoryEntry, Query, decide};
//! use execora_kernel::{CustomerId, Label};
//! # use uuid::Uuid;
//! let entry = |number, name| DirectoryEntry {
//!     customer: CustomerId::new(Uuid::from_u128(number)),
//!     name: Label::parse(name).unwrap(),
//!     nickname: None,
//!     aliases: Vec::new(),
//!     landmark: None,
//!     phone: None,
//!     active: true,
//! };
//! let mut directory = Directory::default();
//! directory.apply([
//!     DirectoryChange { seq: 1, entry: entry(1, "Sumit") },
//!     DirectoryChange { seq: 2, entry: entry(2, "Rahul Sharma") },
//! ]);
//! let found = directory.search(&Query::named("राहुल"), 5);
//! assert_eq!(decide(&found), Decision::Certain(CustomerId::new(Uuid::from_u128(2))));
//! // Amit is not Sumit, whoever else there is.
//! assert!(!matches!(decide(&directory.search(&Query::named("Amit"), 5)), Decision::Certain(_)));
//! ```

pub mod address;
pub mod changes;
pub mod customer;
pub mod directory;
pub mod error;
mod fit;
mod guess;
mod index;
mod near;
mod pet_names;
mod phone_index;
pub mod pincode;
pub mod ports;
pub mod score;
mod search;
mod spoken;
mod vocabulary;

pub use address::{Address, AddressChanges};
pub use changes::{CustomerChanges, NewCustomer};
pub use customer::{Customer, CustomerStatus};
pub use directory::{Directory, DirectoryChange, DirectoryEntry, Query};
pub use error::CustomerError;
pub use guess::is_guessed;
pub use pincode::Pincode;
pub use ports::{CustomerFilter, CustomerQueries, CustomerRepository};
pub use score::{Decision, Match, Reason, Score, decide};
