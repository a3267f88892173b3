// Runs on the audio thread: turns the microphone's floats into linear16 frames of at most 100 ms.

class Frames extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.frame = new Int16Array(processorOptions.frame);
    this.filled = 0;
    this.peak = 0;
    this.running = true;
    this.port.onmessage = () => {
      this.push();
      this.running = false;
      this.port.postMessage({ flushed: true });
    };
  }

  push() {
    if (this.filled === 0) return;
    const samples = this.frame.slice(0, this.filled).buffer;
    this.port.postMessage({ samples, peak: this.peak }, [samples]);
    this.filled = 0;
    this.peak = 0;
  }

  process([input]) {
    const channel = input[0];
    if (channel) {
      for (let at = 0; at < channel.length; at += 1) {
        const value = Math.max(-1, Math.min(1, channel[at]));
        this.peak = Math.max(this.peak, Math.abs(value));
        this.frame[this.filled] = Math.round(value * (value < 0 ? 32768 : 32767));
        this.filled += 1;
        if (this.filled === this.frame.length) this.push();
      }
    }
    return this.running;
  }
}

registerProcessor("frames", Frames);
