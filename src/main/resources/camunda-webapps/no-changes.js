// Buttons that the reader may not use are gone.
const hide = plugins => {
  const base = document.querySelector('base');
  base?.setAttribute('cam-exclude-plugins', [base.getAttribute('cam-exclude-plugins'), ...plugins].filter(Boolean).join(','));
};
hide([
  'cockpit.processDefinition.runtime.action:update-suspension-state-action',
  'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
  'cockpit.processInstance.runtime.action:add-variable-action',
  'cockpit.processInstance.runtime.action:cancel-process-instance-action',
  'cockpit.processInstance.runtime.action:update-suspension-state-action',
  'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
  'cockpit.jobDefinition.action:update-suspension-state'
]);

