//! The root key file: a first line that names the format, then one key a line, current one first.
//!
//! ```text
//! execora-root-keys 1
//! 2 current 6f1c…(64 hex digits)
//! 1 previous 09ab…(64 hex digits)
//! ```

use crate::{
    root_key::{RootKey, RootKeyError},
    secret,
};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

const FORMAT: &str = "execora-root-keys 1";
const STATES: [&str; 2] = ["current", "previous"];
const BYTES_MAX: u64 = 4096;

fn failed(action: &'static str) -> impl FnOnce(io::Error) -> RootKeyError {
    move |source| RootKeyError::File { action, source }
}

/// The keys in the file, current one first; nothing when there is no file.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<RootKey>>, RootKeyError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed("opened")(error)),
    };
    // Of the open file, not of the path: what is checked is what is read.
    let metadata = file.metadata().map_err(failed("read"))?;
    if access::others_may(&metadata, 0o077) {
        return Err(RootKeyError::Exposed);
    }
    check_directory(path)?;
    let mut text = String::new();
    file.take(BYTES_MAX)
        .read_to_string(&mut text)
        .map_err(failed("read"))?;
    parse(&text).map(Some)
}

/// Writes a new file unless there is one: the first of several that try wins, and none sees half a file.
pub(crate) fn create(path: &Path, keys: &[RootKey]) -> Result<(), RootKeyError> {
    access::create_directory(directory(path)).map_err(failed("created"))?;
    check_directory(path)?;
    let complete = write_beside(path, keys)?;
    let linked = fs::hard_link(&complete, path);
    fs::remove_file(&complete).map_err(failed("created"))?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(failed("created")(error)),
        _ => sync_directory(path),
    }
}

/// Puts a complete new file in the place of the old one.
pub(crate) fn replace(path: &Path, keys: &[RootKey]) -> Result<(), RootKeyError> {
    let complete = write_beside(path, keys)?;
    if let Err(error) = fs::rename(&complete, path) {
        fs::remove_file(&complete).map_err(failed("replaced"))?;
        return Err(failed("replaced")(error));
    }
    sync_directory(path)
}

fn write_beside(path: &Path, keys: &[RootKey]) -> Result<PathBuf, RootKeyError> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", hex::encode(secret::random_bytes::<8>()?)));
    let complete = path.with_file_name(name);
    let mut file = access::owner_only(OpenOptions::new().write(true).create_new(true))
        .open(&complete)
        .map_err(failed("created"))?;
    file.write_all(print(keys).as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed("written"))?;
    Ok(complete)
}

fn directory(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

fn check_directory(path: &Path) -> Result<(), RootKeyError> {
    let metadata = fs::metadata(directory(path)).map_err(failed("opened"))?;
    if access::others_may(&metadata, 0o022) {
        Err(RootKeyError::ExposedDirectory)
    } else {
        Ok(())
    }
}

fn sync_directory(path: &Path) -> Result<(), RootKeyError> {
    File::open(directory(path))
        .and_then(|directory| directory.sync_all())
        .map_err(failed("written"))
}

fn print(keys: &[RootKey]) -> String {
    let mut text = format!("{FORMAT}\n");
    for (key, state) in keys.iter().zip(STATES) {
        text.push_str(&format!(
            "{} {state} {}\n",
            key.kid,
            key.pair.private().to_bytes_hex()
        ));
    }
    text
}

pub(crate) fn parse(text: &str) -> Result<Vec<RootKey>, RootKeyError> {
    let mut lines = text.lines();
    if lines.next() != Some(FORMAT) {
        return Err(RootKeyError::Damaged { line: 1 });
    }
    let mut keys: Vec<RootKey> = Vec::new();
    for (at, line) in lines.enumerate() {
        let damaged = RootKeyError::Damaged { line: at + 2 };
        match STATES.get(at).and_then(|state| parse_line(line, state)) {
            Some(key) if keys.iter().all(|other| other.kid != key.kid) => keys.push(key),
            _ => return Err(damaged),
        }
    }
    if keys.is_empty() {
        Err(RootKeyError::Damaged { line: 2 })
    } else {
        Ok(keys)
    }
}

fn parse_line(line: &str, state: &str) -> Option<RootKey> {
    let mut words = line.split(' ');
    let (kid, said, seed) = (words.next()?, words.next()?, words.next()?);
    if said != state || words.next().is_some() {
        return None;
    }
    RootKey::from_seed(kid.parse().ok()?, &hex::decode(seed).ok()?)
}

#[cfg(unix)]
mod access {
    //! Who may touch a file, on Unix.
    use std::{
        fs::{DirBuilder, Metadata, OpenOptions},
        io,
        os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt},
        path::Path,
    };

    pub(super) fn others_may(metadata: &Metadata, bits: u32) -> bool {
        metadata.mode() & bits != 0
    }

    pub(super) fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
        options.mode(0o600)
    }

    pub(super) fn create_directory(path: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)
    }
}

#[cfg(not(unix))]
mod access {
    //! Who may touch a file, where the owner's profile protects it.
    use std::{
        fs::{self, Metadata, OpenOptions},
        io,
        path::Path,
    };

    pub(super) fn others_may(_: &Metadata, _: u32) -> bool {
        false
    }

    pub(super) fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    pub(super) fn create_directory(path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }
}
