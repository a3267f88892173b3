//! The list of all sentences, from which a store's tests are made.

/// Makes one test of each sentence of the contract, in a module for each noun.
///
/// ```text
/// execora_testkit::contract_tests!(MemoryHarness);
/// ```
///
/// The expression makes the harness and is evaluated anew in every test; it may `await`. The calling crate needs tokio with
/// `macros` and `rt-multi-thread`.
#[macro_export]
macro_rules! contract_tests {
    ($harness:expr) => {
        $crate::contract_tests! { $harness; units:
            the_store_gives_a_sign_of_life
            a_dropped_unit_leaves_nothing
            a_failed_unit_leaves_nothing
            others_see_a_unit_at_its_commit
            a_unit_sees_its_own_writes
            waiting_for_a_writer_ends_as_busy
            a_savepoint_takes_back_what_came_after_it
            savepoints_nest
            a_spent_unit_is_whole_again_at_its_savepoint
            a_unit_reads_lists_as_it_wrote_them
        }
        $crate::contract_tests! { $harness; turns:
            of_forty_commands_at_once_the_answered_are_booked_once
            one_yes_pressed_by_many_books_once
        }
        $crate::contract_tests! { $harness; shops:
            a_shop_comes_back_as_it_was_written
            an_unknown_shop_is_none
            settings_change_from_the_version_that_was_seen
            the_first_shops_come_oldest_first
            a_user_of_another_shop_is_unknown
            an_email_stands_once_in_a_shop
            users_are_listed_owner_first
        }
        $crate::contract_tests! { $harness; customers:
            a_customer_comes_back_as_it_was_written
            a_taken_id_is_a_duplicate
            a_new_customer_owes_nothing
            an_update_with_another_version_is_stale
            an_update_of_nobody_is_stale
            an_update_leaves_the_balance
            a_customer_of_another_shop_is_unknown
            a_shared_phone_finds_who_was_written_down_first
            a_lock_waits_and_reads_what_was_committed
            a_list_hides_the_erased
            a_search_looks_into_what_a_person_is_known_by
            a_search_is_plain_text
            pages_come_newest_first_without_gap_or_repeat
        }
        $crate::contract_tests! { $harness; customer_lists:
            a_list_can_be_narrowed_to_a_phone_and_to_what_is_new
        }
        $crate::contract_tests! { $harness; directory:
            directory_changes_come_in_order_each_once
            directory_changes_tell_of_the_gone
            a_dropped_unit_leaves_no_directory_change
            a_reader_of_the_directory_misses_nobody
        }
        $crate::contract_tests! { $harness; products:
            a_product_comes_back_as_it_was_written
            of_many_ids_those_that_exist_are_found
            a_product_of_another_shop_is_unknown
            an_update_with_another_version_is_stale
            an_update_leaves_the_stock
            a_list_of_low_stock_holds_what_is_at_its_mark_or_below
            pages_come_newest_first_without_gap_or_repeat
        }
        $crate::contract_tests! { $harness; catalog:
            catalog_changes_come_in_order_each_once
            a_reader_of_the_catalog_misses_nothing
        }
        $crate::contract_tests! { $harness; stock:
            a_movement_changes_the_stock_and_not_the_version
            a_sale_beyond_the_stock_is_short_and_changes_nothing
            a_unit_goes_on_after_short
            a_shop_that_allows_it_sells_below_zero
            goods_coming_in_are_never_short
            a_movement_of_an_unknown_product_is_corrupt
            the_last_piece_is_sold_once
            many_sellers_never_oversell
        }
        $crate::contract_tests! { $harness; drafts:
            a_draft_comes_back_as_it_was_written
            an_update_writes_the_whole_draft
            an_update_with_another_version_is_stale
            a_draft_of_another_shop_is_unknown
            drafts_are_listed_by_status_newest_first
        }
        $crate::contract_tests! { $harness; invoices:
            an_invoice_comes_back_as_it_was_written
            a_number_stands_once_in_a_shop
            an_update_leaves_lines_and_totals
            an_update_with_another_version_is_stale
            an_invoice_of_another_shop_is_unknown
            open_invoices_come_oldest_first
            what_is_paid_is_added_and_can_be_taken_back
            a_list_can_be_narrowed
            pages_come_newest_first_without_gap_or_repeat
        }
        $crate::contract_tests! { $harness; series:
            a_series_counts_from_one_by_shop_series_and_year
            one_unit_takes_several_numbers
            a_number_comes_with_the_latest_day_of_its_series
            a_series_begins_where_the_shop_says
            a_dropped_unit_gives_its_number_back
            fifty_at_once_get_one_to_fifty
        }
        $crate::contract_tests! { $harness; ledger:
            an_entry_comes_back_as_it_was_written
            an_entry_moves_its_customers_balance
            every_customer_in_the_postings_gets_its_part
            an_entry_of_nobody_moves_no_balance
            a_reversal_marks_the_entry_it_takes_back
            a_second_reversal_is_a_duplicate
            of_many_reversals_at_once_one_succeeds
            many_payments_at_once_are_exact
            an_entry_of_another_shop_is_unknown
            a_posting_of_an_unknown_customer_is_refused
            a_list_can_be_narrowed
            pages_come_newest_first_without_gap_or_repeat
            debtors_come_largest_first_and_their_sum_is_pending
            a_sound_book_sums_to_nothing
        }
        $crate::contract_tests! { $harness; payments:
            a_payment_comes_back_as_it_was_written
            the_payments_that_settle_an_invoice_are_found
            an_update_writes_status_and_allocations
            an_update_with_another_version_is_stale
            a_payment_of_another_shop_is_unknown
            pages_come_newest_first_without_gap_or_repeat
        }
        $crate::contract_tests! { $harness; reminders:
            a_reminder_comes_back_as_it_was_written
            an_update_writes_the_whole_reminder
            an_update_with_another_version_is_stale
            a_reminder_of_another_shop_is_unknown
            scheduled_reminders_come_next_first
            a_list_goes_on_after_one_that_is_over_meanwhile
        }
        $crate::contract_tests! { $harness; reports:
            a_summary_is_of_its_days_and_its_shop
            what_was_taken_back_is_in_no_summary
            a_statement_holds_the_entries_of_its_days_the_oldest_first
            a_statement_closes_with_what_is_owed_at_its_end
            a_short_statement_holds_the_last_entries
            a_statement_of_another_shop_is_empty
        }
        $crate::contract_tests! { $harness; sessions:
            a_session_comes_back_as_it_was_written
            an_update_writes_language_state_and_end
            a_turn_comes_back_as_it_was_written
            a_session_of_another_shop_is_unknown
            the_last_turns_come_oldest_first
            pages_come_newest_first_without_gap_or_repeat
        }
        $crate::contract_tests! { $harness; idempotency:
            a_second_claim_sees_the_first_answer
            another_shop_credential_route_or_key_is_another_request
            a_dropped_unit_gives_its_claim_back
            an_expired_claim_counts_as_never_made
            a_second_claim_waits_for_the_running_one_and_sees_its_answer
            a_second_claim_is_new_when_the_running_one_is_dropped
            of_many_claims_at_once_one_is_new
        }
        $crate::contract_tests! { $harness; credentials:
            a_code_is_taken_once
            a_code_is_good_for_its_own_purpose_alone
            an_expired_code_is_worthless
            a_dropped_unit_gives_the_code_back
            of_many_takers_at_once_one_gets_the_code
        }
        $crate::contract_tests! { $harness; sign_ins:
            a_refresh_token_comes_back_as_it_was_written
            a_refresh_token_is_used_once
            revoking_a_sign_in_ends_all_its_tokens
            of_many_uses_at_once_one_is_first
        }
        $crate::contract_tests! { $harness; revocations:
            revocations_come_in_the_order_of_their_changes
            what_is_revoked_again_counts_to_the_later_end
            a_dropped_unit_revokes_nothing
            a_reader_of_revocations_misses_none
            a_published_key_can_be_dropped
        }
        $crate::contract_tests! { $harness; retention:
            old_turns_go_a_few_at_a_time
            an_old_conversation_goes_after_its_turns
            old_answers_of_requests_go
            expired_secrets_and_revocations_go
        }
        $crate::contract_tests! { $harness; check:
            a_view_is_of_one_moment_and_keeps_no_writer_waiting
            parts_come_in_the_order_of_ids_each_row_once
            papers_are_seen_with_their_parts
            stock_is_seen_with_its_movements
            answers_come_in_the_order_of_their_names
            what_a_shop_does_not_have_is_missing
        }
    };
    ($harness:expr; $noun:ident: $($sentence:ident)+) => {
        mod $noun {

            use super::*;

            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $sentence() {
                    let harness = $harness;
                    $crate::contract::$noun::$sentence(&harness).await;
                }
            )+
        }
    };
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_sentence_of_the_contract_is_listed() {
        let listing = include_str!("listing.rs");
        let nouns = [
            include_str!("units.rs"),
            include_str!("shops.rs"),
            include_str!("customers.rs"),
            include_str!("directory.rs"),
            include_str!("products.rs"),
            include_str!("catalog.rs"),
            include_str!("stock.rs"),
            include_str!("drafts.rs"),
            include_str!("invoices.rs"),
            include_str!("series.rs"),
            include_str!("ledger.rs"),
            include_str!("payments.rs"),
            include_str!("reminders.rs"),
            include_str!("sessions.rs"),
            include_str!("idempotency.rs"),
            include_str!("credentials.rs"),
            include_str!("check.rs"),
        ];
        let mut sentences = 0;
        for noun in nouns {
            for line in noun.lines() {
                let Some(rest) = line.strip_prefix("pub async fn ") else {
                    continue;
                };
                let sentence = rest.split('(').next().unwrap_or_default();
                let listed = listing.lines().any(|line| line.trim() == sentence);
                assert!(listed, "{sentence} is not listed");
                sentences += 1;
            }
        }
        assert!(sentences > 90, "only {sentences} found: has their form changed?");
    }
}
