//! The root keys: the current one signs, the previous one is still believed until it is rotated out.

use crate::{key_file, secret};
use biscuit_auth::{Algorithm, KeyPair, PrivateKey, PublicKey, error::Format};
use serde::Serialize;
use std::{fmt, io, path::Path};

/// Why there are no root keys.
#[derive(Debug, thiserror::Error)]
pub enum RootKeyError {
    /// The file or its directory could not be read or written.
    #[error("the root key file could not be {action}")]
    File {
        /// What was tried.
        action: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// Others than its owner may read or write the file.
    #[error("the root key file must be readable by its owner alone (mode 0600)")]
    Exposed,
    /// Others than its owner may replace the file.
    #[error("the directory of the root key file must be writable by its owner alone (mode 0700)")]
    ExposedDirectory,
    /// The file does not hold root keys.
    #[error("line {line} of the root key file is damaged")]
    Damaged {
        /// Where, from 1.
        line: usize,
    },
    /// Key ids are used up.
    #[error("there are no more key ids")]
    Exhausted,
    /// No key could be made.
    #[error(transparent)]
    Randomness(#[from] secret::NoRandomness),
}

/// One root key and the id that tokens name it by.
pub(crate) struct RootKey {
    pub(crate) kid: u32,
    pub(crate) pair: KeyPair,
}

impl RootKey {
    pub(crate) fn from_seed(kid: u32, seed: &[u8]) -> Option<Self> {
        let private = PrivateKey::from_bytes(seed, Algorithm::Ed25519).ok()?;
        Some(Self {
            kid,
            pair: KeyPair::from(&private),
        })
    }

    pub(crate) fn generate(kid: u32) -> Result<Self, RootKeyError> {
        let seed = secret::random_bytes::<32>()?;
        // A seed of 32 bytes is always a key; no key is the honest answer should that change.
        Self::from_seed(kid, &seed).ok_or(RootKeyError::Randomness(secret::NoRandomness))
    }
}

/// The public half of a root key, as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicKeyView {
    /// The id that tokens name it by.
    pub kid: u32,
    /// Always `ed25519`.
    pub algorithm: &'static str,
    /// The key, in hex.
    pub public_key: String,
    /// Whether new tokens are signed with it.
    pub current: bool,
}

/// The keys that this installation signs with and believes: the current one, and at most one previous.
pub struct RootKeys {
    keys: Vec<RootKey>,
}

impl RootKeys {
    /// Keys that live as long as the process.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn generate() -> Result<Self, RootKeyError> {
        Ok(Self {
            keys: vec![RootKey::generate(1)?],
        })
    }

    /// The keys of the file, which is made when it is not there: mode 0600, complete or not at all, and the same for
    /// every process that starts at that moment. Missing directories are made with mode 0700.
    ///
    /// # Errors
    /// [`RootKeyError`]; a file that others may read, and a directory that others may write, is refused.
    pub fn load_or_create(path: &Path) -> Result<Self, RootKeyError> {
        if let Some(keys) = key_file::read(path)? {
            return Ok(Self { keys });
        }
        key_file::create(path, &Self::generate()?.keys)?;
        Self::load(path)
    }

    /// The keys of a file that must be there.
    ///
    /// # Errors
    /// [`RootKeyError`], also when there is none.
    pub fn load(path: &Path) -> Result<Self, RootKeyError> {
        let missing = || RootKeyError::File {
            action: "read",
            source: io::ErrorKind::NotFound.into(),
        };
        key_file::read(path)?
            .map(|keys| Self { keys })
            .ok_or_else(missing)
    }

    /// Makes a new current key in the file; the one before stays believed, the one before that does not. A running
    /// process goes on with the keys that it loaded.
    ///
    /// # Errors
    /// [`RootKeyError`]; the file is then as it was.
    pub fn rotate(path: &Path) -> Result<Self, RootKeyError> {
        let mut keys = Self::load(path)?.keys;
        let newest = keys.iter().map(|key| key.kid).max().unwrap_or_default();
        keys.insert(
            0,
            RootKey::generate(newest.checked_add(1).ok_or(RootKeyError::Exhausted)?)?,
        );
        keys.truncate(2);
        key_file::replace(path, &keys)?;
        Ok(Self { keys })
    }

    /// The public halves, current one first.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKeyView> {
        let view = |(at, key): (usize, &RootKey)| PublicKeyView {
            kid: key.kid,
            algorithm: "ed25519",
            public_key: key.pair.public().to_bytes_hex(),
            current: at == 0,
        };
        self.keys.iter().enumerate().map(view).collect()
    }

    pub(crate) fn current(&self) -> &RootKey {
        &self.keys[0]
    }

    pub(crate) fn all(&self) -> &[RootKey] {
        &self.keys
    }

    pub(crate) fn public(&self, kid: Option<u32>) -> Result<PublicKey, Format> {
        let key = self.keys.iter().find(|key| Some(key.kid) == kid);
        key.map(|key| key.pair.public()).ok_or(Format::UnknownPublicKey)
    }
}

impl fmt::Debug for RootKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.keys.iter().map(|key| key.kid))
            .finish()
    }
}
