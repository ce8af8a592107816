// Draws a post by cloning the template that the server drew with its own PostCard; every word goes in as text, never as markup.
import { clip, fillText, webAddress } from './text.js';
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
  fillText(field('text'), clip(post.text));
  keep('bot', post.author.bot);
  keep('title', post.title, element => { element.textContent = post.title; });
  keep('more', clip(post.text) !== post.text, element => { element.href = `/post/${encodeURIComponent(post.id)}`; });
  const link = post.link && webAddress(post.link);
  keep('link', link, element => { element.href = post.link; element.lastElementChild.textContent = link.hostname; });
  keep('topic', !post.topic.startsWith('user:'), element => {
    element.href = `/${post.topic.replace(':', '/')}`;
    element.textContent = topicName(words.wordsNews, post.topic);
  });
  const kind = wordOf(words.wordsKinds, post.kind);
  keep('kind', kind && post.topic.startsWith('community:'), element => {
    element.href = `/${post.topic.replace(':', '/')}/${post.kind}s${post.kind === 'topic' ? '' : `/${encodeURIComponent(post.id)}`}`;
    element.textContent = kind;
  });
  const why = whyHere(feed, post, reason);
  keep('why', why, element => { element.textContent = why; });
  const audience = { friends: words.wordsFriends, me: words.wordsMe }[post.audience];
  keep('audience', audience, element => { element.lastElementChild.textContent = audience; });
  keep('edited', post.edited);
  return card;
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

// The word for a key in a list such as `event=Event;poll=Poll`.
function wordOf(list, key) {
  return list?.split(';').map(pair => pair.split('=')).find(([name]) => name === key)?.[1];
}
