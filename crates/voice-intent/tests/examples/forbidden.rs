//! What was forbidden is not done: "na" and "mat" before a verb, in both scripts.

use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent};

use crate::{reads, said};

#[test]
fn what_was_forbidden_is_not_done() {
    for no in ["na", "mat", "nahi"] {
        for around in [
            "Imran ka bill confirm NO karo",
            "Imran ke khate mein 500 NO likho",
            "Amit ka 300 jama NO karo",
            "bread ka rate 60 NO karo",
            "Rahul ne 500 NO diye",
            "Rahul ka data delete NO karo",
            "10 kilo cheeni stock mein NO daalo",
            "undo NO karo",
            "sab bill cancel NO karo",
            "10% discount NO do",
            "Rahul ko 2 milk ka bill NO banao",
        ] {
            let text = around.replace("NO", no);
            let reading = said(&text);
            assert!(
                matches!(reading.intent, Intent::Unknown | Intent::Deny)
                    || reading.confidence < CONFIDENCE_THRESHOLD,
                "{text}: {reading:?}"
            );
        }
    }
    assert_eq!(said("राहुल के खाते में 500 न लिखो").intent, Intent::Unknown);
}

#[test]
fn a_na_after_an_order_asks_kindly() {
    reads(Intent::CreateInvoice, &["Rahul ka bill bana do na"]);
    reads(Intent::FetchBalance, &["bata na Rahul ka balance kitna hai"]);
    reads(Intent::AddCredit, &["Rahul ke khate mein 400 likh de na"]);
}
