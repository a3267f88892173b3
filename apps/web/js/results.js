// What an answer holds, drawn by its kind: bills, payments, balances, statements, stock, reminders.

import { money } from "./card.js";
import { h, icon, stored } from "./dom.js";
import { current, has, t } from "./i18n.js";
import { balanceFigure, statementTable, towards } from "./khata.js";
import { dayText, localDay, quantity, rupees, timeText } from "./money.js";

export class Results {
  #bills;
  #names;
  #zone;
  #card;
  #edit;

  /** `card(turn, draft)` gives the live card of a draft in that turn; `edit(text)` puts words into the text box. */
  constructor({ bills, names, timeZone, card, edit }) {
    this.#bills = bills;
    this.#names = names;
    this.#zone = timeZone;
    this.#card = card;
    this.#edit = edit;
  }

  /** The elements of a result, or `null` where the words say it all. */
  show(result, turn, state) {
    const block = this.#results[result.kind];
    return block ? block(result, turn, state) : null;
  }

  #results = {
    draft: ({ draft }, turn) => this.#card(turn, draft),
    drafts: ({ drafts }, turn) => (drafts.length ? h("div", { class: "stack" }, drafts.map((one) => this.#card(turn, one))) : null),
    invoice: ({ invoice, balance_paise }) => this.#bills.invoiceCard(invoice, balance_paise),
    invoices: ({ data }) => (data.length ? h("ul", { class: "rows" }, data.map((one) => h("li", { class: "row" }, h("span", {}, stored(one.buyer?.name, "row-name"), h("span", { class: "fine" }, h("br"), one.number)), h("span", { class: "row-side" }, money(one.total_paise))))) : null),
    payment: ({ payment, balance_paise }) => [
      h("div", { class: "figure get" }, stored(this.#names.of(payment.customer_id), "who"), money(payment.amount_paise), h("span", { class: "direction get" }, icon("in"), `${t("result.received")} · ${t(`mode.${payment.mode}`)}`)),
      h("p", { class: "fine" }, `${t("bill.now")}: `, money(balance_paise))],
    entry: ({ entry, balance_paise }) => [
      h("div", { class: "figure give" }, stored(this.#names.of(entry.customer_id), "who"), money(Math.max(...entry.postings.map((one) => one.amount_paise))), h("span", { class: "direction give" }, icon("out"), t("result.credit"))),
      h("p", { class: "fine" }, `${t("bill.now")}: `, money(balance_paise))],
    balance: ({ name, balance_paise }) => balanceFigure(name, balance_paise),
    balances: ({ data }) => (data.length ? h("ul", { class: "rows" }, data.map((one) => h("li", { class: "row" }, stored(one.name, "row-name"), h("span", { class: "row-side" }, money(Math.abs(one.balance_paise)), towards(one.balance_paise))))) : null),
    total_pending: ({ total_paise, customers }) => h("div", { class: "figure get" }, h("span", { class: "who" }, t("result.pending", { n: Array.isArray(customers) ? customers.length : customers })), money(total_paise), icon("in")),
    statement: (result) => {
      const { rows, closing_balance_paise } = result.statement ?? result;
      return [statementTable({ rows }), Number.isInteger(closing_balance_paise) ? balanceFigure(null, closing_balance_paise) : null];
    },
    summary: (one) => h("dl", { class: "sums" }, [
      ["result.sales", rupees(one.sales_paise)], ["result.invoices", String(one.invoices)], ["result.credit_sum", rupees(one.credit_paise)],
    ].map(([key, value]) => [h("dt", {}, t(key)), h("dd", { class: "money" }, value)]),
    Object.entries(one.collections_by_mode ?? {}).map(([mode, paise]) => [h("dt", {}, `${t("result.received")} · ${has(`mode.${mode}`) ? t(`mode.${mode}`) : mode}`), h("dd", { class: "money" }, rupees(paise))])),
    customer: ({ customer }) => {
      this.#names.learn(customer);
      return [balanceFigure(customer.name, customer.balance_paise ?? 0), h("p", { class: "fine", translate: "no" }, [customer.nickname, customer.landmark, customer.phone].filter(Boolean).join(" · "))];
    },
    product: ({ product, old_price_paise }) => h("div", { class: "figure" }, stored(product.name, "who"),
      Number.isInteger(product.price_paise) ? h("span", { class: "money" }, rupees(product.price_paise)) : null,
      h("span", { class: "fine" }, Number.isInteger(old_price_paise) ? t("result.was", { price: rupees(old_price_paise) }) : t("result.stock", { n: quantity(product.stock_quantity), unit: product.unit }))),
    reminder: ({ reminder }) => this.#reminders([reminder]),
    reminders: ({ data }) => this.#reminders(data),
    help: ({ examples = [] }) => h("ul", { class: "examples" }, examples.map((one) => h("li", {}, h("button", { on: { click: () => this.#edit(one) } }, one)))),
    several: ({ results }, turn, state) => results.map((one) => this.show(one.result ?? one, turn, state)),
  };

  #reminders(list) {
    return list.map((one) => h("p", { class: "fine" }, one.customer_id ? stored(this.#names.of(one.customer_id)) : null, " ", one.amount_paise ? rupees(one.amount_paise) : "", " ",
      one.next_send_at ? t("result.next", { when: `${dayText(localDay(new Date(one.next_send_at), this.#zone()), current())}, ${timeText(one.next_send_at, current(), this.#zone())}` }) : ""));
  }
}
