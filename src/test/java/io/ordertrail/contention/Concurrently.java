package io.ordertrail.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.ordertrail.database.DatabaseTest;
import io.ordertrail.refusal.Refusal;
import io.ordertrail.transaction.ContentionRetry;

/** Runs several actions at the same time. */
@Component
public class Concurrently {

    /** How often a race runs; {@code -Dordertrail.rounds=200} runs more. */
    public static final int ROUNDS = Integer.getInteger("ordertrail.rounds", 5);

    private final ContentionRetry retry;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;
    private final JdbcTemplate sql;

    Concurrently(
            ContentionRetry retry,
            ProcessEngineConfigurationImpl engine,
            TransactionTemplate transaction,
            JdbcTemplate sql) {
        this.retry = retry;
        this.engine = engine;
        this.transaction = transaction;
        this.sql = sql;
    }

    /** All start at the same time; each is retried as a whole on contention, as the pages and the API do. */
    public <T> List<T> all(int clients, IntFunction<Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(clients);
        var threads = Executors.newFixedThreadPool(clients);
        try {
            var running = IntStream.range(0, clients)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return retry.call(() -> called(work.apply(i)));
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Runs two at the same time.
     *
     * @return which of them were not refused
     */
    public List<Boolean> both(Runnable one, Runnable other) throws Exception {
        return all(
                2,
                i -> () -> orNull(() -> {
                            (i == 0 ? one : other).run();
                            return true;
                        })
                        != null);
    }

    /**
     * One transaction locks something, another waits for it, then the first locks more. Neither retries, so a deadlock
     * fails the test.
     */
    public void interleave(Runnable holds, Runnable other, Runnable needs) {
        var others = transaction.execute(status -> {
            holds.run();
            var meanwhile = CompletableFuture.runAsync(other);
            // MySQL reads its list of transactions anew only when nobody has asked for a tenth of a second
            await().pollInterval(Duration.ofMillis(150))
                    .until(() -> CompletableFuture.supplyAsync(this::waiting).join() == 1 || meanwhile.isDone());
            assertThat(meanwhile).isNotDone();
            needs.run();
            return meanwhile;
        });
        assertThat(others).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private long waiting() {
        return sql.queryForObject(
                DatabaseTest.Profiles.onMySql()
                        ? "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'"
                        : "select count(*) from information_schema.sessions where blocker_id is not null",
                Long.class);
    }

    /** Executes a due job as the job executor does: a failed job is retried for as long as it exists. */
    void executeDueJob(String job) {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(job, engine.getCommandExecutorTxRequired());
        } catch (NullValueException gone) {
            assertThat(engine.getManagementService().createJobQuery().jobId(job).count())
                    .as(gone.getMessage())
                    .isZero();
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    public static <T> T orNull(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Refusal refused) {
            return null;
        }
    }

    static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
