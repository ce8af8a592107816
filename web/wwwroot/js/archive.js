// While an archive is made or read, the page shows how far it is: it looks again by itself until the work has ended.
import { fetchPart } from './fragments.js';
import { showTime } from './times.js';

const soon = 1500;
const late = 15000;

export function startArchive(part) {
  let pause = soon;
  const look = async () => {
    if (document.visibilityState === 'hidden') return wait();
    const fresh = (await fetchPart(location.pathname))?.querySelector('[data-archive]');
    pause = fresh ? soon : Math.min(pause * 2, late);
    // Whoever is at one of its buttons is not disturbed.
    if (fresh && !part.contains(document.activeElement) && fresh.innerHTML !== part.innerHTML) {
      part.dataset.archive = fresh.dataset.archive;
      if (part.querySelector('details[open]')) fresh.querySelectorAll('details').forEach(notes => { notes.open = true; });
      part.replaceChildren(...fresh.childNodes);
      part.querySelectorAll('time').forEach(time => showTime(time));
    }
    wait();
  };
  const wait = () => { if (part.dataset.archive === 'going') setTimeout(look, pause); };
  wait();
}
