// Cockpit lets browsers keep this file until the version of the engine changes, so the plugin lies where each change is seen at once.
export { default } from '../../../../../../../scripts/cockpit-measures.js';
