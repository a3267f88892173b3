//! What an `undo_token` says: which thing, and in which conversation it was done.

use execora_kernel::{SessionId, UndoId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Names a thing that can be taken back, with its conversation: `und_<thing>_<session>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndoToken {
    /// The conversation.
    pub session: SessionId,
    /// The thing.
    pub thing: UndoId,
}

/// Text that is no such token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an undo token")]
pub struct UndoTokenRefused;

impl fmt::Display for UndoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.thing, self.session.uuid().as_hyphenated())
    }
}

impl FromStr for UndoToken {
    type Err = UndoTokenRefused;

    fn from_str(text: &str) -> Result<Self, UndoTokenRefused> {
        let (thing, session) = text.rsplit_once('_').ok_or(UndoTokenRefused)?;
        let token = Self {
            session: SessionId::new(Uuid::try_parse(session).map_err(|_| UndoTokenRefused)?),
            thing: thing.parse().map_err(|_| UndoTokenRefused)?,
        };
        // One spelling per token.
        (token.to_string() == text)
            .then_some(token)
            .ok_or(UndoTokenRefused)
    }
}

impl Serialize for UndoToken {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for UndoToken {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_conversation_in_one_spelling() {
        let token = UndoToken {
            session: SessionId::new(Uuid::from_u128(1)),
            thing: UndoId::new(Uuid::from_u128(2)),
        };
        let text = token.to_string();
        assert_eq!(text.parse(), Ok(token));
        let thing = token.thing.to_string();
        for wrong in [
            text.to_uppercase(),
            text.replace("und_", "trn_"),
            thing,
            String::new(),
        ] {
            assert_eq!(wrong.parse::<UndoToken>(), Err(UndoTokenRefused), "{wrong}");
        }
    }
}
