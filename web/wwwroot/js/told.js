// Keeps the number of unread notifications in the navigation, and the list on their own page.
import { showCount } from './counts.js';
import { onRing } from './rings.js';
import { showTime } from './times.js';

export function startTold(nav) {
  let asking = false;
  let again = false;

  // However often it rings, one question is on its way at a time, and one more after it.
  async function ask() {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    try {
      do {
        again = false;
        await Promise.all([askCount(), askList()]);
      } while (again);
    } catch {
      // The next ring, or coming back to this window, asks again.
    } finally {
      asking = false;
    }
  }

  async function askCount() {
    const answer = await fetch('/api/notifications/count', { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (!answer.ok) return;
    showCount(nav, (await answer.json()).unread, nav.dataset.toldNav);
  }

  async function askList() {
    const list = document.querySelector('[data-told]');
    if (!list || list.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-told]');
    if (!fresh || list.contains(document.activeElement)) return;
    fresh.querySelectorAll('time').forEach(time => showTime(time));
    list.replaceChildren(...fresh.childNodes);
  }

  onRing('notification', ask);
  addEventListener('pageshow', event => { if (event.persisted) ask(); });

  // Who follows a notification has read it.
  document.addEventListener('click', event => {
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
