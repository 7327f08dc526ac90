// Tasklist: the facts that a task is decided on, beside its form. They are our own page, under the person's own rights.
const frameOf = task => {
  const frame = document.createElement('iframe');
  frame.className = 'task-facts';
  frame.title = 'The facts of this order';
  frame.src = `/tasks/${encodeURIComponent(task)}/facts`;
  return frame;
};

// A new frame for each task: another address in the old one would stay in the way of the Back button.
const show = task => {
  document.querySelector('iframe.task-facts')?.remove();
  if (task) document.querySelector('[cam-tasklist-task] .tab-content')?.append(frameOf(task));
};

// The page says how high it is, so that only the task as a whole scrolls.
addEventListener('message', ({ origin, source, data }) => {
  const frame = document.querySelector('iframe.task-facts');
  if (origin !== location.origin || !frame || source !== frame.contentWindow || data?.ordertrail !== 'height') return;
  if (Number.isFinite(data.height)) frame.style.height = `${Math.min(Math.max(data.height, 0), 20000)}px`;
});

// When a task is done, the hands stay on the keyboard: the next one is under the Enter key. The list comes anew a moment later.
const focusNext = done => {
  const next = [...document.querySelectorAll('.tasks-list li.task h4 a')].find(card => !card.href.includes(done));
  if (document.activeElement === document.body) next?.focus();
};

export default {
  id: 'task-facts',
  pluginPoint: 'tasklist.task.action',
  priority: 0,
  // the pane of the task is there when the round of changes is over that has brought the task
  render: (node, data, scope) => scope.$watch('task.id', (task, before) => {
    setTimeout(() => show(task));
    if (!task && before) [200, 1000, 2000].forEach(moment => setTimeout(() => focusNext(before), moment));
  })
};
