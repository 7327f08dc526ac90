// What is typed into a form is kept on the server for the person who typed it, and offered when that person returns.
// Nothing is kept in the browser, which the next person at a shared computer would find.
{
  const PAUSE = 800;
  const NOT_KEPT = new Set(['_csrf', 'token', 'id', 'act']);
  const texts = document.getElementById('texts')?.dataset ?? {};
  const header = document.querySelector('meta[name="csrf-header"]')?.content;
  const token = document.querySelector('meta[name="csrf-token"]')?.content;

  const address = form => `/drafts?form=${encodeURIComponent(new URL(form.getAttribute('action'), location.href).pathname)}`;
  const send = (form, method, body) => fetch(address(form), {
    method, body, keepalive: !body || body.length < 60000, headers: { 'content-type': 'application/json', ...(header ? { [header]: token } : {}) }
  });

  const fieldsOf = form => {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (!NOT_KEPT.has(name) && typeof value === 'string') (fields[name] ??= []).push(value);
    }
    return JSON.stringify(fields);
  };

  const note = (form, sentence, ...buttons) => {
    document.querySelector('.draft-note')?.remove();
    const box = document.createElement('div');
    box.className = 'waits draft-note';
    box.setAttribute('role', 'status');
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    box.append(paragraph, ...buttons);
    form.before(box);
    return box;
  };
  const button = (text, act) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.textContent = text;
    one.addEventListener('click', act);
    return one;
  };

  const controls = (form, name) => [...form.elements].filter(field => field.name === name && field.type !== 'submit');

  // A form with rows gets as many rows as the draft has.
  const makeRoom = (form, fields) => {
    const more = form.querySelector('[data-more]');
    if (!more || !form.matches('[data-order-form]')) return;
    for (let have = controls(form, 'sku').length; have < (fields.sku ?? []).length; have++) more.click();
  };

  // What the form showed when it was opened belongs to the draft: changes of others are told when it is sent.
  const takeOpened = (form, fields) => {
    form.querySelectorAll('input[name^="was."]').forEach(field => field.remove());
    for (const [name, values] of Object.entries(fields).filter(([name]) => name.startsWith('was.'))) {
      values.forEach(value => form.prepend(Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
    }
    if (!Object.keys(fields).length) return;
    const hidden = [...form.querySelectorAll('input[type=hidden][name^="was."]')];
    hidden.reverse().forEach(field => form.prepend(field));
  };

  const fill = (form, content) => {
    const fields = JSON.parse(content);
    makeRoom(form, fields);
    takeOpened(form, fields);
    const seen = {};
    for (const field of form.elements) {
      if (!field.name || NOT_KEPT.has(field.name) || field.name.startsWith('was.') || field.type === 'submit') continue;
      const values = fields[field.name] ?? [];
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else field.value = values[seen[field.name] = (seen[field.name] ?? -1) + 1] ?? '';
    }
    form.dispatchEvent(new CustomEvent('ordertrail:filled', { bubbles: true }));
  };

  const watch = form => {
    let opened = fieldsOf(form);
    let kept = opened;
    let timer;
    let sent = false;
    const returned = !!form.querySelector('[aria-invalid=true]') || !!document.querySelector('main .refusal');

    const changed = () => !sent && (fieldsOf(form) !== opened || returned);
    const keep = async () => {
      clearTimeout(timer);
      const now = fieldsOf(form);
      if (sent || now === kept) return;
      kept = now;
      const answer = await (now === opened && !returned ? send(form, 'DELETE') : send(form, 'PUT', now)).catch(() => ({ ok: false }));
      if (!answer.ok) {
        kept = null;
        if (answer.status === 401 || answer.status === 403) note(form, texts.draftLost);
      }
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE);
    };

    const offer = async () => {
      const answer = await fetch(address(form), { headers: { accept: 'application/json' } }).catch(() => null);
      if (answer?.status !== 200) return;
      const draft = await answer.json();
      if (draft.content === fieldsOf(form) || returned) return;
      const at = new Date(draft.savedAt).toLocaleString(document.documentElement.lang);
      const box = note(form, texts.draftOffer.replace('{0}', at),
        button(texts.draftTake, () => { fill(form, draft.content); box.remove(); form.querySelector('input:not([type=hidden]), select, textarea')?.focus(); later(); }),
        button(texts.draftDrop, () => { send(form, 'DELETE'); box.remove(); }));
    };

    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('click', later);
    form.addEventListener('submit', event => {
      if (event.defaultPrevented) return;
      if (event.submitter?.name === 'act') keep();
      clearTimeout(timer);
      sent = true;
    });
    addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
    addEventListener('pageshow', event => { if (event.persisted) sent = false; });
    offer();
    return changed;
  };

  const watched = [...document.querySelectorAll('form[data-draft]')].map(watch);

  // The keys of the page ask this before they leave it.
  window.ordertrailChanged = () => watched.some(changed => changed());

  addEventListener('beforeunload', event => {
    if (window.ordertrailChanged() && ![...document.querySelectorAll('form')].some(form => form.dataset.sending)) event.preventDefault();
  });
  document.addEventListener('submit', event => { if (!event.defaultPrevented) event.target.dataset.sending = 'true'; });
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => delete form.dataset.sending));
}
