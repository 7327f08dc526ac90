// Tasklist: what is typed into the form of a task is kept on the server for the person, and offered when that person returns.
import { words } from './task-said.js';

const PAUSE = 800;
const form = () => document.querySelector('.form-pane .fjs-container form');
const fields = () => [...(form()?.querySelectorAll('input, textarea, select') ?? [])];
const valueOf = field => (['checkbox', 'radio'].includes(field.type) ? field.checked : field.value);
const content = () => JSON.stringify(fields().map(valueOf));
const address = task => `/drafts?form=${encodeURIComponent(`/tasks/${task}`)}`;

const send = async (task, method, body) => {
  const { csrfHeader, csrf } = await words;
  return fetch(address(task), { method, body, keepalive: true, headers: { 'content-type': 'application/json', ...(csrfHeader ? { [csrfHeader]: csrf } : {}) } });
};

// The form is drawn by a library that follows events, not values, and draws it again after each of them.
const DRAWN = 150;
const put = async (field, value) => {
  if (['checkbox', 'radio'].includes(field.type)) {
    if (value && !field.checked || field.type === 'checkbox' && field.checked !== value) field.click();
  } else if (field.value !== value) {
    const kind = { TEXTAREA: HTMLTextAreaElement, SELECT: HTMLSelectElement }[field.tagName] ?? HTMLInputElement;
    field.focus();
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.blur();
  }
  return new Promise(drawn => { setTimeout(drawn, DRAWN); });
};
const fill = async values => {
  for (let at = 0; at < values.length && fields()[at]; at++) {
    if (valueOf(fields()[at]) !== values[at]) await put(fields()[at], values[at]);
  }
};

let current;
let timer;

const keep = () => {
  clearTimeout(timer);
  const task = current;
  timer = setTimeout(() => { if (task === current && form()) send(task, 'PUT', content()).catch(() => {}); }, PAUSE);
};
for (const kind of ['input', 'change']) {
  document.addEventListener(kind, event => { if (current && event.isTrusted && form()?.contains(event.target)) keep(); });
}

const offer = async task => {
  const answer = await fetch(address(task), { headers: { accept: 'application/json' } }).catch(() => null);
  if (answer?.status !== 200 || task !== current) return;
  const draft = await answer.json();
  const said = await words;
  const values = JSON.parse(draft.content);
  const waiting = setInterval(() => {
    if (task !== current) return clearInterval(waiting);
    if (fields().length !== values.length || form().closest('.disabled-form')) return;
    clearInterval(waiting);
    if (draft.content === content()) return;
    const box = document.createElement('div');
    box.className = 'task-draft alert alert-info';
    box.setAttribute('role', 'status');
    const text = document.createElement('p');
    text.textContent = said.draftOffer.replace('{0}', new Date(draft.savedAt).toLocaleString());
    const button = (name, act) => {
      const one = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-default', textContent: name });
      one.addEventListener('click', () => { act(); box.remove(); });
      return one;
    };
    box.append(text, button(said.draftTake, () => fill(values)), button(said.draftDrop, () => send(task, 'DELETE')));
    form().closest('.form-pane').prepend(box);
  }, 300);
};

export default {
  id: 'task-drafts',
  pluginPoint: 'tasklist.task.action',
  priority: 10,
  render: (node, data, scope) => scope.$watch('task.id', task => {
    clearTimeout(timer);
    document.querySelector('.task-draft')?.remove();
    current = task;
    if (task) offer(task);
  })
};
