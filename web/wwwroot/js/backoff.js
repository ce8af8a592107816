/** Waits that grow from half a second to half a minute, each shortened at random so that a restarted server is not met by everybody at once. */
export class Backoff {
  #tries = 0;

  get tries() { return this.#tries; }

  next() {
    const longest = Math.min(30_000, 500 * 2 ** this.#tries++);
    return longest / 2 + Math.random() * longest / 2;
  }

  reset() { this.#tries = 0; }
}
