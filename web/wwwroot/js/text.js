// The rules of web/Pages/Text/TextParts.cs once more; one table of examples tests both.
const clipAt = 200;
const links = /https?:\/\/[^\s<>"`「」『』（）【】、。，！？]+|(?<![A-Za-z0-9_@/.-])@[A-Za-z0-9][A-Za-z0-9_-]{1,19}(?![A-Za-z0-9_-])/g;

export function split(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(links)) {
    const part = partOf(match[0]);
    if (!part) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push(part);
    from = match.index + part.text.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

export function clip(text) {
  if (text.length <= clipAt) return text;
  const unit = text.charCodeAt(clipAt - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? clipAt - 1 : clipAt) + '…';
}

/** A diary's Markdown without its marks, for the beginning that a card shows. */
export function plain(markdown) {
  return markdown
    .replace(/^```.*\n?/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ {0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+)/gm, '')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=\S)([^*_\n]+)\1(?!\w)/g, '$2')
    .trim();
}

/** An http or https address as an URL object; null for anything else. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url : null;
  } catch {
    return null;
  }
}

/** Fills an element with text whose links and mentions can be clicked. */
export function fillText(element, text) {
  element.replaceChildren(...split(text).map(part => {
    if (!part.href) return part.text;
    const link = document.createElement('a');
    link.href = part.href;
    if (part.outside) link.rel = 'nofollow ugc';
    link.textContent = part.text;
    return link;
  }));
}

function partOf(match) {
  if (match[0] === '@') return { text: match, href: `/user/${match.slice(1).toLowerCase()}` };
  const address = match.replace(/[.,;:!?)\]}'*]+$/, '');
  return webAddress(address) ? { text: address, href: address, outside: true } : null;
}
