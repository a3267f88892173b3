//! The rights that an answer needed: noted while it is made, and asked for again before it is given again.

use chrono::{DateTime, Utc};
use execora_kernel::caller::Forbidden;
use execora_kernel::{Caller, CustomerId, Grants, Right, Rights};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// For how many customers one right is noted each by each; an answer about more needs the right for the whole shop.
const CUSTOMERS_MAX: usize = 64;

/// Rights, each for one customer or for the whole shop. Stored as words: `ledger:read cus_…`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Needs(BTreeSet<(Right, Option<CustomerId>)>);

/// A stored right that this program does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a right")]
pub struct NeedRefused;

impl Needs {
    /// Refuses unless the caller has all of them.
    ///
    /// # Errors
    /// [`Forbidden`] with the first that is missing.
    pub fn check(&self, caller: &Caller, at: DateTime<Utc>) -> Result<(), Forbidden> {
        self.0
            .iter()
            .try_for_each(|(right, customer)| caller.require(*right, *customer, at))
    }

    /// Takes in what another answer needed.
    pub(crate) fn join(&mut self, other: &Self) {
        for (right, customer) in &other.0 {
            self.note(*right, *customer);
        }
    }

    fn note(&mut self, right: Right, customer: Option<CustomerId>) {
        if self.0.contains(&(right, None)) {
            return;
        }
        self.0.insert((right, customer));
        let of_right = |(one, _): &(Right, Option<CustomerId>)| *one == right;
        if customer.is_none() || self.0.iter().filter(|need| of_right(need)).count() > CUSTOMERS_MAX {
            self.0.retain(|need| !of_right(need));
            self.0.insert((right, None));
        }
    }
}

impl TryFrom<Vec<String>> for Needs {
    type Error = NeedRefused;

    fn try_from(words: Vec<String>) -> Result<Self, NeedRefused> {
        let need = |words: &String| {
            let (right, customer) = match words.split_once(' ') {
                Some((right, customer)) => (right, Some(customer.parse().map_err(|_| NeedRefused)?)),
                None => (words.as_str(), None),
            };
            Ok((right.parse().map_err(|_| NeedRefused)?, customer))
        };
        words.iter().map(need).collect::<Result<_, _>>().map(Self)
    }
}

impl From<Needs> for Vec<String> {
    fn from(needs: Needs) -> Self {
        let words = |(right, customer): (Right, Option<CustomerId>)| match customer {
            Some(customer) => format!("{right} {customer}"),
            None => right.to_string(),
        };
        needs.0.into_iter().map(words).collect()
    }
}

/// Grants that remember what they permitted.
pub(crate) struct Noted {
    grants: Arc<dyn Grants>,
    needs: Mutex<Needs>,
}

impl Noted {
    /// The same caller, whose every use of a right is noted.
    pub(crate) fn caller(caller: &Caller) -> (Caller, Arc<Self>) {
        let noted = Arc::new(Self {
            grants: Arc::clone(&caller.grants),
            needs: Mutex::default(),
        });
        let grants = Arc::clone(&noted) as Arc<dyn Grants>;
        let caller = Caller {
            grants,
            ..caller.clone()
        };
        (caller, noted)
    }

    /// What was permitted so far.
    pub(crate) fn needs(&self) -> Needs {
        self.needs.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Grants for Noted {
    fn permits(&self, right: Right, customer: Option<CustomerId>, at: DateTime<Utc>) -> bool {
        let permitted = self.grants.permits(right, customer, at);
        if permitted {
            let mut needs = self.needs.lock().unwrap_or_else(PoisonError::into_inner);
            needs.note(right, customer);
        }
        permitted
    }

    fn rights(&self) -> &Rights {
        self.grants.rights()
    }

    fn expires_at(&self) -> DateTime<Utc> {
        self.grants.expires_at()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn customer(n: usize) -> CustomerId {
        CustomerId::new(Uuid::from_u128(n as u128))
    }

    #[test]
    fn rights_are_stored_as_words_and_read_back() {
        let mut needs = Needs::default();
        needs.note(Right::LEDGER_READ, Some(customer(1)));
        needs.note(Right::VOICE_USE, None);
        let words: Vec<String> = needs.clone().into();
        assert_eq!(
            words,
            [
                "ledger:read cus_00000000-0000-0000-0000-000000000001",
                "voice:use"
            ]
        );
        assert_eq!(Needs::try_from(words), Ok(needs));
        for wrong in ["moon:read", "ledger:read cus_1", ""] {
            assert_eq!(
                Needs::try_from(vec![wrong.to_owned()]),
                Err(NeedRefused),
                "{wrong}"
            );
        }
    }

    #[test]
    fn an_answer_about_very_many_customers_needs_the_right_for_the_whole_shop() {
        let mut needs = Needs::default();
        for n in 0..=CUSTOMERS_MAX {
            needs.note(Right::LEDGER_READ, Some(customer(n)));
        }
        needs.note(Right::LEDGER_READ, Some(customer(7)));
        assert_eq!(Vec::from(needs), ["ledger:read"]);
    }
}
