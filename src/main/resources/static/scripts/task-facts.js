// Tasklist: shows the facts of a task beside its form. They are an Ordertrail page with the user's own rights.
const frameOf = task => {
  const frame = document.createElement('iframe');
  frame.className = 'task-facts';
  frame.title = 'The facts of this order';
  frame.src = `/tasks/${encodeURIComponent(task)}/facts`;
  return frame;
};

// Creates a new frame for each task: a new address in the old frame would add a history entry that the Back button meets first.
const show = task => {
  document.querySelector('iframe.task-facts')?.remove();
  if (task) document.querySelector('[cam-tasklist-task] .tab-content')?.append(frameOf(task));
};

// The page sends its height, so that only the whole task scrolls.
addEventListener('message', ({ origin, source, data }) => {
  const frame = document.querySelector('iframe.task-facts');
  if (origin !== location.origin || !frame || source !== frame.contentWindow || data?.ordertrail !== 'height') return;
  if (Number.isFinite(data.height)) frame.style.height = `${Math.min(Math.max(data.height, 0), 20000)}px`;
});

// After a task is completed, the next task gets the focus, so that Enter opens it. Tasklist reloads the list a moment later.
const focusNext = done => {
  const next = [...document.querySelectorAll('.tasks-list li.task h4 a')].find(card => !card.href.includes(done));
  if (document.activeElement === document.body) next?.focus();
};

export default {
  id: 'task-facts',
  pluginPoint: 'tasklist.task.action',
  priority: 0,
  // the task's pane exists only after the current digest cycle of AngularJS
  render: (node, data, scope) => scope.$watch('task.id', (task, before) => {
    setTimeout(() => show(task));
    if (!task && before) [200, 1000, 2000].forEach(moment => setTimeout(() => focusNext(before), moment));
  })
};
