//! Schemas of what a problem says: its code, its kind of trouble, and what is wrong with a field.

use crate::problem::{Code, FIELD_CODES, field_words};
use std::borrow::Cow;
use std::collections::BTreeSet;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

macro_rules! closed {
    ($($(#[$doc:meta])* $name:ident as $shown:literal = $words:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> { closed($words) }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> { Cow::Borrowed($shown) }
        }
    )*};
}

fn closed(words: impl IntoIterator<Item = &'static str>) -> RefOr<Schema> {
    let words: Vec<&str> = words.into_iter().collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(words))
        .into()
}

closed! {
    /// The frozen code of a problem.
    CodeWord as "ProblemCode" = Code::ALL.iter().map(|code| code.as_str());
    /// The kind of trouble.
    CategoryWord as "ProblemCategory" = Code::ALL.iter().map(|code| code.category()).collect::<BTreeSet<_>>();
    /// What is wrong with a field: a rule that it breaks, or the code of the problem it brings.
    FieldCodeWord as "FieldCode" =
        FIELD_CODES.iter().map(|code| field_words(*code).0).chain(Code::ALL.iter().map(|code| code.as_str()));
}
