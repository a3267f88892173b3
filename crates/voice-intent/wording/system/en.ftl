# Fixed phrases in English.
listening = Please speak.
not-understood = I did not understand. Please say it again.
yes-or-no = Please say yes or no.
done = Done.
cancelled = Cancelled.
offline = There is no network. Working offline.
try-later = Please try again later.
languages-answered = I answer only in Hindi, English and Hinglish.
code-sent = The code has been sent.
timed-out = Time is up.
