//! Verbs in the forms that orders and reports take.

use super::{Entry, Word};

/// Verbs in both scripts.
pub(super) const TABLE: &[Entry] = &[
    (
        Word::Do,
        "kar karne karni karo kardo kardena karna karke karkay kro krdo kr krna kariye karie kijiye karen karlo karle karenge karun \
 karwao karwa karwana karana karaana kara karva krke karte karta karti kare karayein karaayein karayen karaen karaein karwayein karwayen karaiye karwaiye \
 कर करो करदो करना करके करिए कीजिए करें करलो करले करते करता करायें कराएं कराये कराइए कराइये करवाएं करवायें करवाये करवाइए",
    ),
    (
        Word::Given,
        "ditte ditta diya diye die diyaa di dia dea deye deya dii gave given handed दिया दिए दी दिये दीये",
    ),
    (
        Word::Give,
        "dena de dedo dijiye dijie dijiyega dedena give deke dene deni देना दे दो दीजिए देदो देने देके दें दिजिए",
    ),
    (Word::Taken, "liya li lia took taken bought buying लिया ली लीया"),
    (Word::Take, "lene leni lo lena le lelo lijiye लो लेना ले लीजिए लेलो"),
    (
        Word::Done,
        "karwaya karwaye karaya karaye karwai करवाए करवाया kiya kiye kia kie kiyaa किया किए किये",
    ),
    (
        Word::Make,
        "banega banegi banavo banaavo bnade banao bana bnao bna banado bnado banaao banaiye banake banakar banadena create make generate \
 prepare raise made banwa banwao banwado banvao bnana banate banayein creating making \
 बनाओ बनवा बनवाओ बना बनादो बनाइए बनाना बनाकर बनाके बनाएं बनाए",
    ),
    (Word::Cut, "kaatiye katiye काटिए kaat kaato kaatdo kato काट काटो"),
    (
        Word::Show,
        "dikhao dikha dikhana dikhado dikhaao dikhaiye show display pull dekho dekhna dekh view see check fetch get \
 दिखाओ दिखा दिखाना दिखाइए देखो देखना देख चेक दिखाएं",
    ),
    (
        Word::Tell,
        "batao bata batana batado bataiye bataao tell read padho padhkar sunao sunaiye sunana btao bta batade सुनाओ पढो बताओ बता बताना बताइए बताइये बतादो",
    ),
    (
        Word::Send,
        "bhejo bhej bhejna bhejdo bhejdena bej bejo bejdo send bhijwao bhejiye bheje bheja bheji bhejde sent forward share \
 bhejein भेजो भेज भेजना भेजदो भेजिए भेजे भेजा भेजी",
    ),
    (
        Word::Cancel,
        "cancel cancle kensil kainsal cansal radd rad raddh khatm discard void scrap council counsel nirast kancel cancelled \
 कैंसल कैंसिल कैंसेल रद्द निरस्त रद",
    ),
    (
        Word::Remove,
        "hta htao htado hatakar hatake hataake nikalkar nikaalkar हटाकर हटाके निकालकर hatao hata hatado hatana hataao hatadena nikal nikalo nikaal nikaalo nikaldo remove delete mita mitao mitado \
 erase drop clear kaatna hataiye delet हटाओ हटा हटादो हटाना हटाइए निकाल निकालो मिटा मिटाओ मिटादो डिलीट डिलिट रिमूव",
    ),
    (
        Word::Confirm,
        "confirm lock konfirm kanfarm pakka pakki final finalize finalise finalized pakaa confirmed kanfirm approve \
 कन्फर्म कंफर्म पक्का फाइनल फाइनलाइज",
    ),
    (
        Word::Add,
        "add added jod jodo joddo jodna jodiye joden enter include एड ऐड जोड जोडो जोडना जोडिए",
    ),
    (
        Word::Put,
        "chadhaye chadhayi chadhaya stick pop daal daalo daldo dalo daalna dalna daaldo lagao laga lagado lagana lagaao lagaya lagaiye put apply charge charged applied chadha \
 chadhao chadhana chadhado chada chadao insert dalwa daale daali dale rakhwa rakhwao डाल डालो डालदो डालना लगाओ लगा लगादो लगाना लगाइए चढा चढाओ चढाना",
    ),
    (
        Word::Write,
        "likh likho likhdo likhna likhlo likhle likhiye likhwa write note debit debited log logged noted नोट लिख लिखो लिखना लिखदो लिखलो लिखिए",
    ),
    (
        Word::Change,
        "change badalkar badalke बदलकर बदलके badal badlo badalo badaldo badalna update rename modify edit replace apdet \
 बदल बदलो बदलना अपडेट चेंज",
    ),
    (Word::Keep, "rakh rakho rakhdo rakhna keep रख रखो रखना"),
    (Word::Set, "set fix schedule सेट"),
    (Word::Save, "save सेव"),
    (Word::Deposit, "jama deposit deposited jma credited जमा"),
    (
        Word::Paid,
        "ada अदा bhar bharo bharna भर भरो paid pay pays payed chuka chukaya chukaye chukta settled cleared chukai चुका चुकाया चुकाए चुकता",
    ),
    (
        Word::Got,
        "utra utri utre उतरा उतरी prapt प्राप्त mila mile mili mil received came arrived aai आई ayi आयीं receive recieved recieve got collected vasool vasul wasool wasul recovered वसूल aaya aaye aayi aya aye aa \
 मिला मिले मिली मिल आया आए आये आयी आ",
    ),
    (Word::Remind, "remind reminding reminded रिमाइंड"),
    (
        Word::Yaad,
        "smaran स्मरण dilayein dilaayein dilayen dilaen dilaein dilaaye dilwaye dilwaiye dilwayein dilwayen dilavaye dilaya dilaye dilate dilaate दिलाते yaad yad dila dilana dilao dilado dilwao dilwana dilwa dilaiye dilaiyega yaddilana याद दिला दिलाना दिलाओ दिलाइए दिलाइये दिलाये दिलाए दिलाएं दिलायें दिलाइएगा दिलाइयेगा दिलवा दिलवाना दिलवाओ दिलवाइए दिलवाइये दिलवाये दिलवाए दिलवाएं",
    ),
    (
        Word::Move,
        "shift shifted move moved push pushed postpone postponed reschedule rescheduled defer deferred delayed aage badha badhao badhado badho badh preponed delay khiska शिफ्ट आगे बढा बढाओ बढादो",
    ),
    (Word::Start, "start shuru chalu begin shru शुरू चालू शुरु"),
    (Word::Stop, "stop band end rok roko बंद रोक रोको"),
    (
        Word::Speak,
        "reply respond bolo bol boliye baat speak talk gal bolna bola batiyao बोलो बोल बोलिए बात बोला",
    ),
    (
        Word::Undo,
        "undo palat palto palatdo palti ulat ulatdo wapas vapas waapas vaapas reverse revert wapis vapis rollback वापस वापिस अनडू पलट पलटो उलट उलटो",
    ),
    (Word::Return, "return lautaya lautaye लौटाया लौटाए"),
    (Word::Repeat, "repeat dohrao dohraiye pardon दोहराओ दोहराइए रिपीट"),
    (Word::Help, "help madad sahayata मदद सहायता हेल्प"),
    (Word::Can, "can sakte sakta sakti सकते सकता सकती"),
    (
        Word::Leave,
        "rehne rahne chhodiye chodiye छोडिए छोड़िए chhodo chodo chhod chod leave skip रहने छोडो छोड",
    ),
    (
        Word::Find,
        "find dhundo dhoondo dhundho search khojo dhundh ढूंढो ढूंढ खोजो lookup",
    ),
    (Word::Owe, "owe owes owed"),
    (Word::Sell, "sell becho becha bech sold बेचो बेचा"),
    (Word::Increase, "increase बढाना"),
    (
        Word::Future,
        "dega degi denge dunga karega karegi bhejega aayega aayegi deta chukayega milega milenge honge \
 देगा देगी देंगे करेगा भेजेगा आएगा मिलेंगे मिलेगा होंगे",
    ),
    (Word::Select, "select choose pick chuno chun चुनो"),
    (Word::Call, "call ring phonelagao"),
    (
        Word::Open,
        "kholiye खोलिए kholo khol kholna open register खोलो खोल खोलना",
    ),
    (Word::Use, "use istemal"),
    (Word::Wait, "ruko rukho ruk wait hold रुको रुक"),
    (Word::Finish, "khatam finish over खतम खत्म"),
];
