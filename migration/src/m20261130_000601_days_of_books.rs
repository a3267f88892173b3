//! The first day of a shop's books, what else it allows, and the latest day of each number series.
//!
//! A bill dated `1926-11-30` took its number from the counter of 1926 and was printed as one of 2026, so that the counter of 2026
//! gave that number again and every bill was refused. The counter of the year that was printed goes on after such numbers; the
//! bills stay as they were issued.

crate::ddl::step!(
    &[
        "ALTER TABLE shop ADD COLUMN allow_other_rates {bool} NOT NULL DEFAULT FALSE",
        "ALTER TABLE shop ADD COLUMN allow_backdating {bool} NOT NULL DEFAULT FALSE",
        "ALTER TABLE shop ADD COLUMN books_from {date}",
        "ALTER TABLE number_series ADD COLUMN last_date {date}",
        "UPDATE number_series SET last_date = (
            SELECT MAX(bill_date) FROM invoice
            WHERE invoice.tenant_id = number_series.tenant_id AND invoice.series = number_series.series
            AND invoice.financial_year = number_series.financial_year)",
        "INSERT INTO number_series (tenant_id, series, financial_year, last, last_date)
            SELECT tenant_id, series, 2000 + (financial_year % 100 + 100) % 100, MAX(last), MAX(last_date)
            FROM number_series WHERE financial_year < 2000
            GROUP BY tenant_id, series, 2000 + (financial_year % 100 + 100) % 100
            ON CONFLICT (tenant_id, series, financial_year) DO UPDATE SET last =
                CASE WHEN excluded.last > number_series.last THEN excluded.last ELSE number_series.last END",
    ],
    undoes
        & [
            "ALTER TABLE number_series DROP COLUMN last_date",
            "ALTER TABLE shop DROP COLUMN books_from",
            "ALTER TABLE shop DROP COLUMN allow_backdating",
            "ALTER TABLE shop DROP COLUMN allow_other_rates",
        ]
);
