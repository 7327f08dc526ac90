// The plugin of Cockpit. Cockpit must start even when a part of it fails.
const parts = ['./cockpit-heat.js', './cockpit-course.js', './cockpit-ended.js', './cockpit-today.js'];

const load = path => import(path).catch(fault => {
  console.error(`${path} is missing from this page:`, fault);
  return {};
});
const loaded = await Promise.all(parts.map(load));

export default loaded.flatMap(part => part.default ?? []);
