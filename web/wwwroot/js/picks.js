// Each chosen file gets a field for its description at once; without script they are described after they were kept.
export function startPick(pick) {
  const input = pick.querySelector('input[type="file"][multiple]');
  const list = pick.querySelector('[data-picked]');
  if (!input || !list) return;
  const row = list.querySelector('template').content.firstElementChild;
  let shown = [];
  input.addEventListener('change', () => {
    shown.forEach(URL.revokeObjectURL);
    shown = [];
    list.querySelectorAll('li').forEach(item => item.remove());
    [...input.files].forEach((file, place) => {
      const item = row.cloneNode(true);
      const image = item.querySelector('img');
      if (file.type.startsWith('image/')) shown.push(image.src = URL.createObjectURL(file));
      else image.remove();
      const [label, field] = [item.querySelector('label'), item.querySelector('input')];
      label.htmlFor = field.id = `${input.id}-alt-${place}`;
      item.querySelector('[data-name]').textContent = file.name;
      list.append(item);
    });
  });
}
