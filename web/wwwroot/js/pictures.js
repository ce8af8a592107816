// The pictures of a post, as PostPictures.razor draws them: boxes whose shape is known before the file comes.
const inLists = 4;

export function fillPictures(box, post) {
  const shown = post.pictures.slice(0, inLists);
  const rest = post.pictures.length - shown.length;
  box.dataset.count = shown.length;
  box.replaceChildren(...shown.map((picture, place) => {
    const alt = picture.alt || box.dataset.words;
    if (picture.video) return video(picture, alt);
    const link = document.createElement('a');
    link.className = 'picture';
    link.href = post.album ? `/album/${encodeURIComponent(post.album)}?picture=${encodeURIComponent(picture.id)}` : `/post/${encodeURIComponent(post.id)}`;
    const image = document.createElement('img');
    Object.assign(image, { alt, loading: 'lazy', decoding: 'async', src: picture.small });
    size(image, picture);
    link.append(image);
    if (rest > 0 && place === shown.length - 1) {
      const more = document.createElement('span');
      more.className = 'rest';
      more.ariaHidden = 'true';
      more.textContent = `+${rest}`;
      link.append(more);
    }
    return link;
  }));
}

/** The browser keeps faces for a while; after a change it fetches the new one, so that all pages show it. */
export function freshenFaces() {
  for (const image of document.querySelectorAll('[data-fresh]')) fetch(image.dataset.fresh, { cache: 'reload' }).catch(() => {});
}

function video(picture, alt) {
  const player = document.createElement('video');
  Object.assign(player, { className: 'picture', controls: true, preload: 'metadata', src: picture.url });
  player.ariaLabel = alt;
  size(player, picture);
  return player;
}

function size(element, { width, height }) {
  if (width > 0) element.width = width;
  if (height > 0) element.height = height;
}
