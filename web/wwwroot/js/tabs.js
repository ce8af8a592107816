// On a narrow screen tabs lie in one row that moves sideways: the open one is moved into sight.
export function showTab(tabs) {
  const open = tabs.querySelector('[aria-current]');
  if (open) tabs.scrollLeft = open.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - open.offsetWidth) / 2;
}
