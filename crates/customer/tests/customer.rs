//! What may happen to one customer.
#![expect(clippy::unwrap_used)]

use chrono::{DateTime, Utc};
use execora_customer::{
    Address, Customer, CustomerChanges, CustomerError, CustomerStatus, NewCustomer, Pincode, is_guessed,
};
use execora_kernel::{CustomerId, Email, Gstin, Label, Money, Phone, StateCode, TenantId};
use uuid::Uuid;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
}

fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn id(number: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(number))
}

fn address(state: &str) -> Address {
    Address {
        line1: Some(label("4 Mandir Road")),
        city: Some(label("Lucknow")),
        state_code: StateCode::parse(state).ok(),
        pincode: Pincode::parse("226001").ok(),
        ..Address::default()
    }
}

fn rahul() -> Customer {
    let new = NewCustomer {
        nickname: Some(label("Chintu")),
        phone: Phone::parse("9876543210").ok(),
        email: Email::parse("rahul@example.in").ok(),
        landmark: Some(label("mandir")),
        address: Some(address("09")),
        gstin: Gstin::parse("27AAPFU0939F1ZV").ok(),
        aliases: vec![label("Rahul halwai")],
        credit_limit: Money::from_rupees(5_000),
        ..NewCustomer::named(label("Rahul Sharma"))
    };
    Customer::create(new, id(1), TenantId::new(Uuid::from_u128(9)), at(0)).unwrap()
}

#[test]
fn a_new_customer_is_active_and_owes_nothing() {
    let customer = rahul();
    assert_eq!(
        (customer.status, customer.balance, customer.version),
        (CustomerStatus::Active, Money::ZERO, 1)
    );
    assert_eq!((customer.created_at, customer.updated_at), (at(0), at(0)));
}

#[test]
fn changes_keep_clear_or_set_and_move_the_version() {
    let mut customer = rahul();
    let changes = CustomerChanges {
        nickname: Some(None),
        landmark: Some(Some(label("station"))),
        credit_limit: Some(None),
        ..CustomerChanges::default()
    };
    customer.apply(changes, at(5)).unwrap();
    assert_eq!(
        (customer.nickname.clone(), customer.landmark.clone()),
        (None, Some(label("station")))
    );
    assert_eq!(customer.credit_limit, None);
    assert_eq!(customer.name, label("Rahul Sharma"));
    assert_eq!(
        (customer.version, customer.updated_at, customer.created_at),
        (2, at(5), at(0))
    );
}

#[test]
fn a_refused_change_changes_nothing() {
    let mut customer = rahul();
    let too_low = CustomerChanges {
        name: Some(label("Other")),
        credit_limit: Some(Some(Money::from_paise(-1))),
        ..CustomerChanges::default()
    };
    assert_eq!(
        customer.apply(too_low, at(1)),
        Err(CustomerError::CreditLimitOutOfRange)
    );
    let too_many = CustomerChanges {
        aliases: Some(vec![label("x"); 21]),
        ..CustomerChanges::default()
    };
    assert_eq!(
        customer.apply(too_many, at(1)),
        Err(CustomerError::TooManyAliases)
    );
    assert_eq!(customer, rahul());
}

#[test]
fn the_registration_decides_the_state_before_the_address() {
    let mut customer = rahul();
    assert_eq!(customer.state(), StateCode::parse("27").ok());
    customer.gstin = None;
    assert_eq!(customer.state(), StateCode::parse("09").ok());
    customer.address = None;
    assert_eq!(customer.state(), None);
}

#[test]
fn a_merged_customer_points_to_the_other_until_the_merge_is_undone() {
    let mut customer = rahul();
    assert_eq!(
        customer.merge_into(id(1), at(1)),
        Err(CustomerError::MergeIntoItself)
    );
    assert_eq!(customer.undo_merge(at(1)), Err(CustomerError::NotMerged));
    customer.merge_into(id(2), at(1)).unwrap();
    assert!(!customer.directory_entry().active);
    assert_eq!(
        customer.apply(CustomerChanges::default(), at(2)),
        Err(CustomerError::Merged(id(2)))
    );
    assert_eq!(
        customer.merge_into(id(3), at(2)),
        Err(CustomerError::Merged(id(2)))
    );
    customer.undo_merge(at(3)).unwrap();
    assert_eq!(
        (customer.status, customer.merged_into, customer.version),
        (CustomerStatus::Active, None, 3)
    );
}

#[test]
fn an_erased_customer_keeps_nothing_that_tells_who_it_was() {
    let mut customer = rahul();
    customer.balance = Money::from_paise(700);
    customer.erase(at(1)).unwrap();
    let json = customer_text(&customer);
    for gone in [
        "Rahul", "Chintu", "98765", "rahul@", "mandir", "Mandir", "AAPFU", "Lucknow", "226001", "halwai",
    ] {
        assert!(!json.contains(gone), "{gone}");
    }
    assert_eq!(
        (customer.balance, customer.state()),
        (Money::from_paise(700), StateCode::parse("27").ok())
    );
    assert_eq!(customer.erase(at(2)), Err(CustomerError::Erased));
    assert_eq!(
        customer.apply(CustomerChanges::default(), at(2)),
        Err(CustomerError::Erased)
    );
}

/// Every field that is kept, names and phones in the open.
fn customer_text(customer: &Customer) -> String {
    let texts = [&customer.nickname, &customer.landmark, &customer.language];
    let mut all: Vec<String> = texts.into_iter().flatten().map(ToString::to_string).collect();
    all.push(customer.name.to_string());
    all.extend(customer.phone.iter().map(|phone| phone.as_str().to_owned()));
    all.extend(customer.email.iter().map(|email| email.as_str().to_owned()));
    all.extend(customer.gstin.iter().map(|gstin| gstin.as_str().to_owned()));
    all.extend(customer.aliases.iter().map(ToString::to_string));
    if let Some(Address {
        line1,
        line2,
        city,
        pincode,
        ..
    }) = &customer.address
    {
        all.extend(
            [line1, line2, city]
                .into_iter()
                .flatten()
                .map(ToString::to_string),
        );
        all.extend(pincode.iter().map(ToString::to_string));
    }
    all.join(" ")
}

#[test]
fn nothing_personal_is_printed_for_a_log() {
    let customer = rahul();
    let printed = format!(
        "{customer:?} {:?} {:?}",
        customer.directory_entry(),
        customer.address
    );
    for hidden in ["Rahul", "Chintu", "98765", "example.in", "mandir", "Lucknow"] {
        assert!(!printed.contains(hidden), "{hidden}: {printed}");
    }
}

#[test]
fn a_status_has_one_word() {
    for status in [
        CustomerStatus::Active,
        CustomerStatus::Merged,
        CustomerStatus::Erased,
    ] {
        assert_eq!(CustomerStatus::parse(status.word()), Some(status));
    }
    assert_eq!(CustomerStatus::parse("Active"), None);
}

#[test]
fn a_surname_alone_and_a_name_heard_with_a_slip_are_guesses() {
    let called = |name: &str| Customer {
        name: label(name),
        nickname: None,
        ..rahul()
    };
    for (said, name, guessed) in [
        ("Ram", "Sita Ram", true),
        ("राम", "Sita Ram", true),
        ("Sharma", "Rahul Sharma", true),
        ("Verma", "Amit Kumar Verma", true),
        ("Raul", "Rahul Sharma", true),
        ("Raul", "Rahul", true),
        ("Rahul", "Rahul Sharma", false),
        ("राहुल", "Rahul", false),
        ("Sita", "Sita Ram", false),
        ("Sita Ram", "Sita Ram", false),
        ("Rahul Sharma", "Rahul Sharma", false),
        ("Suresh", "Sureesh Gupta", false),
    ] {
        assert_eq!(is_guessed(said, &called(name)), guessed, "{said}: {name}");
    }
    let nicknamed = Customer {
        nickname: Some(label("Sharma ji")),
        ..called("Rahul Sharma")
    };
    assert!(!is_guessed("Sharma", &nicknamed), "so the shop calls him");
}
