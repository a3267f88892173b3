# What is said in Hindi in Latin letters. A placeable such as { $name } stands as often, and under the same name, in every language.

## Questions, answers and refusals

ask-customer = Kis customer ke liye?
ask-items = Bill mein kya kya daalun?
ask-price = { $product } ka rate kya hai?
ask-meant = Kya ye karna hai:
ask-credit-or-payment = { $name } ke khate mein { $amount } udhaar likhun, ya jama?
ask-quantity = { $product } { $unit } mein bikta hai – kitne { $unit }?
ask-amount = { $name } ke liye kitna?
ask-when = Kab yaad dilaun?
ask-name = Customer ka naam kya hai?
ask-change = Kya badalna hai?
ask-product = Kaunsa saaman?
ask-again = Kar dun?
ask-issue = Bill pakka kar dun?
ask-payment = { $name } se { $amount } { $mode } jama kar dun?
ask-credit = { $name } ke khate mein { $amount } udhaar likh dun?
ask-new = Naya customer { $name } jod dun?
ask-new-with-opening = Naya customer { $name } jod dun, { $amount } baaki ke saath?
ask-another = { $name } naam ka customer pehle se hai. Ek aur jod dun?
ask-update = { $name } ki details badal dun?
ask-reminder = { $name } ka reminder laga dun: { $when }?
ask-cancel-reminder = Ye reminder hata dun: { $reminder }?
ask-cancel-reminders = Saare { $count } reminder hata dun?
ask-put-off = Ye reminder { $when } par kar dun: { $reminder }?
ask-delete = { $name } ki jaankari mita dun? Ye wapas nahi hoga; pehle ek code bheja jayega.
ask-code = Code bheja hai. { $name } ki jaankari mitane ke liye uske chhah ank boliye; ye wapas nahi hoga.
ask-discard = { $name } ka { $total } wala draft bill hata dun?
ask-discard-all = Saare { $count } draft bill hata dun?
ask-cancel-bill = { $name } ka bill { $number }, { $total }, cancel kar dun? Ye wapas nahi hoga.
ask-set-price = { $product } ka rate { $price } kar dun?
ask-add-stock = { $product } ke stock mein { $quantity } jod dun?
which-customer = { $name } ek se zyada hain. Kaunse?
near-customer = { $name } naam nahi mila. Kya ye hain:
near-or-new-customer = { $name } naam nahi mila. Kya ye hain:
make-new-customer = { $name } naam nahi mila. Naya customer jod dun?
new-customer = naya customer { $name }
which-product = { $product } mein se kaunsa saaman?
which-draft = Kaunsa bill?
you = aap
nobody = bina customer
every-minutes = { $count ->
    [one] har minute
   *[other] har { $count } minute
    }
every-hours = { $count ->
    [one] har ghante
   *[other] har { $count } ghante
    }
every-days = { $count ->
    [one] roz
   *[other] har { $count } din
    }
every-weeks = { $count ->
    [one] har hafte
   *[other] har { $count } hafte
    }
every-months = { $count ->
    [one] har mahine
   *[other] har { $count } mahine
    }
every-years = { $count ->
    [one] har saal
   *[other] har { $count } saal
    }
every-weekday = har { $days }
every-month-day = har mahine ki { $day } tareekh ko
weekday-monday = somvaar
weekday-tuesday = mangalvaar
weekday-wednesday = budhvaar
weekday-thursday = guruvaar
weekday-friday = shukravaar
weekday-saturday = shanivaar
weekday-sunday = ravivaar
next-time = agla { $when }
mode-cash = cash
mode-upi = UPI
mode-card = card
mode-bank = bank
mode-cheque = cheque
owes = { $name } ka { $amount } baaki hai.
clear = { $name } ka hisaab saaf hai.
advance = { $name } ka { $amount } advance hai.
now-owes = Ab { $amount } baaki.
now-clear = Ab kuch baaki nahi.
now-advance = Ab { $amount } advance.
label-owes = { $amount } baaki
label-advance = { $amount } advance
label-clear = hisaab saaf
new-goods = naya saaman
draft-lines = { $name }: { $lines }.
draft-discount = Isme { $discount } ki chhoot hai.
draft-notes = Note: { $notes }.
draft-total = Total { $total }.
draft-total-with-tax = Total { $total }, tax { $tax } milakar.
only-left = { $product } sirf { $left } bacha hai.
none-left = { $product } khatam hai.
issued = { $name } ka bill { $number } ban gaya, { $total }.
bill-sent = Customer ko bhej diya.
bill-not-sent = Bhej nahi paya.
bill-cancelled = { $name } ka { $total } wala bill cancel kar diya.
discarded = { $name } ka draft bill hata diya.
discarded-all = { $count ->
    [one] { $count } draft bill hata diya.
   *[other] { $count } draft bill hata diye.
    }
open-drafts = { $count } draft bill: { $rows }.
bills = { $count } bill: { $rows }.
paid = { $name } se { $amount } { $mode } mile.
booked-today = Aaj ki tareekh mein likha hai.
credited = { $name } ke khate mein { $amount } udhaar likh diya.
total-pending = { $count ->
    [0] Kisi ka kuch baaki nahi.
    [one] { $count } customer se total { $total } baaki hai.
   *[other] { $count } customers se total { $total } baaki hai.
    }
customer-made = Customer { $name } jod diya.
customer-changed = { $name } ki nayi details: { $changed }.
reminded = Reminder likh liya: { $reminder }.
not-sent-by-itself = Message abhi apne aap nahi jaata.
kept-for-you = Customer ka phone ya email nahi hai, isliye aapko yaad dilaunga.
reminders-cancelled = { $count ->
    [one] { $count } reminder hata diya.
   *[other] { $count } reminder hata diye.
    }
reminder-put-off = Reminder ka time badal diya: { $reminder }.
recurring-not-moved = Ye reminder baar baar aata hai; ise hata kar naya lagwaiye.
erased = { $name } ki jaankari mita di; khata waisa hi hai.
reminders = { $count } reminder: { $rows }.
no-reminders = Koi reminder nahi hai.
stock = { $product } { $left } bacha hai.
stock-added = { $product } { $quantity } jod diya, ab { $left }.
price-set = { $product } ka rate ab { $price } hai.
undone = Wapas le liya: { $what }.
undone-bill = Cancel kar diya: { $what }. Number istemal hua rahega.
undone-discard = Wapas aa gaya: { $what }.
undone-reminder-cancel = Wapas aa gaya: { $what }.
ask-undo = Ye wapas lun: { $what }?
cannot-undo-erased = { $name } ki jaankari mit chuki hai, wo wapas nahi aa sakti.
cannot-undo-cancelled = Bill { $number } cancel ho chuka hai, wo wapas nahi aa sakta; naya bill banaiye.
cannot-undo-sent = Jo bhej diya wo wapas nahi aa sakta.
cannot-undo-recording = Recording wapas nahi li ja sakti.
noun-bill = bill
noun-draft = draft bill
noun-bill-change = bill ka badlav
noun-bill-cancel = bill cancel karna
noun-sending = bhejna
noun-payment = payment
noun-credit = udhaar
noun-account = hisaab
noun-customer = naya customer
noun-details = details
noun-erasing = jaankari mitana
noun-reminder = reminder
noun-reminder-time = reminder ka naya time
noun-reminder-cancel = reminder hatana
noun-stock = stock
noun-price = rate
noun-other = baaki baat
nothing-to-undo = Wapas lene ko kuch nahi hai.
nothing-to-confirm = Pakka karne ko kuch nahi hai.
nothing-to-repeat = Maine abhi kuch nahi kaha.
let-be = Theek hai, rehne deta hun.
still-stands = Theek hai. Jo ho chuka wo waisa hi hai; wapas lena ho to boliye: wapas lo.
waits = Iske baad: { $what }.
undone-one = Ek hi wapas liya; usse pehle wala bhi lena ho to phir boliye: wapas lo.
one-bill-at-a-time = Ek baar mein ek hi bill cancel hota hai.
ask-new-price = { $product } list mein nahi hai, naya judega. Uska rate kya hai?
guessed-customer = Naam nahi bola, isliye ye { $name } ke liye hai.
gst-on = Ab GST laga hai.
gst-off = Ab GST nahi hai.
bill-today = Bill aaj ki tareekh mein banega.
payment-apart = Payment bill ke saath nahi likhi jaati; bill banne par alag se boliye.
ask-short = Itna maal nahi hai. Ginti badaliye, ya boliye: rehne do.
and-more = aur { $count } aur
no-unpaid-bill = Saare bill chukta hain.
unpaid-bills = { $count } bill chukta nahi: { $rows }.
newest-bills = Sabse naye { $shown } bill: { $rows }.
cancelled-bill = { $bill } (cancel)
same-again = Itna hi abhi abhi pehle bhi likha hai; galti ho to boliye: wapas lo.
rounded-off = Round off { $amount }.
not-done = Ye nahi hua: { $what }.
help = Aap keh sakte hain: { $examples }
language-set = Ab Hinglish mein bolunga.
language-not-spoken = Wo bhasha abhi nahi bol sakta.
not-understood = Samajh nahi aaya, phir se boliye.
can-say = Aise bol sakte hain: { $examples }.
can-bill = { $name } ko 1 { $product } ka bill bana do
can-pay = { $name } ne 500 diye
can-ask-balance = { $name } ka balance batao
can-ask-stock = { $product } ka stock batao
ask-exact = Rakam saaf nahi hui. Ek hi rakam ke saath phir se boliye.
not-possible = Ye abhi nahi kar sakta.
no-code-asked = Koi code maanga nahi gaya.
customer-not-found = { $name } naam ka customer nahi mila.
product-not-found = { $product } naam ka saaman nahi mila.
not-on-bill = { $product } bill mein nahi hai.
no-draft = Koi draft bill nahi hai.
no-bill = Aisa koi bill nahi hai.
already-cancelled = Bill { $number } pehle se cancel hai.
out-of-range = Itni rakam ya quantity nahi ho sakti.
forbidden = Aapko iski permission nahi hai.
not-found = Wo ab nahi hai.
stale = Is beech wo badal gaya. Phir se dekhiye.
out-of-stock = { $product } sirf { $left } bacha hai, isliye bill nahi bana; draft khula hai.
none-left-no-bill = { $product } khatam hai, isliye bill nahi bana; draft khula hai.
not-priced = { $product } ka rate nahi hai.
wrong-unit = { $product } { $unit } mein gina jaata hai.
credit-limit = { $limit } ki udhaar limit paar ho jayegi.
phone-taken = Ye phone number { $name } ka hai.
no-gstin = Dukaan ka GSTIN nahi hai, isliye GST nahi lag sakta.
code-wrong = Ye code theek nahi hai. Phir se boliye.
code-wrong-left = { $count ->
    [one] Ye code theek nahi hai. Ek mauka bacha hai, phir se boliye.
   *[other] Ye code theek nahi hai. { $count } mauke bache hain, phir se boliye.
    }
code-expired = Ye code purana ho gaya. Naya chahiye to boliye: code phir se bhejo.
code-tries-over = Code kai baar galat bola gaya, ab wo nahi chalega. Naya chahiye to boliye: code phir se bhejo.
code-too-soon = Code abhi abhi bheja hai. { $seconds } second baad phir bheja ja sakta hai.
code-too-often = Bahut code bheje ja chuke hain. Ek ghante baad phir koshish kijiye.
ask-code-again = Code phir se bheja hai. { $name } ki jaankari mitane ke liye uske chhah ank boliye; ye wapas nahi hoga.
erasing-let-be = Theek hai, { $name } ki jaankari nahi mitaunga.
unreadable = Ye number, address ya time theek nahi hai.
already = Ye pehle hi ho chuka hai.
past-time = Wo time beet chuka hai.
period-closed = Us din ka khata band hai.
unavailable = Khata abhi nahi khul raha, phir se koshish kijiye.
ask-phone = { $name } ka phone number kya hai?
ask-email = { $name } ka email kya hai?
ask-write-email = { $name } ka email { $email } likh dun?
ask-send = { $document } { $name } ko { $by } se bhej dun? Ye wapas nahi hoga.
ask-record = Recording shuru kar dun? Wo wapas nahi li ja sakti.
channel-whatsapp = WhatsApp
channel-email = email
channel-sms = SMS
document-bill = Bill { $number }
document-statement = Hisaab ({ $when })
sent = { $document } { $name } ko { $by } se bhej diya.
recording-started = Recording shuru hai.
recording-stopped = Recording band hai.
days-today = aaj
days-yesterday = kal
days-this-week = is hafte
days-last-week = pichle hafte
days-this-month = is mahine
days-last-month = pichle mahine
days-this-year = is saal
days-all = shuru se
days-span = { $from } se { $to } tak
summary = Hisaab, { $when }: { $parts }.
summary-bills = { $count ->
    [0] koi bill nahi
   *[other] { $count } bill { $total } ke
    }
summary-came = { $total } mile ({ $modes })
summary-came-nothing = kuch paisa nahi mila
summary-lent = { $total } udhaar diya
summary-nothing = Hisaab, { $when }: na koi bill, na payment, na udhaar.
statement = { $name } ka hisaab, { $when }: pehle { $opening }, { $went } naam, { $came } jama, ant mein { $closing }, { $count } entry.
statement-nothing = { $name } ka hisaab, { $when }: koi entry nahi, { $closing }.

## Things that can be said to the shop

example-1 = Rahul ko 2 milk aur 1 bread ka bill bana do
example-2 = Suresh ne 500 UPI kiya
example-3 = Suresh ka balance batao
example-4 = Pending bill dikhao
example-5 = Galti ho gayi, wapas lo

## Units; a piece is only counted

unit-kg = kilo
unit-g = gram
unit-l = litre
unit-ml = ml
unit-piece = { "" }
unit-packet = packet
unit-dozen = darjan
unit-box = dabba
unit-bottle = botal
unit-bag = bori
unit-metre = metre
