// A feed that grows while it is read: at the top new posts come in, further down they wait behind a pill and nothing moves.
import { drawCard, keepDeeds } from './card.js';
import { Line } from './line.js';
import { heard } from './rings.js';

const most = 200;

export function startFeed(feed) {
  const list = feed.querySelector('[data-posts]');
  const pill = feed.querySelector('[data-pill]');
  const title = document.title;
  const waiting = new Map();
  let count = 0;
  let stale = null;
  let frame = 0;

  const find = id => list.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const atTop = () => scrollY < 120 && !list.querySelector(':focus-visible') && !document.hidden;

  new Line(feed.dataset.topics, feed.dataset.cursor, feed.dataset.self, (kind, data) => {
    heard(kind, data);
    if (kind === 'Posts') data.items?.forEach(arrive);
    if (kind === 'Changed') {
      data.updates?.forEach(change);
      data.deletes?.forEach(remove);
    }
    if (kind === 'Gap') stale = feed.dataset.wordsGap;
    if (kind === 'Reset') stale = feed.dataset.wordsReset;
    frame ||= requestAnimationFrame(draw);
    // A tab in the background gets no animation frames, but its title may tell.
    if (document.hidden) tell();
  });

  pill.addEventListener('click', event => {
    if (stale) {
      location.assign(location.pathname);
      return;
    }
    show();
    scrollTo({ top: 0, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    // A click from the keyboard has no count: only then does the focus have to go on somewhere.
    if (event.detail === 0) list.querySelector('.post')?.focus({ preventScroll: true });
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) draw(); });
  addEventListener('scroll', () => { if (waiting.size > 0 && scrollY < 4) draw(); }, { passive: true });

  function arrive(item) {
    const id = item.post.id;
    if (waiting.has(id) || find(id)) return;
    // Below what the page holds lies the next page: an older post has its place there.
    const oldest = list.lastElementChild?.dataset.id;
    if (oldest && feed.querySelector('[data-older]') && BigInt(id) < BigInt(oldest)) return;
    waiting.set(id, item);
    count++;
    if (waiting.size > most) waiting.delete(waiting.keys().next().value);
  }

  function change(post) {
    const item = waiting.get(post.id);
    if (item) waiting.set(post.id, { ...item, post });
    // A page may show a post beside its feed.
    document.dispatchEvent(new CustomEvent('mixi:changed', { detail: { id: post.id, post } }));
    const old = find(post.id);
    if (!old) return;
    const card = drawCard(feed, { post, reason: null });
    keepDeeds(card, old);
    const why = old.querySelector('.why');
    if (why) card.querySelector('.meta').insertBefore(why, card.querySelector('.meta .badge, .edited'));
    const focused = old === document.activeElement;
    old.replaceWith(card);
    if (focused) card.focus({ preventScroll: true });
  }

  function remove(id) {
    document.dispatchEvent(new CustomEvent('mixi:changed', { detail: { id, post: null } }));
    if (waiting.delete(id)) count--;
    const card = find(id);
    if (!card || card.classList.contains('gone')) return;
    card.classList.add('gone');
    setTimeout(() => {
      const neighbour = card.contains(document.activeElement) ? card.nextElementSibling ?? card.previousElementSibling : null;
      card.remove();
      neighbour?.focus({ preventScroll: true });
    }, 400);
  }

  function draw() {
    frame = 0;
    if (!stale && waiting.size > 0 && atTop()) show();
    tell();
  }

  function show() {
    list.setAttribute('role', 'feed');
    feed.querySelector('[data-empty]')?.remove();
    for (const item of waiting.values()) {
      const card = drawCard(feed, item);
      card.classList.add('fresh');
      const id = BigInt(item.post.id);
      // Nearly always the top; two queues may overtake each other by a moment.
      let next = list.firstElementChild;
      while (next && BigInt(next.dataset.id) > id) next = next.nextElementSibling;
      list.insertBefore(card, next);
    }
    waiting.clear();
    count = 0;
    trim();
    tell();
  }

  function trim() {
    if (list.childElementCount <= most) return;
    while (list.childElementCount > most) list.lastElementChild.remove();
    // The link to older posts would leave out what was cut off.
    const older = feed.querySelector('[data-older]');
    if (older) {
      older.href = location.pathname;
      older.textContent = feed.dataset.wordsNewest;
    }
  }

  function tell() {
    const text = stale ?? (count === 0 ? '' : count === 1 ? feed.dataset.wordsOne : feed.dataset.wordsMany.replace('{0}', count.toLocaleString(document.documentElement.lang)));
    if (pill.textContent !== text) pill.textContent = text;
    pill.hidden = text === '';
    document.title = count > 0 ? `(${count}) ${title}` : title;
  }

  // The composer's own post comes over the line too; whichever is first wins.
  document.addEventListener('mixi:posted', event => {
    arrive({ post: event.detail, reason: [event.detail.topic] });
    draw();
  });
}
