// Keyboard shortcuts from data-key: a list of those that this page has for this person, and a switch that turns them off.
// They do not work while typing, or with Ctrl, Alt or Meta, and none of them leaves a form with changes.
{
  const KEY = 'ordertrail.keys';
  const texts = document.getElementById('texts')?.dataset ?? {};
  const dialog = document.getElementById('keys');
  const framed = document.body.hasAttribute('data-framed');
  const isOn = () => localStorage.getItem(KEY) !== 'off';

  const nameOf = target => target.getAttribute('aria-label') || target.labels?.[0]?.textContent || target.placeholder || target.textContent;
  const row = (key, name) => {
    const term = document.createElement('dt');
    const kbd = document.createElement('kbd');
    const text = document.createElement('dd');
    kbd.textContent = key;
    term.append(kbd);
    text.textContent = name.trim();
    return [term, text];
  };

  const list = () => {
    const keys = [...document.querySelectorAll('[data-key]')].map(target => [target.dataset.key, nameOf(target)]);
    keys.push(['?', texts.keysList]);
    const first = new Map(keys.reverse());
    const hints = [...document.querySelectorAll('[data-keys-said]')].map(said => said.textContent);
    dialog.querySelector('dl').replaceChildren(...[...first].reverse().flatMap(([key, name]) => row(key, name)));
    dialog.querySelector('[data-hints]').replaceChildren(...hints.map(hint => Object.assign(document.createElement('p'), { textContent: hint })));
    dialog.querySelector('input').checked = isOn();
    dialog.showModal();
  };

  const say = sentence => {
    const box = document.querySelector('.key-note') ?? document.createElement('p');
    box.className = 'waits key-note';
    box.setAttribute('role', 'status');
    document.querySelector('main')?.prepend(box);
    box.textContent = sentence;
  };

  if (dialog && !framed) {
    document.querySelector('[data-keys]')?.addEventListener('click', list);
    dialog.querySelector('input').addEventListener('change', event => localStorage.setItem(KEY, event.target.checked ? 'on' : 'off'));
    document.addEventListener('keydown', event => {
      if (!isOn() || dialog.open || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target.matches('input, select, textarea') || document.querySelector('dialog[open]')) return;
      if (event.key === '?') {
        event.preventDefault();
        return list();
      }
      const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!target) return;
      event.preventDefault();
      if (target.matches('input')) { target.focus(); target.select(); }
      else if (target.matches('a[href]') && window.ordertrailChanged?.()) say(texts.keysRefused);
      else target.click();
    });
  }
}
