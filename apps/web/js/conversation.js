// The conversation: what was heard, what Execora did, choices, questions, and taking back.

import { $, announce, h, icon, keep, kept, replace, stored } from "./dom.js";
import { money } from "./card.js";
import { current, has, refusalText, t } from "./i18n.js";
import { towards } from "./khata.js";
import { rupees } from "./money.js";
import { Results } from "./results.js";

const LOG = "execora.talk";
const LOG_MAX = 80;
const TURNS_MAX = 60;
const UNDO_MS = 10 * 60 * 1000;
const UNSURE = 0.8;
const ANSWERS = ["AFFIRM", "DENY", "SELECT_OPTION"];
const READS = /^(FETCH|LIST|TOTAL|DAILY|CHECK|SHOW|HELP|REPEAT|SWITCH|UNKNOWN)/;

/** Events: `answer` {text, language, turn}, `changed` when the books may have, `settled` when a turn came to its end. */
export class Conversation extends EventTarget {
  #socket;
  #bills;
  #names;
  #results;
  #turns = [];
  #interim = null;
  #tapped = null;
  #undoing = null;
  #log = kept(sessionStorage, LOG) ?? [];
  #quiet = false;
  /** Puts words into the text box to be corrected; set by the page. */
  edit = () => {};

  constructor({ socket, bills, names, timeZone }) {
    super();
    this.#socket = socket;
    this.#bills = bills;
    this.#names = names;
    this.#results = new Results({ bills, names, timeZone, card: (turn, draft) => this.#card(turn, draft), edit: (text) => this.edit(text) });
    bills.addEventListener("asked", () => this.#closeQuestions());
    bills.addEventListener("issued", ({ detail }) => this.#report({ text: t("bill.done_say", { number: detail.number, name: detail.buyer?.name ?? "", total: rupees(detail.total_paise) }), result: { kind: "invoice", invoice: detail } }));
    bills.addEventListener("discarded", ({ detail }) => this.#report({ text: t("bill.discard_say", { name: detail.name }) }));
    names.addEventListener("change", () => this.render());
    this.#stayAtTheEnd();
  }

  /** Shows again what was said in this tab before it was reloaded. */
  restore() {
    const before = this.#log;
    this.#log = [];
    this.#quiet = true;
    for (const message of before) {
      if (message.type === "MINE") this.mine(message.data);
      else this.receive(message);
    }
    this.#quiet = false;
    this.#scroll();
  }

  clear() {
    this.#turns = [];
    this.#log = [];
    keep(sessionStorage, LOG, null);
    replace($("#conversation"));
  }

  render() {
    for (const turn of this.#turns) this.#draw(turn);
  }

  /** A bubble for what a thumb or the keyboard said; the server's words about it join the same turn. */
  mine({ id, text, spoken }) {
    const turn = this.#turn({ entry: id, text, firm: true, spoken, sending: !this.#quiet });
    this.#remember({ type: "MINE", data: { id, text } });
    this.#draw(turn);
    return turn;
  }

  /** The line came and went: what is kept, and what nobody knows the fate of. */
  kept(entries, state) {
    for (const entry of entries) {
      const turn = this.#turns.find((one) => one.entry === entry.id) ?? this.mine(entry);
      turn.delivery = state;
      this.#draw(turn);
    }
  }

  interim(text) {
    this.#interim ??= this.#turn({});
    this.#interim.text = text;
    this.#draw(this.#interim);
  }

  /** Takes the grey words away when nothing came of them. */
  dropInterim() {
    const turn = this.#interim;
    this.#interim = null;
    if (!turn || turn.firm) return;
    turn.li.remove();
    this.#turns = this.#turns.filter((one) => one !== turn);
  }

  problem(text) {
    this.#draw(this.#turn({ refused: { message: text } }));
    announce(text);
  }

  receive(message) {
    const { type, data } = message;
    if (!this.#handlers[type]) return;
    if (type === "TRANSCRIPT" && !data.final) return this.interim(data.text);
    if (type === "ERROR" && data.code === "resume_gap") return;
    this.#remember({ type, data, timestamp: message.timestamp ?? new Date().toISOString(), entry: message.entry && { id: message.entry.id } });
    const turn = this.#find(message);
    turn.delivery = null;
    turn.sending = false;
    this.#handlers[type](turn, data, message);
    this.#draw(turn);
    if (type === "RESPONSE" || type === "ERROR") this.#settled(turn, type);
  }

  #handlers = {
    TRANSCRIPT: (turn, data) => {
      turn.text = data.text;
      turn.firm = true;
      turn.confidence = data.confidence;
      if (this.#interim === turn) this.#interim = null;
    },
    INTENT: (turn, data) => {
      turn.intent = data.intent;
      turn.certainty = data.confidence;
    },
    CLARIFY: (turn, data) => {
      this.#closeQuestions();
      turn.clarify = data;
      const until = Date.parse(data.expires_at) || Date.now() + 120_000;
      turn.open = until > Date.now();
      if (turn.open) setTimeout(() => turn.open && this.#expire(turn), Math.min(until - Date.now(), 2 ** 31 - 1));
      this.#names.learn(data.preview?.customer);
      const draft = data.preview?.draft;
      if (draft && turn.open) this.#bills.ask({ token: data.token, draft_id: draft.id, version: draft.version, until });
    },
    TASK: (turn, data) => {
      turn.tasks ??= new Map();
      turn.tasks.set(data.id, data.state);
    },
    RESPONSE_CHUNK: (turn, data) => {
      turn.chunk = (turn.chunk ?? "") + data.text;
    },
    RESPONSE: (turn, data, { timestamp }) => {
      turn.again = Boolean(turn.response);
      turn.response = data;
      turn.undo = data.undo_token && { token: data.undo_token, until: (Date.parse(timestamp) || Date.now()) + UNDO_MS };
      if (turn.undo) setTimeout(() => this.#draw(turn), Math.max(0, turn.undo.until - Date.now()) + 100);
      if (data.result?.kind === "undone") this.#undone();
      if (!turn.clarify && (ANSWERS.includes(turn.intent) || turn.tap || (turn.intent && !READS.test(turn.intent)))) this.#closeQuestions(turn);
    },
    ERROR: (turn, data) => {
      turn.refused = data;
      if (data.code.startsWith("clarify_")) this.#closeQuestions();
      if (data.code === "undo_expired" && this.#undoing) this.#undoing.undo = null;
      this.#undoing = null;
    },
  };

  #settled(turn, type) {
    this.#tapped = null;
    this.#interim = null;
    if (this.#quiet) return;
    this.#bills.released();
    if (type === "ERROR") announce(refusalText(turn.refused));
    else if (!turn.again) {
      announce([turn.response.text, this.#optionsText(turn)].filter(Boolean).join(" "));
      this.dispatchEvent(new CustomEvent("answer", { detail: { text: turn.response.text, language: turn.response.language ?? "en", spoken: turn.spoken || !turn.entry } }));
    }
    if (turn.response?.state === "done") this.dispatchEvent(new Event("changed"));
    this.dispatchEvent(new Event("settled"));
  }

  #find({ data, entry }) {
    const byTurn = data.turn_id && this.#turns.find((one) => one.turn_id === data.turn_id);
    let turn = byTurn || (entry && this.#turns.find((one) => one.entry === entry.id));
    turn ||= this.#interim && !this.#interim.turn_id ? this.#interim : null;
    turn ||= this.#tapped ?? this.#turn({});
    if (data.turn_id) turn.turn_id = data.turn_id;
    return turn;
  }

  #turn(fields) {
    const li = h("li");
    const turn = { li, cards: new Map(), text: "", ...fields };
    this.#turns.push(turn);
    $("#conversation").append(li);
    while (this.#turns.length > TURNS_MAX) this.#turns.shift().li.remove();
    return turn;
  }

  #report(response) {
    this.#draw(this.#turn({ response: { state: "done", language: current(), ...response } }));
    announce(response.text);
    this.dispatchEvent(new Event("changed"));
  }

  #closeQuestions(except) {
    this.#bills.ask(null);
    for (const turn of this.#turns) {
      if (!turn.open || turn === except) continue;
      turn.open = false;
      this.#draw(turn);
    }
  }

  #expire(turn) {
    this.#closeQuestions();
    turn.lapsed = true;
    this.#draw(turn);
  }

  #undone() {
    const turn = this.#undoing ?? this.#turns.findLast((one) => one.undo && !one.undo.used);
    if (turn?.undo) turn.undo = { ...turn.undo, used: true, busy: false };
    this.#undoing = null;
    if (turn) this.#draw(turn);
  }

  /* drawing */

  #draw(turn) {
    replace(turn.li, this.#mineBubble(turn), this.#theirBubble(turn));
    $("#hello").hidden = this.#turns.some((one) => one.text || one.response);
    this.#scroll();
  }

  #mineBubble(turn) {
    if (!turn.text) return null;
    const doubtful = turn.firm && (turn.confidence < UNSURE || turn.certainty < UNSURE || turn.response?.state === "failed");
    const waiting = { kept: t("talk.kept"), unsure: t("talk.unsure") }[turn.delivery] ?? (turn.sending ? t("talk.sending") : "");
    return [
      h("p", { class: `bubble mine${turn.firm ? "" : " interim"}`, dir: "auto" }, h("span", { class: "sr" }, `${t("talk.you_said")}: `), h("span", { translate: "no" }, turn.text)),
      h("p", { class: "meta" }, waiting,
        turn.delivery === "unsure" ? [button("talk.again", "again", () => this.#again(turn)), button("talk.drop", "drop", () => this.#drop(turn))] : null,
        doubtful && !turn.tap ? button("talk.edit", "edit", () => this.edit(turn.text), "edit") : null),
    ];
  }

  #again(turn) {
    if (this.#socket.sendAgain(turn.entry)) Object.assign(turn, { delivery: null, sending: true });
    this.#draw(turn);
  }

  #drop(turn) {
    this.#socket.forgetText(turn.entry);
    turn.delivery = null;
    this.#draw(turn);
  }

  #theirBubble(turn) {
    const { response, clarify, refused } = turn;
    if (refused) return h("div", { class: "bubble theirs problem" }, h("p", {}, refusalText(refused)));
    if (!response && !clarify && !turn.chunk && !(turn.tasks?.size > 1)) return null;
    const text = this.#listed(turn) ? clarify.prompt : response?.text ?? turn.chunk ?? clarify?.prompt;
    const said = [
      text ? h("p", { lang: response?.language ?? null, dir: "auto", class: response || clarify ? null : "typing" }, text) : null,
      turn.tasks?.size > 1 ? h("p", { class: "fine" }, t("result.tasks", { done: [...turn.tasks.values()].filter((one) => one === "completed").length, all: turn.tasks.size })) : null,
    ].filter(Boolean);
    const below = [response?.result ? this.#results.show(response.result, turn, response.state) : null, clarify ? this.#question(turn) : null, turn.undo ? this.#undoButton(turn) : null].flat(3).filter(Boolean);
    return [
      said.length ? h("div", { class: `bubble theirs${response?.state === "failed" ? " problem" : ""}`, data: { state: response?.state ?? "" } }, said) : null,
      below.length ? h("div", { class: "below" }, below) : null,
    ];
  }

  /** Whether the answer reads out what is shown below it as buttons: then the question alone is enough to look at. */
  #listed({ response, clarify, open, chosen }) {
    return Boolean((open || chosen) && clarify?.options?.length && clarify.prompt && response?.text.startsWith(clarify.prompt));
  }

  #question(turn) {
    const { clarify, open, lapsed } = turn;
    const parts = clarify.prompt && turn.response && !turn.response.text.includes(clarify.prompt) ? [h("p", { dir: "auto" }, clarify.prompt)] : [];
    if (lapsed) parts.push(h("p", { class: "fine" }, t("choose.expired")));
    if (clarify.kind === "confirm") parts.push(...this.#preview(turn));
    else if (clarify.options?.length && (open || turn.chosen)) parts.push(this.#choices(turn));
    return parts;
  }

  #preview(turn) {
    const { token } = turn.clarify;
    const preview = turn.clarify.preview ?? {};
    if (preview.draft) return turn.cards.has(preview.draft.id) ? [] : [this.#card(turn, preview.draft)];
    const sum = Number.isInteger(preview.amount_paise) ? h("div", { class: "figure" }, preview.customer?.name ? stored(preview.customer.name, "who") : null, money(preview.amount_paise)) : null;
    if (!turn.open) return [sum];
    const reply = (accept) => {
      if (!this.#socket.send("CONFIRM", { accept, token })) return this.problem(t("talk.no_line"));
      this.#tap(turn, t(accept ? "bill.confirm" : "bill.cancel"));
    };
    return [sum, h("div", { class: "actions" },
      h("button", { class: "no", data: { action: "cancel", focus: "cancel" }, on: { click: () => reply(false) } }, icon("cross"), t("bill.cancel")),
      h("button", { class: "yes", data: { action: "confirm", focus: "confirm" }, on: { click: () => reply(true) } }, icon("check"), t("bill.confirm")))];
  }

  #choices(turn) {
    const pick = (option) => {
      if (!turn.open) return;
      if (!this.#socket.send("SELECT_INTENT", { option: option.index })) return this.problem(t("talk.no_line"));
      turn.chosen = option.index;
      this.#tap(turn, option.value?.name ?? option.label);
    };
    return h("div", { class: "choices", role: "group", "aria-label": t("choose.title") }, turn.clarify.options.map((option) => {
      const { name, detail, side } = this.#option(option);
      return h("button", { class: "choice", data: { option: option.index, focus: `option-${option.index}`, ...(turn.chosen === option.index ? { chosen: "" } : {}) }, "aria-disabled": turn.open ? null : "true", on: { click: () => pick(option) } },
        h("span", { class: "ordinal" }, h("b", {}, option.index), has(`choose.${option.index}`) ? t(`choose.${option.index}`) : ""),
        h("span", {}, stored(name, "choice-name"), detail ? h("span", { class: "fine" }, h("br"), detail) : null),
        side ? h("span", { class: "choice-side" }, side) : null);
    }));
  }

  #option({ label, value: told }) {
    const value = told ?? {};
    if (value.customer_id && !value.items) {
      this.#names.learn(value);
      const digits = value.phone_last4 ? t("choose.phone", { digits: value.phone_last4 }) : null;
      const detail = [value.landmark ? stored(value.landmark) : null, value.landmark && digits ? " · " : null, digits].filter(Boolean);
      return { name: value.name, detail: detail.length ? detail : null, side: Number.isInteger(value.balance_paise) ? [money(Math.abs(value.balance_paise)), towards(value.balance_paise)] : null };
    }
    if (value.items) return { name: this.#names.of(value.customer_id) ?? label, detail: null, side: [money(value.total_paise)] };
    if (value.product_id) return { name: value.name, detail: null, side: Number.isInteger(value.price_paise) ? [h("span", {}, t("result.price", { price: rupees(value.price_paise), unit: value.unit }))] : null };
    return { name: label, detail: null, side: null };
  }

  #optionsText({ clarify, open, response }) {
    if (!open || !clarify?.options?.length || response.text.includes(clarify.options[0].label)) return "";
    return clarify.options.map((option) => `${option.index}: ${option.label ?? option.value?.name ?? ""}`).join(", ");
  }

  /** A tapped answer is a line of the conversation like a spoken one. */
  #tap(turn, text) {
    turn.open = false;
    this.#bills.ask(null);
    this.#draw(turn);
    this.#tapped = this.#turn({ text, firm: true, tap: true, sending: true });
    this.#draw(this.#tapped);
    this.dispatchEvent(new Event("tapped"));
  }

  #undoButton(turn) {
    const { undo } = turn;
    if (undo.used) return h("p", { class: "fine" }, icon("undo"), ` ${t("common.undone")}`);
    if (undo.until < Date.now()) return null;
    return h("button", { class: "small-button", data: { action: "undo", focus: "undo" }, "aria-disabled": undo.busy ? "true" : null, on: { click: () => {
      if (undo.busy) return;
      if (!this.#socket.send("UNDO", { token: undo.token })) return this.problem(t("talk.no_line"));
      undo.busy = true;
      this.#undoing = turn;
      this.#draw(turn);
      this.dispatchEvent(new Event("tapped"));
      setTimeout(() => { undo.busy = false; this.#draw(turn); }, 8000);
    } } }, icon("undo"), t(undo.busy ? "common.undoing" : "common.undo"));
  }

  #card(turn, draft) {
    if (!turn.cards.has(draft.id)) turn.cards.set(draft.id, this.#bills.card(draft));
    return turn.cards.get(draft.id);
  }

  #scroll() {
    const place = $("#talk-scroll");
    place.scrollTop = place.scrollHeight;
  }

  /** A keyboard that slides in, or a turned phone, does not cover what was said last. */
  #stayAtTheEnd() {
    const place = $("#talk-scroll");
    let atEnd = true;
    let size = "";
    const measure = () => `${place.clientWidth} ${place.clientHeight}`;
    place.addEventListener("scroll", () => {
      // What moves while the size changes was moved by nobody.
      if (measure() === size) atEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 40;
    }, { passive: true });
    new ResizeObserver(() => {
      size = measure();
      if (atEnd) this.#scroll();
    }).observe(place);
  }

  #remember(message) {
    this.#log = [...this.#log, message].slice(-LOG_MAX);
    keep(sessionStorage, LOG, this.#log);
  }
}

function button(key, focus, click, shape) {
  return h("button", { class: "small-button", data: { action: focus, focus }, on: { click } }, shape ? icon(shape) : null, t(key));
}
