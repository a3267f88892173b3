// The talk button: five states, hold or tap, the microphone or the browser's ears, and being interrupted.

import { $, announce, keep, kept } from "./dom.js";
import { chosen, current, has, t } from "./i18n.js";
import { Microphone } from "./microphone.js";
import { BrowserEars, BrowserVoice, Player } from "./speech.js";

const HOLD_MS = 400;
const ANSWER_MS = 20_000;
const NOTHING_MS = 12_000;
const CONFIDENT = 0.7;
const ALOUD = "execora.aloud";
const ICONS = { ready: "mic", listening: "wave", thinking: "dots", speaking: "sound", unavailable: "mic-off" };

export const microphone = new Microphone();
export const player = new Player();
export const voice = new BrowserVoice();
const ears = new BrowserEars();

let socket;
let conversation;
let say;
let edit;

/** Gives the button what it works with: the line, the conversation, and where recognised words go. */
export function wireTalk(parts) {
  ({ socket, conversation, say, edit } = parts);
  for (const source of [player, voice]) source.addEventListener("change", showState);
  watchTalkButton();
}

export const talk = { pressed: 0, opening: false, listening: false, thinking: 0, spoke: false, blocked: null, limit: 0, net: "connecting", server: null };

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
export const speaksByServer = () => !["browser", "none", undefined, null].includes(talk.server?.text_to_speech);
export const aloud = () => kept(localStorage, ALOUD) !== false;

export function setAloud(on) {
  keep(localStorage, ALOUD, on);
  if (!on) interrupt();
  showState();
}

export function showState() {
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

export function think() {
  clearTimeout(talk.thinking);
  talk.thinking = setTimeout(() => {
    settled();
    conversation.problem(t("talk.slow"));
  }, ANSWER_MS);
  showState();
}

export function settled() {
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
export async function hush() {
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

export function interrupt() {
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
