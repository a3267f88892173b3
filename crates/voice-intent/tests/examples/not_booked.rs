//! Money taken back, turned round, wished for, planned, asked about or only told of: nothing of it may be booked.

use execora_voice_intent::understanding::Intent;

use crate::is_never_done;

/// None of these may be acted upon, unless as the intent beside it.
const NEVER: &[(&str, &[Intent])] = &[
    ("Anjali ka 150 udhaar cancel karo", &[]),
    ("Anjali ka 150 udhaar hata do", &[]),
    ("Anjali ka 150 udhaar mita do", &[]),
    ("Cancel Mohan's 50 credit", &[]),
    ("मोहन का 50 उधार हटा दो", &[]),
    ("Harpreet ka 500 ka payment wapas lo", &[]),
    ("Anjali ka 100 payment hata do", &[]),
    ("Anjali ka 100 payment galat hai", &[]),
    ("Anjali ka 100 ka payment aana hai", &[]),
    ("Anjali ka 100 ka payment baaki hai", &[]),
    ("Rahul ka 500 ka payment delete karo", &[]),
    ("Reverse Anjali's payment of 100", &[]),
    ("Delete Anjali's payment of 100", &[]),
    ("अंजलि का 100 पेमेंट वापस लो", &[]),
    ("Geeta ne 100 diye the kal, wapas le liye", &[]),
    ("I owe Mohan 50", &[]),
    ("We owe Mohan 50", &[]),
    ("Mohan se 50 udhaar liya", &[]),
    ("मैंने मोहन से 50 उधार लिए", &[]),
    ("Paid Mohan 50", &[]),
    ("Anjali ko 100 ka payment kiya", &[]),
    ("Anjali ko 100 ka payment karna hai", &[]),
    ("maine Rahul ko 500 wapas kiye", &[]),
    ("मोहन को पाँच सौ वापस किए", &[]),
    ("Mohan ne saman wapas kiya 300 ka", &[]),
    ("refund 200 to Kavita", &[]),
    ("Mohan ke 50 Geeta ke khate mein daal do", &[]),
    ("Geeta ke khate se Mohan ke khate mein 50 daalo", &[]),
    ("Mohan ko 50 udhaar chahiye", &[]),
    ("Mohan ko 50 udhaar dena hai", &[]),
    ("Can I give Anjali 100 credit", &[]),
    ("Collect 100 from Anjali", &[Intent::ScheduleReminder]),
    ("Mohan ko 300 jama karne bolo", &[Intent::ScheduleReminder]),
    ("suna hai Mohan ne 500 diye", &[]),
    ("Mohan ne 300 se zyada diye", &[]),
    ("Rahul ne 500 ka phone kiya", &[]),
    ("agar Rahul 500 de to likh lena", &[]),
    ("Rahul bol raha tha ki 500 de diye", &[]),
    ("Rahul 500 dega", &[]),
    (
        "remind me to cancel the milk delivery",
        &[Intent::ScheduleReminder],
    ),
    (
        "remind me to stop the newspaper tomorrow",
        &[Intent::ScheduleReminder],
    ),
    (
        "mujhe kal newspaper band karne ki yaad dilana",
        &[Intent::ScheduleReminder],
    ),
    (
        "yaad dilana ki gas band karni hai raat 9 baje",
        &[Intent::ScheduleReminder],
    ),
    ("reminder mat hatana", &[]),
    ("kal kya kya yaad dilana hai", &[]),
    ("saath sau rupaye Rahul ne diye the na", &[]),
    ("Mohan ko 50 rupaye dene hain", &[]),
    ("Mohan ka 50 dena hai mujhe", &[]),
    ("Mohan ko 50 diye", &[]),
    ("Mohan ka 200 ka udhaar maaf kar do", &[]),
    ("Mohan ka udhaar 50 kam karo", &[Intent::AddPayment]),
    ("Mohan ne 500 dene ka bola hai", &[]),
    ("Mohan 500 dene wala tha", &[]),
    ("Mohan ke 500 aane wale hain", &[]),
    ("add 50 to Mohan's account tomorrow", &[]),
    ("Mohan wants 500 on credit", &[]),
    ("Mohan will pay 500", &[]),
    ("did Mohan pay 500", &[]),
    (
        "Mohan ne 500 ka saman liya par paise nahi diye",
        &[Intent::AddCredit],
    ),
];

#[test]
fn nothing_of_it_is_booked() {
    is_never_done(NEVER);
}
