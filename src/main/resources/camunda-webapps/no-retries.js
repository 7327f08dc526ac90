hide(['cockpit.incident.action:increase-incident-job-retry', 'cockpit.incident.action:increase-incident-external-task-retry']);

