//! Shops with the counters of their changes, and the people who sign in to them.

crate::ddl::step!(
    &[
        "CREATE TABLE shop (
            tenant_id {uuid} NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            address TEXT,
            gstin TEXT,
            state TEXT NOT NULL,
            zone TEXT NOT NULL,
            language TEXT NOT NULL,
            series TEXT NOT NULL,
            round_to_rupee {bool} NOT NULL,
            allow_negative_stock {bool} NOT NULL,
            confirm_above {int} NOT NULL CHECK (confirm_above >= 0),
            quiet_from TEXT NOT NULL,
            quiet_to TEXT NOT NULL,
            customer_seq {int} NOT NULL DEFAULT 0,
            product_seq {int} NOT NULL DEFAULT 0,
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0)
        ) {strict}",
        "CREATE TABLE app_user (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            name TEXT NOT NULL,
            email TEXT NOT NULL,
            phone TEXT,
            role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'staff', 'viewer')),
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, email)
        ) {strict}",
        "CREATE INDEX ix_shop_age ON shop (created_at, tenant_id)",
    ],
    drops "app_user", "shop"
);
