# Fixed phrases in Marathi.
listening = बोला.
not-understood = समजले नाही. पुन्हा बोला.
yes-or-no = हो किंवा नाही म्हणा.
done = झाले.
cancelled = रद्द केले.
offline = नेटवर्क नाही. ऑफलाइन काम चालू आहे.
try-later = थोड्या वेळाने पुन्हा प्रयत्न करा.
languages-answered = मी फक्त हिंदी, इंग्रजी आणि हिंग्लिशमध्ये उत्तर देतो.
code-sent = कोड पाठवला आहे.
timed-out = वेळ संपली.
