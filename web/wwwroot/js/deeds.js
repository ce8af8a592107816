// The small buttons under posts, without leaving the page: shown at once, taken back if the server refuses.
export function startDeeds(form) {
  const state = form.querySelector('[data-deed-state]');
  form.addEventListener('submit', async event => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, button));
    const undo = button.hasAttribute('aria-pressed') ? press(button) : null;
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail);
      state.textContent = undo ? '' : form.dataset.wordsShared;
    } catch (error) {
      undo?.();
      state.textContent = error.message || form.dataset.wordsFailed;
    }
  });
}

function press(button) {
  const on = button.name === 'on';
  // On cards the count is all that a button says; a labelled button keeps it apart.
  const count = button.lastElementChild ?? button;
  const before = { pressed: button.getAttribute('aria-pressed'), name: button.name, text: count.textContent };
  button.setAttribute('aria-pressed', String(on));
  button.name = on ? 'off' : 'on';
  // Counts beyond a thousand are grouped: they wait for the server's word.
  if (/^\d*$/.test(count.textContent)) count.textContent = String(Math.max(0, Number(count.textContent) + (on ? 1 : -1)) || '');
  return () => {
    button.setAttribute('aria-pressed', before.pressed);
    button.name = before.name;
    count.textContent = before.text;
  };
}
