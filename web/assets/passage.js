// Reading: the bar of a selected passage. The page works without this file.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const doc = $('.doc');

// What is selected can be linked to and cited. Tab leads to the bar, Escape puts it away.
const passage = $('#passage');
const offered = passage && $('a', passage).textContent;
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
  link.textContent = offered;
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
      link.textContent = passage.dataset.copied;
    } catch {
      location.assign(link.href); // copying is forbidden: the address bar has it
    }
  });
}

