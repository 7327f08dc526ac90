// Instances that have ended: found by order number, end and period, and opened with their path on the diagram, times and people.
import { ask, chosen, duration, element, frame, moment, number, onChoice, orderLink, shownPath, say, showPath, table } from './cockpit-figures.js';

const search = { order: '', outcome: '' };

const opened = (node, id, found) => node.replaceChildren(
  element('p', {}, element('strong', {}, found.order ?? ''), ' ', element('button', { type: 'button', class: 'btn btn-default', onclick: () => showPath(id, null) }, say('ended.back')), ' ',
    /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(found.order ?? '') ? element('a', { href: `/orders/${encodeURIComponent(found.order)}` }, say('ended.order')) : ''),
  table([say('work.step'), say('slowest.from'), say('slowest.until'), say('slowest.took'), ...(found.stays.some(stay => stay.person) ? [say('work.person')] : [])],
    found.stays.map(stay => [stay.name, moment(stay.from), stay.until ? moment(stay.until) + (stay.withdrawn ? ` ${say('ended.withdrawn')}` : '') : '',
      stay.duration === null ? '' : duration(stay.duration), ...(found.stays.some(one => one.person) ? [stay.person] : [])])));

const open = async (node, id, instance) => {
  try {
    showPath(id, await ask(`ended/${encodeURIComponent(id)}/${encodeURIComponent(instance)}`));
  } catch (fault) {
    node.prepend(element('p', { role: 'alert' }, fault.message.startsWith('404') ? say('ended.gone') : say('missing', fault.message)));
  }
};

const list = async (node, id) => {
  const asked = new URLSearchParams({ days: chosen.days, version: chosen.version, ...search });
  const { outcomes, ended } = await ask(`ended/${encodeURIComponent(id)}?${asked}`);
  const order = element('input', { size: 12, maxlength: 20, value: search.order, type: 'search' });
  const outcome = element('select', {}, ...[{ id: '', name: say('ended.any') }, ...outcomes, { id: '-', name: say('ended.nowhere') }]
    .map(one => element('option', { value: one.id, selected: one.id === search.outcome }, one.name)));
  const find = event => {
    event.preventDefault();
    Object.assign(search, { order: order.value.trim(), outcome: outcome.value });
    return list(node, id);
  };
  node.replaceChildren(
    element('form', { class: 'ordertrail-targets', onsubmit: find }, element('label', {}, `${say('slowest.order')} `, order), element('label', {}, `${say('ended.outcome')} `, outcome),
      element('button', { class: 'btn btn-default' }, say('ended.find'))),
    element('p', {}, ended.length ? say('ended.told', number(ended.length), chosen.days) : say('ended.none', chosen.days)),
    table([say('slowest.order'), say('ended.outcome'), say('slowest.from'), say('slowest.until'), say('slowest.took'), say('version'), say('ended.path')],
      ended.map(one => [orderLink(one.order), one.outcome || say('ended.nowhere'), moment(one.from), moment(one.until), duration(one.duration), String(one.version),
        element('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': say('ended.open.one', one.order ?? ''), onclick: () => open(node, id, one.instance) }, say('ended.open'))])));
};

let forget = () => {};

export default [{
  id: 'ordertrail-ended',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 18.5,
  properties: { label: say('tab.ended') },
  render: (node, { processDefinitionId: id }) => {
    frame(node, say('tab.ended'));
    const show = () => {
      if (shownPath.shown && shownPath.definition === id) opened(node, id, shownPath.shown);
      else list(node, id).catch(fault => node.replaceChildren(element('p', { role: 'alert' }, say('missing', fault.message))));
    };
    forget();
    forget = onChoice(show);
    show();
  },
  unmount: () => forget()
}];
