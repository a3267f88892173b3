//! The accounts of a shop's book.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

macro_rules! accounts {
    ($($variant:ident = $word:literal),* $(,)?) => {
        /// An account. Debits are positive, credits negative.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum Account { $($variant),* }

        impl Account {
            /// Every account.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl FromStr for Account {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                match text { $($word => Ok(Self::$variant),)* _ => Err(()) }
            }
        }
    };
}

accounts! {
    Receivable = "receivable",
    Cash = "cash",
    Upi = "upi",
    Card = "card",
    Bank = "bank",
    Cheque = "cheque",
    Sales = "sales",
    Cgst = "cgst",
    Sgst = "sgst",
    Igst = "igst",
    Cess = "cess",
    RoundOff = "round_off",
    Discount = "discount",
    Opening = "opening",
}

/// How money came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum PaymentMode {
    Cash,
    Upi,
    Card,
    Bank,
    Cheque,
}

impl PaymentMode {
    /// Every mode.
    pub const ALL: [Self; 5] = [Self::Cash, Self::Upi, Self::Card, Self::Bank, Self::Cheque];

    /// The account that the money lands on.
    #[must_use]
    pub const fn account(self) -> Account {
        match self {
            Self::Cash => Account::Cash,
            Self::Upi => Account::Upi,
            Self::Card => Account::Card,
            Self::Bank => Account::Bank,
            Self::Cheque => Account::Cheque,
        }
    }

    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.account().as_str()
    }
}

impl FromStr for PaymentMode {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|m| m.as_str() == text).ok_or(())
    }
}
