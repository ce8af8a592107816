// Keeps the list of notifications current on its own page.
import { oneAtATime } from './fragments.js';
import { onRing } from './rings.js';
import { showTime } from './times.js';

export function startTold(list) {
  const draw = oneAtATime(async () => {
    if (list.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-told]');
    if (!fresh || list.contains(document.activeElement)) return;
    fresh.querySelectorAll('time').forEach(time => showTime(time));
    list.replaceChildren(...fresh.childNodes);
  });

  onRing('notification', draw);
  addEventListener('pageshow', event => { if (event.persisted) draw(); });

  // Who follows a notification has read it.
  list.addEventListener('click', event => {
    const line = event.target.closest?.('a.what')?.closest('.unread[data-told-id]');
    if (!line) return;
    fetch('/api/notifications/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: line.dataset.toldId }),
    }).catch(() => {});
  });
}
