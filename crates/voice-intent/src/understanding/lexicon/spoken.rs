//! More words of people, answers and talk to the machine: participles of English as it is spoken here, shop words for a
//! customer, Devanagari forms.

use super::{Entry, Word};

/// Exact and sound-alike spellings, after those of the other tables.
pub(super) const TABLE: &[Entry] = &[
    (
        Word::Customer,
        "partiyon customeron khatedar khaatedar khatedaar पार्टी खातेदार",
    ),
    (Word::Khata, "accounts एकाउंट"),
    (Word::Add, "adding"),
    (Word::Remove, "removed deleted deleting removing erased हटवा"),
    (Word::Stop, "stopped stopping rukwa rukwao rukva"),
    (Word::Start, "started starting"),
    (Word::Change, "changed changing "),
    (Word::Save, "saved saving"),
    (Word::Otp, "passcode"),
    (Word::Email, "आईडी आइडी ईमेलआईडी"),
    (Word::Phone, "मोबाईल"),
    (Word::Ordinary, "tumne aapne tune kisine"),
    (Word::Show, "dekhni dekhne dekhun dekhu dikhaiyega"),
    (Word::Once, "dafa dafe"),
    (Word::PronounKo, "ise"),
    (Word::Be, "hoon hun hoo हूं थीं thin rha rhi rhe रहीं"),
    (Word::Give, "दीजिएगा dein"),
    (Word::Tell, "बताएं "),
    (Word::Select, "chuniye chunna चुनिए"),
    (Word::Option, "options"),
];
