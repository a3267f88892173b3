//! What a shop sells: products with units, prices and dated GST rates, and the movements of their stock.
//!
//! ```
//! use execora_inventory::{GstRate, rate_on};
//! let rates = [GstRate { rate_bp: 1200, cess_bp: 0, from: "2017-07-01".parse().unwrap() },
//!              GstRate { rate_bp: 500, cess_bp: 0, from: "2025-09-22".parse().unwrap() }];
//! assert_eq!(rate_on(&rates, "2025-09-21".parse().unwrap()).map(|r| r.rate_bp), Some(1200));
//! assert_eq!(rate_on(&rates, "2025-09-22".parse().unwrap()).map(|r| r.rate_bp), Some(500));
//! ```

pub mod catalog;
mod everyday_names;
pub mod gst_rate;
pub mod movement;
pub mod ports;
pub mod product;

pub use catalog::{Catalog, CatalogChange, CatalogEntry, CatalogMatch};
pub use gst_rate::{GstRate, HsnCode, RatesRefused, check_rates, rate_on};
pub use movement::{Movement, MovementReason, MovementRefused, signed};
pub use ports::{ProductFilter, ProductQueries, ProductRepository, StockMove};
pub use product::{NewProduct, Product, ProductChanges};
