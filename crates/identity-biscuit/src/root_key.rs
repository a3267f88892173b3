//! The root keys: the current one signs, the previous one is still believed until it is rotated out.

use crate::{key_file, secret};
use biscuit_auth::{Algorithm, KeyPair, PrivateKey, PublicKey, error::Format};
use serde::Serialize;
use std::{fmt, io, path::Path};

/// How many keys a file keeps: the current one and the one before.
const KEPT: usize = 2;
/// Ids of keys without a name begin here; those of files are counted up from 1.
const BARE_KID_MIN: u32 = 1 << 31;

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

    /// A key without a name; the same key has the same id everywhere, above those that are counted up.
    fn bare(seed: &[u8]) -> Option<Self> {
        let mut key = Self::from_seed(0, seed)?;
        let hash = secret::hash_code(&key.pair.public().to_bytes_hex());
        let [a, b, c, d, ..] = hash;
        key.kid = u32::from_be_bytes([a, b, c, d]) | BARE_KID_MIN;
        Some(key)
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

/// The public half of a root key of this or another node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRoot {
    /// The id that tokens name it by.
    pub kid: u32,
    /// The key, in hex.
    pub public_key: String,
    /// Nobody is to believe it any more.
    pub dropped: bool,
}

/// The keys that this installation signs with and believes: its own, current one first, and what other nodes published.
pub struct RootKeys {
    keys: Vec<RootKey>,
    others: Vec<(u32, PublicKey)>,
    /// In hex.
    dropped: Vec<String>,
}

impl RootKeys {
    /// Keys that live as long as the process.
    ///
    /// # Errors
    /// When the machine gives no random numbers.
    pub fn generate() -> Result<Self, RootKeyError> {
        Ok(Self::own(vec![RootKey::generate(1)?]))
    }

    /// The keys of the file, which is made when it is not there: mode 0600, complete or not at all, and the same for
    /// every process that starts at that moment. Missing directories are made with mode 0700.
    ///
    /// # Errors
    /// [`RootKeyError`]; a file that others may read, and a directory that others may write, is refused.
    pub fn load_or_create(path: &Path) -> Result<Self, RootKeyError> {
        if let Some(keys) = key_file::read(path)? {
            return Ok(Self::own(keys));
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
        key_file::read(path)?.map(Self::own).ok_or_else(missing)
    }

    /// The keys that were read from where references lead, current one first: a key file, or 64 hex digits of one key, whose id
    /// is then made of its public half.
    ///
    /// # Errors
    /// [`RootKeyError::Damaged`] with the number of the text that holds no keys.
    pub fn from_contents<'a>(contents: impl IntoIterator<Item = &'a str>) -> Result<Self, RootKeyError> {
        let mut keys: Vec<RootKey> = Vec::new();
        for (at, text) in contents.into_iter().enumerate() {
            let found = match hex::decode(text.trim()) {
                Ok(seed) => RootKey::bare(&seed).map(|key| vec![key]),
                Err(_) => key_file::parse(text).ok(),
            };
            let found = found.ok_or(RootKeyError::Damaged { line: at + 1 })?;
            for key in found {
                if keys.iter().all(|known| known.kid != key.kid) {
                    keys.push(key);
                }
            }
        }
        if keys.is_empty() {
            return Err(RootKeyError::Damaged { line: 1 });
        }
        Ok(Self::own(keys))
    }

    /// The same, believing also what other nodes published, and nothing that was dropped.
    #[must_use]
    pub fn believing(mut self, published: &[PublishedRoot]) -> Self {
        let dropped = published.iter().filter(|key| key.dropped);
        self.dropped = dropped.map(|key| key.public_key.clone()).collect();
        self.others = published
            .iter()
            .filter(|key| !key.dropped && self.keys.iter().all(|own| own.kid != key.kid))
            .filter_map(|key| {
                let bytes = hex::decode(&key.public_key).ok()?;
                Some((key.kid, PublicKey::from_bytes(&bytes, Algorithm::Ed25519).ok()?))
            })
            .collect();
        self
    }

    /// Makes a new current key in the file; the one before stays believed, the one before that does not. A running
    /// process goes on with the keys that it loaded until it reads the file again.
    ///
    /// # Errors
    /// [`RootKeyError`]; the file is then as it was.
    pub fn rotate(path: &Path) -> Result<Self, RootKeyError> {
        Self::load(path)?.next(0)?.write(path)
    }

    /// These keys with a new current one before them, which no file has yet; its id is higher than theirs and than `above`.
    ///
    /// # Errors
    /// [`RootKeyError`] when none can be made.
    pub fn next(self, above: u32) -> Result<Self, RootKeyError> {
        let mut keys = self.keys;
        let newest = keys.iter().map(|key| key.kid).fold(above, u32::max);
        let kid = newest.checked_add(1).ok_or(RootKeyError::Exhausted)?;
        keys.insert(0, RootKey::generate(kid)?);
        keys.truncate(KEPT);
        Ok(Self::own(keys))
    }

    /// Writes these keys in the place of those in the file.
    ///
    /// # Errors
    /// [`RootKeyError`]; the file is then as it was.
    pub fn write(self, path: &Path) -> Result<Self, RootKeyError> {
        key_file::replace(path, &self.keys)?;
        Ok(self)
    }

    /// The public halves of what is believed, the current one first.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKeyView> {
        let own = self.keys.iter().enumerate();
        let own = own.map(|(at, key)| (key.kid, key.pair.public().to_bytes_hex(), at == 0));
        let others = self
            .others
            .iter()
            .map(|(kid, key)| (*kid, key.to_bytes_hex(), false));
        own.chain(others)
            .filter(|(_, public_key, _)| !self.dropped.contains(public_key))
            .map(|(kid, public_key, current)| PublicKeyView {
                kid,
                algorithm: "ed25519",
                public_key,
                current,
            })
            .collect()
    }

    fn own(keys: Vec<RootKey>) -> Self {
        Self {
            keys,
            others: Vec::new(),
            dropped: Vec::new(),
        }
    }

    pub(crate) fn current(&self) -> &RootKey {
        &self.keys[0]
    }

    pub(crate) fn all(&self) -> &[RootKey] {
        &self.keys
    }

    pub(crate) fn public(&self, kid: Option<u32>) -> Result<PublicKey, Format> {
        let own = self.keys.iter().map(|key| (key.kid, key.pair.public()));
        let mut believed = own.chain(self.others.iter().copied());
        let found =
            believed.find(|(known, key)| Some(*known) == kid && !self.dropped.contains(&key.to_bytes_hex()));
        found.map(|(_, key)| key).ok_or(Format::UnknownPublicKey)
    }
}

impl fmt::Debug for RootKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.keys.iter().map(|key| key.kid))
            .finish()
    }
}
