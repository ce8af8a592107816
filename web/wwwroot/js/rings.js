// What rang: something of the reader's own changed that is not a post. Whoever shows it draws it anew.
import { Line } from './line.js';

const all = ['notification', 'message', 'footprint', 'request'];
let line;
let greeted = false;

/** Runs `act` whenever a kind rings; the first listener opens the line. */
export function onRing(kind, act) {
  document.addEventListener('mixi:notice', event => { if (event.detail.includes(kind)) act(); });
  line ??= new Line('home', null, undefined, (frame, data) => {
    if (frame === 'Notice') tell(data.kinds ?? []);
    // What rang between the making of the page and the first frame, or in a gap, nobody heard.
    if (!greeted || frame === 'Gap' || frame === 'Reset') tell(all);
    greeted = true;
  });
}

function tell(kinds) {
  document.dispatchEvent(new CustomEvent('mixi:notice', { detail: kinds }));
}

addEventListener('online', () => { if (line) tell(all); });
