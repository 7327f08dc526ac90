// One configuration for Tasklist, Cockpit, Admin and Welcome; paths of scripts are relative to their folder.
const locales = { availableLocales: ['en', 'de'], fallbackLocale: 'en' };

// On a first visit they draw parts of their pages before their texts have come, and then show the keys instead.
// So the texts are fetched first and put where they keep them between visits.
const keepTexts = async () => {
  const wanted = navigator.language.split('-')[0].toLowerCase();
  const language = locales.availableLocales.includes(wanted) ? wanted : locales.fallbackLocale;
  const folder = new URL('../locales/', import.meta.url).pathname;
  const key = `${folder}_locales_data_${language}_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (kept[key]) return;
  const answer = await fetch(`${folder}${language}.json`);
  if (!answer.ok) return;
  kept[key] = JSON.stringify(await answer.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
};
await keepTexts().catch(() => {});

export default {
  locales,
  customScripts: ['../../../scripts/camunda-room.js'],
  disableWelcomeMessage: true,
  previewHtml: false
};
