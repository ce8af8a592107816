// A conversation that grows while it is read: a ring fetches the newest lines again, and only what changed is put in.
import { fetchPart, oneAtATime } from './fragments.js';
import { onRing } from './rings.js';
import { showTime } from './times.js';

const atEnd = () => innerHeight + scrollY >= document.documentElement.scrollHeight - 160;
const toEnd = () => scrollTo({ top: document.documentElement.scrollHeight });

export function startTalk(talk) {
  const form = document.querySelector('[data-talk-form]');
  const list = talk.querySelector('[data-lines]');
  if (!talk.dataset.fragment || !form) return;
  const pill = makePill(talk.dataset.wordsNew, form);
  if (location.hash === '#end' || !location.hash) requestAnimationFrame(toEnd);

  const draw = oneAtATime(async () => {
    const stay = atEnd();
    const fresh = await fetchPart(`${talk.dataset.fragment}?seen=${!document.hidden && stay}`);
    const lines = fresh?.querySelector('[data-lines]');
    if (!lines) return;
    const grew = merge(lines);
    if (!grew) return;
    talk.querySelector('.talk-empty')?.remove();
    if (stay) toEnd(); else pill.hidden = false;
  });

  function merge(lines) {
    let grew = false;
    for (const line of [...lines.children]) {
      const old = list.querySelector(`[data-number="${CSS.escape(line.dataset.number)}"]`);
      line.querySelectorAll('time').forEach(time => showTime(time));
      if (old) {
        if (plain(old) !== plain(line) && !old.contains(document.activeElement)) old.replaceWith(line);
        continue;
      }
      // Lines older than the page holds have their place on the page before.
      if (list.lastElementChild && Number(line.dataset.number) < Number(list.lastElementChild.dataset.number)) continue;
      line.classList.add('fresh');
      list.append(line);
      grew = true;
    }
    return grew;
  }

  pill.addEventListener('click', () => {
    toEnd();
    draw();
  });
  addEventListener('scroll', () => {
    if (!pill.hidden && atEnd()) {
      pill.hidden = true;
      draw();
    }
  }, { passive: true });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) draw(); });
  onRing('message', draw);
  form.querySelectorAll('form').forEach(one => send(one, form, draw));
}

/** A line as it was drawn, without what scripts and readers change. */
function plain(line) {
  const copy = line.cloneNode(true);
  copy.classList.remove('fresh');
  copy.querySelectorAll('time').forEach(time => { time.textContent = ''; time.removeAttribute('title'); });
  copy.querySelectorAll('details').forEach(details => details.removeAttribute('open'));
  return copy.outerHTML;
}

function makePill(words, form) {
  const place = document.createElement('div');
  place.className = 'talk-new';
  place.setAttribute('aria-live', 'polite');
  const pill = document.createElement('button');
  pill.type = 'button';
  pill.className = 'pill';
  pill.textContent = words;
  pill.hidden = true;
  place.append(pill);
  form.before(place);
  return pill;
}

function send(form, box, draw) {
  const state = box.querySelector('[data-state]');
  const area = form.elements.text;
  let busy = false;
  area?.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) form.requestSubmit();
  });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy || (area && area.value.trim() === '')) return;
    busy = true;
    state.textContent = '';
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'application/json', 'Idempotency-Key': form.elements.key.value } });
      if (!answer.ok) {
        state.textContent = (await answer.json().catch(() => null))?.detail ?? box.dataset.wordsFailed;
        return;
      }
      // The next message is another one; a retry of this one would have been the same.
      form.elements.key.value = crypto.randomUUID?.().replaceAll('-', '') ?? `${Date.now()}${Math.random().toString(36).slice(2)}`;
      if (area) area.value = '';
      form.closest('details')?.removeAttribute('open');
      toEnd();
      await draw();
    } catch {
      state.textContent = box.dataset.wordsFailed;
    } finally {
      busy = false;
      area?.focus();
    }
  });
}
