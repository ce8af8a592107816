// The live line of one feed. Tabs that show the same feed share one connection: whoever holds the lock reads and tells the
// others. Every tab keeps its own cursor, so any of them can go on when the reading tab is closed or put to sleep.
import { Backoff } from './backoff.js';
import { openHub } from './hub.js';
import { openEvents } from './sse.js';

const hubTries = 3;
const kept = 100;

export class Line {
  #topics; #cursor; #onFrame; #channel; #leads = false; #open; #wake; #recent = []; #last; #backoff = new Backoff();
  #id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  #number = 0;

  constructor(topics, cursor, self, onFrame) {
    this.#topics = topics.split(',');
    this.#cursor = cursor;
    this.#onFrame = onFrame;
    const name = `mixi-line ${self ?? ''} ${topics}`;
    addEventListener('online', () => this.#retry());
    addEventListener('pageshow', event => { if (event.persisted) this.#hello(); });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.#retry(); });
    if ('BroadcastChannel' in window && navigator.locks) {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = event => this.#heard(event.data);
      this.#hello();
      // Never given back: the browser passes the lock on when this tab goes.
      navigator.locks.request(name, () => this.#lead());
    } else {
      this.#lead();
    }
  }

  async #lead() {
    this.#leads = true;
    for (;;) {
      try {
        await this.#read();
      } catch {
        // Whatever failed, the answer is the same: wait and resume from the cursor.
      }
      await new Promise(resolve => {
        this.#wake = resolve;
        setTimeout(resolve, this.#backoff.next());
      });
    }
  }

  async #read() {
    const opener = this.#backoff.tries < hubTries || !('EventSource' in window) ? openHub : openEvents;
    let closed;
    const end = new Promise(resolve => { closed = resolve; });
    this.#open = await opener(this.#topics, this.#cursor, (kind, data) => this.#frame(kind, data ?? {}), closed);
    // A connection that falls at once is a failure too: only one that stood for a while starts the count anew.
    const stood = setTimeout(() => this.#backoff.reset(), 10_000);
    await end;
    clearTimeout(stood);
    this.#open = undefined;
  }

  #frame(kind, data) {
    const frame = { kind, data, from: this.#id, number: ++this.#number };
    this.#recent.push(frame);
    if (this.#recent.length > kept) this.#recent.shift();
    this.#channel?.postMessage({ frame });
    this.#take(frame);
  }

  #take({ kind, data, from, number }) {
    if (data.cursor) this.#cursor = data.cursor;
    this.#last = { from, number };
    this.#onFrame(kind, data);
  }

  #heard({ frame, hello, replay }) {
    if (frame && !this.#leads) this.#take(frame);
    if (hello && this.#leads) {
      const missed = hello.last?.from === this.#id ? this.#recent.filter(known => known.number > hello.last.number) : this.#recent;
      const hole = hello.last?.from === this.#id && missed.length < this.#number - hello.last.number;
      this.#channel.postMessage({ replay: { to: hello.id, frames: missed, hole } });
    }
    if (replay?.to === this.#id && !this.#leads) {
      replay.frames.forEach(missed => this.#take(missed));
      if (replay.hole) this.#onFrame('Reset', {});
    }
  }

  /** Asks the reading tab for what it heard while this one was loading or asleep. */
  #hello() {
    if (!this.#leads) this.#channel?.postMessage({ hello: { id: this.#id, last: this.#last } });
  }

  #retry() {
    if (this.#leads && !this.#open) this.#wake?.();
  }
}
