// Receiving: a scanner sends Enter after each code. Enter moves from the SKU to the quantity, and from there to the booking.
const form = document.querySelector('[data-scan]');
if (form) {
  const field = name => form.querySelector(`[name=${name}]`);
  const scanned = () => document.getElementById('scanned');

  const mark = (input, wrong) => {
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };

  const ask = async () => {
    const sku = field('sku');
    form.setAttribute('aria-busy', 'true');
    try {
      const query = new URLSearchParams({ sku: sku.value, site: field('site').value });
      const answer = await fetch(`${form.dataset.ask}?${query}`, { headers: { accept: 'text/html' } });
      const part = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('scanned') : null;
      if (!part) return true;       // the booking itself reports the error
      scanned().replaceChildren(...[...part.childNodes].map(node => document.importNode(node, true)));
      return !scanned().querySelector('[data-unknown]');
    } catch {
      return true;
    } finally {
      form.removeAttribute('aria-busy');
    }
  };

  // The user can type the quantity before the server responds; an unknown code returns the focus to the SKU, and the next scan
  // replaces it.
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
    scanned().replaceChildren();
  });
  // The next scan replaces the content of the field, also when the page was returned with an error.
  for (const name of ['sku', 'quantity']) field(name).addEventListener('focus', event => event.target.select());
  if (form.contains(document.activeElement)) document.activeElement.select?.();
}
