// Fetches a part of a page again and puts in what is new, without touching what stayed the same.
import { showTime } from './times.js';

/** The first element of a freshly fetched part; null if it could not be had. */
export async function fetchPart(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').body;
  } catch {
    return null;
  }
}

/** Runs a job at most once at a time; calls during it share one more run after it. */
export function oneAtATime(job) {
  let running = false;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await job();
      } while (again);
    } finally {
      running = false;
    }
  };
}

/** Parts that are drawn anew as a whole when their kind rings. */
export function startPart(part, onRing) {
  const draw = oneAtATime(async () => {
    const fresh = await fetchPart(part.dataset.fragment);
    if (!fresh || part.contains(document.activeElement)) return;
    fresh.querySelectorAll('time').forEach(time => showTime(time));
    part.replaceChildren(...fresh.childNodes);
  });
  onRing(part.dataset.ring, draw);
}
