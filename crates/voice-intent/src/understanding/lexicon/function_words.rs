//! Particles, prepositions, pronouns, honorifics, fillers and the other small words.

use super::{Entry, Word};

/// Small words in both scripts; Devanagari without nukta and with anusvara.
pub(super) const TABLE: &[Entry] = &[
    (Word::Ka, "ka ke ki k kaa का के की"),
    (Word::Ko, "ku ko को"),
    (Word::Ne, "ne nay ney ने"),
    (Word::Se, "naal se say sey से"),
    (Word::Mein, "mein me main mai mey vich में मे मैं"),
    (Word::Pe, "pe par pr taraf upar पे पर"),
    (Word::Tak, "tak तक"),
    (
        Word::Wala,
        "wala wale wali vala vale vali waala waale waali walla wla वाला वाले वाली",
    ),
    (
        Word::And,
        "te hor nd हौर aur and plus evam tatha एंड ऐंड एण्ड एन्ड और एवं तथा",
    ),
    (Word::Or, "ya or athva या अथवा"),
    (Word::Apostrophe, "'s"),
    (
        Word::Place,
        "paar पार paas pass peeche piche peechhe pichhe samne saamne bagal nazdeek najdik nazdik kinare jagah near behind opposite pas पास पीछे सामने बगल जगह",
    ),
    (Word::For, "for"),
    (Word::To, "to"),
    (Word::From, "from"),
    (Word::Of, "of"),
    (Word::On, "on onto under against"),
    (Word::With, "with saath sath including"),
    (Word::Without, "without bagair बिना बगैर"),
    (Word::In, "in into inside"),
    (Word::At, "at"),
    (Word::Through, "through via using"),
    (Word::About, "about bare baare regarding"),
    (Word::By, "by"),
    (Word::As, "as"),
    (Word::Liye, "liye liy lie vaste waste khatir लिए लिये वास्ते"),
    (Word::Each, "each apiece प्रत्येक"),
    (Word::Per, "per prati प्रति"),
    (
        Word::PronounKa,
        "uska uske uski uskaa iska iske iski unka unke unki inka inke inki his their its usi \
 उसका उसके उसकी इसका इसके इसकी उनका उनके उनकी इनका इनके इनकी",
    ),
    (
        Word::PronounKo,
        "unku usku isku inku usko uspe uspar ispe ispar unpe unpar inpe unko unhe unhen isko inko inhe him them उसपर उसपे इसपर इसपे उनपर उसको उसे उनको उन्हें इसको इसे इनको इन्हें",
    ),
    (
        Word::PronounNe,
        "usne unhone unone isne inhone usney उसने उन्होंने इसने इन्होंने",
    ),
    (Word::PronounSe, "usse unse isse inse उससे उनसे इससे इनसे"),
    (Word::He, "he she they"),
    (Word::Her, "her"),
    (Word::I, "i i'd i'll i'm we hum ham maine humne मैंने हमने हम"),
    (
        Word::Mine,
        "humra hamra humar hamar humre my mera mere meri our hamara hamare apna apne मेरा मेरे मेरी हमारा",
    ),
    (
        Word::ToMe,
        "hamko humko mereku mujhku mujhe mujhko mereko hume humein us मुझे मुझको हमें",
    ),
    (Word::This, "ee this ye yeh yah is iss isi issi यह ये इस इसी"),
    (
        Word::That,
        "that wo woh vo voh those these usme usmein isme ismein उसमें इसमें वो वह उस jo जो",
    ),
    (Word::It, "it"),
    (
        Word::Filler,
        "ei haye kshama क्षमा ए oye oy oi ae yr yrr tani तनी suniye suniyega sunie सुनिए सुनिये dekhiye dekhiyega dekhie देखिए देखिये dear sahiba kripya um umm uhm ummm uh uhh er err hmm hm ah oh arre are arey arrey re acha achha accha achcha suno sun sunno \
 sunna sunn zara jara yaar yar matlab na naa like please plz pls just hey hello so toh bhi hi hii bas bus \
 kindly would will could want need lets let actually basically well going have has had been being \
 flat only worth quantity down you your thanks jaldi turant chalo then phir fir ekdum sirf thoda there here kuch some any anything also needs wants ready taiyar taiyaar tayyar yahan yaha yahaan wahan time samay waqt \
 अरे अच्छा सुनो सुन जरा यार मतलब ना न प्लीज तो भी ही बस कृपया तैयार यहां वहां जल्दी तुरंत चलो फिर सिर्फ थोडा कुछ",
    ),
    (Word::Article, "a an the"),
    (
        Word::Be,
        "ba बा baa bne hai hain h hay hona hua hui hue tha thi was were be raha rahi rahe gaya gayi gaye gya gyi ho hoga \
 ja jaa jao jaao jaiye jaana ban bane bani banaya banayi बनाया बन बने बनी jana lage rakha padega chahiye chaiye chahie does did \
 है हैं हुआ हुई हुए था थी थे रहा रही रहे गया गई गए गयी हो होगा जाना चाहिए चाहिये ह लगे",
    ),
    (
        Word::Honorific,
        "bhau bhiya bhaisaab bhaisab भाईसाब veerji veer paaji paji janaab janab huzoor baji ji jee bhai bhaiya bhaiyya bhaiji bhabhi bhabi sahab saheb sahib saab seth sethji uncle aunty auntie anty \
 didi anna akka sir madam mam maam ben behen bahen tai da dada dadi nana nani chacha chachi mama mami babu miyan mian \
 chettan chetta chechi chechy cheta ettan itha teacher bhaisahab bhaijaan memsahab bua phupha fufa mausa taya tauji chachaji \
 mamaji didiji boss beta khala amma appa garu saar masterji panditji kaka kaki mausi \
 जी भाई भैया भाभी साहब साहेब सेठ अंकल आंटी दीदी अन्ना अक्का सर मैडम बहन बेन ताई चाचा चाची मामा बाबू मियां काका मौसी",
    ),
    (
        Word::Mister,
        "shriman shreeman श्रीमान mr mrs ms mister missus miss shri shree smt shrimati dr doctor master pandit lala kumari श्री श्रीमती डॉक्टर",
    ),
    (
        Word::Yes,
        "hau haw haan ha han haa haanji yes yeah yep yup hanji bilkul sure zaroor jarur absolutely हां हा बिल्कुल बिलकुल जरूर",
    ),
    (
        Word::Okay,
        "durust barabar theeke ठीके right ok okay theek thik theak thick sahi correct thikhai alright ठीक सही ओके",
    ),
    (
        Word::No,
        "nahi nahin nai nhi nope no not nahiin never नहीं नही नाही",
    ),
    (
        Word::Dont,
        "nako nakko mat dont don't didnt didn't doesn't doesnt hasnt hasn't haven't havent wont won't isnt isn't cannot cant can't मत",
    ),
    (
        Word::Wrong,
        "galat galti wrong mistake oops sorry galthi गलत गलती सॉरी",
    ),
    (Word::Maybe, "shayad maybe perhaps probably shaayad शायद"),
    (
        Word::Roughly,
        "lagbhag kareeb karib takriban taqriban approx approximately around roughly nearly almost andazan kareeban \
 aaspaas लगभग करीब तकरीबन अंदाजन",
    ),
    (Word::If, "agar if jab unless yadi अगर यदि जब"),
    (
        Word::Question,
        "kya what which kaise kaisa kaisi how kahan kidhar where why kyun kyon kab when konsa kaunsa kaunse \
 whats क्या कैसे कैसा कहां क्यों कब कौनसा",
    ),
    (
        Word::HowMuch,
        "kitte kitta ketna ketana ketni केतना कित्ता kitna kitne kitni kitnaa much many kittna कितना कितने कितनी",
    ),
    (
        Word::Who,
        "kin kaun who whom whose kon kinpe kispe kiskiska kisne kinhone kisse kinse kisko kinko kiski kinke kinki kis kisi kiska kiske kinka koun कौन किस किसका",
    ),
    (
        Word::All,
        "all everything sabse saare sare saara saari sara sab sabka sabke sabki sabhi everyone everybody sabko poora pura poore poori \
 entire full complete सारे सारा सारी सब सबका सबके सबकी सभी पूरा पूरी पूरे",
    ),
    (
        Word::Total,
        "total totally totalled kul overall milake milakar altogether टोटल कुल मिलाकर मिलाके",
    ),
    (Word::More, "more another extra zyada jyada ज्यादा"),
    (Word::Again, "again dobara dubara दोबारा दुबारा"),
    (Word::Once, "baar once बार"),
    (Word::New, "new naya naye nayi nya नया नई नए नयी"),
    (Word::Old, "old purana purane purani पुराना पुराने पुरानी"),
    (
        Word::Last,
        "last previous aakhri akhri aakhiri akhiri aakhir akhir antim pichla pichle pichli pichhla pichhle pichhli recent latest \
 आखिरी आखरी आखिर अंतिम पिछला पिछले पिछली",
    ),
    (
        Word::Next,
        "next upcoming agla agle agli aglaa aane अगला अगले अगली",
    ),
    (Word::After, "baad bad after बाद"),
    (Word::Before, "before"),
    (Word::Now, "ab abhi now current currently filhal अब अभी"),
    (Word::Every, "har every हर"),
    (Word::Alternate, "alternate"),
    (Word::Instead, "badle instead balki बल्कि"),
    (Word::One, "ones"),
    (Word::Both, "dono donon both दोनों दोनो"),
];
