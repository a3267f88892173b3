// Money, quantities and days the way they are written in an Indian shop. Paise are integers throughout.

/** `12500050` → `₹1,25,000.50`; whole rupees drop the paise unless `exact`. */
export function rupees(paise, { exact = false } = {}) {
  const amount = Math.abs(Math.trunc(Number(paise) || 0));
  const whole = String(Math.floor(amount / 100));
  const rest = amount % 100;
  const tail = whole.slice(-3);
  const head = whole.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ",");
  const sign = Number(paise) < 0 ? "−" : "";
  const decimals = rest || exact ? `.${String(rest).padStart(2, "0")}` : "";
  return `${sign}₹${head ? `${head},` : ""}${tail}${decimals}`;
}

/** Which way a balance points: what the customer owes the shop is to be received. */
export function direction(paise) {
  if (paise > 0) return "get";
  return paise < 0 ? "give" : "even";
}

/** `"2.500"` → `2.5`; kept as text so that nothing is rounded. */
export function quantity(text) {
  const value = String(text ?? "");
  return value.includes(".") ? value.replace(/0+$/, "").replace(/\.$/, "") : value;
}

/** Adds whole steps to a decimal string in thousandths; `null` when it leaves 0.001–99,999.999. */
export function step(text, by) {
  const parsed = thousandths(text);
  if (parsed === null) return null;
  return fromThousandths(parsed + by * 1000);
}

/** What a thumb typed, as a decimal string, or `null` when it is no quantity. */
export function parseQuantity(text) {
  const parsed = thousandths(String(text).trim().replace(",", "."));
  return parsed === null ? null : fromThousandths(parsed);
}

function thousandths(text) {
  const match = /^(\d{1,5})(?:\.(\d{1,3}))?$/.exec(quantity(text));
  return match ? Number(match[1]) * 1000 + Number((match[2] ?? "").padEnd(3, "0")) : null;
}

function fromThousandths(value) {
  if (value < 1 || value > 99_999_999) return null;
  return quantity(`${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, "0")}`);
}

/** The shop's local day, `YYYY-MM-DD`. */
export function localDay(instant, timeZone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

export function dayText(day, language) {
  const [year, month, date] = String(day).slice(0, 10).split("-").map(Number);
  if (!year) return "";
  const format = new Intl.DateTimeFormat(`${language}-IN-u-nu-latn`, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  return format.format(Date.UTC(year, month - 1, date));
}

export function timeText(instant, language, timeZone) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(`${language}-IN-u-nu-latn`, { hour: "numeric", minute: "2-digit", timeZone }).format(date);
}
