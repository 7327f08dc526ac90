package io.ordertrail.process.order;

import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ParseUtil;

/** Repeats failed jobs. A {@link ReleaseJob} has no activity that could say when it is repeated, so this class does. */
class ReleaseJobRetry extends DefaultJobRetryCmd {

    private static final String TIME_CYCLE = "PT5S,PT15S,PT30S,PT1M,PT3M";

    ReleaseJobRetry(String job, Throwable failure) {
        super(job, failure);
    }

    @Override
    public Object execute(CommandContext context) {
        return isRelease(getJob()) ? repeat(context, getJob()) : super.execute(context);
    }

    private Object repeat(CommandContext context, JobEntity job) {
        try {
            executeCustomStrategy(context, job, null);
            return null;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(JobEntity job, ActivityImpl activity) {
        return isRelease(job)
                ? ParseUtil.parseRetryIntervals(TIME_CYCLE)
                : super.getFailedJobRetryConfiguration(job, activity);
    }

    private static boolean isRelease(JobEntity job) {
        return job != null && ReleaseJob.TYPE.equals(job.getJobHandlerType());
    }
}
