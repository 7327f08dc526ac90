// What htmx does not do. Every page works without this file; with it, users can work from the keyboard.
document.documentElement.classList.add('scripted');

const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
const framed = document.body.hasAttribute('data-framed');

// Pages show times in the time zone of this browser.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `ORDERTRAIL_ZONE=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;

// The language links keep the filters of the page.
for (const link of document.querySelectorAll('.languages a')) {
  const here = new URL(location.href);
  here.searchParams.set('lang', link.hreflang);
  link.href = here.pathname + here.search;
}

document.addEventListener('htmx:configRequest', event => {
  const { detail } = event;
  if (detail.verb !== 'get' && meta('csrf-header')) detail.headers[meta('csrf-header')] = meta('csrf-token');
  if (event.target.matches('.filters')) {
    for (const name of [...detail.formData.keys()]) if (!detail.formData.get(name)) detail.formData.delete(name);
  }
});

// Disables the button of a form after the first click; the button is enabled again when the page is shown again.
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.method !== 'post') return;
  const button = event.submitter;
  if (button) setTimeout(() => { button.disabled = true; });
  if (event.target.dataset.takes) setTimeout(working, 1000, event.target.dataset.takes);
});
addEventListener('pageshow', () => {
  document.querySelectorAll('button[disabled]').forEach(button => { button.disabled = false; });
  document.querySelector('.working')?.remove();
});

// Says what the server does when its answer takes longer than a second, and for how long it has done so.
function working(text) {
  const box = document.createElement('div');
  box.className = 'working';
  box.innerHTML = '<p role="status"></p><p class="quiet"></p><progress></progress>';
  document.body.append(box);
  const [said, since] = box.children;
  said.textContent = text;
  const begun = Date.now() - 1000;
  const unit = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'second' });
  const tick = () => { since.textContent = unit.format(Math.round((Date.now() - begun) / 1000)); if (box.isConnected) setTimeout(tick, 1000); };
  tick();
}

document.querySelector('[data-focus]')?.focus();
if (document.querySelector('[data-focus]')) document.querySelector('[aria-invalid]')?.focus();

// The order form: line amounts, the customer's address, adding and removing lines.
const orderForm = document.querySelector('[data-order-form]');
if (orderForm) {
  const body = orderForm.querySelector('#lines');
  const rows = () => [...body.rows];

  // The server calculates, so the amounts are the same as those of the order.
  const ask = async act => {
    const data = new FormData(orderForm);
    rows().forEach(row => { if (isBlank(row)) row.dataset.blank = 'true'; else delete row.dataset.blank; });
    data.set('act', act);
    const answer = await fetch(orderForm.action, { method: 'POST', body: new URLSearchParams(data), headers: { accept: 'text/html' } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  };
  const isBlank = row => [...row.querySelectorAll('input')].every(input => !input.value.trim());

  const recalculate = async () => {
    const page = await ask('sums');
    if (!page) return;
    const answers = [...page.querySelectorAll('#lines tr')];
    let at = 0;
    rows().forEach(row => {
      const answer = row.dataset.blank ? null : answers[at++];
      for (const part of ['.hint', 'output']) {
        row.querySelector(part).replaceChildren(...(answer ? [...answer.querySelector(part).childNodes].map(node => document.importNode(node, true)) : []));
      }
    });
    orderForm.querySelector('#total').textContent = page.querySelector('#total').textContent;
  };

  // A customer's address replaces a typed one only when the user asks for it with the button.
  const takeAddress = async act => {
    const page = await ask(act);
    if (!page) return;
    orderForm.querySelector('#customer-known').replaceWith(document.importNode(page.querySelector('#customer-known'), true));
    for (const field of orderForm.querySelectorAll('#ship-to input, #ship-to select, #addressOf')) field.value = page.getElementById(field.id).value;
  };

  const more = () => {
    const row = rows().at(-1).cloneNode(true);
    row.querySelectorAll('input').forEach(input => { input.value = ''; input.removeAttribute('value'); input.removeAttribute('aria-invalid'); });
    row.querySelectorAll('.at-field').forEach(fault => fault.remove());
    row.querySelectorAll('.hint, output').forEach(part => part.replaceChildren());
    body.append(row);
    window.htmx?.process(row);
    return row;
  };

  orderForm.addEventListener('change', event => {
    if (event.target.matches('[data-customer]') && !event.target.readOnly) takeAddress('customer');
    if (event.target.closest('#lines')) recalculate();
  });
  orderForm.addEventListener('ordertrail:filled', recalculate);
  orderForm.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.matches('[data-more]')) {
      event.preventDefault();
      more().querySelector('input').focus();
    } else if (button.matches('[data-remove]')) {
      event.preventDefault();
      const row = button.closest('tr');
      const next = row.nextElementSibling ?? row.previousElementSibling ?? more();
      row.remove();
      next.querySelector('input').focus();
      recalculate();
    } else if (button.value === 'address') {
      event.preventDefault();
      takeAddress('address');
    }
  });
  // Enter moves to the next field, and from the last field to a new line; Ctrl+Enter submits the order.
  orderForm.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.matches('textarea, button, a')) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return orderForm.requestSubmit(orderForm.querySelector('.acts button.main'));
    const fields = [...orderForm.querySelectorAll('input:not([type=hidden]), select, textarea')];
    (fields[fields.indexOf(event.target) + 1] ?? more().querySelector('input')).focus();
  });
}

// Rows filled in by keyboard or scanner: Enter moves to the next field, and from the last field to a new row or to the button.
document.addEventListener('keydown', event => {
  const form = event.target.closest?.('[data-enter-goes-on]');
  if (event.key !== 'Enter' || !form || !event.target.matches('input, select')) return;
  event.preventDefault();
  const rows = [...form.querySelectorAll('table input:not([type=hidden]), fieldset input:not([type=hidden])')];
  const fields = [...form.querySelectorAll('input:not([type=hidden]), select')];
  const more = form.querySelector('[data-more]');
  if (more && event.target === rows.at(-1) && event.target.value) return form.requestSubmit(more);
  const next = fields[fields.indexOf(event.target) + 1] ?? form.querySelector('button.main');
  next.focus();
  next.select?.();
});

// The pick list: Enter saves the line and moves to the next.
document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !event.target.matches('[data-pick] [name=found]')) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll('[data-pick] [name=found]')];
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) { next.focus(); next.select(); } else event.target.blur();
});

// Within Tasklist: sends the height of the page to the frame, and reloads the facts when the user returns to the tab.
if (framed && parent !== window) {
  const sendHeight = () => parent.postMessage({ ordertrail: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, location.origin);
  new ResizeObserver(sendHeight).observe(document.documentElement);
  sendHeight();
  let left = false;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) left = true;
    else if (left && !document.activeElement?.matches('input')) location.reload();
  });
}
