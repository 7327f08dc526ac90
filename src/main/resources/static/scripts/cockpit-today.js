// On the dashboard: what orders did today, and the bottleneck of the week in one sentence with its evidence.
import { ask, change, duration, element, moment, number, percent, say, send } from './cockpit-figures.js';

const card = (label, value, beside = '') => element('div', { class: 'ordertrail-figure-card' }, element('span', {}, label), element('strong', {}, number(value)), element('small', {}, beside));

const compared = ({ today, weekBefore }) => say('today.before', number(weekBefore), today === weekBefore ? '' : change(today, weekBefore)).trim();

const bottleneck = found => {
  if (!found) return element('p', {}, say('bottleneck.none'));
  const { process, definition, step, name, share, week, weekBefore } = found;
  const address = tab => `#/process-definition/${encodeURIComponent(definition)}/runtime?detailsTab=${tab}&step=${encodeURIComponent(step)}`;
  return element('div', { class: 'ordertrail-bottleneck' },
    element('p', {}, element('strong', {}, say('bottleneck.told', name, process, percent(share), number(week.count), duration(week.median), duration(week.p95))),
      ' ', weekBefore.count ? say('bottleneck.before', duration(weekBefore.median), change(week.median, weekBefore.median)) : ''),
    element('p', {}, element('a', { href: address('ordertrail-slowest') }, say('bottleneck.orders')), ' · ', element('a', { href: address('ordertrail-course') }, say('bottleneck.diagram'))));
};

const show = async (node, api) => {
  const today = await ask('today');
  const again = async event => {
    event.target.disabled = true;
    const { from } = await send('again', api.CSRFToken);
    event.target.replaceWith(element('span', { role: 'status' }, say('again.said', from)));
  };
  node.replaceChildren(element('section', { class: 'ordertrail-today', 'aria-label': say('today') },
    element('h2', {}, say('today')),
    element('div', { class: 'ordertrail-cards' },
      card(say('today.in'), today.in.today, compared(today.in)),
      card(say('today.out'), today.out.today, compared(today.out)),
      ...['held', 'waiting', 'late'].map(what => card(say(`today.${what}`), today.backlog[what],
        today.backlogBefore ? compared({ today: today.backlog[what], weekBefore: today.backlogBefore[what] }) : '')),
      card(say('today.risk'), today.atRisk, say('today.risk.told'))),
    element('h2', {}, say('bottleneck')),
    bottleneck(today.bottleneck),
    element('p', { class: 'ordertrail-quiet' }, today.measuredUntil ? say('measured', moment(today.measuredUntil)) : say('measured.never'), ' ',
      today.mayMeasureAgain ? element('button', { type: 'button', class: 'btn btn-link', onclick: again }, say('again')) : null)));
};

export default [{
  id: 'ordertrail-today',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: (node, { api }) => {
    // Cockpit puts plugins at the end of its dashboard; managers come for these figures.
    setTimeout(() => {
      const section = node.closest('section');
      section?.parentElement?.prepend(section);
    });
    show(node, api).catch(fault => node.replaceChildren(element('p', { role: 'alert' }, say('missing', fault.message))));
  },
  unmount: () => {}
}];
