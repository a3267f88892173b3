//! The W3C `traceparent` of a request: believed only in its exact form, so that nothing else reaches the log under its name.

/// The length of a traceparent of version 00.
const LENGTH: usize = 55;

/// The traceparent, when it is one. What a later version appends is left off.
#[must_use]
pub fn read(text: &str) -> Option<&str> {
    let (known, rest) = text.split_at_checked(LENGTH)?;
    let mut parts = known.split('-');
    let (version, trace, parent, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let hex = |part: &str, length: usize| {
        part.len() == length
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    let zero = |part: &str| part.bytes().all(|b| b == b'0');
    let appended = rest.is_empty() || version != "00" && rest.starts_with('-');
    let fits = hex(version, 2)
        && version != "ff"
        && hex(trace, 32)
        && !zero(trace)
        && hex(parent, 16)
        && !zero(parent)
        && hex(flags, 2)
        && parts.next().is_none()
        && appended;
    fits.then_some(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    #[test]
    fn a_traceparent_has_one_form() {
        assert_eq!(read(GOOD), Some(GOOD));
        let later = format!("cc{}-what-comes-later", GOOD.get(2..).unwrap_or_default());
        assert_eq!(read(&later), later.get(..LENGTH));
        for bad in [
            "",
            "00",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
            "00-0af7651916cd43dd8448eb211c80319cb-7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
            "0é-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(read(&"0".repeat(120_000)), None);
    }
}
