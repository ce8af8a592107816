// Arrow keys turn over in an album, Escape goes back to all its pictures; both follow links that are on the page anyhow.
const links = { ArrowLeft: 'prev', ArrowRight: 'next', Escape: 'up' };

export function startAlbum() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || !links[event.key]) return;
    if (event.target.closest?.('input, textarea, select, video, [contenteditable]')) return;
    const link = document.querySelector(`.turns a[rel="${links[event.key]}"]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
