//! How people say that money is owed.

use crate::understanding::lexicon::Word;
use crate::understanding::utterance::Utterance;

/// What stands against somebody: "nikal raha hai", "chadha hua hai", "atka hai", "likha hai".
pub(super) fn is_standing(u: &Utterance, at: usize) -> bool {
    let stands = matches!(
        u.word(at),
        "nikal"
            | "nikla"
            | "nikli"
            | "nikle"
            | "nikalta"
            | "nikalti"
            | "nikalte"
            | "chadha"
            | "chadhi"
            | "chadhe"
            | "chadh"
            | "chada"
            | "likha"
            | "likhi"
            | "likhe"
            | "atka"
            | "atki"
            | "atke"
            | "fasa"
            | "fase"
            | "fansa"
            | "fansi"
            | "phasa"
            | "phansa"
            | "phansi"
            | "ruka"
            | "ruki"
            | "dooba"
            | "lena"
            | "lene"
            | "leni"
            | "dena"
            | "dene"
            | "deni"
            | "aana"
            | "aane"
            | "aani"
            | "chala"
            | "chal"
            | "khade"
            | "khada"
            | "khadi"
            | "hisse"
            | "stuck"
            | "collect"
            | "recover"
    );
    // "nikal do" takes out; "nikal raha hai" stands.
    stands && !u.is(at + 1, &[Word::Give, Word::Take, Word::Do])
}

/// Is it asked how much somebody owes, without a word for an account?
pub(super) fn how_much(u: &Utterance) -> bool {
    // "kitni baar leni hai" asks how often.
    let often = (1..u.len()).any(|at| u.is(at, &[Word::Once]) && u.is(at - 1, &[Word::HowMuch]));
    if !u.has(Word::HowMuch) || often {
        return false;
    }
    let standing = (0..u.len()).any(|at| is_standing(u, at));
    // "how much has he to give us", "how much to take from Suresh"
    let english = u.has_any(&[Word::From, Word::To, Word::I])
        && (u.has_any(&[Word::Take, Word::Give, Word::Got, Word::Paid]) || u.has_word(&["get", "collect"]))
        && !u.has_any(&[Word::Ne, Word::Stock, Word::Sale]);
    nothing_but_how_much(u)
        || standing && !u.has_any(&[Word::Stock, Word::Goods])
        || english
        || u.has(Word::Take)
        || u.has(Word::Left) && u.has_any(&[Word::Money, Word::Paise])
        || u.has(Word::Paid) && !u.has(Word::Ne)
        || u.has(Word::Give) && u.has_any(&[Word::Ko, Word::Ne, Word::PronounNe])
}

/// Is it everybody that is asked about?
pub(super) fn everyone(u: &Utterance) -> bool {
    let every_customer = (1..u.len())
        .any(|at| u.is(at, &[Word::Customer, Word::People]) && u.is(at - 1, &[Word::Every, Word::Each]));
    u.has_any(&[Word::All, Word::Who, Word::List, Word::People])
        || u.has_word(&["balances", "jin", "jinka", "jinke", "jinki", "wise"])
        || every_customer
}

/// "Girdhari ka ab tak ka kitna hua", "Lalita ka kitna reh gaya": somebody, how much, and nothing of goods.
fn nothing_but_how_much(u: &Utterance) -> bool {
    let owned = (1..u.len()).any(|at| {
        u.is(at, &[Word::Ka, Word::PronounKa])
            && (u.names_somebody(at - 1) || u.is(at - 1, &[Word::Honorific]))
    });
    owned
        && (0..u.len()).all(|at| {
            u.tag(at).is_none()
                || u.is_filler(at)
                || u.is(
                    at,
                    &[
                        Word::HowMuch,
                        Word::Ka,
                        Word::Be,
                        Word::Now,
                        Word::Tak,
                        Word::Tell,
                        Word::Give,
                        Word::Total,
                        Word::Honorific,
                        Word::Mine,
                    ],
                )
        })
}
