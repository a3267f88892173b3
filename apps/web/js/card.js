// The pieces of a bill's card: stamp, rates, taxes, total, and its lines as they go back to the server.

import { h, stored } from "./dom.js";
import { t } from "./i18n.js";
import { rupees } from "./money.js";

const TAXES = ["cgst", "sgst", "igst", "cess"];

export const money = (paise, options) => h("span", { class: "money" }, rupees(paise, options));

export function sums(bill) {
  const taxed = TAXES.some((tax) => bill[`${tax}_paise`]);
  const row = (label, paise) => [h("dt", {}, label), h("dd", { class: "money" }, rupees(paise, { exact: true }))];
  const rows = [
    taxed || bill.discount_paise ? row(t("bill.subtotal"), taxed ? bill.taxable_paise : bill.subtotal_paise) : [],
    bill.discount_paise && !taxed ? row(t("bill.discount"), -bill.discount_paise) : [],
    bill.cgst_paise ? [h("dt", {}, `${t("bill.cgst")} + ${t("bill.sgst")}`), h("dd", { class: "money" }, `${rupees(bill.cgst_paise, { exact: true })} + ${rupees(bill.sgst_paise, { exact: true })}`)] : [],
    ["igst", "cess"].filter((tax) => bill[`${tax}_paise`]).map((tax) => row(t(`bill.${tax}`), bill[`${tax}_paise`])),
    bill.round_off_paise ? row(t("bill.round"), bill.round_off_paise) : [],
  ].flat(3);
  const untaxed = bill.with_gst === false ? h("p", { class: "fine" }, t("bill.no_gst")) : null;
  return rows.length || untaxed ? [untaxed, rows.length ? h("dl", { class: "sums" }, rows) : null] : null;
}

export function itemCount({ items = [] }) {
  return items.length === 1 ? t("bill.items_one") : t("bill.items", { n: items.length });
}

export function stamp(state) {
  return h("span", { class: "stamp" }, state === "issued" ? "✓ " : "", t(`bill.${state}`));
}

/** The name stands beside the sum too: on a small screen the head of the card may have scrolled away. */
export function total(paise, name) {
  return h("p", { class: "total" }, h("span", {}, t("bill.total"), name ? stored(name, "fine") : null), money(paise, { exact: true }));
}

export function rate({ price_paise, unit }) {
  if (price_paise === null || price_paise === undefined) return t("bill.no_price");
  const price = rupees(price_paise);
  return unit && unit !== "piece" ? t("bill.per", { price, unit }) : t("bill.each", { price });
}

/** Whether a line's discount is nothing but its share of a whole bill's percent, give or take the odd paisa. */
function onlyShare(line, { discount_percent }) {
  const share = (line.gross_paise * Number(discount_percent ?? 0)) / 100;
  return Math.abs(line.discount_paise - share) <= 1;
}

/**
 * The lines as they go back to the server, or `null` when touch cannot say them truly: what is told of a line's discount
 * holds its share of the bill's, so a discounted draft is changed by voice.
 */
export function itemsToSend(draft, lines) {
  const items = [];
  for (const [at, line] of (draft.items ?? []).entries()) {
    if (line.discount_paise && !line.discount_percent && !onlyShare(line, draft)) return null;
    if (lines.get(at) === null) continue;
    const item = line.product_id ? { product_id: line.product_id } : { product_name: line.name };
    item.quantity = lines.get(at) ?? line.quantity;
    if (line.unit) item.unit = line.unit;
    if (Number.isInteger(line.price_paise)) item.price_paise = line.price_paise;
    if (line.discount_percent) item.discount_percent = line.discount_percent;
    items.push(item);
  }
  return items;
}
