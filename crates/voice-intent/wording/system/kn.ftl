# Fixed phrases in Kannada.
listening = ಹೇಳಿ.
not-understood = ಅರ್ಥವಾಗಲಿಲ್ಲ. ಮತ್ತೆ ಹೇಳಿ.
yes-or-no = ಹೌದು ಅಥವಾ ಇಲ್ಲ ಎಂದು ಹೇಳಿ.
done = ಆಯಿತು.
cancelled = ರದ್ದುಗೊಳಿಸಲಾಗಿದೆ.
offline = ನೆಟ್‌ವರ್ಕ್ ಇಲ್ಲ. ಆಫ್‌ಲೈನ್‌ನಲ್ಲಿ ಕೆಲಸ ನಡೆಯುತ್ತಿದೆ.
try-later = ಸ್ವಲ್ಪ ಸಮಯದ ನಂತರ ಮತ್ತೆ ಪ್ರಯತ್ನಿಸಿ.
languages-answered = ನಾನು ಹಿಂದಿ, ಇಂಗ್ಲಿಷ್ ಮತ್ತು ಹಿಂಗ್ಲಿಷ್‌ನಲ್ಲಿ ಮಾತ್ರ ಉತ್ತರಿಸುತ್ತೇನೆ.
code-sent = ಕೋಡ್ ಕಳುಹಿಸಲಾಗಿದೆ.
timed-out = ಸಮಯ ಮುಗಿದಿದೆ.
