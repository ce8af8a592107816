// Counts what a reader calls characters, and posts without leaving the page; if anything fails the text stays where it is.
const segments = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;
const length = text => segments ? [...segments.segment(text)].length : [...text].length;

export function startComposer(form) {
  const area = form.elements.text;
  const left = form.querySelector('[data-left]');
  const state = form.querySelector('[data-state]');
  const button = form.querySelector('button[type="submit"]');
  const limit = Number(form.dataset.limit);
  const key = form.elements.key;
  const picture = form.elements.picture;

  const count = () => {
    const room = limit - length(area.value);
    left.textContent = (room < 0 ? form.dataset.wordsOver : form.dataset.wordsLeft).replace('{0}', Math.abs(room).toLocaleString(document.documentElement.lang));
    left.classList.toggle('over', room < 0);
    area.setAttribute('aria-invalid', String(room < 0));
    return room >= 0;
  };
  area.addEventListener('input', count);
  area.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  if (area.value) count();

  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (button.disabled || !count() || (area.value.trim() === '' && !picture?.files.length)) {
      area.focus();
      return;
    }
    button.disabled = true;
    state.textContent = '';
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new FormData(form),
        headers: { Accept: 'application/json', 'Idempotency-Key': key.value },
      });
      const body = await answer.json().catch(() => null);
      if (!answer.ok) {
        state.textContent = body?.detail ?? form.dataset.wordsFailed;
        return;
      }
      area.value = '';
      if (form.elements.fleeting) form.elements.fleeting.checked = false;
      if (picture) {
        picture.value = '';
        form.elements.alt.value = '';
        picture.closest('details').open = false;
      }
      key.value = crypto.randomUUID?.().replaceAll('-', '') ?? `${Date.now()}${Math.random().toString(36).slice(2)}`;
      count();
      state.textContent = form.dataset.wordsSent;
      document.dispatchEvent(new CustomEvent('mixi:posted', { detail: body }));
    } catch {
      state.textContent = form.dataset.wordsFailed;
    } finally {
      button.disabled = false;
      area.focus();
    }
  });
}
