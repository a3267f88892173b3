//! Schemas of the values that stand everywhere: ids, amounts, quantities, dates.

use serde_json::json;
use std::borrow::Cow;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// What an id looks like after its prefix.
const UUID: &str = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const EXAMPLE: &str = "0193a5b0-7c1e-7d42-9f3a-2b6c8e1d4f70";

/// Names a schema and builds it.
macro_rules! scalars {
    ($($(#[$doc:meta])* $name:ident as $shown:literal = $schema:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name;
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> { RefOr::T(Schema::Object($schema.build())) }
        }
        impl ToSchema for $name {
            fn name() -> Cow<'static, str> { Cow::Borrowed($shown) }
        }
    )*};
}

fn text(pattern: impl Into<String>, example: impl Into<String>) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(pattern))
        .examples([json!(example.into())])
}

fn id(prefix: &str, what: &str) -> ObjectBuilder {
    text(format!("^{prefix}_{UUID}$"), format!("{prefix}_{EXAMPLE}"))
        .description(Some(format!("Names {what}.")))
}

fn paise(what: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
        .description(Some(what))
        .examples([json!(12_500)])
}

fn label(characters_max: usize) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(characters_max))
}

fn formatted(format: KnownFormat, example: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(format)))
        .examples([json!(example)])
}

/// The largest amount that a person or partner may name.
const AMOUNT_MAX: isize = 10_000_000_000;

scalars! {
    /// A shop.
    TenantRef as "TenantId" = id("ten", "a shop");
    /// A person.
    UserRef as "UserId" = id("usr", "a person of the shop");
    /// A customer.
    CustomerRef as "CustomerId" = id("cus", "a customer");
    /// A product.
    ProductRef as "ProductId" = id("prd", "a product");
    /// A stock movement.
    MovementRef as "MovementId" = id("mov", "a stock movement");
    /// An invoice.
    InvoiceRef as "InvoiceId" = id("inv", "an invoice");
    /// A draft.
    DraftRef as "DraftId" = id("dft", "a draft");
    /// A journal entry.
    EntryRef as "EntryId" = id("jnl", "a journal entry");
    /// A payment.
    PaymentRef as "PaymentId" = id("pay", "a payment");
    /// A reminder.
    ReminderRef as "ReminderId" = id("rem", "a reminder");
    /// A conversation.
    SessionRef as "SessionId" = id("ses", "a conversation");
    /// One command of a conversation.
    TurnRef as "TurnId" = id("trn", "one command of a conversation and its answer");
    /// What an `undo_token` names.
    UndoRef as "UndoId" = text(format!("^und_{UUID}_{UUID}$"), format!("und_{EXAMPLE}_{EXAMPLE}"))
        .description(Some("Names what can be taken back, and the conversation in which it was done."));
    /// A message that left the shop.
    MessageRef as "MessageId" = id("msg", "a message that left the shop");
    /// An intent; the reader of commands declares it.
    IntentText as "Intent" = ObjectBuilder::new().schema_type(Type::String);
    /// The slots of a command; the reader of commands declares them.
    Slots as "Slots" = ObjectBuilder::new();
    /// Any sum.
    Paise as "Paise" = paise("A sum in paise; ₹1 is 100.");
    /// What may be paid, lent or charged at once.
    Amount as "Amount" = paise("A sum in paise, more than nothing and at most ₹10,00,00,000.")
        .minimum(Some(1_isize)).maximum(Some(AMOUNT_MAX));
    /// A price, a limit or a discount.
    Price as "Price" = paise("A sum in paise, at most ₹10,00,00,000.")
        .minimum(Some(0_isize)).maximum(Some(AMOUNT_MAX));
    /// What is owed at the start, either way.
    OpeningBalance as "OpeningBalance" = paise("A sum in paise, at most ₹10,00,00,000 either way; an advance is negative.")
        .minimum(Some(-AMOUNT_MAX)).maximum(Some(AMOUNT_MAX));
    /// A quantity as it stands in the books.
    Quantity as "Quantity" = text(r"^-?[0-9]+(\.[0-9]{1,3})?$", "12.5")
        .description(Some("A decimal with at most three places."));
    /// A quantity of one line.
    LineQuantity as "LineQuantity" = text(r"^0*[0-9]{1,5}(\.[0-9]{1,3})?$", "0.5")
        .description(Some("A decimal from 0.001 to 99999.999 with at most three places."));
    /// A quantity of one movement.
    SignedQuantity as "SignedQuantity" = text(r"^-?0*[0-9]{1,5}(\.[0-9]{1,3})?$", "12")
        .description(Some("A decimal up to 99999.999 either way; negative for an adjustment only."));
    /// A low-stock mark.
    Mark as "Mark" = text(r"^(-0+(\.0{1,3})?|[0-9]+(\.[0-9]{1,3})?)$", "5")
        .description(Some("A decimal from 0 with at most three places."));
    /// A percentage.
    Percent as "Percent" = text(r"^-?0*(100|[0-9]{1,2})(\.[0-9]{1,3})?$", "12.5")
        .description(Some("A decimal from 0 to 100 with at most three places."));
    /// How well something fits, from 0 to 1.
    Score as "Score" = text(r"^[01]\.[0-9]{2}$", "0.97");
    /// A day of the shop.
    Day as "Date" = formatted(KnownFormat::Date, "2026-11-22").description(Some("A day in the shop's time zone."));
    /// A time of day of the shop.
    Time as "TimeOfDay" = text("^([01][0-9]|2[0-3]):[0-5][0-9]$", "21:00");
    /// An invoice series.
    SeriesText as "Series" = text("^[A-Z0-9]{1,4}$", "INV");
    /// The number that the next bill gets.
    NextNumber as "NextNumber" = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1_isize))
        .maximum(Some(99_999_isize));
    /// An instant.
    Instant as "Instant" = formatted(KnownFormat::DateTime, "2026-11-22T04:30:00.000000Z");
    /// A short text.
    LabelText as "Label" = label(255).examples([json!("Rahul")]);
    /// A longer text.
    NoteText as "Note" = label(1_000).examples([json!("two of them were broken")]);
    /// A phone number as people write it.
    PhoneIn as "PhoneIn" = label(40).examples([json!("98765 43210")])
        .description(Some("An Indian mobile number in any usual writing, or any number with +."));
    /// A phone number as it is kept.
    PhoneOut as "Phone" = text(r"^\+[0-9]{8,15}$", "+919876543210");
    /// The end of a phone number.
    PhoneEnd as "PhoneLast4" = text("^[0-9]{4}$", "3210");
    /// An e-mail address.
    EmailText as "Email" = formatted(KnownFormat::Email, "rahul@shop.example").max_length(Some(254));
    /// A GST number.
    GstinText as "Gstin" = text("^[0-9]{2}[A-Za-z]{5}[0-9]{4}[A-Za-z][0-9A-Za-z][Zz][0-9A-Za-z]$", "27AAPFU0939F1ZV");
    /// A GST state code.
    StateCode as "StateCode" = text("^[0-9]{2}$", "27");
    /// A postal code.
    PincodeText as "Pincode" = text("^[1-9][0-9]{2} ?[0-9]{3}$", "411001");
    /// An HSN code.
    HsnText as "HsnCode" = text("^([0-9]{4}|[0-9]{6}|[0-9]{8})$", "1701");
    /// Hundredths of a percent.
    BasisPoints as "BasisPoints" = ObjectBuilder::new().schema_type(Type::Integer)
        .minimum(Some(0_isize)).maximum(Some(30_000_isize)).examples([json!(1_800)])
        .description(Some("Hundredths of a percent: 1800 is 18 %."));
    /// Where the next page starts.
    Cursor as "Cursor" = ObjectBuilder::new().schema_type(Type::String).max_length(Some(512))
        .description(Some("Where the next page starts: as it was answered, for the same list with the same filters."));
    /// The currency.
    Currency as "Currency" = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(["INR"]));
    /// The version of a resource.
    Version as "Version" = ObjectBuilder::new().schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64))).minimum(Some(1_isize));
}
