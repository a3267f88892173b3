//! Products with their stock in thousandths, and every movement of it.

crate::ddl::step!(
    &[
        "CREATE TABLE product (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            name TEXT NOT NULL,
            aliases TEXT NOT NULL,
            unit TEXT NOT NULL,
            price {int} CHECK (price >= 0),
            price_includes_tax {bool} NOT NULL,
            hsn TEXT,
            gst_rates TEXT NOT NULL,
            low_stock_at {int},
            stock {int} NOT NULL,
            catalog_seq {int} NOT NULL,
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, catalog_seq)
        ) {strict}",
        "CREATE INDEX ix_product_low ON product (tenant_id, id) WHERE stock <= low_stock_at",
        "CREATE TABLE stock_movement (
            tenant_id {uuid} NOT NULL,
            id {uuid} NOT NULL,
            product_id {uuid} NOT NULL,
            reason TEXT NOT NULL CHECK (reason IN ('purchase', 'sale', 'return', 'adjustment', 'damage')),
            quantity {int} NOT NULL CHECK (quantity <> 0),
            cost {int},
            note TEXT,
            invoice_id {uuid},
            at {int} NOT NULL,
            PRIMARY KEY (tenant_id, id),
            FOREIGN KEY (tenant_id, product_id) REFERENCES product (tenant_id, id)
        ) {strict}",
    ],
    drops "stock_movement", "product"
);
