//! Prefixed ids: a UUIDv7 in the program and the store, `cus_0190…` on the wire.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Text that is not an id of the kind that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id with the prefix {prefix}")]
pub struct IdRefused {
    /// The prefix that such an id carries.
    pub prefix: &'static str,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// What stands before the UUID on the wire.
            pub const PREFIX: &'static str = $prefix;

            /// An id from its UUID.
            #[must_use]
            pub const fn new(uuid: Uuid) -> Self { Self(uuid) }

            /// The UUID, as a store keeps it.
            #[must_use]
            pub const fn uuid(self) -> Uuid { self.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0.as_hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = IdRefused;
            fn from_str(text: &str) -> Result<Self, IdRefused> {
                parse(text, $prefix).map(Self).ok_or(IdRefused { prefix: $prefix })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                std::borrow::Cow::<'de, str>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

fn parse(text: &str, prefix: &str) -> Option<Uuid> {
    let rest = text.strip_prefix(prefix)?.strip_prefix('_')?;
    // One spelling per id: otherwise the same thing would have several addresses.
    let uuid = Uuid::try_parse(rest).ok()?;
    (uuid.as_hyphenated().to_string() == rest).then_some(uuid)
}

ids! {
    /// A shop: everything belongs to exactly one.
    TenantId = "ten";
    /// A person who signs in.
    UserId = "usr";
    /// A customer of a shop.
    CustomerId = "cus";
    /// A product that a shop sells.
    ProductId = "prd";
    /// A stock movement.
    MovementId = "mov";
    /// An issued bill.
    InvoiceId = "inv";
    /// A bill before it is issued.
    DraftId = "dft";
    /// A journal entry.
    EntryId = "jnl";
    /// Money received.
    PaymentId = "pay";
    /// A reminder.
    ReminderId = "rem";
    /// A conversation over the socket, REST or the terminal.
    SessionId = "ses";
    /// One command of a conversation and its answer.
    TurnId = "trn";
    /// A message that left the shop.
    MessageId = "msg";
    /// What an `undo_token` names.
    UndoId = "und";
    /// One sign-in, with every token that came of it.
    SignInId = "sgn";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_round_trips_and_only_in_its_own_spelling() {
        let id = CustomerId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));
        assert_eq!(id.to_string().parse(), Ok(id));
        let text = id.to_string();
        for wrong in [
            text.to_uppercase(),
            text.replace('-', ""),
            text.replace("cus_", "prd_"),
            text.replace("cus_", ""),
            format!("{text} "),
            String::new(),
        ] {
            assert!(wrong.parse::<CustomerId>().is_err(), "{wrong}");
        }
    }
}
