//! Reminders; `sort_at` keeps the last known time, so that a list goes on after one that is over meanwhile.

crate::ddl::step!(
    &[
        "CREATE TABLE reminder (
            tenant_id {uuid} NOT NULL REFERENCES shop (tenant_id),
            id {uuid} NOT NULL,
            customer_id {uuid},
            amount {int},
            send_at {int},
            recurrence TEXT,
            channel TEXT NOT NULL CHECK (channel IN ('whatsapp', 'email', 'sms')),
            message TEXT,
            stop_when_paid {bool} NOT NULL,
            status TEXT NOT NULL
                CHECK (status IN ('scheduled', 'sent', 'delivered', 'failed', 'cancelled', 'done')),
            next_send_at {int},
            sort_at {int} NOT NULL,
            attempts {int} NOT NULL CHECK (attempts >= 0),
            last_error_code TEXT,
            created_at {int} NOT NULL,
            updated_at {int} NOT NULL,
            version {int} NOT NULL CHECK (version > 0),
            PRIMARY KEY (tenant_id, id),
            CHECK ((send_at IS NULL) <> (recurrence IS NULL))
        ) {strict}",
        "CREATE INDEX ix_reminder_next ON reminder (tenant_id, sort_at, id) WHERE status = 'scheduled'",
        "CREATE INDEX ix_reminder_customer ON reminder (tenant_id, customer_id, sort_at, id)
            WHERE status = 'scheduled'",
    ],
    drops "reminder"
);
