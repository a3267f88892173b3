# What is said in English. A placeable such as { $name } stands as often, and under the same name, in every language.

## Questions, answers and refusals

ask-customer = For which customer?
ask-items = What should I put on the bill?
ask-price = What is the price of { $product }?
ask-meant = Is this what is to be done:
ask-credit-or-payment = Shall I put { $amount } on the account of { $name }, or take it as paid?
ask-quantity = { $product } is sold by the { $unit } – how many { $unit }?
ask-amount = How much, for { $name }?
ask-when = When should I remind?
ask-name = What is the customer's name?
ask-change = What should I change?
ask-product = Which product?
ask-again = Should I do it?
ask-issue = Shall I make the bill?
ask-payment = Shall I book { $amount } received from { $name } { $mode }?
ask-credit = Shall I add { $amount } to what { $name } owes?
ask-new = Shall I add the customer { $name }?
ask-new-with-opening = Shall I add the customer { $name }, who owes { $amount }?
ask-another = There is a customer named { $name } already. Shall I add another?
ask-update = Shall I change the details of { $name }?
ask-reminder = Shall I set a reminder for { $name }: { $when }?
ask-cancel-reminder = Shall I cancel the reminder: { $reminder }?
ask-cancel-reminders = { $count ->
    [one] Shall I cancel the one reminder?
   *[other] Shall I cancel all { $count } reminders?
    }
ask-put-off = Shall I move the reminder { $reminder } to { $when }?
ask-delete = Shall I delete what is known of { $name }? This cannot be taken back; a code is sent first.
ask-code = A code was sent. Say its six digits to delete what is known of { $name }; this cannot be taken back.
ask-discard = Shall I discard the draft bill of { $name }, { $total }?
ask-discard-all = { $count ->
    [one] Shall I discard the one draft bill?
   *[other] Shall I discard all { $count } draft bills?
    }
ask-cancel-bill = Shall I cancel bill { $number } of { $name }, { $total }? This cannot be taken back.
ask-set-price = Shall I set the price of { $product } to { $price }?
ask-add-stock = Shall I add { $quantity } of { $product } to stock?
which-customer = There is more than one { $name }. Which one?
near-customer = I found no { $name }. Did you mean:
near-or-new-customer = I found no { $name }. Did you mean:
make-new-customer = I found no { $name }. Shall I add a new customer?
new-customer = new customer { $name }
which-product = Which { $product }?
which-draft = Which bill?
you = you
nobody = no customer
every-minutes = { $count ->
    [one] every minute
   *[other] every { $count } minutes
    }
every-hours = { $count ->
    [one] every hour
   *[other] every { $count } hours
    }
every-days = { $count ->
    [one] every day
   *[other] every { $count } days
    }
every-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
    }
every-months = { $count ->
    [one] every month
   *[other] every { $count } months
    }
every-years = { $count ->
    [one] every year
   *[other] every { $count } years
    }
every-weekday = every { $days }
every-month-day = every month on day { $day }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
next-time = next { $when }
mode-cash = in cash
mode-upi = by UPI
mode-card = by card
mode-bank = by bank transfer
mode-cheque = by cheque
owes = { $name } owes { $amount }.
clear = { $name } owes nothing.
advance = { $name } has an advance of { $amount }.
now-owes = { $amount } due.
now-clear = Nothing due.
now-advance = Advance { $amount }.
label-owes = { $amount } due
label-advance = advance { $amount }
label-clear = nothing due
new-goods = new item
draft-lines = { $name }: { $lines }.
draft-discount = That is after a discount of { $discount }.
draft-notes = Note: { $notes }.
draft-total = Total { $total }.
draft-total-with-tax = Total { $total }, with tax { $tax }.
only-left = Only { $left } of { $product } left.
none-left = No { $product } left.
issued = Bill { $number } for { $name } is made, { $total }.
bill-sent = It is on its way to the customer.
bill-not-sent = I could not send it.
bill-cancelled = The bill of { $total } for { $name } is cancelled.
discarded = The draft bill of { $name } is discarded.
discarded-all = { $count ->
    [one] { $count } draft bill is discarded.
   *[other] { $count } draft bills are discarded.
    }
open-drafts = { $count ->
    [one] { $count } draft bill: { $rows }.
   *[other] { $count } draft bills: { $rows }.
    }
bills = { $count ->
    [one] { $count } bill: { $rows }.
   *[other] { $count } bills: { $rows }.
    }
paid = { $amount } received from { $name } { $mode }.
booked-today = It is booked today.
credited = { $amount } added to what { $name } owes.
total-pending = { $count ->
    [0] Nobody owes anything.
    [one] { $total } is due from { $count } customer.
   *[other] { $total } is due from { $count } customers.
    }
customer-made = Customer { $name } is added.
customer-changed = The details of { $name } are changed: { $changed }.
reminded = Reminder set: { $reminder }.
not-sent-by-itself = No message goes out by itself yet.
kept-for-you = The customer has no phone or e-mail, so it will remind you.
reminders-cancelled = { $count ->
    [one] { $count } reminder cancelled.
   *[other] { $count } reminders cancelled.
    }
reminder-put-off = Reminder moved: { $reminder }.
recurring-not-moved = That reminder comes again and again; please cancel it and set a new one.
erased = What was known of { $name } is deleted; the books stay.
reminders = { $count ->
    [one] { $count } reminder: { $rows }.
   *[other] { $count } reminders: { $rows }.
    }
no-reminders = There is no reminder.
stock = { $left } of { $product } left.
stock-added = { $quantity } of { $product } added, now { $left }.
price-set = { $product } now costs { $price }.
undone = Taken back: { $what }.
undone-bill = Cancelled: { $what }. Its number stays used.
undone-discard = Back again: { $what }.
undone-reminder-cancel = Back again: { $what }.
ask-undo = Take this back: { $what }?
cannot-undo-erased = What was known of { $name } is gone for good and cannot be brought back.
cannot-undo-cancelled = Bill { $number } is cancelled for good; make a new bill instead.
cannot-undo-sent = What was sent cannot be taken back.
cannot-undo-recording = A recording cannot be taken back.
noun-bill = bill
noun-draft = draft bill
noun-bill-change = change of the bill
noun-bill-cancel = cancelling the bill
noun-sending = sending
noun-payment = payment
noun-credit = udhaar
noun-account = account
noun-customer = new customer
noun-details = details
noun-erasing = erasing
noun-reminder = reminder
noun-reminder-time = new time of the reminder
noun-reminder-cancel = cancelling the reminder
noun-stock = stock
noun-price = price
noun-other = the other command
nothing-to-undo = There is nothing to take back.
nothing-to-confirm = There is nothing to confirm.
nothing-to-repeat = I have said nothing yet.
let-be = All right, I leave it.
still-stands = All right. What was done stands; to take it back, say "undo".
waits = That comes after this: { $what }.
undone-one = Only the last was taken back; for the one before say it again: undo.
one-bill-at-a-time = Bills are cancelled one at a time.
ask-new-price = { $product } is not on the list and will be added. What does it cost?
guessed-customer = No name was said, so this is for { $name }.
gst-on = GST is on now.
gst-off = GST is off now.
bill-today = The bill will have the date of today.
payment-apart = How it was paid is not kept with the bill; say it once the bill is made.
ask-short = There is not enough for this bill. Change the quantity, or say: let it be.
and-more = and { $count } more
no-unpaid-bill = All bills are paid.
unpaid-bills = { $count ->
    [one] { $count } bill is not paid: { $rows }.
   *[other] { $count } bills are not paid: { $rows }.
    }
newest-bills = The newest { $shown } bills: { $rows }.
cancelled-bill = { $bill } (cancelled)
same-again = The same was booked a moment ago; if that is a mistake, say: undo.
rounded-off = Round off { $amount }.
not-done = Not done: { $what }.
help = You can say: { $examples }
language-set = I will speak English.
language-not-spoken = I cannot speak that language yet.
not-understood = I did not understand. Please say it again.
can-say = You can say: { $examples }.
can-bill = bill for { $name }, 1 { $product }
can-pay = { $name } paid 500
can-ask-balance = what does { $name } owe
can-ask-stock = how much { $product } is left
ask-exact = The amount is not clear. Please say it again with one amount.
not-possible = I cannot do that yet.
no-code-asked = No code was asked for.
customer-not-found = I found no customer { $name }.
product-not-found = I found no product { $product }.
not-on-bill = { $product } is not on the bill.
no-draft = There is no draft bill.
no-bill = There is no such bill.
already-cancelled = Bill { $number } is cancelled already.
out-of-range = That amount or quantity is not possible.
forbidden = You are not allowed to do that.
not-found = It is not there any more.
stale = It was changed meanwhile. Please look again.
out-of-stock = Only { $left } of { $product } left, so the bill is not made.
none-left-no-bill = No { $product } left, so the bill is not made.
not-priced = { $product } has no price.
wrong-unit = { $product } is counted in { $unit }.
credit-limit = The credit limit of { $limit } would be passed.
phone-taken = That phone number belongs to { $name }.
no-gstin = The shop has no GSTIN, so a bill cannot carry GST.
code-wrong = That code is not right. Please say it again.
code-wrong-left = { $count ->
    [one] That code is not right. One try is left; say it again.
   *[other] That code is not right. { $count } tries are left; say it again.
    }
code-expired = That code is too old. For a new one say: send the code again.
code-tries-over = The code was wrong too often and is no longer good. For a new one say: send the code again.
code-too-soon = A code was sent a moment ago. Another can be sent in { $seconds } seconds.
code-too-often = Too many codes were sent. Please try again in an hour.
ask-code-again = The code was sent again. To erase what is known of { $name }, say its six digits; this cannot be taken back.
erasing-let-be = All right, { $name } is not erased.
unreadable = That is not a number, address or time I can use.
already = That is done already.
past-time = That time is over.
period-closed = The books of that day are closed.
unavailable = I cannot reach the books now. Please try again.
ask-phone = What is the phone number of { $name }?
ask-email = What is the e-mail address of { $name }?
ask-write-email = Shall I write down { $email } as the e-mail address of { $name }?
ask-send = Shall I send { $document } to { $name } by { $by }? It cannot be taken back.
ask-record = Shall I start recording? A recording cannot be taken back.
channel-whatsapp = WhatsApp
channel-email = e-mail
channel-sms = SMS
document-bill = bill { $number }
document-statement = the account, { $when }
sent = I sent { $document } to { $name } by { $by }.
recording-started = Recording from now on.
recording-stopped = Recording is off.
days-today = today
days-yesterday = yesterday
days-this-week = this week
days-last-week = last week
days-this-month = this month
days-last-month = last month
days-this-year = this year
days-all = from the start
days-span = { $from } to { $to }
summary = Summary, { $when }: { $parts }.
summary-bills = { $count ->
    [0] no bill
    [one] { $count } bill for { $total }
   *[other] { $count } bills for { $total }
    }
summary-came = { $total } received ({ $modes })
summary-came-nothing = nothing received
summary-lent = { $total } given on credit
summary-nothing = Summary, { $when }: no bill, no payment and no credit.
statement = { $count ->
    [one] Account of { $name }, { $when }: { $opening } at the start, { $went } charged, { $came } received, { $closing } at the end, { $count } entry.
   *[other] Account of { $name }, { $when }: { $opening } at the start, { $went } charged, { $came } received, { $closing } at the end, { $count } entries.
    }
statement-nothing = Account of { $name }, { $when }: no entry, { $closing }.

## Things that can be said to the shop

example-1 = Make a bill of 2 milk and 1 bread for Rahul
example-2 = Suresh paid 500 by UPI
example-3 = What is Suresh's balance
example-4 = Show pending bills
example-5 = Undo

## Units; a piece is only counted

unit-kg = kg
unit-g = g
unit-l = l
unit-ml = ml
unit-piece = { "" }
unit-packet = packet
unit-dozen = dozen
unit-box = box
unit-bottle = bottle
unit-bag = bag
unit-metre = metre
