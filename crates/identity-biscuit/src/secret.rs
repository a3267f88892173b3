//! One-time codes: made at random, kept only as a hash.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    digest,
    rand::{SecureRandom, SystemRandom},
};

/// The machine gives no random numbers; nothing secret can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the machine gives no random numbers")]
pub struct NoRandomness;

/// A code of 192 random bits in 32 URL-safe characters.
///
/// # Errors
/// [`NoRandomness`] when the machine gives none.
pub fn random_code() -> Result<String, NoRandomness> {
    random_bytes::<24>().map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
}

/// What is stored of a code, token or ticket instead of itself. Only for random ones: a short code would be guessed.
#[must_use]
pub fn hash_code(code: &str) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, code.as_bytes()).as_ref());
    hash
}

pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_url_safe_and_never_the_same_twice() {
        let codes: Vec<String> = (0..100).filter_map(|_| random_code().ok()).collect();
        let mut unique = codes.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), 100);
        assert!(codes.iter().all(|c| c.len() == 32));
        assert!(
            codes
                .iter()
                .flat_map(|c| c.chars())
                .all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        );
    }

    #[test]
    fn a_hash_is_sha_256() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(hash_code("abc")), expected);
    }
}
