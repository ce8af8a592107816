// A number beside an entry of the navigation: drawn for the eye, spoken once when it changes.
const most = 100;

export function showCount(nav, number, words) {
  const count = nav.querySelector('.count');
  const spoken = nav.querySelector('[role="status"]');
  const short = number >= most ? `${most - 1}+` : number.toLocaleString(document.documentElement.lang);
  count.hidden = number === 0;
  count.textContent = short;
  const sentence = number === 0 ? '' : words.replace('{0}', short);
  if (spoken.textContent !== sentence) spoken.textContent = sentence;
}
