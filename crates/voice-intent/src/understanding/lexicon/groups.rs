//! Words that rules ask for by what they have in common, where no tag tells it: in Latin letters, as the other scripts are
//! spelt first. Data.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What some words have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// A Hindi word that tells Hinglish from English where no particle does.
    HindiWord,
    /// An English word that no Hinglish sentence borrows.
    EnglishWord,
    /// Hindi unless the sentence around it is English: a verb of both ("do"), a word that English borrowed.
    EitherTongue,
    /// Also what people are called, wherever a person stands: before ne, ko, se, ka, after "for".
    NameAnywhere,
    /// Also what people are called, but only as the one who did something: "Sham ne", but "sham ko" is the evening.
    NameOfDoer,
    /// A verb of saying in a form that reports: "usne bola", "kehta hai ki".
    Reports,
    /// Its stem, which reports before "raha", "rahi", "rahe" or "ke gaya".
    ReportsAsStem,
    /// The same in English.
    ReportsInEnglish,
    /// What may happen, before "to": "aaye to".
    Perhaps,
    /// What is to be done then.
    Then,
    /// After a deed it says that the deed is over, or how things are.
    Ended,
    /// A verb of other people's business, in the stem that "do", "lo" and "dena" follow.
    OtherDeed,
    /// A deed of others that is asked for with "kar do", in English with the plain form at the beginning.
    OtherErrand,
    /// An English verb that orders in its plain form.
    EnglishDeed,
    /// A deed in the past, as one word.
    DoneAlready,
    /// After a deed it puts it into the past or the perfect.
    PutsIntoThePast,
    /// A form that asks for something to be done with a bill.
    OrdersABill,
    /// What somebody had done before: "bechkar", "aake".
    CameAway,
    /// A deed to come, before "hai", "wala", "baaki".
    IsToBeDone,
    /// Somebody's word or opinion, and no deed.
    Hearsay,
    /// What somebody wants.
    Wish,
    /// Money that is still to come, or stuck on its way.
    ToCome,
    /// Before a number it says that the number is not exact.
    SomeOf,
    /// After a number it says that there was more of it.
    AndMore,
    /// Said beside money, it may change what was meant: nothing is certain then.
    Unsettling,
    /// After a number it multiplies, by what no shop of ours counts in.
    Multiplies,
    /// Less than before, which is neither a payment nor a credit.
    Less,
}

const TABLE: &[(Group, &str)] = &[
    (
        Group::HindiWord,
        "aaj kal parson karo kar kro kardo karna mein hai hain haan nahi nahin mat banao bana hata hatao \
         likho likh bhejo bhej dikhao dikhana dikha batao batana bolo sab saare kitna kitni kitne kya kaise \
         kaun kab kahan kyun uska uske uski usko iska iske mera mere naya naye nayi pehla pehle doosra dusra \
         teesra aakhri wapas madad galat galti theek thik sahi bilkul laga lagao jod jodo baaki baki hisaab \
         hisab bhasha diye diya kiya kiye liya mila mile aaya aaye gaya gayi gaye ho hua band shuru chalu \
         ruko rehne purana adhura namaste acha achha yaar bhai arre agar phir abhi zara wo ye yeh woh chai pi \
         lo dena suno bas chhodo chodo",
    ),
    (
        Group::EnglishWord,
        "the a an of for is are was what what's how i we you my his her their in on to any and don't not can \
         have has does did please all that this with from by it say said sorry again at dot underscore",
    ),
    (Group::EitherTongue, "do udhaar khata khate ji"),
    (
        Group::NameAnywhere,
        "chetan chethan sara saara zara zaara mita meeta bina beena diya deeya datta das dass nag naag sattar \
         satar puri poori mili babu lala asha tara lakhan badal pandit anna",
    ),
    (
        Group::NameOfDoer,
        "sham shaam subha june april may more kar bhim bheem roz jan rat dino dina",
    ),
    (
        Group::Reports,
        "bola boli bole kaha kehta kehti kehte kahta kahti kahte bataya batayi bataye poocha puchha poochha \
         pucha puchta poochta bolta bolti bolte socha sochta",
    ),
    (
        Group::ReportsAsStem,
        "bol keh kah bata puch pooch poochh sun soch maang mang",
    ),
    (
        Group::ReportsInEnglish,
        "said says saying told telling tells asked asks asking heard thinks claims claimed promised mentioned \
         wondering complained complaining",
    ),
    (
        Group::Perhaps,
        "aaye aae aye aayein aaen aayen jaye jaaye jae bole puche pooche mile kahe maange mange lautaye kare",
    ),
    (Group::Then, "to toh tab"),
    (
        Group::Ended,
        "hai hain gaya gayi gaye hua hui tha thi chuka chuki diya",
    ),
    (
        Group::OtherDeed,
        "gira girao mangwa mangwao manga mangao bula bulao bulwa baja bajao utha uthao utarwa chala chalao \
         hila hilao khila khilao pila pilao jala jalao bujha bujhao dho pochh pakda pakdo pakad phenk fenk \
         phenko bitha bithao sula sulao jaga jagao saja sajao pukar pukaro pahuncha khoda ghuma ghumao silwa \
         dhulwa tudwa todwa tod todo play sing",
    ),
    (
        Group::OtherErrand,
        "order book recharge download install repair parcel translate renew saaf jhadu jhaadu pocha search \
         google subscribe",
    ),
    (
        Group::EnglishDeed,
        "make create generate prepare send forward share show display tell cancel discard void scrap remove \
         delete erase drop clear confirm finalize finalise approve add enter include put apply charge write \
         note log change update modify edit replace rename keep set fix schedule save deposit remind shift \
         move push postpone reschedule start begin stop end select choose pick open undo reverse view see \
         check fetch get mark record bill debit",
    ),
    (
        Group::DoneAlready,
        "diya diye di kiya kiye banaya banayi banaye bheja bheji bheje kaata kata made gave given sent raised \
         issued prepared cancelled",
    ),
    (
        Group::PutsIntoThePast,
        "diya diye di liya liye li chuka chuke chuki gaya gayi gaye tha thi rakha raha rahe hua",
    ),
    (
        Group::OrdersABill,
        "do de dena dijiye dedo maro maaro karo kardo kar karna banao bana banado bhejo bhejna bhejdo likho likh kaato \
         kaat make create send bhej",
    ),
    (
        Group::CameAway,
        "ake akar aake aakar aaker jaake jaakar bechke bechkar nikalkar nikalke uthkar kamakar kamake lautkar \
         lautke ghumkar beechkar",
    ),
    (
        Group::IsToBeDone,
        "dena dene deni karna karne karni lena lene leni aana aane aani bhejna bhejne milna milne chukana \
         chukane lautana lautane",
    ),
    (
        Group::Hearsay,
        "suna sunaa sunte kehta kehti kehte kahta kahte kaha keh kah bataya says said saying told claims \
         heard think guess seems might apparently supposedly lagta promised",
    ),
    (
        Group::Wish,
        "chahiye chaiye chahie chahta chahti wants needs mang maang maanga maangta mangta maange maangne",
    ),
    (
        Group::ToCome,
        "collect later phas fas phasa fasa atka atak bounce bounced",
    ),
    (
        Group::SomeOf,
        "kuch kuchh koi some several few couple any upto max maximum minimum nearly barely hardly under",
    ),
    (
        Group::AndMore,
        "plus odd something ish vagairah wagairah vagera wagera vagaira etc",
    ),
    (
        Group::Unsettling,
        "kuch kuchh koi some several few any could need needs tera tere teri extra jyada zyada bhool bhul bhula \
         should almost nearly either refuses refused inkaar mana supposed either instead otherwise",
    ),
    (
        Group::Multiplies,
        "grand graind million millions miliyan billion billions biliyan trillion trillions triliyan zillion \
         mn bn mln thou kk",
    ),
    (
        Group::Less,
        "kam kum ghata ghatao ghatado ghataa reduce less minus subtract deduct maaf waive kharch nuksan gire \
         chale",
    ),
];

/// The groups that a word is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Groups(u32);

impl Groups {
    /// The groups of `latin`.
    pub(crate) fn of(latin: &str) -> Self {
        GROUPS.get(latin).copied().unwrap_or_default()
    }

    pub(crate) fn hold(self, group: Group) -> bool {
        self.0 & bit(group) != 0
    }
}

const fn bit(group: Group) -> u32 {
    1 << group as u32
}

static GROUPS: LazyLock<FxHashMap<&'static str, Groups>> = LazyLock::new(|| {
    let mut groups: FxHashMap<&'static str, Groups> = FxHashMap::default();
    for (group, words) in TABLE {
        for word in words.split_whitespace() {
            groups.entry(word).or_default().0 |= bit(*group);
        }
    }
    groups
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_of_every_group_that_names_it_and_of_no_other() {
        for (group, words) in TABLE {
            for word in words.split_whitespace() {
                assert!(Groups::of(word).hold(*group), "{word}");
                assert!(word.is_ascii(), "{word}: other scripts are spelt first");
            }
        }
        assert_eq!(Groups::of("rahul"), Groups::default());
        assert!(!Groups::of("bola").hold(Group::Less));
    }
}
