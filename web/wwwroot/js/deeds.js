// The small buttons under posts, without leaving the page: shown at once, taken back if the server refuses.
export function startDeeds(form) {
  const state = form.querySelector('[data-deed-state]');
  form.addEventListener('submit', async event => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, button));
    const hides = button.getAttribute('formaction');
    const sent = send(hides ?? form.action, body);
    const undo = hides ? hide(form, button, sent) : button.hasAttribute('aria-pressed') ? press(button) : null;
    try {
      await sent;
      state.textContent = hides ? form.dataset.wordsHidden : undo ? '' : form.dataset.wordsShared;
    } catch (error) {
      undo?.();
      state.textContent = error.message || form.dataset.wordsFailed;
    }
  });
}

async function send(url, body) {
  const answer = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error((await answer.json().catch(() => null))?.detail);
}

// A hidden post leaves a line with a way back in its place, as long as the page stands.
function hide(form, button, sent) {
  const card = button.closest('.post');
  const note = document.createElement('p');
  const back = document.createElement('button');
  note.className = 'card deed-hidden';
  back.type = 'button';
  back.className = 'quiet';
  back.textContent = form.dataset.wordsUndo;
  note.append(form.dataset.wordsHidden, ' ', back);
  const body = new URLSearchParams(new FormData(form, button));
  card.querySelector('.deed-menu').remove();
  card.replaceWith(note);
  back.focus();
  const undo = () => {
    note.replaceWith(card);
    card.focus();
  };
  back.addEventListener('click', async () => {
    // Not before the server knows of the hiding, else that would come last.
    await sent.then(() => send('/actions/mutes/show', body)).then(undo, () => { location.href = '/account/mutes'; });
  });
  return undo;
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
