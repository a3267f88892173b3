// Puts the page together: sign-in, the three places, and the talk button with its five states.

import { Bills } from "./bills.js";
import { Conversation } from "./conversation.js";
import { $, announce, h, keep, kept, replace } from "./dom.js";
import { chosen, current, has, onLanguage, setLanguage, t, translatePage } from "./i18n.js";
import { Khata, Names } from "./khata.js";
import { Microphone } from "./microphone.js";
import { Session } from "./session.js";
import { VoiceSocket } from "./socket.js";
import { BrowserEars, BrowserVoice, Player } from "./speech.js";

const HOLD_MS = 400;
const ANSWER_MS = 20_000;
const NOTHING_MS = 7000;
const CONFIDENT = 0.7;
const ALOUD = "execora.aloud";
const PLACES = ["talk", "bills", "khata"];
const ICONS = { ready: "mic", listening: "wave", thinking: "dots", speaking: "sound", unavailable: "mic-off" };

let shop = {};
const timeZone = () => shop.time_zone ?? "Asia/Kolkata";
const session = new Session();
const socket = new VoiceSocket(session);
const names = new Names(session);
const bills = new Bills({ session, socket, names, timeZone });
const khata = new Khata({ session, names });
const conversation = new Conversation({ socket, bills, names, timeZone });
const microphone = new Microphone();
const player = new Player();
const voice = new BrowserVoice();
const ears = new BrowserEars();

/* the talk button */

const talk = { pressed: 0, opening: false, listening: false, thinking: 0, spoke: false, blocked: null, limit: 0, net: "connecting", server: null };

function state() {
  if (talk.listening) return "listening";
  if (player.playing || voice.playing) return "speaking";
  if (talk.thinking) return "thinking";
  return reason() ? "unavailable" : "ready";
}

/** Why one cannot talk now, as the last part of a `hint.` key. */
function reason() {
  if (talk.net !== "online") return talk.net === "connecting" ? "connecting" : "offline";
  if (talk.blocked) return talk.blocked;
  if (!hearsByBrowser()) return Microphone.possible ? null : isSecureContext ? "no_microphone" : "insecure";
  return BrowserEars.possible ? null : "no_recogniser";
}

const hearsByBrowser = () => ["browser", "none"].includes(talk.server?.speech_to_text);
const speaksByServer = () => !["browser", "none", undefined, null].includes(talk.server?.text_to_speech);
const aloud = () => kept(localStorage, ALOUD) !== false;

function showState() {
  const now = state();
  for (const element of [$("#state"), $("#talk")]) element.dataset.state = now;
  $("#state").textContent = t(`state.${now}`);
  $("#hint").textContent = `– ${t(`hint.${talk.opening ? "starting" : now === "unavailable" ? reason() : now}`)}`;
  $("#talk use").setAttribute("href", `#i-${ICONS[now]}`);
  $("#talk").setAttribute("aria-pressed", String(talk.listening));
  showConnection();
}

function showConnection() {
  const parts = [t(`net.${talk.net}`)];
  if (talk.net === "online") {
    const by = (who) => (has(`by.${who}`) ? t(`by.${who}`) : who);
    const hears = hearsByBrowser() ? (BrowserEars.possible ? "browser" : "none") : talk.server.speech_to_text;
    const speaks = !aloud() ? "off" : speaksByServer() ? talk.server.text_to_speech : voice.available ? "browser" : "none";
    if (hears === speaks) parts.push(t("net.both", { who: by(hears) }));
    else parts.push(t("net.hears", { who: by(hears) }), t("net.speaks", { who: by(speaks) }));
  }
  $("#connection").dataset.state = talk.net;
  $("#connection-text").textContent = parts.join(" · ");
}

function think() {
  clearTimeout(talk.thinking);
  talk.thinking = setTimeout(() => {
    settled();
    conversation.problem(t("talk.slow"));
  }, ANSWER_MS);
  showState();
}

function settled() {
  clearTimeout(talk.thinking);
  talk.thinking = 0;
  showState();
}

async function listen() {
  if (talk.listening || talk.opening) return;
  if (talk.net !== "online") return socket.retryNow();
  talk.blocked = null;
  talk.opening = true;
  talk.spoke = true;
  showState();
  try {
    if (hearsByBrowser()) listenInBrowser();
    else await listenHere();
  } catch (error) {
    talk.opening = talk.listening = false;
    talk.blocked = has(`hint.${error.reason}`) ? error.reason : "no_microphone";
    announce(t(`hint.${talk.blocked}`));
  }
  showState();
}

async function listenHere() {
  const frames = [];
  const rate = await microphone.start({
    onFrame: (frame) => (talk.listening ? socket.sendAudio(frame) : frames.push(frame)),
    onLevel: (level) => $("#talk").style.setProperty("--level", level.toFixed(2)),
    onLost: () => hush(),
  });
  talk.opening = false;
  const speak = !aloud() ? "none" : speaksByServer() ? "server" : voice.available ? "browser" : "none";
  const start = { encoding: "linear16", sample_rate: rate, channels: 1, speak };
  if (speak === "server") start.speech_format = "pcm16";
  if (chosen()) start.language = current();
  if (!socket.send("START_AUDIO", start)) return microphone.stop();
  talk.listening = true;
  frames.forEach((frame) => socket.sendAudio(frame));
  talk.limit = setTimeout(hush, (talk.server.limits?.utterance_seconds ?? 60) * 1000);
  // Held only while the microphone was still opening: the thumb is gone, and so is what it would have said.
  if (talk.pressed === -1) await hush();
}

function listenInBrowser() {
  let text = "";
  let sure = 1;
  ears.start({
    language: current(),
    onStart: () => {
      talk.opening = false;
      talk.listening = true;
      showState();
    },
    onInterim: (words) => conversation.interim(words),
    onFinal: (words, confidence) => {
      text = words;
      sure = confidence || 1;
    },
    onEnd: (failure) => {
      talk.opening = talk.listening = false;
      conversation.dropInterim();
      if (failure && !["no-speech", "aborted"].includes(failure)) talk.blocked = failure === "not-allowed" ? "denied" : "browser_failed";
      if (text && sure < CONFIDENT) edit(text);
      else if (text) say(text, true);
      else announce(t(talk.blocked ? `hint.${talk.blocked}` : "talk.nothing"));
      showState();
    },
  });
}

/** Ends the utterance; its answer is on the way. */
async function hush() {
  if (ears.running) return ears.stop();
  if (!talk.listening) return;
  clearTimeout(talk.limit);
  await microphone.stop();
  talk.listening = false;
  $("#talk").style.setProperty("--level", "0");
  if (socket.send("STOP_AUDIO", {})) {
    think();
    talk.nothing = setTimeout(() => {
      settled();
      conversation.dropInterim();
      conversation.problem(t("talk.nothing"));
    }, NOTHING_MS);
  }
  showState();
}

function interrupt() {
  if (!player.playing && !voice.playing) return false;
  player.stop();
  voice.stop();
  socket.send("INTERRUPT", {});
  showState();
  return true;
}

function press() {
  player.unlock();
  if (talk.pressed > 0) return;
  const stopping = talk.listening;
  const interrupted = interrupt();
  talk.pressed = Date.now();
  talk.stopping = stopping;
  talk.interrupted = interrupted;
  if (stopping) return;
  // A tap while it speaks only interrupts; a hold goes on to talk.
  if (interrupted) setTimeout(() => talk.pressed > 0 && talk.interrupted && listen(), HOLD_MS);
  else listen();
}

function release() {
  if (talk.pressed <= 0) return;
  const held = Date.now() - talk.pressed > HOLD_MS;
  talk.pressed = 0;
  if (talk.stopping) return hush();
  if (!held || (talk.interrupted && !talk.listening && !talk.opening)) return;
  if (talk.opening && !hearsByBrowser()) talk.pressed = -1;
  else hush();
}

function watchTalkButton() {
  const button = $("#talk");
  button.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    button.setPointerCapture(event.pointerId);
    press();
  });
  for (const end of ["pointerup", "pointercancel"]) button.addEventListener(end, release);
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  // Clicks that no pointer made come from assistive technology and from Enter: a tap.
  button.addEventListener("click", (event) => {
    if (event.detail !== 0 || event.pointerType) return;
    press();
    talk.pressed = talk.pressed > 0 ? Date.now() : talk.pressed;
    release();
  });
  const mayTalk = (target) => target === document.body || target === button || target.tabIndex === -1;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape(event);
    if (event.code !== "Space" || !mayTalk(event.target) || !$("#gate").hidden) return;
    event.preventDefault();
    if (!event.repeat) press();
  });
  addEventListener("keyup", (event) => {
    if (event.code !== "Space" || (talk.pressed <= 0 && event.target !== button)) return;
    event.preventDefault();
    release();
  });
  addEventListener("blur", release);
}

function escape(event) {
  if ($("#menu").open) {
    $("#menu").open = false;
    $("#menu summary").focus();
  } else if (interrupt() || !talk.listening) return;
  else hush();
  event.preventDefault();
}

/* what is written */

function say(text, spoken = false) {
  talk.spoke = spoken;
  const entry = socket.say(text, spoken ? { spoken } : {});
  conversation.mine(entry);
  if (socket.online) think();
  else conversation.kept([entry], "kept");
}

function edit(text) {
  showPlace("talk");
  const box = $("#say");
  box.value = text;
  box.focus();
  box.setSelectionRange(text.length, text.length);
}

function watchComposer() {
  $("#composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = $("#say").value.trim();
    if (!text) return $("#say").focus();
    player.unlock();
    $("#say").value = "";
    say(text);
  });
  conversation.edit = edit;
}

function showExamples() {
  replace($("#examples"), [1, 2, 3].map((n) => h("li", {}, h("button", { type: "button", data: { focus: n }, on: { click: () => edit(t(`hello.${n}`)) } }, t(`hello.${n}`)))));
}

/* the socket's news */

function watchSocket() {
  socket.addEventListener("status", ({ detail }) => {
    talk.net = detail.state;
    if (detail.state !== "online") {
      if (talk.listening) {
        talk.listening = false;
        microphone.stop();
      }
      player.stop();
      settled();
      conversation.kept(socket.unsent.filter((one) => one.sent === 0), "kept");
    }
    showState();
  });
  socket.addEventListener("start", ({ detail }) => {
    talk.server = detail;
    talk.blocked = null;
    conversation.kept(socket.unsent, null);
    if (chosen() && !detail.resumed) socket.send("SET_LANGUAGE", { language: current() });
    if (socket.unsent.length) think();
    khata.invalidate();
    bills.invalidate();
    showState();
  });
  socket.addEventListener("unsure", ({ detail }) => {
    settled();
    conversation.kept(detail, "unsure");
  });
  socket.addEventListener("audio", ({ detail }) => player.push(detail));
  socket.addEventListener("message", ({ detail }) => receive(detail));
}

function receive(message) {
  const { type, data } = message;
  if (["TRANSCRIPT", "INTENT", "RESPONSE", "CLARIFY"].includes(type)) clearTimeout(talk.nothing);
  if (type === "TRANSCRIPT" && data.final && talk.listening && talk.pressed === 0 && !message.entry) hush().then(() => clearTimeout(talk.nothing));
  if (type === "DRAFTS") bills.set(data);
  if (type === "AUDIO_BEGIN" && aloud()) player.begin(data);
  if (type === "AUDIO_END") player.end(data);
  if (type === "LANGUAGE_CHANGED" && ["en", "hi"].includes(data.language)) setLanguage(data.language);
  if (type === "ERROR") clearTimeout(talk.nothing);
  conversation.receive(message);
}

function watchConversation() {
  conversation.addEventListener("settled", settled);
  conversation.addEventListener("tapped", think);
  bills.addEventListener("asked", think);
  conversation.addEventListener("changed", () => {
    khata.invalidate();
    bills.invalidate();
  });
  conversation.addEventListener("answer", ({ detail }) => {
    if (aloud() && !speaksByServer() && talk.spoke) voice.speak(detail.text, detail.language);
  });
  for (const source of [player, voice]) source.addEventListener("change", showState);
}

/* places: tabs when one fits, columns when all three do */

const wide = matchMedia("(min-width: 1100px)");

function showPlace(name, focus = false) {
  for (const place of PLACES) {
    const here = place === name;
    const tab = $(`#tab-${place}`);
    const panel = $(`#place-${place}`);
    panel.toggleAttribute("data-away", !here);
    if (wide.matches) continue;
    tab.setAttribute("aria-selected", String(here));
    tab.tabIndex = here ? 0 : -1;
  }
  if (name === "bills") bills.shown();
  if (name === "khata") khata.shown();
  if (focus && wide.matches) $(`#${name}-scroll`).focus();
}

function layOut() {
  const columns = wide.matches;
  columns ? $("#tabs").setAttribute("role", "group") : $("#tabs").setAttribute("role", "tablist");
  const here = PLACES.find((place) => !$(`#place-${place}`).hasAttribute("data-away")) ?? "talk";
  for (const place of PLACES) {
    const tab = $(`#tab-${place}`);
    const panel = $(`#place-${place}`);
    for (const [element, role] of [[tab, "tab"], [panel, "tabpanel"]]) columns ? element.removeAttribute("role") : element.setAttribute("role", role);
    tab.setAttribute("aria-controls", panel.id);
    if (!columns) continue;
    tab.removeAttribute("aria-selected");
    tab.removeAttribute("tabindex");
  }
  showPlace(here);
  if (columns && session.signedIn) {
    bills.shown();
    khata.shown();
  }
}

function watchPlaces() {
  for (const place of PLACES) $(`#tab-${place}`).addEventListener("click", () => showPlace(place, true));
  $("#tabs").addEventListener("keydown", (event) => {
    const at = PLACES.findIndex((place) => event.target.id === `tab-${place}`);
    const move = { ArrowRight: at + 1, ArrowLeft: at + 2, Home: 0, End: 2 }[event.key];
    if (wide.matches || move === undefined || at < 0) return;
    event.preventDefault();
    const next = PLACES[move % 3];
    showPlace(next);
    $(`#tab-${next}`).focus();
  });
  wide.addEventListener("change", layOut);
  layOut();
}

/* menu and language */

function watchMenu() {
  const button = $("#language");
  const name = () => {
    const other = current() === "en" ? "hi" : "en";
    button.lang = other;
    button.textContent = other === "hi" ? "हिन्दी" : "English";
  };
  button.addEventListener("click", () => {
    setLanguage(current() === "en" ? "hi" : "en");
    socket.send("SET_LANGUAGE", { language: current() });
  });
  onLanguage(() => {
    name();
    showExamples();
    showState();
    bills.render();
    khata.render();
    conversation.render();
  });
  name();
  const speak = $("#aloud");
  speak.setAttribute("aria-pressed", String(aloud()));
  speak.addEventListener("click", () => {
    keep(localStorage, ALOUD, !aloud());
    speak.setAttribute("aria-pressed", String(aloud()));
    if (!aloud()) interrupt();
    showState();
  });
  $("#sign-out").addEventListener("click", () => {
    $("#menu").open = false;
    session.signOut();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (!$("#menu").contains(target)) $("#menu").open = false;
  });
}

/* getting in */

function showGate(key) {
  for (const id of ["places", "tabs"]) $(`#${id}`).hidden = true;
  $("#connection").hidden = $("#menu").hidden = true;
  const gate = $("#gate");
  gate.hidden = false;
  $("#gate-reason").textContent = t(key);
  $("#gate-title").focus();
}

async function enter(code) {
  try {
    if (code) await session.exchange(code);
  } catch (refused) {
    // A link opened a second time in a tab that is already signed in does no harm.
    if (!session.signedIn) {
      if (refused.status === 0) $("#gate-code").value = code;
      return showGate(refused.status === 0 ? "gate.offline" : refused.status === 429 ? "gate.busy" : "gate.used");
    }
  }
  if (!session.signedIn) return showGate("gate.over");
  $("#gate").hidden = true;
  for (const id of ["places", "tabs", "connection", "menu"]) $(`#${id}`).hidden = false;
  nameShop(session.tenant);
  conversation.restore();
  socket.start();
  layOut();
}

function nameShop(tenant) {
  shop = { ...shop, ...tenant };
  if (!shop.name) return;
  $("#shop").textContent = shop.name;
  document.title = `${shop.name} – Execora`;
}

function watchSession() {
  session.addEventListener("signed-out", () => {
    socket.stop();
    microphone.release();
    conversation.clear();
    location.reload();
  });
  $("#gate-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = $("#gate-code").value.trim();
    if (!text) return $("#gate-code").focus();
    $("#gate-code").value = "";
    enter(text.includes("sign_in=") ? new URLSearchParams(text.slice(text.indexOf("sign_in="))).get("sign_in") : text);
  });
  addEventListener("hashchange", () => {
    const code = Session.codeFromAddress();
    if (code && session.signedIn) session.exchange(code).catch(() => {}).finally(() => location.reload());
    else if (code) enter(code);
  });
}

const code = Session.codeFromAddress();
translatePage();
watchTalkButton();
watchComposer();
watchSocket();
watchConversation();
watchPlaces();
watchMenu();
watchSession();
showExamples();
showState();
enter(code);
