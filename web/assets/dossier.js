// Dossier: saves clicks, and nothing else. Every page works without this file.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// Menus close on Escape and on a click elsewhere.
addEventListener('click', event => {
  $$('.menu[open]').forEach(menu => menu.contains(event.target) || (menu.open = false));
});
addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    $$('.menu[open]').forEach(menu => {
      menu.open = false;
      $('summary', menu).focus();
    });
  }
});

// Filters: a value takes the place of those above and below it; one with chosen values below it
// shows as mixed.
const boxes = scope => $$('input[type=checkbox]', scope);
$$('.tree.nest > li').forEach(item => {
  const [above, ...below] = boxes(item);
  const mix = () => {
    above.indeterminate = !above.checked && below.some(box => box.checked);
  };
  item.addEventListener('change', event => {
    if (event.target === above && above.checked) {
      below.forEach(box => (box.checked = false));
    } else if (event.target !== above && event.target.checked) {
      above.checked = false;
    }
    mix();
  });
  mix();
});
// Fields left empty stay out of the address.
$('.rail form')?.addEventListener('submit', event => {
  $$('input[name=from], input[name=to]', event.target).forEach(field => (field.disabled = !field.value));
});

// Home: the map and the list beside it point at each other.
$$('[data-r]').forEach(element => {
  const pair = on => $$(`[data-r="${CSS.escape(element.dataset.r)}"]`).forEach(one => one.classList.toggle('on', on));
  element.addEventListener('pointerenter', () => pair(true));
  element.addEventListener('pointerleave', () => pair(false));
});

// Browse: a narrow screen begins at the recent end of the timeline.
$$('.time').forEach(time => (time.parentElement.scrollLeft = 1e6));

// Keys. Single letters rest while one types, and can be switched off: localStorage.keys = 'off'.
const hits = $$('.hit');
let chosen = -1;
const choose = index => {
  hits[chosen]?.classList.remove('cur');
  chosen = Math.max(0, Math.min(hits.length - 1, index));
  hits[chosen].classList.add('cur');
  $('h2 a', hits[chosen]).focus();
};
const off = () => {
  try {
    return localStorage.keys === 'off';
  } catch {
    return false; // storage is forbidden: the keys work
  }
};
addEventListener('keydown', event => {
  const typing = event.target.matches?.('input:not([type=checkbox]), select, textarea');
  if (event.ctrlKey || event.metaKey || event.altKey || typing || off()) return;
  if (event.key === '/') {
    event.preventDefault();
    const field = $('.search input');
    field?.focus();
    field?.select();
  } else if (event.key === '?') $('#help').togglePopover();
  else if (event.key === 'j' && hits.length) choose(chosen + 1);
  else if (event.key === 'k' && hits.length) choose(chosen - 1);
});

// An offline page of the portal's own. Without leave for it the browser shows its own.
navigator.serviceWorker?.register('/sw.js').catch(() => {});
