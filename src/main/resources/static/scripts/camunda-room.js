// What the engine's web applications need to be rooms of this house. Knows no text of theirs, so it works in any language.
const SIGN_OUT = '/sign-out';

// Their own "Log out" ends only their part of the session; ours ends everything.
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

// A session that ended leads them to a sign-in form of their own: ask the server instead, which shows ours.
const signInAnew = () => {
  if (location.hash.startsWith('#/login')) location.replace(location.pathname);
};
addEventListener('hashchange', signInAnew);
signInAnew();

// The way back to the order desk stands first in the bar, as soon as the bar is there.
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
