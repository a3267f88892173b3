// The voice socket: tickets, back-off, RESUME, and texts kept until the server has answered them.

import { keep, kept, uuid } from "./dom.js";

const PROTOCOL = "execora.v1";
const PLACE = "execora.session";
const UNSENT = "execora.unsent";
const KEPT_TEXTS = 20;
const BACK_OFF_MS = [300, 1000, 2000, 4000, 8000, 15_000];
const PING_MS = 25_000;
const RESUME_MS = 4000;
const RESEND_MS = 600;

/**
 * Events: `status` {state, retry_in?}, `message` {type, data, seq, timestamp, entry?}, `audio` ArrayBuffer,
 * `start` VOICE_START data, `unsure` the entries that may or may not have arrived.
 */
export class VoiceSocket extends EventTarget {
  #session;
  #socket = null;
  #wanted = false;
  #attempt = 0;
  #timer = 0;
  #ping = 0;
  #silence = 0;
  #resend = 0;
  #ready = false;
  #resuming = null;
  #place = kept(sessionStorage, PLACE) ?? { session_id: null, last_seq: 0 };
  #unsent = (kept(sessionStorage, UNSENT) ?? []).map((one) => ({ ...one, lost: one.sent > 0 }));

  constructor(session) {
    super();
    this.#session = session;
    addEventListener("online", () => this.retryNow());
    addEventListener("offline", () => this.#socket?.close());
    document.addEventListener("visibilitychange", () => document.hidden || this.retryNow());
  }

  get online() {
    return this.#ready;
  }

  get unsent() {
    return this.#unsent;
  }

  start() {
    this.#wanted = true;
    this.#connect();
  }

  /** Says goodbye and forgets the place, for signing out. */
  stop() {
    this.send("DISCONNECT", {});
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#socket?.close(1000);
    this.#place = { session_id: null, last_seq: 0 };
    this.#unsent = [];
    keep(sessionStorage, PLACE, null);
    keep(sessionStorage, UNSENT, null);
  }

  retryNow() {
    if (!this.#wanted || this.#socket) return;
    this.#attempt = 0;
    this.#connect();
  }

  send(type, data) {
    if (!this.#ready) return false;
    this.#write(type, data);
    return true;
  }

  sendAudio(buffer) {
    // A slow line must not pile up sound in memory: past a second or two of it, frames are dropped.
    if (this.#ready && this.#socket.bufferedAmount < 256 * 1024) this.#socket.send(buffer);
  }

  /** Sends a command by text; without a line it is kept and sent once there is one, under the same id. */
  say(text, extra = {}) {
    const entry = { id: uuid(), text, sent: 0, ...extra };
    this.#unsent = [...this.#unsent, entry].slice(-KEPT_TEXTS);
    if (this.#ready) this.#deliver(entry);
    this.#saveUnsent();
    return entry;
  }

  /** The person decided about a text nobody knows the fate of. */
  sendAgain(id) {
    const entry = this.#unsent.find((one) => one.id === id);
    if (entry && this.#ready) this.#deliver(entry);
    this.#saveUnsent();
    return Boolean(entry && this.#ready);
  }

  forgetText(id) {
    this.#unsent = this.#unsent.filter((one) => one.id !== id);
    this.#saveUnsent();
  }

  async #connect() {
    clearTimeout(this.#timer);
    if (!this.#wanted || this.#socket) return;
    this.#socket = { close() {}, bufferedAmount: 0 };
    this.#status("connecting");
    let ticket;
    try {
      ({ data: ticket } = await this.#session.request("POST", "/ws-tickets"));
    } catch (refused) {
      this.#socket = null;
      if (this.#session.signedIn) this.#later(refused.status === 0 ? "offline" : "waiting");
      return;
    }
    if (!this.#wanted) {
      this.#socket = null;
      return;
    }
    this.#open(ticket);
  }

  #open({ ticket, url }) {
    // Only this page's own server: the path may be the server's choice, the host is not.
    const target = new URL(url || "/ws", location.href);
    target.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    target.host = location.host;
    const socket = new WebSocket(target, [PROTOCOL, `bearer.${ticket.replace(/=+$/, "")}`]);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    socket.onopen = () => {
      this.#silence = Date.now();
      this.#ping = setInterval(() => this.#beat(socket), PING_MS);
      if (!this.#place.session_id) return;
      this.#resuming = { fresh: null, timer: setTimeout(() => this.#settle(), RESUME_MS) };
      this.#write("RESUME", this.#place);
    };
    socket.onmessage = ({ data }) => {
      this.#silence = Date.now();
      if (typeof data === "string") this.#receive(data);
      else this.dispatchEvent(new CustomEvent("audio", { detail: data }));
    };
    socket.onclose = ({ code }) => this.#closed(socket, code);
  }

  #beat(socket) {
    // A line that says nothing at all, not even PONG, for two beats is a dead one.
    if (Date.now() - this.#silence > PING_MS * 2.2) return socket.close();
    if (this.#ready && !document.hidden) this.#write("PING", {});
  }

  #closed(socket, code) {
    if (socket !== this.#socket) return;
    clearInterval(this.#ping);
    clearTimeout(this.#resuming?.timer);
    clearTimeout(this.#resend);
    this.#socket = null;
    this.#ready = false;
    this.#resuming = null;
    for (const entry of this.#unsent) entry.lost = entry.sent > 0;
    if (!this.#wanted) return;
    if (code === 4429) this.#attempt = BACK_OFF_MS.length;
    if (code === 1008) {
      // The token may be spent or revoked: new tokens first, and without them the sign-in page comes.
      this.#status("waiting");
      this.#session.refresh().then(() => this.#later("waiting"), () => this.#session.signedIn && this.#later("waiting"));
      return;
    }
    this.#later(navigator.onLine === false ? "offline" : "waiting");
  }

  #later(state) {
    const base = BACK_OFF_MS[Math.min(this.#attempt, BACK_OFF_MS.length - 1)];
    const delay = base * (0.75 + Math.random() * 0.5);
    this.#attempt += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), delay);
    this.#status(state, delay);
  }

  #status(state, retry_in) {
    this.dispatchEvent(new CustomEvent("status", { detail: { state, retry_in } }));
  }

  #write(type, data) {
    this.#socket.send(JSON.stringify({ type, data }));
  }

  #receive(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    const { type, data = {}, seq } = message;
    if (type === "VOICE_START") return this.#begin(data, seq);
    if (type === "ERROR" && data.code === "resume_gap") this.#gap();
    if (!this.#resuming && Number.isInteger(seq)) {
      if (seq <= this.#place.last_seq) return;
      this.#place.last_seq = seq;
      keep(sessionStorage, PLACE, this.#place);
    }
    if (type === "PONG") return;
    const entry = this.#match(type, data);
    this.dispatchEvent(new CustomEvent("message", { detail: { ...message, data, entry } }));
    if (type === "RESPONSE" && entry) this.forgetText(entry.id);
  }

  #begin(data, seq) {
    // An earlier greeting among the missed messages says nothing new.
    if (this.#ready) return;
    if (this.#resuming && !data.resumed) {
      // The greeting of a new session; it counts only if the old one cannot be had back.
      this.#resuming.fresh = { data, seq };
      return;
    }
    clearTimeout(this.#resuming?.timer);
    this.#resuming = null;
    const same = data.resumed || data.session_id === this.#place.session_id;
    this.#place = { session_id: data.session_id, last_seq: same ? this.#place.last_seq : seq ?? 0 };
    keep(sessionStorage, PLACE, this.#place);
    this.#live(data, same);
  }

  /** What was missed is lost: with it the fate of what had been sent, and the old session if it was not greeted again. */
  #gap() {
    if (this.#resuming) return this.#settle();
    clearTimeout(this.#resend);
    this.#unsure();
  }

  /** The old session is gone: go on in the new one. */
  #settle() {
    const { fresh, timer } = this.#resuming ?? {};
    clearTimeout(timer);
    this.#resuming = null;
    if (!fresh) return;
    this.#place = { session_id: fresh.data.session_id, last_seq: fresh.seq ?? 0 };
    keep(sessionStorage, PLACE, this.#place);
    this.#live(fresh.data, false);
  }

  #live(data, same) {
    this.#ready = true;
    this.#attempt = 0;
    this.dispatchEvent(new CustomEvent("start", { detail: { ...data, resumed: same } }));
    this.#status("online");
    this.#unsent.filter((one) => one.sent === 0).forEach((one) => this.#deliver(one));
    this.#saveUnsent();
    if (!same) return this.#unsure();
    // Missed answers come first; what is still unanswered then goes out once more, under its id.
    this.#resend = setTimeout(() => {
      if (!this.#ready) return;
      this.#unsent.filter((one) => one.lost && one.sent === 1).forEach((one) => this.#deliver(one));
      this.#unsure();
      this.#saveUnsent();
    }, RESEND_MS);
  }

  #unsure() {
    const unsure = this.#unsent.filter((one) => one.lost);
    if (unsure.length) this.dispatchEvent(new CustomEvent("unsure", { detail: unsure }));
  }

  #deliver(entry) {
    entry.sent += 1;
    entry.lost = false;
    this.#write("TEXT", { text: entry.text, id: entry.id });
  }

  /** Which kept text a message is about, by id, by turn, or by its words when neither is told. */
  #match(type, data) {
    if (!["TRANSCRIPT", "INTENT", "CLARIFY", "RESPONSE", "TASK", "ERROR"].includes(type)) return undefined;
    const sent = this.#unsent.filter((one) => one.sent > 0);
    const known = sent.find((one) => one.id === data.id || one.id === data.turn_id || (one.turn && one.turn === data.turn_id));
    if (known) return this.#bind(known, data);
    if (type === "TRANSCRIPT" && data.final) {
      const same = sent.find((one) => !one.turn && one.text.trim() === String(data.text).trim());
      return same && this.#bind(same, data);
    }
    return undefined;
  }

  #bind(entry, data) {
    if (data.turn_id && !entry.turn) {
      entry.turn = data.turn_id;
      this.#saveUnsent();
    }
    return entry;
  }

  #saveUnsent() {
    keep(sessionStorage, UNSENT, this.#unsent.length ? this.#unsent : null);
  }
}
