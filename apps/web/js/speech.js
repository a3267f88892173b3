// Speaking and, where only the browser can, hearing: the server's voice, the browser's voices, the browser's recogniser.

/** Plays what comes between AUDIO_BEGIN and AUDIO_END: raw pcm16 as it arrives, packed formats once complete. */
export class Player extends EventTarget {
  #context = null;
  #now = null;
  #sources = new Set();

  /** Browsers start sound only after a touch; called from one. */
  unlock() {
    this.#context ??= globalThis.AudioContext ? new AudioContext() : null;
    this.#context?.resume().catch(() => {});
  }

  get playing() {
    return Boolean(this.#now);
  }

  begin({ utterance_id, format, sample_rate }) {
    this.stop();
    // Speech that comes before any touch (the page was loaded anew) stays silent; its words are on the screen.
    if (navigator.userActivation?.hasBeenActive ?? true) this.unlock();
    if (!this.#context) return;
    this.#now = { id: utterance_id, format, rate: sample_rate || 24_000, at: 0, pieces: [], odd: null, ended: false };
    this.#changed();
  }

  push(buffer) {
    const now = this.#now;
    if (!now) return;
    if (now.format !== "pcm16") {
      now.pieces.push(buffer);
      return;
    }
    const bytes = joined(now.odd, buffer);
    const whole = bytes.length - (bytes.length % 2);
    now.odd = whole < bytes.length ? bytes.slice(whole) : null;
    if (whole === 0) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    const sound = this.#context.createBuffer(1, whole / 2, now.rate);
    const channel = sound.getChannelData(0);
    for (let at = 0; at < channel.length; at += 1) channel[at] = view.getInt16(at * 2, true) / 32768;
    this.#play(sound);
  }

  async end({ utterance_id, reason }) {
    const now = this.#now;
    if (!now || (utterance_id && now.id !== utterance_id)) return;
    if (reason !== "complete") return this.stop();
    if (now.pieces.length) {
      try {
        const sound = await this.#context.decodeAudioData(await new Blob(now.pieces).arrayBuffer());
        if (this.#now === now) this.#play(sound);
      } catch {
        // A sound this browser cannot decode; the words are on the screen.
      }
    }
    now.ended = true;
    this.#finish(now);
  }

  stop() {
    for (const source of this.#sources) {
      source.onended = null;
      source.stop();
    }
    this.#sources.clear();
    const was = this.#now;
    this.#now = null;
    if (was) this.#changed();
  }

  #play(sound) {
    const now = this.#now;
    const source = this.#context.createBufferSource();
    source.buffer = sound;
    source.connect(this.#context.destination);
    now.at = Math.max(now.at, this.#context.currentTime + 0.04);
    source.start(now.at);
    now.at += sound.duration;
    this.#sources.add(source);
    source.onended = () => {
      this.#sources.delete(source);
      this.#finish(now);
    };
  }

  #finish(now) {
    // A context the browser never let start would keep its sounds for ever: nothing is heard, so nothing is speaking.
    const mute = this.#context.state !== "running";
    if (this.#now !== now || !now.ended || (this.#sources.size && !mute)) return;
    this.stop();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

function joined(head, buffer) {
  const tail = new Uint8Array(buffer);
  if (!head) return tail;
  const both = new Uint8Array(head.length + tail.length);
  both.set(head);
  both.set(tail, head.length);
  return both;
}

/** The browser's own voices, used when the server has none. */
export class BrowserVoice extends EventTarget {
  #speaking = null;

  constructor() {
    super();
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this.dispatchEvent(new Event("change")));
  }

  get available() {
    return (globalThis.speechSynthesis?.getVoices() ?? []).length > 0;
  }

  get playing() {
    return Boolean(this.#speaking);
  }

  speak(text, language) {
    if (!this.available || !text) return;
    this.stop();
    const tag = language === "en" ? "en-IN" : language.startsWith("hi") ? "hi-IN" : language;
    const voices = speechSynthesis.getVoices();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = tag;
    utterance.voice = voices.find((one) => one.lang.replace("_", "-") === tag) ?? voices.find((one) => one.lang.startsWith(tag.slice(0, 2))) ?? null;
    utterance.onend = utterance.onerror = () => {
      if (this.#speaking !== utterance) return;
      this.#speaking = null;
      this.dispatchEvent(new Event("change"));
    };
    this.#speaking = utterance;
    speechSynthesis.speak(utterance);
    this.dispatchEvent(new Event("change"));
  }

  stop() {
    if (!this.#speaking) return;
    this.#speaking = null;
    speechSynthesis.cancel();
    this.dispatchEvent(new Event("change"));
  }
}

/** The browser's own recogniser, used when the server has none. */
export class BrowserEars {
  #recognition = null;

  static get possible() {
    return Boolean(globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition);
  }

  get running() {
    return Boolean(this.#recognition);
  }

  start({ language, onInterim, onFinal, onEnd, onStart }) {
    const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
    const recognition = new Recognition();
    recognition.lang = language === "hi" ? "hi-IN" : "en-IN";
    recognition.interimResults = true;
    recognition.continuous = false;
    let failure = null;
    recognition.onstart = onStart;
    recognition.onerror = ({ error }) => {
      failure = error;
    };
    recognition.onresult = ({ results }) => {
      const all = Array.from(results);
      const text = all.map((one) => one[0].transcript).join(" ").trim();
      const last = all.at(-1);
      if (last?.isFinal) onFinal(text, last[0].confidence);
      else onInterim(text);
    };
    recognition.onend = () => {
      this.#recognition = null;
      onEnd(failure);
    };
    this.#recognition = recognition;
    recognition.start();
  }

  stop() {
    this.#recognition?.stop();
  }
}
