//! Verifying: length, form, signature, what was appended, expiry; in this order, and without evaluating anything.

use crate::{
    Identity, VerifiedToken,
    narrowing::{self, APPENDED_MAX},
    reading::Blocks,
    secret::hash_code,
};
use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use biscuit_auth::{Biscuit, error};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// The longest text that is looked at, in characters.
pub const LENGTH_MAX: usize = 4096;

/// Tokens leave without padding, which is illegal in a subprotocol, and come back with or without.
pub(crate) const TEXT: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Why a text is not accepted as a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    /// It is no token, or not one of ours.
    #[error("not a token")]
    Malformed,
    /// It is longer than 4 KiB or has more than four appended blocks.
    #[error("the token is too large")]
    TooLarge,
    /// A signature does not fit.
    #[error("the token is not signed by this installation")]
    BadSignature,
    /// It names a root key that this installation does not have.
    #[error("the token names an unknown key")]
    UnknownKey,
    /// It no longer works.
    #[error("the token has expired")]
    Expired,
    /// It, one that it was narrowed from, or its sign-in was revoked.
    #[error("the token was revoked")]
    Revoked,
    /// A block was appended that does more than narrow.
    #[error("an appended block may only narrow")]
    NotNarrowingOnly,
}

impl Identity {
    /// Reads a token that works now.
    ///
    /// # Errors
    /// [`TokenRefused`] with the reason, which is for logs and not for whoever showed the token.
    pub fn verify(&self, text: &str, now: DateTime<Utc>) -> Result<Arc<VerifiedToken>, TokenRefused> {
        let token = self.recognise(text, now)?;
        if now < token.expires_at {
            Ok(token)
        } else {
            Err(TokenRefused::Expired)
        }
    }

    /// Reads a token of this installation that may have expired, for ending what it came of. What is remembered is remembered for
    /// up to a minute; whether it was revoked is looked up every time.
    ///
    /// # Errors
    /// As [`Identity::verify`].
    pub fn recognise(&self, text: &str, now: DateTime<Utc>) -> Result<Arc<VerifiedToken>, TokenRefused> {
        if text.len() > LENGTH_MAX {
            return Err(TokenRefused::TooLarge);
        }
        let hash = hash_code(text);
        let token = match self.cache.find(&hash, now) {
            Some(token) => token,
            None => {
                let token = Arc::new(self.read(text)?);
                self.cache.keep(hash, Arc::clone(&token), now);
                token
            }
        };
        if self.revocations.cover(&token) {
            Err(TokenRefused::Revoked)
        } else {
            Ok(token)
        }
    }

    fn read(&self, text: &str) -> Result<VerifiedToken, TokenRefused> {
        let bytes = TEXT.decode(text).map_err(|_| TokenRefused::Malformed)?;
        let blocks = Blocks::decode(&bytes).ok_or(TokenRefused::Malformed)?;
        if blocks.appended.len() > APPENDED_MAX {
            return Err(TokenRefused::TooLarge);
        }
        let keys = self.keys();
        let biscuit = Biscuit::from(&bytes, |kid| keys.public(kid)).map_err(refusal)?;
        if !narrowing::only_narrows(&blocks) {
            return Err(TokenRefused::NotNarrowingOnly);
        }
        VerifiedToken::from_parts(biscuit, &blocks).ok_or(TokenRefused::Malformed)
    }
}

fn refusal(error: error::Token) -> TokenRefused {
    match error {
        error::Token::Format(error::Format::UnknownPublicKey) => TokenRefused::UnknownKey,
        error::Token::Format(error::Format::Signature(_) | error::Format::SealedSignature) => {
            TokenRefused::BadSignature
        }
        _ => TokenRefused::Malformed,
    }
}
