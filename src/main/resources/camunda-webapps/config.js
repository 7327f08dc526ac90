// One configuration for Tasklist, Cockpit, Admin and Welcome; paths of scripts are relative to their folder.
const cockpit = import.meta.url.includes('/app/cockpit/');
const locales = { availableLocales: cockpit ? ['en', 'de', 'zh'] : ['en', 'de'], fallbackLocale: 'en' };

// On a first visit they draw parts of their pages before their texts have come, and then show the keys instead.
// So the texts are fetched first and put where they keep them between visits.
const keepTexts = async () => {
  const wanted = navigator.language.split('-')[0].toLowerCase();
  const language = locales.availableLocales.includes(wanted) ? wanted : locales.fallbackLocale;
  const folder = new URL('../locales/', import.meta.url).pathname;
  const key = `${folder}_locales_data_${language}_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  // They know one Chinese alone: the server sends the texts in that of the reader.
  if (kept[key] && (language !== 'zh' || kept.ordertrail_chinese === navigator.language)) return;
  const answer = await fetch(`${folder}${language}.json`);
  if (!answer.ok) return;
  if (language === 'zh') kept.ordertrail_chinese = navigator.language;
  kept[key] = JSON.stringify(await answer.json());
  localStorage.setItem('camunda-web', JSON.stringify(kept));
};
await keepTexts().catch(() => {});

// One script only: theirs is a blank page when a script of this list cannot be loaded, so it loads the others with care.
export default {
  locales,
  customScripts: ['../../../scripts/camunda-webapps.js'],
  disableWelcomeMessage: true,
  previewHtml: false
};
