//! Prices and bills told of, or moved by so much, and orders not to change: none of it may be carried out as something else.

use execora_voice_intent::understanding::Intent;

use crate::{is_never_done, said};

/// None of these may be acted upon, unless as the intent beside it.
const NEVER: &[(&str, &[Intent])] = &[
    ("Rahul ka bill confirm ho gaya", &[]),
    ("bill cancel ho gaya", &[]),
    ("Suresh ka bill bhej diya", &[]),
    ("Shetty ka bill to kal hi de diya tha na", &[]),
    ("kal Rahul ka bill banaya tha", &[]),
    ("cheeni ka rate 45 tha", &[]),
    ("market mein cheeni ka rate 45 hai", &[]),
    ("Milk price was 31", &[]),
    ("milk ka daam 31 tha", &[]),
    ("cheeni ka rate 2 rupaye badha do", &[]),
    ("milk ka rate 2 rupaye kam karo", &[]),
    ("Increase price of milk by 2", &[]),
    ("Reduce price of milk by 2", &[]),
    ("increase sugar price by 2", &[]),
    ("दूध का दाम 2 रुपये बढ़ा दो", &[]),
    ("take the soap off the bill", &[Intent::EditDraft]),
    ("take two milk out of the bill", &[Intent::EditDraft]),
    ("bill mein se ek bread kam karo", &[]),
    ("cancel mat karo", &[]),
    ("don't cancel the bill", &[]),
    ("GST report nikalo", &[]),
    ("Mohan ka reminder cancel mat karo", &[]),
    ("Mohan ka reminder mat hatao", &[]),
    ("don't cancel Mohan's reminder", &[]),
    ("मोहन का रिमाइंडर कैंसिल मत करो", &[]),
];

#[test]
fn nothing_of_it_is_changed() {
    is_never_done(NEVER);
}

#[test]
fn an_order_not_to_be_changed_is_not_taken_for_its_opposite() {
    let reading = said("GST mat hatao");
    assert_ne!(reading.slots.with_gst, Some(false), "{reading:?}");
    let reading = said("GST na hatao");
    assert_ne!(reading.slots.with_gst, Some(false), "{reading:?}");
}
