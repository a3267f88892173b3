//! Numbers wherever one may stand: thousands said with k, English words in Devanagari; what is no number, or less than
//! nothing, is asked and never trimmed into one.

use crate::is_never_done;
use crate::said::frames;

const NUMBERS: &str = include_str!("numbers.jsonl");
const PRICES: &str = include_str!("prices.jsonl");

/// Not one of these is acted upon.
const ASKED: &[&str] = &[
    "Rahul ko 2 k chawal ka bill bana do",
    "Rahul ko 2k chawal ka bill bana do",
    "Rahul ko 5 k cheeni ka bill bana do",
    "राहुल को 2 k चीनी का बिल बना दो",
    "Suresh ne - 500 diye",
    "Suresh ne -500 diye",
    "Suresh ne –500 diye",
    "Suresh ne − 500 diye",
    "Suresh ne −500 diye",
    "Suresh ne minus 500 diye",
    "सुरेश ने - 500 दिए",
    "सुरेश ने माइनस 500 दिए",
    "Ramesh ke khate mein - 300 likh do",
    "Ramesh ke khate mein minus 300 likh do",
    "put -200 on Kavita's account",
    "put - 200 on Kavita's account",
    "put negative 200 on Kavita's account",
    "cheeni ka rate - 45 kar do",
    "cheeni ka rate minus 45 kar do",
    "Suresh ne 5 grand diye",
    "Suresh paid 5 grand",
    "Anil paid two grand in cash",
    "Suresh ne 2 million diye",
    "Suresh paid 3 mn",
    "Suresh ne 5 billion diye",
    "सुरेश ने 2 मिलियन दिए",
    "सुरेश ने 5 ग्रैंड दिए",
    "put 2 grand on Kavita's account",
    "cooler ka rate 2 grand kar do",
    "Suresh ne do million rupaye diye",
    "Suresh ne 5 thou diye",
    "Suresh ne 5 ton diye",
    "Suresh ne 2 khokha diye",
    "Suresh ne 3 M diye",
    "Suresh ne 3M diye",
    "Suresh ne 5 G diye",
    "Suresh ne 2 kk diye",
    "Suresh ne 5 hundredth diye",
    "Suresh ne 5 dozen rupaye diye",
    "भरत के खाते में एक सौ बत्तीस की पांचवीं रुपये लिख दो",
    "भरत के खाते में एक सौ बत्तीस की पांचवीं रुपये",
    "सुरेश ने दो सौ पांचवां दिए",
    "Bharat ke khate mein do sau ki teesri likh do",
    "Bharat ke khate mein 300 dasvi ka likh do",
    "Bharat ke khate mein 132 ki panchvi rupaye likh do",
    "Suresh ne sau ki chauthi diye",
    "भरत के खाते में सौ की सातवीं लिख दो",
    "भरत के खाते में तीन सौ की आठवीं रुपये लिख दो",
    "भरत के खाते में चार सौ की बीसवीं लिख दो",
    "Bharat ke khate mein 250 ki chaubisvi likh do",
    "put 500 sixths on Bharat's account",
];

#[test]
fn a_number_is_read_wherever_one_may_stand() {
    frames(NUMBERS.lines());
}

#[test]
fn what_is_no_number_is_asked_and_never_trimmed_into_one() {
    let never: Vec<_> = ASKED.iter().map(|text| (*text, &[][..])).collect();
    is_never_done(&never);
}

#[test]
fn a_price_is_read_for_one_of_the_unit_that_it_was_said_with() {
    frames(PRICES.lines());
}
