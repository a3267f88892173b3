// The microphone: opened when the thumb asks, kept warm for a moment between two sentences, then let go.

const RATE = 16_000;
const FRAME_SECONDS = 0.06;
const WARM_MS = 20_000;

/** Why there is no microphone: `insecure`, `denied`, `no_microphone`. */
export class NoMicrophone extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export class Microphone {
  #context = null;
  #stream = null;
  #source = null;
  #node = null;
  #cooling = 0;

  get running() {
    return Boolean(this.#node);
  }

  static get possible() {
    return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.AudioWorkletNode);
  }

  /** Opens the line and calls `onFrame(ArrayBuffer of linear16)` and `onLevel(0…1)`. Answers the sample rate. */
  async start({ onFrame, onLevel, onLost }) {
    if (!Microphone.possible) throw new NoMicrophone(isSecureContext ? "no_microphone" : "insecure");
    clearTimeout(this.#cooling);
    if (!this.#stream?.active) await this.#acquire();
    await this.#context.resume();
    const { sampleRate } = this.#context;
    const frame = Math.round(sampleRate * FRAME_SECONDS);
    const node = new AudioWorkletNode(this.#context, "frames", {
      numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit", processorOptions: { frame },
    });
    node.port.onmessage = ({ data }) => {
      if (!data.samples) return;
      onFrame(data.samples);
      onLevel(Math.min(1, Math.sqrt(data.peak)));
    };
    for (const track of this.#stream.getTracks()) {
      track.enabled = true;
      track.onended = () => {
        this.release();
        onLost?.();
      };
    }
    this.#source.connect(node);
    this.#node = node;
    return sampleRate;
  }

  /** Hands over the last samples, then stops. The device itself is released after a while without use. */
  async stop() {
    const node = this.#node;
    if (!node) return;
    this.#node = null;
    await new Promise((done) => {
      const limit = setTimeout(done, 150);
      const before = node.port.onmessage;
      node.port.onmessage = (event) => {
        if (!event.data.flushed) return before(event);
        clearTimeout(limit);
        done();
      };
      node.port.postMessage("flush");
    });
    node.port.onmessage = null;
    try {
      this.#source?.disconnect(node);
    } catch {
      // Already let go with its context.
    }
    for (const track of this.#stream?.getTracks() ?? []) track.enabled = false;
    this.#cooling = setTimeout(() => this.release(), WARM_MS);
  }

  release() {
    clearTimeout(this.#cooling);
    for (const track of this.#stream?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    this.#context?.close().catch(() => {});
    this.#context = this.#stream = this.#source = this.#node = null;
  }

  async #acquire() {
    this.release();
    try {
      // Sound as it is: the page is silent while it listens, and recognisers hear better without the browser's filters.
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      });
    } catch (error) {
      throw new NoMicrophone(["NotAllowedError", "SecurityError"].includes(error.name) ? "denied" : "no_microphone");
    }
    try {
      // 16 kHz is what recognisers want and a third of the data; a browser that cannot gives its own rate.
      this.#context = new AudioContext({ sampleRate: RATE, latencyHint: "interactive" });
      this.#source = this.#context.createMediaStreamSource(this.#stream);
    } catch {
      this.#context?.close().catch(() => {});
      this.#context = new AudioContext({ latencyHint: "interactive" });
      this.#source = this.#context.createMediaStreamSource(this.#stream);
    }
    await this.#context.audioWorklet.addModule(new URL("./microphone-worklet.js", import.meta.url));
  }
}
