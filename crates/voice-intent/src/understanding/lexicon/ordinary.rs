//! Ordinary words: what people say around a command. They name neither a person nor goods, and no rule asks for them.

use super::{Entry, Word};

/// Exact spellings only: one that merely sounds alike may be a name.
pub(super) const TABLE: &[Entry] = &[
    (
        Word::Ordinary,
        "above across afterwards ago along already although always among anyone anyway back because become below beside besides better \
 between beyond bring brought but buy certainly clearly come comes coming couldn't correctly decided detailed doing during earlier \
 early easily either else enough especially etc even ever exact exactly except expected far fast favour gets few finally fine \
 following forgot found fully further getting goes gone grand great happen happened happening happens having heard \
 hence himself hurry immediately important inform itself kept kind know known lately later longer least let's little look looking looks \
 mean means mention mentioned might mind most mostly must myself necessary neither nobody nor normal normally \
 obviously often onwards other others otherwise ought ourselves own particular picked possible possibly presently \
 previously proceed proper properly quick quickly quite rather really recently regularly remember required requires requested \
 said same saw says seem seems seen several shall should shouldn't since slowly somebody someone something \
 sometimes soon specific still straight such supposed than thank thought though thus together told too toward \
 towards till tried true try trying until upon upto urgent urgently used usual usually various very waiting wanted while whatever whenever \
 whether whole within wonder work working works yet you'd you'll you're you've yours yourself there's that's \
 good nice perfect needed figure figures lined raised dealing today's \
 go ahead done out favor thing things refused refuses purchased i've we've he's she's they're it's ",
    ),
    (
        Word::Ordinary,
        "asks pakda pakra thama bechkar bechke gira giri aake aakar aaker dekhkar dekhke jokha जोखा aap आप तुम aapka aapke aapki aapko tum tumhara tumhare tumhari tumse tumko tera tere teri tujhe tu apni apun khud hamse humse \
 mana maana chadh likha likhi likhe inkaar inkar tol tola toli tolkar taul khareeda kharida khareede kharide mujhse koi kuchh jitna jitne jitni utna utne utni itna itne itni aisa aise aisi waisa waise waisi jaisa jaise \
 jaisi jisko jiska jiske jiski jisne jinka jinke wahi yahi vahi bahut bahot bohot kafi kaafi thodi thode andar bahar niche neeche \
 idhar kyunki kyonki isliye lekin magar warna varna kewal keval fatafat fataafat phatafat jhatpat dhire dheere aaram tabhi kabhi \
 hamesha aksar wagera vagera vagairah wagairah aadi mehnga mehngi mehenga mahanga sasta sasti asli \
 chal chala chali chale chalta chalti chalte chalega chalegi khada khadi khade baitha baithi baithe jaega jayega jayegi jaayega \
 jaye jaaye jae reh rah rehna rehta rehti rehte raho lagega lagegi lagta lagti aati aate ane aaega milta milti milte \
 bulate bulata bolte bolta kehte kahte kehna kahna kaha keh kah kahta kehta bataya pata samajh samjha samjhe yani yaani kaam \
 dekha suna sunai sunayi sunaai padh padhna padhke padhe ruka bhul bhool bhula bhoola maar maaro maro mar marna maarna \
 atka atki fasa fansa phasa phansa fansi phansi dhyan dhyaan kyaa achanak ulta dikh dikhta kholke chhodke chodke nikla nikli \
 nikle lekar leke leker dekar lagake lagakar banaye jitney hamein hame jaldise zaroorat zarurat jarurat jaroorat likhiyega \
 deejiega kariyega teeno teenon charon chaaron dekhte dekhenge dekhta",
    ),
    // Exact only: what sounds like these is something else.
    (Word::Without, "bina"),
    (Word::Yaad, "dehani dilati dilane dilaane dilani"),
    (Word::Done, "maare maara maari"),
    (Word::Upi, "scanner"),
    (Word::Taken, "taking takes"),
    (Word::Send, "bhejte shoot"),
    (Word::Paid, "repaid bhara"),
    (Word::Return, "returned"),
    (Word::Oclock, "bajke bajkar"),
    (Word::Bank, "wired"),
    (Word::Credit, "loan"),
    (Word::Money, "sum"),
    (Word::Show, "print"),
    (
        Word::Due,
        "defaulter defaulters bakayedar bakayadar bakayedaar karzdar dendar debtor debtors",
    ),
    (Word::Given, "lent loaned dropped"),
    (Word::Give, "lend diyo dijo dio karwaiyega karaiyega dilwaiyega"),
    (
        Word::Move,
        "sarka sarkao sarkado taal taalo taaldo taalna टाल टालो prepone ",
    ),
    (Word::Remove, "uda udao udado उडा उड़ा उड़ाओ"),
    (
        Word::Remind,
        "nudge ping tagada tagaada takaza takaaza taqaza taqaaza तगादा तकाजा",
    ),
];
