// The menu of a card: without script its dots lead to the page that explains the post and hides it; with script it opens here.
export function startMenus(form) {
  const self = document.querySelector('[data-self]')?.dataset.self;
  let open = null;

  function close(back) {
    if (!open) return;
    const { menu, dots } = open;
    open = null;
    menu.remove();
    dots.setAttribute('aria-expanded', 'false');
    if (back) dots.focus();
  }

  function show(dots) {
    const card = dots.closest('.post');
    const menu = document.createElement('div');
    const why = document.createElement('a');
    menu.className = 'deed-menu';
    why.href = dots.href;
    why.textContent = form.dataset.wordsWhy;
    menu.append(why);
    if (card.querySelector('.face').getAttribute('href') !== `/user/${self}`) {
      const hide = document.createElement('button');
      hide.setAttribute('form', form.id);
      hide.setAttribute('formaction', '/actions/mutes/hide');
      Object.assign(hide, { name: 'id', value: card.dataset.id, textContent: form.dataset.wordsHide });
      menu.append(hide);
    }
    dots.after(menu);
    dots.setAttribute('aria-expanded', 'true');
    open = { menu, dots };
    why.focus();
  }

  document.addEventListener('click', event => {
    const dots = event.target.closest?.('.deed-more');
    const again = dots && open?.dots === dots;
    if (!event.target.closest?.('.deed-menu')) close(again);
    if (!dots || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!again) show(dots);
  });
  document.addEventListener('keydown', event => { if (event.key === 'Escape') close(true); });
  document.addEventListener('focusin', event => { if (open && !event.target.closest('.deed-menu, .deed-more')) close(false); });
}
