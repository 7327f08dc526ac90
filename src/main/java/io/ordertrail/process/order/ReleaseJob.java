package io.ordertrail.process.order;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.ordertrail.order.book.OrderNumber;
import io.ordertrail.stock.external.AskForRelease;

/** The job that releases an order's goods in the external stock system. It outlives the process instance of the order. */
@Component
class ReleaseJob implements JobHandler<ReleaseJob.Configuration> {

    static final String TYPE = "release-external-reservation";

    private final ObjectProvider<AskForRelease> askForRelease;

    /**
     * Creates the handler.
     *
     * @param askForRelease found at the first job only, because it needs the engine that this handler is a part of
     */
    ReleaseJob(ObjectProvider<AskForRelease> askForRelease) {
        this.askForRelease = askForRelease;
    }

    /** The order's number, as the job stores it. */
    record Configuration(String order) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return order;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Configuration job, ExecutionEntity execution, CommandContext context, String tenant) {
        askForRelease.getObject().release(new OrderNumber(job.order()));
    }

    @Override
    public Configuration newConfiguration(String order) {
        return new Configuration(order);
    }

    @Override
    public void onDelete(Configuration job, JobEntity entity) {
        // nothing else is stored for the job
    }
}
