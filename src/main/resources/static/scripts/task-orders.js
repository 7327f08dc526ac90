// Tasklist: shows the order number on each card. One request loads the numbers of all new cards; they are cached, as they never change.
import { words } from './task-said.js';

const numbers = new Map();
let waiting = new Map();

const write = (node, task) => {
  node.className = 'order-number';
  node.textContent = numbers.get(task) ?? '';
};

const askForAll = async () => {
  const asked = waiting;
  waiting = new Map();
  const query = new URLSearchParams([...asked.keys()].map(task => ['task', task]));
  try {
    const answer = await fetch(`/tasks/orders?${query}`, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    for (const [task, number] of Object.entries(await answer.json())) numbers.set(task, number);
    asked.forEach((nodes, task) => nodes.forEach(node => write(node, task)));
  } catch (fault) {
    console.error('The order numbers are missing from the cards:', fault);
  }
};

// A late task says so in words, not by its colour alone.
const markLate = async (node, scope) => {
  const due = scope?.task?.due ?? scope?.$parent?.task?.due;
  if (!due || new Date(due) > new Date()) return;
  const card = node.closest('li.task');
  const { late } = await words;
  if (!card || !late || card.querySelector('.late')) return;
  card.classList.add('is-late');
  node.after(Object.assign(document.createElement('span'), { className: 'late', textContent: late }));
};

export default {
  id: 'task-orders',
  pluginPoint: 'tasklist.card',
  priority: 300,
  render: (node, { taskId }, scope) => {
    write(node, taskId);
    markLate(node, scope);
    if (numbers.has(taskId)) return;
    if (!waiting.size) setTimeout(askForAll);
    waiting.set(taskId, [...(waiting.get(taskId) ?? []), node]);
  }
};
