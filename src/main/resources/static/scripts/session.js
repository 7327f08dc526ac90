// A session that is about to end says so, and can be prolonged. All tabs of the browser share the session; when it has ended, no tab shows any more
// what only its person may see.
{
  const seconds = Number(document.querySelector('meta[name="session-seconds"]')?.content);
  const dialog = document.getElementById('session-ends');
  const KEY = 'ordertrail.asked';
  const WARNING = 120;

  const asked = () => localStorage.setItem(KEY, String(Date.now()));
  const left = () => seconds - (Date.now() - Number(localStorage.getItem(KEY))) / 1000;

  if (seconds > 0 && dialog) {
    asked();
    document.addEventListener('htmx:afterRequest', asked);
    const ask = window.fetch;
    window.fetch = async (...call) => {
      const answer = await ask(...call);
      if (answer.ok) asked();
      return answer;
    };
    const warning = Math.min(WARNING, seconds / 2);
    const look = () => {
      const ended = left() <= 0;
      if (ended) document.getElementById('content')?.replaceChildren();
      dialog.querySelector('[data-soon]').hidden = ended;
      dialog.querySelector('[data-ended]').hidden = !ended;
      if (left() > warning) { if (dialog.open) dialog.close(); } else if (!dialog.open) dialog.showModal();
    };
    dialog.querySelector('button').addEventListener('click', async () => {
      const answer = await ask('/session', { headers: { accept: 'application/json' } }).catch(() => null);
      if (!answer?.ok) return location.reload();
      asked();
      dialog.close();
    });
    document.querySelector('form[action$="/sign-out"]')?.addEventListener('submit', () => localStorage.setItem(KEY, '0'));
    window.addEventListener('storage', (change) => { if (change.key === KEY) look(); });
    setInterval(look, Math.min(10, warning / 4) * 1000);
  }
}
