//! Bills from draft to issued to cancelled, with numbering, GST and rounding.
