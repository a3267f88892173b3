//! Sealing with a ticket: a store keeps what only the holder of the ticket can open.

use crate::secret::{NoRandomness, random_bytes};
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hkdf::{HKDF_SHA256, Salt},
};

const CONTEXT: &[u8] = b"execora ticket 1";

/// Seals `plain` so that it opens with `ticket` alone. What is stored beside it should be `hash_code(ticket)`, from which
/// the key cannot be computed.
///
/// # Errors
/// [`NoRandomness`] when the machine gives none.
pub fn seal_with_ticket(ticket: &str, plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
    let nonce = random_bytes::<NONCE_LEN>()?;
    let key = key_of(ticket).ok_or(NoRandomness)?;
    let mut body = plain.to_vec();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(CONTEXT), &mut body)
        .map_err(|_| NoRandomness)?;
    Ok([&nonce[..], &body].concat())
}

/// Opens what was sealed with the same ticket; nothing when it was another or when a bit has changed.
#[must_use]
pub fn open_with_ticket(ticket: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body = body.to_vec();
    let plain = key_of(ticket)?
        .open_in_place(nonce, Aad::from(CONTEXT), &mut body)
        .ok()?;
    Some(plain.to_vec())
}

fn key_of(ticket: &str) -> Option<LessSafeKey> {
    let secret = Salt::new(HKDF_SHA256, CONTEXT).extract(ticket.as_bytes());
    let key: UnboundKey = secret.expand(&[b"aes-256-gcm"], &AES_256_GCM).ok()?.into();
    Some(LessSafeKey::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_ticket_alone() {
        let sealed = seal_with_ticket("ticket", b"a token").unwrap_or_default();
        assert_eq!(
            open_with_ticket("ticket", &sealed).as_deref(),
            Some(&b"a token"[..])
        );
        assert_eq!(open_with_ticket("ticker", &sealed), None);
        assert!(!sealed.windows(7).any(|w| w == b"a token"));
    }

    #[test]
    fn a_changed_bit_or_a_cut_end_does_not_open() {
        let sealed = seal_with_ticket("ticket", b"a token").unwrap_or_default();
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(open_with_ticket("ticket", &changed), None, "byte {at}");
            assert_eq!(open_with_ticket("ticket", &sealed[..at]), None, "cut at {at}");
        }
    }
}
