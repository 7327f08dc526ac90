// Receiving: a scanner ends what it reads with Enter. From the SKU that leads on to the quantity, from there to the booking.
const gate = document.querySelector('[data-scan]');
if (gate) {
  const field = name => gate.querySelector(`[name=${name}]`);
  const told = () => document.getElementById('scanned');

  const mark = (input, wrong) => {
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

  // Asked before anything is booked: a code that is not known keeps the focus, and the next scan writes over it.
  const ask = async () => {
    const sku = field('sku');
    gate.setAttribute('aria-busy', 'true');
    try {
      const sought = new URLSearchParams({ sku: sku.value, site: field('site').value });
      const answer = await fetch(`${gate.dataset.ask}?${sought}`, { headers: { accept: 'text/html' } });
      const part = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('scanned') : null;
      if (!part) return true;       // the booking itself will say what is wrong
      told().replaceChildren(...[...part.childNodes].map(node => document.importNode(node, true)));
      return !told().querySelector('[data-unknown]');
    } catch {
      return true;
    } finally {
      gate.removeAttribute('aria-busy');
    }
  };

  field('sku').addEventListener('keydown', async event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (gate.hasAttribute('aria-busy')) return;
    const known = await ask();
    mark(field('sku'), !known);
    const next = field(known ? 'quantity' : 'sku');
    next.focus();
    next.select();
  });
  field('sku').addEventListener('input', () => {
    mark(field('sku'), false);
    told().replaceChildren();
  });
  for (const name of ['sku', 'quantity']) field(name).addEventListener('focus', event => event.target.select());
}
