# Fixed phrases in Punjabi.
listening = ਬੋਲੋ।
not-understood = ਸਮਝ ਨਹੀਂ ਆਈ। ਫਿਰ ਤੋਂ ਬੋਲੋ।
yes-or-no = ਹਾਂ ਜਾਂ ਨਹੀਂ ਬੋਲੋ।
done = ਹੋ ਗਿਆ।
cancelled = ਰੱਦ ਕਰ ਦਿੱਤਾ।
offline = ਨੈੱਟਵਰਕ ਨਹੀਂ ਹੈ। ਆਫ਼ਲਾਈਨ ਕੰਮ ਚੱਲ ਰਿਹਾ ਹੈ।
try-later = ਥੋੜ੍ਹੀ ਦੇਰ ਬਾਅਦ ਫਿਰ ਕੋਸ਼ਿਸ਼ ਕਰੋ।
languages-answered = ਮੈਂ ਸਿਰਫ਼ ਹਿੰਦੀ, ਅੰਗਰੇਜ਼ੀ ਅਤੇ ਹਿੰਗਲਿਸ਼ ਵਿੱਚ ਜਵਾਬ ਦਿੰਦਾ ਹਾਂ।
code-sent = ਕੋਡ ਭੇਜ ਦਿੱਤਾ ਗਿਆ ਹੈ।
timed-out = ਸਮਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ।
