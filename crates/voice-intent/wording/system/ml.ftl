# Fixed phrases in Malayalam.
listening = പറയൂ.
not-understood = മനസ്സിലായില്ല. വീണ്ടും പറയൂ.
yes-or-no = അതെ അല്ലെങ്കിൽ അല്ല എന്ന് പറയൂ.
done = കഴിഞ്ഞു.
cancelled = റദ്ദാക്കി.
offline = നെറ്റ്‌വർക്ക് ഇല്ല. ഓഫ്‌ലൈനിൽ പ്രവർത്തിക്കുന്നു.
try-later = കുറച്ചു കഴിഞ്ഞ് വീണ്ടും ശ്രമിക്കൂ.
languages-answered = ഞാൻ ഹിന്ദി, ഇംഗ്ലീഷ്, ഹിംഗ്ലീഷ് എന്നിവയിൽ മാത്രമേ മറുപടി നൽകൂ.
code-sent = കോഡ് അയച്ചു.
timed-out = സമയം കഴിഞ്ഞു.
