// The khata: who owes what, search over names, places and phones, and one customer's statement.

import { $, h, icon, replace, stored } from "./dom.js";
import { current, has, refusalText, t } from "./i18n.js";
import { dayText, direction, rupees } from "./money.js";

const SEARCH_MS = 180;
const PAGE = 100;

/** Which way a balance points, by sign, word and colour. */
export function towards(paise) {
  const way = direction(paise);
  const shape = { get: "in", give: "out" }[way];
  return h("span", { class: `direction ${way}` }, shape ? icon(shape) : null, t(`khata.${way}`));
}

/** A balance in large figures. */
export function balanceFigure(name, paise) {
  return h("div", { class: `figure ${direction(paise)}` }, name ? stored(name, "who") : null, h("span", { class: "money" }, rupees(Math.abs(paise))), towards(paise));
}

/** Rows of a statement, newest last as a khata is read. */
export function statementTable({ rows = [], language = current() }) {
  if (rows.length === 0) return h("p", { class: "empty" }, t("khata.empty"));
  const head = ["date", "amount", "balance"].map((key) => h("th", { scope: "col", class: key === "date" ? null : "num" }, t(`khata.${key}`)));
  return h("div", { class: "table-wrap", tabindex: 0, role: "region", "aria-label": t("khata.statement") }, h("table", { class: "ruled" }, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows.map((row) => {
    const gave = row.debit_paise > 0;
    const what = row.description || (has(`kind.${row.kind}`) ? t(`kind.${row.kind}`) : row.kind);
    return h("tr", {},
      h("th", { scope: "row" }, dayText(row.date, language), h("br"), h("span", { class: "fine", dir: "auto" }, what, row.document_number && !what.includes(row.document_number) ? ` · ${row.document_number}` : "")),
      h("td", { class: "num" }, h("span", { class: "money" }, rupees(gave ? row.debit_paise : row.credit_paise)), h("br"), h("span", { class: `direction ${gave ? "give" : "get"}` }, icon(gave ? "out" : "in"), t(gave ? "khata.gave" : "khata.got"))),
      h("td", { class: "num" }, Number.isInteger(row.running_balance_paise) ? h("span", { class: "money" }, rupees(row.running_balance_paise)) : "–"));
  }))));
}

/** What customers are called, fetched once each when only an id is told. */
export class Names extends EventTarget {
  #session;
  #known = new Map();

  constructor(session) {
    super();
    this.#session = session;
  }

  learn(customer) {
    const id = customer?.customer_id ?? customer?.id;
    if (id && customer.name) this.#known.set(id, customer.name);
  }

  of(id) {
    if (!id) return null;
    if (!this.#known.has(id)) this.#fetch(id);
    return this.#known.get(id) ?? null;
  }

  async #fetch(id) {
    this.#known.set(id, null);
    try {
      const { data } = await this.#session.get(`/customers/${id}`);
      this.#known.set(id, data.name);
      this.dispatchEvent(new Event("change"));
    } catch {
      this.#known.delete(id);
    }
  }
}

export class Khata {
  #session;
  #names;
  #customers = [];
  #cursor = null;
  #failed = null;
  #found = null;
  #open = null;
  #stale = true;
  #loaded = false;
  #searching = null;
  #timer = 0;

  constructor({ session, names }) {
    this.#session = session;
    this.#names = names;
    $("#khata-q").addEventListener("input", () => this.#typed());
    $("#khata-search").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    $("#khata-more").addEventListener("click", () => this.#page());
  }

  invalidate() {
    this.#stale = true;
    if ($("#place-khata").checkVisibility?.() ?? true) this.shown();
  }

  shown() {
    if (!this.#stale) return;
    this.load();
    if (this.#open) this.#fetchStatement();
    else if (this.#found) this.#search();
  }

  async load() {
    this.#stale = false;
    this.#cursor = null;
    await this.#page(true);
  }

  render() {
    this.#renderList();
    this.#renderStatement();
  }

  async #page(fresh = false) {
    try {
      const after = this.#cursor ? `&cursor=${encodeURIComponent(this.#cursor)}` : "";
      const { data } = await this.#session.get(`/customers?limit=${PAGE}${after}`);
      const rows = data.data.filter((one) => one.status === undefined || one.status === "active");
      this.#customers = fresh ? rows : [...this.#customers, ...rows];
      this.#cursor = data.next_cursor ?? null;
      this.#failed = null;
      this.#loaded = true;
      rows.forEach((one) => this.#names.learn(one));
    } catch (refused) {
      this.#failed = refused;
      this.#stale = true;
    }
    this.#renderList();
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), SEARCH_MS);
  }

  async #search() {
    clearTimeout(this.#timer);
    this.#searching?.abort();
    const q = $("#khata-q").value.trim();
    if (!q) {
      this.#found = null;
      return this.#renderList();
    }
    const searching = new AbortController();
    this.#searching = searching;
    try {
      const { data } = await this.#session.get(`/customers/search?q=${encodeURIComponent(q)}`, { signal: searching.signal });
      this.#found = data.data;
      this.#failed = null;
    } catch (refused) {
      if (searching.signal.aborted) return;
      this.#failed = refused;
    }
    this.#renderList();
  }

  #renderList() {
    const list = $("#customers");
    const totals = $("#khata-totals");
    $("#khata-more").hidden = Boolean(this.#found) || !this.#cursor;
    if (this.#failed) {
      replace(list);
      return replace(totals, h("p", { class: "note bad" }, t("common.failed"), " ", refusalText(this.#failed)), h("button", { class: "wide", on: { click: () => this.load() } }, t("common.retry")));
    }
    if (!this.#loaded && !this.#found) return replace(totals, h("p", { class: "empty" }, t("common.loading")));
    const rows = this.#found ? this.#found.map(({ customer }) => customer) : this.#sorted();
    replace(totals, rows.length ? this.#totals() : h("p", { class: "empty" }, t(this.#found ? "khata.none" : "khata.nobody")));
    replace(list, rows.map((customer) => h("li", {}, this.#row(customer))));
  }

  /** Largest first, as one goes collecting; of a part of the customers no sum is shown. */
  #sorted() {
    return [...this.#customers].sort((a, b) => Math.abs(b.balance_paise) - Math.abs(a.balance_paise) || a.name.localeCompare(b.name));
  }

  #totals() {
    if (this.#found || this.#cursor) return null;
    const sum = (keep) => this.#customers.map((one) => one.balance_paise).filter(keep).reduce((all, one) => all + Math.abs(one), 0);
    const figure = (way, paise) => h("div", { class: `figure ${way}` }, h("span", { class: "who" }, h("span", { class: `direction ${way}` }, icon(way === "get" ? "in" : "out"), t(`khata.${way}`))), h("span", { class: "money" }, rupees(paise)));
    return h("div", { class: "two" }, figure("get", sum((one) => one > 0)), figure("give", sum((one) => one < 0)));
  }

  #row(customer) {
    this.#names.learn(customer);
    const digits = customer.phone_last4 ?? customer.phone?.slice(-4);
    const details = [customer.nickname, customer.landmark, digits && `••••\u00a0${digits}`].filter(Boolean);
    return h("button", { class: "row", data: { customer: customer.id, focus: customer.id }, on: { click: () => this.#show(customer) } },
      h("span", {}, stored(customer.name, "row-name"), details.length ? h("span", { class: "fine" }, h("br"), stored(details.join(" · "))) : null),
      h("span", { class: "row-side" }, h("span", { class: "money" }, rupees(Math.abs(customer.balance_paise))), towards(customer.balance_paise)));
  }

  #show(customer) {
    this.#open = { customer, entries: null, failed: null };
    this.#renderStatement();
    $("#khata-scroll").scrollTop = 0;
    $("#statement-name").focus();
    this.#fetchStatement();
  }

  #back() {
    const { customer } = this.#open;
    this.#open = null;
    this.#renderStatement();
    ($(`[data-customer="${CSS.escape(customer.id)}"]`) ?? $("#khata-q")).focus();
  }

  async #fetchStatement() {
    const open = this.#open;
    const { id } = open.customer;
    try {
      const [{ data: entries }, { data: balance }] = await Promise.all([this.#session.get(`/ledger/${id}`), this.#session.get(`/customers/${id}/balance`)]);
      open.rows = statementRows(entries, id, balance.balance_paise);
      open.more = Boolean(entries.next_cursor);
      open.customer = { ...open.customer, balance_paise: balance.balance_paise };
      open.failed = null;
    } catch (refused) {
      open.failed = refused;
    }
    if (this.#open === open) this.#renderStatement();
  }

  #renderStatement() {
    const place = $("#khata-statement");
    $("#khata-list").hidden = Boolean(this.#open);
    place.hidden = !this.#open;
    if (!this.#open) return replace(place);
    const { customer, rows, failed } = this.#open;
    replace(place,
      h("div", { class: "statement-head" },
        h("button", { id: "statement-back", data: { focus: "back" }, "aria-label": t("common.back"), on: { click: () => this.#back() } }, icon("back")),
        h("h2", { id: "statement-name", tabindex: -1, data: { focus: "name" }, "aria-label": t("khata.all", { name: customer.name }) }, stored(customer.name))),
      balanceFigure(null, customer.balance_paise),
      failed ? [h("p", { class: "note bad" }, t("common.failed"), " ", refusalText(failed)), h("button", { class: "wide", on: { click: () => this.#fetchStatement() } }, t("common.retry"))] : null,
      rows ? statementTable({ rows }) : failed ? null : h("p", { class: "empty" }, t("common.loading")));
  }
}

/** Either a ready statement or ledger entries, newest first, walked back from the balance of now. */
function statementRows(answer, customer, balance) {
  if (Array.isArray(answer.rows)) return [...answer.rows].reverse();
  let running = balance;
  return (answer.data ?? []).map((entry) => {
    const amount = (entry.postings ?? []).filter((one) => one.account === "receivable" && (one.customer_id ?? customer) === customer).reduce((all, one) => all + one.amount_paise, 0);
    const row = {
      date: entry.effective_on, kind: entry.kind, description: entry.description, document_number: entry.document_number ?? null,
      debit_paise: Math.max(amount, 0), credit_paise: Math.max(-amount, 0), running_balance_paise: running,
    };
    running -= amount;
    return row;
  });
}
