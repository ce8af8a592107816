// Keeps the number of conversations with something unread in the navigation.
import { showCount } from './counts.js';
import { oneAtATime } from './fragments.js';
import { onRing } from './rings.js';

export function startWaiting(nav) {
  const ask = oneAtATime(async () => {
    const answer = await fetch('/api/messages/unread', { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(() => null);
    if (answer?.ok) showCount(nav, (await answer.json()).conversations, nav.dataset.waiting);
  });
  onRing('message', ask);
  addEventListener('pageshow', event => { if (event.persisted) ask(); });
}
