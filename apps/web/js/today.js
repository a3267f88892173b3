// What was issued today: the sum, and every bill to unfold.

import { money } from "./card.js";
import { $, h, icon, replace, stored } from "./dom.js";
import { current, refusalText, t } from "./i18n.js";
import { localDay, rupees, timeText } from "./money.js";

export class Today {
  #session;
  #bills;
  #zone;
  #invoices = null;
  #failed = null;
  #stale = true;
  #loads = 0;

  constructor({ session, bills, timeZone }) {
    this.#session = session;
    this.#bills = bills;
    this.#zone = timeZone;
    $("#bills-reload").addEventListener("click", () => this.load());
  }

  invalidate() {
    this.#stale = true;
    if ($("#place-bills").checkVisibility?.() ?? true) this.load();
  }

  shown() {
    if (this.#stale) this.load();
  }

  async load() {
    this.#stale = false;
    const turn = (this.#loads += 1);
    const day = localDay(new Date(), this.#zone());
    try {
      const { data } = await this.#session.get(`/invoices?from=${day}&to=${day}&limit=200`);
      if (turn !== this.#loads) return;
      this.#invoices = data;
      this.#failed = null;
    } catch (refused) {
      if (turn !== this.#loads) return;
      this.#failed = refused;
      this.#stale = true;
    }
    this.render();
  }

  render() {
    const place = $("#invoices");
    if (this.#failed) {
      return replace(place, h("p", { class: "note bad" }, t("common.failed"), " ", refusalText(this.#failed)),
        h("button", { class: "wide", data: { focus: "again" }, on: { click: () => this.load() } }, t("common.retry")));
    }
    if (!this.#invoices) return replace(place, h("p", { class: "empty" }, t("common.loading")));
    const { data: bills, next_cursor } = this.#invoices;
    if (bills.length === 0) return replace(place, h("p", { class: "empty" }, t("bills.no_today")));
    const valid = bills.filter((one) => one.status !== "cancelled");
    const sum = valid.reduce((all, one) => all + one.total_paise, 0);
    const count = valid.length === 1 ? t("bill.today_sum_one") : t("bill.today_sum", { n: valid.length });
    replace(place, next_cursor ? null : h("div", { class: "figure" }, h("span", { class: "who" }, count), money(sum)),
      h("ul", { class: "rows" }, bills.map((one) => h("li", {}, this.#invoiceRow(one)))));
  }

  #invoiceRow(invoice) {
    const cancelled = invoice.status === "cancelled";
    const state = cancelled ? t("bill.cancelled") : invoice.open_paise > 0 ? t("bill.due", { amount: rupees(invoice.open_paise) }) : t("bill.paid");
    const color = cancelled ? "" : invoice.open_paise > 0 ? "" : " get";
    const details = h("details", {},
      h("summary", { class: "row", data: { focus: invoice.id } },
        h("span", {}, stored(invoice.buyer?.name, "row-name"), h("span", { class: "fine" }, h("br"), `${invoice.number} · ${timeText(invoice.issued_at, current(), this.#zone())}`)),
        h("span", { class: "row-side" }, money(invoice.total_paise), h("span", { class: `direction${color}` }, state === t("bill.paid") ? icon("check") : null, state))));
    details.addEventListener("toggle", async () => {
      if (!details.open || details.children.length > 1) return;
      let whole = invoice;
      if (!whole.items) whole = (await this.#session.get(`/invoices/${invoice.id}`).catch(() => ({ data: invoice }))).data;
      if (details.children.length === 1) details.append(this.#bills.invoiceCard(whole));
    });
    return details;
  }
}
