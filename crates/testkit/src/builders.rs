//! Things of a shop with everything filled in, so that a test says only what matters to it.

#![expect(
    clippy::expect_used,
    reason = "only tests call this, and a test that names what cannot be must stop"
)]

use crate::clock::START;
use chrono::{DateTime, Utc};
use execora_customer::{Customer, NewCustomer};
use execora_inventory::{GstRate, Movement, MovementReason, NewProduct, Product};
use execora_kernel::{
    Caller, CredentialId, CustomerId, Email, Grants, IdSource, Label, Money, MovementId, Phone, ProductId,
    Quantity, Right, Rights, StateCode, TenantId, Unit, UserId,
};
use execora_usecases::shop::{Shop, User};
use std::sync::Arc;

/// A name or another short text.
#[must_use]
pub fn label(text: &str) -> Label {
    Label::parse(text).expect("a short text")
}

/// An Indian phone number.
#[must_use]
pub fn phone(text: &str) -> Phone {
    Phone::parse(text).expect("a phone number")
}

/// A shop in Karnataka with the usual settings.
#[must_use]
pub fn a_shop(ids: &dyn IdSource) -> Shop {
    let state = StateCode::parse("29").expect("Karnataka");
    Shop::create(
        TenantId::new(ids.next()),
        label("Sharma Stores"),
        None,
        state,
        START,
    )
}

/// The owner of a shop.
#[must_use]
pub fn an_owner(ids: &dyn IdSource, tenant: TenantId) -> User {
    User {
        id: UserId::new(ids.next()),
        tenant,
        name: label("Asha Sharma"),
        email: Email::parse("asha@sharma-stores.example").expect("an address"),
        phone: None,
        role: "owner".to_owned(),
        created_at: START,
        updated_at: START,
        version: 1,
    }
}

/// A customer of whom only the name is known.
#[must_use]
pub fn a_customer(ids: &dyn IdSource, tenant: TenantId, name: &str) -> Customer {
    let new = NewCustomer::named(label(name));
    Customer::create(new, CustomerId::new(ids.next()), tenant, START).expect("a name is enough")
}

/// A product sold by the piece at this price, tax included, at 5 % GST; nothing is in stock.
#[must_use]
pub fn a_product(ids: &dyn IdSource, tenant: TenantId, name: &str, price_paise: i64) -> Product {
    let new = NewProduct {
        name: label(name),
        aliases: Vec::new(),
        unit: Unit::Piece,
        price: Some(Money::from_paise(price_paise)),
        price_includes_tax: true,
        hsn: None,
        gst_rates: vec![GstRate {
            rate_bp: 500,
            cess_bp: 0,
            from: DateTime::UNIX_EPOCH.date_naive(),
        }],
        low_stock_at: None,
    };
    Product::create(new, ProductId::new(ids.next()), tenant, START)
}

/// So many pieces coming in (or, when negative, counted away).
#[must_use]
pub fn a_movement(ids: &dyn IdSource, product: &Product, pieces: i64) -> Movement {
    Movement {
        id: MovementId::new(ids.next()),
        tenant: product.tenant,
        product: product.id,
        reason: MovementReason::Adjustment,
        quantity: Quantity::from_whole(pieces).expect("a countable number"),
        cost: None,
        note: None,
        invoice: None,
        at: START,
    }
}

/// Somebody who may do everything in this shop.
#[must_use]
pub fn an_owner_calling(shop: TenantId, user: UserId) -> Caller {
    caller(shop, user, Rights::all())
}

/// Somebody who may do what `rights` say (`customers:read, ledger:*`) and nothing else.
#[must_use]
pub fn a_caller_with(rights: &str, shop: TenantId, user: UserId) -> Caller {
    caller(shop, user, Rights::parse(rights).expect("a list of rights"))
}

/// Somebody whose every right is limited to one customer.
#[must_use]
pub fn a_caller_for(customer: CustomerId, rights: Rights, shop: TenantId, user: UserId) -> Caller {
    let grants = Granted {
        rights,
        only: Some(customer),
        until: DateTime::<Utc>::MAX_UTC,
    };
    Caller {
        tenant: shop,
        user,
        credential: CredentialId("test".to_owned()),
        grants: Arc::new(grants),
    }
}

fn caller(tenant: TenantId, user: UserId, rights: Rights) -> Caller {
    let grants = Granted {
        rights,
        only: None,
        until: DateTime::<Utc>::MAX_UTC,
    };
    Caller {
        tenant,
        user,
        credential: CredentialId("test".to_owned()),
        grants: Arc::new(grants),
    }
}

struct Granted {
    rights: Rights,
    only: Option<CustomerId>,
    until: DateTime<Utc>,
}

impl Grants for Granted {
    fn permits(&self, right: Right, customer: Option<CustomerId>, at: DateTime<Utc>) -> bool {
        let named = self.only.is_none() || customer == self.only;
        named && at < self.until && self.rights.has(right)
    }
    fn rights(&self) -> &Rights {
        &self.rights
    }
    fn expires_at(&self) -> DateTime<Utc> {
        self.until
    }
}
