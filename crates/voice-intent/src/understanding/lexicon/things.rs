//! What a shop talks about: bills, money, people, goods, units, languages.

use super::{Entry, Measured, Tongue, Word};

/// Nouns in both scripts.
pub(super) const TABLE: &[Entry] = &[
    (
        Word::Bill,
        "bill bil bills invoice invoices inv parchi inwoice invois receipt rasid raseed bilon बिल बिलों इनवॉइस इन्वॉइस पर्ची रसीद",
    ),
    (
        Word::Draft,
        "draft drafts pending kaccha kachcha kacha adhura adhoora unconfirmed incomplete unfinished \
 ड्राफ्ट पेंडिंग कच्चा कच्चे अधूरा अधूरे",
    ),
    (Word::Gst, "gst jiesti jiasti jst tax gstt जीएसटी टैक्स"),
    (
        Word::Percent,
        "% percent pratishat parsent percentage फीसदी परसेंट प्रतिशत पर्सेंट",
    ),
    (
        Word::Discount,
        "discount chhoot chhut choot chut rebate diskaunt discont छूट डिस्काउंट",
    ),
    (Word::Off, "off less"),
    (
        Word::Reduce,
        "kam कम reduce ghata ghatao ghatado ghatana ghataa घटा घटाओ घटाना",
    ),
    (
        Word::Reminder,
        "reminder reminders remaindar rimainder rimaindar remainder raminder रिमाइंडर रिमाइंडर्स रिमांइडर",
    ),
    (
        Word::Balance,
        "balance balances balens balence bailens balanse बैलेंस बैलेन्स बेलेंस",
    ),
    (
        Word::Due,
        "shesh शेष baaki baki baqi bakaya baakee due dues outstanding unpaid owing receivable receivables nikalta nikalte banta bante बाकी बकाया",
    ),
    (
        Word::Credit,
        "udhaar udhar udhari udhaari udhaaree udhaaar credit उधार उधारी क्रेडिट",
    ),
    (
        Word::Khata,
        "khata khaata khate khaate khaatey account tab khatey खाता खाते अकाउंट",
    ),
    (Word::Hisaab, "hisaab hisab hisaabh हिसाब"),
    (
        Word::Statement,
        "lekha statement statements ledger transaction transactions lenden len den passbook स्टेटमेंट लेन देन लेजर",
    ),
    (
        Word::Customer,
        "aadmi admi parties customer customers grahak grahakon grahako custumer kastamar gahak client party ग्राहक कस्टमर ग्राहकों",
    ),
    (Word::People, "logon logo walon people लोगों लोग वालों"),
    (Word::List, "list lists suchi सूची लिस्ट"),
    (Word::Data, "data records profile डेटा डाटा रिकॉर्ड्स"),
    (Word::Record, "record rikard रिकॉर्ड"),
    (
        Word::Details,
        "details detail address jaankari jankari info information डिटेल डिटेल्स जानकारी",
    ),
    (
        Word::Stock,
        "stock stocks stalk inventory istok stok godown dukaan godaam स्टॉक गोदाम इन्वेंटरी",
    ),
    (Word::Shop, "dukan shop दुकान market bazar bazaar बाजार"),
    (Word::Goods, "maal saman samaan माल सामान goods"),
    (
        Word::Left,
        "bacha bachi bache pada padi pade left remaining available बचा बची बचे पडा",
    ),
    (
        Word::Rate,
        "rate reprice repriced ret daam dam bhav bhaav price keemat kimat prices रेट दाम भाव कीमत प्राइस",
    ),
    (Word::Payment, "payment payments pement bhugtan पेमेंट भुगतान"),
    (Word::Money, "paisa paisaa money amount amt rakam raqam पैसा रकम"),
    (
        Word::Rupee,
        "rupaye rupay rupees rupee rupiya rupya rupaya bucks rs inr rupiye rupe rupaiya रुपये रुपए रुपया रूपये रूपए रु",
    ),
    (Word::Paise, "paison पैसों paise paisey पैसे"),
    (Word::Advance, "bayana बयाना advance peshgi byana एडवांस"),
    (Word::Number, "number no. numbar nambar nambr num नंबर नम्बर"),
    (Word::Phone, "phone mobile contact फोन मोबाइल"),
    (Word::Email, "email mail id imel ईमेल मेल इमेल"),
    (Word::Name, "naam name named called nam नाम"),
    (Word::Nickname, "nickname nikname upnaam निकनेम उपनाम"),
    (Word::Landmark, "landmark pehchan लैंडमार्क"),
    (Word::TaxNumber, "gstin gstn जीएसटीआईएन"),
    (Word::Otp, "otp code ओटीपी कोड"),
    (Word::Recording, "recording rikarding रिकॉर्डिंग"),
    (
        Word::Sale,
        "dhandho dhando sale sales bikri kamai dhandha dhanda collection collections galla galle bika bik biki sel turnover income kamaya kamaye kamayi kamaai earning earnings earn earned revenue business \
 सेल बिक्री कमाई धंधा गल्ला बिका",
    ),
    (
        Word::Summary,
        "summary report saransh aankda aankde ankda ankde रिपोर्ट सारांश",
    ),
    (Word::Language, "language bhasha zubaan भाषा"),
    (Word::Option, "option विकल्प ऑप्शन"),
    (Word::Opening, "opening shuruaati"),
    (Word::Entry, "entry entri एंट्री एन्ट्री"),
    (
        Word::Cash,
        "cesh kesh cash nakad nagad naqd rokda nakd kaish नकद कैश नगद रोकडा",
    ),
    (
        Word::Upi,
        "क्यूआर upi gpay phonepe paytm bhim googlepay phonepay fonepe fonepay scan scanned qr jipe यूपीआई फोनपे पेटीएम जीपे गूगलपे भीम",
    ),
    (Word::Card, "card swiped swipe ghisa ghisi कार्ड"),
    (
        Word::Bank,
        "bank transferred neft imps rtgs transfer netbanking बैंक आरटीजीएस आईएमपीएस ट्रांसफर एनईएफटी",
    ),
    (Word::Cheque, "cheque chek "),
    (Word::Online, "online ऑनलाइन"),
    (
        Word::WhatsApp,
        "whatsapp watsapp vatsap wattsapp watsap whatsap wapp व्हाट्सएप व्हाट्सऐप वाट्सएप वॉट्सएप",
    ),
    (Word::Sms, "sms message text msg एसएमएस मैसेज"),
    (Word::Dot, "dot डॉट"),
    (Word::AtSign, "एट"),
    (Word::Underscore, "underscore अंडरस्कोर"),
    (Word::Dash, "dash hyphen minus डैश हाइफन"),
    (Word::Double, "double डबल"),
    (Word::Triple, "triple ट्रिपल tripal"),
    (Word::LanguageName(Tongue::Hindi), "hindi हिंदी हिन्दी"),
    (
        Word::LanguageName(Tongue::English),
        "english angrezi angreji अंग्रेजी इंग्लिश",
    ),
    (Word::LanguageName(Tongue::Hinglish), "hinglish हिंग्लिश"),
    (
        Word::LanguageName(Tongue::Bengali),
        "bengali bangla bangali बंगाली बांग्ला",
    ),
    (Word::LanguageName(Tongue::Tamil), "tamil तमिल"),
    (Word::LanguageName(Tongue::Telugu), "telugu तेलुगु तेलुगू"),
    (Word::LanguageName(Tongue::Marathi), "marathi मराठी"),
    (Word::LanguageName(Tongue::Gujarati), "gujarati gujrati गुजराती"),
    (Word::LanguageName(Tongue::Kannada), "kannada कन्नड"),
    (Word::LanguageName(Tongue::Punjabi), "punjabi panjabi पंजाबी"),
    (Word::LanguageName(Tongue::Malayalam), "malayalam मलयालम"),
    (Word::LanguageName(Tongue::Urdu), "urdu उर्दू"),
    (
        Word::Unit(Measured::Kg),
        "kilo kg kgs kilogram kilograms kilos kilogramme किलो किलोग्राम केजी",
    ),
    (Word::Unit(Measured::G), "gram g gm gms grams graam ग्राम"),
    (
        Word::Unit(Measured::L),
        "litre liter litres liters ltr leetar l ltrs लीटर लिटर",
    ),
    (
        Word::Unit(Measured::Ml),
        "ml millilitre milliliter millilitres मिलीलीटर एमएल ",
    ),
    (
        Word::Unit(Measured::Piece),
        "tho thho ठो piece pieces pcs pees pc nag pis adad पीस नग अदद",
    ),
    (
        Word::Unit(Measured::Packet),
        "packet packets pkt pack packs paket packat pkts pudiya pouch पैकेट पाकेट पुडिया",
    ),
    (
        Word::Unit(Measured::Dozen),
        "dozen dozens darjan darzan दर्जन डजन डोजन",
    ),
    (
        Word::Unit(Measured::Box),
        "box boxes peti petti carton cartons dabba dabbe kartan पेटी डब्बा डिब्बा बॉक्स कार्टन डब्बे डिब्बे",
    ),
    (
        Word::Unit(Measured::Bottle),
        "bottle bottles botal botel bottal बोतल बॉटल",
    ),
    (
        Word::Unit(Measured::Bag),
        "bag bags bori boriyan katta katte bora sack sacks बोरी कट्टा बैग बोरा कट्टे",
    ),
    (
        Word::Unit(Measured::Metre),
        "metre meter metres meters mtr mitar मीटर",
    ),
    (Word::Unit(Measured::Paav), "paav pav paw पाव"),
    (Word::Unit(Measured::Quintal), "quintal kuntal क्विंटल कुंतल"),
    (Word::Unit(Measured::Pair), "jodi joda pair pairs जोडी जोडा"),
    (Word::Unit(Measured::Kodi), "kodi कोडी"),
    (Word::Unit(Measured::Gross), "gross ग्रोस"),
];
