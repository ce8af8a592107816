// Times of the diary are the reader's own: the field shows them so, and tells the server how far that is from UTC.
export function startDiary(form) {
  const at = form.querySelector('[data-at]');
  const offset = form.querySelector('[data-offset]');
  const two = number => String(number).padStart(2, '0');
  if (at.value) {
    const time = new Date(`${at.value}Z`);
    at.value = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
  }
  form.querySelector('[data-zone]').remove();
  form.addEventListener('submit', () => { offset.value = String(new Date(at.value || Date.now()).getTimezoneOffset()); });
}
