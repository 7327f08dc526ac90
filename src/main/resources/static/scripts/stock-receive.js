// Receiving: a scanner ends what it reads with Enter. From the SKU that leads on to the quantity, from there to the booking.
const gate = document.querySelector('[data-scan]');
if (gate) {
  const field = name => gate.querySelector(`[name=${name}]`);
  const told = () => document.getElementById('scanned');

  const mark = (input, wrong) => {
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

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

  // Fingers are faster than the answer, so the pieces can be typed at once; a code that is not known fetches the focus back,
  // and the next scan writes over it.
  field('sku').addEventListener('keydown', async event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (field('sku').value.trim()) field('quantity').focus();
    const known = await ask();
    mark(field('sku'), !known);
    if (known) return;
    field('sku').focus();
    field('sku').select();
  });
  field('sku').addEventListener('input', () => {
    mark(field('sku'), false);
    told().replaceChildren();
  });
  // The next reading takes the place of what stands there, also where the page came back with a fault.
  for (const name of ['sku', 'quantity']) field(name).addEventListener('focus', event => event.target.select());
  if (gate.contains(document.activeElement)) document.activeElement.select?.();
}
