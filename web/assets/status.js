// The status page while a run is under way: its numbers follow. Without it there is Refresh.

const card = document.querySelector('#running');
const said = name => card.querySelector(`[data-run=${name}]`);
let wasRunning = !card.hidden;
let source;
const listen = () => {
  source = new EventSource('/status/events');
  source.addEventListener('message', event => {
    const run = JSON.parse(event.data);
    card.hidden = !run.running;
    document.querySelector('#over').hidden = run.running || !wasRunning;
    wasRunning ||= run.running;
    const bar = said('bar');
    if (run.known) {
      bar.max = run.total;
      bar.value = run.done;
    } else bar.removeAttribute('value');
    for (const name of ['doneWords', 'totalWords', 'refused', 'current', 'started', 'left']) {
      // What stays the same is left alone, so that it can be selected.
      if (said(name).textContent !== run[name]) said(name).textContent = run[name];
    }
    card.querySelectorAll('.of').forEach(of => (of.hidden = !run.known));
  });
};
listen();
addEventListener('pagehide', () => source.close());
addEventListener('pageshow', event => event.persisted && listen());
