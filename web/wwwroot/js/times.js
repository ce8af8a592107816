// Turns absolute times into "3 minutes ago", and keeps them right.
const steps = [[60, 'second', 1], [3600, 'minute', 60], [86400, 'hour', 3600], [604800, 'day', 86400]];
const language = document.documentElement.lang;
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });

export function showTime(element, now = Date.now()) {
  const at = Date.parse(element.dateTime);
  if (Number.isNaN(at)) return;
  const seconds = Math.round((at - now) / 1000);
  const step = steps.find(([limit]) => Math.abs(seconds) < limit);
  const text = step ? relative.format(Math.trunc(seconds / step[2]), step[1]) : day.format(at);
  if (element.textContent !== text) element.textContent = text;
  if (!element.title) element.title = absolute.format(at);
}

export function startTimes() {
  const all = () => {
    if (!document.hidden) document.querySelectorAll('time[datetime]').forEach(element => showTime(element));
  };
  all();
  setInterval(all, 30_000);
  document.addEventListener('visibilitychange', all);
}
