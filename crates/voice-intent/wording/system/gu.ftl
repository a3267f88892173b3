# Fixed phrases in Gujarati.
listening = બોલો.
not-understood = સમજાયું નહીં. ફરીથી બોલો.
yes-or-no = હા કે ના બોલો.
done = થઈ ગયું.
cancelled = રદ કર્યું.
offline = નેટવર્ક નથી. ઑફલાઇન કામ ચાલુ છે.
try-later = થોડી વાર પછી ફરી પ્રયાસ કરો.
languages-answered = હું ફક્ત હિન્દી, અંગ્રેજી અને હિંગ્લિશમાં જવાબ આપું છું.
code-sent = કોડ મોકલી દીધો છે.
timed-out = સમય પૂરો થઈ ગયો.
