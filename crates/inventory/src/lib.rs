//! Products, units, prices and stock movements.
