// The heat map: lays the figures of a period, or the path of one instance, on the diagram of a process definition.
import { about, change, choose, chosen, day, definition, duration, element, moment, number, onChoice, percent, shownPath, say, showPath } from './cockpit-figures.js';

const KIND = 'ordertrail-measures';
const WALKED = 'ordertrail-walked';
const MEASURES = ['count', 'median', 'p95', 'waited', 'late', 'open', 'incidents', 'none'];
const PERIODS = [7, 30, 90, 365];
// Below this size of the diagram a node has room for one figure; the others are shown above it, or under the pointer.
const CLOSE = 0.8;
const ROOM = 70;
const STEP = /Task$|SubProcess$|CallActivity$/;
const SIZES = { count: step => step.now.count, median: step => step.now.median, p95: step => step.now.p95, waited: step => step.waited ?? 0, late: step => step.late,
  open: step => step.open, incidents: step => step.incidents, none: () => 0 };

const long = milliseconds => (milliseconds >= 1000 ? duration(milliseconds) : '');
const some = count => (count ? number(count) : '');
// The one figure that a small node shows.
const SHORT = { count: step => some(step.now.count), median: step => long(step.now.median), p95: step => long(step.now.p95),
  waited: step => (step.waited === null ? '' : long(step.waited)), late: step => (step.late ? say('node.late', number(step.late), duration(step.target)) : ''),
  open: step => some(step.open), incidents: step => some(step.incidents) };

const select = (label, value, options, set) => element('label', {}, `${label} `,
  element('select', { onchange: event => set(event.target.value) },
    ...options.map(([key, text]) => element('option', { value: key, selected: String(key) === String(value) }, text))));

const colour = (share, bad) => (bad ? `hsl(4, 85%, ${96 - 30 * share}%)` : `hsl(${52 - 34 * share}, 95%, ${94 - 34 * share}%)`);

const shape = (registry, id) => registry.getGraphics(id)?.querySelector('.djs-visual > :first-child');

class Heat {
  constructor(viewer) {
    this.viewer = viewer;
    this.registry = viewer.get('elementRegistry');
    this.overlays = viewer.get('overlays');
    this.canvas = viewer.get('canvas');
    this.bar = element('form', { class: 'ordertrail-heat', 'aria-label': say('heat'), onsubmit: event => event.preventDefault() });
    viewer.get('canvas').getContainer().append(this.bar);
    this.forget = onChoice(() => this.show());
    viewer.get('eventBus').on('canvas.viewbox.changed', () => this.look());
    this.makeRoom(viewer.get('canvas'));
  }

  // The controls lie above the diagram and hide nothing of it.
  makeRoom(canvas) {
    const { x, y, width, height, scale } = canvas.viewbox();
    canvas.viewbox({ x, y: y - ROOM / scale, width, height: height + ROOM / scale });
    this.look();
  }

  look() {
    this.bar.parentElement?.classList.toggle('ordertrail-close', this.viewer.get('canvas').zoom() >= CLOSE);
  }

  async show() {
    const id = definition();
    if (!id) return;
    if (shownPath.shown && shownPath.definition === id) return this.walk(shownPath.shown);
    const heat = await about(id, 'heat');
    this.clear();
    this.draw(heat);
    this.control(heat);
  }

  // The path of one instance: what it passed, when it came there and how long it stayed.
  walk(found) {
    this.clear();
    for (const id of [...found.passed, ...found.flows]) if (this.registry.get(id)) this.canvas.addMarker(id, WALKED);
    for (const id of new Set(found.stays.map(stay => stay.id))) {
      const stays = found.stays.filter(stay => stay.id === id);
      if (!STEP.test(this.registry.get(id)?.type ?? '')) continue;
      const told = stays.map(({ from, duration: took }) => `${moment(from)}${took === null ? '' : ` · ${duration(took)}`}`);
      this.overlays.add(id, KIND, { position: { bottom: -3, left: 0 }, scale: false,
        html: element('div', { class: 'ordertrail-node', title: told.join('\n') }, element('div', { class: 'short' }, told[0].split(' · ')[1] ?? '', stays.length > 1 ? ` ×${stays.length}` : ''),
          element('div', { class: 'full' }, ...told.map(line => element('div', {}, line)))) });
    }
    this.bar.replaceChildren(element('strong', {}, say('ended.walked', found.order ?? '')), element('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: () => showPath(null, null) }, say('ended.figures')));
  }

  leave() {
    Object.assign(shownPath, { definition: null, shown: null });
    this.forget();
    this.bar.remove();
  }

  clear() {
    this.overlays.remove({ type: KIND });
    for (const { id } of this.registry.getAll()) {
      this.canvas.removeMarker(id, WALKED);
      const drawn = shape(this.registry, id);
      if (drawn?.dataset.heat) { drawn.style.fill = drawn.dataset.heat === '-' ? '' : drawn.dataset.heat; delete drawn.dataset.heat; }
    }
  }

  draw(heat) {
    const steps = heat.steps.filter(step => STEP.test(this.registry.get(step.id)?.type ?? ''));
    const size = SIZES[chosen.measure] ?? SIZES.none;
    const hottest = Math.max(...steps.map(size), 0);
    for (const step of steps) {
      this.warm(step, hottest ? size(step) / hottest : 0);
      if (chosen.measure !== 'none') this.label(step);
    }
    if (chosen.measure !== 'none') this.shares(heat.flows);
  }

  warm({ id }, share) {
    const drawn = shape(this.registry, id);
    if (!drawn || !share) return;
    drawn.dataset.heat ||= drawn.style.fill || '-';
    drawn.style.fill = colour(share, chosen.measure === 'late' || chosen.measure === 'incidents');
  }

  label(step) {
    const { now, before } = step;
    const late = step.late > 0;
    const moved = chosen.measure === 'count' ? change(now.count, before.count)
      : chosen.measure === 'p95' ? change(now.p95, before.p95)
        : chosen.measure === 'median' ? change(now.median, before.median) : '';
    const full = now.count ? [say('node.count', number(now.count)), say('node.median', duration(now.median)), say('node.p95', duration(now.p95))] : [];
    if (chosen.measure === 'waited' && step.waited !== null) full.push(say('node.waited', duration(step.waited)), say('node.worked', duration(step.worked)));
    if (step.open) full.push(say('node.open', number(step.open)));
    if (step.incidents) full.push(say('node.incidents', number(step.incidents)));
    const over = late ? element('div', { class: 'over' }, say('node.late', number(step.late), duration(step.target))) : null;
    const short = SHORT[chosen.measure](step);
    if (!full.length) return;
    this.overlays.add(step.id, KIND, {
      position: { bottom: -3, left: 0 },
      scale: false,
      html: element('div', { class: `ordertrail-node${late ? ' late' : ''}${short ? '' : ' quiet'}`, title: this.told(step) },
        element('div', { class: 'short' }, element('strong', {}, short), moved && short ? ` ${moved}` : ''),
        element('div', { class: 'full' }, ...full.map(line => element('div', {}, line)), moved ? element('div', {}, moved) : null, over))
    });
  }

  told({ now, before, target, waited, worked }) {
    return [say('node.now', number(now.count), duration(now.median), duration(now.p95), duration(now.longest)),
      before.count ? say('node.before', number(before.count), duration(before.median), duration(before.p95)) : say('node.before.none'),
      waited === null ? '' : `${say('node.waited', duration(waited))}, ${say('node.worked', duration(worked))}`,
      target ? say('node.target', duration(target)) : ''].filter(Boolean).join('\n');
  }

  shares(flows) {
    const taken = flows.filter(({ id }) => this.registry.get(id)?.source);
    const left = new Set(taken.filter(({ passages }) => passages).map(({ id }) => this.registry.get(id).source.id));
    for (const { id, passages, share } of taken) {
      const flow = this.registry.get(id);
      if (!flow?.waypoints || !/Gateway$/.test(flow.source?.type ?? '') || flow.source.outgoing.length < 2 || !left.has(flow.source.id)) continue;
      const [first, second] = flow.waypoints;
      const west = Math.min(...flow.waypoints.map(point => point.x));
      const north = Math.min(...flow.waypoints.map(point => point.y));
      this.overlays.add(id, KIND, {
        position: { left: (first.x + second.x) / 2 - west - 14, top: (first.y + second.y) / 2 - north + 3 },
        scale: false,
        html: element('div', { class: 'ordertrail-flow', title: say('flow.told', number(passages), percent(share)) }, percent(share))
      });
    }
  }

  control(heat) {
    const versions = [[0, say('version.all')], ...heat.versions.map(version => [version, say('version.one', version)])];
    this.bar.replaceChildren(
      select(say('show'), chosen.measure, MEASURES.map(measure => [measure, say(`measure.${measure}`)]), measure => choose({ measure })),
      select(say('period'), chosen.days, PERIODS.map(days => [days, say('period.days', days)]), days => choose({ days: Number(days) })),
      select(say('version'), chosen.version, versions, version => choose({ version: Number(version) })),
      chosen.version ? select(say('compare'), chosen.compare, ['period', 'version'].map(what => [what, say(`compare.${what}`)]), compare => choose({ compare })) : '',
      element('p', {}, chosen.version && chosen.compare === 'version'
        ? say(heat.beforeVersion < 0 ? 'heat.told.first' : 'heat.told.version', number(heat.ended), day(heat.period.first), day(heat.period.last), heat.beforeVersion)
        : say('heat.told', number(heat.ended), day(heat.period.first), day(heat.period.last), day(heat.before.first), day(heat.before.last)),
        heat.late ? element('strong', { class: 'over' }, ` ${say('heat.late', number(heat.late), duration(heat.target ?? 0))}`) : null),
      element('p', { class: 'ordertrail-legend', 'aria-hidden': 'true' }, say('legend.least'), element('span', {}), say('legend.most')));
  }
}

let shown = null;

export default [{
  id: 'ordertrail-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  render: viewer => {
    shown?.leave();
    shown = new Heat(viewer);
    shown.show().catch(fault => console.error('The figures are missing from the diagram:', fault));
  },
  unmount: () => {
    shown?.leave();
    shown = null;
  }
}];
