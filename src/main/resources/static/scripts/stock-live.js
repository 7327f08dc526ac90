// News of the stock on an open page: a stream says that something changed, then the parts that show it are read anew.
const live = document.querySelector('[data-stock-live]');
if (live && window.EventSource && window.htmx) {
  const PAUSE = 1_000;            // between two readings of what is on the page
  const ELSEWHERE = 10_000;       // where the news is of a product that is not on it: only the sums may change
  const AGAIN = 15_000;           // after a refusal, which a browser does not repeat by itself
  let stream;
  let again;
  let timer;
  let due = Infinity;
  let last = 0;

  const say = connected => {
    for (const mark of live.querySelectorAll('[data-live]')) mark.hidden = (mark.dataset.live === 'on') !== connected;
  };

  // The address may have got filters by now; a form that came back with faults has another one.
  const address = () => location.pathname === live.dataset.page ? location.pathname + location.search : live.dataset.page;

  const read = () => {
    clearTimeout(timer);
    due = Infinity;
    last = Date.now();
    htmx.ajax('GET', address(), { source: live, target: live, swap: 'none' });
  };
  const readWithin = pause => {
    const at = Math.max(Date.now(), last + pause);
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(read, at - Date.now());
  };

  const isHere = news => {
    const rows = document.querySelectorAll('[data-sku]');
    if (!rows.length) return true;
    try {
      const { sku } = JSON.parse(news.data);
      return [...rows].some(row => row.dataset.sku === sku);
    } catch {
      return true;
    }
  };

  const open = () => {
    stream?.close();
    stream = new EventSource(live.dataset.stockLive);
    let broken = false;
    stream.addEventListener('open', () => {
      say(true);
      if (broken) readWithin(PAUSE);     // the stream tells what was missed, unless it no longer knows
      broken = false;
    });
    stream.addEventListener('level', news => readWithin(isHere(news) ? PAUSE : ELSEWHERE));
    stream.addEventListener('error', () => {
      broken = true;
      say(false);
      if (stream?.readyState === EventSource.CLOSED) again = setTimeout(() => { open(); readWithin(PAUSE); }, AGAIN);
    });
  };
  const close = () => {
    clearTimeout(again);
    clearTimeout(timer);
    due = Infinity;
    stream?.close();
    stream = undefined;
  };

  // Who does not look needs no news; who looks again gets all of it at once.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else if (!stream) { open(); read(); }
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted && !stream) { open(); read(); } });

  // What somebody is typing stays, and so does what they have scrolled down to.
  document.addEventListener('htmx:oobBeforeSwap', event => {
    const part = event.detail.target;
    const typed = [...part.querySelectorAll('input:not([type=hidden])')].some(input => input.value !== input.defaultValue || input === document.activeElement);
    const longer = part.dataset.most && part.querySelectorAll('tbody > tr').length > Number(part.dataset.most);
    if (typed || longer) event.detail.shouldSwap = false;
    if (longer) part.querySelector('[data-newer]').hidden = false;
    const figures = part.querySelector('details[open]');
    if (figures) event.detail.fragment.querySelector('details')?.setAttribute('open', '');
  });
  live.addEventListener('htmx:responseError', () => say(false));
  live.addEventListener('htmx:sendError', () => say(false));

  if (!document.hidden) open();
}
