// The post that a page is about: its counts follow the line of its thread, after an edit it is fetched anew.
import { fetchPart, oneAtATime } from './fragments.js';
import { showTime } from './times.js';

export function startWhole(whole) {
  let edited = whole.dataset.edited;

  const draw = oneAtATime(async () => {
    const fresh = (await fetchPart(location.href))?.querySelector('[data-whole]');
    if (!fresh || whole.contains(document.activeElement)) return;
    fresh.querySelectorAll('time').forEach(time => showTime(time));
    whole.replaceChildren(...fresh.childNodes);
  });

  document.addEventListener('mixi:changed', ({ detail: { id, post } }) => {
    if (id !== whole.dataset.whole) return;
    if (!post) {
      location.reload();
      return;
    }
    if (post.edited && !(Date.parse(edited) >= Date.parse(post.edited))) {
      edited = post.edited;
      draw();
    }
    tell(whole, post.counts ?? { comments: 0, shares: 0, reactions: {} });
  });
}

function tell(whole, { comments, shares, reactions }) {
  write(whole.querySelector('.deed-talk'), comments);
  write(whole.querySelector('.deed-share'), shares);
  write(whole.querySelector('.deed-iine'), reactions.iine);
  for (const button of whole.querySelectorAll('.reactions button')) write(button, reactions[button.value.split(':')[1]]);
}

function write(deed, count) {
  if (!deed) return;
  const text = count > 0 ? count.toLocaleString(document.documentElement.lang) : '';
  (deed.lastElementChild ?? deed).textContent = text;
  const label = deed.getAttribute('aria-label')?.replace(/ [\d.,\s]+$/, '');
  if (label) deed.setAttribute('aria-label', text ? `${label} ${text}` : label);
}
