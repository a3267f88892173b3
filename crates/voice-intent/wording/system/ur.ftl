# Fixed phrases in Urdu.
listening = بولیے۔
not-understood = سمجھ نہیں آیا۔ پھر سے بولیے۔
yes-or-no = ہاں یا نہیں بولیے۔
done = ہو گیا۔
cancelled = منسوخ کر دیا۔
offline = نیٹ ورک نہیں ہے۔ آف لائن کام چل رہا ہے۔
try-later = تھوڑی دیر بعد پھر کوشش کیجیے۔
languages-answered = میں صرف ہندی، انگریزی اور ہنگلش میں جواب دیتا ہوں۔
code-sent = کوڈ بھیج دیا گیا ہے۔
timed-out = وقت ختم ہو گیا۔
