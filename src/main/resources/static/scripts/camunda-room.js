// Integrates Camunda's web applications with Ordertrail. It depends on none of their texts, so it works in any language.
const SIGN_OUT = '/sign-out';

// Camunda's own "Log out" ends only its part of the session; this sign-out ends the whole session.
document.addEventListener('click', async event => {
  if (!event.target.closest?.('[cam-widget-header] li.logout a')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const answer = await fetch(SIGN_OUT, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const form = page.querySelector(`form[action$="${SIGN_OUT}"][method="post"]`);
  if (!form) return location.assign(SIGN_OUT);
  document.body.append(document.adoptNode(form));
  form.submit();
}, true);

// After the session ends, Camunda shows its own sign-in form: reload the page instead, so that the server shows Ordertrail's.
const signInAgain = () => {
  if (location.hash.startsWith('#/login')) location.replace(location.pathname);
};
addEventListener('hashchange', signInAgain);
signInAgain();

// Adds a link to the order desk as the first entry of the navigation bar, as soon as Camunda has rendered the bar.
const addOrderDesk = () => {
  const account = document.querySelector('[cam-widget-header] li.account');
  if (!account || document.querySelector('li.order-desk')) return;
  const entry = document.createElement('li');
  entry.className = 'order-desk';
  const link = document.createElement('a');
  link.href = '/';
  link.textContent = 'Order desk';
  entry.append(link);
  account.parentElement.insertBefore(entry, account.parentElement.firstElementChild);
};
new MutationObserver(addOrderDesk).observe(document.body, { childList: true, subtree: true });
addOrderDesk();
