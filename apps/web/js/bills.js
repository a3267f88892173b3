// Open drafts: cards that stay true, to be confirmed, cancelled and corrected by touch.

import { itemCount, itemsToSend, money, rate, stamp, sums, total } from "./card.js";
import { $, announce, h, icon, replace, stored } from "./dom.js";
import { refusalText, t } from "./i18n.js";
import { parseQuantity, quantity, rupees, step } from "./money.js";

const SETTLE_MS = 450;

/** Events: `issued` the invoice, `discarded` the draft, after an action over REST. */
export class Bills extends EventTarget {
  #session;
  #socket;
  #names;
  #drafts = new Map();
  #cards = new Set();
  #edits = new Map();
  #busy = new Set();
  #notes = new Map();
  #question = null;

  constructor({ session, socket, names }) {
    super();
    this.#session = session;
    this.#socket = socket;
    this.#names = names;
    names.addEventListener("change", () => this.render());
  }

  /** The open yes-or-no question of this session; while it is about the same preview its token answers it. */
  ask(question) {
    this.#question = question;
    this.#renderCards();
  }

  /** The shop's open drafts as the server told them. */
  set({ drafts = [], reason }) {
    const open = drafts.filter((one) => one.status === undefined || one.status === "open");
    const gone = [...this.#drafts.values()].filter((one) => isOpen(one) && !drafts.some((other) => other.id === one.id));
    for (const draft of drafts) this.#know(draft);
    for (const draft of gone) {
      if (reason === "confirmed" || reason === "discarded") this.#know({ ...draft, status: reason });
      else this.#look(draft.id);
    }
    this.#renderList(open);
    this.#renderCards();
  }

  /** A card that stays true while it is on the page; an older one of the same draft steps back. */
  card(draft, { folded = false } = {}) {
    this.#know(draft);
    const element = h(folded ? "details" : "article", { class: "card", data: { draft: draft.id } });
    if (!folded) {
      for (const one of this.#cards) if (one.id === draft.id && !one.folded) one.replaced = true;
    }
    const card = { id: draft.id, element, folded, replaced: false };
    this.#cards.add(card);
    this.#renderCards();
    return element;
  }

  invoiceCard(invoice, balance) {
    const cancelled = invoice.status === "cancelled";
    return h("article", { class: `card ${cancelled ? "void" : "done"}`, data: { invoice: invoice.id } },
      h("div", { class: "card-head" }, h("h3", {}, stored(invoice.buyer?.name ?? "")), stamp(cancelled ? "cancelled" : "issued")),
      h("p", { class: "fine" }, t("bill.number", { number: invoice.number })),
      this.#lines(invoice), sums(invoice), total(invoice.total_paise, invoice.buyer?.name),
      balance === undefined || balance === null ? null : h("p", { class: "fine" }, `${t("bill.now")}: `, money(balance)));
  }

  render() {
    this.#renderList();
    this.#renderCards();
  }

  #know(draft) {
    const before = this.#drafts.get(draft.id);
    if (before && before.version > draft.version) return;
    this.#drafts.set(draft.id, draft);
  }

  async #look(id) {
    try {
      const { data } = await this.#session.get(`/drafts/${id}`);
      this.#know(data);
    } catch (refused) {
      if (refused.status === 404) this.#know({ ...this.#drafts.get(id), status: "discarded" });
    }
    this.#renderCards();
  }

  #name(draft) {
    return draft.customer?.name ?? draft.customer_name ?? this.#names.of(draft.customer_id);
  }

  #renderList(open = [...this.#drafts.values()].filter(isOpen)) {
    const list = $("#drafts");
    const shown = new Map([...list.children].map((element) => [element.dataset.draft, element]));
    const cards = open.map((draft) => shown.get(draft.id) ?? this.card(draft, { folded: true }));
    const same = cards.length > 0 && cards.length === list.children.length && cards.every((card, at) => card === list.children[at]);
    if (!same) replace(list, cards.length ? cards : h("p", { class: "empty" }, t("bills.no_drafts")));
    else if (cards.length === 0) list.firstElementChild.textContent = t("bills.no_drafts");
    const count = $("#draft-count");
    count.hidden = open.length === 0;
    count.textContent = String(open.length);
  }

  #renderCards() {
    for (const card of this.#cards) {
      if (card.drawn && !card.element.isConnected) this.#cards.delete(card);
      else this.#draw(card);
      card.drawn = card.drawn || card.element.isConnected;
    }
  }

  #draw({ id, element, folded, replaced }) {
    const draft = this.#drafts.get(id);
    const name = this.#name(draft);
    const state = !isOpen(draft) ? draft.status : replaced ? "replaced" : "draft";
    const live = state === "draft";
    element.className = `card ${{ draft: "draft", confirmed: "done" }[state] ?? "void"}`;
    const head = h("div", { class: "card-head" }, h("h3", {}, name ? stored(name) : t("bill.no_customer")), stamp(state === "confirmed" ? "issued" : state));
    const sum = h("div", { class: "summary-sum" }, itemCount(draft), money(draft.total_paise, { exact: true }));
    const body = live ? this.#openBody(draft, name) : [sum];
    if (folded) replace(element, h("summary", { data: { focus: "summary" } }, head, sum), body);
    else replace(element, head, body);
  }

  #openBody(draft, name) {
    const edited = this.#edits.has(draft.id);
    const note = this.#notes.get(draft.id);
    const missing = (draft.missing ?? []).map((what) => t(`missing.${what}`)).join(", ");
    return [
      this.#lines(draft, true),
      h("div", { class: edited ? "stale" : null }, sums(draft), total(draft.total_paise, name)),
      edited ? h("p", { class: "fine" }, t("bill.saving")) : null,
      missing ? h("p", { class: "note" }, t("bill.missing", { what: missing })) : null,
      note ? h("p", { class: "note bad" }, note) : null,
      this.#actions(draft, name ?? t("bill.no_customer"), edited || Boolean(missing)),
    ];
  }

  #actions(draft, name, notYet) {
    const busy = this.#busy.has(draft.id);
    const values = { name, total: rupees(draft.total_paise) };
    return h("div", { class: "actions" },
      h("button", { class: "no", data: { action: "cancel", focus: "cancel" }, "aria-label": `${t("bill.cancel")}: ${t("bill.cancel_of", values)}`, "aria-disabled": busy ? "true" : null, on: { click: () => busy || this.#cancel(draft) } }, icon("cross"), t("bill.cancel")),
      h("button", { class: "yes", data: { action: "confirm", focus: "confirm" }, "aria-label": `${t("bill.confirm")}: ${t("bill.issue_of", values)}`, "aria-disabled": busy || notYet ? "true" : null, on: { click: () => busy || notYet || this.#confirm(draft) } }, icon("check"), t("bill.confirm")));
  }

  #lines(bill, editable = false) {
    const edits = this.#edits.get(bill.id)?.lines;
    const canEdit = editable && itemsToSend(bill, new Map()) !== null;
    const rows = (bill.items ?? []).map((line, at) => {
      if (edits?.get(at) === null) return null;
      const count = edits?.get(at) ?? line.quantity;
      return h("li", {},
        stored(line.name, "line-name"),
        h("span", { class: `line-sum money${edits?.has(at) ? " stale" : ""}` }, line.price_paise === null ? "–" : rupees(line.total_paise, { exact: true })),
        h("span", { class: "line-rate" }, canEdit ? null : `${quantity(count)}${line.unit ? ` ${line.unit}` : ""} · `, rate(line)),
        canEdit ? this.#stepper(bill, at, line, count) : null);
    });
    return rows.length ? h("ol", { class: "lines" }, rows) : null;
  }

  #stepper(bill, at, line, count) {
    const less = step(count, -1);
    const last = bill.items.length - [...(this.#edits.get(bill.id)?.lines.values() ?? [])].filter((one) => one === null).length <= 1;
    const values = { name: line.name };
    const change = (value) => this.#edit(bill, at, value);
    return h("span", { class: "stepper", role: "group", "aria-label": t("bill.quantity", values) },
      h("button", { data: { focus: `less-${at}`, step: "less" }, "aria-label": less ? t("bill.less", values) : t("bill.remove", values), "aria-disabled": !less && last ? "true" : null, on: { click: () => (less || !last) && change(less) } }, less ? "−" : "×"),
      h("input", { type: "text", inputmode: "decimal", maxlength: 9, value: quantity(count), data: { focus: `count-${at}`, line: at }, "aria-label": t("bill.quantity", values), on: { change: (event) => this.#typed(bill, at, event.target.value), keydown: (event) => event.key === "Enter" && event.target.blur() } }),
      h("button", { data: { focus: `more-${at}`, step: "more" }, "aria-label": t("bill.more", values), on: { click: () => change(step(count, 1) ?? count) } }, "+"));
  }

  #typed(bill, at, text) {
    const value = parseQuantity(text);
    if (value) return this.#edit(bill, at, value);
    this.#note(bill.id, t("bill.bad_quantity"));
  }

  #edit(draft, at, value) {
    const edit = this.#edits.get(draft.id) ?? { lines: new Map(), timer: 0 };
    clearTimeout(edit.timer);
    edit.lines.set(at, value);
    edit.timer = setTimeout(() => this.#save(draft.id), SETTLE_MS);
    this.#edits.set(draft.id, edit);
    this.#note(draft.id, null);
  }

  async #save(id) {
    const draft = this.#drafts.get(id);
    const { lines } = this.#edits.get(id);
    let note = null;
    try {
      const { data } = await this.#session.request("PATCH", `/drafts/${id}`, { body: { items: itemsToSend(draft, lines) }, etag: `"${draft.version}"` });
      this.#know(data);
      announce(`${t("bill.total")} ${rupees(data.total_paise)}`);
    } catch (refused) {
      note = refused.status === 412 ? t("bill.changed") : refusalText(refused);
      if (refused.status === 412) await this.#look(id);
    }
    this.#edits.delete(id);
    this.#note(id, note);
  }

  #note(id, text) {
    if (text) {
      this.#notes.set(id, text);
      announce(text);
    } else this.#notes.delete(id);
    this.#renderCards();
  }

  #answers(draft) {
    const open = this.#question;
    return open && open.draft_id === draft.id && open.version === draft.version && open.until > Date.now() ? open : null;
  }

  async #confirm(draft) {
    const question = this.#answers(draft);
    if (question) return this.#reply(draft, question, true);
    await this.#act(draft, async () => {
      // One key for this state of this draft: a second thumb, or a try after a lost answer, issues the same bill.
      const { data } = await this.#session.request("POST", `/drafts/${draft.id}/confirm`, { key: `confirm-${draft.id}-${draft.version}` });
      this.#know({ ...draft, status: "confirmed", version: draft.version + 1 });
      this.dispatchEvent(new CustomEvent("issued", { detail: data }));
    });
  }

  async #cancel(draft) {
    const question = this.#answers(draft);
    if (question) return this.#reply(draft, question, false);
    await this.#act(draft, async () => {
      await this.#session.request("DELETE", `/drafts/${draft.id}`, { etag: `"${draft.version}"` });
      this.#know({ ...draft, status: "discarded", version: draft.version + 1 });
      this.dispatchEvent(new CustomEvent("discarded", { detail: { ...draft, name: this.#name(draft) ?? t("bill.no_customer") } }));
    });
  }

  #reply(draft, { token }, accept) {
    if (!this.#socket.send("CONFIRM", { accept, token })) return this.#note(draft.id, t("talk.no_line"));
    this.#question = null;
    this.#busy.add(draft.id);
    this.dispatchEvent(new Event("asked"));
    this.#note(draft.id, null);
    setTimeout(() => this.released(), 10_000);
  }

  /** The server answered (or will not): buttons work again. */
  released() {
    if (this.#busy.size === 0) return;
    this.#busy.clear();
    this.#renderCards();
  }

  async #act(draft, action) {
    this.#busy.add(draft.id);
    this.#note(draft.id, null);
    let note = null;
    try {
      await action();
    } catch (refused) {
      note = refusalText(refused);
      if ([404, 409, 412].includes(refused.status)) await this.#look(draft.id);
    }
    this.#busy.delete(draft.id);
    this.#note(draft.id, note);
    this.#renderList();
  }
}

const isOpen = (draft) => draft.status === undefined || draft.status === "open";

