# Fixed phrases in Bengali.
listening = বলুন।
not-understood = বুঝতে পারিনি। আবার বলুন।
yes-or-no = হ্যাঁ বা না বলুন।
done = হয়ে গেছে।
cancelled = বাতিল করা হয়েছে।
offline = নেটওয়ার্ক নেই। অফলাইনে কাজ চলছে।
try-later = কিছুক্ষণ পরে আবার চেষ্টা করুন।
languages-answered = আমি শুধু হিন্দি, ইংরেজি ও হিংলিশে উত্তর দিই।
code-sent = কোড পাঠানো হয়েছে।
timed-out = সময় শেষ হয়ে গেছে।
