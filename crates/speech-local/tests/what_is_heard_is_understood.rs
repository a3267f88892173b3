//! Each shape of command in the recogniser's grammar is one that the understanding reads as what it says.

#![expect(clippy::unwrap_used)]

use chrono::DateTime;
use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, read};

/// The words as the recogniser gives them, the intent, and what the slots hold as JSON.
const HEARD: &str = r#"
rahul ko do milk aur ek bread ka bill bana do|CREATE_INVOICE|{"customer":"Rahul","items":[{"product":"milk","quantity":2},{"product":"bread","quantity":1}]}
rahul ka bill banao teen packet milk|CREATE_INVOICE|{"customer":"Rahul","items":[{"product":"milk","quantity":3,"unit":"packet"}]}
ramesh ko aadha kilo toor dal ka bill banao|CREATE_INVOICE|{"customer":"Ramesh","items":[{"product":"toor dal","quantity":0.5,"unit":"kg"}]}
create invoice for rahul with two milk and one bread|CREATE_INVOICE|{"customer":"Rahul","items":[{"product":"milk","quantity":2},{"product":"bread","quantity":1}]}
make a bill for rahul with twenty five litre of milk|CREATE_INVOICE|{"customer":"Rahul","items":[{"product":"milk","quantity":25,"unit":"l"}]}
rahul ka bill confirm karo|CONFIRM_INVOICE|{"customer":"Rahul"}
confirm the bill of rahul|CONFIRM_INVOICE|{"customer":"Rahul"}
rahul ka bill cancel karo|CANCEL_INVOICE|{"customer":"Rahul"}
cancel the invoice of rahul|CANCEL_INVOICE|{"customer":"Rahul"}
rahul ka bill dikhao|LIST_INVOICES|{"customer":"Rahul"}
pending bill dikhao|SHOW_DRAFT|{}
priya ne paanch sau rupaye diye|ADD_PAYMENT|{"customer":"Priya","amount":500}
priya ne dhai hazaar diye|ADD_PAYMENT|{"customer":"Priya","amount":2500}
priya ne saadhe teen sau rupaye diye|ADD_PAYMENT|{"customer":"Priya","amount":350}
priya ne ek sau pachhattar rupaye diye|ADD_PAYMENT|{"customer":"Priya","amount":175}
record payment of five hundred rupees from priya|ADD_PAYMENT|{"customer":"Priya","amount":500}
priya paid one thousand two hundred rupees|ADD_PAYMENT|{"customer":"Priya","amount":1200}
bharat ke khate mein chaar sau likh do|ADD_CREDIT|{"customer":"Bharat","amount":400}
bharat ke khate mein do hazaar paanch sau rupaye likh do|ADD_CREDIT|{"customer":"Bharat","amount":2500}
suresh ka balance batao|FETCH_BALANCE|{"customer":"Suresh"}
suresh ka hisaab kitna hai|FETCH_BALANCE|{"customer":"Suresh"}
suresh ka kitna baaki hai|FETCH_BALANCE|{"customer":"Suresh"}
what is the balance of suresh|FETCH_BALANCE|{"customer":"Suresh"}
tell me the balance of suresh|FETCH_BALANCE|{"customer":"Suresh"}
milk ka stock kitna hai|CHECK_STOCK|{"product":"milk"}
how much milk is in stock|CHECK_STOCK|{"product":"milk"}
check stock of milk|CHECK_STOCK|{"product":"milk"}
haan|AFFIRM|{}
haan haan|AFFIRM|{}
haan ji|AFFIRM|{}
ji haan|AFFIRM|{}
yes|AFFIRM|{}
yes confirm|AFFIRM|{}
haan confirm karo|AFFIRM|{}
theek hai|AFFIRM|{}
confirm|AFFIRM|{}
nahi|DENY|{}
nahi nahi|DENY|{}
no|DENY|{}
rehne do|DENY|{}
nahi rehne do|DENY|{}
cancel|DENY|{}
pehla wala|SELECT_OPTION|{"index":1}
doosra wala|SELECT_OPTION|{"index":2}
teesri wali|SELECT_OPTION|{"index":3}
doosra|SELECT_OPTION|{"index":2}
aakhri wala|SELECT_OPTION|{"index":-1}
second one|SELECT_OPTION|{"index":2}
last|SELECT_OPTION|{"index":-1}
option two|SELECT_OPTION|{"index":2}
undo|UNDO|{}
wapas lo|UNDO|{}
galti ho gayi|UNDO|{}
"#;

#[test]
fn what_the_recogniser_can_hear_is_understood_as_it_was_meant() {
    let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap();
    let mut wrong = Vec::new();
    for line in HEARD.lines().filter(|line| !line.is_empty()) {
        let mut parts = line.split('|');
        let (text, intent, slots) = (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        );
        let reading = serde_json::to_value(read(text, now)).unwrap();
        let slots: serde_json::Value = serde_json::from_str(slots).unwrap();
        let sure = reading["confidence"].as_f64().unwrap() >= f64::from(CONFIDENCE_THRESHOLD);
        if reading["intent"] != intent || !same(&reading["slots"], &slots) || !sure {
            wrong.push(format!("{text}: {reading}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Equal, with numbers by their value: 2 and 2.0 are one number.
fn same(a: &serde_json::Value, b: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object};
    match (a, b) {
        (Object(a), Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        _ => a == b || (a.is_number() && a.as_f64() == b.as_f64()),
    }
}
