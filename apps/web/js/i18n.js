// The page's own words in English and Hindi. What the server says and what people are called is never translated here.

import { keep, kept } from "./dom.js";

const CHOICE = "execora.language";

const en = {
  "net.connecting": "Connecting…", "net.online": "Connected", "net.waiting": "Reconnecting…", "net.offline": "No line. What you write is kept.",
  "net.hears": "hears: {who}", "net.speaks": "speaks: {who}", "net.both": "hears and speaks: {who}",
  "by.local": "shop's machine", "by.browser": "this browser", "by.none": "nobody", "by.off": "off",
  "menu.open": "More", "menu.aloud": "Speak answers aloud", "menu.keys": "Space talks · Enter sends · Esc interrupts", "menu.sign_out": "Sign out",
  "tabs.label": "Places", "tabs.talk": "Talk", "tabs.bills": "Bills", "tabs.khata": "Khata",
  "hello.namaste": "Namaste", "hello.say": "Hold the button and say, for example:",
  "hello.1": "Rahul ko 2 milk aur 1 bread ka bill bana do", "hello.2": "Suresh ne 500 UPI kiya", "hello.3": "Total kitna baaki hai",
  "talk.conversation": "Conversation", "talk.button": "Talk", "talk.write": "Write a command", "talk.send": "Send",
  "talk.you_said": "You said", "talk.kept": "Kept – goes out when the line is back", "talk.sending": "Sending…",
  "talk.unsure": "The line dropped. Not certain this arrived.", "talk.again": "Send again", "talk.drop": "Leave it", "talk.edit": "Correct the words",
  "talk.no_line": "No line right now. Nothing was done.", "talk.nothing": "Nothing was heard. Try once more.",
  "talk.slow": "No answer yet. Look under Bills and Khata before you say it again.",
  "state.ready": "Ready", "state.listening": "Listening", "state.thinking": "Thinking", "state.speaking": "Speaking", "state.unavailable": "Not available",
  "hint.ready": "hold, or tap to talk", "hint.listening": "let go, or tap, when done", "hint.starting": "opening the microphone", "hint.thinking": "one moment", "hint.speaking": "tap to interrupt",
  "hint.connecting": "connecting to the shop", "hint.offline": "write; it goes out when the line is back", "hint.denied": "allow the microphone for this page, then tap",
  "hint.no_microphone": "no microphone found – write instead", "hint.insecure": "the microphone needs https – write instead",
  "hint.no_recogniser": "nobody here can listen – write instead", "hint.browser_failed": "the browser could not listen – write, or tap to try again",
  "common.refresh": "Refresh", "common.more": "Show more", "common.retry": "Try again", "common.back": "Back", "common.loading": "Loading…",
  "common.failed": "Could not be fetched.", "common.undo": "Undo", "common.undone": "Taken back", "common.undoing": "Taking back…",
  "bill.draft": "Draft", "bill.issued": "Issued", "bill.cancelled": "Cancelled", "bill.discarded": "Discarded", "bill.replaced": "Newer one below",
  "bill.no_customer": "Customer not known yet", "bill.items_one": "1 item", "bill.items": "{n} items", "bill.each": "{price} each", "bill.per": "{price} per {unit}",
  "bill.subtotal": "Before tax", "bill.discount": "Discount", "bill.cgst": "CGST", "bill.sgst": "SGST", "bill.igst": "IGST", "bill.cess": "Cess", "bill.round": "Round off",
  "bill.total": "Total", "bill.no_gst": "Bill without GST", "bill.confirm": "Confirm", "bill.cancel": "Cancel", "bill.issue_of": "Confirm the bill of {name}, {total}", "bill.cancel_of": "Cancel the draft of {name}",
  "bill.less": "Less {name}", "bill.more": "More {name}", "bill.quantity": "Quantity of {name}", "bill.remove": "Remove {name}", "bill.no_price": "no price yet",
  "bill.missing": "Still missing: {what}", "missing.customer": "customer", "missing.items": "items", "missing.price": "price",
  "bill.saving": "Updating…", "bill.bad_quantity": "That is no quantity. From 0.001 to 99,999.999.", "bill.changed": "It changed elsewhere meanwhile. This is how it stands now.",
  "bill.number": "Bill {number}", "bill.paid": "Paid", "bill.due": "Due {amount}", "bill.now": "balance now",
  "bill.done_say": "Bill {number} of {name} issued, {total}", "bill.discard_say": "The draft of {name} was discarded.", "bill.today_sum": "{n} bills today", "bill.today_sum_one": "1 bill today",
  "bills.open": "Open drafts", "bills.today": "Today's bills", "bills.no_drafts": "No open draft. Say whom a bill is for, and what they take.", "bills.no_today": "No bill yet today.",
  "khata.title": "Customers and balances", "khata.search": "Search by name, place or phone", "khata.none": "Nobody found.", "khata.nobody": "No customers yet. Say: “naya customer Priya”.",
  "khata.get": "You will get", "khata.give": "You will give", "khata.even": "Settled", "khata.statement": "Statement", "khata.empty": "No entries yet.",
  "khata.date": "Date", "khata.amount": "Amount", "khata.balance": "Balance", "khata.gave": "gave", "khata.got": "got", "khata.all": "Khata of {name}",
  "kind.invoice": "Bill", "kind.payment": "Payment", "kind.credit": "Udhaar", "kind.opening": "Opening balance", "kind.credit_note": "Credit note", "kind.reversal": "Taken back",
  "why.exact": "same name", "why.spelling": "sounds alike", "why.nickname": "nickname", "why.landmark": "place", "why.phone": "phone",
  "choose.title": "Which one?", "choose.expired": "This question has lapsed. Say it again.", "choose.phone": "ending {digits}", "choose.1": "first", "choose.2": "second", "choose.3": "third", "choose.4": "fourth", "choose.5": "fifth", "choose.6": "sixth", "choose.7": "seventh", "choose.8": "eighth", "choose.9": "ninth", "choose.10": "tenth",
  "result.received": "Received", "result.credit": "Given on udhaar", "result.pending": "To be received from {n} customers", "result.stock": "{n} {unit} in stock", "result.price": "{price} per {unit}", "result.was": "was {price}",
  "result.sales": "Sales", "result.invoices": "Bills", "result.credit_sum": "Udhaar given", "result.tasks": "{done} of {all} done", "result.next": "next: {when}",
  "mode.cash": "cash", "mode.upi": "UPI", "mode.card": "card", "mode.bank": "bank", "mode.cheque": "cheque",
  "gate.title": "Open your shop", "gate.how": "Open the sign-in link again, or paste a new one here. On the shop's machine a new link is made with:", "gate.label": "Sign-in link", "gate.go": "Open the shop",
  "gate.used": "That link was already used or is older than 15 minutes.", "gate.over": "You are signed out.", "gate.offline": "The shop's machine does not answer. Check the line and try again.", "gate.busy": "Too many tries. Wait a minute.",
  "error.clarify_expired": "Too late – that question has lapsed. Say it again.", "error.clarify_unknown": "That question is no longer open.", "error.undo_expired": "Too late to take back.", "error.no_recogniser": "Nobody here can listen right now. Write instead.",
  "error.too_many_commands": "Too many commands in an hour. Wait a little.", "error.forbidden": "You may not do this.", "error.internal": "Something went wrong at the shop's machine.", "error.offline": "No line. Nothing was done.",
  "error.out_of_stock": "There is not enough in stock.", "error.version_stale": "It changed elsewhere meanwhile.", "error.already_issued": "This bill is already issued.", "error.product_not_priced": "A price is missing.", "error.not_found": "It is no longer there.",
  "error.credit_limit_exceeded": "That goes over the customer's credit limit.", "error.rate_limited": "Too many requests. Wait a little.", "error.validation_failed": "The shop's machine refused these values.", "error.unknown_product": "The shop has no such product yet; say its price instead.", "error.unavailable": "The books are not reachable right now.",
};

const hi = {
  "net.connecting": "जोड़ रहे हैं…", "net.online": "जुड़ा हुआ", "net.waiting": "फिर से जोड़ रहे हैं…", "net.offline": "लाइन नहीं है। लिखा हुआ सँभालकर रखा है।",
  "net.hears": "सुनता है: {who}", "net.speaks": "बोलता है: {who}", "net.both": "सुनता-बोलता है: {who}",
  "by.local": "दुकान की मशीन", "by.browser": "यह ब्राउज़र", "by.none": "कोई नहीं", "by.off": "बंद",
  "menu.open": "और", "menu.aloud": "जवाब बोलकर सुनाएँ", "menu.keys": "Space से बोलें · Enter से भेजें · Esc से रोकें", "menu.sign_out": "बाहर निकलें",
  "tabs.label": "जगहें", "tabs.talk": "बात", "tabs.bills": "बिल", "tabs.khata": "खाता",
  "hello.namaste": "नमस्ते", "hello.say": "बटन दबाकर बोलिए, जैसे:",
  "hello.1": "राहुल को 2 दूध और 1 ब्रेड का बिल बना दो", "hello.2": "सुरेश ने 500 यूपीआई किया", "hello.3": "टोटल कितना बाकी है",
  "talk.conversation": "बातचीत", "talk.button": "बोलिए", "talk.write": "लिखकर बताइए", "talk.send": "भेजें",
  "talk.you_said": "आपने कहा", "talk.kept": "रखा है – लाइन आते ही जाएगा", "talk.sending": "भेज रहे हैं…",
  "talk.unsure": "लाइन टूट गई थी। पक्का नहीं कि यह पहुँचा।", "talk.again": "फिर भेजें", "talk.drop": "रहने दें", "talk.edit": "शब्द ठीक करें",
  "talk.no_line": "अभी लाइन नहीं है। कुछ नहीं हुआ।", "talk.nothing": "कुछ सुनाई नहीं दिया। एक बार फिर बोलिए।",
  "talk.slow": "अभी जवाब नहीं आया। दोबारा कहने से पहले बिल और खाता देख लें।",
  "state.ready": "तैयार", "state.listening": "सुन रहे हैं", "state.thinking": "सोच रहे हैं", "state.speaking": "बोल रहे हैं", "state.unavailable": "अभी उपलब्ध नहीं",
  "hint.ready": "दबाकर रखें या छूकर बोलें", "hint.listening": "हो जाए तो छोड़ें या छुएँ", "hint.starting": "माइक खुल रहा है", "hint.thinking": "एक पल", "hint.speaking": "रोकने के लिए छुएँ",
  "hint.connecting": "दुकान से जोड़ रहे हैं", "hint.offline": "लिखिए, लाइन आते ही जाएगा", "hint.denied": "इस पेज को माइक की इजाज़त दें, फिर छुएँ",
  "hint.no_microphone": "माइक नहीं मिला – लिखकर बताइए", "hint.insecure": "माइक के लिए https चाहिए – लिखकर बताइए",
  "hint.no_recogniser": "यहाँ सुनने वाला नहीं है – लिखकर बताइए", "hint.browser_failed": "ब्राउज़र सुन नहीं पाया – लिखिए या फिर छुएँ",
  "common.refresh": "ताज़ा करें", "common.more": "और दिखाएँ", "common.retry": "फिर कोशिश करें", "common.back": "वापस", "common.loading": "ला रहे हैं…",
  "common.failed": "नहीं मिल पाया।", "common.undo": "वापस लें", "common.undone": "वापस लिया", "common.undoing": "वापस ले रहे हैं…",
  "bill.draft": "कच्चा बिल", "bill.issued": "पक्का बिल", "bill.cancelled": "रद्द", "bill.discarded": "हटाया गया", "bill.replaced": "नया नीचे है",
  "bill.no_customer": "ग्राहक अभी पता नहीं", "bill.items_one": "1 चीज़", "bill.items": "{n} चीज़ें", "bill.each": "{price} का एक", "bill.per": "{price} प्रति {unit}",
  "bill.subtotal": "टैक्स से पहले", "bill.discount": "छूट", "bill.cgst": "CGST", "bill.sgst": "SGST", "bill.igst": "IGST", "bill.cess": "सेस", "bill.round": "राउंड ऑफ़",
  "bill.total": "कुल", "bill.no_gst": "बिना GST का बिल", "bill.confirm": "पक्का करें", "bill.cancel": "रद्द करें", "bill.issue_of": "{name} का बिल पक्का करें, {total}", "bill.cancel_of": "{name} का कच्चा बिल रद्द करें",
  "bill.less": "{name} कम", "bill.more": "{name} ज़्यादा", "bill.quantity": "{name} की मात्रा", "bill.remove": "{name} हटाएँ", "bill.no_price": "दाम बाकी",
  "bill.missing": "अभी बाकी: {what}", "missing.customer": "ग्राहक", "missing.items": "चीज़ें", "missing.price": "दाम",
  "bill.saving": "बदल रहे हैं…", "bill.bad_quantity": "यह मात्रा नहीं है। 0.001 से 99,999.999 तक।", "bill.changed": "इस बीच कहीं और बदल गया। अब ऐसा है।",
  "bill.number": "बिल {number}", "bill.paid": "चुकता", "bill.due": "बाकी {amount}", "bill.now": "अब बाकी",
  "bill.done_say": "{name} का बिल {number} बन गया, {total}", "bill.discard_say": "{name} का कच्चा बिल हटा दिया।", "bill.today_sum": "आज {n} बिल", "bill.today_sum_one": "आज 1 बिल",
  "bills.open": "कच्चे बिल", "bills.today": "आज के बिल", "bills.no_drafts": "कोई कच्चा बिल नहीं। बोलिए किसका बिल है और क्या लिया।", "bills.no_today": "आज अभी कोई बिल नहीं।",
  "khata.title": "ग्राहक और बाकी", "khata.search": "नाम, जगह या फ़ोन से ढूँढें", "khata.none": "कोई नहीं मिला।", "khata.nobody": "अभी कोई ग्राहक नहीं। बोलिए: “नया कस्टमर प्रिया”।",
  "khata.get": "आपको मिलेंगे", "khata.give": "आपको देने हैं", "khata.even": "हिसाब बराबर", "khata.statement": "हिसाब", "khata.empty": "अभी कोई लेन-देन नहीं।",
  "khata.date": "तारीख", "khata.amount": "रकम", "khata.balance": "बाकी", "khata.gave": "दिया", "khata.got": "मिला", "khata.all": "{name} का खाता",
  "kind.invoice": "बिल", "kind.payment": "भुगतान", "kind.credit": "उधार", "kind.opening": "शुरुआती बाकी", "kind.credit_note": "क्रेडिट नोट", "kind.reversal": "वापस लिया",
  "why.exact": "वही नाम", "why.spelling": "मिलता-जुलता", "why.nickname": "घर का नाम", "why.landmark": "जगह", "why.phone": "फ़ोन",
  "choose.title": "कौन सा?", "choose.expired": "इस सवाल का समय निकल गया। फिर से बोलिए।", "choose.phone": "आख़िरी अंक {digits}", "choose.1": "पहला", "choose.2": "दूसरा", "choose.3": "तीसरा", "choose.4": "चौथा", "choose.5": "पाँचवाँ", "choose.6": "छठा", "choose.7": "सातवाँ", "choose.8": "आठवाँ", "choose.9": "नौवाँ", "choose.10": "दसवाँ",
  "result.received": "मिला", "result.credit": "उधार दिया", "result.pending": "{n} ग्राहकों से मिलने हैं", "result.stock": "{n} {unit} बचा है", "result.price": "{price} प्रति {unit}", "result.was": "पहले {price}",
  "result.sales": "बिक्री", "result.invoices": "बिल", "result.credit_sum": "उधार दिया", "result.tasks": "{all} में से {done} हो गए", "result.next": "अगली बार: {when}",
  "mode.cash": "नकद", "mode.upi": "UPI", "mode.card": "कार्ड", "mode.bank": "बैंक", "mode.cheque": "चेक",
  "gate.title": "अपनी दुकान खोलिए", "gate.how": "साइन-इन लिंक फिर खोलिए, या नया यहाँ चिपकाइए। दुकान की मशीन पर नया लिंक ऐसे बनता है:", "gate.label": "साइन-इन लिंक", "gate.go": "दुकान खोलें",
  "gate.used": "यह लिंक पहले इस्तेमाल हो चुका है या 15 मिनट से पुराना है।", "gate.over": "आप बाहर निकल चुके हैं।", "gate.offline": "दुकान की मशीन जवाब नहीं दे रही। लाइन देखकर फिर कोशिश करें।", "gate.busy": "बहुत बार कोशिश हुई। एक मिनट रुकिए।",
  "error.clarify_expired": "देर हो गई – सवाल का समय निकल गया। फिर से बोलिए।", "error.clarify_unknown": "वह सवाल अब खुला नहीं है।", "error.undo_expired": "वापस लेने का समय निकल गया।", "error.no_recogniser": "अभी सुनने वाला कोई नहीं। लिखकर बताइए।",
  "error.too_many_commands": "एक घंटे में बहुत आदेश हो गए। थोड़ा रुकिए।", "error.forbidden": "आपको इसकी इजाज़त नहीं है।", "error.internal": "दुकान की मशीन में गड़बड़ हुई।", "error.offline": "लाइन नहीं है। कुछ नहीं हुआ।",
  "error.out_of_stock": "इतना स्टॉक में नहीं है।", "error.version_stale": "इस बीच कहीं और बदल गया।", "error.already_issued": "यह बिल पहले ही पक्का हो चुका है।", "error.product_not_priced": "दाम बाकी है।", "error.not_found": "यह अब नहीं है।",
  "error.credit_limit_exceeded": "ग्राहक की उधार सीमा से ऊपर जाता है।", "error.rate_limited": "बहुत अनुरोध हो गए। थोड़ा रुकिए।", "error.validation_failed": "मशीन ने ये मान नहीं माने।", "error.unknown_product": "दुकान में यह सामान अभी नहीं है; बोलकर दाम बताइए।", "error.unavailable": "अभी बही नहीं खुल रही।",
};

const words = { en, hi };
let language = kept(localStorage, CHOICE) === "hi" ? "hi" : "en";
const listeners = new Set();

export const current = () => language;

/** Whether the person chose the language here, or it is only the default. */
export const chosen = () => kept(localStorage, CHOICE) !== null;

export function t(key, values = {}) {
  const text = words[language][key] ?? en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether the page has words for this key, as for codes of the server it may not know yet. */
export const has = (key) => key in en;

export function onLanguage(listener) {
  listeners.add(listener);
}

export function setLanguage(next, { remember = true } = {}) {
  if (!(next in words)) return;
  if (remember) keep(localStorage, CHOICE, next);
  if (next === language) return;
  language = next;
  translatePage();
  for (const listener of listeners) listener(next);
}

/** What stands in the page already: texts, labels and placeholders. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-i18n]")) element.textContent = t(element.dataset.i18n);
  for (const element of document.querySelectorAll("[data-i18n-label]")) element.setAttribute("aria-label", t(element.dataset.i18nLabel));
  for (const element of document.querySelectorAll("[data-i18n-placeholder]")) element.placeholder = t(element.dataset.i18nPlaceholder);
}

/** The person's words for something the server refused. */
export function refusalText(refused) {
  const key = `error.${refused?.code}`;
  return has(key) ? t(key) : refused?.message || t("error.internal");
}
