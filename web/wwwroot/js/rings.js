// What rang: something of the reader's own changed that is not a post. Whoever shows it draws it anew.
const heard = new Map();

export function onRing(kind, act) {
  if (!heard.has(kind)) heard.set(kind, []);
  heard.get(kind).push(act);
}

export function ring(kind) {
  heard.get(kind)?.forEach(act => act());
}
