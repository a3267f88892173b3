//! The one table from what went wrong to what is answered: RFC 9457 problems with frozen codes.

use crate::web::openapi::problems::{CategoryWord, CodeWord, FieldCodeWord};
use actix_web::{HttpResponse, ResponseError, http::StatusCode};
use execora_kernel::StoreError;
use execora_usecases::{FieldCode, LineRefusal, Refusal, Subject};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fmt;
use utoipa::ToSchema;

macro_rules! codes {
    ($($variant:ident = $code:literal $status:literal $category:literal $retryable:literal $title:literal;)*) => {
        /// Every code that an answer may carry.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the table says it")]
        pub enum Code { $($variant),* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// The frozen word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $code),* } }
            /// The HTTP status.
            #[must_use]
            pub const fn status(self) -> u16 { match self { $(Self::$variant => $status),* } }
            /// The kind of trouble.
            #[must_use]
            pub const fn category(self) -> &'static str { match self { $(Self::$variant => $category),* } }
            /// Whether the same request may succeed later.
            #[must_use]
            pub const fn retryable(self) -> bool { match self { $(Self::$variant => $retryable),* } }
            /// A short sentence for people.
            #[must_use]
            pub const fn title(self) -> &'static str { match self { $(Self::$variant => $title),* } }
        }
    };
}

codes! {
    MalformedJson = "malformed_json" 400 "validation" false "The body is not well-formed JSON";
    UnknownField = "unknown_field" 400 "validation" false "A field or parameter is not known";
    WrongType = "wrong_type" 400 "validation" false "A value has the wrong type";
    InvalidCursor = "invalid_cursor" 400 "validation" false "The cursor was not made for this list";
    IdempotencyKeyRequired = "idempotency_key_required" 400 "validation" false "This request needs an Idempotency-Key";
    IdempotencyKeyInvalid = "idempotency_key_invalid" 400 "validation" false "The Idempotency-Key is not 1 to 255 visible ASCII characters";
    Unauthenticated = "unauthenticated" 401 "authentication" false "Sign in first";
    Forbidden = "forbidden" 403 "authorization" false "The credential does not allow this";
    NotFound = "not_found" 404 "notfound" false "There is no such thing";
    MethodNotAllowed = "method_not_allowed" 405 "validation" false "The route does not know this method";
    NotAcceptable = "not_acceptable" 406 "validation" false "None of the accepted types can be given";
    RequestTimeout = "request_timeout" 408 "validation" true "The body came too slowly";
    BodyTooLarge = "body_too_large" 413 "validation" false "The body is too large";
    UnsupportedMediaType = "unsupported_media_type" 415 "validation" false "The body must be application/json";
    DuplicateCustomer = "duplicate_customer" 409 "conflict" false "A customer has this phone already";
    IdempotencyInProgress = "idempotency_in_progress" 409 "conflict" true "The same request is still running";
    AlreadyIssued = "already_issued" 409 "conflict" false "It was issued before";
    AlreadyCancelled = "already_cancelled" 409 "conflict" false "It was cancelled before";
    AlreadyReversed = "already_reversed" 409 "conflict" false "It was reversed before";
    OutOfStock = "out_of_stock" 409 "conflict" false "Not enough is in stock";
    VersionStale = "version_stale" 412 "conflict" false "It was changed since it was read";
    IfMatchRequired = "if_match_required" 428 "conflict" false "This request needs If-Match";
    ValidationFailed = "validation_failed" 422 "validation" false "Some fields were refused";
    IdempotencyKeyReused = "idempotency_key_reused" 422 "validation" false "The key was used for another request";
    UnknownCustomer = "unknown_customer" 422 "business" false "The shop does not know this customer";
    UnknownProduct = "unknown_product" 422 "business" false "The shop does not know this product";
    AmbiguousProduct = "ambiguous_product" 422 "business" false "Several products fit this name";
    ProductNotPriced = "product_not_priced" 422 "business" false "The product has no price";
    CreditLimitExceeded = "credit_limit_exceeded" 422 "business" false "The customer would owe more than allowed";
    AllocationExceedsOpen = "allocation_exceeds_open" 422 "business" false "More was put on an invoice than is open";
    GstinInvalid = "gstin_invalid" 422 "business" false "The GST number is missing or wrong";
    CodeWrong = "code_wrong" 422 "business" false "The code is wrong, used or too old";
    CodeExpired = "code_expired" 422 "business" false "The code is too old";
    RateLimited = "rate_limited" 429 "rate_limit" true "Too many requests";
    Internal = "internal" 500 "unknown" false "Something went wrong on our side";
    Unavailable = "unavailable" 503 "database" true "The service is not available right now";
}

/// Where a field that was refused is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = FieldPlace)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Place {
    Body,
    Query,
    Header,
}

/// A refused field on the wire.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldProblem {
    /// Where the field is.
    #[serde(rename = "in")]
    pub place: Place,
    /// RFC 6901: of a field in the body, or `/` and the name of a parameter or header.
    #[schema(example = "/items/0/quantity")]
    pub pointer: String,
    #[schema(value_type = FieldCodeWord)]
    pub code: String,
    pub message: String,
}

/// The most entries of a list of errors: an answer does not grow with what is wrong with its request.
pub const ERRORS_MAX: usize = 20;

/// A field that was refused, by its RFC 6901 pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FieldRefusal {
    pub pointer: String,
    pub code: FieldCode,
}

/// A problem as it is answered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
#[expect(missing_docs, reason = "RFC 9457 says it")]
pub struct ProblemView {
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    pub kind: String,
    pub title: String,
    #[schema(minimum = 400, maximum = 599)]
    pub status: u16,
    pub detail: String,
    pub instance: String,
    #[schema(value_type = CodeWord)]
    pub code: String,
    #[schema(value_type = CategoryWord)]
    pub category: String,
    pub errors: Vec<FieldProblem>,
    pub request_id: String,
    pub retryable: bool,
    #[serde(flatten)]
    #[schema(ignore)]
    pub extra: Map<String, Value>,
}

/// What went wrong. The answer's `instance` and `request_id` are added on the way out.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Problem {
    pub code: Code,
    pub detail: Option<String>,
    pub errors: Vec<FieldProblem>,
    pub extra: Map<String, Value>,
    pub retry_after: Option<u64>,
    /// Says otherwise than the code does.
    pub retryable: Option<bool>,
}

impl Problem {
    /// A problem without further words.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            detail: None,
            errors: Vec::new(),
            extra: Map::new(),
            retry_after: None,
            retryable: None,
        }
    }

    /// Too many requests; it goes on in so many seconds.
    #[must_use]
    pub fn too_many(wait_seconds: u64) -> Self {
        Self {
            retry_after: Some(wait_seconds),
            ..Self::new(Code::RateLimited).saying(format!("it goes on in {wait_seconds} seconds"))
        }
    }

    /// The same with words of its own; never a person's data, never a vendor's text.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same with a field of its own.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.extra.insert(name.to_owned(), value);
        self
    }

    /// The same pointing at a field.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        let (code, message) = (self.code.as_str().to_owned(), self.code.title().to_owned());
        self.errors.push(FieldProblem {
            place: Place::Body,
            pointer: pointer.into(),
            code,
            message,
        });
        self
    }

    /// One field that was refused.
    #[must_use]
    pub fn field(pointer: impl Into<String>, code: FieldCode) -> Self {
        let pointer = pointer.into();
        Self::fields(vec![FieldRefusal { pointer, code }])
    }

    /// The same about parameters of the query instead of the body.
    #[must_use]
    pub fn in_query(self) -> Self {
        self.placed(Place::Query)
    }

    /// The same about a header instead of the body.
    #[must_use]
    pub fn in_header(self) -> Self {
        self.placed(Place::Header)
    }

    fn placed(mut self, place: Place) -> Self {
        self.errors.iter_mut().for_each(|error| error.place = place);
        self
    }

    /// Fields that were refused.
    #[must_use]
    pub fn fields(fields: Vec<FieldRefusal>) -> Self {
        let mut problem = Self::new(Code::ValidationFailed);
        problem.errors = fields
            .into_iter()
            .take(ERRORS_MAX)
            .map(|f| {
                let (code, message) = field_words(f.code);
                FieldProblem {
                    place: Place::Body,
                    pointer: f.pointer,
                    code: code.to_owned(),
                    message: message.to_owned(),
                }
            })
            .collect();
        problem
    }

    /// The problem as answered.
    #[must_use]
    pub fn view(&self, instance: &str, request_id: &str) -> ProblemView {
        ProblemView {
            kind: "about:blank".to_owned(),
            title: self.code.title().to_owned(),
            status: self.code.status(),
            detail: self
                .detail
                .clone()
                .unwrap_or_else(|| self.code.title().to_owned()),
            instance: instance.to_owned(),
            code: self.code.as_str().to_owned(),
            category: self.code.category().to_owned(),
            errors: self.errors.clone(),
            request_id: request_id.to_owned(),
            retryable: self.retryable.unwrap_or(self.code.retryable()),
            extra: self.extra.clone(),
        }
    }
}

/// Every rule that a field may break.
pub const FIELD_CODES: [FieldCode; 5] = [
    FieldCode::Required,
    FieldCode::OutOfRange,
    FieldCode::TooLong,
    FieldCode::InvalidFormat,
    FieldCode::TooManyDecimals,
];

/// The frozen word of a rule, and what it says to people.
#[must_use]
pub const fn field_words(code: FieldCode) -> (&'static str, &'static str) {
    match code {
        FieldCode::Required => ("required", "is needed"),
        FieldCode::OutOfRange => ("out_of_range", "is outside what is allowed"),
        FieldCode::TooLong => ("too_long", "is too long"),
        FieldCode::InvalidFormat => ("invalid_format", "is not of the right form"),
        FieldCode::TooManyDecimals => ("too_many_decimals", "has too many decimals"),
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.as_str())
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// When to come again after the store did not answer.
const STORE_RETRY_SECONDS: u64 = 1;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable | StoreError::Busy => Self {
                retry_after: Some(STORE_RETRY_SECONDS),
                ..Self::new(Code::Unavailable)
            },
            StoreError::OutcomeUnknown => Self {
                retry_after: Some(STORE_RETRY_SECONDS),
                retryable: Some(false),
                ..Self::new(Code::Unavailable)
            }
            .saying("it is not known whether this was done: look before you ask for it again"),
            StoreError::Stale => Self::new(Code::VersionStale),
            StoreError::Duplicate | StoreError::Corrupt { .. } => {
                tracing::error!(%error, "the store answered something that must not be");
                Self::new(Code::Internal)
            }
        }
    }
}

impl From<execora_kernel::caller::Forbidden> for Problem {
    fn from(forbidden: execora_kernel::caller::Forbidden) -> Self {
        Self::new(Code::Forbidden).saying(forbidden.to_string())
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Store(error) => error.into(),
            Refusal::Forbidden(forbidden) => forbidden.into(),
            Refusal::NotFound => Self::new(Code::NotFound),
            Refusal::Value { subject, why } => Self::field(pointer(subject), why),
            Refusal::Line { line, why } => of_line(line, &why),
            Refusal::WrongUnit(kept_in) => Self::field("/unit", FieldCode::InvalidFormat)
                .saying(format!("it is kept by the {}", kept_in.unit)),
            Refusal::DatedBeforeSeries { latest } => Self::field("/date", FieldCode::OutOfRange).saying(
                format!("the series has a bill of {latest}, and the shop does not allow earlier dates"),
            ),
            Refusal::UnknownCustomer => Self::new(Code::UnknownCustomer).at("/customer_id"),
            Refusal::PhoneTaken { customer } => Self::new(Code::DuplicateCustomer)
                .with("customer_id", json!(customer))
                .at("/phone"),
            Refusal::OutOfStock {
                product,
                name,
                left,
                unit,
            } => Self::new(Code::OutOfStock)
                .saying(format!("only {left} {unit} of {name} is left"))
                .with("product_id", json!(product))
                .with("left", json!(left)),
            Refusal::CreditLimitExceeded { limit } => {
                Self::new(Code::CreditLimitExceeded).with("credit_limit_paise", json!(limit.paise()))
            }
            Refusal::AlreadyIssued => Self::new(Code::AlreadyIssued),
            Refusal::AlreadyCancelled => Self::new(Code::AlreadyCancelled),
            Refusal::AlreadyReversed => Self::new(Code::AlreadyReversed),
            Refusal::AllocationExceedsOpen => Self::new(Code::AllocationExceedsOpen).at("/allocations"),
            Refusal::NoGstin => Self::new(Code::GstinInvalid)
                .saying("the shop has no GST number, so it cannot bill with GST")
                .at("/with_gst"),
            Refusal::VersionStale => Self::new(Code::VersionStale),
            Refusal::KeyReused => Self::new(Code::IdempotencyKeyReused),
            Refusal::KeyInProgress => Self::new(Code::IdempotencyInProgress),
            Refusal::CodeWrong => Self::new(Code::CodeWrong).at("/code"),
            Refusal::CodeMistaken { left } => Self::new(Code::CodeWrong)
                .with("tries_left", json!(left))
                .at("/code"),
            Refusal::CodeExpired | Refusal::CodeTriesOver => Self::new(Code::CodeExpired).at("/code"),
            Refusal::CodeTooSoon { seconds } => Self {
                retry_after: Some(u64::from(seconds)),
                ..Self::new(Code::RateLimited)
            },
            Refusal::CodeTooOften => Self::new(Code::RateLimited),
        }
    }
}

/// Where a request names a value.
fn pointer(subject: Subject) -> String {
    let name = match subject {
        Subject::Aliases => "aliases",
        Subject::Amount => "amount_paise",
        Subject::BooksFrom => "books_from",
        Subject::ConfirmAbove => "confirm_above_paise",
        Subject::Cost => "cost_paise",
        Subject::CreditLimit => "credit_limit_paise",
        Subject::Customer => "customer_id",
        Subject::Date => "date",
        Subject::Discount => "discount_paise",
        Subject::Email => "email",
        Subject::Gstin => "gstin",
        Subject::Items => "items",
        Subject::Name => "name",
        Subject::NextNumber => "next_number",
        Subject::OpeningBalance => "opening_balance_paise",
        Subject::OpeningStock => "opening_stock",
        Subject::Period => "period",
        Subject::Phone => "phone",
        Subject::Price => "price_paise",
        Subject::Quantity => "quantity",
        Subject::Rate(at) => return format!("/gst_rates/{at}/rate_bp"),
        Subject::Rates => "gst_rates",
        Subject::Reason => "reason",
        Subject::ReceivedAt => "received_at",
        Subject::Recurrence => "recurrence",
        Subject::SendAt => "send_at",
        Subject::Series => "invoice_series",
        Subject::State => "state_code",
        Subject::Unit => "unit",
    };
    format!("/{name}")
}

fn of_line(line: usize, why: &LineRefusal) -> Problem {
    let item = format!("/items/{line}");
    let field = |name: &str, code| Problem::field(format!("{item}/{name}"), code);
    match why {
        LineRefusal::UnknownProduct => Problem::new(Code::UnknownProduct).at(item),
        LineRefusal::AmbiguousProduct => Problem::new(Code::AmbiguousProduct).at(item),
        LineRefusal::NotPriced => Problem::new(Code::ProductNotPriced).at(item),
        LineRefusal::Quantity => field("quantity", FieldCode::OutOfRange),
        LineRefusal::Price => field("price_paise", FieldCode::OutOfRange),
        LineRefusal::Discount => field("discount_paise", FieldCode::OutOfRange),
        LineRefusal::WrongUnit(kept_in) => field("unit", FieldCode::InvalidFormat)
            .saying(format!("{} is kept by the {}", kept_in.product, kept_in.unit)),
    }
}
