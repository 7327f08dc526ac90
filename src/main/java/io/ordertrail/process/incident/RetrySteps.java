package io.ordertrail.process.incident;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Service;

/** Has failed steps tried again. */
@Service
public class RetrySteps {

    private final OpenIncidents incidents;
    private final ManagementService management;

    RetrySteps(OpenIncidents incidents, ManagementService management) {
        this.incidents = incidents;
        this.management = management;
    }

    /**
     * Has every failed job of a step tried again, whichever order it is of.
     *
     * @return how many
     */
    public int retry(String step) {
        var jobs = incidents.all().stream()
                .filter(incident -> !incident.isFailedCheck() && step.equals(incident.step()))
                .map(OpenIncident::job)
                .toList();
        jobs.forEach(job -> management.setJobRetries(job, 1));
        return jobs.size();
    }
}
