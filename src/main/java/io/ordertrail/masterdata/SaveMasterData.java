package io.ordertrail.masterdata;

import java.util.List;
import java.util.Set;

import org.springframework.transaction.annotation.Transactional;

import io.ordertrail.approval.ApprovedFigures;
import io.ordertrail.approval.PendingChange;
import io.ordertrail.change.Act;
import io.ordertrail.change.Snapshot;
import io.ordertrail.change.Subject;
import io.ordertrail.refusal.ExpectedVersion;
import io.ordertrail.refusal.InvalidInput;
import io.ordertrail.search.WriteSearchWords;

/**
 * Creates or changes a record T of master data from the data D that people and systems enter. Pages, API and demo data
 * all save here, so this is the one place where master data changes.
 */
@Transactional
public abstract class SaveMasterData<T extends Versioned, D extends Record> implements ApprovedFigures {

    private static final int NEW = -1;

    private final Subject.Kind kind;
    private final MasterData<T> repository;
    private final SaveParts parts;

    protected SaveMasterData(Subject.Kind kind, MasterData<T> repository, SaveParts parts) {
        this.kind = kind;
        this.repository = repository;
        this.parts = parts;
    }

    protected abstract String code(D data);

    protected abstract T create(String code);

    protected abstract void describe(T entity, D data);

    protected abstract D data(T entity);

    /** Stores by which words the record is found; nobody searches for a record that has no words. */
    protected void index(T entity, WriteSearchWords search) {}

    /** The fields that rules judge by. */
    protected List<Figure<D>> figures() {
        return List.of();
    }

    /** Saves the data, whatever the record holds. */
    public T save(D data) {
        return save(data, ExpectedVersion.ANY);
    }

    /**
     * Saves the data. Figures that wait for a second person keep their value.
     *
     * @param expected the version of the record from which the change starts; a new record has none
     * @throws io.ordertrail.refusal.StaleVersion when somebody else changed the record meanwhile
     * @throws io.ordertrail.refusal.InvalidInput with all faults
     */
    public T save(D data, ExpectedVersion expected) {
        var code = code(data);
        var found = code == null ? null : repository.typed(code).orElse(null);
        expected.refuseOther(found == null ? NEW : found.version());
        var stored = found == null ? null : data(found);
        var filled = filled(data, stored);
        check(filled);
        var subject = subject(stored == null ? code : code(stored));
        var now = parts.guard().guarded(figures(), subject, filled, stored);
        var entity = found == null ? create(code) : found;
        describe(entity, now);
        parts.log()
                .record(
                        subject,
                        found == null ? Act.CREATED : Act.CHANGED,
                        snapshot(stored),
                        Snapshot.of(data(entity)));
        var saved = repository.save(entity);
        index(saved, parts.search());
        return saved;
    }

    @Override
    public Subject.Kind kind() {
        return kind;
    }

    @Override
    public void set(PendingChange approved) {
        var entity = repository.get(approved.subject().code());
        figures().stream()
                .filter(figure -> figure.name().equals(approved.field()))
                .forEach(figure -> describe(entity, figure.set(data(entity), approved.proposed())));
        repository.save(entity);
    }

    /**
     * Checks the data.
     *
     * @throws io.ordertrail.refusal.InvalidInput with all faults
     */
    protected void check(D data) {
        parts.checked().valid(data);
    }

    /**
     * Tells what saving the data would do. Nothing is stored.
     *
     * @param found the record with the code of the data; null when there is none
     */
    @Transactional(readOnly = true)
    public Preview preview(D data, T found) {
        var stored = found == null ? null : data(found);
        var filled = filled(data, stored);
        var changes = snapshot(stored).to(Snapshot.of(filled));
        try {
            check(filled);
            var subject = subject(stored == null ? code(data) : code(stored));
            return new Preview(changes, parts.guard().waiting(figures(), subject, filled, stored), List.of());
        } catch (InvalidInput invalid) {
            return new Preview(changes, Set.of(), invalid.faults());
        }
    }

    private D filled(D data, D stored) {
        var filled = data;
        for (var figure : figures()) {
            filled = figure.fill(filled, stored);
        }
        return filled;
    }

    private Subject subject(String code) {
        return new Subject(kind, code);
    }

    private static Snapshot snapshot(Record stored) {
        return stored == null ? Snapshot.NONE : Snapshot.of(stored);
    }
}
