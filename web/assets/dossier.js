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
  list.setAttribute('aria-label', 'Suggestions');
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
    note.textContent = entry.kind === 'report' ? entry.note : `${entry.note}, ${entry.reports.toLocaleString('en-GB')}`;
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
      status.textContent = suggestions.length ? `${suggestions.length} suggestions` : '';
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

// Reading: step through the matches without asking the portal again.
const marks = $$('.doc mark[id]');
const position = $('#pos');
let at = marks.findIndex(mark => mark.classList.contains('now'));
const visit = (index, behavior = 'auto') => {
  if (!marks.length) return;
  $$('mark.now').forEach(mark => mark.classList.remove('now'));
  at = (index + marks.length) % marks.length;
  const mark = marks[at];
  mark.classList.add('now');
  position.textContent = `${at + 1} of ${marks.length}`;
  const here = new URL(location.href);
  here.searchParams.set('hit', at + 1);
  here.hash = mark.id;
  history.replaceState(null, '', here);
  mark.scrollIntoView({ block: 'center', behavior });
};
position?.setAttribute('role', 'status');
$$('[data-hit]').forEach(link => link.addEventListener('click', event => {
  event.preventDefault();
  visit(at < 0 && Number(link.dataset.hit) < 0 ? -1 : at + Number(link.dataset.hit));
}));
$$('.pages a').forEach(link => link.addEventListener('click', event => {
  const index = marks.findIndex(mark => '#' + mark.id === link.hash);
  if (index >= 0) {
    event.preventDefault();
    visit(index);
  }
}));
if (marks.length) {
  const index = marks.findIndex(mark => '#' + mark.id === location.hash);
  if (index >= 0) visit(index, 'instant'); // a page opens at its place, without travelling there
}

// Reading: the bar and the outline show where the reader is.
const doc = $('.doc');
if (doc) {
  const pages = $$('.page', doc);
  const heads = $$('.abs, .page :is(h2, h3, h4, h5, h6)[id]', doc);
  const last = (elements, y) => elements.filter(element => element.getBoundingClientRect().top <= y).pop()?.id;
  const show = (selector, current) =>
    $$(selector).forEach(link => (current(link) ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  let due = 0;
  const track = () => {
    due = 0;
    const y = innerHeight * 0.4;
    const page = Number(last(pages, y)?.slice(1) ?? 1);
    const head = last(heads, y);
    const bars = $$('.pages a').map(link => Number(link.dataset.p)).filter(from => from <= page);
    show('.pages a', link => Number(link.dataset.p) === bars.at(-1));
    show('.toc a', link => link.hash === '#' + head);
  };
  addEventListener('scroll', () => (due ||= requestAnimationFrame(track)), { passive: true });
  track();
}

// Citing: copy buttons.
$$('button[data-copy]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText($(button.dataset.copy).innerText);
      button.firstChild.data = 'Copied';
    } catch {
      getSelection().selectAllChildren($(button.dataset.copy)); // copying is forbidden: ready for Ctrl+C
    }
  });
});

// Reading: what is selected can be linked to and cited. Tab leads to the bar, Escape puts it away.
const passage = $('#passage');
const block = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('p, li, tr, h2, h3, h4, h5, h6');
const sheet = node => (node.nodeType === 1 ? node : node.parentElement)?.closest('.page');
const plain = text => text.replace(/\s+/g, ' ').trim();
const letter = char => /[\p{L}\p{N}\p{M}]/u.test(char ?? '');
const part = text => encodeURIComponent(text).replace(/-/g, '%2D');
// Text fragments begin and end with whole words.
const whole = selected => {
  const range = selected.cloneRange();
  const { startContainer: first, endContainer: last } = range;
  if (first.nodeType === 3) {
    let at = range.startOffset;
    while (at > 0 && letter(first.data[at]) && letter(first.data[at - 1])) at--;
    range.setStart(first, at);
  }
  if (last.nodeType === 3) {
    let at = range.endOffset;
    while (at < last.data.length && letter(last.data[at - 1]) && letter(last.data[at])) at++;
    range.setEnd(last, at);
  }
  return range;
};
// By the rules of text fragments: all the words when they are few, else the first and the last. When
// the same stand elsewhere too, the words before them tell which are meant; when even those do, as in
// a summary that repeats a paragraph, it is the paragraph up to there, after what stands above it.
const lead = range => {
  const before = document.createRange();
  before.setStart(block(range.startContainer), 0);
  before.setEnd(range.startContainer, range.startOffset);
  return plain(before.toString());
};
const tail = text => text.split(' ').slice(-4).join(' ');
const once = text => plain($('.report').textContent).split(text).length <= 2;
const fragment = (range, before = '') => {
  const home = block(range.startContainer);
  const text = plain(range.toString());
  const words = text.split(' ');
  const long = words.length > 12 || home !== block(range.endContainer);
  const start = long ? words.slice(0, 5).join(' ') : text;
  if (home && !before && !once(start)) {
    const near = tail(lead(range));
    if (near && once(`${near} ${start}`)) return fragment(range, near);
    const blocks = $$('p, li, tr, h2, h3, h4, h5, h6', doc);
    const above = tail(plain(blocks[blocks.indexOf(home) - 1]?.textContent ?? ''));
    const wider = range.cloneRange();
    wider.setStart(home, 0);
    if (above) return fragment(wider, above);
  }
  const ends = long ? ',' + part(words.slice(-5).join(' ')) : '';
  return ':~:text=' + (before && part(before) + '-,') + part(start) + ends;
};
const offer = () => {
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed && whole(selection.getRangeAt(0));
  const page = range && doc.contains(range.commonAncestorContainer) && sheet(range.startContainer);
  passage.hidden = !page || plain(range.toString()).length < 3;
  if (passage.hidden) return;
  const [link, cite] = $$('a', passage);
  const number = page.classList.contains('whole') ? '' : page.id.slice(1);
  link.href = passage.dataset.report + '#' + page.id + fragment(range);
  link.textContent = 'Link to this passage';
  cite.href = passage.dataset.cite + '?' + new URLSearchParams({
    ...(number && { page: number }),
    quote: plain(range.toString()).slice(0, 600),
  });
  block(range.endContainer)?.closest('ul, .scroll, p, h2, h3, h4, h5, h6').after(passage);
  const box = range.getBoundingClientRect();
  passage.style.top = `${box.bottom + scrollY + 6}px`;
  passage.style.left = `${Math.max(8, Math.min(box.left, document.body.clientWidth - passage.offsetWidth - 8))}px`;
};
if (doc && passage) {
  let wait = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(wait);
    wait = setTimeout(() => passage.contains(document.activeElement) || offer(), 200);
  });
  addEventListener('keydown', event => {
    if (event.key === 'Escape') passage.hidden = true;
    if (event.key === 'Tab' && !event.shiftKey && !passage.hidden && !passage.contains(document.activeElement)) {
      event.preventDefault();
      $('a', passage).focus();
    }
  });
  $('a', passage).addEventListener('click', async event => {
    event.preventDefault();
    const link = event.currentTarget;
    try {
      await navigator.clipboard.writeText(link.href);
      link.textContent = 'Link copied';
    } catch {
      location.assign(link.href); // copying is forbidden: the address bar has it
    }
  });
}

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
  else if (event.key === 'n') visit(at + 1);
  else if (event.key === 'N') visit(at < 0 ? -1 : at - 1);
  else if (event.key === 'j') choose(1);
  else if (event.key === 'k') choose(-1);
});
