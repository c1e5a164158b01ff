// The reading view: saves requests and clicks. Without it every control is a link.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const doc = $('.doc');
const numberOf = section => Number(section?.id.slice(1) || 1);

// Matches. One that is not on this page, in another part of a long report, is a visit to its link.
const position = $('#pos');
const total = Number(position?.dataset.total ?? 0);
let at = Number($('mark.now')?.id.slice(1) ?? 0);
const visit = (number, behavior = 'auto') => {
  if (!total) return;
  const next = ((number - 1 + total) % total) + 1;
  const mark = $('#h' + next);
  if (!mark) {
    location.href = `${position.dataset.step}hit=${next}#h${next}`;
    return;
  }
  at = next;
  $$('mark.now').forEach(other => other.classList.remove('now'));
  mark.classList.add('now');
  const written = n => n.toLocaleString(document.documentElement.lang);
  position.textContent = position.dataset.said.replace('##', written(total)).replace('#', written(at));
  const here = new URL(location.href);
  here.searchParams.set('hit', at);
  here.hash = mark.id;
  history.replaceState(null, '', here);
  mark.scrollIntoView({ block: 'center', behavior });
  if (mark.closest('.page[id]')) turn(numberOf(mark.closest('.page')));
};
// The original beside the text turns to the same page. Viewers do not follow a change of the address
// alone, so the frame is made anew; the file itself comes from the browser's cache.
const turn = to => {
  const frame = $('.beside');
  if (!frame || frame.src.endsWith('#page=' + to)) return;
  const fresh = frame.cloneNode();
  fresh.src = frame.src.replace(/#.*|$/, '#page=' + to);
  frame.replaceWith(fresh);
};
const step = by => visit(at === 0 ? (by < 0 ? total : 1) : at + by);
position?.setAttribute('role', 'status');
addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest('[data-hit], [data-n], .pages a');
  if (!link) return;
  const number = Number(link.dataset.n ?? /^#h(\d+)$/.exec(link.hash)?.[1] ?? 0);
  if (!link.dataset.hit && !(number && $('#h' + number))) return;
  event.preventDefault();
  if (link.dataset.hit) step(Number(link.dataset.hit));
  else visit(number);
});

// A link to a place in another part, written before there were parts or by hand.
const [, kind, number] = /^#([hp])(\d+)$/.exec(location.hash) ?? [];
if (kind && !document.getElementById(kind + number)) {
  const there = new URL(location.href);
  const key = kind === 'h' ? 'hit' : 'p';
  if (there.searchParams.get(key) !== number && (kind === 'p' || Number(number) <= total)) {
    there.searchParams.delete('part');
    there.searchParams.set(key, number);
    location.replace(there);
  }
} else if (kind === 'h') visit(Number(number), 'instant'); // a page opens at its place, without travelling there

// The same words again go to the next match instead of to the portal.
const field = $('#find');
field?.form.addEventListener('submit', event => {
  if (field.value.trim() === field.defaultValue && total) {
    event.preventDefault();
    step(1);
  } else if (!field.value.trim()) {
    event.preventDefault();
    $('a[href]', field.form)?.click();
  }
});

// The bar, the outline and the map show where the reader is.
const here = $('.hitmap .here');
let page = $('.page', doc);
const show = (selector, current) =>
  $$(selector).forEach(link => (current(link) ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
let due = 0;
const track = () => {
  due = 0;
  const bars = $$('.pages a').map(link => Number(link.dataset.p)).filter(from => from <= numberOf(page));
  show('.pages a', link => Number(link.dataset.p) === bars.at(-1));
  // Only headings of the page in view are measured: the others are not laid out.
  const y = innerHeight * 0.4;
  const passed = $$('.abs, .page :is(h2, h3, h4, h5, h6)[id]', doc).filter(head => {
    const around = head.closest('.page');
    return around === page ? head.getBoundingClientRect().top <= y
      : !around || around.compareDocumentPosition(page) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  show('.toc a', link => link.hash === '#' + passed.at(-1)?.id);
  if (here && page) {
    const [from, to] = page.dataset.y.split(' ').map(Number);
    const box = page.getBoundingClientRect();
    const seen = part => from + (to - from) * Math.min(1, Math.max(0, (part - box.top) / box.height));
    here.setAttribute('y', seen(0));
    here.setAttribute('height', Math.max(12, seen(innerHeight) - seen(0)));
  }
};
const later = () => (due ||= requestAnimationFrame(track));
const seen = new IntersectionObserver(entries => {
  page = entries.filter(entry => entry.isIntersecting).at(-1)?.target ?? page;
  later();
}, { rootMargin: '-40% 0px -59% 0px' });
const watch = () => $$('.page', doc).forEach(section => seen.observe(section));
watch();
addEventListener('scroll', later, { passive: true });

// A long report goes on while one scrolls: the next part is fetched shortly before it is reached.
const parts = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => more(entry.target)), {
  rootMargin: '0px 0px 150% 0px',
});
const more = async link => {
  parts.unobserve(link);
  const place = link.closest('.onward');
  const before = link.dataset.more === 'before';
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) return;
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = [...$$('.doc > .page', other), ...$$(`.onward.${link.dataset.more}`, other)];
    const sections = (before ? [fresh.at(-1)?.matches('.onward') ? fresh.pop() : null, ...fresh] : fresh).filter(Boolean);
    const anchor = before ? place.nextElementSibling : null;
    const top = anchor?.getBoundingClientRect().top;
    doc.style.overflowAnchor = 'none';
    place.replaceWith(...sections.map(section => document.adoptNode(section)));
    if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
    doc.style.overflowAnchor = '';
    watch();
    ahead();
  } catch {
    // the link stays, and says so when it is followed
  }
};
const ahead = () => $$('[data-more=after]', doc).forEach(link => parts.observe(link));
doc?.addEventListener('click', event => {
  const link = event.target.closest('[data-more]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    more(link);
  }
});
if (doc) {
  ahead();
  track();
}

// The original opens at the page in view; without a viewer there is only the link.
$$('[data-original]').forEach(link => {
  link.addEventListener('pointerdown', () => (link.hash = 'page=' + numberOf(page)));
});
doc?.addEventListener('click', event => {
  const link = event.target.closest('.pm a');
  if (!link || !$('.beside') || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.hash.startsWith('#page=')) event.preventDefault();
  turn(numberOf(link.closest('.page')));
});
if (navigator.pdfViewerEnabled === false) $('.beside')?.remove();

// Size and width stay for the next report. The address gives way to the choice.
const report = $('.report');
$$('[data-key]').forEach(link => link.addEventListener('click', event => {
  event.preventDefault();
  const { key, value } = link.dataset;
  report.dataset[key] = value;
  document.documentElement.dataset[key] = value;
  try {
    localStorage.setItem('reading-' + key, value);
  } catch {
    // storage is forbidden: it holds for this page
  }
  const address = new URL(location.href);
  address.searchParams.delete(key);
  history.replaceState(null, '', address);
  show(`[data-key=${key}]`, other => other === link);
}));
['text', 'width'].forEach(key => {
  const chosen = document.documentElement.dataset[key];
  if (chosen) {
    report.dataset[key] = chosen;
    show(`[data-key=${key}]`, link => link.dataset.value === chosen);
  }
});

// Keys. Single letters rest while one types, and can be switched off: localStorage.keys = 'off'.
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
  if (event.key === 'n') step(1);
  else if (event.key === 'N') step(-1);
  else if (event.key === '[') $('[data-way="-1"]')?.click();
  else if (event.key === ']') $('[data-way="1"]')?.click();
  else if (event.key === 'f' && field) {
    event.preventDefault();
    const sheet = field.form;
    if (!sheet.checkVisibility()) sheet.showPopover();
    field.focus();
    field.select();
  }
});
