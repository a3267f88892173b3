//! Signing what leaves and comes back unchanged, such as the cursor of a list.

use crate::{Identity, root_key::RootKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::hmac;

/// The longest signed text that is looked at, in characters.
const LENGTH_MAX: usize = 2048;
const TAG_LENGTH: usize = 32;

impl Identity {
    /// `bytes` with their signature, in URL-safe characters. They are not hidden, only protected from change; `purpose`
    /// keeps a text that was signed for one thing from being used for another.
    #[must_use]
    pub fn sign(&self, purpose: &str, bytes: &[u8]) -> String {
        let tag = hmac::sign(&key_of(self.keys().current(), purpose), bytes);
        URL_SAFE_NO_PAD.encode([tag.as_ref(), bytes].concat())
    }

    /// The bytes of a text that this installation signed for the same purpose with its current or previous key.
    #[must_use]
    pub fn open(&self, purpose: &str, text: &str) -> Option<Vec<u8>> {
        if text.len() > LENGTH_MAX {
            return None;
        }
        let signed = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (tag, bytes) = signed.split_at_checked(TAG_LENGTH)?;
        let ours = |key: &RootKey| hmac::verify(&key_of(key, purpose), bytes, tag).is_ok();
        self.keys().all().iter().any(ours).then(|| bytes.to_vec())
    }
}

/// A key of its own for each purpose, from which neither the root key nor another purpose's can be computed.
fn key_of(root: &RootKey, purpose: &str) -> hmac::Key {
    let root = hmac::Key::new(hmac::HMAC_SHA256, &root.pair.private().to_bytes());
    let derived = hmac::sign(&root, format!("execora signature 1 {purpose}").as_bytes());
    hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RootKeys;

    fn identity() -> Result<Identity, crate::RootKeyError> {
        RootKeys::generate().map(Identity::new)
    }

    #[test]
    fn a_signed_text_opens_for_its_purpose_and_installation_alone() -> Result<(), crate::RootKeyError> {
        let (ours, theirs) = (identity()?, identity()?);
        let text = ours.sign("cursor", b"after 7");
        assert_eq!(ours.open("cursor", &text).as_deref(), Some(&b"after 7"[..]));
        assert_eq!(ours.open("link", &text), None);
        assert_eq!(theirs.open("cursor", &text), None);
        Ok(())
    }

    #[test]
    fn a_forged_cut_or_endless_text_does_not_open() -> Result<(), crate::RootKeyError> {
        let ours = identity()?;
        let text = ours.sign("cursor", b"after 7");
        for at in 0..text.len() {
            let mut forged = text.clone();
            forged.replace_range(at..=at, if text.as_bytes()[at] == b'A' { "B" } else { "A" });
            assert_eq!(ours.open("cursor", &forged), None, "character {at}");
            assert_eq!(ours.open("cursor", &text[..at]), None, "cut at {at}");
        }
        assert_eq!(ours.open("cursor", &"A".repeat(10_000)), None);
        Ok(())
    }
}
