//! Where the private root keys come from: the file in the home, or the references of `identity.root_keys`.

use crate::config::Config;
use anyhow::{Context, Result, bail};
use execora_identity_biscuit::RootKeys;
use std::path::{Path, PathBuf};

/// The longest key file that is read.
const BYTES_MAX: u64 = 16 * 1024;

/// Where the keys of this process come from.
#[derive(Debug, Clone)]
pub enum KeySource {
    /// The file in the home, which is made when it is not there.
    Home(PathBuf),
    /// Files elsewhere, current key first; several nodes share them so.
    Files(Vec<PathBuf>),
}

impl KeySource {
    /// As the settings say.
    ///
    /// # Errors
    /// When something in them is no reference to a file.
    pub fn new(config: &Config) -> Result<Self> {
        let references = &config.identity.root_keys;
        if references.is_empty() {
            return Ok(Self::Home(config.home.join("keys").join("root.key")));
        }
        references
            .iter()
            .map(|reference| match reference.strip_prefix("file:") {
                Some(path) if !path.is_empty() => Ok(PathBuf::from(path)),
                // What stands there may be a key itself: it is not repeated.
                _ => bail!("identity.root_keys holds something that is no reference such as file:/run/secrets/root.key"),
            })
            .collect::<Result<_>>()
            .map(Self::Files)
    }

    /// The keys as they are now; in the home they are made when there are none.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn load_or_create(&self) -> Result<RootKeys> {
        match self {
            Self::Home(path) => RootKeys::load_or_create(path).context("root key"),
            Self::Files(_) => self.load(),
        }
    }

    /// The keys as they are now.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn load(&self) -> Result<RootKeys> {
        match self {
            Self::Home(path) => RootKeys::load(path).context("root key"),
            Self::Files(paths) => {
                let texts: Vec<String> = paths.iter().map(|path| read(path)).collect::<Result<_>>()?;
                RootKeys::from_contents(texts.iter().map(String::as_str)).context("identity.root_keys")
            }
        }
    }

    /// The one file that a new key can be written to.
    ///
    /// # Errors
    /// When the keys stand in several files, which only their owner can put in order.
    pub fn writable(&self) -> Result<&Path> {
        match self {
            Self::Home(path) => Ok(path),
            Self::Files(paths) => match paths.as_slice() {
                [path] => Ok(path),
                _ => bail!(
                    "identity.root_keys names several files: put the new key before the others yourself"
                ),
            },
        }
    }
}

fn read(path: &Path) -> Result<String> {
    use std::io::Read;
    let mut text = String::new();
    let file = std::fs::File::open(path);
    let read = file.and_then(|file| file.take(BYTES_MAX).read_to_string(&mut text));
    read.with_context(|| format!("identity.root_keys: {} cannot be read", path.display()))?;
    Ok(text)
}
