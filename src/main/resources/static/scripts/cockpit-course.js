// Beside the diagram: a process over time, its slowest orders, its commonest paths, its incidents by order, and its targets.
import { about, ask, change, chosen, day, duration, element, frame, moment, number, onChoice, orderLink, percent, say, send, table } from './cockpit-figures.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDE = 900;
const HIGH = 180;
const MARGIN = 8;

const drawn = (name, attributes, text = '') => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

// Lines over the days; each with a style of its own, so that they are told apart without colour.
const chart = (title, days, lines, write) => {
  const most = Math.max(...lines.flatMap(line => days.map(line.of)), 1);
  const x = at => MARGIN + (at * (WIDE - 2 * MARGIN)) / Math.max(days.length - 1, 1);
  const y = value => HIGH - MARGIN - (value * (HIGH - 3 * MARGIN)) / most;
  const picture = drawn('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, role: 'img', 'aria-label': title, class: 'ordertrail-chart' });
  picture.append(drawn('line', { x1: MARGIN, x2: WIDE - MARGIN, y1: y(0), y2: y(0), class: 'axis' }));
  for (const [at, line] of lines.entries()) {
    const points = days.map((one, place) => (line.gaps && !line.of(one) ? null : `${x(place)},${y(line.of(one))}`)).filter(Boolean);
    picture.append(drawn('polyline', { points: points.join(' '), class: `line line-${at}` }));
    for (const point of points) {
      const [cx, cy] = point.split(',');
      picture.append(drawn('circle', { cx, cy, r: 2, class: `point line-${at}` }));
    }
  }
  return element('figure', { class: 'ordertrail-figure' },
    element('figcaption', {}, element('strong', {}, title), ' ', ...lines.map((line, at) => element('span', { class: `key line-${at}` }, line.name)), ` ${say('chart.most', write(most))}`),
    picture,
    element('p', { class: 'ordertrail-axis' }, element('span', {}, day(days[0].day)), element('span', {}, day(days.at(-1).day))));
};

const figure = (label, value, beside = '') => element('div', { class: 'ordertrail-figure-card' }, element('span', {}, label), element('strong', {}, value), element('small', {}, beside));

const course = async (node, id) => {
  const { days, took, before, smoothness } = await about(id, 'course');
  const share = part => (smoothness.ended ? percent(part / smoothness.ended) : '–');
  node.replaceChildren(
    element('div', { class: 'ordertrail-cards' },
      figure(say('course.ended'), number(took.count), change(took.count, before.count)),
      figure(say('course.median'), duration(took.median), change(took.median, before.median)),
      figure(say('course.p95'), duration(took.p95), change(took.p95, before.p95)),
      figure(say('course.untouched'), share(smoothness.untouched)),
      figure(say('course.repeating'), share(smoothness.repeating))),
    chart(say('course.duration'), days, [
      { name: say('median'), of: one => one.took.median, gaps: true },
      { name: say('p90'), of: one => one.took.p90, gaps: true },
      { name: say('p95'), of: one => one.took.p95, gaps: true }], duration),
    chart(say('course.flow'), days, [
      { name: say('course.in'), of: one => one.started },
      { name: say('course.out'), of: one => one.ended },
      { name: say('course.open'), of: one => one.open }], number),
    element('details', {}, element('summary', {}, say('chart.table')),
      table([say('day'), say('course.in'), say('course.out'), say('course.open'), say('median'), say('p90'), say('p95')],
        days.map(one => [day(one.day), number(one.started), number(one.ended), number(one.open),
          ...(one.took.count ? [duration(one.took.median), duration(one.took.p90), duration(one.took.p95)] : ['', '', ''])]))));
};

// The figures of the diagram in words: the steps at which the most time went come first.
const steps = async (node, id) => {
  const all = (await about(id, 'heat')).steps.filter(step => step.name && (step.now.count || step.open));
  const total = all.reduce((sum, step) => sum + step.now.total, 0);
  node.replaceChildren(
    element('p', {}, all.length ? say('steps.told', chosen.days) : say('none')),
    table([say('work.step'), say('steps.share'), say('paths.times'), say('median'), say('steps.change'), say('p95'), say('steps.longest'), say('steps.open'), say('steps.late'), say('steps.failed')],
      all.sort((one, other) => other.now.total - one.now.total).map(({ name, now, before, open, late, target, incidents }) => [
        name, total ? percent(now.total / total) : '', number(now.count), now.count ? duration(now.median) : '', change(now.median, before.median),
        now.count ? duration(now.p95) : '', now.count ? duration(now.longest) : '', open ? number(open) : '',
        late ? element('strong', { class: 'over' }, say('node.late', number(late), duration(target))) : '', incidents ? number(incidents) : ''])));
};

// Where one reads of the slowest: a step that the address names, or another one that the reader then chooses.
const at = { asked: null, step: '', rule: 'p95' };
const look = id => {
  const named = new URLSearchParams(location.hash.split('?')[1] ?? '').get('step') ?? '';
  if (at.asked !== `${id} ${named}`) Object.assign(at, { asked: `${id} ${named}`, step: named });
};

// What the orders have in common that stayed unusually long at a step.
const outliers = async (node, id, step) => {
  const found = await ask(`delays/${encodeURIComponent(id)}/${encodeURIComponent(step)}/outliers?days=${chosen.days}&version=${chosen.version}&rule=${at.rule}`);
  const told = found.stays && found.orders ? say('outliers.told', number(found.stays), found.step, duration(found.bound), number(found.orders), number(found.all)) : say('outliers.few');
  const rule = element('select', { onchange: event => { at.rule = event.target.value; outliers(node, id, step).catch(fault => node.replaceChildren(say('missing', fault.message))); } },
    ...['p95', 'iqr'].map(one => element('option', { value: one, selected: one === at.rule }, say(`outliers.${one}`))));
  node.replaceChildren(
    element('p', {}, element('strong', {}, say('outliers'))), element('p', {}, element('label', {}, `${say('outliers.rule')} `, rule)), element('p', {}, told),
    found.stays && found.orders && !found.common.length ? element('p', {}, say('outliers.none')) : '',
    table([say('outliers.fact'), say('outliers.value'), say('outliers.among'), say('outliers.all')],
      found.common.map(one => [one.fact, one.value, say('outliers.count', percent(one.share), number(one.among), number(found.orders)),
        say('outliers.count', percent(one.shareOfAll), number(one.all), number(found.all))])));
};

const slowest = async (node, id) => {
  look(id);
  const [rows, { steps: all }] = await Promise.all([about(id, at.step ? `steps/${encodeURIComponent(at.step)}/slowest` : 'slowest'), about(id, 'heat')]);
  const choice = element('select', { onchange: event => { at.step = event.target.value; slowest(node, id).catch(fault => node.replaceChildren(say('missing', fault.message))); } },
    element('option', { value: '' }, say('slowest.whole')),
    ...all.filter(step => step.name && step.now.count).map(step => element('option', { value: step.id, selected: step.id === at.step }, step.name)));
  const common = element('section', { 'aria-live': 'polite', 'aria-label': say('outliers') });
  node.replaceChildren(
    element('p', {}, element('label', {}, `${say('slowest.at')} `, choice)),
    element('p', {}, rows.length ? say(at.step ? 'slowest.step' : 'slowest.told', number(rows.length), chosen.days) : at.step ? say('slowest.none', chosen.days) : say('none')),
    at.step && rows.length ? common : '',
    table([say('slowest.order'), say('slowest.took'), say('slowest.from'), say('slowest.until'), say('version')],
      rows.map(row => [orderLink(row.order), duration(row.duration), moment(row.from), moment(row.until), String(row.version)])));
  if (at.step && rows.length) await outliers(common, id, at.step);
};

// What is open and over its target, or near it, with the numbers of the orders.
const delays = async (node, id) => {
  const { over, atRisk } = await ask(`delays/${encodeURIComponent(id)}?version=${chosen.version}`);
  const list = (some, title, late) => (some.count === 0 ? '' : element('section', { 'aria-label': title },
    table([say('slowest.order'), say('work.step'), say('delays.share'), say('delays.used'), say('delays.target'), say('slowest.from')],
      some.first.map(one => [orderLink(one.order), one.step || say('delays.whole'), late ? element('strong', { class: 'over' }, percent(one.share)) : percent(one.share),
        duration(one.used), duration(one.target), moment(one.since)]), title),
    some.count > some.first.length ? element('p', {}, say('delays.more', number(some.first.length))) : null));
  node.replaceChildren(
    element('p', {}, say(over.count + atRisk.count ? 'delays.told' : 'delays.none')),
    list(over, say('delays.over', number(over.count)), true), list(atRisk, say('delays.risk', number(atRisk.count)), false));
};

const ends = way => way.ends.map(end => say('gateways.end', end.name || say('gateways.nowhere'), percent(end.share), number(end.instances))).join(' · ');

const paths = async (node, id) => {
  const [rows, gateways] = await Promise.all([about(id, 'paths'), about(id, 'gateways')]);
  node.replaceChildren(
    element('p', {}, rows.length ? say('paths.told', chosen.days) : say('none')),
    table([say('paths.share'), say('paths.times'), say('median'), say('p95'), say('paths.steps')],
      rows.map(row => [percent(row.share), number(row.took.count), duration(row.took.median), duration(row.took.p95), row.steps.join(' → ')])),
    table([say('gateways.gateway'), say('gateways.way'), say('paths.times'), say('paths.share'), say('gateways.ends')],
      gateways.flatMap(gateway => gateway.ways.map((way, at) => [at ? '' : gateway.name, way.name, number(way.passages), percent(way.share), ends(way)])), say('gateways')));
};

// The steps that are done again; each opens the orders in which that happened.
const repeats = async (node, id) => {
  const asked = new URLSearchParams({ days: chosen.days, version: chosen.version });
  const rows = await ask(`repeats/${encodeURIComponent(id)}?${asked}`);
  const orders = element('section', { 'aria-live': 'polite' });
  const open = async row => {
    const those = await ask(`repeats/${encodeURIComponent(id)}/${encodeURIComponent(row.id)}?${asked}`);
    orders.replaceChildren(
      table([say('slowest.order'), say('repeats.times'), say('repeats.duration'), say('slowest.until'), say('version')],
        those.map(one => [orderLink(one.order), number(one.times), duration(one.duration), moment(one.until), String(one.version)]), say('repeats.orders', row.name)));
  };
  node.replaceChildren(
    element('p', {}, rows.length ? say('repeats.told', chosen.days) : say('repeats.none', chosen.days)),
    table([say('work.step'), say('repeats.instances'), say('repeats.share'), say('repeats.times'), say('repeats.duration'), say('repeats.open')],
      rows.map(row => [row.name, number(row.instances), percent(row.share), number(row.times), duration(row.duration),
        element('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': say('repeats.orders', row.name), onclick: () => open(row) }, say('ended.open'))])),
    orders);
};

const work = async (node, id) => {
  const rows = await about(id, 'work');
  const persons = rows.some(row => row.person);
  node.replaceChildren(
    element('p', {}, rows.length ? say('work.told', chosen.days) : say('none')),
    table([say('work.step'), say('work.role'), ...(persons ? [say('work.person')] : []), say('work.tasks'), say('work.waited'), say('work.worked')],
      rows.map(row => [row.step, row.role, ...(persons ? [row.person] : []), number(row.tasks), duration(row.waited), duration(row.worked)])));
};

const incidents = async (node, id, api) => {
  const [{ open, mayRetry, past }, due] = await Promise.all([about(id, 'incidents'), ask(`jobs/${encodeURIComponent(id)}`)]);
  const steps = [...new Set(open.map(incident => incident.step))];
  const again = async step => {
    const { retried } = await send(`definitions/${encodeURIComponent(id)}/incidents/${encodeURIComponent(step)}/retry`, api.CSRFToken);
    await incidents(node, id, api);
    node.prepend(element('p', { role: 'status' }, say('incidents.retried', number(retried))));
  };
  node.replaceChildren(...(steps.length ? steps.map(step => {
    const those = open.filter(incident => incident.step === step);
    const jobs = those.filter(incident => !incident.failedCheck);
    return element('section', { 'aria-label': those[0].name },
      table([say('slowest.order'), say('incidents.since')], those.map(incident => [orderLink(incident.order), moment(incident.since)]), those[0].name),
      mayRetry && jobs.length ? element('button', { type: 'button', class: 'btn btn-default', onclick: () => again(step) }, say('incidents.retry', number(jobs.length))) : null);
  }) : [element('p', {}, say('incidents.none'))]),
  element('p', {}, due.jobs ? say('jobs.due', number(due.jobs), duration(due.age), moment(due.oldest)) : say('jobs.none')),
  table([say('work.step'), say('incidents.times'), say('incidents.again'), say('incidents.median'), say('p95')],
    past.map(row => [row.step, number(row.incidents), number(row.again), ...(row.repair.count ? [duration(row.repair.median), duration(row.repair.p95)] : ['', ''])]), say('incidents.past', chosen.days)));
};

const field = (label, input) => element('label', {}, `${label} `, input);

const targets = async (node, id, api, shown = null) => {
  const { mayChange, today, steps, said } = shown ?? await ask(`targets/${encodeURIComponent(id)}`);
  const step = element('select', {}, ...steps.map(one => element('option', { value: one.id }, one.id ? one.name : say('targets.whole', one.name))));
  const target = element('input', { size: 8, maxlength: 40, placeholder: '4h' });
  const from = element('input', { type: 'date', value: today, required: true });
  const status = element('p', { role: 'status' });
  const set = async event => {
    event.preventDefault();
    const version = said.find(one => one.step === step.value && one.from === from.value)?.version ?? 0;
    const asked = new URLSearchParams({ step: step.value, from: from.value, target: target.value, version });
    try {
      await targets(node, id, api, await send(`targets/${encodeURIComponent(id)}?${asked}`, api.CSRFToken));
      node.querySelector('[role=status]').textContent = say('targets.stored');
    } catch (fault) {
      status.replaceChildren(element('strong', { class: 'over' }, fault.message));
    }
  };
  node.replaceChildren(
    element('p', {}, say('targets.told')),
    mayChange ? element('form', { class: 'ordertrail-targets', onsubmit: set }, field(say('targets.step'), step), field(say('targets.target'), target),
      field(say('targets.from'), from), element('button', { class: 'btn btn-default' }, say('targets.set'))) : '',
    status,
    table([say('targets.step'), say('targets.today')], steps.filter(one => one.target)
      .map(one => [one.id ? one.name : say('targets.whole', one.name), duration(one.target)])),
    table([say('targets.step'), say('targets.from'), say('targets.target')], said
      .map(one => [one.step ? one.name : say('targets.whole', one.name), day(one.from), one.target ? duration(one.target) : say('targets.ends')]), say('targets.said')));
};

const tab = (id, priority, draw) => {
  let forget = () => {};
  return {
    id: `ordertrail-${id}`,
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority,
    properties: { label: say(`tab.${id}`) },
    render: (node, { api, processDefinitionId }) => {
      frame(node, say(`tab.${id}`));
      const show = () => draw(node, processDefinitionId, api)
        .catch(fault => node.replaceChildren(element('p', { role: 'alert' }, say('missing', fault.message))));
      forget();
      forget = onChoice(show);
      show();
    },
    unmount: () => forget()
  };
};

export default [tab('steps', 19.5, steps), tab('course', 19, course), tab('slowest', 18, slowest), tab('delays', 17.5, delays), tab('paths', 17, paths), tab('repeats', 16.5, repeats), tab('work', 16, work), tab('incidents', 15, incidents), tab('targets', 14, targets)];
