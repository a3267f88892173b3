//! The shops in which dialogues happen, out of one line each.

use crate::books::{money, quantity};
use execora_customer::NewCustomer;
use execora_kernel::{Caller, Gstin, SessionId, Unit, UserId};
use execora_ledger::PaymentMode;
use execora_store_memory::MemoryStore;
use execora_testkit::{CountingIds, FixedClock, builders};
use execora_usecases::{Announcement, Books as _, CreateCustomer, Listener, RecordPayment, UseCases};
use std::sync::Arc;

/// Shops with a name of their own.
const NAMED: [(&str, &str); 2] = [
    (
        "kirana",
        "Rahul owes 500; Suresh; Amit owes 1200; Priya advance 300; Bharat owes 2500; \
         milk 28 per l stock 40; bread 40 per packet stock 20; cheeni 45 per kg stock 50; \
         atta 38 per kg stock 100; egg 7 per piece stock 60; maggi 14 per packet stock 30; dal 120 per kg stock 25",
    ),
    (
        "namesakes",
        "Ramesh Gupta (Mandir) owes 100; Ramesh Gupta (School) owes 200; Sunita Devi; Sunita Sharma owes 50; \
         milk 28 per l stock 40; bread 40 per packet stock 20",
    ),
];

/// A shop with one conversation in it.
pub(crate) struct Shop {
    pub(crate) cases: UseCases,
    pub(crate) clock: FixedClock,
    pub(crate) caller: Caller,
    pub(crate) store: MemoryStore,
    pub(crate) session: Option<SessionId>,
}

/// Nobody listens.
struct Deaf;

impl Listener for Deaf {
    fn committed(&self, _: execora_kernel::TenantId, _: &Announcement) {}
}

/// `Rahul owes 500 limit 1000; Ramesh (School) advance 20; milk 28 per litre stock 40; registered; language ta`
pub(crate) async fn open(described: &str) -> Result<Shop, String> {
    let (store, clock, ids) = (MemoryStore::new(), FixedClock::default(), CountingIds::new());
    let mut parts = Vec::new();
    for part in described.split(';').map(str::trim) {
        match NAMED.iter().find(|(name, _)| *name == part) {
            Some((_, whole)) => parts.extend(whole.split(';').map(str::trim)),
            None => parts.push(part),
        }
    }
    let mut shop = builders::a_shop(&ids);
    let tongue = parts.iter().find_map(|part| part.strip_prefix("language "));
    if let Some(tag) = tongue {
        shop.language = tag.to_owned();
    }
    if parts.contains(&"registered") {
        shop.gstin = Gstin::parse("29AAFCA7488L1ZW").ok();
    }
    let owner = builders::an_owner(&ids, shop.tenant);
    let caller = builders::an_owner_calling(shop.tenant, UserId::new(owner.id.uuid()));
    let mut unit = store.begin().await.unwrap();
    unit.shops().insert(&shop).await.unwrap();
    unit.shops().insert_user(&owner).await.unwrap();
    for part in parts.iter().filter(|part| part.contains(" per ")) {
        let (name, price, each, stock) = goods(part).ok_or_else(|| format!("what is sold? {part}"))?;
        let mut product = builders::a_product(&ids, shop.tenant, name, 100);
        product.price = price.map(money).transpose()?;
        product.unit = each;
        unit.products().insert(&product).await.unwrap();
        let mut movement = builders::a_movement(&ids, &product, 1);
        movement.quantity = quantity(stock)?;
        if stock != "0" {
            unit.products().move_stock(&movement, false).await.unwrap();
        }
    }
    unit.commit().await.unwrap();
    let cases = UseCases::new(
        Arc::new(store.clone()),
        store.queries(),
        Arc::new(clock.clone()),
        Arc::new(ids.clone()),
        Arc::new(Deaf),
    );
    let shop = Shop {
        cases,
        clock,
        caller,
        store,
        session: None,
    };
    let person =
        |part: &&&str| !part.contains(" per ") && !part.starts_with("language ") && **part != "registered";
    for part in parts.iter().filter(person) {
        shop.write_down(part).await?;
    }
    Ok(shop)
}

/// `milk 28 per litre stock 40`, without the price when there is none.
fn goods(part: &str) -> Option<(&str, Option<&str>, Unit, &str)> {
    let (left, right) = part.split_once(" per ")?;
    let (each, stock) = right.split_once(" stock ")?;
    let each = Unit::ALL.into_iter().find(|unit| unit.as_str() == each)?;
    let (name, price) = match left.rsplit_once(' ') {
        Some((name, price)) if price.starts_with(|c: char| c.is_ascii_digit()) => (name, Some(price)),
        _ => (left, None),
    };
    Some((name, price, each, stock))
}

impl Shop {
    async fn write_down(&self, part: &str) -> Result<(), String> {
        let (mut rest, mut limit, mut advance, mut owed) = (part, None, None, None);
        for (word, amount) in [
            (" limit ", &mut limit),
            (" advance ", &mut advance),
            (" owes ", &mut owed),
        ] {
            if let Some((before, said)) = rest.split_once(word) {
                *amount = Some(money(said)?);
                rest = before;
            }
        }
        let (name, landmark) = rest
            .strip_suffix(')')
            .and_then(|rest| rest.split_once(" ("))
            .map_or((rest, None), |(name, landmark)| (name, Some(landmark)));
        let mut new = NewCustomer::named(builders::label(name));
        new.landmark = landmark.map(builders::label);
        new.credit_limit = limit;
        let verb = CreateCustomer {
            new,
            opening_balance: owed,
        };
        let made = self.cases.perform(&self.caller, &verb, None).await;
        let made = made.map_err(|refusal| format!("{part}: {refusal:?}"))?;
        if let Some(amount) = advance {
            let verb = RecordPayment {
                customer: made.value.customer.id,
                amount,
                mode: PaymentMode::Cash,
                allocations: Vec::new(),
                received_at: None,
                reference: None,
            };
            let paid = self.cases.perform(&self.caller, &verb, None).await;
            paid.map_err(|refusal| format!("{part}: {refusal:?}"))?;
        }
        Ok(())
    }
}
