package io.ordertrail.process.measure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.change.Act;
import io.ordertrail.change.ChangeLog;
import io.ordertrail.change.Subject;
import io.ordertrail.process.deadline.StepDeadlines;
import io.ordertrail.refusal.Refusal;

/** The targets that people have set, with a trail of who changed what. */
@Component
@Transactional
public class TargetBook {

    private static final int LONGEST_ID = 85;

    private final JdbcClient database;
    private final ChangeLog log;

    TargetBook(JdbcClient database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    /** The targets of a process by step, the newest of each first. */
    @Transactional(readOnly = true)
    public List<Target> of(String process) {
        return database.sql("select step, valid_from, duration, version from measure_target where process = :process"
                        + " order by step, valid_from desc")
                .param("process", process)
                .query((row, number) -> new Target(
                        row.getString("step"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("duration", Long.class))
                                .map(Duration::ofMillis)
                                .orElse(null),
                        row.getInt("version")))
                .list();
    }

    /**
     * Says how long a step, or all of a process, may take from a day on.
     *
     * @param target with the version that the person saw; 0 for a new one
     * @throws Refusal when somebody else has changed it meanwhile
     */
    public void set(String process, Target target) {
        if (target.step().length() > LONGEST_ID) {
            throw new Refusal(Refusal.Kind.UNKNOWN, "target.unknown");
        }
        var before = of(process).stream()
                .filter(one -> one.step().equals(target.step()) && one.from().equals(target.from()))
                .findFirst();
        if (before.map(Target::version).orElse(0) != target.version() || !write(process, target)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "target.overtaken");
        }
        log.record(
                new Subject(Subject.Kind.SETTINGS, "target." + process),
                before.isPresent() ? Act.CHANGED : Act.CREATED,
                (target.step().isEmpty() ? process : target.step()) + ", " + target.from(),
                before.map(Target::duration).map(StepDeadlines::iso).orElse(null),
                target.duration() == null ? null : StepDeadlines.iso(target.duration()));
    }

    private boolean write(String process, Target target) {
        try {
            return database.sql(
                                    target.version() == 0
                                            ? "insert into measure_target (process, step, valid_from, duration, version)"
                                                    + " values (:process, :step, :from, :duration, :version + 1)"
                                            : "update measure_target set duration = :duration, version = version + 1 where process"
                                                    + " = :process and step = :step and valid_from = :from and version = :version")
                            .param("process", process)
                            .param("step", target.step())
                            .param("from", target.from())
                            .param(
                                    "duration",
                                    target.duration() == null
                                            ? null
                                            : target.duration().toMillis())
                            .param("version", target.version())
                            .update()
                    == 1;
        } catch (DuplicateKeyException overtaken) {
            return false;
        }
    }
}
