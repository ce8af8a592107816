// j and k walk through the posts; typing and shortcuts of the browser are left alone.
export function startKeys() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key !== 'j' && event.key !== 'k') return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    const posts = [...document.querySelectorAll('.post')];
    if (posts.length === 0) return;
    const present = posts.indexOf(document.activeElement?.closest('.post'));
    const next = present < 0
      ? Math.max(0, posts.findIndex(post => post.getBoundingClientRect().bottom > 80))
      : Math.min(posts.length - 1, Math.max(0, present + (event.key === 'j' ? 1 : -1)));
    event.preventDefault();
    posts[next].focus({ preventScroll: true });
    posts[next].scrollIntoView({ block: 'nearest' });
  });
}
