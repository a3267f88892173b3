//! What a customer is reminded of, when it is not money: "bp ki dawai ka yaad dilana", "remind her to collect her tablets".

use super::errands::spoken;
use crate::understanding::lexicon::Word;
use crate::understanding::utterance::Utterance;

/// Words of money: of it every reminder speaks, and it is no errand.
const MONEY: [Word; 12] = [
    Word::Paid,
    Word::Give,
    Word::Given,
    Word::Money,
    Word::Paise,
    Word::Due,
    Word::Credit,
    Word::Payment,
    Word::Balance,
    Word::Khata,
    Word::Hisaab,
    Word::Deposit,
];

/// Takes the errand's words.
pub(super) fn take(u: &mut Utterance, amount: bool) -> Option<String> {
    if amount {
        return None;
    }
    let (from, to, end) = before_the_verb(u)
        .or_else(|| behind_the_verb(u))
        .or_else(|| after_to(u))?;
    if (from..to).any(|at| u.is(at, &MONEY)) {
        return None;
    }
    let words: Vec<&str> = (from..to).map(|at| spoken(u, at)).collect();
    let message = words.join(" ");
    u.take(from, end, "message");
    Some(message)
}

/// "… bp ki dawai ka yaad dila dena"
fn before_the_verb(u: &Utterance) -> Option<(usize, usize, usize)> {
    let yaad = u.find(&[Word::Yaad])?;
    let to = yaad
        .checked_sub(1)
        .filter(|at| u.is(*at, &[Word::Ka]) && u.free(*at))?;
    let part = |at: usize| u.free(at) && (u.nameable(at) || u.is(at, &[Word::Ka, Word::Goods, Word::And]));
    let from = (0..to).rev().take_while(|at| part(*at)).last()?;
    (from..to).any(|at| u.nameable(at)).then_some((from, to, yaad))
}

/// "… yaad dilana order le jaane ka"
fn behind_the_verb(u: &Utterance) -> Option<(usize, usize, usize)> {
    let yaad = (0..u.len()).rfind(|at| u.is(*at, &[Word::Yaad]))?;
    let light = [Word::Give, Word::Do, Word::Be];
    let from = (yaad + 1..u.len()).find(|at| !u.is(*at, &light))?;
    let last = u.len() - 1;
    let whole = from < last && (from..last).all(|at| u.free(at)) && (from..last).any(|at| u.nameable(at));
    (whole && u.is(last, &[Word::Ka])).then_some((from, last, u.len()))
}

/// "remind Mrs Shetty to collect her tablets"
fn after_to(u: &Utterance) -> Option<(usize, usize, usize)> {
    let remind = u.find(&[Word::Remind])?;
    let to = (remind + 1..u.len()).find(|at| u.free(*at) && u.is(*at, &[Word::To]) && u.free(at + 1))?;
    let end = (to + 1..u.len()).find(|at| !u.free(*at)).unwrap_or(u.len());
    let said = (to + 1..end).any(|at| u.nameable(at)) && end > to + 1;
    said.then_some((to + 1, end, end))
}
