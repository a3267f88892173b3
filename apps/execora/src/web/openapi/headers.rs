//! Request headers as parameters of the document.

use utoipa::IntoParams;

/// A key that the route needs.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it is read by the document alone")]
pub struct NeededKey {
    /// Names the request, so that it has one effect however often it comes; 1 to 255 visible ASCII characters, bare or quoted.
    #[param(rename = "Idempotency-Key", value_type = String, required = true, min_length = 1, max_length = 257,
        pattern = r"^[!-~]+$", example = "order-2217")]
    key: String,
}

/// A key that the route takes.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it is read by the document alone")]
pub struct OptionalKey {
    /// Names the request, so that it has one effect however often it comes; 1 to 255 visible ASCII characters, bare or quoted.
    #[param(rename = "Idempotency-Key", value_type = String, required = false, min_length = 1, max_length = 257,
        pattern = r"^[!-~]+$", example = "order-2217")]
    key: String,
}

/// The version that a change is meant for.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it is read by the document alone")]
pub struct NeededVersion {
    /// The `ETag` of what is to change, or `*` for whatever it is. Only what stands before a dot counts.
    #[param(rename = "If-Match", value_type = String, required = true, example = "\"7\"",
        pattern = r#"^(\*|(W/)?"[!#-~]*")$"#)]
    version: String,
}

/// The version that the reader has.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it is read by the document alone")]
pub struct KnownVersion {
    /// `ETag`s that the reader has, separated by commas: one that still holds is answered with 304.
    #[param(rename = "If-None-Match", value_type = String, required = false, example = "\"7\"")]
    version: String,
}
