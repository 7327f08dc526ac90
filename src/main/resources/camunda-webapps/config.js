// One configuration for Tasklist, Cockpit, Admin and Welcome; paths of scripts are relative to their folder.
export default {
  customScripts: ['../../../scripts/camunda-room.js'],
  disableWelcomeMessage: true,
  previewHtml: false
};
