//! Words for moments, days, months and how often.

use super::{Entry, Word};

/// Time words in both scripts.
pub(super) const TABLE: &[Entry] = &[
    (Word::Today, "aaj aj today आज"),
    (Word::Tomorrow, "tomorrow tmrw tommorow tomorow"),
    (Word::Kal, "kal kl कल"),
    (Word::Yesterday, "yesterday"),
    (Word::Parson, "parson parso parsoon परसों परसो"),
    (Word::Morning, "subah subha morning sabere savere subeh सुबह सवेरे"),
    (Word::Noon, "noon midday"),
    (Word::Afternoon, "dopahar dopehar afternoon dophar dupahar दोपहर"),
    (Word::Evening, "shaam sham evening saanjh शाम"),
    (Word::Night, "raat rat night रात"),
    (Word::Tonight, "tonight"),
    (Word::Oclock, "baje bje bajey o'clock oclock baj bajay बजे बज"),
    (Word::Am, "am"),
    (Word::Pm, "pm"),
    (Word::Minute, "minute minutes min mins minat minit मिनट मिनिट"),
    (
        Word::Hour,
        "ghanta ghante ghanto hour hours hr hrs ghantey ghanton घंटा घंटे घण्टे घंटों",
    ),
    (Word::Day, "din day days dino दिन दिनों"),
    (
        Word::Week,
        "hafta hafte week weeks hafton haftey saptah हफ्ता हफ्ते सप्ताह",
    ),
    (
        Word::Month,
        "mahina mahine month months mahiney maheene mahino mahinon महीना महीने माह",
    ),
    (Word::Year, "saal year years sal साल वर्ष"),
    (
        Word::Tarikh,
        "tarikh tareekh tarik taareekh tareek tarekh tarikhon dates date तारीख",
    ),
    (Word::Daily, "roz daily rozana roj everyday रोज रोजाना"),
    (Word::Weekly, "weekly"),
    (Word::Monthly, "monthly"),
    (Word::Yearly, "yearly annually"),
    (Word::Past, "past"),
    (
        Word::Weekday(0),
        "monday mondays somvaar somwar somvar mon सोमवार",
    ),
    (
        Word::Weekday(1),
        "tuesday tuesdays mangalvaar mangalwar mangalvar tue मंगलवार",
    ),
    (
        Word::Weekday(2),
        "wednesday wednesdays budhvaar budhwar budhvar wed बुधवार",
    ),
    (
        Word::Weekday(3),
        "thursday thursdays guruvaar guruwar guruvar veervaar virvar brihaspativaar thu गुरुवार वीरवार बृहस्पतिवार",
    ),
    (
        Word::Weekday(4),
        "friday fridays shukravaar shukrawar shukravar jumma fri शुक्रवार",
    ),
    (
        Word::Weekday(5),
        "saturday saturdays shanivaar shaniwar shanivar shanichar शनिवार",
    ),
    (
        Word::Weekday(6),
        "sunday sundays ravivaar raviwar ravivar itvaar itwar itvar रविवार इतवार",
    ),
    (Word::MonthName(1), "january janvari jan जनवरी"),
    (Word::MonthName(2), "february farvari feb फरवरी"),
    (Word::MonthName(3), "march मार्च"),
    (Word::MonthName(4), "april apr अप्रैल"),
    (Word::MonthName(5), "may मई"),
    (Word::MonthName(6), "june joon जून"),
    (Word::MonthName(7), "july julai जुलाई"),
    (Word::MonthName(8), "august agast अगस्त"),
    (Word::MonthName(9), "september sitambar sept सितंबर"),
    (Word::MonthName(10), "october aktubar oct अक्टूबर"),
    (Word::MonthName(11), "november navambar nov नवंबर"),
    (Word::MonthName(12), "december disambar dec दिसंबर"),
    (
        Word::Ordinal(1),
        "first pehla pahla pehle pahle pehli pahli 1st पहला पहले पहली",
    ),
    (
        Word::Ordinal(2),
        "second doosra dusra doosre dusre doosri dusri दूसरा दूसरे दूसरी",
    ),
    (
        Word::Ordinal(3),
        "third teesra tisra teesre tisre teesri tisri तीसरा तीसरे तीसरी",
    ),
    (Word::Ordinal(4), "fourth chautha chauthe chauthi चौथा चौथे चौथी"),
    (
        Word::Ordinal(5),
        "fifth paanchva paanchwa panchva panchwa paanchvan panchvi पांचवा पांचवां पांचवी पांचवीं पांचवें पांचवे",
    ),
    (
        Word::Ordinal(6),
        "sixth chhatha chhathe chhathi chhati छठा छठी छठे छठवां छठवीं",
    ),
    (
        Word::Ordinal(7),
        "seventh saatvi saatva saatvan सातवां सातवा सातवी सातवीं सातवें सातवे",
    ),
    (Word::Ordinal(8), "eighth aathva आठवां आठवा आठवी आठवीं आठवें आठवे"),
    (Word::Ordinal(9), "ninth nauva नौवां नौवा नौवी नौवीं नौवें नौवे"),
    (Word::Ordinal(10), "tenth dasva dasvi दसवां दसवा दसवी दसवीं दसवें दसवे"),
    (Word::Ordinal(11), "eleventh"),
    (Word::Ordinal(12), "twelfth"),
    (Word::Ordinal(13), "thirteenth"),
    (Word::Ordinal(14), "fourteenth"),
    (Word::Ordinal(15), "fifteenth"),
    (Word::Ordinal(16), "sixteenth"),
    (Word::Ordinal(17), "seventeenth"),
    (Word::Ordinal(18), "eighteenth"),
    (Word::Ordinal(19), "nineteenth"),
    (Word::Ordinal(20), "twentieth"),
    (Word::Ordinal(30), "thirtieth"),
];

/// The weekday's name in a recurrence rule, Monday first.
pub(crate) fn weekday(day: u8) -> &'static str {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    NAMES.get(usize::from(day)).copied().unwrap_or("MO")
}

/// The month that this word names, if it names one.
pub(crate) fn month(word: Word) -> Option<u32> {
    match word {
        Word::MonthName(month) => Some(u32::from(month)),
        _ => None,
    }
}
