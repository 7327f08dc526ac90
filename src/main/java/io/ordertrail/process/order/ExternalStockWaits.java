package io.ordertrail.process.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.schedule.CachedReading;
import io.ordertrail.stock.external.ExternalStockSystem;

/** What the external stock system has not answered yet. Calls to it are the only asynchronous jobs of an order. */
@Component
public class ExternalStockWaits {

    private static final Duration CACHED_FOR = Duration.ofSeconds(5);

    private final boolean switchedOn;
    private final ManagementService management;
    private final CachedReading<Count> count;

    ExternalStockWaits(Optional<ExternalStockSystem> externalStockSystem, ManagementService management) {
        this.switchedOn = externalStockSystem.isPresent();
        this.management = management;
        this.count = new CachedReading<>(
                () -> new Count(failed().count(), failed().noRetriesLeft().count()), CACHED_FOR);
    }

    /**
     * An open call for an order.
     *
     * @param release whether it releases goods, which the order does not wait for; if not, it reserves them
     * @param since when it was due for the first time
     * @param unanswered whether it has had no successful answer yet
     * @param retriesExhausted whether its retries are used up, so that a person has to start it again
     */
    public record Wait(boolean release, Instant since, boolean unanswered, boolean retriesExhausted) {}

    /**
     * Calls without a successful answer.
     *
     * @param retriesExhausted how many of them have used up their retries
     */
    public record Count(long waiting, long retriesExhausted) {}

    /**
     * The open calls for an order, the oldest first. When no external stock system is switched on, this runs no query.
     */
    public List<Wait> of(String processInstance) {
        return switchedOn
                ? jobs().processInstanceId(processInstance).list().stream()
                        .map(ExternalStockWaits::wait)
                        .sorted(Comparator.comparing(Wait::since))
                        .toList()
                : List.of();
    }

    /** Counts the calls without an answer; empty when the database does not answer. */
    public Optional<Count> count() {
        return count.value();
    }

    private JobQuery jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(OrderFulfilment.PROCESS)
                .messages();
    }

    private JobQuery failed() {
        return jobs().withException();
    }

    private static Wait wait(Job job) {
        return new Wait(
                job.getExecutionId() == null,
                job.getCreateTime().toInstant(),
                job.getExceptionMessage() != null,
                job.getRetries() == 0);
    }
}
