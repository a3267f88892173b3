//! Customers; `search` holds what a list is searched by, in lower case, `directory_seq` the order of their changes.

crate::ddl::step!(
    &[
        "CREATE TABLE customer (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            name TEXT NOT NULL,
            nickname TEXT,
            phone TEXT,
            email TEXT,
            landmark TEXT,
            address TEXT,
            gstin TEXT,
            language TEXT,
            aliases TEXT NOT NULL,
            credit_limit {int} CHECK (credit_limit >= 0),
            balance {int} NOT NULL DEFAULT 0,
            status TEXT NOT NULL CHECK (status IN ('active', 'merged', 'erased')),
            merged_into {uuid},
            search TEXT NOT NULL,
            directory_seq {int} NOT NULL,
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, directory_seq),
            CHECK ((status = 'merged') = (merged_into IS NOT NULL) OR status = 'erased')
        ) {strict}",
        "CREATE INDEX ix_customer_phone ON customer (tenant_id, phone, created_at) WHERE phone IS NOT NULL",
        "CREATE INDEX ix_customer_owes ON customer (tenant_id, balance) WHERE balance > 0",
    ],
    drops "customer"
);
