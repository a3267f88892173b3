//! Goods and brands as they are commonly spelt: loan words keep the spelling they came with.

/// A word in Devanagari, folded or not, and its spelling; an underscore is a space.
pub(super) const TABLE: &[&str] = &[
    // Goods
    "आम aam  मूंगफली moongfali  मूँगफली moongfali  आटे atta चावल chawal  आटा atta  चाय chai  ब्रेड bread  मैगी maggi  बिस्किट biscuit  बिस्कुट biscuit \
     कोक coke  बटन button  मिल्क milk  बटर butter  शैंपू shampoo  शैम्पू shampoo  पेन pen \
     पेंसिल pencil  कॉपी copy  नोटबुक notebook  टूथपेस्ट toothpaste  कोलगेट colgate  साबुन sabun \
     क्रीम cream  सीमेंट cement  टाइल tile  टाइल्स tiles  बल्ब bulb  चार्जर charger  राइस rice \
     शुगर sugar  ऑयल oil  सॉल्ट salt  पापड papad  अचार achar  चिप्स chips  जूस juice  केक cake \
     चॉकलेट chocolate  आइसक्रीम ice_cream  नूडल्स noodles  पोहा poha  रवा rava  सूजी suji  मैदा maida \
     बेसन besan  घी ghee  हल्दी haldi  धनिया dhaniya  गुड gud  केला kela  केले kele  लड्डू laddu \
     जलेबी jalebi  पेप्सी pepsi  पारले parle  अमूल amul  टाटा tata  सर्फ surf  लक्स lux  डेटॉल dettol \
     शर्ट shirt  पैंट pant  जींस jeans  मोबाइल mobile  केबल cable  फैन fan  कूलर cooler  मिक्सर mixer \
     पेंट paint  पाइप pipe  वायर wire  पानी pani  पेट्रोल petrol  कर्ड curd  एग egg  जी ji  फूल phool \
     फल phal  फली phali  कॉफी coffee  पाउडर powder  टॉफी toffee  सोडा soda  वाला wala  वाले wale \
     वाली wali",
    // Stationery
    "रजिस्टर register  कॉपियां copiyan  नोटबुक्स notebooks  पेन्सिल pencil  पेंसिलें pencilen \
     रबर rubber  इरेजर eraser  शार्पनर sharpener  स्केल scale  चॉक chalk  ग्लू glue  फेविकोल fevicol \
     फेविकॉल fevicol  फेवीस्टिक fevistick  टेप tape  सेलोटेप cellotape  स्टेपलर stapler  क्लिप clip \
     फाइल file  फाइलें filen  फोल्डर folder  पेपर paper  मार्कर marker  हाइलाइटर highlighter \
     क्रेयॉन crayon  क्रेयॉन्स crayons  कलर color  स्केच sketch  बॉल ball  जेल gel  रिफिल refill \
     डायरी diary  कैलकुलेटर calculator  ज्योमेट्री geometry  कंपास compass  एनवेलप envelope \
     कवर cover  बुक book  बुक्स books  बैग bag  ब्रश brush",
    // Medicines
    "क्रोसिन crocin  ओआरएस ors  बेनाड्रिल benadryl  पैरासिटामोल paracetamol  पेरासिटामोल paracetamol \
     कॉम्बिफ्लेम combiflam  कॉम्बिफ्लाम combiflam  विक्स vicks  आयोडेक्स iodex  बैंडेज bandage \
     बैंडएड bandaid  टैबलेट tablet  टेबलेट tablet  कैप्सूल capsule  सिरप syrup  इंजेक्शन injection \
     ग्लूकोज glucose  डिटॉल dettol  सैवलॉन savlon  बोरोलीन boroline  बोरोप्लस boroplus  इनो eno \
     ईनो eno  डाइजीन digene  च्यवनप्राश chyawanprash  सैनिटाइजर sanitizer  सेनेटाइजर sanitizer \
     थर्मामीटर thermometer  कॉटन cotton  मेडिसिन medicine  इनहेलर inhaler  प्रोटीन protein",
    // Soaps and cosmetics
    "लिपस्टिक lipstick  टूथब्रश toothbrush  शेम्पू shampoo  कंडीशनर conditioner  सोप soap \
     फेसवॉश facewash  फेस face  वॉश wash  हैंडवॉश handwash  लोशन lotion  वैसलीन vaseline \
     नेलपॉलिश nail_polish  नेल nail  पर्फ्यूम perfume  परफ्यूम perfume  डियो deo  डिओ deo \
     टैल्कम talcum  पावडर powder  हेयर hair  आयल oil  रेजर razor  ब्लेड blade  शेविंग shaving \
     फोम foam  जिलेट gillette  पैड pad  पैड्स pads  डायपर diaper  डाइपर diaper  हग्गीज huggies \
     पैंपर्स pampers  व्हिस्पर whisper  स्टेफ्री stayfree  निविया nivea  डव dove  लाइफबॉय lifebuoy \
     संतूर santoor  सिंथॉल cinthol  पीयर्स pears  मेडिमिक्स medimix  डाबर dabur  हिमालया himalaya \
     पैराशूट parachute  क्लिनिक clinic  सनसिल्क sunsilk  पैंटीन pantene  हेड head  क्लोजअप closeup \
     सेंसोडाइन sensodyne  लिस्टरीन listerine  सिंदूर sindoor  मेहंदी mehndi  मेंहदी mehndi \
     टिश्यू tissue  नैपकिन napkin",
    // Washing and cleaning
    "एक्सेल excel  एक्सल excel  सर्फएक्सेल surf_excel  एरियल ariel  टाइड tide  व्हील wheel \
     हार्पिक harpic  लाइजोल lizol  फिनाइल phenyl  फिनायल phenyl  डोमेक्स domex  डिटर्जेंट detergent \
     ब्लीच bleach  कम्फर्ट comfort  मॉर्टीन mortein  गुडनाइट goodnight  ऑलआउट allout  मच्छर machhar \
     कॉइल coil  स्पंज sponge  स्क्रबर scrubber  पोछा pocha  पोंछा pocha  मग mug  बकेट bucket  टब tub \
     वाइपर wiper  डस्टबिन dustbin",
    // Groceries, sweets, drinks and their brands
    "उडद urad  मसूर masoor  लोबिया lobia  सोयाबीन soyabean  मैक्रोनी macaroni  मैकरोनी macaroni \
     ओट्स oats  कॉर्नफ्लेक्स cornflakes  कॉर्न corn  फ्लेक्स flakes  इलायची elaichi  इलाइची elaichi \
     हींग hing  अजवाइन ajwain  अजवायन ajwain  सौंफ saunf  तेजपत्ता tej_patta  जायफल jaiphal \
     कालीमिर्च kali_mirch  गुलाबजामुन gulab_jamun  कचौडी kachori  कचौरी kachori  पकौडा pakoda \
     पकौडे pakode  छाछ chaas  मावा mawa  भुजिया bhujia  जैम jam  सॉस sauce  केचप ketchup \
     कैचप ketchup  किसान kissan  मेयोनीज mayonnaise  चीज cheese  क्रीमरोल cream_roll  रस्क rusk \
     टोस्ट toast  बन bun  बिस्किट्स biscuits  कुकीज cookies  क्रैकजैक krackjack  मोनाको monaco \
     ओरियो oreo  गुडडे good_day  हाइड hide  ब्रिटानिया britannia  मारी marie  टाइगर tiger \
     बॉर्बन bourbon  बोर्बन bourbon  लेज lays  अंकल uncle  वेफर्स wafers  पॉपकॉर्न popcorn \
     चाकलेट chocolate  डेयरी dairy  कैडबरी cadbury  किटकैट kitkat  मंच munch  पर्क perk  फाइव five \
     एक्लेयर्स eclairs  कैंडी candy  च्युइंगम chewing_gum  चुइंगम chewing_gum \
     सेंटरफ्रेश center_fresh  हॉर्लिक्स horlicks  बोर्नवीटा bournvita  कॉम्प्लान complan \
     नेस्कैफे nescafe  नेसकैफे nescafe  लेबल label  ताजमहल taj_mahal  वाघ wagh  कोका coca \
     कोला cola  कोकाकोला coca_cola  थम्सअप thums_up  थम्स thums  अप up  स्प्राइट sprite  लिम्का limca \
     फैंटा fanta  माजा maaza  फ्रूटी frooti  स्लाइस slice  सेवनअप 7_up  एक्वाफिना aquafina \
     किनले kinley  रियल real  ट्रॉपिकाना tropicana  टैंग tang  रूहअफजा rooh_afza  ग्लूकॉन glucon \
     रेडबुल red_bull  एनर्जी energy  कोल्ड cold  कोल्डड्रिंक cold_drink  आइस ice  वनीला vanilla \
     मदर mother  नेस्ले nestle  फॉर्च्यून fortune  रिफाइंड refined  सफोला saffola  ऑलिव olive \
     आशीर्वाद aashirvaad  एवरेस्ट everest  एमडीएच mdh  कैच catch  चिकन chicken  मटन mutton \
     पेस्ट्री pastry  पिज्जा pizza  बर्गर burger  सैंडविच sandwich  मशरूम mushroom",
    // Fruit and vegetables
    "अंगूर angoor  संतरा santra  संतरे santre  आलू aloo  प्याज pyaz  पत्तागोभी patta_gobhi \
     फूलगोभी phool_gobhi  मूली mooli  नींबू nimbu  नीबू nimbu  सीताफल sitaphal  तरबूज tarbooz \
     अमरूद amrood  लीची litchi  चीकू chikoo  कीवी kiwi  स्ट्रॉबेरी strawberry  एप्पल apple \
     मैंगो mango  ऑरेंज orange  पोटैटो potato  ओनियन onion  टोमैटो tomato",
    // Hardware and building
    "सिमेंट cement  अल्ट्राटेक ultratech  एसीसी acc  टीएमटी tmt  ब्रिक brick  मार्बल marble \
     ग्रेनाइट granite  पुट्टी putty  प्राइमर primer  एशियन asian  बर्जर berger  नेरोलैक nerolac \
     डिस्टेंपर distemper  थिनर thinner  रोलर roller  प्लाई ply  प्लाईवुड plywood  सनमाइका sunmica \
     लैमिनेट laminate  हार्डवेयर hardware  स्क्रू screw  नट nut  वॉशर washer  ड्रिल drill \
     ड्रिलमशीन drill_machine  मशीन machine  पाईप pipe  पीवीसी pvc  सीपीवीसी cpvc  जीआई gi \
     एल्बो elbow  एलबो elbow  सॉकेट socket  टैप tap  वाल्व valve  शावर shower  वॉशबेसिन washbasin \
     टैंक tank  हैंडपंप handpump  हैंडपम्प handpump  पंप pump  मोटर motor  लॉक lock  हैंडल handle \
     चेन chain  ग्लास glass  एमसील m_seal  सील seal  व्हाइट white  ब्लैक black  ब्लू blue \
     येलो yellow",
    // Electric goods
    "एलईडी led  सीएफएल cfl  ट्यूब tube  ट्यूबलाइट tubelight  लाइट light  स्विच switch \
     स्विचबोर्ड switchboard  बोर्ड board  प्लग plug  होल्डर holder  तार taar  एमसीबी mcb  फ्यूज fuse \
     इन्वर्टर inverter  इनवर्टर inverter  बैटरी battery  बैट्री battery  एडाप्टर adapter \
     एडॉप्टर adapter  एक्सटेंशन extension  सीलिंग ceiling  हीटर heater  गीजर geyser  प्रेस press \
     आयरन iron  मिक्सी mixie  ग्राइंडर grinder  जूसर juicer  कुकर cooker  प्रेशर pressure  टीवी tv \
     रिमोट remote  फ्रिज fridge  एसी ac  वॉशिंग washing  मोबाईल mobile  फोन phone  इयरफोन earphone \
     ईयरफोन earphone  हेडफोन headphone  स्पीकर speaker  ब्लूटूथ bluetooth  पावर power \
     पावरबैंक power_bank  यूएसबी usb  मेमोरी memory  कार्ड card  पेनड्राइव pendrive \
     टेम्पर्ड tempered  स्क्रीन screen  गार्ड guard  कैमरा camera  लैपटॉप laptop  कंप्यूटर computer \
     माउस mouse  कीबोर्ड keyboard  प्रिंटर printer  कार्ट्रिज cartridge  वॉच watch  फिलिप्स philips \
     हैवेल्स havells  सिस्का syska  क्रॉम्पटन crompton  सैमसंग samsung  नोकिया nokia",
    // Cloth and shoes
    "टीशर्ट t_shirt  पैंट्स pants  जीन्स jeans  ट्राउजर trouser  लोअर lower  ट्रैक track  सूट suit \
     पायजामा pajama  सलवार salwar  साडी saree  साडियां sariyan  लहंगा lehenga  ब्लाउज blouse \
     पेटीकोट petticoat  पैंटी panty  अंडरवियर underwear  सॉक्स socks  टॉवल towel  सूती sooti \
     स्वेटर sweater  जैकेट jacket  शॉल shawl  स्कार्फ scarf  कैप cap  पर्स purse  वॉलेट wallet \
     जूता joota  जूते joote  सैंडल sandal  स्लीपर slipper  शूज shoes  जिप zip  फ्रॉक frock \
     स्कर्ट skirt  यूनिफॉर्म uniform",
    // Kitchen, house, vehicles, farm
    "प्लेट plate  तवा tawa  जग jug  कप cup  थर्मस thermos  टिफिन tiffin  लाइटर lighter  गैस gas \
     सिलेंडर cylinder  स्टोव stove  कैंडल candle  कपूर kapoor  बोतल bottle  प्लास्टिक plastic \
     डिस्पोजल disposal  टेबल table  चेयर chair  फर्नीचर furniture  बैट bat  साइकिल cycle  टायर tyre \
     ट्यूबलेस tubeless  ग्रीस grease  इंजन engine  डीजल diesel  क्लच clutch  ब्रेक brake \
     सिगरेट cigarette  बीडी bidi  पान paan  यूरिया urea  डीएपी dap  ज्वार jowar \
     ऑनलाइन online  स्पेशल special  सुपर super  क्लासिक classic  सिल्वर silver  प्रीमियम premium \
     मैक्स max  लार्ज large  स्मॉल small  साइज size  फैमिली family  पैक pack  कॉम्बो combo \
     जंबो jumbo  लाइट्स lights  क्वालिटी quality",
];
