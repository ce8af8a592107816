// Draws a post by cloning the template that the server drew with its own PostCard; every word goes in as text, never as markup.
import { fillPictures } from './pictures.js';
import { clip, fillText, plain, webAddress } from './text.js';
import { showTime } from './times.js';

export function drawCard(feed, { post, reason }) {
  const card = feed.querySelector('template[data-card]').content.firstElementChild.cloneNode(true);
  const field = name => card.querySelector(`[data-field="${name}"]`);
  const keep = (name, wanted, fill) => wanted ? fill?.(field(name)) : field(name).remove();
  const home = `/user/${encodeURIComponent(post.author.handle)}`;
  const words = feed.dataset;

  card.dataset.id = post.id;
  card.setAttribute('aria-label', post.author.nickname);
  field('face').href = home;
  field('face').firstElementChild.src = `/avatar/${encodeURIComponent(post.author.handle)}.svg`;
  field('name').href = home;
  field('name').firstElementChild.textContent = post.author.nickname;
  field('handle').textContent = `@${post.author.handle}`;
  field('permalink').href = `/post/${encodeURIComponent(post.id)}`;
  field('time').dateTime = post.published;
  showTime(field('time'));
  if (post.language) field('text').lang = post.language;
  const text = said(post);
  fillText(field('text'), clip(text));
  keep('bot', post.author.bot);
  keep('title', post.title, element => { element.textContent = post.title; });
  keep('more', clip(text) !== text, element => { element.href = `/post/${encodeURIComponent(post.id)}`; });
  keep('pictures', post.pictures?.length, element => fillPictures(element, post));
  keep('album', post.album, element => { element.href = `/album/${encodeURIComponent(post.album)}`; });
  keep('with', post.with, element => {
    element.href = `/user/${encodeURIComponent(post.with.handle)}`;
    element.lastElementChild.textContent = words.wordsFriends.replace('{0}', () => post.author.nickname).replace('{1}', () => post.with.nickname);
  });
  const link = post.link && webAddress(post.link);
  keep('link', link, element => { element.href = post.link; element.lastElementChild.textContent = link.hostname; });
  keep('topic', !post.topic.startsWith('user:'), element => {
    element.href = `/${post.topic.replace(':', '/')}`;
    if (post.topic.startsWith('post:')) {
      element.textContent = words.wordsThread;
      return;
    }
    element.textContent = topicName(words.wordsNews, post.topic);
  });
  const kind = named(words.wordsKinds, post.kind);
  keep('kind', kind && post.topic.startsWith('community:'), element => {
    element.href = `/${post.topic.replace(':', '/')}/${post.kind}s${post.kind === 'topic' ? '' : `/${encodeURIComponent(post.id)}`}`;
    element.textContent = kind;
  });
  const why = whyHere(feed, post, reason);
  keep('why', why, element => { element.textContent = why; });
  const audience = !post.replyTo && named(words.wordsAudiences, post.audience);
  keep('audience', audience, element => { element.lastElementChild.textContent = audience; });
  keep('edited', post.edited);
  keep('until', post.until, element => {
    element.querySelector('time').dateTime = post.until;
    showTime(element.querySelector('time'));
  });
  if (!post.text) field('text').remove();
  keep('shared', post.kind === 'share');
  const inside = post.story ?? (post.replyTo && post.topic !== feed.dataset.topics ? post.topic.slice('post:'.length) : null);
  keep('story', inside, element => drawStory(element, inside, words));
  drawDeeds(field, post, words, feed.dataset.self);
  return card;
}

// What a share shows is read apart: whether this reader may see it is for the server to say.
async function drawStory(element, id, words) {
  element.href = `/post/${encodeURIComponent(id)}`;
  const answer = await fetch(`/api/posts/${encodeURIComponent(id)}`).catch(() => null);
  if (!answer?.ok) {
    element.firstElementChild.textContent = words.wordsStoryGone;
    return;
  }
  const story = await answer.json();
  const part = (name, text) => {
    const piece = document.createElement(name);
    piece.dir = 'auto';
    piece.textContent = text;
    return piece;
  };
  element.replaceChildren(part('b', story.author.nickname), ...story.title ? [part('strong', story.title)] : [], part('span', clip(said(story))));
}

function drawDeeds(field, post, words, self) {
  const counts = post.counts ?? { comments: 0, shares: 0, reactions: {} };
  const fill = (name, count, word) => {
    const text = count > 0 ? count.toLocaleString(document.documentElement.lang) : '';
    field(name).textContent = text;
    field(name).setAttribute('aria-label', text ? `${word} ${text}` : word);
  };
  fill('comments', counts.comments, words.wordsComments);
  fill('iine', counts.reactions.iine ?? 0, words.wordsIine);
  fill('share', counts.shares, words.wordsShare);
  field('comments').href = `/post/${encodeURIComponent(post.id)}`;
  field('iine').value = `${post.id}:iine`;
  field('share').value = post.story ?? post.id;
  field('menu').href = `/post/${encodeURIComponent(post.id)}/why`;
  if (self === undefined) {
    field('menu').remove();
    field('iine').remove();
    field('share').remove();
  }
}

/** Takes over from the card before what the new one could not know: whether this reader reacted. */
export function keepDeeds(card, old) {
  const [now, before] = [card, old].map(one => one.querySelector('.deeds [aria-pressed]'));
  if (!now || !before) return;
  now.setAttribute('aria-pressed', before.getAttribute('aria-pressed'));
  now.name = before.name;
}

const said = post => post.kind === 'diary' ? plain(post.text) : post.text;

function named(words, word) {
  return words.split(';').find(pair => pair.startsWith(`${word}=`))?.slice(word.length + 1);
}

function topicName(news, topic) {
  const slug = topic.slice(topic.indexOf(':') + 1);
  const known = topic.startsWith('news:') && news.split(';').find(pair => pair.startsWith(`${slug}=`));
  return known ? known.slice(slug.length + 1) : slug;
}

function whyHere(feed, post, reason) {
  if (feed.dataset.reasons === undefined || !reason?.length) return null;
  if (post.author.handle === feed.dataset.self) return feed.dataset.wordsOwn;
  return reason[0] === post.topic && post.topic.startsWith('community:') ? feed.dataset.wordsMember : feed.dataset.wordsFollow;
}
