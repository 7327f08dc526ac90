// Loads Ordertrail's additions to Camunda's web applications. The web applications must start even when an addition fails.
const scripts = ['./camunda-room.js'];
if (location.pathname.includes('/app/tasklist/')) scripts.push('./task-facts.js', './task-orders.js', './task-said.js', './task-drafts.js');

const load = path => import(path).catch(fault => {
  console.error(`${path} is missing from this page:`, fault);
  return {};
});
const loaded = await Promise.all(scripts.map(load));

export default loaded.flatMap(script => script.default ?? []);
