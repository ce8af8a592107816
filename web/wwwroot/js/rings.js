// What rang: something of the reader's own changed that is not a post. Whoever shows it draws it anew.
import { Line } from './line.js';

let line;

/** Runs `act` whenever a kind rings. Where no feed of the home timeline is on the page, the first listener opens a line. */
export function onRing(kind, act) {
  document.addEventListener('mixi:notice', event => { if (event.detail.includes(kind)) act(); });
  const self = document.querySelector('[data-self]')?.dataset.self;
  if (!document.querySelector('[data-feed][data-topics="home"]')) line ??= new Line('home', '', self, heard);
}

/** A frame of a line that watches the home timeline. */
export function heard(frame, data) {
  if (frame === 'Notice') tell(data.kinds ?? []);
  // After a gap or a reset nobody knows what rang meanwhile.
  if (frame === 'Gap' || frame === 'Reset') tell(['message', 'footprint', 'notification', 'request']);
}

function tell(kinds) {
  document.dispatchEvent(new CustomEvent('mixi:notice', { detail: kinds }));
}
