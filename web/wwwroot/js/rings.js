// What rang: something of the reader's own changed that is not a post. Whoever shows it draws it anew.
import { Line } from './line.js';

const all = ['notification', 'message', 'footprint', 'request'];
let line;
let greeted = false;

/** Runs `act` whenever a kind rings. Where no feed of the home timeline is on the page, the first listener opens a line. */
export function onRing(kind, act) {
  document.addEventListener('mixi:notice', event => { if (event.detail.includes(kind)) act(); });
  if (document.querySelector('[data-feed][data-topics="home"]')) return;
  line ??= new Line('home', null, document.querySelector('[data-self]')?.dataset.self, (frame, data) => {
    heard(frame, data);
    // What rang between the making of the page and the first frame nobody heard.
    if (!greeted && frame !== 'Gap' && frame !== 'Reset') tell(all);
    greeted = true;
  });
}

/** A frame of a line that watches the home timeline. */
export function heard(frame, data) {
  if (frame === 'Notice') tell(data.kinds ?? []);
  // After a gap or a reset nobody knows what rang meanwhile.
  if (frame === 'Gap' || frame === 'Reset') tell(all);
}

function tell(kinds) {
  document.dispatchEvent(new CustomEvent('mixi:notice', { detail: kinds }));
}

addEventListener('online', () => { if (line) tell(all); });
