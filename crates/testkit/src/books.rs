//! The books check: what every story must end with.

#![expect(
    clippy::panic,
    reason = "an assertion: books that differ must fail their test"
)]

use chrono::{DateTime, Utc};
use execora_usecases::check::check_books;
use execora_usecases::ports::Queries;

/// Fails the test, naming every difference, unless the books of every shop in the store check at `now`.
pub async fn assert_they_check(queries: &Queries, now: DateTime<Utc>) {
    match check_books(queries.check.as_ref(), now).await {
        Ok(report) if report.ok => {}
        Ok(report) => panic!("the books differ: {:#?}", report.differences),
        Err(error) => panic!("the books cannot be checked: {error}"),
    }
}
