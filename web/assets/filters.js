// Filters: boxes of a tree, the field that sifts long lists, the handles of the dates. All of it listens
// on the document, since the filters are replaced while one chooses.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

// A value takes the place of those above and below it; one with chosen values below it shows as mixed.
const boxes = item => $$('input[type=checkbox]', item);
const mix = item => {
  const [above, ...below] = boxes(item);
  if (above) above.indeterminate = !above.checked && below.some(box => box.checked);
};
document.addEventListener('change', event => {
  const item = event.target.closest?.('.tree.nest > li');
  if (!item || event.target.type !== 'checkbox') return;
  const [above, ...below] = boxes(item);
  if (event.target === above && above.checked) below.forEach(box => (box.checked = false));
  else if (event.target !== above && event.target.checked) above.checked = false;
  mix(item);
}, true);

// Fields left empty stay out of the address.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || !event.target.matches('.rail form')) return;
  $$('input[name=from], input[name=to]', event.target).forEach(field => (field.disabled = !field.value));
});

// Only values with these letters, at any depth. What is chosen stays in sight.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const sift = input => {
  const wanted = plain(input.value.trim());
  const scope = input.closest('details, .wrap');
  $$('.tree li', scope).reverse().forEach(item => {
    const fits = plain($('.value a span', item).textContent).includes(wanted);
    const inside = $$('li', item).some(child => !child.hidden);
    item.hidden = !(!wanted || fits || inside || $(':scope > .value.chosen', item));
    const fold = $(':scope > details', item);
    if (fold && wanted) fold.open = inside;
  });
  $$('.more', scope).forEach(more => wanted && (more.open = true));
};
document.addEventListener('input', event => event.target.closest?.('.sieve') && sift(event.target));
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.closest?.('.sieve')) event.preventDefault();
});

// Dates: two handles over the columns, tied to From and To.
const handles = brush => {
  const names = brush.dataset.names.split(' ');
  const bars = $$('a', brush);
  const [from, to] = ['from', 'to'].map(name => $(`.rail input[name=${name}]`));
  const called = field => field.labels[0].textContent;
  const at = (value, end) => {
    const length = names[0].length;
    const known = (value + (end ? '-12-31' : '-01-01').slice(value.length - 4)).slice(0, length);
    const index = names.findIndex(name => name >= known);
    return index < 0 ? names.length - 1 : end && names[index] > known ? Math.max(0, index - 1) : index;
  };
  const make = (label, value) => {
    const range = document.createElement('input');
    Object.assign(range, { type: 'range', min: 0, max: names.length - 1, value });
    range.setAttribute('aria-label', label);
    brush.append(range);
    return range;
  };
  const low = make(called(from), from.value ? at(from.value, false) : 0);
  const high = make(called(to), to.value ? at(to.value, true) : names.length - 1);
  const draw = () => {
    for (const range of [low, high]) range.setAttribute('aria-valuetext', $('title', bars[range.value]).textContent);
    if (!from.value && !to.value) return;
    bars.forEach((bar, i) => bar.classList.toggle('on', i >= low.valueAsNumber && i <= high.valueAsNumber));
  };
  low.addEventListener('input', () => {
    low.value = Math.min(low.value, high.value);
    from.value = names[low.value];
    to.value ||= names[high.value];
    draw();
  });
  high.addEventListener('input', () => {
    high.value = Math.max(low.value, high.value);
    to.value = names[high.value];
    from.value ||= names[low.value];
    draw();
  });
  draw();
};

const begin = () => {
  $$('.tree.nest > li').forEach(mix);
  $$('.sieve').forEach(sieve => {
    if ($('input', sieve).value) sift($('input', sieve));
  });
  $$('.brush').forEach(brush => brush.dataset.names.includes(' ') && handles(brush));
};
addEventListener('dossier:results', begin);
begin();
