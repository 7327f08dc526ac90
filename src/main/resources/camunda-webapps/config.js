// One configuration for Tasklist, Cockpit, Admin and Welcome; paths of scripts are relative to their folder.
// One script only: theirs is a blank page when a script of this list cannot be loaded, so it loads the others with care.
export default {
  customScripts: ['../../../scripts/camunda-webapps.js'],
  disableWelcomeMessage: true,
  previewHtml: false
};
