//! Payments, udhaar, and entries taken back: what is owed is what the book says.

use crate::manners::{Foreign, keeps_manners};
use crate::world::{Shop, TODAY, at_once, bill, borrows, item, nobody, opened, paise, pays, pieces, rupees};
use chrono::TimeDelta;
use execora_customer::{CustomerChanges, NewCustomer};
use execora_invoice::{Invoice, InvoiceStatus};
use execora_kernel::{CustomerId, EntryId, InvoiceId, Money, Right, money::AMOUNT_MAX};
use execora_ledger::{Account, Allocation, EntryKind, PaymentMode, PaymentStatus};
use execora_testkit::{builders::label, clock::START};
use execora_usecases::{
    CancelInvoice, CreateCustomer, Expected, GiveCredit, RecordPayment, Refusal, RemoveCustomer,
    ReverseEntry, Subject, UpdateCustomer,
};
use std::sync::Arc;

fn reversing(entry: EntryId) -> ReverseEntry {
    ReverseEntry { entry, reason: None }
}

fn naming(parts: &[(&Invoice, i64)], amount: i64) -> RecordPayment {
    let part = |(invoice, amount): &(&Invoice, i64)| Allocation {
        invoice: invoice.id,
        amount: rupees(*amount),
    };
    RecordPayment {
        allocations: parts.iter().map(part).collect(),
        ..pays(parts[0].0.customer, amount)
    }
}

fn settled(payment: &execora_ledger::Payment) -> Vec<(InvoiceId, Money)> {
    let parts = payment.allocations.iter();
    parts.map(|part| (part.invoice, part.amount)).collect()
}

/// Bills of ₹28, ₹56 and ₹84 for Suresh, the oldest first.
async fn with_bills() -> (Shop, [Invoice; 3]) {
    let shop = Shop::open_with(|shop| shop.allow_backdating = true).await;
    let (suresh, milk) = (shop.customer("Suresh"), shop.product("Milk"));
    // The oldest is written last: it is the date that counts.
    let mut oldest = bill(suresh, vec![item(milk, 1)]);
    oldest.date = TODAY.pred_opt();
    let second = shop.done(&bill(suresh, vec![item(milk, 2)])).await.invoice;
    let third = shop.done(&bill(suresh, vec![item(milk, 3)])).await.invoice;
    let first = shop.done(&oldest).await.invoice;
    (shop, [first, second, third])
}

#[tokio::test]
async fn a_payment_is_booked_whole_or_not_at_all() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::PAYMENTS_CREATE], foreign, async || {
        let (shop, [first, ..]) = with_bills().await;
        (shop, pays(first.customer, 100))
    })
    .await;
}

#[tokio::test]
async fn udhaar_is_booked_whole_or_not_at_all() {
    let foreign = Foreign::Refused(Refusal::UnknownCustomer);
    keeps_manners(&[Right::PAYMENTS_CREATE], foreign, async || {
        let shop = Shop::open().await;
        let verb = borrows(shop.customer("Suresh"), 100);
        (shop, verb)
    })
    .await;
}

#[tokio::test]
async fn an_entry_is_reversed_whole_or_not_at_all() {
    let foreign = || Foreign::Refused(Refusal::NotFound);
    keeps_manners(&[Right::PAYMENTS_REVERSE], foreign(), async || {
        let (shop, [first, ..]) = with_bills().await;
        let paid = shop.done(&pays(first.customer, 100)).await.payment;
        (shop, reversing(paid.entry))
    })
    .await;
    let of_a_bill = [Right::PAYMENTS_REVERSE, Right::INVOICES_CANCEL];
    keeps_manners(&of_a_bill, foreign(), async || {
        let (shop, [first, ..]) = with_bills().await;
        shop.done(&pays(first.customer, 20)).await;
        (shop, reversing(first.entry))
    })
    .await;
}

#[tokio::test]
async fn amounts_are_more_than_nothing_and_at_most_ten_crore() {
    let shop = Shop::open().await;
    let suresh = shop.customer("Suresh");
    let paying = |amount| RecordPayment {
        amount: paise(amount),
        ..pays(suresh, 1)
    };
    let lending = |amount| GiveCredit {
        amount: paise(amount),
        ..borrows(suresh, 1)
    };
    let refusal = Refusal::out_of_range(Subject::Amount);
    let most = AMOUNT_MAX.paise();
    for amount in [0, -1, most + 1, i64::MAX, i64::MIN] {
        assert_eq!(shop.refused(&paying(amount)).await, refusal, "{amount}");
        assert_eq!(shop.refused(&lending(amount)).await, refusal, "{amount}");
    }
    for amount in [1, most] {
        assert_eq!(shop.done(&paying(amount)).await.balance, paise(-amount));
        assert_eq!(shop.done(&lending(amount)).await.balance, Money::ZERO);
    }
}

#[tokio::test]
async fn a_payment_settles_the_oldest_first_and_the_rest_is_an_advance() {
    for (amount, parts, advance) in [
        (20, vec![20], 0),
        (28, vec![28], 0),
        (100, vec![28, 56, 16], 0),
        (168, vec![28, 56, 84], 0),
        (200, vec![28, 56, 84], 32),
    ] {
        let (shop, bills) = with_bills().await;
        let paid = shop.done(&pays(bills[0].customer, amount)).await;
        let expected: Vec<_> = bills
            .iter()
            .map(|bill| bill.id)
            .zip(parts.into_iter().map(rupees))
            .collect();
        assert_eq!(settled(&paid.payment), expected, "{amount}");
        assert_eq!(paid.payment.advance(), rupees(advance));
        assert_eq!(paid.balance, rupees(168 - amount));
    }
}

#[tokio::test]
async fn what_the_payer_named_is_settled_before_the_oldest() {
    let (shop, [first, second, third]) = with_bills().await;
    let paid = shop
        .done(&naming(&[(&third, 50), (&third, 10)], 100))
        .await
        .payment;
    let expected = [
        (third.id, rupees(60)),
        (first.id, rupees(28)),
        (second.id, rupees(12)),
    ];
    assert_eq!(settled(&paid), expected);
}

#[tokio::test]
async fn no_bill_is_settled_beyond_what_is_open() {
    let (shop, [first, second, third]) = with_bills().await;
    shop.done(&naming(&[(&second, 50)], 50)).await;
    let cancel = CancelInvoice {
        invoice: third.id,
        reason: label("wrong goods"),
    };
    shop.done(&cancel).await;
    let rahul = shop.customer("Rahul Sharma");
    let others = bill(rahul, vec![item(shop.product("Bread"), 1)]);
    let others = shop.done(&others).await.invoice;
    for (parts, amount) in [
        (vec![(&first, 29)], 100),
        (vec![(&first, 20), (&first, 9)], 100),
        (vec![(&first, 28), (&second, 1)], 28),
        (vec![(&second, 7)], 100),
        (vec![(&first, 1), (&third, 1)], 100),
        (vec![(&first, 1), (&others, 1)], 100),
    ] {
        let refused = shop.refused(&naming(&parts, amount)).await;
        assert_eq!(refused, Refusal::AllocationExceedsOpen);
    }
    for part in [0, -1] {
        let refused = shop.refused(&naming(&[(&first, part)], 100)).await;
        assert_eq!(refused, Refusal::out_of_range(Subject::Amount));
    }
    shop.done(&naming(&[(&first, 28), (&second, 6)], 34)).await;
}

#[tokio::test]
async fn money_counts_for_the_local_day_on_which_it_came() {
    let shop = Shop::open().await;
    let received = |at| RecordPayment {
        received_at: Some(at),
        ..pays(shop.customer("Suresh"), 10)
    };
    // The shop's day began at 18:30 UTC of the day before.
    for (ago, on) in [
        (TimeDelta::zero(), TODAY),
        (TimeDelta::hours(10), TODAY),
        (TimeDelta::minutes(601), TODAY.pred_opt().unwrap()),
    ] {
        let paid = shop.done(&received(START - ago)).await.payment;
        assert_eq!(shop.rows().entry(paid.entry).effective_on, on, "{ago}");
    }
    let later = received(START + TimeDelta::seconds(1));
    let refused = shop.refused(&later).await;
    assert_eq!(refused, Refusal::out_of_range(Subject::ReceivedAt));
}

#[tokio::test]
async fn money_lands_on_the_account_of_its_mode() {
    use PaymentMode::{Bank, Card, Cash, Cheque, Upi};
    let shop = Shop::open().await;
    for mode in [Cash, Upi, Card, Bank, Cheque] {
        let verb = RecordPayment {
            mode,
            ..pays(shop.customer("Suresh"), 10)
        };
        let paid = shop.done(&verb).await.payment;
        let rows = shop.rows();
        let posted: Vec<_> = rows
            .entry(paid.entry)
            .postings
            .iter()
            .map(|p| (p.account, p.amount))
            .collect();
        assert_eq!(
            posted,
            [(mode.account(), rupees(10)), (Account::Receivable, rupees(-10))]
        );
    }
}

#[tokio::test]
async fn nothing_is_booked_on_a_customer_who_is_not_there() {
    let shop = Shop::open().await;
    let made = shop.done(&opened("Geeta", 500)).await;
    let gone = RemoveCustomer {
        customer: made.customer.id,
        opening: made.opening,
    };
    shop.done(&gone).await;
    for customer in [gone.customer, CustomerId::new(nobody(gone.customer))] {
        assert_eq!(shop.refused(&pays(customer, 1)).await, Refusal::UnknownCustomer);
        assert_eq!(
            shop.refused(&borrows(customer, 1)).await,
            Refusal::UnknownCustomer
        );
    }
    let unknown = EntryId::new(nobody(gone.customer));
    assert_eq!(shop.refused(&reversing(unknown)).await, Refusal::NotFound);
}

#[tokio::test]
async fn udhaar_goes_up_to_the_credit_limit_and_no_further() {
    let shop = Shop::open().await;
    let suresh = limited(&shop, 500).await;
    shop.done(&borrows(suresh, 400)).await;
    let exceeded = Refusal::CreditLimitExceeded { limit: rupees(500) };
    assert_eq!(shop.refused(&borrows(suresh, 101)).await, exceeded);
    assert_eq!(shop.done(&borrows(suresh, 100)).await.balance, rupees(500));
    let one = GiveCredit {
        amount: paise(1),
        ..borrows(suresh, 1)
    };
    assert_eq!(shop.refused(&one).await, exceeded);
    // An advance is there to be used up.
    shop.done(&pays(suresh, 700)).await;
    assert_eq!(shop.done(&borrows(suresh, 700)).await.balance, rupees(500));
}

async fn limited(shop: &Shop, limit: i64) -> CustomerId {
    let verb = UpdateCustomer {
        customer: shop.customer("Suresh"),
        expected: Expected::Any,
        changes: CustomerChanges {
            credit_limit: Some(Some(rupees(limit))),
            ..CustomerChanges::default()
        },
    };
    shop.done(&verb).await.customer.id
}

#[tokio::test]
async fn a_reversed_payment_opens_again_what_it_had_settled() {
    let (shop, [first, second, _]) = with_bills().await;
    let kept = shop.done(&pays(first.customer, 10)).await.payment;
    let paid = shop.done(&pays(first.customer, 40)).await;
    assert_eq!(paid.balance, rupees(118));
    let reversed = shop.done(&reversing(paid.payment.entry)).await;
    assert_eq!(
        (reversed.balance, reversed.entry.kind),
        (rupees(158), EntryKind::Reversal)
    );
    let rows = shop.rows();
    assert_eq!(
        (rows.invoice(first.id).paid, rows.invoice(second.id).paid),
        (rupees(10), Money::ZERO)
    );
    let stored = rows
        .payments
        .iter()
        .find(|payment| payment.id == paid.payment.id)
        .unwrap();
    assert_eq!(
        (stored.status, stored.advance()),
        (PaymentStatus::Reversed, Money::ZERO)
    );
    assert!(rows.payments.contains(&kept));
}

#[tokio::test]
async fn a_payment_of_a_cancelled_bill_can_still_be_reversed() {
    let (shop, [first, second, _]) = with_bills().await;
    let paid = shop.done(&pays(first.customer, 40)).await.payment;
    let cancel = CancelInvoice {
        invoice: first.id,
        reason: label("wrong goods"),
    };
    shop.done(&cancel).await;
    let reversed = shop.done(&reversing(paid.entry)).await;
    assert_eq!(reversed.balance, rupees(140));
    let rows = shop.rows();
    assert_eq!(
        (rows.invoice(first.id).paid, rows.invoice(second.id).paid),
        (Money::ZERO, Money::ZERO)
    );
}

#[tokio::test]
async fn every_kind_of_entry_is_reversed_once() {
    let (shop, [first, ..]) = with_bills().await;
    let opening = CreateCustomer {
        new: NewCustomer::named(label("Geeta")),
        opening_balance: Some(rupees(-500)),
    };
    let opening = shop.done(&opening).await.opening.unwrap();
    let credit = shop.done(&borrows(first.customer, 70)).await.entry.id;
    let payment = shop.done(&pays(first.customer, 90)).await.payment.entry;
    for entry in [opening, credit, payment, first.entry] {
        let reversed = shop.done(&reversing(entry)).await.entry;
        assert_eq!(
            (reversed.reverses, reversed.kind),
            (Some(entry), EntryKind::Reversal)
        );
        assert_eq!(shop.refused(&reversing(entry)).await, Refusal::AlreadyReversed);
        assert_eq!(
            shop.refused(&reversing(reversed.id)).await,
            Refusal::AlreadyReversed
        );
    }
    assert_eq!(shop.balance("Geeta"), Money::ZERO);
    assert_eq!(shop.balance("Suresh"), rupees(56 + 84));
}

#[tokio::test]
async fn reversing_the_entry_of_a_bill_cancels_the_bill() {
    let (shop, [first, second, _]) = with_bills().await;
    let verb = ReverseEntry {
        entry: first.entry,
        reason: Some(label("counted twice")),
    };
    let reversed = shop.done(&verb).await;
    assert_eq!(reversed.balance, rupees(56 + 84));
    let rows = shop.rows();
    let gone = rows.invoice(first.id);
    assert_eq!(
        (gone.status, gone.cancel_reason.clone()),
        (InvoiceStatus::Cancelled, verb.reason)
    );
    assert_eq!(shop.stock("Milk"), pieces(10 - 5));
    let cancel = CancelInvoice {
        invoice: second.id,
        reason: label("wrong goods"),
    };
    shop.done(&cancel).await;
    assert_eq!(
        shop.refused(&reversing(second.entry)).await,
        Refusal::AlreadyReversed
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_payments_at_once_are_all_booked() {
    let (shop, bills) = with_bills().await;
    let shop = Arc::new(shop);
    let payments = (1..=50).map(|n| pays(bills[0].customer, n)).collect();
    let paid = at_once(&shop, payments).await;
    assert!(paid.iter().all(Result::is_ok));
    assert_eq!(shop.balance("Suresh"), rupees(168 - 50 * 51 / 2));
    let rows = shop.rows();
    rows.assert_sound();
    assert!(
        bills
            .iter()
            .all(|bill| rows.invoice(bill.id).open() == Money::ZERO)
    );
    let advance = Money::sum(rows.payments.iter().map(|payment| payment.advance()));
    assert_eq!(advance, Some(rupees(50 * 51 / 2 - 168)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_credit_limit_holds_for_udhaar_at_once() {
    let shop = Arc::new(Shop::open().await);
    let suresh = limited(&shop, 500).await;
    let asked = at_once(&shop, vec![borrows(suresh, 100); 9]).await;
    let (given, refused): (Vec<_>, Vec<_>) = asked.into_iter().partition(Result::is_ok);
    assert_eq!(given.len(), 5);
    assert!(
        refused
            .into_iter()
            .all(|one| one == Err(Refusal::CreditLimitExceeded { limit: rupees(500) }))
    );
    assert_eq!(shop.balance("Suresh"), rupees(500));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_entry_reversed_by_many_hands_is_reversed_once() {
    let (shop, [first, ..]) = with_bills().await;
    let shop = Arc::new(shop);
    let paid = shop.done(&pays(first.customer, 40)).await.payment;
    let asked = at_once(&shop, vec![reversing(paid.entry); 8]).await;
    let (done, refused): (Vec<_>, Vec<_>) = asked.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 1);
    assert!(
        refused
            .into_iter()
            .all(|one| one == Err(Refusal::AlreadyReversed))
    );
    assert_eq!(shop.balance("Suresh"), rupees(168));
    shop.rows().assert_sound();
}
