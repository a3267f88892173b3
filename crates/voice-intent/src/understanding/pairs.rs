//! Words that people write apart: "google pay", "e mail", "lena dena", "day after tomorrow".

use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::spoken_words::join;
use super::utterance::Tok;

/// Words that people write apart: "google pay", "g pay", "phone pe", "e mail".
pub(super) fn merge_pairs(toks: &mut Vec<Tok>) {
    let mut at = 0;
    while at + 1 < toks.len() {
        let third = toks.get(at + 2).map(|tok| tok.word.as_str());
        let pair = (toks[at].word.as_str(), toks[at + 1].word.as_str());
        let phone = pair.0 == "phone";
        let merged = match pair {
            ("google" | "gugal" | "g" | "ji", "pay" | "pe") if pair.0 != "ji" || toks[at].devanagari => {
                Some(Word::Upi)
            }
            ("phone" | "fone" | "fon", "pay" | "pe") => Some(Word::Upi),
            ("g", "s") if third == Some("t") => Some(Word::Gst),
            ("o", "t") if third == Some("p") => Some(Word::Otp),
            (..) if spelt_otp(&toks[at..]) => Some(Word::Otp),
            ("get", "rid") => Some(Word::Remove),
            ("day", "after") if third == Some("tomorrow") => Some(Word::Parson),
            ("day", "before") if third == Some("yesterday") => Some(Word::Parson),
            ("mere" | "apne" | "hum", "ko") => Some(Word::ToMe),
            ("hisaab" | "hisab", "kitaab" | "kitab") => Some(Word::Hisaab),
            ("lena" | "lene" | "leni", "dena" | "dene" | "deni") => Some(Word::Statement),
            ("add" | "sum", "up") | ("all", "told") | ("jod" | "jor", "ke" | "kar") => Some(Word::Total),
            // "yaad dilane ka time badlo": the reminder's.
            ("yaad" | "yad", "dilane" | "dilaane" | "dilwane")
                if third.is_some_and(|next| matches!(next, "ka" | "ki" | "ke")) =>
            {
                Some(Word::Reminder)
            }
            ("pull" | "bring", "up") => Some(Word::Show),
            ("ek", "saath" | "sath") => Some(Word::Filler),
            ("call", "off") => Some(Word::Cancel),
            ("net", "banking") | ("bank", "transfer") => Some(Word::Bank),
            ("m", "s") if toks[at + 1].glued => Some(Word::Mister),
            // "knock off twenty rupees"
            ("knock" | "take" | "cut", "off") if toks.get(at + 2).is_some_and(counts) => Some(Word::Discount),
            ("take", "off" | "out") => Some(Word::Remove),
            ("take", "back") => Some(Word::Undo),
            ("pending" | "outstanding" | "remaining", "amount" | "balance") => Some(Word::Due),
            // "Harish ki taraf se": from him.
            ("ki" | "ke", "taraf" | "or" | "ore") if third == Some("se") => Some(Word::Se),
            ("credit" | "debit" | "kredit" | "krediat" | "debiat", "card" | "kard") => Some(Word::Card),
            ("write" | "put" | "draw", "up" | "together") => Some(Word::Make),
            ("look", "up") => Some(Word::Find),
            ("read", "out") => Some(Word::Tell),
            ("turn" | "switch", "off") => Some(Word::Stop),
            ("turn" | "switch", "on") => Some(Word::Start),
            // "500 de gaya" is past, "500 de" an order.
            // "750 de ke gaya"
            ("de" | "bhej" | "chuka", "ke" | "kar")
                if third.is_some_and(|gone| gone.starts_with("ga") || gone.starts_with("gy")) =>
            {
                toks.remove(at + 2);
                Some(Word::Given)
            }
            ("de" | "deke", gone)
                if (gone.starts_with("ga") || gone.starts_with("gy")) && !gone.starts_with("gal") =>
            {
                Some(Word::Given)
            }
            ("mila", "ke" | "kar") | ("मिला", "के") => Some(Word::Total),
            ("e", "mail") => Some(Word::Email),
            ("whats", "app") => Some(Word::WhatsApp),
            ("pet", "name") => Some(Word::Nickname),
            ("len", "den") | ("लेन", "देन") => Some(Word::Statement),
            _ => None,
        };
        if let Some(word) = merged {
            // "phone pe 98…" is a telephone, not a payment.
            let digits = toks
                .get(at + 2)
                .is_some_and(|t| t.kind == Kind::Figure && t.word.len() >= 5);
            if !(digits && word == Word::Upi && phone) {
                toks[at].tag = Some(word);
                let words = if matches!(word, Word::Parson | Word::Gst | Word::Otp | Word::Se) {
                    3
                } else {
                    2
                };
                join(toks, at, at + words);
            }
        }
        at += 1;
    }
}

fn counts(tok: &Tok) -> bool {
    tok.kind == Kind::Figure || tok.atom.is_some()
}

/// "ओ टी पी"
fn spelt_otp(toks: &[Tok]) -> bool {
    let raws = ["ओ", "टी", "पी"];
    toks.len() >= raws.len() && toks.iter().zip(raws).all(|(tok, raw)| tok.raw == raw)
}
