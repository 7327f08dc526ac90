// What the parts of the plugin share: the calls, the texts, what the reader has chosen, and how figures are written.
const BASE = document.querySelector('base')?.getAttribute('cockpit-api') ?? '/camunda/api/cockpit/';
const ENGINE = location.pathname.match(/\/app\/cockpit\/([^/]+)/)?.[1] ?? 'default';
const KEPT = 'ordertrail-measures';

const address = path => `${BASE}plugin/ordertrail/${ENGINE}/${path}`;

export const ask = async path => {
  const answer = await fetch(address(path), { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer.json();
};

export const send = async (path, token) => {
  const answer = await fetch(address(path), { method: 'POST', headers: { accept: 'application/json', 'X-XSRF-TOKEN': token } });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message ?? `${answer.status} ${path}`);
  return answer.json();
};

const words = await ask('words').catch(() => ({}));
export const say = (key, ...figures) => figures.reduce((text, figure, at) => text.replace(`{${at}}`, figure), words[key] ?? key);
const language = words.language ?? 'en';

export const number = count => new Intl.NumberFormat(language).format(count);
export const percent = share => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share);
export const day = text => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
export const moment = text => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));

const UNITS = [['days', 86400000], ['hours', 3600000], ['minutes', 60000], ['seconds', 1000]];

// The two largest units: more digits say nothing to a reader.
export const duration = milliseconds => {
  const at = UNITS.findIndex(([, size]) => milliseconds >= size);
  if (at < 0) return say('instant');
  const [unit, size] = UNITS[at];
  const whole = Math.floor(milliseconds / size);
  const next = UNITS[at + 1];
  const rest = next && whole < 10 ? Math.floor((milliseconds % size) / next[1]) : 0;
  return say(`unit.${unit}`, number(whole)) + (rest ? ` ${say(`unit.${next[0]}`, rest)}` : '');
};

// How a figure changed since the period before, with an arrow so that it is not told by colour alone.
export const change = (now, before) => {
  if (!before) return '';
  const by = now / before - 1;
  return Math.abs(by) < 0.005 ? '= 0 %' : `${by > 0 ? '▲' : '▼'} ${percent(Math.abs(by))}`;
};

export const element = (name, attributes = {}, ...content) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...content.filter(part => part !== null && part !== undefined));
  return made;
};

// The frame of a tab: whoever has no mouse scrolls it by the keyboard.
export const frame = (node, label) => {
  node.classList.add('ordertrail-tab');
  node.tabIndex = 0;
  node.setAttribute('role', 'region');
  node.setAttribute('aria-label', label);
};

export const orderLink = order => (/^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(order ?? '') ? element('a', { href: `/orders/${encodeURIComponent(order)}` }, order) : order ?? '');

// Longer texts may break, figures may not: a narrow page scrolls its tables to the side.
const LONG = 40;

// A table with what it is about, which a heading would say at a level that depends on the page around it.
export const table = (heads, rows, title = null) => rows.length === 0 ? '' : element('table', { class: 'cam-table ordertrail-table' },
  title ? element('caption', {}, title) : null,
  element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))),
  element('tbody', {}, ...rows.map(cells => element('tr', {}, ...cells.map(cell => element('td', { class: typeof cell === 'string' && cell.length > LONG ? 'long' : null }, cell))))));

const kept = () => {
  try { return JSON.parse(sessionStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
};

export const chosen = { measure: 'median', days: 30, version: 0, compare: 'period', ...kept() };
const readers = new Set();

export const choose = what => {
  Object.assign(chosen, what);
  sessionStorage.setItem(KEPT, JSON.stringify(chosen));
  readers.forEach(reader => reader());
};

export const onChoice = reader => {
  readers.add(reader);
  return () => readers.delete(reader);
};

// The path of one instance, which the diagram shows instead of figures.
export const shownPath = { definition: null, shown: null };
export const showPath = (id, found) => {
  Object.assign(shownPath, { definition: id, shown: found });
  readers.forEach(reader => reader());
};

export const definition = () => decodeURIComponent(location.hash.match(/process-definition\/([^/?]+)/)?.[1] ?? '');
export const about = (id, what) => ask(`definitions/${encodeURIComponent(id)}/${what}?days=${chosen.days}&version=${chosen.version}&compare=${chosen.compare}`);
