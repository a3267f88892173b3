//! How a shop's directory finds people, and when it asks.
#![expect(clippy::unwrap_used)]

use execora_customer::{Decision, Directory, DirectoryChange, DirectoryEntry, Match, Query, Reason, decide};
use execora_kernel::{CustomerId, Label, Phone};
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(number))
}

fn entry(number: u128, name: &str) -> DirectoryEntry {
    DirectoryEntry {
        customer: id(number),
        name: Label::parse(name).unwrap(),
        nickname: None,
        aliases: Vec::new(),
        landmark: None,
        phone: None,
        active: true,
    }
}

fn at(number: u128, name: &str, landmark: &str) -> DirectoryEntry {
    DirectoryEntry {
        landmark: Label::parse(landmark).ok(),
        ..entry(number, name)
    }
}

fn directory(entries: impl IntoIterator<Item = DirectoryEntry>) -> Directory {
    let mut directory = Directory::default();
    directory.apply(
        (1..)
            .zip(entries)
            .map(|(seq, entry)| DirectoryChange { seq, entry }),
    );
    directory
}

fn search(directory: &Directory, said: &str) -> Vec<Match> {
    directory.search(&Query::named(said), 5)
}

fn decided(directory: &Directory, said: &str) -> Decision {
    decide(&search(directory, said))
}

fn asked(decision: Decision) -> Vec<CustomerId> {
    match decision {
        Decision::Ambiguous(matches) => matches.into_iter().map(|m| m.customer).collect(),
        other => vec![id(u128::MAX); usize::from(other != Decision::None)],
    }
}

#[test]
fn one_person_of_that_first_name_is_certain() {
    let shop = directory([entry(1, "Rahul Sharma"), entry(2, "Amit Verma")]);
    for said in [
        "Rahul",
        "rahul sharma",
        "Sharma",
        "Sharma ji",
        "Sharma Rahul",
        "राहुल",
        "Rahul bhai",
        "Rahool",
    ] {
        assert_eq!(decided(&shop, said), Decision::Certain(id(1)), "{said}");
    }
}

#[test]
fn a_shorter_name_does_not_win_over_a_longer_one() {
    let shop = directory([entry(1, "Rahul Verma"), entry(2, "Rahul")]);
    assert_eq!(
        asked(decided(&shop, "Rahul")),
        [id(2), id(1)],
        "the whole name is offered first"
    );
    assert_eq!(decided(&shop, "Rahul Verma"), Decision::Certain(id(1)));
}

#[test]
fn two_of_the_very_same_name_are_asked_about_unless_the_landmark_decides() {
    let shop = directory([
        at(1, "Ramesh", "mandir"),
        at(2, "Ramesh", "station"),
        at(3, "Ramesh", "gali 4"),
    ]);
    assert_eq!(asked(decided(&shop, "Ramesh")), [id(1), id(2), id(3)]);
    for (said, whom) in [
        ("station wale Ramesh", 2),
        ("Ramesh mandir wala", 1),
        ("Ramesh ji gali number 4 wale", 3),
        ("रमेश मंदिर वाला", 1),
    ] {
        assert_eq!(decided(&shop, said), Decision::Certain(id(whom)), "{said}");
    }
    let beside = Query {
        name: "Ramesh".into(),
        landmark: Some("Station".into()),
    };
    let found = shop.search(&beside, 5);
    assert_eq!(decide(&found), Decision::Certain(id(2)));
    assert_eq!(found[0].reason, Reason::Landmark);
}

#[test]
fn a_landmark_that_disagrees_is_asked_about() {
    let shop = directory([at(1, "Ramesh", "station")]);
    assert!(matches!(decided(&shop, "mandir wale Ramesh"), Decision::Near(_)));
    let unknown = directory([entry(1, "Ramesh")]);
    assert_eq!(decided(&unknown, "mandir wale Ramesh"), Decision::Certain(id(1)));
}

#[test]
fn spellings_of_one_name_are_rivals() {
    let shop = directory([entry(1, "Suresh"), entry(2, "Sureesh")]);
    assert_eq!(asked(decided(&shop, "Suresh")), [id(1), id(2)]);
    let shop = directory([entry(1, "Vinod"), entry(2, "Binod")]);
    assert_eq!(asked(decided(&shop, "Binod")), [id(2), id(1)]);
}

#[test]
fn a_lone_near_name_is_offered_and_never_taken() {
    for (there, said) in [
        ("Sumit", "Amit"),
        ("Rakesh", "Ramesh"),
        ("Patil", "Patel"),
        ("Parveen", "Praveen"),
    ] {
        let decision = decided(&directory([entry(1, there)]), said);
        assert!(
            matches!(decision, Decision::Near(_) | Decision::None),
            "{there} {said} {decision:?}"
        );
    }
    assert!(matches!(
        decided(&directory([entry(1, "Rahul")]), "Rahl"),
        Decision::Near(_)
    ));
}

#[test]
fn nothing_that_can_be_heard_matches_nobody() {
    let shop = directory([entry(1, "முருகன்"), entry(2, "செல்வி"), entry(3, "వెంకటేష్")]);
    assert_eq!(decided(&shop, "முருகன்"), Decision::Certain(id(1)));
    for said in ["", "  ", "...", "கமலா", "\u{200d}", "ं", "₹"] {
        assert_eq!(decided(&shop, said), Decision::None, "{said:?}");
    }
}

#[test]
fn nicknames_and_aliases_are_names() {
    let guddu = DirectoryEntry {
        nickname: Label::parse("Guddu").ok(),
        aliases: vec![Label::parse("Pinky ki mummy").unwrap()],
        ..entry(1, "Suresh Kumar Gupta")
    };
    let shop = directory([guddu, entry(2, "Pinky")]);
    let found = search(&shop, "Guddu");
    assert_eq!((found[0].customer, found[0].reason), (id(1), Reason::Nickname));
    assert_eq!(decide(&found), Decision::Certain(id(1)));
    assert_eq!(decided(&shop, "Pinky ki mummy"), Decision::Certain(id(1)));
    assert!(matches!(
        decided(&directory([entry(2, "Pinky")]), "Pinky ki mummy"),
        Decision::Near(_)
    ));
    let shop = directory([entry(1, "Raju Halwai"), entry(2, "Raju")]);
    assert_eq!(decided(&shop, "Raju halwai"), Decision::Certain(id(1)));
}

#[test]
fn four_digits_of_a_phone_find_and_a_whole_number_decides() {
    let with = |number, name, phone| DirectoryEntry {
        phone: Phone::parse(phone).ok(),
        ..entry(number, name)
    };
    let shop = directory([
        with(1, "Rahul", "9876543210"),
        with(2, "Rahul", "9876501234"),
        entry(3, "Asha"),
    ]);
    assert_eq!(decided(&shop, "+91 98765 43210"), Decision::Certain(id(1)));
    assert_eq!(decided(&shop, "Rahul 1234"), Decision::Certain(id(2)));
    let found = search(&shop, "3210");
    assert_eq!((found[0].customer, found[0].reason), (id(1), Reason::Phone));
    assert!(matches!(decide(&found), Decision::Near(_)));
    assert_eq!(search(&shop, "98765").len(), 2);
    assert_eq!(decided(&shop, "999"), Decision::None);
    assert!(matches!(decided(&shop, "Asha 1234"), Decision::Near(_)));
}

#[test]
fn a_landmark_or_a_beginning_shows_people_and_decides_nothing() {
    let shop = directory([at(1, "Ramesh", "mandir"), at(2, "Sunita", "station")]);
    let found = search(&shop, "mandir");
    assert_eq!((found[0].customer, found[0].reason), (id(1), Reason::Landmark));
    assert!(matches!(decide(&found), Decision::Near(_)));
    assert_eq!(search(&shop, "Sun")[0].customer, id(2));
    assert_eq!(decided(&shop, "Sun"), Decision::None);
}

#[test]
fn a_changed_customer_is_found_by_what_it_is_called_now() {
    let mut shop = directory([entry(1, "Rahul Sharma"), entry(2, "Amit")]);
    assert_eq!((shop.seq(), shop.len()), (2, 2));
    shop.apply([DirectoryChange {
        seq: 3,
        entry: entry(1, "Vikram Sharma"),
    }]);
    assert_eq!(decided(&shop, "Rahul"), Decision::None);
    assert_eq!(decided(&shop, "Vikram"), Decision::Certain(id(1)));
    shop.apply([DirectoryChange {
        seq: 2,
        entry: entry(1, "Rahul"),
    }]);
    assert_eq!(
        decided(&shop, "Vikram"),
        Decision::Certain(id(1)),
        "an old change is not taken in again"
    );
    shop.apply([DirectoryChange {
        seq: 4,
        entry: DirectoryEntry {
            active: false,
            ..entry(1, "Erased customer")
        },
    }]);
    assert_eq!(decided(&shop, "Vikram"), Decision::None);
    assert_eq!((shop.seq(), shop.len()), (4, 1));
}

#[test]
fn one_of_a_kind_is_not_certain_when_only_the_surname_agrees() {
    let shop = directory([entry(1, "Amit Sharma")]);
    assert!(!matches!(decided(&shop, "Rahul Sharma"), Decision::Certain(_)));
    assert!(!matches!(decided(&shop, "Amit Verma"), Decision::Certain(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn whatever_is_said_is_answered(said in "\\PC{0,60}", name in "\\PC{1,30}", landmark in "\\PC{0,20}") {
        if let Ok(name) = Label::parse(&name) {
            let named = DirectoryEntry { name, ..at(1, "x", &landmark) };
            let mut shop = directory([named.clone(), entry(2, "Rahul Sharma")]);
            prop_assert!(search(&shop, &said).len() <= 5);
            shop.apply([DirectoryChange { seq: 9, entry: DirectoryEntry { active: false, ..named } }]);
            prop_assert!(search(&shop, &said).iter().all(|m| m.customer == id(2)));
        }
    }

    #[test]
    fn two_of_one_name_are_never_certain(name in "[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8})?") {
        let shop = directory([entry(1, &name), entry(2, &name)]);
        prop_assert!(!matches!(decided(&shop, &name), Decision::Certain(_)), "{}", name);
    }
}
