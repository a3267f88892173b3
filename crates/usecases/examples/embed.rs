//! The books inside another program: a shop in memory, a payment by a verb, a balance by words.
//!
//! `cargo run -p execora-usecases --example embed`
#![expect(clippy::print_stdout, reason = "an example shows what it did")]

use execora_customer::NewCustomer;
use execora_kernel::caller::everything;
use execora_kernel::{Caller, CredentialId, Email, Label, Money, StateCode, TenantId};
use execora_ledger::PaymentMode;
use execora_store_memory::MemoryStore;
use execora_system::{SystemClock, SystemIds};
use execora_usecases::turn::{TakeTurn, TurnInput};
use execora_usecases::{
    Announcement, CreateCustomer, Listener, OpenShop, RecordPayment, RequestKey, UseCases,
};
use std::error::Error;
use std::sync::Arc;

/// Hears what was committed. It must not wait: what takes time is sent to a queue of the program's own.
struct Told;

impl Listener for Told {
    fn committed(&self, tenant: TenantId, news: &Announcement) {
        println!("committed in {tenant}: {news:?}");
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let store = MemoryStore::new();
    let cases = UseCases::new(
        Arc::new(store.clone()),
        store.queries(),
        Arc::new(SystemClock),
        Arc::new(SystemIds),
        Arc::new(Told),
    );
    let opening = OpenShop {
        name: Label::parse("Sharma Stores")?,
        owner_email: Email::parse("asha@sharma-stores.example")?,
        gstin: None,
        state: StateCode::parse("09")?,
    };
    let opened = opening.run(&cases).await?;

    // Who signs people in is the program; a verb asks only what the caller may do.
    let owner = Caller {
        tenant: opened.shop.tenant,
        user: opened.owner.id,
        credential: CredentialId("the till".to_owned()),
        grants: everything(),
    };
    let new = NewCustomer::named(Label::parse("Suresh")?);
    let create = CreateCustomer {
        new,
        opening_balance: Some(Money::from_paise(80_000)),
    };
    let suresh = cases.perform(&owner, &create, None).await?.value.customer;

    // The same request twice is one payment.
    let payment = RecordPayment {
        customer: suresh.id,
        amount: Money::from_paise(50_000),
        mode: PaymentMode::Upi,
        allocations: Vec::new(),
        received_at: None,
        reference: None,
    };
    let key = RequestKey {
        route: "till".to_owned(),
        key: "42".to_owned(),
        fingerprint: "500 by UPI".to_owned(),
    };
    for _ in 0..2 {
        let done = cases.perform(&owner, &payment, Some(&key)).await?;
        println!(
            "Suresh owes {} paise; replayed: {}",
            done.value.balance.paise(),
            done.replayed
        );
    }

    // What belongs together is one unit of the program's own: both, or neither.
    let mut unit = cases.begin().await?;
    let mut news = Vec::new();
    for _ in 0..2 {
        let paid = cases.perform_in(unit.as_mut(), &owner, &payment).await?;
        news.extend(paid.announcement);
    }
    unit.commit().await?;
    cases.announce(owner.tenant, &news);

    let turn = TakeTurn {
        session: None,
        name: None,
        language: None,
        input: TurnInput::Said {
            text: "Suresh ka balance batao".to_owned(),
            locally: false,
        },
    };
    println!("{}", turn.run(&cases, &owner).await?.answer.text);
    Ok(())
}
