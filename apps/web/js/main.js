// Puts the page together: sign-in, the text box, the socket's news, the three places.

import { Bills } from "./bills.js";
import { Conversation } from "./conversation.js";
import { $, h, keep, kept, replace } from "./dom.js";
import { chosen, current, onLanguage, setLanguage, t, translatePage } from "./i18n.js";
import { Khata, Names } from "./khata.js";
import { Session } from "./session.js";
import { VoiceSocket } from "./socket.js";
import { aloud, hush, microphone, player, setAloud, settled, showState, speaksByServer, talk, think, voice, wireTalk } from "./talk.js";
import { Today } from "./today.js";

const PLACES = ["talk", "bills", "khata"];
/* Why the gate is shown, over the reload that takes everything off the screen. */
const SIGNED_OUT = "execora.signed-out";

let signingOut = false;

let shop = {};
const timeZone = () => shop.time_zone ?? "Asia/Kolkata";
const session = new Session();
const socket = new VoiceSocket(session);
const names = new Names(session);
const bills = new Bills({ session, socket, names });
const today = new Today({ session, bills, timeZone });
const khata = new Khata({ session, names });
const conversation = new Conversation({ socket, bills, names, timeZone });

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
  replace($("#examples"), [1, 2, 3].map((n) => h("li", {}, h("button", { data: { focus: n }, on: { click: () => edit(t(`hello.${n}`)) } }, t(`hello.${n}`)))));
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
    today.invalidate();
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
  if (type === "DRAFTS") {
    bills.set(data);
    if (data.reason === "confirmed") today.invalidate();
  }
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
    today.invalidate();
  });
  conversation.addEventListener("answer", ({ detail }) => {
    if (aloud() && !speaksByServer() && talk.spoke) voice.speak(detail.text, detail.language);
  });
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
  if (name === "bills") today.shown();
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
    today.shown();
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
    today.render();
    khata.render();
    conversation.render();
  });
  name();
  const speak = $("#aloud");
  speak.setAttribute("aria-pressed", String(aloud()));
  speak.addEventListener("click", () => {
    setAloud(!aloud());
    speak.setAttribute("aria-pressed", String(aloud()));
  });
  $("#sign-out").addEventListener("click", async () => {
    $("#menu").open = false;
    signingOut = true;
    const told = await session.signOut();
    keep(sessionStorage, SIGNED_OUT, told ? "gate.over" : "gate.untold");
    location.reload();
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
  if (!session.signedIn) return showGate(kept(sessionStorage, SIGNED_OUT) ?? "gate.over");
  keep(sessionStorage, SIGNED_OUT, null);
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
    if (!signingOut) location.reload();
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
for (const shape of document.querySelectorAll("svg")) shape.setAttribute("aria-hidden", "true");
translatePage();
wireTalk({ socket, conversation, say, edit });
watchComposer();
watchSocket();
watchConversation();
watchPlaces();
watchMenu();
watchSession();
showExamples();
showState();
enter(code);
