package io.ordertrail.process.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

import io.ordertrail.process.engine.OrderFulfilment;
import io.ordertrail.schedule.CachedReading;
import io.ordertrail.stock.external.ExternalStockSystem;

/** Which orders wait for the company's own stock system. To ask it is the only thing that the engine does for an order on its own time. */
@Component
public class ExternalStockWaits {

    private static final Duration GOOD = Duration.ofSeconds(5);

    private final boolean switchedOn;
    private final ManagementService management;
    private final CachedReading<Count> count;

    ExternalStockWaits(Optional<ExternalStockSystem> foreign, ManagementService management) {
        this.switchedOn = foreign.isPresent();
        this.management = management;
        this.count = new CachedReading<>(
                () -> new Count(failed().count(), failed().noRetriesLeft().count()), GOOD);
    }

    /**
     * What an order waits for.
     *
     * @param since when it was to be asked for the first time
     * @param silent whether there was no good answer until now
     * @param givenUp whether it was asked so often that somebody has to say when it is asked again
     */
    public record Wait(Instant since, boolean silent, boolean givenUp) {}

    /**
     * Orders that got no good answer.
     *
     * @param givenUp of them those for which it is not asked by itself any more
     */
    public record Count(long waiting, long givenUp) {}

    /** @return empty where the order waits for no answer; where no such system is switched on, without looking */
    public Optional<Wait> of(String processInstance) {
        return switchedOn
                ? jobs().processInstanceId(processInstance).list().stream()
                        .findFirst()
                        .map(ExternalStockWaits::wait)
                : Optional.empty();
    }

    /** @return empty where the database does not say */
    public Optional<Count> now() {
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
        return new Wait(job.getCreateTime().toInstant(), job.getExceptionMessage() != null, job.getRetries() == 0);
    }
}
