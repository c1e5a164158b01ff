// Results: a choice among the filters changes results, counts, title and address in place. Whatever goes
// wrong, the browser goes to the same address by itself.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

const said = document.createElement('p'); // tells those who cannot see it how many reports are left
said.className = 'vh';
said.setAttribute('role', 'status');
document.body.append(said);

const bare = address => address.split('#')[0];
let shown = bare(location.href);
let asked; // the request under way

// The same control in the page that came: its name and value, or what it is called.
const twin = (old, root) => {
  if (!old || old === document.body) return null;
  const name = old.getAttribute('aria-label')?.replace(/, [^,]*$/, '');
  return $$(old.tagName, root).find(one =>
    old.name
      ? one.name === old.name && (old.type !== 'checkbox' || one.value === old.value)
      : name
        ? one.getAttribute('aria-label')?.replace(/, [^,]*$/, '') === name
        : one.textContent === old.textContent && one.className === old.className);
};

// What is open, typed and scrolled stays as the reader left it.
const settle = (rail, fresh) => {
  const folds = $$('details', rail).map(fold => [$('summary', fold), fold.open]);
  const named = summary => summary.getAttribute('aria-label') ?? summary.textContent;
  const open = new Map(folds.map(([summary, is]) => [named(summary), is]));
  $$('details', fresh).forEach(fold => {
    const was = open.get(named($('summary', fold)));
    if (was !== undefined && !(fold.matches('.more') && fold.open)) fold.open = was;
  });
  const sieves = $$('.sieve input', rail).map(input => input.value);
  rail.replaceChildren(...fresh.childNodes);
  $$('.sieve input', rail).forEach((input, i) => (input.value = sieves[i] ?? ''));
};

const swap = page => {
  const rail = $('#filters');
  const results = $('#results', page);
  const band = $('.band .wrap', page);
  if (!rail || !results || !band) throw new Error('another page came');
  const focused = document.activeElement;
  const within = rail.contains(focused) || $('#results').contains(focused);
  const y = rail.scrollTop;
  settle(rail, $('#filters', page));
  $('#results').replaceWith(results);
  const own = $('.band .wrap');
  [...own.children].forEach(child => child.matches('.search') || child.remove());
  own.append(...[...band.children].filter(child => !child.matches('.search')));
  const words = $('.search input[name=q]', band);
  if (words && focused !== $('.search input[name=q]', own)) $('.search input[name=q]', own).value = words.value;
  document.title = page.title;
  rail.scrollTop = y;
  dispatchEvent(new Event('dossier:results'));
  if (within) {
    const again = twin(focused, rail) ?? twin(focused, results) ?? $('h1', results);
    if (again.matches('h1')) again.tabIndex = -1;
    again.focus({ preventScroll: true });
  }
  said.textContent = $('h1', results).firstChild.textContent.trim();
};

const load = async (address, keep = true) => {
  asked?.abort();
  const own = (asked = new AbortController());
  $('#results').setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(address, { signal: own.signal });
    if (!answer.ok) throw new Error('status ' + answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (own.signal.aborted) return;
    swap(page);
    shown = bare(answer.url);
    if (keep) history.pushState(null, '', answer.url);
    asked = undefined;
  } catch (error) {
    if (own.signal.aborted) return;
    if (keep) location.assign(address);
    else location.reload();
  }
};

// The form as an address; fields left empty stay out of it.
const address = form => {
  const fields = [...new FormData(form)].filter(([, value]) => value);
  const query = new URLSearchParams(fields).toString();
  return new URL(form.action).pathname + (query && '?' + query);
};

if ($('#results')) {
  addEventListener('submit', event => {
    if (event.target.matches('.rail form')) {
      event.preventDefault();
      const sheet = $('#filters');
      if (event.submitter && sheet.matches(':popover-open')) sheet.hidePopover();
      load(address(event.target));
    }
  });
  addEventListener('change', event => {
    if (event.target.matches('.rail input[type=checkbox], .rail input[type=range]')) {
      load(address(event.target.form ?? $('.rail form')));
    }
  });
  addEventListener('click', event => {
    const link = event.target.closest('a');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!link.matches('.rail a, .chips a, .tools .menu a, .pager a')) return;
    const href = link.href.baseVal ?? link.href;
    const to = new URL(href, location.href);
    if (to.pathname !== '/search' || to.origin !== location.origin) return;
    event.preventDefault();
    link.closest('.menu')?.removeAttribute('open');
    // A value is its box: so two quick choices are both kept.
    const box = link.closest('.value') && !link.matches('.but') && $('input', link.closest('.value'));
    if (box) box.click();
    else load(to.href).then(() => link.matches('.pager a') && scrollTo({ top: 0 }));
  });
  addEventListener('popstate', () => {
    if (bare(location.href) !== shown) load(location.href, false);
  });
}
