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

// Search boxes: what the reader may be about to type, as the archive knows it. The list is a
// listbox of the box, which keeps the focus: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
const suggest = (input, name) => {
  const list = document.createElement('ul');
  list.id = name;
  list.className = 'suggest';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', document.body.dataset.suggestions);
  input.form.append(list);
  input.type = 'text'; // a search field cannot be a combobox
  input.enterKeyHint = 'search';
  const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': name, 'aria-expanded': 'false' };
  Object.entries(attributes).forEach(([key, value]) => input.setAttribute(key, value));
  const status = document.createElement('span');
  status.className = 'vh';
  status.setAttribute('role', 'status');
  input.form.append(status);

  let at = -1;
  let due = 0;
  let asked = new AbortController();
  const options = () => [...list.children];
  const mark = index => {
    options()[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const option = options()[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    option ? input.setAttribute('aria-activedescendant', option.id) : input.removeAttribute('aria-activedescendant');
  };
  const open = shown => {
    list.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) mark(-1);
  };
  const stop = () => {
    clearTimeout(due);
    asked.abort();
    open(false);
  };
  const text = entry => {
    const label = document.createElement('span');
    label.dir = 'auto';
    let from = 0;
    entry.marks.forEach(([start, end]) => {
      const marked = document.createElement('b');
      marked.textContent = entry.text.slice(start, end);
      label.append(entry.text.slice(from, start), marked);
      from = end;
    });
    label.append(entry.text.slice(from));
    return label;
  };
  const option = (entry, index) => {
    const item = document.createElement('li');
    item.id = `${name}-${index}`;
    item.dataset.href = entry.url;
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', 'false');
    const note = document.createElement('small');
    note.textContent = entry.kind === 'report' ? entry.note : `${entry.note}, ${entry.reports.toLocaleString(document.documentElement.lang)}`;
    item.append(text(entry), note);
    return item;
  };
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const typed = input.value;
    if (!typed.trim()) return open(false);
    try {
      const answer = await fetch('/suggest.json?' + new URLSearchParams({ q: typed }), { signal: asked.signal });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (document.activeElement !== input || input.value !== typed) return;
      mark(-1);
      list.replaceChildren(...suggestions.map(option));
      status.textContent = suggestions.length ? document.body.dataset.suggested.replace('#', suggestions.length) : '';
      open(suggestions.length > 0);
    } catch (error) {
      if (error.name !== 'AbortError') stop(); // without the portal it is a plain box
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(due);
    due = setTimeout(ask, 120);
  });
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape' && !list.hidden) {
      event.preventDefault();
      stop();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && !event.altKey) {
      event.preventDefault();
      if (list.hidden) return ask();
      // Beyond either end stands the box itself.
      const count = list.children.length + 1;
      mark(((at + 1 + (key === 'ArrowDown' ? 1 : -1) + count) % count) - 1);
    } else if (key === 'Enter' && at >= 0) {
      event.preventDefault();
      location.assign(options()[at].dataset.href);
    } else if (key === 'Tab') stop();
  });
  list.addEventListener('pointerdown', event => event.preventDefault()); // the box keeps the focus
  list.addEventListener('click', event => {
    const chosen = event.target.closest('[role=option]');
    if (chosen) location.assign(chosen.dataset.href);
  });
  input.addEventListener('blur', stop);
  input.form.addEventListener('submit', stop);
};
$$('.search input[name=q]').forEach((input, index) => suggest(input, `suggest-${index}`));

// Home: the map and the list beside it point at each other.
$$('[data-r]').forEach(element => {
  const pair = on => $$(`[data-r="${CSS.escape(element.dataset.r)}"]`).forEach(one => one.classList.toggle('on', on));
  element.addEventListener('pointerenter', () => pair(true));
  element.addEventListener('pointerleave', () => pair(false));
});

// Browse: a narrow screen begins at the recent end of the timeline.
$$('.time').forEach(time => (time.parentElement.scrollLeft = 1e6));

// Copy buttons, those of results that came later too.
const copies = () => $$('button[data-copy][hidden]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText($(button.dataset.copy).innerText);
      button.firstChild.data = document.body.dataset.copied;
    } catch {
      getSelection().selectAllChildren($(button.dataset.copy)); // copying is forbidden: ready for Ctrl+C
    }
  });
});
copies();
addEventListener('dossier:results', copies);

// Keys. Single letters rest while one types, and can be switched off: localStorage.keys = 'off'.
const choose = step => {
  const hits = $$('.hit');
  if (!hits.length) return;
  const chosen = hits.findIndex(hit => hit.matches('.cur'));
  hits[chosen]?.classList.remove('cur');
  const next = hits[Math.max(0, Math.min(hits.length - 1, chosen + step))];
  next.classList.add('cur');
  $('h2 a', next).focus();
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
  else if (event.key === 'c') $('#cite')?.togglePopover();
  else if (event.key === 'j') choose(1);
  else if (event.key === 'k') choose(-1);
});

// An offline page of the portal's own. Without leave for it the browser shows its own.
navigator.serviceWorker?.register('/sw.js').catch(() => {});
