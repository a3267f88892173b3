//! One customer of one shop: who it is, how it may change, and what stays after it is merged or erased.

use crate::{Address, CustomerChanges, CustomerError, DirectoryEntry, NewCustomer};
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, Email, Gstin, Label, Money, Phone, StateCode, TenantId, money::AMOUNT_MAX};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The most aliases that one customer may have.
pub const ALIASES_MAX: usize = 20;

/// What an erased customer is called on the papers that must stay.
const ERASED_NAME: &str = "Erased customer";

/// Whether a customer can be traded with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerStatus {
    /// In use.
    Active,
    /// Joined with another customer, see [`Customer::merged_into`].
    Merged,
    /// Personal data are gone; papers and books stay.
    Erased,
}

impl CustomerStatus {
    /// The word for it on the wire and in a store.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Merged => "merged",
            Self::Erased => "erased",
        }
    }

    /// The status that a word stands for.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Active, Self::Merged, Self::Erased]
            .into_iter()
            .find(|status| status.word() == word)
    }
}

/// A customer of a shop.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Its id.
    pub id: CustomerId,
    /// The shop.
    pub tenant: TenantId,
    /// What it is called in the book.
    pub name: Label,
    /// What it is called in the shop.
    pub nickname: Option<Label>,
    /// A hint and not a key: families share a phone.
    pub phone: Option<Phone>,
    /// E-mail address.
    pub email: Option<Email>,
    /// A place that tells it from its namesakes.
    pub landmark: Option<Label>,
    /// Postal address.
    pub address: Option<Address>,
    /// GST registration number.
    pub gstin: Option<Gstin>,
    /// Language tag of what is written to it.
    pub language: Option<Label>,
    /// Other names and descriptions that it is asked for by.
    pub aliases: Vec<Label>,
    /// The most that it may owe; no limit when absent.
    pub credit_limit: Option<Money>,
    /// What it owes (positive) or has paid in advance (negative), kept by the books alone.
    pub balance: Money,
    /// Whether it can be traded with.
    pub status: CustomerStatus,
    /// The customer that it was merged into.
    pub merged_into: Option<CustomerId>,
    /// When it was written down.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Moves with every change; 1 for a new customer.
    pub version: i64,
}

impl fmt::Debug for Customer {
    // Names, phones and amounts must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Customer")
            .field("id", &self.id)
            .field("tenant", &self.tenant)
            .field("status", &self.status)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

impl Customer {
    /// Writes a customer down, with nothing owed: an opening balance is an entry in the books.
    ///
    /// # Errors
    /// When the credit limit is out of range or there are too many aliases.
    pub fn create(
        new: NewCustomer,
        id: CustomerId,
        tenant: TenantId,
        at: DateTime<Utc>,
    ) -> Result<Self, CustomerError> {
        check(&new.aliases, new.credit_limit)?;
        Ok(Self {
            id,
            tenant,
            name: new.name,
            nickname: new.nickname,
            phone: new.phone,
            email: new.email,
            landmark: new.landmark,
            address: new.address,
            gstin: new.gstin,
            language: new.language,
            aliases: new.aliases,
            credit_limit: new.credit_limit,
            balance: Money::ZERO,
            status: CustomerStatus::Active,
            merged_into: None,
            created_at: at,
            updated_at: at,
            version: 1,
        })
    }

    /// Makes the changes and moves the version, also when nothing differs: a PATCH was accepted.
    ///
    /// # Errors
    /// When the customer is merged or erased, or a new value is out of range; then nothing is changed.
    pub fn apply(&mut self, changes: CustomerChanges, at: DateTime<Utc>) -> Result<(), CustomerError> {
        self.require_active()?;
        check(
            changes.aliases.as_deref().unwrap_or_default(),
            changes.credit_limit.flatten(),
        )?;
        set(&mut self.name, changes.name);
        set(&mut self.nickname, changes.nickname);
        set(&mut self.phone, changes.phone);
        set(&mut self.email, changes.email);
        set(&mut self.landmark, changes.landmark);
        if let Some(address) = changes.address {
            self.address = address.map(|parts| parts.onto(self.address.as_ref()));
        }
        set(&mut self.gstin, changes.gstin);
        set(&mut self.language, changes.language);
        set(&mut self.aliases, changes.aliases);
        set(&mut self.credit_limit, changes.credit_limit);
        self.touch(at);
        Ok(())
    }

    /// Joins this customer with another one, which takes its place.
    ///
    /// # Errors
    /// When it is not active or `target` is itself.
    pub fn merge_into(&mut self, target: CustomerId, at: DateTime<Utc>) -> Result<(), CustomerError> {
        self.require_active()?;
        if target == self.id {
            return Err(CustomerError::MergeIntoItself);
        }
        self.status = CustomerStatus::Merged;
        self.merged_into = Some(target);
        self.touch(at);
        Ok(())
    }

    /// Takes a merge back.
    ///
    /// # Errors
    /// When the customer is not merged.
    pub fn undo_merge(&mut self, at: DateTime<Utc>) -> Result<(), CustomerError> {
        if self.status != CustomerStatus::Merged {
            return Err(CustomerError::NotMerged);
        }
        self.status = CustomerStatus::Active;
        self.merged_into = None;
        self.touch(at);
        Ok(())
    }

    /// Removes everything that tells who this was. Id, balance and state stay, since papers and books refer to them.
    ///
    /// # Errors
    /// When it is erased already.
    pub fn erase(&mut self, at: DateTime<Utc>) -> Result<(), CustomerError> {
        if self.status == CustomerStatus::Erased {
            return Err(CustomerError::Erased);
        }
        if let Ok(name) = Label::parse(ERASED_NAME) {
            self.name = name;
        }
        let state_code = self.state();
        self.address = state_code.map(|code| Address {
            state_code: Some(code),
            ..Address::default()
        });
        self.nickname = None;
        self.phone = None;
        self.email = None;
        self.landmark = None;
        self.gstin = None;
        self.language = None;
        self.aliases.clear();
        self.credit_limit = None;
        self.status = CustomerStatus::Erased;
        self.touch(at);
        Ok(())
    }

    /// Refuses a merged or erased customer.
    ///
    /// # Errors
    /// Which of the two it is.
    pub fn require_active(&self) -> Result<(), CustomerError> {
        match (self.status, self.merged_into) {
            (CustomerStatus::Active, _) => Ok(()),
            (CustomerStatus::Merged, Some(target)) => Err(CustomerError::Merged(target)),
            (CustomerStatus::Merged, None) | (CustomerStatus::Erased, _) => Err(CustomerError::Erased),
        }
    }

    /// The state that decides the place of supply: that of the registration, else that of the address.
    #[must_use]
    pub fn state(&self) -> Option<StateCode> {
        let registered = self.gstin.as_ref().and_then(Gstin::state);
        registered.or_else(|| self.address.as_ref().and_then(|address| address.state_code))
    }

    /// What the directory of the shop needs to find this customer.
    #[must_use]
    pub fn directory_entry(&self) -> DirectoryEntry {
        DirectoryEntry {
            customer: self.id,
            name: self.name.clone(),
            nickname: self.nickname.clone(),
            aliases: self.aliases.clone(),
            landmark: self.landmark.clone(),
            phone: self.phone.clone(),
            active: self.status == CustomerStatus::Active,
        }
    }

    fn touch(&mut self, at: DateTime<Utc>) {
        self.updated_at = at;
        self.version = self.version.saturating_add(1);
    }
}

fn set<T>(field: &mut T, change: Option<T>) {
    if let Some(value) = change {
        *field = value;
    }
}

fn check(aliases: &[Label], credit_limit: Option<Money>) -> Result<(), CustomerError> {
    if aliases.len() > ALIASES_MAX {
        return Err(CustomerError::TooManyAliases);
    }
    match credit_limit {
        Some(limit) if limit < Money::ZERO || limit > AMOUNT_MAX => Err(CustomerError::CreditLimitOutOfRange),
        _ => Ok(()),
    }
}
