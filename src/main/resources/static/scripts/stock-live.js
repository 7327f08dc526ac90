// Updates stock on an open page: a stream reports changes, then the page reloads the parts that show them.
const live = document.querySelector('[data-stock-live]');
if (live && window.EventSource && window.htmx) {
  const PAUSE = 1_000;            // between two reloads
  const ELSEWHERE = 10_000;       // for a product that is not on the page: only the totals can change
  const AGAIN = 15_000;           // after a refusal, because the browser does not reconnect by itself
  let stream;
  let again;
  let timer;
  let due = Infinity;
  let last = 0;

  const say = connected => {
    for (const mark of live.querySelectorAll('[data-live]')) mark.hidden = (mark.dataset.live === 'on') !== connected;
  };

  // The address can have new filters; a form that was returned with errors has another address.
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

  const isOnPage = event => {
    const rows = document.querySelectorAll('[data-sku]');
    if (!rows.length) return true;
    try {
      const { sku } = JSON.parse(event.data);
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
      if (broken) readWithin(PAUSE);     // the stream repeats missed events only while it stores them
      broken = false;
    });
    stream.addEventListener('level', event => readWithin(isOnPage(event) ? PAUSE : ELSEWHERE));
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

  // A hidden page closes the stream; when the page is visible again, it reloads everything at once.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else if (!stream) { open(); read(); }
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', event => { if (event.persisted && !stream) { open(); read(); } });

  // Keeps parts with unsaved input, and lists that the user has extended by scrolling.
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
