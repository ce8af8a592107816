// Numbers of unread things in the navigation: asked for again whenever their kind rings.
import { oneAtATime } from './fragments.js';
import { onRing } from './rings.js';

const most = 100;

export function startCount(nav) {
  const count = nav.querySelector('.count');
  const words = nav.querySelector('[role="status"]');

  const ask = oneAtATime(async () => {
    const answer = await fetch(nav.dataset.count, { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
    // The next ring, or coming back to this window, asks again.
    if (!answer?.ok) return;
    const [unread] = Object.values(await answer.json());
    const short = unread >= most ? `${most - 1}+` : unread.toLocaleString(document.documentElement.lang);
    count.hidden = unread === 0;
    count.textContent = short;
    const spoken = unread === 0 ? '' : nav.dataset.countWords.replace('{0}', short);
    if (words.textContent !== spoken) words.textContent = spoken;
  });

  onRing(nav.dataset.countRing, ask);
  addEventListener('pageshow', event => { if (event.persisted) ask(); });
}
