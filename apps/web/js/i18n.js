// The page's own words in English and Hindi. What the server says and what people are called is never translated here.

import { keep, kept } from "./dom.js";

const CHOICE = "execora.language";

const LANGUAGES = ["en", "hi"];

const words = {
  "net.connecting": ["Connecting…", "जोड़ रहे हैं…"],
  "net.online": ["Connected", "जुड़ा हुआ"],
  "net.waiting": ["Reconnecting…", "फिर से जोड़ रहे हैं…"],
  "net.offline": ["No line. What you write is kept.", "लाइन नहीं है। लिखा हुआ सँभालकर रखा है।"],
  "net.hears": ["hears: {who}", "सुनता है: {who}"],
  "net.speaks": ["speaks: {who}", "बोलता है: {who}"],
  "net.both": ["hears and speaks: {who}", "सुनता-बोलता है: {who}"],
  "by.local": ["shop's machine", "दुकान की मशीन"],
  "by.browser": ["this browser", "यह ब्राउज़र"],
  "by.none": ["nobody", "कोई नहीं"],
  "by.off": ["off", "बंद"],
  "menu.open": ["More", "और"],
  "menu.aloud": ["Speak answers aloud", "जवाब बोलकर सुनाएँ"],
  "menu.keys": ["Space talks · Enter sends · Esc interrupts", "Space से बोलें · Enter से भेजें · Esc से रोकें"],
  "menu.sign_out": ["Sign out", "बाहर निकलें"],
  "tabs.label": ["Places", "जगहें"],
  "tabs.talk": ["Talk", "बात"],
  "tabs.bills": ["Bills", "बिल"],
  "tabs.khata": ["Khata", "खाता"],
  "hello.namaste": ["Namaste", "नमस्ते"],
  "hello.say": ["Hold the button and say, for example:", "बटन दबाकर बोलिए, जैसे:"],
  "hello.1": ["Rahul ko 2 milk aur 1 bread ka bill bana do", "राहुल को 2 दूध और 1 ब्रेड का बिल बना दो"],
  "hello.2": ["Suresh ne 500 UPI kiya", "सुरेश ने 500 यूपीआई किया"],
  "hello.3": ["Total kitna baaki hai", "टोटल कितना बाकी है"],
  "talk.conversation": ["Conversation", "बातचीत"],
  "talk.button": ["Talk", "बोलिए"],
  "talk.write": ["Write a command", "लिखकर बताइए"],
  "talk.send": ["Send", "भेजें"],
  "talk.you_said": ["You said", "आपने कहा"],
  "talk.kept": ["Kept – goes out when the line is back", "रखा है – लाइन आते ही जाएगा"],
  "talk.sending": ["Sending…", "भेज रहे हैं…"],
  "talk.unsure": ["The line dropped. Not certain this arrived.", "लाइन टूट गई थी। पक्का नहीं कि यह पहुँचा।"],
  "talk.again": ["Send again", "फिर भेजें"],
  "talk.drop": ["Leave it", "रहने दें"],
  "talk.edit": ["Correct the words", "शब्द ठीक करें"],
  "talk.no_line": ["No line right now. Nothing was done.", "अभी लाइन नहीं है। कुछ नहीं हुआ।"],
  "talk.nothing": ["Nothing was heard. Try once more.", "कुछ सुनाई नहीं दिया। एक बार फिर बोलिए।"],
  "talk.slow": ["No answer yet. Look under Bills and Khata before you say it again.", "अभी जवाब नहीं आया। दोबारा कहने से पहले बिल और खाता देख लें।"],
  "state.ready": ["Ready", "तैयार"],
  "state.listening": ["Listening", "सुन रहे हैं"],
  "state.thinking": ["Thinking", "सोच रहे हैं"],
  "state.speaking": ["Speaking", "बोल रहे हैं"],
  "state.unavailable": ["Not available", "अभी उपलब्ध नहीं"],
  "hint.ready": ["hold, or tap to talk", "दबाकर रखें या छूकर बोलें"],
  "hint.listening": ["let go, or tap, when done", "हो जाए तो छोड़ें या छुएँ"],
  "hint.starting": ["opening the microphone", "माइक खुल रहा है"],
  "hint.thinking": ["one moment", "एक पल"],
  "hint.speaking": ["tap to interrupt", "रोकने के लिए छुएँ"],
  "hint.connecting": ["connecting to the shop", "दुकान से जोड़ रहे हैं"],
  "hint.offline": ["write; it goes out when the line is back", "लिखिए, लाइन आते ही जाएगा"],
  "hint.denied": ["allow the microphone for this page, then tap", "इस पेज को माइक की इजाज़त दें, फिर छुएँ"],
  "hint.no_microphone": ["no microphone found; write instead", "माइक नहीं मिला; लिखकर बताइए"],
  "hint.insecure": ["the microphone needs https; write instead", "माइक के लिए https चाहिए; लिखकर बताइए"],
  "hint.no_recogniser": ["nobody here can listen; write instead", "यहाँ सुनने वाला नहीं है; लिखकर बताइए"],
  "hint.browser_failed": ["the browser could not listen; write, or tap to try again", "ब्राउज़र सुन नहीं पाया; लिखिए या फिर छुएँ"],
  "common.refresh": ["Refresh", "ताज़ा करें"],
  "common.more": ["Show more", "और दिखाएँ"],
  "common.retry": ["Try again", "फिर कोशिश करें"],
  "common.back": ["Back", "वापस"],
  "common.loading": ["Loading…", "ला रहे हैं…"],
  "common.failed": ["Could not be fetched.", "नहीं मिल पाया।"],
  "common.undo": ["Undo", "वापस लें"],
  "common.undone": ["Taken back", "वापस लिया"],
  "common.undoing": ["Taking back…", "वापस ले रहे हैं…"],
  "bill.draft": ["Draft", "कच्चा बिल"],
  "bill.issued": ["Issued", "पक्का बिल"],
  "bill.cancelled": ["Cancelled", "रद्द"],
  "bill.discarded": ["Discarded", "हटाया गया"],
  "bill.replaced": ["Newer one below", "नया नीचे है"],
  "bill.no_customer": ["Customer not known yet", "ग्राहक अभी पता नहीं"],
  "bill.items_one": ["1 item", "1 चीज़"],
  "bill.items": ["{n} items", "{n} चीज़ें"],
  "bill.each": ["{price} each", "{price} का एक"],
  "bill.per": ["{price} per {unit}", "{price} प्रति {unit}"],
  "bill.subtotal": ["Before tax", "टैक्स से पहले"],
  "bill.discount": ["Discount", "छूट"],
  "bill.cgst": ["CGST", "CGST"],
  "bill.sgst": ["SGST", "SGST"],
  "bill.igst": ["IGST", "IGST"],
  "bill.cess": ["Cess", "सेस"],
  "bill.round": ["Round off", "राउंड ऑफ़"],
  "bill.total": ["Total", "कुल"],
  "bill.no_gst": ["Bill without GST", "बिना GST का बिल"],
  "bill.confirm": ["Confirm", "पक्का करें"],
  "bill.cancel": ["Cancel", "रद्द करें"],
  "bill.issue_of": ["Confirm the bill of {name}, {total}", "{name} का बिल पक्का करें, {total}"],
  "bill.cancel_of": ["Cancel the draft of {name}", "{name} का कच्चा बिल रद्द करें"],
  "bill.less": ["Less {name}", "{name} कम"],
  "bill.more": ["More {name}", "{name} ज़्यादा"],
  "bill.quantity": ["Quantity of {name}", "{name} की मात्रा"],
  "bill.remove": ["Remove {name}", "{name} हटाएँ"],
  "bill.no_price": ["no price yet", "दाम बाकी"],
  "bill.missing": ["Still missing: {what}", "अभी बाकी: {what}"],
  "missing.customer": ["customer", "ग्राहक"],
  "missing.items": ["items", "चीज़ें"],
  "missing.price": ["price", "दाम"],
  "bill.saving": ["Updating…", "बदल रहे हैं…"],
  "bill.bad_quantity": ["That is no quantity. From 0.001 to 99,999.999.", "यह मात्रा नहीं है। 0.001 से 99,999.999 तक।"],
  "bill.changed": ["It changed elsewhere meanwhile. This is how it stands now.", "इस बीच कहीं और बदल गया। अब ऐसा है।"],
  "bill.number": ["Bill {number}", "बिल {number}"],
  "bill.paid": ["Paid", "चुकता"],
  "bill.due": ["Due {amount}", "बाकी {amount}"],
  "bill.now": ["balance now", "अब बाकी"],
  "bill.done_say": ["Bill {number} of {name} issued, {total}", "{name} का बिल {number} बन गया, {total}"],
  "bill.discard_say": ["The draft of {name} was discarded.", "{name} का कच्चा बिल हटा दिया।"],
  "bill.today_sum": ["{n} bills today", "आज {n} बिल"],
  "bill.today_sum_one": ["1 bill today", "आज 1 बिल"],
  "bills.open": ["Open drafts", "कच्चे बिल"],
  "bills.today": ["Today's bills", "आज के बिल"],
  "bills.no_drafts": ["No open draft. Say whom a bill is for, and what they take.", "कोई कच्चा बिल नहीं। बोलिए किसका बिल है और क्या लिया।"],
  "bills.no_today": ["No bill yet today.", "आज अभी कोई बिल नहीं।"],
  "khata.title": ["Customers and balances", "ग्राहक और बाकी"],
  "khata.search": ["Search name, place, phone", "नाम, जगह या फ़ोन से ढूँढें"],
  "khata.none": ["Nobody found.", "कोई नहीं मिला।"],
  "khata.nobody": ["No customers yet. Say: “naya customer Priya”.", "अभी कोई ग्राहक नहीं। बोलिए: “नया कस्टमर प्रिया”।"],
  "khata.get": ["You will get", "आपको मिलेंगे"],
  "khata.give": ["You will give", "आपको देने हैं"],
  "khata.even": ["Settled", "हिसाब बराबर"],
  "khata.statement": ["Statement", "हिसाब"],
  "khata.empty": ["No entries yet.", "अभी कोई लेन-देन नहीं।"],
  "khata.date": ["Date", "तारीख"],
  "khata.amount": ["Amount", "रकम"],
  "khata.balance": ["Balance", "बाकी"],
  "khata.gave": ["gave", "दिया"],
  "khata.got": ["got", "मिला"],
  "khata.all": ["Khata of {name}", "{name} का खाता"],
  "kind.invoice": ["Bill", "बिल"],
  "kind.payment": ["Payment", "भुगतान"],
  "kind.credit": ["Udhaar", "उधार"],
  "kind.opening": ["Opening balance", "शुरुआती बाकी"],
  "kind.credit_note": ["Credit note", "क्रेडिट नोट"],
  "kind.reversal": ["Taken back", "वापस लिया"],
  "choose.title": ["Which one?", "कौन सा?"],
  "choose.expired": ["This question has lapsed. Say it again.", "इस सवाल का समय निकल गया। फिर से बोलिए।"],
  "choose.phone": ["ending\u00a0{digits}", "आख़िरी\u00a0अंक\u00a0{digits}"],
  "choose.1": ["first", "पहला"],
  "choose.2": ["second", "दूसरा"],
  "choose.3": ["third", "तीसरा"],
  "choose.4": ["fourth", "चौथा"],
  "choose.5": ["fifth", "पाँचवाँ"],
  "choose.6": ["sixth", "छठा"],
  "choose.7": ["seventh", "सातवाँ"],
  "choose.8": ["eighth", "आठवाँ"],
  "choose.9": ["ninth", "नौवाँ"],
  "choose.10": ["tenth", "दसवाँ"],
  "result.received": ["Received", "मिला"],
  "result.credit": ["Given on udhaar", "उधार दिया"],
  "result.pending": ["To be received from {n} customers", "{n} ग्राहकों से मिलने हैं"],
  "result.stock": ["{n} {unit} in stock", "{n} {unit} बचा है"],
  "result.price": ["{price} per {unit}", "{price} प्रति {unit}"],
  "result.was": ["was {price}", "पहले {price}"],
  "result.sales": ["Sales", "बिक्री"],
  "result.invoices": ["Bills", "बिल"],
  "result.credit_sum": ["Udhaar given", "उधार दिया"],
  "result.tasks": ["{done} of {all} done", "{all} में से {done} हो गए"],
  "result.next": ["next: {when}", "अगली बार: {when}"],
  "mode.cash": ["cash", "नकद"],
  "mode.upi": ["UPI", "UPI"],
  "mode.card": ["card", "कार्ड"],
  "mode.bank": ["bank", "बैंक"],
  "mode.cheque": ["cheque", "चेक"],
  "gate.title": ["Open your shop", "अपनी दुकान खोलिए"],
  "gate.how": ["Open the sign-in link again, or paste a new one. On the shop's machine one is made with:", "साइन-इन लिंक फिर खोलिए या नया चिपकाइए। दुकान की मशीन पर ऐसे बनता है:"],
  "gate.label": ["Sign-in link", "साइन-इन लिंक"],
  "gate.go": ["Open the shop", "दुकान खोलें"],
  "gate.used": ["That link was already used or is older than 15 minutes.", "यह लिंक पहले इस्तेमाल हो चुका है या 15 मिनट से पुराना है।"],
  "gate.over": ["You are signed out.", "आप बाहर निकल चुके हैं।"],
  "gate.untold": ["Signed out on this device, but the shop's machine could not be told. Open a sign-in link and sign out again, or run there: execora token revoke.", "इस मशीन पर आप बाहर हैं, पर दुकान की मशीन को बता नहीं पाए। साइन-इन लिंक खोलकर फिर बाहर निकलिए, या वहाँ चलाइए: execora token revoke."],
  "gate.offline": ["The shop's machine does not answer. Check the line and try again.", "दुकान की मशीन जवाब नहीं दे रही। लाइन देखकर फिर कोशिश करें।"],
  "gate.busy": ["Too many tries. Wait a minute.", "बहुत बार कोशिश हुई। एक मिनट रुकिए।"],
  "error.clarify_expired": ["Too late – that question has lapsed. Say it again.", "देर हो गई – सवाल का समय निकल गया। फिर से बोलिए।"],
  "error.clarify_unknown": ["That question is no longer open.", "वह सवाल अब खुला नहीं है।"],
  "error.undo_expired": ["Too late to take back.", "वापस लेने का समय निकल गया।"],
  "error.no_recogniser": ["Nobody here can listen right now. Write instead.", "अभी सुनने वाला कोई नहीं। लिखकर बताइए।"],
  "error.too_many_commands": ["Too many commands in an hour. Wait a little.", "एक घंटे में बहुत आदेश हो गए। थोड़ा रुकिए।"],
  "error.forbidden": ["You may not do this.", "आपको इसकी इजाज़त नहीं है।"],
  "error.internal": ["Something went wrong at the shop's machine.", "दुकान की मशीन में गड़बड़ हुई।"],
  "error.offline": ["No line. Nothing was done.", "लाइन नहीं है। कुछ नहीं हुआ।"],
  "error.out_of_stock": ["There is not enough in stock.", "इतना स्टॉक में नहीं है।"],
  "error.version_stale": ["It changed elsewhere meanwhile.", "इस बीच कहीं और बदल गया।"],
  "error.already_issued": ["This bill is already issued.", "यह बिल पहले ही पक्का हो चुका है।"],
  "error.product_not_priced": ["A price is missing.", "दाम बाकी है।"],
  "error.not_found": ["It is no longer there.", "यह अब नहीं है।"],
  "error.credit_limit_exceeded": ["That goes over the customer's credit limit.", "ग्राहक की उधार सीमा से ऊपर जाता है।"],
  "error.unknown_product": ["No such product yet; say its price.", "यह सामान अभी नहीं है; दाम बोलिए।"],
  "error.unavailable": ["The books are not reachable right now.", "अभी बही नहीं खुल रही।"],
};

let language = kept(localStorage, CHOICE) === "hi" ? "hi" : "en";
const listeners = new Set();

export const current = () => language;

/** Whether the person chose the language here, or it is only the default. */
export const chosen = () => kept(localStorage, CHOICE) !== null;

export function t(key, values = {}) {
  const text = words[key]?.[LANGUAGES.indexOf(language)] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** Whether the page has words for this key, as for codes of the server it may not know yet. */
export const has = (key) => key in words;

export function onLanguage(listener) {
  listeners.add(listener);
}

export function setLanguage(next, { remember = true } = {}) {
  if (!LANGUAGES.includes(next)) return;
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
