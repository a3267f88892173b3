//! Shops, places and trades as they are commonly spelt.

/// A word in Devanagari, folded or not, and its spelling; an underscore is a space.
pub(super) const TABLE: &[&str] = &[
    // Places
    "स्टेशन station  स्कूल school  बैंक bank  हॉस्पिटल hospital  अस्पताल aspatal  मार्केट market \
     कॉलेज college  ऑफिस office  बस bus  स्टैंड stand  पार्क park  चर्च church  टंकी tanki  चौक chowk \
     कॉलोनी colony",
    // Shops, places and trades
    "न्यू new  मेडिकल medical  मेडिकल्स medicals  मेडिको medico  फार्मेसी pharmacy  फार्मा pharma \
     टेक्सटाइल textile  टेक्सटाइल्स textiles  इलेक्ट्रिकल electrical  इलेक्ट्रिकल्स electricals \
     इलेक्ट्रॉनिक्स electronics  इलेक्ट्रॉनिक electronic  ट्रेडिंग trading  एंटरप्राइज enterprise \
     एजेंसी agency  एजेंसीज agencies  कंपनी company  ब्रदर्स brothers  संस sons  सन्स sons \
     इंडस्ट्रीज industries  होटल hotel  रेस्टोरेंट restaurant  बेकरी bakery  जनरल general \
     प्रोविजन provision  सुपरमार्केट supermarket  सेंटर center  स्टेशनरी stationery \
     स्टेशनर्स stationers  ज्वेलर्स jewellers  टेलर tailor  टेलर्स tailors  सैलून salon \
     पार्लर parlour  ब्यूटी beauty  फुटवियर footwear  फैशन fashion  क्लॉथ cloth  हाउस house \
     एम्पोरियम emporium  बुटीक boutique  मोटर्स motors  ऑटो auto  गैराज garage  सर्विस service \
     ट्रांसपोर्ट transport  कोचिंग coaching  एकेडमी academy  क्लीनिक clinic  लैब lab \
     पोस्टऑफिस post_office  एटीएम atm  पेट्रोलपंप petrol_pump  बसस्टैंड bus_stand  सोसाइटी society \
     अपार्टमेंट apartment  बिल्डिंग building  टावर tower  गेट gate  ब्रिज bridge  सिनेमा cinema \
     मॉल mall  गुरद्वारा gurudwara  रोड road  लेन lane  सेक्टर sector  ब्लॉक block  फ्लैट flat \
     टीचर teacher  मास्टर master  मैडम madam  सिस्टर sister  फादर father  ड्राइवर driver \
     प्लंबर plumber  इलेक्ट्रीशियन electrician  मैकेनिक mechanic  पेंटर painter",
];
