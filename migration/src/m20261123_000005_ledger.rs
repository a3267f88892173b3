//! The journal, which only grows, and the payments with what they settle.

crate::ddl::step!(
    &[
        "CREATE TABLE journal_entry (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            kind TEXT NOT NULL
                CHECK (kind IN ('invoice', 'payment', 'credit', 'opening', 'credit_note', 'reversal')),
            effective_on {date} NOT NULL,
            recorded_at {int} NOT NULL,
            customer_id {uuid},
            document TEXT,
            description TEXT NOT NULL,
            reverses {uuid},
            reversed_by {uuid},
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, reverses),
            FOREIGN KEY (tenant_id, reverses) REFERENCES journal_entry (tenant_id, id)
        ) {strict}",
        "CREATE INDEX ix_entry_customer ON journal_entry (tenant_id, customer_id, id)",
        "CREATE INDEX ix_entry_day ON journal_entry (tenant_id, effective_on, id)",
        "CREATE TABLE posting (
            tenant_id {uuid} NOT NULL,
            entry_id {uuid} NOT NULL,
            position {int} NOT NULL,
            account TEXT NOT NULL,
            customer_id {uuid},
            amount {int} NOT NULL,
            PRIMARY KEY (tenant_id, entry_id, position),
            FOREIGN KEY (tenant_id, entry_id) REFERENCES journal_entry (tenant_id, id),
            FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id)
        ) {strict}",
        "CREATE TABLE payment (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            customer_id {uuid} NOT NULL,
            amount {int} NOT NULL CHECK (amount > 0),
            mode TEXT NOT NULL CHECK (mode IN ('cash', 'upi', 'card', 'bank', 'cheque')),
            received_at {int} NOT NULL,
            reference TEXT,
            entry_id {uuid} NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('recorded', 'reversed')),
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id),
            UNIQUE (tenant_id, entry_id),
            FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id)
        ) {strict}",
        "CREATE INDEX ix_payment_customer ON payment (tenant_id, customer_id, id)",
        "CREATE TABLE payment_allocation (
            tenant_id {uuid} NOT NULL,
            payment_id {uuid} NOT NULL,
            position {int} NOT NULL,
            invoice_id {uuid} NOT NULL,
            amount {int} NOT NULL CHECK (amount > 0),
            PRIMARY KEY (tenant_id, payment_id, position),
            FOREIGN KEY (tenant_id, payment_id) REFERENCES payment (tenant_id, id),
            FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoice (tenant_id, id)
        ) {strict}",
        "CREATE INDEX ix_allocation_invoice ON payment_allocation (tenant_id, invoice_id)",
    ],
    drops "payment_allocation", "payment", "posting", "journal_entry"
);
