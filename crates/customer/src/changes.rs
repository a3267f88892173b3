//! What is said of a customer when it is written down, and when it is changed.

use crate::{Address, AddressChanges};
use execora_kernel::{Email, Gstin, Label, Money, Phone};
use std::fmt;

/// What is said of a customer when it is written down.
#[derive(Clone, PartialEq, Eq)]
pub struct NewCustomer {
    /// Name.
    pub name: Label,
    /// Nickname.
    pub nickname: Option<Label>,
    /// Phone number.
    pub phone: Option<Phone>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Landmark.
    pub landmark: Option<Label>,
    /// Postal address.
    pub address: Option<Address>,
    /// GST registration number.
    pub gstin: Option<Gstin>,
    /// Language tag.
    pub language: Option<Label>,
    /// Other names.
    pub aliases: Vec<Label>,
    /// Credit limit.
    pub credit_limit: Option<Money>,
}

impl NewCustomer {
    /// A customer of whom only the name is known.
    #[must_use]
    pub fn named(name: Label) -> Self {
        Self {
            name,
            nickname: None,
            phone: None,
            email: None,
            landmark: None,
            address: None,
            gstin: None,
            language: None,
            aliases: Vec::new(),
            credit_limit: None,
        }
    }
}

impl fmt::Debug for NewCustomer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewCustomer").finish_non_exhaustive()
    }
}

/// A parsed merge patch: `None` keeps, `Some(None)` clears, `Some(Some(_))` sets.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct CustomerChanges {
    /// A name can be changed and not cleared.
    pub name: Option<Label>,
    /// Nickname.
    pub nickname: Option<Option<Label>>,
    /// Phone number.
    pub phone: Option<Option<Phone>>,
    /// E-mail address.
    pub email: Option<Option<Email>>,
    /// Landmark.
    pub landmark: Option<Option<Label>>,
    /// Parts of the address; what is cleared is the whole of it.
    pub address: Option<Option<AddressChanges>>,
    /// GST registration number.
    pub gstin: Option<Option<Gstin>>,
    /// Language tag.
    pub language: Option<Option<Label>>,
    /// All aliases; an array is replaced as a whole.
    pub aliases: Option<Vec<Label>>,
    /// Credit limit.
    pub credit_limit: Option<Option<Money>>,
}

impl fmt::Debug for CustomerChanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomerChanges").finish_non_exhaustive()
    }
}
