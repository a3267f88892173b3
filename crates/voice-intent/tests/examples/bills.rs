//! Bills and drafts.

use execora_voice_intent::understanding::Intent;
use serde_json::{Value, json};

use crate::{has, leaves, reads};

#[test]
fn quantities_are_never_more_or_less_than_was_said() {
    let sold = |quantity: Value, unit: &str, product: &str| json!({ "customer": "Rahul", "items": [{ "product": product, "quantity": quantity, "unit": unit }] });
    has("bill for Rahul .5 kg sugar", sold(json!(0.5), "kg", "sugar"));
    has(
        "Rahul ko paav kilo adrak ka bill bana do",
        sold(json!(0.25), "kg", "adrak"),
    );
    has(
        "Rahul ko ek paav adrak ka bill bana do",
        sold(json!(0.25), "kg", "adrak"),
    );
    has(
        "bill for Rahul: 2 kilo rice, half a litre mustard oil",
        json!({ "customer": "Rahul", "items": [
            { "product": "rice", "quantity": 2, "unit": "kg" },
            { "product": "mustard oil", "quantity": 0.5, "unit": "l" },
        ] }),
    );
    has("bill for Rahul a dozen eggs", sold(json!(1), "dozen", "egg"));
    has(
        "bill for Rahul a kilo and a half of sugar",
        sold(json!(1.5), "kg", "sugar"),
    );
    has("bill for Rahul 1.250 kg sugar", sold(json!(1.25), "kg", "sugar"));
    leaves(
        Intent::CreateInvoice,
        &[
            "Suresh ko 2 bread without milk ka bill bana do",
            "bill for Rahul ..5 kg sugar",
        ],
    );
}

#[test]
fn a_bill_is_made_from_goods_in_any_order() {
    reads(
        Intent::CreateInvoice,
        &[
            "bill bana de Kamla ka aadha kilo paneer",
            "सुरेश के नाम का बिल बनाओ तीन किलो चावल",
            "raise a bill of 2 kg paneer for Rohan",
        ],
    );
    leaves(
        Intent::CreateInvoice,
        &[
            "Rahul ka bill mat banao",
            "bijli ka bill kitna aaya",
            "agar Rahul aaye to bill bana dena",
        ],
    );
    has(
        "Gita ka bill banao chawal 5 kilo daal 2 kilo",
        json!({"customer": "Gita", "items": [
            {"product": "chawal", "quantity": 5, "unit": "kg"}, {"product": "daal", "quantity": 2, "unit": "kg"}]}),
    );
    has(
        "invoice banao Lakshmi Stores 40 bori cement 370 ke rate pe gst ke saath",
        json!({"customer": "Lakshmi Stores", "with_gst": true,
            "items": [{"product": "cement", "quantity": 40, "unit": "bag", "price": 370}]}),
    );
}

#[test]
fn a_bill_is_confirmed_sent_listed_and_cancelled() {
    reads(
        Intent::ConfirmInvoice,
        &["Suresh ka bill pakka karo", "confirm bill for Ramesh"],
    );
    leaves(
        Intent::ConfirmInvoice,
        &[
            "Suresh ka bill confirm mat karo",
            "jo bill confirm nahi hua wo dikhao",
        ],
    );
    reads(
        Intent::SendInvoice,
        &["Suresh ko uska bill bhej do", "send bill to Suresh on whatsapp"],
    );
    leaves(Intent::SendInvoice, &["Rahul ka bill mat bhejna"]);
    reads(
        Intent::ListInvoices,
        &["is mahine ke saare bill dikhao", "list today's bills"],
    );
    leaves(Intent::ListInvoices, &["Suresh ka bill bana do"]);
    reads(
        Intent::CancelInvoice,
        &["Suresh wala bill radd kar dijiye", "delete this bill"],
    );
    leaves(
        Intent::CancelInvoice,
        &[
            "Suresh ka bill cancel mat karo",
            "kya Rahul ka bill cancel karna hai",
        ],
    );
    has(
        "Suresh ke pichle 3 bill dikhao",
        json!({"customer": "Suresh", "limit": 3}),
    );
    has("bill number 12 radd karo", json!({"invoice_number": "12"}));
    has(
        "bill number inv/26-27/0012 cancel karo",
        json!({"invoice_number": "INV/26-27/0012"}),
    );
}

#[test]
fn a_draft_is_changed_shown_and_taxed() {
    reads(
        Intent::EditDraft,
        &["bread 2 kar do", "bill se milk hata do", "5% discount do"],
    );
    leaves(Intent::EditDraft, &["volume kam karo", "delete everything"]);
    reads(Intent::ShowDraft, &["draft dikhao", "current bill dikhao"]);
    leaves(Intent::ShowDraft, &["kal ke bill dikhao"]);
    reads(
        Intent::ToggleGst,
        &["gst laga dijiye", "include GST", "gst ke bina banao"],
    );
    leaves(Intent::ToggleGst, &["GST return file kar do", "gst kya hota hai"]);
    has("gst ke bina banao", json!({"with_gst": false}));
    has("100 rupaye ki chhoot de do", json!({"discount": 100}));
}
