# Fixed phrases in Hindi.
listening = बोलिए।
not-understood = समझ नहीं आया। फिर से बोलिए।
yes-or-no = हाँ या नहीं बोलिए।
done = हो गया।
cancelled = रद्द कर दिया।
offline = नेटवर्क नहीं है। ऑफ़लाइन काम चल रहा है।
try-later = थोड़ी देर बाद फिर कोशिश कीजिए।
languages-answered = मैं सिर्फ़ हिंदी, अंग्रेज़ी और हिंग्लिश में जवाब देता हूँ।
code-sent = कोड भेज दिया गया है।
timed-out = समय समाप्त हो गया।
