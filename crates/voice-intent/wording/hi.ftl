# What is said in Hindi, in Devanagari. A placeable such as { $name } stands as often, and under the same name, in every language.

## Questions, answers and refusals

ask-customer = किस ग्राहक के लिए?
ask-items = बिल में क्या-क्या डालूँ?
ask-price = { $product } का रेट क्या है?
ask-meant = क्या यह करना है:
ask-credit-or-payment = { $name } के खाते में { $amount } उधार लिखूँ, या जमा?
ask-quantity = { $product } { $unit } में बिकता है – कितने { $unit }?
ask-amount = { $name } के लिए कितना?
ask-when = कब याद दिलाऊँ?
ask-name = ग्राहक का नाम क्या है?
ask-change = क्या बदलना है?
ask-product = कौन सा सामान?
ask-again = कर दूँ?
ask-issue = बिल पक्का कर दूँ?
ask-payment = { $name } से { $amount } { $mode } जमा कर दूँ?
ask-credit = { $name } के खाते में { $amount } उधार लिख दूँ?
ask-new = नया ग्राहक { $name } जोड़ दूँ?
ask-new-with-opening = नया ग्राहक { $name } जोड़ दूँ, { $amount } बाकी के साथ?
ask-another = { $name } नाम का ग्राहक पहले से है। एक और जोड़ दूँ?
ask-update = { $name } की जानकारी बदल दूँ?
ask-reminder = { $name } के लिए याद दिलाना रख दूँ: { $when }?
ask-cancel-reminder = यह रिमाइंडर हटा दूँ: { $reminder }?
ask-cancel-reminders = सभी { $count } रिमाइंडर हटा दूँ?
ask-put-off = यह रिमाइंडर { $when } पर कर दूँ: { $reminder }?
ask-delete = { $name } की जानकारी मिटा दूँ? यह वापस नहीं होगा; पहले एक कोड भेजा जाएगा।
ask-code = कोड भेजा है। { $name } की जानकारी मिटाने के लिए उसके छह अंक बोलिए; यह वापस नहीं होगा।
ask-discard = { $name } का { $total } वाला कच्चा बिल हटा दूँ?
ask-discard-all = सभी { $count } कच्चे बिल हटा दूँ?
ask-cancel-bill = { $name } का बिल { $number }, { $total }, रद्द कर दूँ? यह वापस नहीं होगा।
ask-set-price = { $product } का रेट { $price } कर दूँ?
ask-add-stock = { $product } के स्टॉक में { $quantity } जोड़ दूँ?
which-customer = { $name } एक से ज़्यादा हैं। कौन से?
near-customer = { $name } नाम नहीं मिला। क्या ये हैं:
near-or-new-customer = { $name } नाम नहीं मिला। क्या ये हैं:
make-new-customer = { $name } नाम नहीं मिला। नया ग्राहक जोड़ दूँ?
new-customer = नया ग्राहक { $name }
which-product = { $product } में से कौन सा सामान?
which-draft = कौन सा बिल?
you = आप
nobody = बिना ग्राहक
every-minutes = { $count ->
    [one] हर मिनट
   *[other] हर { $count } मिनट
    }
every-hours = { $count ->
    [one] हर घंटे
   *[other] हर { $count } घंटे
    }
every-days = { $count ->
    [one] रोज़
   *[other] हर { $count } दिन
    }
every-weeks = { $count ->
    [one] हर हफ़्ते
   *[other] हर { $count } हफ़्ते
    }
every-months = { $count ->
    [one] हर महीने
   *[other] हर { $count } महीने
    }
every-years = { $count ->
    [one] हर साल
   *[other] हर { $count } साल
    }
every-weekday = हर { $days }
every-month-day = हर महीने की { $day } तारीख को
weekday-monday = सोमवार
weekday-tuesday = मंगलवार
weekday-wednesday = बुधवार
weekday-thursday = गुरुवार
weekday-friday = शुक्रवार
weekday-saturday = शनिवार
weekday-sunday = रविवार
next-time = अगला { $when }
mode-cash = नकद
mode-upi = UPI
mode-card = कार्ड
mode-bank = बैंक
mode-cheque = चेक
owes = { $name } का { $amount } बाकी है।
clear = { $name } का हिसाब साफ़ है।
advance = { $name } का { $amount } एडवांस है।
now-owes = अब { $amount } बाकी।
now-clear = अब कुछ बाकी नहीं।
now-advance = अब { $amount } एडवांस।
label-owes = { $amount } बाकी
label-advance = { $amount } एडवांस
label-clear = हिसाब साफ़
new-goods = नया सामान
draft-lines = { $name }: { $lines }।
draft-discount = इसमें { $discount } की छूट है।
draft-notes = नोट: { $notes }।
draft-total = कुल { $total }।
draft-total-with-tax = कुल { $total }, टैक्स { $tax } समेत।
only-left = { $product } सिर्फ़ { $left } बचा है।
none-left = { $product } ख़त्म है।
issued = { $name } का बिल { $number } बन गया, { $total }।
bill-sent = ग्राहक को भेज दिया।
bill-not-sent = भेज नहीं पाया।
bill-cancelled = { $name } का { $total } वाला बिल रद्द कर दिया।
discarded = { $name } का कच्चा बिल हटा दिया।
discarded-all = { $count ->
    [one] { $count } कच्चा बिल हटा दिया।
   *[other] { $count } कच्चे बिल हटा दिए।
    }
open-drafts = { $count ->
    [one] { $count } कच्चा बिल: { $rows }।
   *[other] { $count } कच्चे बिल: { $rows }।
    }
bills = { $count } बिल: { $rows }।
paid = { $name } से { $amount } { $mode } मिले।
booked-today = आज की तारीख में लिखा है।
credited = { $name } के खाते में { $amount } उधार लिख दिया।
total-pending = { $count ->
    [0] किसी का कुछ बाकी नहीं।
    [one] { $count } ग्राहक से कुल { $total } बाकी है।
   *[other] { $count } ग्राहकों से कुल { $total } बाकी है।
    }
customer-made = ग्राहक { $name } जोड़ दिया।
customer-changed = { $name } की नई जानकारी: { $changed }।
reminded = रिमाइंडर लिख लिया: { $reminder }।
not-sent-by-itself = संदेश अभी अपने आप नहीं जाता।
kept-for-you = ग्राहक का फ़ोन या ई-मेल नहीं है, इसलिए आपको याद दिलाऊँगा।
reminders-cancelled = { $count ->
    [one] { $count } रिमाइंडर हटा दिया।
   *[other] { $count } रिमाइंडर हटा दिए।
    }
reminder-put-off = रिमाइंडर का समय बदल दिया: { $reminder }।
recurring-not-moved = यह रिमाइंडर बार-बार आता है; इसे हटाकर नया लगवाइए।
erased = { $name } की जानकारी मिटा दी; खाता वैसा ही है।
reminders = { $count } रिमाइंडर: { $rows }।
no-reminders = कोई रिमाइंडर नहीं है।
stock = { $product } { $left } बचा है।
stock-added = { $product } { $quantity } जोड़ दिया, अब { $left }।
price-set = { $product } का रेट अब { $price } है।
undone = वापस ले लिया: { $what }।
undone-bill = रद्द कर दिया: { $what }। नंबर इस्तेमाल हुआ रहेगा।
undone-discard = वापस आ गया: { $what }।
undone-reminder-cancel = वापस आ गया: { $what }।
ask-undo = यह वापस लूँ: { $what }?
cannot-undo-erased = { $name } की जानकारी मिट चुकी है, वह वापस नहीं आ सकती।
cannot-undo-cancelled = बिल { $number } रद्द हो चुका है, वह वापस नहीं आ सकता; नया बिल बनाइए।
cannot-undo-sent = जो भेज दिया वह वापस नहीं आ सकता।
cannot-undo-recording = रिकॉर्डिंग वापस नहीं ली जा सकती।
noun-bill = बिल
noun-draft = कच्चा बिल
noun-bill-change = बिल का बदलाव
noun-bill-cancel = बिल रद्द करना
noun-sending = भेजना
noun-payment = पेमेंट
noun-credit = उधार
noun-account = हिसाब
noun-customer = नया ग्राहक
noun-details = जानकारी
noun-erasing = जानकारी मिटाना
noun-reminder = रिमाइंडर
noun-reminder-time = रिमाइंडर का नया समय
noun-reminder-cancel = रिमाइंडर हटाना
noun-stock = स्टॉक
noun-price = रेट
noun-other = बाकी बात
nothing-to-undo = वापस लेने को कुछ नहीं है।
nothing-to-confirm = पक्का करने को कुछ नहीं है।
nothing-to-repeat = मैंने अभी कुछ नहीं कहा।
let-be = ठीक है, रहने देता हूँ।
still-stands = ठीक है। जो हो चुका वह वैसा ही है; वापस लेना हो तो बोलिए: वापस लो।
waits = इसके बाद: { $what }।
undone-one = एक ही वापस लिया; उससे पहले वाला भी लेना हो तो फिर बोलिए: वापस लो।
one-bill-at-a-time = एक बार में एक ही बिल रद्द होता है।
ask-new-price = { $product } सूची में नहीं है, नया जुड़ेगा। उसका रेट क्या है?
guessed-customer = नाम नहीं बोला, इसलिए यह { $name } के लिए है।
gst-on = अब GST लगा है।
gst-off = अब GST नहीं है।
bill-today = बिल आज की तारीख में बनेगा।
payment-apart = पेमेंट बिल के साथ नहीं लिखी जाती; बिल बनने पर अलग से बोलिए।
ask-short = इतना माल नहीं है। गिनती बदलिए, या बोलिए: रहने दो।
and-more = और { $count } और
no-unpaid-bill = सारे बिल चुकता हैं।
unpaid-bills = { $count } बिल चुकता नहीं: { $rows }।
newest-bills = सबसे नए { $shown } बिल: { $rows }।
cancelled-bill = { $bill } (रद्द)
same-again = इतना ही अभी-अभी पहले भी लिखा है; ग़लती हो तो बोलिए: वापस लो।
rounded-off = राउंड ऑफ़ { $amount }।
not-done = यह नहीं हुआ: { $what }।
help = आप कह सकते हैं: { $examples }
language-set = अब हिंदी में बोलूँगा।
language-not-spoken = वह भाषा अभी नहीं बोल सकता।
not-understood = समझ नहीं आया, फिर से बोलिए।
can-say = ऐसे बोल सकते हैं: { $examples }।
can-bill = { $name } को 1 { $product } का बिल बना दो
can-pay = { $name } ने 500 दिए
can-ask-balance = { $name } का बैलेंस बताओ
can-ask-stock = { $product } का स्टॉक बताओ
ask-exact = रकम साफ़ नहीं हुई। एक ही रकम के साथ फिर से बोलिए।
not-possible = यह अभी नहीं कर सकता।
no-code-asked = कोई कोड माँगा नहीं गया।
customer-not-found = { $name } नाम का ग्राहक नहीं मिला।
product-not-found = { $product } नाम का सामान नहीं मिला।
not-on-bill = { $product } बिल में नहीं है।
no-draft = कोई कच्चा बिल नहीं है।
no-bill = ऐसा कोई बिल नहीं है।
already-cancelled = बिल { $number } पहले ही रद्द है।
out-of-range = इतनी रकम या मात्रा नहीं हो सकती।
forbidden = आपको इसकी अनुमति नहीं है।
not-found = वह अब नहीं है।
stale = इस बीच वह बदल गया। फिर से देखिए।
out-of-stock = { $product } सिर्फ़ { $left } बचा है, इसलिए बिल नहीं बना; कच्चा बिल खुला है।
none-left-no-bill = { $product } ख़त्म है, इसलिए बिल नहीं बना; कच्चा बिल खुला है।
not-priced = { $product } का रेट नहीं है।
wrong-unit = { $product } { $unit } में गिना जाता है।
credit-limit = { $limit } की उधार सीमा पार हो जाएगी।
phone-taken = यह फ़ोन नंबर { $name } का है।
no-gstin = दुकान का GSTIN नहीं है, इसलिए GST नहीं लग सकता।
code-wrong = यह कोड ठीक नहीं है। फिर से बोलिए।
code-wrong-left = { $count ->
    [one] यह कोड ठीक नहीं है। एक मौका बचा है, फिर से बोलिए।
   *[other] यह कोड ठीक नहीं है। { $count } मौके बचे हैं, फिर से बोलिए।
    }
code-expired = यह कोड पुराना हो गया। नया चाहिए तो बोलिए: कोड फिर से भेजो।
code-tries-over = कोड कई बार ग़लत बोला गया, अब वह नहीं चलेगा। नया चाहिए तो बोलिए: कोड फिर से भेजो।
code-too-soon = कोड अभी-अभी भेजा है। { $seconds } सेकंड बाद फिर भेजा जा सकता है।
code-too-often = बहुत कोड भेजे जा चुके हैं। एक घंटे बाद फिर कोशिश कीजिए।
ask-code-again = कोड फिर से भेजा है। { $name } की जानकारी मिटाने के लिए उसके छह अंक बोलिए; यह वापस नहीं होगा।
erasing-let-be = ठीक है, { $name } की जानकारी नहीं मिटाऊँगा।
unreadable = यह नंबर, पता या समय ठीक नहीं है।
already = यह पहले ही हो चुका है।
past-time = वह समय बीत चुका है।
period-closed = उस दिन का खाता बंद है।
unavailable = खाता अभी नहीं खुल रहा, फिर से कोशिश कीजिए।
ask-phone = { $name } का फ़ोन नंबर क्या है?
ask-email = { $name } का ई-मेल क्या है?
ask-write-email = { $name } का ई-मेल { $email } लिख दूँ?
ask-send = { $document } { $name } को { $by } से भेज दूँ? यह वापस नहीं होगा।
ask-record = रिकॉर्डिंग शुरू कर दूँ? वह वापस नहीं ली जा सकती।
channel-whatsapp = व्हाट्सऐप
channel-email = ई-मेल
channel-sms = एसएमएस
document-bill = बिल { $number }
document-statement = हिसाब ({ $when })
sent = { $document } { $name } को { $by } से भेज दिया।
recording-started = रिकॉर्डिंग शुरू है।
recording-stopped = रिकॉर्डिंग बंद है।
days-today = आज
days-yesterday = कल
days-this-week = इस हफ़्ते
days-last-week = पिछले हफ़्ते
days-this-month = इस महीने
days-last-month = पिछले महीने
days-this-year = इस साल
days-all = शुरू से
days-span = { $from } से { $to } तक
summary = हिसाब, { $when }: { $parts }।
summary-bills = { $count ->
    [0] कोई बिल नहीं
   *[other] { $count } बिल { $total } के
    }
summary-came = { $total } मिले ({ $modes })
summary-came-nothing = कुछ पैसा नहीं मिला
summary-lent = { $total } उधार दिया
summary-nothing = हिसाब, { $when }: न कोई बिल, न पेमेंट, न उधार।
statement = { $name } का हिसाब, { $when }: पहले { $opening }, { $went } नाम, { $came } जमा, अंत में { $closing }, { $count } एंट्री।
statement-nothing = { $name } का हिसाब, { $when }: कोई एंट्री नहीं, { $closing }।

## Things that can be said to the shop

example-1 = राहुल को 2 दूध और 1 ब्रेड का बिल बना दो
example-2 = सुरेश ने 500 UPI किया
example-3 = सुरेश का बैलेंस बताओ
example-4 = पेंडिंग बिल दिखाओ
example-5 = गलती हो गई, वापस लो

## Units; a piece is only counted

unit-kg = किलो
unit-g = ग्राम
unit-l = लीटर
unit-ml = मिलीलीटर
unit-piece = { "" }
unit-packet = पैकेट
unit-dozen = दर्जन
unit-box = डिब्बा
unit-bottle = बोतल
unit-bag = बोरी
unit-metre = मीटर
