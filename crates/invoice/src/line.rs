//! One line of a bill: what is sold, and what it comes to.

use crate::Discount;
use execora_kernel::{Label, Money, ProductId, Quantity, Unit};
use serde::{Deserialize, Serialize};

/// The most lines of one bill.
pub const LINES_MAX: usize = 200;

/// A line. Until the bill is issued a line may have no product (one that the shop does not know yet) and no price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Line {
    pub product: Option<ProductId>,
    pub name: Label,
    pub unit: Unit,
    pub quantity: Quantity,
    /// Per unit.
    pub price: Option<Money>,
    /// The price was said for this bill and is not the product's own.
    pub price_given: bool,
    pub price_includes_tax: bool,
    pub hsn: Option<String>,
    pub rate_bp: u16,
    pub cess_bp: u16,
    pub discount: Discount,
    /// What the line comes to; all zero while it has no price.
    pub amounts: Amounts,
}

/// What a line comes to. `discount` holds the line's own discount and its share of the bill's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Amounts {
    pub gross: Money,
    pub discount: Money,
    pub taxable: Money,
    pub cgst: Money,
    pub sgst: Money,
    pub igst: Money,
    pub cess: Money,
    pub total: Money,
}

impl Line {
    /// A line for examples and tests.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        clippy::expect_used,
        reason = "for examples: a plain word always fits"
    )]
    pub fn sample(
        name: &str,
        quantity: Quantity,
        price: Money,
        price_includes_tax: bool,
        rate_bp: u16,
    ) -> Self {
        Self {
            product: None,
            name: Label::parse(name).expect("a plain word"),
            unit: Unit::Piece,
            quantity,
            price: Some(price),
            price_given: false,
            price_includes_tax,
            hsn: None,
            rate_bp,
            cess_bp: 0,
            discount: Discount::None,
            amounts: Amounts::default(),
        }
    }
}
