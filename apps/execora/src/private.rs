//! The home and all in it is its owner's alone: made so, and refused when it is not.

use anyhow::{Context, Result, bail};
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// What others may do with a file or a folder.
const OTHERS: u32 = 0o077;
/// How deep folders in the home are looked into.
const DEPTH_MAX: usize = 8;

/// Makes the folder when it is not there, closed to others. An empty one is closed; one that holds something others can reach is
/// refused.
///
/// # Errors
/// When it cannot be made, or others can reach it or something in it; the error says what to do.
pub fn make_home(home: &Path) -> Result<()> {
    let cannot = || format!("cannot make the folder {}", home.display());
    if !home.is_dir() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(home)
            .with_context(cannot)?;
    }
    let empty = fs::read_dir(home).with_context(cannot)?.next().is_none();
    if empty && reachable(home)?.is_some() {
        fs::set_permissions(home, Permissions::from_mode(0o700)).with_context(cannot)?;
    }
    if let Some((path, mode)) = exposed(home, DEPTH_MAX)? {
        bail!(
            "others can reach {} (mode {mode:o}), and the home must be its owner's alone: run `chmod -R go= {}`",
            path.display(),
            home.display()
        );
    }
    Ok(())
}

/// Makes an empty file for its owner alone, unless it is there.
///
/// # Errors
/// When it cannot be made.
pub fn make_file(path: &Path) -> Result<()> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(error).with_context(|| format!("cannot make the file {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// Writes a small file for its owner alone.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    Ok(file.write_all(text.as_bytes())?)
}

/// The mode of what others can reach.
fn reachable(path: &Path) -> Result<Option<u32>> {
    let cannot = || format!("cannot look at {}", path.display());
    let mode = fs::symlink_metadata(path).with_context(cannot)?.mode() & 0o777;
    Ok(Some(mode).filter(|mode| mode & OTHERS != 0))
}

/// The first thing in a folder, or the folder itself, that others can reach.
fn exposed(path: &Path, depth: usize) -> Result<Option<(PathBuf, u32)>> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        // A running server may have put it away meanwhile.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error).with_context(|| format!("cannot look at {}", path.display())),
    };
    // What a link leads to has an owner and a mode of its own; those of the link mean nothing.
    if metadata.is_symlink() {
        return Ok(None);
    }
    let mode = metadata.mode() & 0o777;
    if mode & OTHERS != 0 {
        return Ok(Some((path.to_owned(), mode)));
    }
    if metadata.is_dir() && depth > 0 {
        let entries = fs::read_dir(path).with_context(|| format!("cannot look into {}", path.display()))?;
        for entry in entries {
            if let Some(found) = exposed(&entry?.path(), depth - 1)? {
                return Ok(Some(found));
            }
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path, mode: u32) -> Result<()> {
        Ok(fs::set_permissions(path, Permissions::from_mode(mode))?)
    }

    #[test]
    fn a_new_or_an_empty_home_is_closed_to_others() -> Result<()> {
        let folder = tempfile::tempdir()?;
        for made in [false, true] {
            let home = folder.path().join(format!("made {made}"));
            if made {
                fs::create_dir(&home)?;
                mode(&home, 0o755)?;
            }
            make_home(&home)?;
            assert_eq!(fs::metadata(&home)?.mode() & 0o777, 0o700);
        }
        Ok(())
    }

    #[test]
    fn a_home_that_others_can_reach_anywhere_is_refused_with_what_to_do() -> Result<()> {
        for (name, wrong) in [
            ("", 0o755),
            ("db", 0o644),
            ("keys", 0o750),
            ("keys/root.key", 0o604),
        ] {
            let folder = tempfile::tempdir()?;
            let home = folder.path().join("home");
            make_home(&home)?;
            fs::create_dir(home.join("keys"))?;
            mode(&home.join("keys"), 0o700)?;
            for file in ["db", "keys/root.key"] {
                write(&home.join(file), "x")?;
            }
            make_home(&home)?;
            mode(&home.join(name), wrong)?;
            let refused = make_home(&home).map_err(|error| error.to_string());
            let told = format!("chmod -R go= {}", home.display());
            assert!(
                refused.is_err_and(|said| said.contains(&told)),
                "{name} {wrong:o}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_file_is_made_for_its_owner_alone_and_left_when_it_is_there() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("db");
        make_file(&path)?;
        assert_eq!(fs::metadata(&path)?.mode() & 0o777, 0o600);
        write(&path, "books")?;
        make_file(&path)?;
        assert_eq!(fs::read_to_string(&path)?, "books");
        Ok(())
    }
}
