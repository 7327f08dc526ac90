// Loads what we add to the engine's web applications. Whatever fails in it, they themselves must start.
const scripts = ['./camunda-room.js'];
if (location.pathname.includes('/app/tasklist/')) scripts.push('./task-facts.js', './task-orders.js');

const load = path => import(path).catch(fault => {
  console.error(`${path} is missing from this page:`, fault);
  return {};
});
const loaded = await Promise.all(scripts.map(load));

export default loaded.flatMap(script => script.default ?? []);
