//! Names of people as they are commonly spelt, where no rule of transliteration gives it.

/// A word in Devanagari, folded or not, and its spelling; an underscore is a space.
pub(super) const TABLE: &[&str] = &[
    // What is settled for people of all kinds
    "चौरसिया chaurasia चौधरी chaudhary  सिंह singh  अनवर anwar  फिरोज firoz  पूजा pooja  अजीत ajit  आयशा ayesha \
     मोहम्मद mohammed  मुहम्मद mohammed  इकबाल iqbal  तिवारी tiwari  अग्रवाल agarwal  अगरवाल agarwal \
     यादव yadav  मिश्रा mishra  वर्मा verma  सक्सेना saxena  दीक्षित dixit  रिजवान rizwan \
     परवेज parvez  अजीज aziz  नवाज nawaz  एजाज ejaz  रजा raza  जाकिर zakir  जोया zoya  जैनब zainab \
     मुमताज mumtaz  शहनाज shahnaz  नाजिया nazia  नाज naz  अफजल afzal  रावत rawat  जॉन john \
     जोसेफ joseph  डेविड david  थॉमस thomas  मैरी mary  राय rai  राव rao  साहू sahu  रेड्डी reddy \
     शेट्टी shetty  अय्यर iyer  बनर्जी banerjee  चटर्जी chatterjee  मुखर्जी mukherjee  खान khan \
     हुसैन hussain  अब्दुल abdul  अहमद ahmad  शेख sheikh  स्वाति swati  ईश्वर ishwar  भगवान bhagwan \
     गोस्वामी goswami  आशीष ashish  जगदीश jagdish  दीपिका deepika  नेहा neha  रोशनी roshni \
     ट्रेडर्स traders  स्टोर store  स्टोर्स stores  एंटरप्राइजेज enterprises  पिंकी pinky  रॉकी rocky \
     विकी vicky  विक्की vicky  बंटी bunty  सूरज suraj  भूपेंद्र bhupendra  सत्यम satyam  शिवम shivam \
     ज्योति jyoti",
    // Muslim names
    "रफीक rafiq  शफीक shafiq  तौफीक taufiq  आशिक ashiq  सादिक sadiq  सिद्दीक siddiq \
     सिद्दीकी siddiqui  फारूक farooq  अशफाक ashfaq  इश्तियाक ishtiaq  मुश्ताक mushtaq  इशाक ishaq \
     इसहाक ishaq  तारिक tariq  कासिम qasim  कासिफ kashif  कमर qamar  कादिर qadir  कादर qadir \
     कुरैशी qureshi  कुरेशी qureshi  काजी qazi  याकूब yaqoob  यूनिस yunus  इलियास ilyas \
     इम्तियाज imtiaz  नवाब nawab  नवीद naveed  नफीस nafees  नूरजहां noorjahan  नूरी noori \
     शमीम shamim  शकील shakeel  शहजाद shahzad  शाहनवाज shahnawaz  सलीम salim  सईद saeed  सईदा saeeda \
     सय्यद syed  सैयद syed  सैय्यद syed  मिर्जा mirza  बेगम begum  खातून khatoon  बीबी bibi \
     हमीद hameed  हमीदा hameeda  हनीफ haneef  हकीम hakim  हुस्न husn  जमील jameel  जमीला jameela \
     जुबैर zubair  जुबेदा zubeda  जुल्फिकार zulfikar  जफर zafar  जहीर zaheer  जीनत zeenat \
     जोहरा zohra  जरीना zarina  अजहर azhar  अनीस anees  अय्यूब ayub  अमीन amin  अकील aqeel \
     आमिर aamir  फैज faiz  फैजान faizan  फरजाना farzana  फिरोजा firoza  गुलजार gulzar  गुलाम ghulam \
     गौसिया gausia  करीम karim  कमरुद्दीन qamruddin  निजाम nizam  निजामुद्दीन nizamuddin \
     मंसूर mansoor  मकसूद maqsood  मकबूल maqbool  महबूब mehboob  महमूद mahmood  मुजम्मिल muzammil \
     मुजफ्फर muzaffar  मोईन moin  रजिया razia  रहीम rahim  रशीद rasheed  रियाज riyaz  वसीम wasim \
     वसीमा wasima  वाहिद wahid  वकील wakil  वाजिद wajid  वारिस waris  वहीदा waheeda  वहीद waheed \
     सोहेल sohail  हैदर haider",
    // Sikh and Punjabi names
    "बलविंदर balwinder  कुलविंदर kulwinder  जसविंदर jaswinder  सुखविंदर sukhwinder  गुरबचन gurbachan \
     दिलीप dilip  गिल gill  सिद्धू sidhu  बाजवा bajwa  अरोडा arora  भाटिया bhatia  चावला chawla \
     चड्ढा chadha  छाबडा chhabra  वाधवा wadhwa  वालिया walia  टंडन tandon",
    // Surnames
    "हलवाई halwai  जायसवाल jaiswal  बर्नवाल barnwal  पटवा patwa  गुप्त gupta  शुक्ल shukla  दुबे dubey \
     चौबे chaubey  पांडे pandey  पाण्डे pandey  बाजपेयी bajpai  वाजपेयी vajpayee  अवस्थी awasthi \
     श्रीवास्तव srivastava  श्रीवास्तवा srivastava  श्रीवास shriwas  कुलश्रेष्ठ kulshrestha \
     कुशवाहा kushwaha  पासवान paswan  प्रजापति prajapati  राठौर rathore  राठौड rathod \
     भदौरिया bhadauria  सिसोदिया sisodia  शेखावत shekhawat  ढोलकिया dholakia  बोस bose  दत्ता dutta \
     दत्त dutt  चक्रवर्ती chakravarty  पॉल paul  बेहरा behera  मोहंती mohanty  महापात्र mohapatra \
     नायडू naidu  नायर nair  मेनन menon  कुट्टी kutty  अयंगर iyengar  आयंगर iyengar  गौडा gowda \
     गौड gaur  कामत kamath  पवार pawar  गायकवाड gaikwad  भोसले bhosale  चव्हाण chavan  काम्बले kamble \
     कांबले kamble  वाघमारे waghmare  सोनवणे sonawane  डिसूजा dsouza  डीसूजा dsouza \
     फर्नांडीस fernandes  फर्नांडिस fernandes  गोम्स gomes  रोड्रिग्स rodrigues  परेरा pereira \
     डिकॉस्टा dcosta  मैथ्यू mathew  जॉर्ज george  वर्गीस varghese  वर्गीज varghese  कुरियन kurian \
     चाको chacko  एंथनी anthony  एंटनी antony  पीटर peter  माइकल michael  स्टीफन stephen \
     फिलिप philip  जैकब jacob  जेकब jacob  डोमिनिक dominic  रॉबर्ट robert  विल्सन wilson \
     विलियम william  जेम्स james  विक्टर victor  विंसेंट vincent  सेबेस्टियन sebastian  ग्रेस grace \
     रोजी rosy  मर्सी mercy  सारा sarah  रीटा rita  नैंसी nancy  एलिजाबेथ elizabeth  जेनिफर jennifer",
    // Names of the south
    "सुब्रमण्यम subramaniam  सुब्रमण्यन subramanian  सुब्रमनियम subramaniam  मुरुगेशन murugesan \
     कार्तिकेयन karthikeyan  रामचंद्रन ramachandran  नारायणन narayanan  गोपालकृष्णन gopalakrishnan \
     बालकृष्णन balakrishnan  रामकृष्णन ramakrishnan  श्रीनिवास srinivas  श्रीनिवासन srinivasan \
     श्रीधर sridhar  श्रीराम shriram  श्रीकांत shrikant  जयलक्ष्मी jayalakshmi \
     विजयलक्ष्मी vijayalakshmi  वेंकटलक्ष्मी venkatalakshmi  भगवती bhagwati  भुवनेश्वरी bhuvaneshwari \
     परमेश्वरी parameshwari  ईश्वरी ishwari",
    // First names
    "अनूप anoop  अवधेश awadhesh  आरती aarti  आरव aarav  ऋतिक hrithik  ओंकार omkar  किशोर kishore \
     घनश्याम ghanshyam  जयश्री jayshree  जीतेंद्र jitendra  ज्ञानेश्वर dnyaneshwar  ज्योत्सना jyotsna \
     टीना tina  डॉली dolly  डिंपल dimple  दमयंती damayanti  दीनदयाल deendayal  दीनानाथ dinanath \
     धर्मवीर dharamveer  धर्मपाल dharampal  धीरेंद्र dhirendra  नंदकिशोर nandkishore  नंदलाल nandlal \
     नागराज nagaraj  नीलेश nilesh  पवन pawan  पीयूष piyush  पूनम poonam  प्रतीक prateek \
     फूलचंद phoolchand  फूलमती phoolmati  फूलवती phoolwati  फूलन phoolan  बनवारी banwari \
     भंवरलाल bhanwarlal  भीमसेन bhimsen  माधवी madhavi  राजबीर rajbir  राजीव rajeev \
     रामअवतार ramavtar  रामनिवास ramniwas  रामस्वरूप ramswaroop  रीता rita  रूपा roopa \
     लीलावती lilavati  वीरेंद्र virendra  शत्रुघ्न shatrughan  संगीता sangeeta  संजीव sanjeev \
     साधना sadhana  सीता sita  सीताराम sitaram  सुखबीर sukhbir  सुधीर sudhir  सोनिया sonia \
     हरभजन harbhajan  हीरालाल hiralal  हेमलता hemlata",
];
